// The gradient check against the engine: every number, the order, planted mistakes, and how it is worked.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { userEvent as realUser } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GradientCheck, Pancake, type GradientCheckProps, type MistakeKind } from '../../src';
import {
  Linear,
  Mul,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Square,
  Tanh,
  checkGradients,
  createRng,
  createTrainer,
  type Layer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { formatNumber } from '../../src/a11y';
import { rowsOf } from '../../src/engine';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = {
  data: 'moons',
  seed: 7,
  points: 40,
  model: [2, 4, 1],
  activation: 'Tanh',
};

function show(options: TrainerOptions = small, props: Partial<GradientCheckProps> = {}) {
  const trainer = createTrainer(options);
  trainer.step('epoch', 5);
  const view = render(<GradientCheck trainer={trainer} maxRows={1000} {...props} />);
  act(() => frames.tick(100));
  return { trainer, root: rootOf(view.container), ...view };
}

const rootOf = (container: HTMLElement) =>
  container.querySelector<HTMLElement>('[data-pancake="GradientCheck"]')!;
const summaryOf = (root: HTMLElement) => root.querySelector('.pancake-check-summary')!.textContent;
const rowsIn = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLTableRowElement>('tr[data-entry]'),
];

/** What the engine says of the points that the figure checks on. */
function byEngine({ model, data, loss }: Trainer, eps = 1e-5, samples = 16) {
  const rows = Array.from({ length: samples }, (_, i) => i);
  return checkGradients(model, rowsOf(data.x, rows), {
    loss,
    target: rowsOf(data.y, rows),
    eps,
  });
}

/** Seven digits behind the point, fewer where there are many before it. */
const slope = (value: number) => {
  const before = String(Math.floor(Math.abs(value))).length;
  return formatNumber(value, 8 - before);
};

const names: Record<string, string> = {
  input: 'x',
  '0.weight': 'W1',
  '0.bias': 'b1',
  '2.weight': 'W3',
  '2.bias': 'b3',
};

/** The rows as the engine's numbers would be written, largest error first. */
function expectedRows(check: ReturnType<typeof byEngine>, layer: (name: string) => boolean) {
  const written = (error: number) => formatNumber(error, error >= 0.01 ? 3 : 0);
  return check.entries
    .filter(({ name }) => layer(name))
    .sort((a, b) => b.error - a.error)
    .map(({ name, index, analytic, numeric, error }) => [
      // A tensor of one number has no places.
      name === '2.bias' ? 'b3' : `${names[name]}[${index.join(', ')}]`,
      slope(analytic),
      slope(numeric),
      written(error),
    ]);
}

const shownRows = (layer: HTMLElement) =>
  rowsIn(layer).map((row) => [
    ...[...row.cells].slice(0, 3).map((cell) => cell.textContent),
    row.querySelector('.pancake-check-error')!.textContent,
  ]);

