// What the colours can say, and the rings around mistakes, against the engine's numbers.
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainerOptions } from '../../src/engine-entry';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import {
  centres,
  colors,
  moons,
  pixelsOf,
  placeOf,
  scaleOf,
  show,
  soft,
} from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const blobs: TrainerOptions = { data: 'blobs', points: 60, noise: 0.4, model: [2, 8, 3] };
const rounded = (color: readonly number[]) => color.map((c) => Math.round(c));

describe('the hard decision', () => {
  it.each([
    ['two classes', moons, 1],
    ['three classes', blobs, 3],
  ])('has the one colour of the likeliest class in every cell, for %s', (_, options, columns) => {
    const { trainer, root } = show(frames, options, 20, { grid: 24, overlay: 'hard' });
    const { data: p } = trainer.predict(centres(24));
    const pixels = pixelsOf(root);
    const seen = new Set<number>();
    for (let i = 0; i < pixels.length; i++) {
      const row = [...p.slice(columns * i, columns * (i + 1))];
      const best = columns === 1 ? Number(row[0]! > 0.5) : row.indexOf(Math.max(...row));
      seen.add(best);
      const full = rounded(soft(colors.classes[best]!));
      pixels[i]!.forEach((c, k) => expect(Math.abs(c - full[k]!)).toBeLessThanOrEqual(1));
    }
    expect(seen.size).toBe(Math.max(2, columns));
    expect(root.dataset['overlay']).toBe('hard');
    // Who decides has one line.
    if (columns === 1) {
      const lines = [...root.querySelectorAll<SVGPathElement>('.pancake-contour')];
      expect(lines.map((line) => line.dataset['threshold'])).toEqual(['0.5']);
    }
    expect(root.querySelectorAll('[data-class-key]')).toHaveLength(Math.max(2, columns));
  });
});

describe('the uncertainty', () => {
  it.each([
    ['two classes', moons, 1],
    ['three classes', blobs, 3],
  ])('is 1 minus the lead of the likeliest class in every cell, for %s', (_, options, columns) => {
    const { trainer, root } = show(frames, options, 20, { grid: 24, overlay: 'uncertainty' });
    const { data: p } = trainer.predict(centres(24));
    const table = scaleOf(null, colors.ink, 0.55);
    pixelsOf(root).forEach((pixel, i) => {
      const row = [...p.slice(columns * i, columns * (i + 1))];
      const all = columns === 1 ? [row[0]!, 1 - row[0]!] : row;
      const [next, best] = all.sort((a, b) => a - b).slice(-2) as [number, number];
      expect(pixel).toEqual(table[Math.round((1 - (best - next)) * 127)]);
    });
    expect(root).toHaveTextContent('uncertainty: 1 where two classes tie');
    expect(root.querySelector('[data-scale="uncertainty"]')).toHaveTextContent('00.51');
  });

  it('is what the probe reads and says', () => {
    const { trainer, root } = show(frames, moons, 20, { overlay: 'uncertainty' });
    const svg = root.querySelector('.pancake-plane svg')!;
    const box = svg.getBoundingClientRect();
    const at = { clientX: box.left + box.width * 0.4, clientY: box.top + box.height * 0.9 };
    fireEvent.pointerMove(svg, { ...at, pointerType: 'mouse' });
    const probe = screen.getByRole('slider', { name: /Probe/ });
    const p = trainer.predict([[Number(probe.dataset['x']), Number(probe.dataset['y'])]]).data[0]!;
    expect(probe).toHaveTextContent(`unsure: ${(1 - Math.abs(2 * p - 1)).toFixed(2)}`);
    expect(probe.getAttribute('aria-valuetext')).toContain(`class 1 ${p.toFixed(3)}, uncertainty`);
  });
});

