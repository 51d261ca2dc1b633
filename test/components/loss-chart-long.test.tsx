// The loss chart of a run of more epochs than its history has rows: what it shows and reads is the engine's.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCount } from '../../src/a11y';
import { LossChart } from '../../src/components/loss-chart';
import { readableEpoch } from '../../src/components/loss-chart/readable';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { History, mostRows } from '../../src/trainer/history';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const options: TrainerOptions = { data: 'plane', points: 8, model: [2, 1], learningRate: 1e-4 };

function long(epochs: number, more: TrainerOptions = {}): Trainer {
  const trainer = createTrainer({ ...options, ...more });
  trainer.step('epoch', epochs);
  return trainer;
}

const root = () => document.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
const part = (name: string) => root().querySelector(`[data-part="${name}"]`)!;
const slider = () => screen.getByRole('slider');
const readout = () => root().querySelector('.pancake-loss-reading')!;
const read = (name: string) =>
  Number(
    readout().querySelector<HTMLElement>(`.pancake-loss-reading-${name} dd`)!.dataset['value'],
  );

const verticesOf = (name: string) =>
  part(name)
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.split(' ').map(Number) as [number, number]);

/** Where an epoch and its loss belong, by what the axes say that they span. */
function placeOf(epoch: number, loss: number): [number, number] {
  const picture = root().querySelector<SVGSVGElement>('svg')!;
  const { epochs, low, high } = picture.dataset;
  const width = (parseFloat(slider().style.width) / 100) * picture.viewBox.baseVal.width;
  const { height } = slider().getBoundingClientRect();
  const share = (loss - Number(low)) / (Number(high) - Number(low));
  return [(epoch / Number(epochs)) * width, (1 - share) * height];
}

const near = ([x, y]: [number, number], [a, b]: [number, number]) =>
  Math.abs(x - a) < 0.006 && Math.abs(y - b) < 0.006;

describe('the line of a long run', () => {
  it('goes through what the engine measured, its ends and extremes in each column of pixels', () => {
    const trainer = long(mostRows + 41, { learningRate: 0.02, batchSize: 3, noise: 0.5 });
    render(<LossChart trainer={trainer} />);
    const vertices = verticesOf('train');
    const losses = trainer.curves.curve('loss');
    const places = Array.from(trainer.curves.epochs, (epoch, row) => placeOf(epoch, losses[row]!));
    expect(part('train').getAttribute('data-points')).toBe(String(losses.length));
    expect(losses).toHaveLength(mostRows / 2 + 22);
    // Each vertex is a row of the history.
    let row = 0;
    for (const vertex of vertices) {
      while (row < places.length && !near(vertex, places[row]!)) row++;
      expect(row).toBeLessThan(places.length);
    }
    // And no column's lowest or highest is left out.
    const extremes = (all: readonly (readonly [number, number])[]) => {
      const columns = new Map<number, [number, number]>();
      for (const [x, y] of all) {
        const [low, high] = columns.get(Math.floor(x)) ?? [Infinity, -Infinity];
        columns.set(Math.floor(x), [Math.min(low, y), Math.max(high, y)]);
      }
      return columns;
    };
    const drawn = extremes(vertices);
    for (const [column, [low, high]] of extremes(places)) {
      // At a column's edge the rounding may take a point to its neighbour.
      const [a, b] = drawn.get(column) ?? [NaN, NaN];
      expect(a).toBeLessThan(low + 1);
      expect(b).toBeGreaterThan(high - 1);
    }
    expect(near(vertices.at(-1)!, placeOf(mostRows + 41, trainer.now.loss))).toBe(true);
  });

  it('ends at the last epoch in every frame, on both sides of the epoch where rows are dropped', () => {
    const trainer = long(mostRows - 5, { speed: 60 });
    render(<LossChart trainer={trainer} />);
    act(() => trainer.play());
    for (let i = 0; i < 20; i++) {
      act(() => frames.tick());
      const { epoch, loss } = trainer.history.at(-1)!;
      expect(epoch).toBe(trainer.now.epoch);
      expect(near(verticesOf('train').at(-1)!, placeOf(epoch, loss))).toBe(true);
    }
    expect(trainer.now.epoch).toBeGreaterThan(mostRows + 5);
    expect(trainer.curves.every).toBe(2);
    act(() => trainer.pause());
  });
});

