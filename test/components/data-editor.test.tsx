// The data editor: what a hand does on the plane is what the run learns from.
import {
  act,
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataEditor, type DataEditorProps } from '../../src/components/data-editor';
import { allNames, groupedNames } from '../../src/components/data-editor/sample-settings';
import {
  createTrainer,
  fromPoints,
  toCSV,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', points: 30, model: [2, 4, 1], seed: 7 };

function show(given: TrainerOptions = moons, props: Partial<DataEditorProps> = {}) {
  const trainer = createTrainer(given);
  const view = render(
    <div style={{ width: 480 }}>
      <DataEditor trainer={trainer} {...props} />
    </div>,
  );
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="DataEditor"]')!;
  const plane = screen.getByRole('application');
  return { trainer, root, plane, ...view };
}

const marks = (root: HTMLElement) => [
  ...root.querySelectorAll<SVGPathElement>('.pancake-data-mark'),
];
const rows = ({ data }: Trainer) =>
  Array.from({ length: data.x.shape[0]! }, (_, i) => [
    data.x.data[2 * i],
    data.x.data[2 * i + 1],
    data.y.data[i],
  ]);

/** Where a place of the data's plane is on the screen. */
function at(plane: HTMLElement, x: number, y: number) {
  const { left, top, width, height } = plane.getBoundingClientRect();
  return { clientX: left + ((x + 5) / 10) * width, clientY: top + ((5 - y) / 10) * height };
}
function press(plane: HTMLElement, pointerType: string, x: number, y: number) {
  const event = { pointerType, pointerId: 1, isPrimary: true, button: 0, ...at(plane, x, y) };
  fireEvent.pointerDown(plane, event);
  fireEvent.pointerUp(plane, event);
}
function drag(plane: HTMLElement, pointerType: string, way: [number, number][], release = true) {
  const event = (i: number) => ({
    pointerType,
    pointerId: 1,
    isPrimary: true,
    button: 0,
    ...at(plane, ...way[i]!),
  });
  fireEvent.pointerDown(plane, event(0));
  for (let i = 1; i < way.length; i++) fireEvent.pointerMove(plane, event(i));
  if (release) fireEvent.pointerUp(plane, event(way.length - 1));
}

describe('the picture', () => {
  it('has every point of the run, where it is', () => {
    const { trainer, root } = show();
    const drawn = marks(root).filter(({ dataset }) => dataset['part'] === 'train');
    expect(
      drawn.map(({ dataset }) => [
        Number(dataset['x']),
        Number(dataset['y']),
        Number(dataset['label']),
      ]),
    ).toEqual(rows(trainer));
    expect(marks(root).length - drawn.length).toBe(trainer.testData!.x.shape[0]);
    expect(root).toHaveTextContent('24 to train on, 6 to test on');
  });

  it('draws very many points on a canvas', () => {
    const { root } = show({ ...moons, points: 3000 });
    expect(marks(root)).toHaveLength(0);
    const canvas = root.querySelector<HTMLCanvasElement>('.pancake-cloud')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    expect(data.some((value, i) => i % 4 === 3 && value > 0)).toBe(true);
  });
});

describe.each(['mouse', 'pen', 'touch'])('a %s', (pointer) => {
  it('adds a point of the chosen class', async () => {
    const { trainer, plane } = show();
    const before = rows(trainer);
    press(plane, pointer, 3, -3.5);
    const [x, y, label] = rows(trainer).at(-1)!;
    expect([x, y]).toEqual([expect.closeTo(3, 6), expect.closeTo(-3.5, 6)]);
    expect(label).toBe(1);
    expect(rows(trainer).slice(0, -1)).toEqual(before);
    await userEvent.click(screen.getByRole('button', { name: 'class 0' }));
    press(plane, pointer, -4, 4);
    expect(rows(trainer).at(-1)![2]).toBe(0);
  });

  it('drags a point, and the run follows', () => {
    const { trainer, plane } = show();
    const [x, y] = rows(trainer)[3] as [number, number];
    drag(plane, pointer, [
      [x, y],
      [x + 0.5, y],
      [2.5, -4],
    ]);
    expect(rows(trainer)[3]!.slice(0, 2)).toEqual([expect.closeTo(2.5, 1), expect.closeTo(-4, 1)]);
    expect(rows(trainer)).toHaveLength(24);
  });

  it('erases and sprays', async () => {
    const { trainer, plane } = show();
    const [x, y] = rows(trainer)[3] as [number, number];
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
    press(plane, pointer, x, y);
    expect(rows(trainer)).toHaveLength(23);
    await userEvent.click(screen.getByRole('button', { name: 'Spray' }));
    drag(plane, pointer, [
      [3, 3],
      [3.2, 3.2],
      [3.4, 3.4],
    ]);
    const strewn = rows(trainer).slice(23);
    expect(strewn).toHaveLength(12);
    for (const [px, py, label] of strewn) {
      expect(Math.hypot(px! - 3.2, py! - 3.2)).toBeLessThan(1.2);
      expect(label).toBe(1);
    }
  });
});