describe('every number', () => {
  it.each([1e-5, 1e-2, 1e-12])('is the engine’s, the largest error first, with ε = %s', (eps) => {
    const { trainer, root } = show(small, { eps });
    const check = byEngine(trainer, eps);
    const layers = [...root.querySelectorAll<HTMLElement>('section[data-layer]')];
    expect(layers.map((layer) => layer.dataset['layer'])).toEqual(['0', '1', '3']);
    const prefixes = ['input', '0.', '2.'];
    layers.forEach((layer, i) => {
      const rows = expectedRows(check, (name) => name.startsWith(prefixes[i]!));
      expect(rows.length).toBeGreaterThan(0);
      expect(shownRows(layer)).toEqual(rows);
    });
    expect(rowsIn(root)).toHaveLength(check.entries.length);
  });

  it('stands in the summary: how many agree, and how far the worst is off', () => {
    const { trainer, root } = show();
    const check = byEngine(trainer);
    const error = formatNumber(check.maxError, 0);
    expect(summaryOf(root)).toMatch(
      new RegExp(`^✓ All ${check.entries.length} gradients agree within 10⁻⁶; .*${error}\\.$`),
    );
    expect(root).toHaveTextContent('on the first 16 of 32 training points, epoch 5');
  });

  it('of the curve is the engine’s too, at each ε', () => {
    const { trainer, root } = show();
    const [name, place] = root
      .querySelector<HTMLElement>('[data-curve]')!
      .dataset['curve']!.split(' ');
    const at = (eps: number) => {
      const of = byEngine(trainer, eps).entries.filter((entry) => entry.name === name);
      return of[Number(place)]!.error;
    };
    const shown = root.querySelector<SVGElement>('[data-errors]')!.dataset['errors']!.split(' ');
    expect(shown.map(Number)).toEqual(
      Array.from({ length: 12 }, (_, i) => at(Number(`1e${i - 12}`))),
    );
  });

  it('of a large matrix is a sample, and the figure says so', () => {
    const { root } = show({ ...small, model: [2, 20, 20, 1] }, { maxEntries: 50 });
    expect(root).toHaveTextContent('W3 (50 of 400 numbers, spread evenly), b3');
    const rows = rowsIn(root).filter(({ dataset }) => dataset['entry']!.startsWith('2.weight '));
    expect(rows).toHaveLength(50);
    const places = rows.map(({ dataset }) => Number(dataset['entry']!.split(' ')[1]));
    for (const of of [(place: number) => place % 20, (place: number) => Math.floor(place / 20)]) {
      expect(new Set(places.map(of)).size).toBeGreaterThan(15);
    }
    expect(summaryOf(root)).toMatch(/gradients checked \(of 533\) agree/);
  });
});

