// The points of the decision boundary one by one, by keyboard and in words, against the engine's numbers.
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromPoints } from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { moons, placeOf, show } from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const points = () => screen.getByRole('listbox', { name: /^Points of the data/ });
/** The one entry of the list that is there: the point where the reader is. */
const point = () => within(points()).getByRole('option');
const heard = () => {
  expect(points()).toHaveAttribute('aria-activedescendant', point().id);
  return point().getAttribute('aria-label')!;
};
const said = (value: number, digits = 2) => value.toFixed(digits).replace('-', '−');
const press = (keys: string) => act(() => userEvent.keyboard(keys));

describe('the points', () => {
  it('are one element, found by the arrow keys, those to test on after those to train on', async () => {
    const { trainer, root } = show(frames, moons, 20);
    await act(() => userEvent.tab());
    expect(screen.getByRole('slider', { name: /Probe/ })).toHaveFocus();
    await press('{Escape}{ArrowRight}');
    expect(points()).toHaveFocus();
    expect(heard()).toMatch(
      /^point 1 of 48: class [01], at .*; predicted \d\.\d\d, (right|wrong)$/,
    );
    const ring = () => root.querySelector('.pancake-chosen-point-ring')!;
    const mark = (split: string, row: number) =>
      placeOf(root.querySelector(`[data-split="${split}"][data-row="${row}"]`)!);
    const place = () => [ring().getAttribute('cx'), ring().getAttribute('cy')].map(Number);
    expect(place()[0]).toBeCloseTo(mark('train', 0)[0], 1);

    await press('{End}');
    const test = trainer.testData!;
    const [x, y] = test.x.data.slice(-2);
    const output = trainer.predict(test.x).data.at(-1)!;
    const label = test.y.data.at(-1)!;
    expect(heard()).toBe(
      `test point 12 of 12: class ${label}, at ${said(x!)}, ${said(y!)}; predicted ${said(output)}, ` +
        (output > 0.5 === (label === 1) ? 'right' : 'wrong'),
    );
    expect(point()).toHaveAttribute('aria-posinset', '60');
    expect(point()).toHaveAttribute('aria-setsize', '60');
    expect(place()[0]).toBeCloseTo(mark('test', 11)[0], 1);
    expect(root.querySelector('.pancake-chosen-point text')).toHaveTextContent(
      'test point 12 of 12',
    );

    await press('{ArrowRight}');
    expect(heard()).toMatch(/^point 1 of 48/);
    await press('{ArrowLeft}');
    expect(heard()).toMatch(/^test point 12 of 12/);
    await press('{Home}{Shift>}{ArrowUp}{/Shift}{PageUp}');
    expect(heard()).toMatch(/^point 21 of 48/);
    await press('{Escape}');
    expect(root.querySelector('.pancake-chosen-point')).toBeNull();
    // Whoever comes back is where they were.
    await press('{ArrowRight}{ArrowLeft}');
    expect(points()).toHaveFocus();
    expect(heard()).toMatch(/^point 21 of 48/);
  });

  it('M goes from mistake to mistake, and round', async () => {
    const { trainer } = show(frames, moons, 5);
    const { x, y } = trainer.data;
    const test = trainer.testData!;
    const wrongOf = (data: typeof trainer.data) => {
      const output = trainer.predict(data.x).data.slice();
      return [...data.y.data].flatMap((label, i) =>
        output[i]! > 0.5 === (label === 1) ? [] : [i],
      );
    };
    const wrong = [
      ...wrongOf({ ...trainer.data, x, y }).map((row) => `point ${row + 1} of`),
      ...wrongOf(test).map((row) => `test point ${row + 1} of`),
    ];
    expect(wrong.length).toBeGreaterThan(1);
    act(() => points().focus());
    await press('{End}');
    for (const name of [...wrong, wrong[0]!]) {
      await press('m');
      expect(heard().startsWith(name)).toBe(true);
      expect(heard()).toMatch(/wrong$/);
    }
    const keys = document.getElementById(points().getAttribute('aria-describedby')!);
    expect(keys).toHaveTextContent('M goes to the next mistake');
  });

  it('say their value where numbers are predicted, and know no mistakes', async () => {
    const { trainer } = show(frames, { data: 'bumps', points: 30, seed: 7 }, 5);
    act(() => points().focus());
    await press('{ArrowRight}m');
    const output = trainer.predict(trainer.data.x).data[1]!;
    const [x, y] = trainer.data.x.data.slice(2, 4);
    const count = trainer.data.x.shape[0];
    expect(heard()).toBe(
      `point 2 of ${count}: value ${said(trainer.data.y.data[1]!)}, at ${said(x!)}, ${said(y!)}; predicted ${said(output)}`,
    );
    expect(points()).not.toHaveAttribute('aria-describedby');
  });

  it('say the likeliest of several classes', async () => {
    const { trainer } = show(frames, { data: 'blobs', points: 30, seed: 7 }, 1);
    act(() => points().focus());
    const { data, shape } = trainer.predict(trainer.data.x);
    const first = [...data.slice(0, shape[1])];
    const likeliest = first.indexOf(Math.max(...first));
    const verdict = likeliest === trainer.data.y.data[0] ? 'right' : 'wrong';
    expect(heard()).toMatch(new RegExp(`; predicted class ${likeliest}, ${verdict}$`));
  });

  it('are as many as there are, also where they are a cloud', async () => {
    const many = fromPoints(
      Array.from({ length: 6000 }, (_, i) => ({
        x: 4 * Math.cos(i) * (i / 6000),
        y: 4 * Math.sin(i) * (i / 6000),
        label: i % 2,
      })),
    );
    const { root } = show(frames, { data: many, model: [2, 1], seed: 7 });
    expect(root.querySelectorAll('[data-row]').length).toBeLessThan(3);
    act(() => points().focus());
    await press('{End}{ArrowLeft}');
    expect(heard()).toMatch(/^point 5\u202f999 of 6\u202f000: class 0, at /);
    expect(point()).toHaveAttribute('aria-setsize', '6000');
    expect(point()).toHaveAttribute('aria-posinset', '5999');
    expect(root.querySelector('.pancake-chosen-point')).not.toBeNull();
  });

  it('that are not shown cannot be gone through', () => {
    show(frames, moons, 0, { points: 'none' });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('say nothing new while the run plays, and what is so once it rests', () => {
    const { trainer } = show(frames, moons, 1);
    act(() => points().focus());
    act(() => trainer.play());
    act(() => frames.tick());
    const before = heard();
    for (let i = 0; i < 120; i++) act(() => frames.tick());
    expect(trainer.now.epoch).toBeGreaterThan(5);
    expect(heard()).toBe(before);
    act(() => trainer.pause());
    const output = trainer.predict(trainer.data.x).data[0]!;
    expect(heard()).not.toBe(before);
    expect(heard()).toContain(`predicted ${said(output)}`);
  });
});