it('a finger that moves over nothing scrolls the page and adds no point', () => {
  const { trainer, plane } = show();
  drag(plane, 'touch', [
    [4, 4],
    [4, 2],
  ]);
  expect(rows(trainer)).toHaveLength(24);
});

describe('undo and redo', () => {
  it('give back the same bits, step by step, whatever was done', async () => {
    const { trainer, plane } = show();
    const states = [trainer.data.x.data.join()];
    const note = () => states.push(trainer.data.x.data.join());
    press(plane, 'mouse', 3, -3.5);
    note();
    const [x, y] = rows(trainer)[2] as [number, number];
    drag(plane, 'mouse', [
      [x, y],
      [x + 1, y],
      [x + 2, y],
    ]);
    note();
    await userEvent.selectOptions(screen.getByLabelText('Data set'), 'circles');
    note();
    await userEvent.click(screen.getByRole('button', { name: 'New sample' }));
    note();
    for (let i = states.length - 2; i >= 0; i--) {
      await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
      expect(trainer.data.x.data.join()).toBe(states[i]);
    }
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    for (let i = 1; i < states.length; i++) {
      await userEvent.click(screen.getByRole('button', { name: 'Redo' }));
      expect(trainer.data.x.data.join()).toBe(states[i]);
    }
  });

  it('work by keyboard', async () => {
    const { trainer, plane } = show();
    press(plane, 'mouse', 3, -3.5);
    act(() => plane.focus());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rows(trainer)).toHaveLength(24);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(rows(trainer)).toHaveLength(25);
  });
});

describe('the keyboard', () => {
  it('moves a cursor, adds, picks up, drops and removes', async () => {
    const { trainer, plane, root } = show({ ...moons, data: 'simple' });
    act(() => plane.focus());
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{ArrowUp}');
    const cursor = () => root.querySelector<SVGElement>('.pancake-data-cursor')!.dataset;
    expect(Number(cursor()['x'])).toBeCloseTo(-2, 9);
    expect(Number(cursor()['y'])).toBeCloseTo(0.2, 9);
    await userEvent.keyboard('1{Enter}');
    expect(rows(trainer).at(-1)).toEqual([expect.closeTo(-2, 9), expect.closeTo(0.2, 9), 0]);
    expect(screen.getByRole('status')).toHaveTextContent('Added. Point 5 of 5, class 0');
    await userEvent.keyboard('{Enter}{Shift>}{ArrowDown}{/Shift}{Enter}');
    expect(rows(trainer).at(-1)!.slice(0, 2)).toEqual([
      expect.closeTo(-2, 9),
      expect.closeTo(-0.8, 9),
    ]);
    await userEvent.keyboard('{Delete}');
    expect(rows(trainer)).toHaveLength(4);
    await userEvent.keyboard('n');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Point 1 of 4, class 1, at x 1.00, y 2.00',
    );
  });

  it('puts a carried point back by Escape', async () => {
    const { trainer, plane } = show({ ...moons, data: 'simple' });
    const before = rows(trainer);
    act(() => plane.focus());
    await userEvent.keyboard('n{Enter}{ArrowLeft}{ArrowLeft}');
    expect(rows(trainer)).not.toEqual(before);
    await userEvent.keyboard('{Escape}');
    expect(rows(trainer)).toEqual(before);
    expect(screen.getByRole('status')).toHaveTextContent('Undone.');
  });

  it('drops a carried point where it is, when one goes on to another', async () => {
    const { trainer, plane } = show({ ...moons, data: 'simple' });
    const before = rows(trainer);
    act(() => plane.focus());
    await userEvent.keyboard('n{Enter}{ArrowLeft}n');
    const moved = rows(trainer);
    expect(moved).not.toEqual(before);
    await userEvent.keyboard('{Enter}{ArrowLeft}{Escape}');
    expect(rows(trainer)).toEqual(moved);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rows(trainer)).toEqual(before);
  });

  it('goes on where a button was that it has switched off, or that has gone', async () => {
    show();
    const button = (name: string) => screen.getByRole('button', { name });
    const press = async (name: string) => {
      act(() => button(name).focus());
      await userEvent.keyboard('{Enter}');
    };
    await press('Clear');
    await waitFor(() => expect(button('Undo')).toHaveFocus());
    await press('Undo');
    expect(screen.getByRole('status')).toHaveTextContent('Undone.');
    await waitFor(() => expect(button('Redo')).toHaveFocus());
    await press('Paste or open CSV');
    expect(screen.getByRole('textbox', { name: 'Lines of x, y and label' })).toHaveFocus();
    await press('Cancel');
    expect(button('Paste or open CSV')).toHaveFocus();
  });
});

