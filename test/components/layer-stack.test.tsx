// The layer stack against the engine: every cell's number, and how it is worked.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LayerStack, type LayerStackProps } from '../../src';
import {
  Linear,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Tensor,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { formatNumber } from '../../src/a11y';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { data: 'moons', seed: 7, points: 40, model: [2, 5, 1] };

function show(options: TrainerOptions, epochs = 0, props: Partial<LayerStackProps> = {}) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const view = render(<LayerStack trainer={trainer} {...props} />);
  act(() => frames.tick(100));
  const root = view.container.querySelector<HTMLElement>('[data-pancake="LayerStack"]')!;
  return { trainer, root, ...view };
}

const numbersOf = (root: HTMLElement, slab: string, column: 'value' | 'gradient') =>
  [...root.querySelectorAll<HTMLElement>(`[data-slab="${slab}"][data-column="${column}"]`)].map(
    (cell) => Number(cell.dataset['value']) + 0,
  );

// A gradient of −0 is written as 0.
const plain = ({ data }: Tensor) => Array.from(data, (value) => value + 0);

/** One point through the layers by hand, forward and backward. */
function byHand(trainer: Trainer, sample: number) {
  const { x, y } = trainer.data;
  const layers = trainer.model.layers.map((layer) => layer.view());
  const values: number[][] = [];
  let flowing = Tensor.from([[...x.data.slice(2 * sample, 2 * sample + 2)]]);
  for (const layer of layers) {
    flowing = layer.forward(flowing);
    values.push(plain(flowing));
  }
  const gradients: number[][] = [];
  flowing = trainer.loss.gradient(flowing, [[y.data[sample]!]]);
  for (const layer of layers.reverse()) {
    gradients.unshift(plain(flowing));
    flowing = layer.backward(flowing);
  }
  trainer.model.zeroGrad();
  return { values, gradients, dX: plain(flowing) };
}

describe('every cell', () => {
  it('has the number that the engine has, forward and backward', () => {
    const { trainer, root } = show(small, 20, { defaultSample: 3 });
    const { values, gradients, dX } = byHand(trainer, 3);
    for (const [i] of trainer.model.layers.entries()) {
      expect(numbersOf(root, String(i), 'value')).toEqual(values[i]);
      expect(numbersOf(root, String(i), 'gradient')).toEqual(gradients[i]);
    }
    expect(numbersOf(root, 'input', 'value')).toEqual([...trainer.data.x.data.slice(6, 8)]);
    expect(numbersOf(root, 'input', 'gradient')).toEqual(dX);
    expect(numbersOf(root, 'loss', 'value')).toEqual([trainer.trace(3).loss]);
  });

  it('says its number, and shows its sign by more than colour', () => {
    const { root } = show(small, 20);
    for (const cell of root.querySelectorAll<HTMLElement>('[data-cell]')) {
      const value = Number(cell.dataset['value']);
      const spoken = value < 0 ? '−' : '';
      expect(cell.getAttribute('aria-label')).toContain(`: ${spoken}`);
      if (Math.abs(value) > 0.005) expect(cell.textContent.startsWith('−')).toBe(value < 0);
    }
  });

  it('follows the run, without React', () => {
    let commits = 0;
    const trainer = createTrainer({ ...small, speed: 60 });
    const { container } = render(
      <Profiler id="figure" onRender={() => commits++}>
        <LayerStack trainer={trainer} />
      </Profiler>,
    );
    act(() => frames.tick());
    act(() => trainer.play());
    commits = 0;
    for (let i = 0; i < 60; i++) act(() => frames.tick());
    expect(trainer.now.epoch).toBeGreaterThan(55);
    expect(commits).toBeLessThanOrEqual(10);
    act(() => trainer.pause());
    act(() => frames.tick(100));
    const { values } = byHand(trainer, 0);
    expect(numbersOf(container, '2', 'value')).toEqual(values[2]);
  });
});

