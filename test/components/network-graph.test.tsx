// The network graph against the engine's numbers, and everything that a hand can do to it.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DecisionBoundary } from '../../src/components/decision-boundary';
import { NetworkGraph, type NetworkGraphProps } from '../../src/components/network-graph';
import {
  LayerNorm,
  Linear,
  Sequential,
  Sigmoid,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { colorTable, resolveColor } from '../../src/theme';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const options: TrainerOptions = {
  data: 'moons',
  points: 60,
  model: [2, 4, 3, 1],
  activation: 'Tanh',
  seed: 7,
};

function show(given: TrainerOptions = options, epochs = 3, props: Partial<NetworkGraphProps> = {}) {
  const trainer = createTrainer(given);
  if (epochs) trainer.step('epoch', epochs);
  const view = render(
    <div style={{ width: 640 }}>
      <NetworkGraph trainer={trainer} {...props} />
    </div>,
  );
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="NetworkGraph"]')!;
  return { trainer, root, ...view };
}

const links = (root: HTMLElement) => [
  ...root.querySelectorAll<SVGPathElement>('.pancake-network-link'),
];
const biases = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLElement>('.pancake-network-bias'),
];
const valueOf = (trainer: Trainer, name: string, place: number) =>
  trainer.model.parameters().find((parameter) => parameter.name === name)!.value.data[place]!;
const neuron = (name: RegExp) => screen.getByRole('button', { name });

function expectNumbersOf(trainer: Trainer, root: HTMLElement) {
  for (const link of links(root)) {
    const value = valueOf(trainer, link.dataset['parameter']!, Number(link.dataset['place']));
    expect(Number(link.dataset['value'])).toBe(value);
    expect(link.dataset['sign']).toBe(value < 0 ? '-' : '+');
  }
  for (const bias of biases(root)) {
    const { linear, unit, value } = bias.dataset;
    expect(Number(value)).toBe(valueOf(trainer, `${linear}.bias`, Number(unit)));
  }
}

// Where a line runs on the screen, at this share of its way, so many pixels beside it.
function placeOn(line: SVGPathElement, share = 0.5, beside = 0) {
  const length = line.getTotalLength();
  const at = line.getPointAtLength(share * length);
  const next = line.getPointAtLength(share * length + 0.1);
  const turn = Math.atan2(next.y - at.y, next.x - at.x);
  const { x, y } = new DOMPoint(
    at.x - beside * Math.sin(turn),
    at.y + beside * Math.cos(turn),
  ).matrixTransform(line.getScreenCTM()!);
  return { clientX: x, clientY: y };
}

// What is pressed is what the browser finds there.
async function press(coords: { clientX: number; clientY: number }, keys = '[MouseLeft]') {
  const target = document.elementFromPoint(coords.clientX, coords.clientY)!;
  await userEvent.setup().pointer([{ keys, target, coords }]);
}