describe('a run that plays', () => {
  it('answers to the point in hand, and goes on', () => {
    const { trainer, plane } = show({ ...moons, speed: 60 });
    act(() => trainer.play());
    act(() => frames.run(0.1));
    const [x, y] = rows(trainer)[3] as [number, number];
    drag(
      plane,
      'mouse',
      [
        [x, y],
        [4, 4],
      ],
      false,
    );
    const { epoch } = trainer.now;
    const twin = createTrainer(moons);
    const catchUp = () => {
      while (twin.now.step < trainer.now.step) twin.step('batch');
    };
    catchUp();
    twin.set({ data: { train: trainer.data, test: trainer.testData! } });
    expect(trainer.now.loss).toBe(twin.now.loss);
    act(() => frames.run(0.1));
    expect(trainer.now.status).toBe('running');
    expect(trainer.now.epoch).toBeGreaterThan(epoch);
    catchUp();
    expect(trainer.now.loss).toBe(twin.now.loss);
    fireEvent.pointerUp(plane, { pointerId: 1 });
    act(() => trainer.pause());
    const edited = rows(trainer);
    act(() => trainer.reset());
    expect(rows(trainer)).toEqual(edited);
  });
});

describe('what the run cannot use', () => {
  it('no points: the run keeps the last ones, the reader is told, and goes on drawing', async () => {
    const { trainer, plane, root } = show();
    const before = rows(trainer);
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(rows(trainer)).toEqual(before);
    expect(screen.getByRole('alert')).toHaveTextContent('Add at least one point to train on');
    expect(marks(root)).toHaveLength(0);
    expect(root).toHaveTextContent('Press here to put down the first point.');
    press(plane, 'mouse', 1, 1);
    expect(rows(trainer)).toEqual([[expect.closeTo(1, 6), expect.closeTo(1, 6), 1]]);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(rows(trainer)).toEqual(before);
  });

  it('a third class: the model gets an output for each', async () => {
    const { trainer, plane } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a class' }));
    press(plane, 'mouse', 4, 4);
    expect(trainer.data).toMatchObject({ task: 'multiclass', classes: 3 });
    expect(trainer.options.model).toEqual([2, 4, 3]);
    expect(rows(trainer).at(-1)![2]).toBe(2);
  });

  it('more points than may be', () => {
    const { trainer, plane } = show(moons, { maxPoints: 30 });
    press(plane, 'mouse', 4, 4);
    expect(rows(trainer)).toHaveLength(24);
    expect(screen.getByRole('alert')).toHaveTextContent('There are 30 points, as many as');
  });
});

describe('data sets', () => {
  it('all built-in ones can be chosen', () => {
    expect([...groupedNames].sort()).toEqual([...allNames].sort());
  });

  it('with noise, size, share for testing and seed', async () => {
    const { trainer } = show();
    await userEvent.selectOptions(screen.getByLabelText('Data set'), 'spiral');
    fireEvent.change(screen.getByLabelText(/^Noise/), { target: { value: '0.3' } });
    fireEvent.change(screen.getByLabelText(/^Test share/), { target: { value: '0.5' } });
    await userEvent.clear(screen.getByLabelText('Points'));
    await userEvent.type(screen.getByLabelText('Points'), '50');
    await userEvent.click(screen.getByRole('button', { name: 'New sample' }));
    const same = createTrainer({
      ...moons,
      data: 'spiral',
      noise: 0.3,
      testRatio: 0.5,
      points: 50,
      dataSeed: 1,
    });
    expect(rows(trainer)).toEqual(rows(same));
  });

  it('say in a sentence which numbers of points there can be', async () => {
    show();
    await userEvent.clear(screen.getByLabelText('Points'));
    await userEvent.type(screen.getByLabelText('Points'), '3');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This must be a whole number from 4 to 20 000.',
    );
  });
});