describe('the model', () => {
  const state = ({ model }: Trainer) =>
    model.parameters().map(({ value, grad }) => [value.toArray(), grad.toArray()]);

  it('is left as it is, with and without a mistake, and trains on as if nobody had looked', () => {
    const [alone, { trainer, rerender }] = [createTrainer(small), show()];
    alone.step('epoch', 5);
    for (const kind of ['sign', 'factor', 'batch', 'overwrite'] as const) {
      rerender(<GradientCheck trainer={trainer} mistake={{ kind, layer: 1 }} eps={1e-1} />);
    }
    expect(state(trainer)).toEqual(state(alone));
    act(() => trainer.step('epoch', 3));
    act(() => frames.tick(100));
    alone.step('epoch', 3);
    expect(state(trainer)).toEqual(state(alone));
  });

  it('is checked again after each step, and twice a second while it plays', () => {
    const trainer = createTrainer(small);
    let renders = 0;
    const { container } = render(
      <Profiler id="check" onRender={() => renders++}>
        <GradientCheck trainer={trainer} maxRows={1000} />
      </Profiler>,
    );
    const root = rootOf(container);
    act(() => frames.tick(100));
    act(() => trainer.step('epoch'));
    act(() => frames.tick());
    expect(root.dataset['checkedEpoch']).toBe('1');
    expect(root.querySelector<HTMLElement>('td[data-analytic]')!.dataset['analytic']).toBe(
      String(
        byEngine(trainer)
          .entries.filter(({ name }) => name === 'input')
          .sort((a, b) => b.error - a.error)[0]!.analytic,
      ),
    );

    act(() => trainer.play());
    const epochs = new Set<string>();
    renders = 0;
    for (let i = 0; i < 120; i++) {
      act(() => frames.tick());
      epochs.add(root.dataset['checkedEpoch']!);
    }
    expect(epochs.size).toBeGreaterThanOrEqual(3);
    expect(epochs.size).toBeLessThanOrEqual(6);
    expect(renders).toBeLessThanOrEqual(40);
    act(() => trainer.pause());
    act(() => frames.tick());
    expect(root.dataset['checkedEpoch']).toBe(String(trainer.now.epoch));
  });

  it('need not be a run’s: the function of the lesson', () => {
    const model = new Sequential([new Mul({ k: 0.5 }), new Square()]);
    const { container } = render(<GradientCheck model={model} x={[[42]]} />);
    const cells = (entry: string) =>
      [...container.querySelectorAll(`[data-entry="${entry}"] td`)]
        .slice(0, 1)
        .map((cell) => cell.textContent);
    const { entries } = checkGradients(model, [[42]], { dOut: [[1]] });
    expect(cells('input 0')).toEqual([slope(entries[0]!.analytic)]);
    expect(cells('0.k 0')).toEqual([slope(entries[1]!.analytic)]);
    expect(cells('input 0')).toEqual(['21.000000']);
    expect(cells('0.k 0')).toEqual(['1764.0000']);
    expect(screen.getByRole('button', { name: 'k1' })).toBeVisible();
    expect(container).toHaveTextContent('Error of ∂S/∂k1 by ε');
  });

  it('is checked again when the reader asks, since nobody tells of its changes', async () => {
    const model = new Sequential([new Linear(1, 1), new Square()]);
    const { container } = render(<GradientCheck model={model} x={[[2]]} />);
    const slope = () =>
      Number(
        container.querySelector<HTMLElement>('[data-entry="input 0"] td')!.dataset['analytic'],
      );
    model.parameters()[0]!.value.fill(3);
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(slope()).toBe(checkGradients(model, [[2]], { dOut: [[1]] }).entries[0]!.analytic);
  });

  it('may have no parameters, or numbers too large to check', () => {
    const bare = render(<GradientCheck model={new Sequential([new Tanh()])} x={[[0.3, 1]]} />);
    expect(bare.container.querySelectorAll('section')).toHaveLength(1);
    expect(summaryOf(rootOf(bare.container))).toMatch(/All 2 gradients agree/);
    bare.unmount();

    const trainer = createTrainer({ data: 'plane', model: [2, 4, 1], activation: 'Tanh' });
    for (const { value } of trainer.model.parameters()) value.fill(1e200);
    const { container } = render(<GradientCheck trainer={trainer} />);
    expect(container.querySelector('.pancake-message')).toHaveTextContent(
      /^The numbers are too large to check: .*Start over/,
    );
    expect(container.querySelector('table')).toBeNull();
  });

  it('needs a batch, and settings that make sense', () => {
    const why = (element: React.ReactElement) => refusal(() => render(element));
    const model = new Sequential([new Tanh()]);
    expect(why(<GradientCheck model={model} />)).toMatch('a model without x');
    expect(why(<GradientCheck model={model} x={[[1]]} eps={0} />)).toMatch('eps = 0');
    expect(why(<GradientCheck trainer={createTrainer(small)} samples={0} />)).toMatch(
      'samples = 0; it must be a whole number of at least 1',
    );
  });
});