describe('the name of a class', () => {
  it('stands in its region, clear of the points, and follows the run', () => {
    const options: TrainerOptions = { ...blobs, speed: 30 };
    const { trainer, root } = show(frames, options, 20);
    const { width, height } = root.querySelector('svg')!.viewBox.baseVal;
    const check = () => {
      const names = [...root.querySelectorAll<SVGTextElement>('[data-region]:not([hidden])')];
      for (const name of names) {
        const [x, y] = ['x', 'y'].map((axis) => Number(name.getAttribute(axis))) as [
          number,
          number,
        ];
        const at = [[(x / width) * 10 - 5, 5 - (y / height) * 10]];
        const row = [...trainer.predict(at).data];
        expect(String(row.indexOf(Math.max(...row)))).toBe(name.dataset['region']);
        for (const mark of root.querySelectorAll('[data-split]')) {
          const [px, py] = placeOf(mark);
          expect(Math.abs(px - x) > 12 || Math.abs(py - y) > 8).toBe(true);
        }
      }
      return names.map((name) => name.textContent);
    };
    expect(check()).toEqual(['class 0', 'class 1', 'class 2']);
    act(() => trainer.play());
    for (let i = 0; i < 30; i++) {
      act(() => frames.tick());
      check();
    }
    act(() => trainer.pause());
  });

  it('is left out where it would say nothing', () => {
    const names = (root: HTMLElement) => root.querySelectorAll('[data-region]').length;
    expect(names(show(frames, moons, 5).root)).toBe(0);
    expect(names(show(frames, moons, 5, { overlay: 'hard' }).root)).toBe(2);
    expect(names(show(frames, blobs, 5, { overlay: 'uncertainty' }).root)).toBe(0);
    expect(names(show(frames, blobs, 5, { neuron: { layer: 0, unit: 0 } }).root)).toBe(0);
  });
});

describe('for values to predict', () => {
  it('there is no overlay, and the figure says why', () => {
    const options: TrainerOptions = { data: 'plane', points: 60 };
    const plain = show(frames, options, 10, { grid: 10 });
    const before = pixelsOf(plain.root);
    plain.unmount();
    const { root } = show(frames, options, 10, { grid: 10, overlay: 'hard', mistakes: true });
    expect(pixelsOf(root)).toEqual(before);
    expect(root).toHaveTextContent('A value has no classes');
    expect(root.querySelector('button:not(.pancake-help-button)')).toBeNull();
    expect(root.querySelector('.pancake-mistakes')).toBeNull();
  });

  it('faint lines run at the round values of the colour bar', () => {
    const { trainer, root } = show(frames, { data: 'bumps', points: 80 }, 60);
    const lines = [...root.querySelectorAll<SVGPathElement>('.pancake-contour')];
    const ticks = [...root.querySelectorAll('.pancake-color-bar span')].map((one) =>
      Number(one.textContent.replace('−', '-')),
    );
    expect(lines.map((line) => Number(line.dataset['threshold']))).toEqual(ticks);
    expect(ticks).toContain(0.5);
    const strong = lines.filter((line) => line.classList.contains('pancake-contour-strong'));
    expect(strong.map((line) => line.dataset['threshold'])).toEqual(['0']);
    const { width } = root.querySelector('svg')!.viewBox.baseVal;
    for (const line of lines) {
      const d = line.getAttribute('d') ?? '';
      const points = [...d.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
        (Number(x) / width) * 10 - 5,
        5 - (Number(y) / width) * 10,
      ]);
      if (!points.length) continue;
      for (const value of trainer.predict(points).data) {
        expect(Math.abs(value - Number(line.dataset['threshold']))).toBeLessThan(0.05);
      }
    }
  });
});

