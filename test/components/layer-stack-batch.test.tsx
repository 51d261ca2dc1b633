// The layer stack of a batch, and what it shares with other figures, against the engine's numbers.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DecisionBoundary, LayerStack, type LayerStackProps } from '../../src';
import { Tensor, createTrainer, type TrainerOptions } from '../../src/engine-entry';
import { distributionOf, rangeFor } from '../../src/components/layer-stack/distribution';
import { selectionOf } from '../../src/hooks';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = {
  data: 'moons',
  seed: 7,
  points: 40,
  model: [2, 6, 1],
  batchSize: 16,
};

function show(options: TrainerOptions = small, props: Partial<LayerStackProps> = {}, epochs = 3) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const view = render(<LayerStack trainer={trainer} {...props} />);
  act(() => frames.tick(100));
  const root = view.container.querySelector<HTMLElement>('[data-pancake="LayerStack"]')!;
  const histogram = (slab: string, column: string) =>
    root.querySelector<HTMLElement>(`[data-histogram="${slab} ${column}"]`)!;
  return { trainer, root, view, histogram };
}

describe('the batch', () => {
  it('has the least, mean and largest of the engine’s numbers for the next batch', () => {
    const { trainer, histogram, root } = show(small, { defaultView: 'batch' });
    const { rows, loss } = trainer.rehearse();
    const { steps } = trainer.trace(rows);
    for (const { path, output, gradOut } of steps) {
      for (const [column, { data }] of [
        ['value', output],
        ['gradient', gradOut],
      ] as const) {
        const { dataset } = histogram(path, column);
        expect(Number(dataset['count'])).toBe(data.length);
        expect(Number(dataset['low'])).toBe(Math.min(...data));
        expect(Number(dataset['high'])).toBe(Math.max(...data));
        expect(Number(dataset['mean'])).toBeCloseTo(data.reduce((a, b) => a + b) / data.length, 12);
        const zeros = data.filter((one) => one === 0).length;
        expect(Number(dataset['zeros'])).toBe(zeros / data.length);
      }
    }
    const cell = root.querySelector<HTMLElement>('[data-cell="loss value 0"]')!;
    expect(Number(cell.dataset['value'])).toBe(loss);
  });

  it('says in words what it shows, units that are silent for all points included', () => {
    const { trainer, histogram } = show(small, { defaultView: 'batch' });
    act(() => {
      for (let i = 0; i < 2; i++) trainer.setParameter('0.weight', i, 0);
      trainer.setParameter('0.bias', 0, -1);
      frames.tick(100);
    });
    expect(histogram('1', 'value').dataset['silent']).not.toBe('0');
    expect(histogram('1', 'value')).toHaveTextContent(/\d of 6 units zero for all/);
    expect(
      screen.getByRole('img', { name: /^ReLU, 96 values of the batch: from 0.000 to/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^ReLU, 96 gradients of the batch: from −/ }),
    ).toBeVisible();
  });

  it('follows the run, on scales that keep still', () => {
    const { trainer, histogram } = show({ ...small, speed: 60 }, { defaultView: 'batch' });
    const ranges: number[] = [];
    const means = new Set<string>();
    act(() => trainer.play());
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick(100));
      const { range, low, high, mean } = histogram('2', 'value').dataset;
      expect(Math.max(-Number(low), Number(high))).toBeLessThanOrEqual(Number(range));
      if (ranges.at(-1) !== Number(range)) ranges.push(Number(range));
      means.add(mean!);
    }
    expect(means.size).toBeGreaterThan(30);
    // They grow with the numbers, and never to and fro.
    expect(ranges.length).toBeLessThan(8);
    expect(ranges).toEqual([...new Set(ranges)]);
  });

  it('is chosen by mouse, by touch and by keyboard', async () => {
    const onViewChange = vi.fn();
    const { root } = show(small, { onViewChange });
    const user = userEvent.setup();
    const batch = screen.getByRole('button', { name: 'batch' });
    const one = screen.getByRole('button', { name: 'one sample' });
    await user.click(batch);
    expect(root).toHaveAttribute('data-view', 'batch');
    expect(batch).toHaveAttribute('aria-pressed', 'true');
    await user.pointer({ keys: '[TouchA]', target: one });
    expect(root).toHaveAttribute('data-view', 'sample');
    batch.focus();
    await user.keyboard('{Enter}');
    expect(root).toHaveAttribute('data-view', 'batch');
    expect(onViewChange.mock.calls.flat()).toEqual(['batch', 'sample', 'batch']);
  });

  it('is the page’s to choose', async () => {
    const onViewChange = vi.fn();
    const { root } = show(small, { view: 'sample', onViewChange });
    await userEvent.click(screen.getByRole('button', { name: 'batch' }));
    expect(onViewChange).toHaveBeenCalledWith('batch');
    expect(root).toHaveAttribute('data-view', 'sample');
  });
});