describe('the readout of a long run', () => {
  it('stands at epochs that have numbers, and moves from one to the next', async () => {
    const trainer = long(mostRows + 41);
    render(<LossChart trainer={trainer} />);
    await userEvent.tab();
    while (document.activeElement !== slider()) await userEvent.tab();
    const stands = (epoch: number) => {
      expect(slider().getAttribute('aria-valuenow')).toBe(String(epoch));
      expect(trainer.curves.has(epoch)).toBe(true);
      expect(read('train')).toBe(trainer.curves.at(epoch).loss);
    };
    stands(mostRows + 41);
    await userEvent.keyboard('{ArrowLeft}');
    stands(mostRows + 40);
    await userEvent.keyboard('{ArrowLeft}');
    stands(mostRows + 38);
    await userEvent.keyboard('{ArrowRight}');
    stands(mostRows + 40);
    await userEvent.keyboard('{Home}{ArrowRight}');
    stands(2);
    await userEvent.keyboard('{Enter}');
    expect(trainer.now).toMatchObject({ epoch: 2, loss: read('train') });
    await userEvent.keyboard('{End}');
    stands(mostRows + 41);
  });

  it('tells a change at an epoch without a number at the nearest, and says which epoch it was', async () => {
    const trainer = long(mostRows + 5);
    trainer.set({ learningRate: 2e-4 });
    trainer.step('epoch', 100);
    expect(trainer.curves.has(mostRows + 5)).toBe(false);
    render(<LossChart trainer={trainer} />);
    await userEvent.tab();
    while (document.activeElement !== slider()) await userEvent.tab();
    await userEvent.keyboard('{Home}m');
    const at = Number(slider().getAttribute('aria-valuenow'));
    expect(at).toBe(mostRows + 4);
    const told = `epoch ${formatCount(mostRows + 5)}: learning rate set to 0.0002`;
    expect(slider().getAttribute('aria-valuetext')).toContain(told);
    expect(readout()).toHaveTextContent(told, { normalizeWhitespace: false });
    await userEvent.keyboard('m');
    expect(slider().getAttribute('aria-valuenow')).toBe(String(at));
  });

  it('shows where the run is, also at an epoch without a row, and what it measures there', () => {
    const trainer = long(mostRows + 41);
    render(<LossChart trainer={trainer} />);
    act(() => trainer.seek(1001));
    act(() => frames.tick());
    const [x, y] = placeOf(1001, trainer.now.loss);
    expect(part('now').getAttribute('visibility')).toBe('visible');
    expect(part('now').getAttribute('transform')).toBe(`translate(${Math.round(100 * x) / 100} 0)`);
    expect(Number(part('nowPoint').getAttribute('cy'))).toBeCloseTo(y, 2);
    expect(part('nowPoint').getAttribute('data-epoch')).toBe('1001');
    expect(root().textContent).toContain(
      `You are at epoch ${formatCount(1001)} of ${formatCount(mostRows + 41)}.`,
    );
  });
});

describe('the epochs that can be read', () => {
  const historyOf = (epochs: number, most: number) => {
    const history = new History(most);
    for (let epoch = 0; epoch < epochs; epoch++) history.record(epoch, Float64Array.of(1, 1, 1, 1));
    return history;
  };

  it('are the nearest of which all runs that go so far have a number', () => {
    // 0, 4, …, 40, 41 and 0, 8, …, 40, 41; the third has ended at epoch 13.
    const runs = [historyOf(42, 16), historyOf(42, 8), historyOf(14, 16)];
    expect(runs.map(({ every }) => every)).toEqual([4, 8, 1]);
    expect(readableEpoch(runs, 17)).toBe(16);
    expect(readableEpoch(runs, 21)).toBe(24);
    expect(readableEpoch(runs, 17, 1)).toBe(24);
    expect(readableEpoch(runs, 23, -1)).toBe(16);
    expect(readableEpoch(runs, 41)).toBe(41);
    expect(readableEpoch(runs, 99)).toBe(41);
    expect(readableEpoch([runs[2]!], 7)).toBe(7);
    expect(readableEpoch([runs[0]!], 39, 1)).toBe(40);
  });
});
