// The data editor's hand while it holds something, and what is drawn meanwhile, against the run.
import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataEditor, type DataEditorProps } from '../../src/components/data-editor';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import { resolveColor } from '../../src/theme';
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
  return { trainer, root, plane: screen.getByRole('application') };
}

const place = ({ data }: Trainer, row: number) => [
  data.x.data[2 * row]!,
  data.x.data[2 * row + 1]!,
];
const count = ({ data }: Trainer) => data.x.shape[0]!;
const mark = (root: HTMLElement, row: number) => {
  const { x, y } = root.querySelector<SVGPathElement>(
    `.pancake-data-mark[data-at="${row}"]`,
  )!.dataset;
  return [Number(x), Number(y)];
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });

function pointer(plane: HTMLElement, x: number, y: number, pointerType = 'mouse') {
  const { left, top, width, height } = plane.getBoundingClientRect();
  return {
    ...{ pointerType, pointerId: 1, isPrimary: true, button: 0 },
    clientX: left + ((x + 5) / 10) * width,
    clientY: top + ((5 - y) / 10) * height,
  };
}

describe.each(['mouse', 'touch', 'pen'])('a point held by a %s', (type) => {
  it('is drawn where it is at every move, and moves the run once a frame', () => {
    const { trainer, plane, root } = show();
    const set = vi.spyOn(trainer, 'set');
    const [x, y] = place(trainer, 3) as [number, number];
    fireEvent.pointerDown(plane, pointer(plane, x, y, type));
    for (let i = 1; i <= 24; i++) {
      const before = set.mock.calls.length;
      for (const part of [0, 0.25, 0.5, 0.75]) {
        fireEvent.pointerMove(plane, pointer(plane, -4 + (i + part) / 4, 4, type));
        expect(mark(root, 3)[0]).toBeCloseTo(-4 + (i + part) / 4, 1);
      }
      act(() => frames.tick());
      expect(set.mock.calls.length - before).toBeLessThanOrEqual(2);
      expect(place(trainer, 3)).toEqual(mark(root, 3));
    }
    // As many as there were frames, and the first one at once.
    expect(set.mock.calls.length).toBeLessThanOrEqual(25);
    fireEvent.pointerUp(plane, pointer(plane, 2.25, 4, type));
    expect(place(trainer, 3)).toEqual(mark(root, 3));
    const calls = set.mock.calls.length;
    act(() => frames.run(0.2));
    expect(set.mock.calls.length).toBe(calls);
  });

  it('goes back to the bit by Escape, and leaves nothing to undo', () => {
    const { trainer, plane } = show();
    const before = trainer.data.x.data.join();
    const [x, y] = place(trainer, 3) as [number, number];
    fireEvent.pointerDown(plane, pointer(plane, x, y, type));
    fireEvent.pointerMove(plane, pointer(plane, 4, 4, type));
    expect(trainer.data.x.data.join()).not.toBe(before);
    fireEvent.keyDown(plane, { key: 'Escape' });
    expect(trainer.data.x.data.join()).toBe(before);
    fireEvent.pointerMove(plane, pointer(plane, 3, 3, type));
    fireEvent.pointerUp(plane, pointer(plane, 3, 3, type));
    act(() => frames.run(0.1));
    expect(trainer.data.x.data.join()).toBe(before);
    expect(button('Undo')).toBeDisabled();
  });
});

describe('undo', () => {
  it('works from wherever in the figure the focus is, once for each press', async () => {
    const { trainer, plane } = show();
    for (const x of [2, 3, 4]) {
      fireEvent.pointerDown(plane, pointer(plane, x, -4));
      fireEvent.pointerUp(plane, pointer(plane, x, -4));
    }
    expect(count(trainer)).toBe(27);
    button('Move').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(count(trainer)).toBe(26);
    act(() => plane.focus());
    await userEvent.keyboard('{Meta>}z{/Meta}');
    expect(count(trainer)).toBe(25);
    button('Move').focus();
    await userEvent.keyboard('{Control>}y{/Control}');
    expect(count(trainer)).toBe(26);
  });

  it('goes through a plane that was empty, which the run never was', async () => {
    const { trainer, plane, root } = show();
    await userEvent.click(button('Clear'));
    fireEvent.pointerDown(plane, pointer(plane, 1, 1));
    fireEvent.pointerUp(plane, pointer(plane, 1, 1));
    expect(count(trainer)).toBe(1);
    await userEvent.click(button('Undo'));
    expect(root.querySelectorAll('.pancake-data-mark')).toHaveLength(0);
    expect(screen.getByRole('alert')).toHaveTextContent('Add at least one point');
    expect(count(trainer)).toBe(24);
    await userEvent.click(button('Undo'));
    expect(root.querySelectorAll('.pancake-data-mark')).toHaveLength(30);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(button('Redo'));
    expect(root.querySelectorAll('.pancake-data-mark')).toHaveLength(0);
  });

  it('has no step for a point that was picked up and put down where it was', async () => {
    const { plane } = show();
    act(() => plane.focus());
    await userEvent.keyboard('n{Enter}{Enter}');
    expect(button('Undo')).toBeDisabled();
  });
});