describe('the drawing', () => {
  it('has a line for every weight and a disc for every bias, the output’s too', () => {
    const { trainer, root } = show();
    expect(links(root)).toHaveLength(2 * 4 + 4 * 3 + 3);
    expect(biases(root)).toHaveLength(4 + 3 + 1);
    expectNumbersOf(trainer, root);
    const widths = links(root).map((link) => Number(link.getAttribute('stroke-width')));
    const sizes = links(root).map((link) => Math.abs(Number(link.dataset['value'])));
    const [widest, largest] = [widths, sizes].map((list) => list.indexOf(Math.max(...list)));
    expect(widest).toBe(largest);
  });

  it.each([
    { model: [2, 4, 2, 1], lines: 18, more: 22 },
    { model: [2, 8, 8, 2, 1], lines: 98, more: 108 },
    { model: [2, 9, 9, 1], lines: 108, more: 119 },
  ])('has all $more lines at once when it grows from $lines', ({ model, lines, more }) => {
    const { trainer, root } = show({ ...options, model });
    act(() => frames.run(0.1));
    expect(links(root)).toHaveLength(lines);
    act(() => void trainer.reshape({ kind: 'addNeuron', layer: 0 }));
    expect(links(root)).toHaveLength(more);
    expectNumbersOf(trainer, root);
  });

  it('has in every neuron the map that the engine computes', () => {
    const { trainer, root } = show();
    const canvas = root.querySelector('canvas')!;
    const image = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const table = new Uint8Array(
      colorTable(resolveColor('#c8560f'), resolveColor('#f4f3f1'), resolveColor('#1b64b0')).buffer,
    );
    const scaleBox = root.querySelector('.pancake-network-plane')!.getBoundingClientRect();
    const plane = trainer.plane(100);
    const neurons = [...root.querySelectorAll<HTMLElement>('.pancake-network-neuron')];
    expect(neurons).toHaveLength(2 + 4 + 3 + 1);
    for (const element of neurons) {
      const [layer, unit] = [Number(element.dataset['layer']), Number(element.dataset['unit'])];
      const box = element.getBoundingClientRect();
      const x = Math.round(box.left + box.width / 2 - scaleBox.left);
      const y = Math.round(box.top + box.height / 2 - scaleBox.top);
      const map = layer < 0 ? plane.points : plane.layer(layer);
      const value = map.data[(50 * 100 + 50) * map.shape[1]! + unit]!;
      const t = layer < 0 ? value / 5 : layer === 5 ? 2 * (value - 0.5) : value;
      const pixel = [...image.data.slice(4 * (y * image.width + x), 4 * (y * image.width + x) + 3)];
      const index = Math.round((Math.max(-1, Math.min(1, t)) + 1) * 127.5);
      const expected = [...table.slice(4 * index, 4 * index + 3)];
      // The middle of a map lies between two cells.
      pixel.forEach((one, c) => expect(Math.abs(one - expected[c]!)).toBeLessThan(24));
    }
  });

  it('follows the run frame by frame, without React', () => {
    let commits = 0;
    const trainer = createTrainer({ ...options, speed: 60 });
    const { container } = render(
      <Profiler id="graph" onRender={() => commits++}>
        <NetworkGraph trainer={trainer} />
      </Profiler>,
    );
    act(() => frames.tick());
    act(() => trainer.play());
    commits = 0;
    const root = container.querySelector<HTMLElement>('[data-pancake]')!;
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick());
      expectNumbersOf(trainer, root);
    }
    expect(commits).toBeLessThanOrEqual(10);
    act(() => trainer.pause());
  });

  it('shows gradients of the loss over all data', async () => {
    const { trainer, root } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Gradients' }));
    const gradients = trainer.gradients();
    const names = trainer.model.parameters().map(({ name }) => name);
    for (const link of links(root)) {
      const { parameter, place, value } = link.dataset;
      expect(Number(value)).toBe(gradients[names.indexOf(parameter!)]![Number(place)]);
    }
    const largest = Math.max(...gradients.flatMap((one) => [...one].map(Math.abs)));
    expect(Number(root.dataset['largest'])).toBe(largest);
    expect(root).toHaveTextContent(`gradients, largest ${largest.toFixed(4)}`);
  });

  it('folds wide layers, and opens them', async () => {
    const { root } = show({ ...options, model: [2, 20, 1] }, 0);
    expect(root.querySelectorAll('.pancake-network-neuron')).toHaveLength(2 + 12 + 1);
    await userEvent.click(screen.getByRole('button', { name: 'Hidden layer 1: 8 more' }));
    expect(root.querySelectorAll('.pancake-network-neuron')).toHaveLength(2 + 20 + 1);
  });
});