describe('a planted mistake', () => {
  const wrongLayers = (root: HTMLElement) =>
    [...root.querySelectorAll<HTMLElement>('section[data-layer]')]
      .filter((layer) => layer.querySelector('tr[data-verdict="wrong"]'))
      .map((layer) => layer.dataset['layer']);

  it.each<[MistakeKind, number, string[]]>([
    ['sign', 3, ['3']],
    ['factor', 1, ['1']],
    ['batch', 3, ['3']],
    ['overwrite', 1, ['1']],
    // An activation hands a wrong slope to all that is below it.
    ['sign', 2, ['0', '1']],
    ['factor', 2, ['0', '1']],
    ['factor', 4, ['0', '1', '3']],
  ])('is caught where it bites: %s in layer %s', (kind, layer, wrong) => {
    const { root } = show(small, { mistake: { kind, layer } });
    expect(wrongLayers(root)).toEqual(wrong);
    expect(summaryOf(root)).toMatch(/^✗ \d+ of 49 gradients disagree/);
    expect(root.querySelector('.pancake-check-planted')).toHaveTextContent(
      `Planted in layer ${layer}`,
    );
    const curve = root.querySelector<HTMLElement>('[data-curve]')!;
    expect(curve).toHaveTextContent('No ε brings the two together');
  });

  it('in a residual block overwrites what goes around it', () => {
    const rng = createRng(2);
    const model = new Sequential([
      new Linear(2, 3, { rng }),
      new Residual(new Sequential([new Linear(3, 3, { rng }), new Tanh()])),
      new Sequential([new Linear(3, 1, { rng }), new Sigmoid()]),
    ]);
    const { container } = render(
      <GradientCheck
        model={model}
        x={[[0.5, -1]]}
        maxRows={20}
        mistake={{ kind: 'overwrite', layer: 2 }}
      />,
    );
    expect(wrongLayers(rootOf(container))).toEqual(['0', '1']);
    expect(screen.getByRole('button', { name: 'W2.0[0, 0]' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'W3[0, 0]' })).toBeVisible();
  });

  it('is the reader’s to plant and to take away, in a layer that can have it', async () => {
    const { root } = show(small, { mistakes: true });
    expect(screen.queryByLabelText('in layer')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Plant a mistake'), 'batch');
    const layers = within(screen.getByLabelText('in layer')).getAllByRole('option');
    expect(layers.map((option) => option.textContent)).toEqual([
      '1 Linear(2, 4)',
      '3 Linear(4, 1)',
    ]);
    await userEvent.selectOptions(screen.getByLabelText('in layer'), '3');
    expect(wrongLayers(root)).toEqual(['3']);
    await userEvent.selectOptions(screen.getByLabelText('Plant a mistake'), 'none');
    expect(wrongLayers(root)).toEqual([]);
  });

  it('is not offered where it could not show: one sample has nothing to sum over', () => {
    render(<GradientCheck model={new Sequential([new Linear(2, 1)])} x={[[1, 2]]} mistakes />);
    const option = (name: string) => screen.getByRole<HTMLOptionElement>('option', { name });
    expect(option('no sum over the batch').disabled).toBe(true);
    expect(option('sign flipped').disabled).toBe(false);
  });
});

describe('a measurement that fails', () => {
  it('is told from a mistake: ε too small, ε too large', () => {
    for (const eps of [1e-12, 1e-1]) {
      const { root, unmount } = show(small, { eps });
      expect(summaryOf(root)).toMatch(/^≈ With this ε, \d+ of \d+ gradients cannot be confirmed/);
      expect(root.querySelectorAll('tr[data-verdict="wrong"]')).toHaveLength(0);
      unmount();
    }
  });

  it('is told from a mistake: a kink', () => {
    const rng = createRng(3);
    const first = new Linear(2, 3, { rng });
    first.bias.fill(0);
    const model = new Sequential([first, new ReLU(), new Linear(3, 1, { rng })]);
    const { container } = render(<GradientCheck model={model} x={[[0, 0]]} />);
    const root = rootOf(container);
    expect(summaryOf(root)).toMatch(/^∧ \d+ of \d+ gradients agree.*lie at a kink/);
    expect(root).toHaveTextContent('The slope jumps within ε of this number');
    expect(root.querySelectorAll('tr[data-verdict="wrong"]')).toHaveLength(0);
    expect(root.querySelector('[data-entry="0.bias 0"]')).toHaveTextContent('at a kink');
  });
});

describe('the reader', () => {
  it('moves ε by keyboard and pointer, and hears what it is', async () => {
    const asked: number[] = [];
    const { root } = show(small, { onEpsChange: (eps) => asked.push(eps) });
    const slider = screen.getByRole('slider', { name: 'ε' });
    await userEvent.tab();
    expect(slider).toHaveFocus();
    await realUser.keyboard('{ArrowLeft}');
    expect(asked).toEqual([1e-6]);
    await realUser.keyboard('{Home}');
    expect(asked.at(-1)).toBe(1e-12);
    expect(slider).toHaveAttribute('aria-valuetext', '10⁻¹²');
    expect(summaryOf(root)).toMatch(/With this ε/);
  });

  it('asks for another ε where the page owns it', () => {
    function Page() {
      const [eps, setEps] = useState(1e-3);
      return (
        <>
          <output>{eps}</output>
          <Pancake {...small}>
            <GradientCheck eps={eps} onEpsChange={(wanted) => setEps(Math.max(1e-7, wanted))} />
          </Pancake>
        </>
      );
    }
    render(<Page />);
    const slider = screen.getByRole('slider', { name: 'ε' });
    expect(slider).toHaveValue('-3');
    fireEvent.change(slider, { target: { value: '-11' } });
    expect(slider).toHaveValue('-7');
  });

  it('chooses a number by click, touch or Enter, and sees its curve', async () => {
    const { root } = show();
    const curve = () => root.querySelector<HTMLElement>('[data-curve]')!.dataset['curve'];
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'W1[2, 1]' }));
    expect(curve()).toBe('0.weight 5');
    const cell = root.querySelector<HTMLElement>('[data-entry="2.weight 1"] td')!;
    await user.pointer({ keys: '[TouchA]', target: cell.closest('tr')!.querySelector('button')! });
    expect(curve()).toBe('2.weight 1');
    screen.getByRole('button', { name: 'b1[3]' }).focus();
    await user.keyboard('{Enter}');
    expect(curve()).toBe('0.bias 3');
    expect(screen.getByRole('button', { name: 'b1[3]' })).toHaveAttribute('aria-pressed', 'true');
    expect(root).toHaveTextContent('Error of ∂L/∂b1[3] by ε');
  });

  it('opens a long table, which is then a region to scroll by keyboard', async () => {
    const { root } = show(small, { maxRows: 3 });
    const input = root.querySelector<HTMLElement>('section[data-layer="0"]')!;
    expect(rowsIn(input)).toHaveLength(3);
    await userEvent.click(within(input).getByRole('button', { name: 'show all 32 Input' }));
    expect(rowsIn(input)).toHaveLength(32);
    const region = within(input).getByRole('region');
    expect(region.tabIndex).toBe(0);
    expect(region.scrollHeight).toBeGreaterThan(region.clientHeight);
    await userEvent.click(within(input).getByRole('button', { name: 'show fewer Input' }));
    expect(rowsIn(input)).toHaveLength(3);
  });

  it('puts the worst layer first', async () => {
    const { root } = show(small, { mistake: { kind: 'sign', layer: 3 } });
    const order = () =>
      [...root.querySelectorAll<HTMLElement>('section[data-layer]')].map(
        ({ dataset }) => dataset['layer'],
      );
    expect(order()).toEqual(['0', '1', '3']);
    await userEvent.click(screen.getByLabelText('worst layer first'));
    expect(order()[0]).toBe('3');
  });

  it('hears the verdict when it changes, and not while it stays', () => {
    const { root, rerender, trainer } = show();
    const status = root.querySelector('[role="status"]')!;
    const first = status.textContent;
    act(() => trainer.step('epoch', 5));
    act(() => frames.tick(100));
    expect(summaryOf(root)).not.toContain(first);
    expect(status.textContent).toBe(first);
    rerender(<GradientCheck trainer={trainer} mistake={{ kind: 'sign', layer: 1 }} />);
    expect(status.textContent).toMatch(/gradients disagree/);
  });

  it('finds a table with a caption and headings for each layer', () => {
    show();
    const table = screen.getByRole('table', {
      name: 'Linear(2, 4): gradients, the largest error first',
    });
    const headings = within(table).getAllByRole('columnheader');
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'number',
      'analytic',
      'numerical',
      'relative error',
    ]);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(12);
  });
});

it('checks a single layer too', () => {
  const layer: Layer = new Linear(2, 2);
  const { container } = render(
    <GradientCheck
      model={layer}
      x={[
        [1, 2],
        [0.5, -1],
      ]}
    />,
  );
  expect(container.querySelectorAll('[data-entry^="weight "]')).toHaveLength(4);
});