describe('the slabs', () => {
  it('are the input, the layers and the loss, with shapes and parameter counts', () => {
    const { root } = show(small);
    const names = [...root.querySelectorAll('.pancake-slab-name')].map((name) => name.textContent);
    expect(names.reverse()).toEqual([
      'Input 2',
      'Linear 2 → 5y = W x + b15 parameters',
      'ReLU 5y = max(0, x)',
      'Linear 5 → 1y = W x + b6 parameters',
      'Sigmoid 1y = 1 / (1 + e⁻ˣ)',
      'Loss BinaryCrossEntropy−log p if t = 1, −log(1 − p) if t = 0',
    ]);
  });

  it('are those of the layers inside, where models are nested', () => {
    const model = new Sequential([
      new Sequential([new Linear(2, 3), new ReLU()]),
      new Residual(new Linear(3, 3)),
      new Linear(3, 1),
      new Sigmoid(),
    ]);
    const { root } = show({ ...small, model });
    const keys = [...root.querySelectorAll<HTMLElement>('[data-slab-key]')];
    expect(keys.map(({ dataset }) => dataset['slabKey']).reverse()).toEqual([
      'input',
      '0.0',
      '0.1',
      '1',
      '2',
      '3',
      'loss',
    ]);
  });

  it('are warm where a training step is at work', () => {
    const { trainer, root } = show(small);
    const warm = () =>
      [...root.querySelectorAll<HTMLElement>('[data-active]')].map((s) => s.dataset['slabKey']);
    const seen = Array.from({ length: 10 }, () => {
      act(() => trainer.step('layer'));
      return warm();
    });
    expect(seen.flat()).toEqual(['0', '1', '2', '3', 'loss', '3', '2', '1', '0']);
    expect(seen.at(-1)).toEqual([]);
  });

  it('open to what the layer remembers and what the point adds to each gradient', async () => {
    const { trainer, root } = show(small, 5, { defaultSample: 1 });
    const user = userEvent.setup();
    const button = screen.getByRole('button', { name: /^Linear\(2, 5\): what/ });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const step = trainer.trace(1).steps[0]!;
    const tensor = (name: string) =>
      root.querySelector<HTMLElement>(`[data-tensor="${name}"]`)!.dataset['values'];
    expect(tensor('input')).toBe([...step.input.data].join(' '));
    expect(tensor('local')).toBe([...step.parameters[0]!.value.data].join(' '));
    expect(tensor('weight')).toBe([...step.parameters[0]!.value.data].join(' '));
    expect(tensor('weight added')).toBe([...step.parameters[0]!.added.data].join(' '));
    act(() => trainer.step());
    expect(tensor('weight')).toBe([...trainer.model.parameters()[0]!.value.data].join(' '));
    await user.click(button);
    expect(root.querySelector('[data-tensor]')).toBeNull();
  });

  it('fold wide layers, and show all units when asked', async () => {
    const { root } = show({ ...small, model: [2, 40, 1] });
    const user = userEvent.setup();
    expect(numbersOf(root, '1', 'value')).toHaveLength(32);
    const slab = screen.getByRole('group', { name: 'ReLU' });
    await user.click(within(slab).getByRole('button', { name: /^show 8 more / }));
    expect(numbersOf(root, '1', 'value')).toHaveLength(40);
  });

  it('unfolded, show the numbers of now and not those of the first rendering', async () => {
    const { trainer, root } = show({ ...small, model: [2, 40, 1] });
    const user = userEvent.setup();
    act(() => trainer.step('epoch', 5));
    act(() => frames.tick(100));
    const slab = screen.getByRole('group', { name: 'Linear(2, 40)' });
    const more = within(slab).getByRole('button', { name: /^show 8 more / });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    const { values, gradients } = byHand(trainer, 0);
    expect(numbersOf(root, '0', 'value')).toEqual(values[0]);
    expect(numbersOf(root, '0', 'gradient')).toEqual(gradients[0]);
    expect(within(slab).getByRole('button', { name: /^show fewer / })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  it('follow a change of the loss', () => {
    const { trainer, root } = show(small, 3);
    act(() => trainer.set({ loss: 'MeanSquaredError' }));
    act(() => frames.tick(100));
    const top = screen.getByRole('group', { name: 'MeanSquaredError' });
    expect(top).toHaveTextContent('(p − t)²');
    expect(numbersOf(root, 'loss', 'value')).toEqual([trainer.trace(0).loss]);
    expect(numbersOf(root, '3', 'gradient')).toEqual(byHand(trainer, 0).gradients[3]);
  });

  it('are but input and loss for a model without layers', () => {
    const data = { data: 'plane', points: 20 } as const;
    const plane = createTrainer(data).data;
    const column = plane.x.data.filter((_, i) => i % 2 === 0);
    const one = { ...plane, x: new Tensor(column, [column.length, 1]) };
    const { root } = show({ data: one, model: new Sequential([]) });
    expect(root).toHaveTextContent('This model has no layers yet');
    expect(root.querySelectorAll('.pancake-slab')).toHaveLength(2);
    // The input is what the model says, so its gradient is that of the loss, 2(p − t).
    const [t, p] = [plane.y.data[0]!, column[0]!];
    expect(numbersOf(root, 'input', 'gradient')).toEqual([2 * (p - t)]);
  });
});

describe('a run in trouble', () => {
  it('that diverged says so, with the numbers of its last good epoch', () => {
    const { trainer, root } = show(
      { data: 'plane', points: 40, model: [2, 4, 1], learningRate: 1e6 },
      50,
    );
    expect(root.dataset['status']).toBe('diverged');
    expect(root).toHaveTextContent(
      `diverged; this is epoch ${trainer.getSnapshot().epoch}, the last good one`,
    );
    expect(root.textContent).not.toMatch(/NaN|∞|–(?! )/);
    expect(numbersOf(root, '0', 'value')).toEqual(byHand(trainer, 0).values[0]);
  });

  it('says when a point cannot be followed, and shows it again after a reset', () => {
    const { trainer, root } = show({
      data: 'plane',
      points: 40,
      model: [2, 4, 1],
      activation: 'Tanh',
    });
    // What the model says is finite, the gradient on its way down is not.
    for (const { value } of trainer.model.parameters()) value.fill(1e200);
    act(() => trainer.set({ speed: 20 }));
    act(() => frames.tick(100));
    expect(root).toHaveTextContent('too large to follow this point');
    expect(root).toHaveAccessibleDescription(expect.stringContaining('too large'));
    expect(root.querySelectorAll('[data-cell]')).toHaveLength(0);
    act(() => trainer.reset());
    act(() => frames.tick(100));
    expect(root).not.toHaveTextContent('too large');
    expect(numbersOf(root, '0', 'value')).toEqual(byHand(trainer, 0).values[0]);
  });
});

describe('a cell under the pointer', () => {
  it('is read out below, and stays so while its number changes', async () => {
    const { trainer, root } = show(small, 3);
    const user = userEvent.setup();
    const readout = root.querySelector<HTMLElement>('.pancake-stack-readout')!;
    expect(readout).toHaveTextContent('Point at a cell');
    const before = root.getBoundingClientRect().height;
    const cell = root.querySelector<HTMLElement>('[data-cell="2 value 0"]')!;
    await user.hover(cell);
    const said = () => formatNumber(trainer.trace(0).steps[2]!.output.data[0], 6);
    expect(readout).toHaveTextContent(`Linear(5, 1), value 1: ${said()}`);
    expect(cell).toHaveAttribute('data-read');
    const earlier = said();
    act(() => trainer.step('epoch', 3));
    act(() => frames.tick(100));
    expect(said()).not.toBe(earlier);
    expect(readout).toHaveTextContent(`Linear(5, 1), value 1: ${said()}`);
    expect(root.getBoundingClientRect().height).toBe(before);
    // The tab key goes where the keyboard was, not where the mouse is.
    expect(root.querySelector('[data-cell][tabindex="0"]')).toHaveAttribute(
      'data-cell',
      'input value 0',
    );
  });
});

describe('in a narrow column', () => {
  it.each([320, 680])('of %i pixels nothing sticks out or is cut off', (width) => {
    const trainer = createTrainer({ ...small, model: [2, 3, 4, 40, 1] });
    trainer.step('epoch', 200);
    const { container } = render(
      <div style={{ width }}>
        <LayerStack trainer={trainer} />
      </div>,
    );
    act(() => frames.tick(100));
    const edge = container.firstElementChild!.getBoundingClientRect().right;
    for (const cell of container.querySelectorAll<HTMLElement>('[data-cell]')) {
      expect(cell.getBoundingClientRect().right).toBeLessThanOrEqual(edge);
      expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
    }
    // Rows of a folded layer stand in columns.
    const lefts = [...container.querySelectorAll('[data-slab="4"][data-column="value"]')].map(
      (cell) => Math.round(cell.getBoundingClientRect().left),
    );
    expect(lefts).toHaveLength(32);
    expect(new Set(lefts).size).toBeLessThanOrEqual(16);
  });
});

describe('the tab stop', () => {
  it('goes back to the input when its cell is folded away', async () => {
    const { root } = show({ ...small, model: [2, 40, 1] });
    const user = userEvent.setup();
    const slab = screen.getByRole('group', { name: 'ReLU' });
    await user.click(within(slab).getByRole('button', { name: /^show 8 more / }));
    act(() => root.querySelector<HTMLElement>('[data-cell="1 value 39"]')!.focus());
    await user.click(within(slab).getByRole('button', { name: /^show fewer / }));
    const stops = [...root.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')];
    expect(stops.map(({ dataset }) => dataset['cell'])).toEqual(['input value 0']);
    expect(root.querySelector('.pancake-stack-readout')).toHaveTextContent('Point at a cell');
  });
});

describe('the point', () => {
  it('is chosen by buttons or by number; nonsense changes nothing', async () => {
    const { trainer, root } = show(small);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Next point' }));
    expect(root.dataset['sample']).toBe('1');
    await user.click(screen.getByRole('button', { name: 'Previous point' }));
    await user.click(screen.getByRole('button', { name: 'Previous point' }));
    expect(root.dataset['sample']).toBe('31');
    const field = screen.getByLabelText('Point');
    await user.clear(field);
    await user.type(field, '5');
    expect(root.dataset['sample']).toBe('4');
    await user.type(field, 'x');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(root.dataset['sample']).toBe('4');
    const { loss, x } = trainer.trace(4);
    expect(root).toHaveAccessibleDescription(
      expect.stringContaining(`The model says ${trainer.predict(x).data[0]!.toFixed(3)}`),
    );
    expect(root).toHaveAccessibleDescription(expect.stringContaining(`loss ${loss.toFixed(3)}`));
    expect(numbersOf(root, 'input', 'value')).toEqual([...x.data]);
  });

  it('stays within the data when the data gets smaller', () => {
    const { trainer, root } = show(small, 0, { defaultSample: 30 });
    act(() => trainer.set({ points: 10 }));
    act(() => frames.tick(100));
    expect(root.dataset['sample']).toBe('7');
    expect(numbersOf(root, 'input', 'value')).toEqual([...trainer.data.x.data.slice(14, 16)]);
  });
});

describe('a number that is typed', () => {
  it('beyond the last point is the last one at Enter, and says before how many there are', async () => {
    const { trainer } = show(small);
    const count = trainer.data.x.shape[0]!;
    const field = screen.getByRole('textbox', { name: 'Point' });
    await userEvent.clear(field);
    await userEvent.type(field, '9999');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(`of ${count}`);
    await userEvent.keyboard('{Enter}');
    expect(field).toHaveValue(String(count));
    expect(field).toHaveAttribute('aria-invalid', 'false');
    await userEvent.clear(field);
    await userEvent.type(field, 'the first{Enter}');
    expect(field).toHaveValue(String(count));
  });
});

describe('the keyboard', () => {
  it('has one stop for all cells, and moves through them with the arrows', async () => {
    const { root } = show(small);
    const user = userEvent.setup();
    expect(root.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
    root.querySelector<HTMLElement>('[data-cell="input value 0"]')!.focus();
    const at = () => (document.activeElement as HTMLElement).dataset['cell'];
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
    expect(at()).toBe('0 value 2');
    await user.keyboard('{End}');
    expect(at()).toBe('0 gradient 4');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(at()).toBe('2 gradient 0');
    expect(root.querySelector('.pancake-stack-readout')).toHaveTextContent(
      `Linear(5, 1), gradient 1: ${formatNumber(Number((document.activeElement as HTMLElement).dataset['value']), 6)}`,
    );
    expect(root.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
  });
});