describe('looking at a neuron', () => {
  function both() {
    const trainer = createTrainer(options);
    const { container } = render(
      <>
        <NetworkGraph trainer={trainer} />
        <DecisionBoundary trainer={trainer} />
      </>,
    );
    act(() => frames.tick());
    return container.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
  }

  it('shows it in the big picture, by mouse', async () => {
    const boundary = both();
    await userEvent.hover(neuron(/^Neuron 3 of hidden layer 1/));
    expect(boundary.dataset['neuron']).toBe('1.2');
    await userEvent.unhover(neuron(/^Neuron 3 of hidden layer 1/));
    expect(boundary.dataset['neuron']).toBeUndefined();
  });

  it('stays when it is clicked, until it is clicked again', async () => {
    const boundary = both();
    await userEvent.click(neuron(/^Neuron 3 of hidden layer 1/));
    await userEvent.hover(neuron(/^Neuron 1 of hidden layer 2/));
    expect(boundary.dataset['neuron']).toBe('3.0');
    await userEvent.unhover(neuron(/^Neuron 1 of hidden layer 2/));
    expect(boundary.dataset['neuron']).toBe('1.2');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(boundary.dataset['neuron']).toBeUndefined();
  });

  it('by keyboard: one stop, and arrows from neuron to neuron', async () => {
    const boundary = both();
    act(() => neuron(/^Neuron 1 of hidden layer 1/).focus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement!.getAttribute('data-layer')).toBe('3');
    expect(boundary.dataset['neuron']).toMatch(/^3\./);
    await userEvent.keyboard('{Home}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toHaveAccessibleName('Input x');
  });

  it('can be the page’s own', () => {
    const onNeuronChange = vi.fn();
    const { root } = show(options, 0, { neuron: { layer: 1, unit: 0 }, onNeuronChange });
    expect(root.querySelector('[data-selected]')).toHaveAttribute('data-unit', '0');
    fireEvent.focus(neuron(/^Neuron 2 of hidden layer 1/));
    expect(onNeuronChange).toHaveBeenLastCalledWith({ layer: 1, unit: 1 });
    expect(root.querySelector('[data-selected]')).toHaveAttribute('data-unit', '0');
  });

  it('has its numbers in its name', () => {
    const { trainer } = show();
    const bias = valueOf(trainer, '0.bias', 0).toFixed(3).replace('-', '−');
    expect(neuron(/^Neuron 1 of hidden layer 1/)).toHaveAccessibleName(
      expect.stringContaining(`bias ${bias}, strongest weight`),
    );
  });
});

describe('setting a number', () => {
  it('by typing, and back by Undo, while the run goes on', async () => {
    const { trainer, root } = show({ ...options, speed: 1e-9 });
    const before = valueOf(trainer, '0.bias', 1);
    act(() => trainer.play());
    await userEvent.click(neuron(/^Neuron 2 of hidden layer 1/));
    const field = screen.getByLabelText('Value');
    await userEvent.clear(field);
    await userEvent.type(field, '1.5');
    expect(valueOf(trainer, '0.bias', 1)).toBe(1.5);
    expect(trainer.now.status).toBe('running');
    act(() => frames.tick());
    expectNumbersOf(trainer, root);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(valueOf(trainer, '0.bias', 1)).toBe(before);
    act(() => trainer.pause());
  });

  it('nonsense changes nothing and is explained', async () => {
    const { trainer } = show();
    const before = valueOf(trainer, '0.bias', 1);
    await userEvent.click(neuron(/^Neuron 2 of hidden layer 1/));
    await userEvent.clear(screen.getByLabelText('Value'));
    await userEvent.type(screen.getByLabelText('Value'), 'abc');
    expect(screen.getByRole('alert')).toHaveTextContent('“abc” is not a number');
    expect(valueOf(trainer, '0.bias', 1)).toBe(before);
  });

  it.each(['mouse', 'touch'])(
    'of a line that is clicked with a %s, by dragging',
    async (pointer) => {
      const { trainer, root } = show();
      const line = links(root).find((link) => link.dataset['place'] === '3')!;
      await press(placeOn(line, 0.3), pointer === 'touch' ? '[TouchA]' : '[MouseLeft]');
      expect(screen.getByLabelText('Number')).toHaveDisplayValue('Weight from input y');
      const slider = screen.getByLabelText('Drag the value');
      fireEvent.change(slider, { target: { value: String(Number(slider.getAttribute('max'))) } });
      const set = valueOf(trainer, '0.weight', 3);
      expect(set).toBeCloseTo(Number(slider.getAttribute('max')), 1);
      act(() => frames.tick());
      expectNumbersOf(trainer, root);
      trainer.step('epoch');
      expect(trainer.marks.map(({ kind }) => kind)).toEqual(['weights']);
    },
  );

  it('of the line that the pointer is nearest to, wherever it is', () => {
    const { root } = show({ ...options, model: [2, 4, 3, 1] }, 1);
    const lines = links(root).map((line) => {
      const places = Array.from({ length: 401 }, (_, i) => placeOn(line, i / 400));
      const wayTo = (x: number, y: number) =>
        Math.min(...places.map(({ clientX, clientY }) => Math.hypot(clientX - x, clientY - y)));
      return { path: line.getAttribute('d'), wayTo };
    });
    const box = root.querySelector('.pancake-network-links')!.getBoundingClientRect();
    const met = new Set<string | null>();
    for (let x = box.left + 3; x < box.right; x += 9) {
      for (let y = box.top + 3; y < box.bottom; y += 9) {
        const target = document.elementFromPoint(x, y)!;
        if (!target.matches('.pancake-network-ground')) continue;
        fireEvent.pointerMove(target, { clientX: x, clientY: y, pointerType: 'mouse' });
        const ways = lines.map(({ path, wayTo }) => ({ path, way: wayTo(x, y) }));
        const least = Math.min(...ways.map(({ way }) => way));
        if (Math.abs(least - 6) < 0.5) continue;
        const nearest = ways.filter(({ way }) => way < least + 1).map(({ path }) => path);
        const found = root.querySelector('.pancake-network-under')?.getAttribute('d') ?? null;
        expect(least < 6 ? nearest : [null]).toContain(found);
        met.add(found);
      }
    }
    expect(met.size).toBe(lines.length + 1);
  });

  it('within as many pixels of a line as a finger needs, and no farther', async () => {
    const { root } = show({ ...options, model: [2, 1, 1] }, 0);
    const [line] = links(root);
    const marked = () => root.querySelector('.pancake-network-under')?.getAttribute('d') ?? null;
    const hover = async (beside: number) => {
      const coords = placeOn(line!, 0.2, beside);
      const target = document.elementFromPoint(coords.clientX, coords.clientY)!;
      await userEvent.setup().pointer([{ target, coords }]);
      return { target, path: marked() };
    };
    for (const beside of [-5.5, 0, 5.5]) {
      const { target, path } = await hover(beside);
      expect(path).toBe(line!.getAttribute('d'));
      expect(getComputedStyle(target).cursor).toBe('pointer');
    }
    for (const beside of [-7, 7]) {
      const { target, path } = await hover(beside);
      expect(path).toBe(null);
      expect(getComputedStyle(target).cursor).not.toBe('pointer');
      await press(placeOn(line!, 0.2, beside));
      expect(screen.queryByLabelText('Number')).toBe(null);
    }
    // One element for all lines takes the pointer.
    expect(root.querySelectorAll('.pancake-network-links *')).toHaveLength(3 + 1);
  });

  it('by keyboard alone', async () => {
    const { trainer } = show();
    const before = valueOf(trainer, '0.bias', 0);
    act(() => neuron(/^Neuron 1 of hidden layer 1/).focus());
    await userEvent.keyboard('{Enter}');
    expect(screen.getByLabelText('Number')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByLabelText('Value')).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}0.25');
    expect(before).not.toBe(0.25);
    expect(valueOf(trainer, '0.bias', 0)).toBe(0.25);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('Number')).toBeNull();
    expect(neuron(/^Neuron 1 of hidden layer 1/)).toHaveFocus();
  });

  it.each([
    ['Close', 2],
    ['Remove this neuron', 1],
  ])('by %s, the keyboard goes on at neuron %i', async (name, place) => {
    show();
    act(() => neuron(/^Neuron 2 of hidden layer 1/).focus());
    await userEvent.keyboard('{Enter}');
    act(() => screen.getByRole('button', { name }).focus());
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByLabelText('Number')).toBeNull();
    expect(neuron(new RegExp(`^Neuron ${place} of hidden layer 1`))).toHaveFocus();
  });

  it('can be refused by the page, and is impossible where the author says so', async () => {
    const onParameterChange = vi.fn(() => false);
    const { trainer, unmount } = show(options, 3, { onParameterChange });
    const before = valueOf(trainer, '0.bias', 0);
    await userEvent.click(neuron(/^Neuron 1 of hidden layer 1/));
    await userEvent.clear(screen.getByLabelText('Value'));
    await userEvent.type(screen.getByLabelText('Value'), '2');
    expect(onParameterChange).toHaveBeenLastCalledWith({ name: '0.bias', place: 0, value: 2 });
    expect(valueOf(trainer, '0.bias', 0)).toBe(before);
    unmount();
    show(options, 3, { editable: false });
    await userEvent.click(neuron(/^Neuron 1 of hidden layer 1/));
    expect(screen.queryByLabelText('Value')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a neuron' })).toBeNull();
  });
});