describe('names of classes from CSV', () => {
  it('are on the classes, in what is said, and in what is downloaded', async () => {
    const { plane } = show({ ...moons, testRatio: 0 });
    await userEvent.click(button('Paste or open CSV'));
    fireEvent.change(screen.getByLabelText('Lines of x, y and label'), {
      target: { value: '1,2,cat\n-1,3,dog\n0,0,cat\n2,2,dog' },
    });
    await userEvent.click(button(/^Use these/));
    expect(button('dog')).toHaveTextContent('dog');
    act(() => plane.focus());
    await userEvent.keyboard('nn');
    expect(screen.getByRole('status')).toHaveTextContent('Point 2 of 4, dog, at x −1.00, y 3.00');
    // They outlive an edit, and go with the data that had them.
    await userEvent.keyboard('{Delete}');
    expect(button('dog')).toBeVisible();
    const blobs: Blob[] = [];
    const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:points';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await userEvent.click(button('Download training CSV'));
    create.mockRestore();
    click.mockRestore();
    expect(await blobs[0]!.text()).toBe('x,y,label\n1,2,cat\n0,0,cat\n2,2,dog\n');
    await userEvent.click(button('Undo'));
    await userEvent.click(button('Undo'));
    expect(button('class 1')).toHaveTextContent('1');
  });

  it('are asked of a file only if it is not too large to be read', () => {
    const { plane } = show();
    const file = new File(['x'.repeat(5_000_001)], 'large.csv');
    const text = vi.spyOn(file, 'text');
    const drop = createEvent.drop(plane);
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [file] } });
    fireEvent(plane, drop);
    expect(text).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('more than 5 million characters');
  });
});

it('says why there is no test data to download', () => {
  show({ ...moons, testRatio: 0 });
  expect(button('Download test CSV')).toBeDisabled();
  expect(button('Download test CSV')).toHaveAccessibleDescription('There are no test points.');
});

describe('very many points', () => {
  const pixel = (root: HTMLElement, plane: HTMLElement, [x, y]: readonly number[]) => {
    const canvas = root.querySelector<HTMLCanvasElement>('.pancake-cloud')!;
    const { width, height } = plane.getBoundingClientRect();
    const at = [((x! + 5) / 10) * width, ((5 - y!) / 10) * height].map(Math.round);
    return [...canvas.getContext('2d')!.getImageData(at[0]!, at[1]!, 1, 1).data.slice(0, 3)];
  };
  // A point that no other one covers.
  const alone = ({ data }: Trainer) =>
    Array.from({ length: count({ data } as Trainer) }, (_, i) => i).find((i) => {
      const [x, y] = [data.x.data[2 * i]!, data.x.data[2 * i + 1]!];
      return data.x.data.every(
        (value, k) =>
          k % 2 === 1 || k === 2 * i || Math.hypot(value - x, data.x.data[k + 1]! - y) > 0.25,
      );
    })!;

  it('have the colours of their classes where they are, in the dark as well', async () => {
    const { trainer, root, plane } = show({
      data: 'gauss',
      points: 2000,
      noise: 0.4,
      testRatio: 0,
    });
    const row = alone(trainer);
    const label = trainer.data.y.data[row]!;
    // A mark between two pixels is mixed with what is around it.
    const isColor = (color: string) =>
      pixel(root, plane, place(trainer, row)).forEach((value, i) =>
        expect(Math.abs(value - resolveColor(color)[i]!)).toBeLessThan(30),
      );
    isColor(['#c8560f', '#1b64b0'][label]!);
    document.documentElement.style.colorScheme = 'dark';
    try {
      await act(async () => {});
      isColor(['#f09455', '#6fb1f5'][label]!);
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });

  it('move the run when they are let go, which the figure says', () => {
    const { trainer, plane, root } = show({ data: 'gauss', points: 8000, testRatio: 0 });
    expect(root).toHaveTextContent('the run follows when a drag ends');
    const before = trainer.data;
    fireEvent.pointerDown(plane, pointer(plane, 4.5, -4.5));
    fireEvent.pointerMove(plane, pointer(plane, 4, -4));
    act(() => frames.tick());
    expect(trainer.data).toBe(before);
    fireEvent.pointerUp(plane, pointer(plane, 4, -4));
    expect(count(trainer)).toBe(8001);
    expect(place(trainer, 8000)).toEqual([expect.closeTo(4, 1), expect.closeTo(-4, 1)]);
  });
});