describe('a distribution', () => {
  it('counts every number once: in a bar, as zero, or as not finite', () => {
    const data = Float64Array.of(-1, -0.5, -1e-9, 0, 0, 1e-9, 0.3, 1, NaN, Infinity);
    const { counts, zeros, nonFinite, count, low, high, mean } = distributionOf(
      new Tensor(data, [5, 2]),
      1,
    );
    expect(counts.reduce((a, b) => a + b) + zeros * count + nonFinite).toBeCloseTo(10);
    expect([low, high, nonFinite]).toEqual([-1, 1, 2]);
    expect(mean).toBeCloseTo(-0.2 / 8);
    // The tiniest numbers stand on their own side of zero.
    expect([counts[11], counts[12]]).toEqual([1, 1]);
    expect([counts[0], counts[23]]).toEqual([1, 1]);
  });

  it('keeps its scale until numbers leave it, or need but a small part of it', () => {
    const of = (...numbers: number[]) => Float64Array.from(numbers);
    expect(rangeFor(of(0.3, -0.7), undefined)).toBe(1);
    expect(rangeFor(of(0.21), 1)).toBe(1);
    expect(rangeFor(of(0.19), 1)).toBe(0.2);
    expect(rangeFor(of(-1.1), 1)).toBe(2);
    expect(rangeFor(of(0), 2)).toBe(2);
    expect(rangeFor(of(NaN, 3e-7), undefined)).toBe(5e-7);
  });
});

describe('the point', () => {
  it('is that of the other figures, both ways', async () => {
    const trainer = createTrainer(small);
    const { container } = render(
      <>
        <DecisionBoundary trainer={trainer} />
        <LayerStack trainer={trainer} />
      </>,
    );
    act(() => frames.tick(100));
    const figure = (name: string) =>
      container.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;
    await userEvent.click(screen.getByRole('button', { name: 'Next point' }));
    expect(figure('DecisionBoundary')).toHaveAttribute('data-point', '1');
    act(() => selectionOf(trainer).set({ point: 9 }));
    expect(figure('LayerStack')).toHaveAttribute('data-sample', '9');
    const x = figure('LayerStack').querySelector<HTMLElement>('[data-cell="input value 0"]')!;
    expect(Number(x.dataset['value'])).toBe(trainer.data.x.data[18]);
    // A point let go of elsewhere can still be read here.
    act(() => selectionOf(trainer).set({ point: null }));
    expect(figure('LayerStack')).toHaveAttribute('data-sample', '9');
  });

  it('stays the page’s where the page gives it, and its own where figures are not linked', () => {
    const { trainer, root, view } = show(small, { sample: 4 });
    act(() => selectionOf(trainer).set({ point: 9 }));
    expect(root).toHaveAttribute('data-sample', '4');
    view.rerender(<LayerStack key="other" trainer={trainer} linked={false} defaultSample={2} />);
    const other = view.container.querySelector('[data-pancake="LayerStack"]')!;
    act(() => selectionOf(trainer).set({ point: 11 }));
    expect(other).toHaveAttribute('data-sample', '2');
  });
});

describe('the unit', () => {
  it('under the pointer is the one that other figures look at, until the pointer leaves', async () => {
    const { trainer, root } = show();
    const user = userEvent.setup();
    const cell = (id: string) => root.querySelector<HTMLElement>(`[data-cell="${id}"]`)!;
    await user.hover(cell('1 value 3'));
    expect(selectionOf(trainer).get().neuron).toEqual({ layer: 1, unit: 3 });
    expect(cell('1 gradient 3')).toHaveAttribute('data-linked');
    await user.hover(cell('input value 0'));
    expect(selectionOf(trainer).get().neuron).toBeNull();
    await user.hover(cell('0 value 2'));
    await user.unhover(cell('0 value 2'));
    expect(selectionOf(trainer).get().neuron).toBeNull();
    act(() => selectionOf(trainer).set({ neuron: { layer: 0, unit: 5 } }));
    const linked = [...root.querySelectorAll<HTMLElement>('[data-linked]')];
    expect(linked.map(({ dataset }) => dataset['cell'])).toEqual(['0 value 5', '0 gradient 5']);
  });
});