describe('changing the shape', () => {
  const column = (name: string) => within(screen.getByRole('group', { name }));

  it('adds and removes neurons and layers, keeps the other weights, and tells the cost', async () => {
    const { trainer, root } = show();
    const w0 = [...trainer.model.parameters()[0]!.value.data];
    const add = column('Hidden layer 1').getByRole('button', { name: 'Add a neuron' });
    await userEvent.hover(add);
    const cost = root.querySelector<HTMLElement>('.pancake-network-cost')!;
    const count = () => trainer.model.parameters().reduce((sum, { value }) => sum + value.size, 0);
    expect(cost).toHaveTextContent('Adds 6 parameters (then 37)');
    await userEvent.click(add);
    expect(trainer.options.model).toEqual([2, 5, 3, 1]);
    expect(count()).toBe(37);
    expect([...trainer.model.parameters()[0]!.value.data].slice(0, 8)).toEqual(w0);
    act(() => frames.tick());
    expectNumbersOf(trainer, root);
    expect(links(root)).toHaveLength(2 * 5 + 5 * 3 + 3);

    await userEvent.click(
      column('Hidden layer 2').getByRole('button', { name: 'Add a layer after this' }),
    );
    expect(trainer.options.model).toEqual([2, 5, 3, 3, 1]);
    await userEvent.click(
      column('Hidden layer 1').getByRole('button', { name: 'Remove this layer' }),
    );
    expect(trainer.options.model).toEqual([2, 3, 3, 1]);
    await userEvent.unhover(screen.getByRole('button', { name: 'Undo' }));
    for (let i = 0; i < 3; i++) await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(trainer.options.model).toEqual([2, 4, 3, 1]);
    expect([...trainer.model.parameters()[0]!.value.data]).toEqual(w0);
    expect(trainer.now.epoch).toBe(3);
  });

  it('removes the neuron at hand by Delete', async () => {
    const { trainer } = show();
    const w0 = [...trainer.model.parameters()[0]!.value.data];
    act(() => neuron(/^Neuron 2 of hidden layer 1/).focus());
    await userEvent.keyboard('{Delete}');
    expect(trainer.options.model).toEqual([2, 3, 3, 1]);
    expect([...trainer.model.parameters()[0]!.value.data]).toEqual([
      ...w0.slice(0, 2),
      ...w0.slice(4),
    ]);
  });

  it('chooses activations and features', async () => {
    const { trainer } = show();
    await userEvent.selectOptions(column('Hidden layer 2').getByLabelText('Activation'), 'Sin');
    expect(trainer.architecture!.hidden.map(({ activation }) => activation)).toEqual([
      'Tanh',
      'Sin',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'x²' }));
    expect(trainer.architecture!.features).toEqual(['x', 'y', 'x2']);
    expect(neuron(/^Input x²$/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'y' }));
    expect(trainer.architecture!.features).toEqual(['x', 'x2']);
  });

  it('goes on while the run plays', async () => {
    const { trainer, root } = show({ ...options, speed: 30 }, 0);
    act(() => trainer.play());
    act(() => frames.run(0.2));
    await userEvent.click(column('Hidden layer 1').getByRole('button', { name: 'Add a neuron' }));
    act(() => frames.run(0.2));
    expect(trainer.now.status).toBe('running');
    expectNumbersOf(trainer, root);
    act(() => trainer.pause());
  });

  it('says so where a model cannot be changed', () => {
    const { root } = show({
      ...options,
      model: (rng) =>
        new Sequential([
          new Linear(2, 3, { rng }),
          new LayerNorm(3),
          new Linear(3, 1, { rng }),
          new Sigmoid(),
        ]),
    });
    expect(root).toHaveTextContent('The shape of this model is fixed');
    expect(screen.queryByRole('button', { name: 'Add a neuron' })).toBeNull();
    expect(root).toHaveTextContent('LayerNorm(3)');
  });

  it('can be refused by the page', async () => {
    const onReshape = vi.fn(() => false);
    const { trainer } = show(options, 0, { onReshape });
    await userEvent.click(column('Hidden layer 1').getByRole('button', { name: 'Add a neuron' }));
    expect(onReshape).toHaveBeenCalledWith({ kind: 'addNeuron', layer: 0 });
    expect(trainer.options.model).toEqual([2, 4, 3, 1]);
  });
});