describe('the mistakes', () => {
  const ringed = (root: HTMLElement, split: string) =>
    root.querySelector('.pancake-mistakes')!.getAttribute(`data-${split}`)!;
  const wrongRows = (trainer: ReturnType<typeof show>['trainer'], split: 'train' | 'test') => {
    const data = split === 'train' ? trainer.data : trainer.testData!;
    const p = trainer.predict(data.x).data;
    const wrong = (i: number) => Number(p[i]! > 0.5) !== data.y.data[i];
    return [...data.y.data.keys()].filter(wrong);
  };

  it('are exactly the points that the engine has wrong, test points too', () => {
    const { trainer, root } = show(frames, { ...moons, points: 120 }, 3, { mistakes: true });
    for (const split of ['train', 'test'] as const) {
      const rows = wrongRows(trainer, split);
      expect(ringed(root, split)).toBe(rows.join(' '));
      const rings = root.querySelector(`.pancake-mistakes-ring[data-ring="${split}"]`)!;
      const centresOfRings = [...rings.getAttribute('d')!.matchAll(/M(\S+) (\S+?)a/g)].map(
        ([, x, y]) => [Number(x) + 7, Number(y)],
      );
      const marks = rows.map((row) =>
        placeOf(root.querySelector(`[data-split="${split}"][data-row="${row}"]`)!),
      );
      centresOfRings.forEach(([x, y], i) => {
        expect(x).toBeCloseTo(marks[i]![0], 1);
        expect(y).toBeCloseTo(marks[i]![1], 1);
      });
      expect(centresOfRings).toHaveLength(rows.length);
    }
    const [train, test] = [wrongRows(trainer, 'train'), wrongRows(trainer, 'test')];
    expect(train.length).toBeGreaterThan(0);
    expect(root).toHaveTextContent(
      `Ringed: ${train.length} of 96 training points and ${test.length} of 24 test points on the wrong side.`,
    );
  });

  it('follow the run frame by frame', () => {
    const { trainer, root } = show(frames, { ...moons, speed: 30 }, 0, { mistakes: true });
    const before = ringed(root, 'train');
    act(() => trainer.play());
    for (let i = 0; i < 30; i++) {
      act(() => frames.tick());
      expect(ringed(root, 'train')).toBe(wrongRows(trainer, 'train').join(' '));
    }
    expect(ringed(root, 'train')).not.toBe(before);
    act(() => trainer.pause());
  });

  it('leave out the points that are not drawn', () => {
    const { root } = show(frames, moons, 3, { mistakes: true, points: 'train' });
    expect(ringed(root, 'test')).toBe('');
    expect(root).toHaveTextContent(/Ringed: \d+ of 48 training points on the wrong side/);
  });
});

describe('the choosers', () => {
  it('are there only on request', () => {
    const { root } = show(frames, moons);
    expect(root.querySelector('button:not(.pancake-help-button)')).toBeNull();
  });

  it('change the overlay and the rings by mouse, finger and keyboard', async () => {
    const user = userEvent.setup();
    const { root } = show(frames, moons, 3, { overlayControl: true, grid: 10 });
    const button = (name: string) => screen.getByRole('button', { name });
    expect(button('Probability')).toHaveAttribute('aria-pressed', 'true');
    const plain = pixelsOf(root);
    await user.click(button('Decision'));
    expect(root.dataset['overlay']).toBe('hard');
    expect(button('Decision')).toHaveAttribute('aria-pressed', 'true');
    expect(button('Probability')).toHaveAttribute('aria-pressed', 'false');
    const hard = pixelsOf(root);
    expect(hard).not.toEqual(plain);
    await user.pointer([{ keys: '[TouchA]', target: button('Uncertainty') }]);
    expect(root.dataset['overlay']).toBe('uncertainty');
    expect(pixelsOf(root)).not.toEqual(hard);
    button('Mistakes').focus();
    await user.keyboard(' ');
    expect(root.querySelector('.pancake-mistakes')).not.toBeNull();
    await user.click(button('Probability'));
    expect(pixelsOf(root)).toEqual(plain);
    expect(screen.getByRole('group', { name: 'What the colours say' })).toBeVisible();
  });

  it('only ask, where the page owns the choice', async () => {
    const user = userEvent.setup();
    const onOverlayChange = vi.fn();
    const onMistakesChange = vi.fn();
    const props = { overlayControl: true, onOverlayChange, onMistakesChange };
    const { root, set } = show(frames, moons, 3, {
      ...props,
      overlay: 'probability',
      mistakes: false,
    });
    await user.click(screen.getByRole('button', { name: 'Decision' }));
    await user.click(screen.getByRole('button', { name: 'Mistakes' }));
    expect(onOverlayChange.mock.calls).toEqual([['hard']]);
    expect(onMistakesChange.mock.calls).toEqual([[true]]);
    expect(root.dataset['overlay']).toBe('probability');
    set({ overlay: 'hard', mistakes: true });
    expect(root.dataset['overlay']).toBe('hard');
    expect(root.querySelector('.pancake-mistakes')).not.toBeNull();
  });

  it('begin where the author says', () => {
    const { root } = show(frames, moons, 3, {
      defaultOverlay: 'uncertainty',
      defaultMistakes: true,
    });
    expect(root.dataset['overlay']).toBe('uncertainty');
    expect(root).toHaveTextContent('Ringed: ');
  });

  it('know no other overlay', () => {
    expect(refusal(() => show(frames, moons, 0, { overlay: 'softer' as never }))).toMatch(
      '"softer"',
    );
  });
});