describe('CSV', () => {
  const paste = async (text: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Paste or open CSV' }));
    fireEvent.change(screen.getByLabelText('Lines of x, y and label'), { target: { value: text } });
  };

  it('is looked at before it is taken', async () => {
    const { trainer, root } = show(moons);
    const before = rows(trainer);
    await paste('x,y,label\n1,2,red\n-1,3,blue\n0,0,red\n2,2,blue\n');
    expect(rows(trainer)).toEqual(before);
    expect(root).toHaveTextContent('4 points, 2 classes (red, blue)');
    const thumbnail = [...root.querySelectorAll('.pancake-data-thumbnail path')];
    expect(new Set(thumbnail.map((mark) => mark.getAttribute('transform'))).size).toBe(4);
    await userEvent.click(screen.getByRole('button', { name: 'Use these 4 points' }));
    expect(rows(trainer)).toEqual([
      [1, 2, 0],
      [-1, 3, 1],
      [0, 0, 0],
      [2, 2, 1],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(rows(trainer)).toEqual(before);
  });

  it('tells every bad line, and takes the good ones if asked to', async () => {
    const { trainer } = show({ ...moons, testRatio: 0 });
    await paste('1,2,0\n1,zwei,1\n3,4\n5,6,1\n');
    const alert = within(screen.getByRole('alert'));
    expect(alert.getByText('Line 2: "zwei" is not a number')).toBeVisible();
    expect(alert.getByText('Line 3: the label is missing; a line is x, y and label')).toBeVisible();
    const field = screen.getByRole('textbox', { name: 'Lines of x, y and label' });
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(expect.stringContaining('Line 2: "zwei"'));
    await userEvent.click(screen.getByRole('button', { name: 'Use the 2 good lines' }));
    expect(rows(trainer)).toEqual([
      [1, 2, 0],
      [5, 6, 1],
    ]);
  });

  it('can be pasted on the plane and dropped as a file', async () => {
    const { plane } = show();
    act(() => plane.focus());
    await userEvent.paste('1,2,0\n3,4,1');
    expect(screen.getByRole('button', { name: 'Use these 2 points' })).toBeEnabled();
    const file = new File(['1,2,0\n3,4,1\n5,6,1'], 'points.csv');
    const drop = createEvent.drop(plane);
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [file] } });
    fireEvent(plane, drop);
    expect(await screen.findByRole('button', { name: 'Use these 3 points' })).toBeEnabled();
  });

  it('refuses what is too large for a page', async () => {
    show();
    await paste('1,2,0\n'.repeat(100_001));
    expect(screen.getByRole('alert')).toHaveTextContent('a page cannot hold and draw so many');
  });

  it('comes out as it went in', async () => {
    const { trainer } = show();
    const blobs: Blob[] = [];
    const names: string[] = [];
    const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:points';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await userEvent.click(screen.getByRole('button', { name: 'Download training CSV' }));
    await userEvent.click(screen.getByRole('button', { name: 'Download test CSV' }));
    create.mockRestore();
    click.mockRestore();
    expect(names).toEqual(['training.csv', 'test.csv']);
    expect(await blobs[0]!.text()).toBe(toCSV(trainer.data));
    expect(await blobs[1]!.text()).toBe(toCSV(trainer.testData!));
  });
});

describe('an author', () => {
  it('may own the data: then it is only asked for', () => {
    const train = fromPoints(
      [
        { x: 0, y: 0, label: 0 },
        { x: 2, y: 2, label: 1 },
      ],
      { domain: { x: [-5, 5], y: [-5, 5] } },
    );
    const onDataChange = vi.fn();
    const { trainer, plane, root } = show(
      { ...moons, data: train },
      { data: { train }, onDataChange },
    );
    press(plane, 'mouse', 3, -3);
    expect(rows(trainer)).toHaveLength(2);
    expect(onDataChange.mock.lastCall![0].train.x.shape).toEqual([3, 2]);
    expect(root).toHaveAttribute('data-pancake', 'DataEditor');
  });

  it('hides and locks parts', () => {
    const { trainer, plane } = show(moons, { hide: ['csv', 'noise'], lock: ['draw', 'dataset'] });
    expect(screen.queryByRole('button', { name: 'Paste or open CSV' })).toBeNull();
    expect(screen.queryByLabelText(/^Noise/)).toBeNull();
    expect(screen.getByLabelText('Data set')).toBeDisabled();
    press(plane, 'mouse', 3, -3);
    expect(rows(trainer)).toHaveLength(24);
  });
});