describe('a graph of very many lines', () => {
  it('comes in parts, one in a frame, until each line is there with its number', () => {
    // 24, four times 144, and 12.
    const all = 612;
    const { trainer, root } = show({ ...options, model: [2, 12, 12, 12, 12, 12, 1] }, 0);
    expect(links(root).length).toBeLessThan(all);
    const hasMaps = () => {
      const canvas = root.querySelector('canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    };
    while (links(root).length < all) {
      expect(hasMaps()).toBe(false);
      const drawn = links(root).length;
      act(() => frames.tick());
      expect(links(root).length).toBeGreaterThan(drawn);
      expect(links(root).length).toBeLessThanOrEqual(drawn + 100);
    }
    expect(hasMaps()).toBe(true);
    expectNumbersOf(trainer, root);
  });

  it('keeps its maps in their places while many more lines come', () => {
    const { root, trainer } = show({ ...options, model: [2, 8, 8, 1] }, 0);
    const canvas = root.querySelector('canvas')!;
    const before = canvas.height;
    act(() => void trainer.reshape({ kind: 'addLayer', at: 1, units: 12 }));
    // As many as there were; the others follow.
    expect(links(root)).toHaveLength(2 * 8 + 8 * 8 + 8);
    expect(canvas.height).toBeGreaterThan(before);
  });
});
