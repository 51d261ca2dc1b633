// The space of a layer against the model's own activations: lines, points, colours.
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Sequential, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import { selectionOf } from '../../src/hooks';
import { layerSpace } from '../../src/components/decision-boundary/later-space';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import {
  centres,
  colors,
  moons,
  pixelsOf,
  placeOf,
  scaleOf,
  show,
} from './decision-boundary-helpers';

// As in a page where a reader looked at a layer's space before.
beforeAll(async () => void (await layerSpace.load()));

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

// 0 Linear 2→5, 1 Tanh, 2 Linear 5→2, 3 Tanh, 4 Linear 2→1, 5 Sigmoid
const folded: TrainerOptions = { ...moons, model: [2, 5, 2, 1], activation: 'Tanh' };

const margin = 10;

/** The ends of the picture's axes, and from pixels to units. */
function scales(root: HTMLElement) {
  const svg = root.querySelector<SVGSVGElement>('.pancake-space > svg')!;
  const { width, height } = svg.viewBox.baseVal;
  const [x0, x1] = svg.dataset['x']!.split(' ').map(Number) as [number, number];
  const [y0, y1] = svg.dataset['y']!.split(' ').map(Number) as [number, number];
  return {
    width,
    height,
    svg,
    ends: [x0, x1, y0, y1] as const,
    x: (px: number) => x0 + ((px - margin) / (width - 2 * margin)) * (x1 - x0),
    y: (px: number) => y1 - ((px - margin) / (height - 2 * margin)) * (y1 - y0),
    onePixel: [(x1 - x0) / (width - 2 * margin), (y1 - y0) / (height - 2 * margin)] as const,
  };
}

/** A layer's output for points, along two units. */
function activationsOf(trainer: Trainer, points: number[][], place: number, units = [0, 1]) {
  const { data } = trainer.model.activations(points)[place]!;
  const columns = data.length / points.length;
  return points.map((_, i) => units.map((unit) => data[i * columns + unit]!));
}

const linesOf = (root: HTMLElement, way: string) =>
  root
    .querySelector(`.pancake-space-line[data-way="${way}"]`)!
    .getAttribute('d')!
    .split('M')
    .slice(1)
    .map((line) => line.split('L').map((pair) => pair.split(' ').map(Number) as [number, number]));

describe('the space of a layer', () => {
  it.each([
    [0, [3, 1]],
    [1, [0, 4]],
    [2, [1, 0]],
    [3, [0, 1]],
  ] as const)('at place %i bends the grid as the model does, in units %o', (place, units) => {
    const { trainer, root } = show(frames, folded, 30, { space: place, units });
    const to = scales(root);
    for (const way of ['upright', 'level']) {
      const lines = linesOf(root, way);
      expect(lines).toHaveLength(21);
      lines.forEach((line, i) => {
        const across = -5 + (10 * i) / 20;
        const points = Array.from({ length: 64 }, (_, k) => {
          const on = -5 + (10 * k) / 63;
          return way === 'upright' ? [across, on] : [on, across];
        });
        const expected = activationsOf(trainer, points, place, [...units]);
        // Every corner of the line is one of its points, in their order, from end to end.
        let from = 0;
        line.forEach(([px, py]) => {
          const at = expected.findIndex(
            ([u, v], k) =>
              k >= from &&
              Math.abs(to.x(px) - u!) < 0.02 * to.onePixel[0] &&
              Math.abs(to.y(py) - v!) < 0.02 * to.onePixel[1],
          );
          expect(at).toBeGreaterThanOrEqual(0);
          // What was left out lies on the straight way between its neighbours.
          for (let k = from + 1; k < at; k++) {
            const [a, b, c] = [expected[from]!, expected[k]!, expected[at]!];
            expect(offLine(a, b, c, to.onePixel)).toBeLessThan(0.26);
          }
          from = at;
        });
        expect(line.length).toBeGreaterThan(1);
      });
    }
  });

  it('has every point of the data where the model puts it', () => {
    const { trainer, root } = show(frames, folded, 30, { space: 1, units: [2, 3] });
    const to = scales(root);
    for (const [split, data] of [
      ['train', trainer.data],
      ['test', trainer.testData!],
    ] as const) {
      const expected = activationsOf(trainer, data.x.toArray() as number[][], 1, [2, 3]);
      const marks = [...root.querySelectorAll(`[data-split="${split}"]`)];
      expect(marks).toHaveLength(expected.length);
      marks.forEach((mark, i) => {
        const [px, py] = placeOf(mark);
        expect(to.x(px)).toBeCloseTo(expected[i]![0]!, 9);
        expect(to.y(py)).toBeCloseTo(expected[i]![1]!, 9);
      });
    }
  });

  it('of two units has the colours of what the rest of the model says', () => {
    const { trainer, root } = show(frames, folded, 30, { space: 3, units: [1, 0] });
    const { ends, width, x, y } = scales(root);
    expect(ends).toHaveLength(4);
    const grid = centres(64, [x(0), x(width)], [y(width), y(0)]);
    const rest = new Sequential(trainer.model.view().layers.slice(4));
    const { data } = rest.predict(grid.map(([across, up]) => [up!, across!]));
    const table = scaleOf(colors.negative, colors.positive);
    pixelsOf(root).forEach((pixel, i) => {
      expect(pixel).toEqual(table[Math.round(data[i]! * 255)]);
    });
    // After the last bend the line between the classes is straight.
    const line = root.querySelector('[data-threshold="0.5"]')!.getAttribute('d')!;
    const points = [...line.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, a, b]) => [
      Number(a),
      Number(b),
    ]);
    for (const point of points) {
      expect(offLine(points[0]!, point, points.at(-1)!, [1, 1])).toBeLessThan(0.6);
    }
  });

  it('of more units has no colours, and says why', () => {
    const { root } = show(frames, folded, 30, { space: 1 });
    expect(root.querySelector('canvas')).not.toBeVisible();
    expect(root.querySelector('[data-threshold="0.5"]')!.getAttribute('d')).toBe('');
    expect(root).toHaveTextContent('Units 1 and 2 of 5: the rest of the model sees all 5');
  });

  it('of one unit has a row for each class, coloured by the rest of the model', () => {
    const { trainer, root } = show(frames, folded, 30, { space: 4 });
    const to = scales(root);
    const { data } = trainer.model.activations(trainer.data.x)[4]!;
    root.querySelectorAll<SVGPathElement>('[data-split="train"]').forEach((mark, row) => {
      const [px, py] = placeOf(mark);
      expect(to.x(px)).toBeCloseTo(data[row]!, 9);
      expect(Math.abs(to.y(py) - trainer.data.y.data[row]!)).toBeLessThan(0.31);
    });
    const table = scaleOf(colors.negative, colors.positive);
    pixelsOf(root).forEach((pixel, i) => {
      const value = to.x((((i % 64) + 0.5) / 64) * to.width);
      expect(pixel).toEqual(table[Math.round(255 / (1 + Math.exp(-value)))]);
    });
    expect(linesOf(root, 'upright')).toEqual([]);
  });

  it('of one unit that predicts values sets them against the values to predict', () => {
    const { trainer, root } = show(frames, { data: 'plane', points: 60, model: [2, 4, 1] }, 30, {
      space: 2,
    });
    const to = scales(root);
    const { data } = trainer.model.activations(trainer.data.x)[2]!;
    root.querySelectorAll('[data-split="train"]').forEach((mark, row) => {
      const [px, py] = placeOf(mark);
      expect(to.x(px)).toBeCloseTo(data[row]!, 9);
      expect(to.y(py)).toBeCloseTo(trainer.data.y.data[row]!, 9);
    });
  });

  it('rings the mistakes there too', () => {
    const { trainer, root } = show(frames, folded, 2, { space: 3, mistakes: true });
    const rows = root.querySelector('.pancake-mistakes')!.getAttribute('data-train')!;
    const wrong = rows.split(' ').map(Number);
    expect(wrong).toHaveLength(trainer.countWrong()!);
    const rings = root.querySelector('.pancake-mistakes-ring[data-ring="train"]')!;
    const [, x, y] = /^M(\S+) (\S+?)a/.exec(rings.getAttribute('d')!)!;
    const [px, py] = placeOf(root.querySelector(`[data-split="train"][data-row="${wrong[0]}"]`)!);
    expect(Number(x) + 7).toBeCloseTo(px, 1);
    expect(Number(y)).toBeCloseTo(py, 1);
  });

  it('lives frame by frame, on axes that do not jump, and rests while nothing changes', () => {
    const { trainer, root } = show(frames, { ...folded, speed: 30 }, 0, { space: 3 });
    const ends = new Set<string>();
    const mark = root.querySelector('[data-split="train"]')!;
    act(() => trainer.play());
    let moves = 0;
    let before = '';
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick());
      const to = scales(root);
      ends.add(to.ends.join());
      const [expected] = activationsOf(
        trainer,
        (trainer.data.x.toArray() as number[][]).slice(0, 1),
        3,
      );
      expect(to.x(placeOf(mark)[0])).toBeCloseTo(expected![0]!, 9);
      expect(to.y(placeOf(mark)[1])).toBeCloseTo(expected![1]!, 9);
      const now = mark.getAttribute('transform')!;
      if (now !== before) moves++;
      before = now;
    }
    expect(moves).toBeGreaterThan(20);
    expect(ends.size).toBeLessThan(12);
    act(() => trainer.pause());
    act(() => frames.tick());
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    const drawn = vi.spyOn(mark, 'setAttribute');
    act(() => {
      trainer.play();
      trainer.pause();
      frames.run(0.2);
    });
    expect(put).not.toHaveBeenCalled();
    expect(drawn).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('that the model does not have, or has no more, is the plane', () => {
    const { trainer, root, set } = show(frames, folded, 5, { space: 3 });
    expect(root.dataset['space']).toBe('3');
    act(() => trainer.reshape({ kind: 'removeLayer', at: 1 }));
    act(() => trainer.reshape({ kind: 'removeLayer', at: 0 }));
    act(() => frames.tick());
    expect(root.dataset['space']).toBeUndefined();
    expect(screen.getByRole('slider', { name: /Probe/ })).toBeVisible();
    set({ space: -4 });
    set({ space: 0.5 });
    expect(root.dataset['space']).toBeUndefined();
  });

  it('takes the first units where the chosen ones are not there', () => {
    const { root, set } = show(frames, folded, 5, { space: 3, units: [4, 2] });
    expect(root.dataset['units']).toBe('0 1');
    set({ space: 1, units: [4, 2] });
    expect(root.dataset['units']).toBe('4 2');
  });
});

describe('the way through the layers', () => {
  it('is a slider from the input to the output, for the keyboard too', async () => {
    const user = userEvent.setup();
    const { root } = show(frames, folded, 5, { spaceControl: true });
    const slider = screen.getByRole('slider', { name: /^Space of/ });
    expect(slider).toHaveAttribute('aria-valuetext', 'Input (the plane)');
    const seen: (string | null)[] = [];
    for (let place = 0; place < 6; place++) {
      fireEvent.change(slider, { target: { value: String(place) } });
      act(() => frames.tick());
      expect(root.dataset['space']).toBe(String(place));
      seen.push(slider.getAttribute('aria-valuetext'));
    }
    expect(seen).toEqual([
      'Layer 1 (Linear)',
      'Layer 1 (Tanh)',
      'Layer 2 (Linear)',
      'Layer 2 (Tanh)',
      'Output (Linear)',
      'Output (Sigmoid)',
    ]);
    fireEvent.change(slider, { target: { value: '1' } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Up' }), 'unit 4');
    expect(root.dataset['units']).toBe('0 3');
    // The unit of the other axis: the two change places.
    await user.selectOptions(screen.getByRole('combobox', { name: 'Across' }), 'unit 4');
    expect(root.dataset['units']).toBe('3 0');
    fireEvent.change(slider, { target: { value: '-1' } });
    expect(root.dataset['space']).toBeUndefined();
  });

  it('only asks, where the page owns it', () => {
    const onSpaceChange = vi.fn();
    const onUnitsChange = vi.fn();
    const { root } = show(frames, folded, 5, {
      ...{ spaceControl: true, space: 1, units: [0, 1] },
      ...{ onSpaceChange, onUnitsChange },
    });
    fireEvent.change(screen.getByRole('slider', { name: /^Space of/ }), {
      target: { value: '-1' },
    });
    fireEvent.change(screen.getByRole('combobox', { name: 'Across' }), { target: { value: '2' } });
    expect(onSpaceChange.mock.calls).toEqual([[null]]);
    expect(onUnitsChange.mock.calls).toEqual([[[2, 1]]]);
    expect([root.dataset['space'], root.dataset['units']]).toEqual(['1', '0 1']);
  });

  it('finds points by pointer and by keyboard, and marks those chosen elsewhere', () => {
    const { trainer, root } = show(frames, folded, 30, { space: 3 });
    const { svg } = scales(root);
    const box = svg.getBoundingClientRect();
    const mark = root.querySelector('[data-split="train"][data-row="7"]')!;
    const [x, y] = placeOf(mark);
    const at = { clientX: box.left + x, clientY: box.top + y };
    fireEvent.pointerMove(svg, { ...at, pointerType: 'mouse' });
    const found = selectionOf(trainer).get().point!;
    const [fx, fy] = placeOf(root.querySelector(`[data-split="train"][data-row="${found}"]`)!);
    expect((fx - x) ** 2 + (fy - y) ** 2).toBeLessThan(64);
    fireEvent.pointerLeave(svg, { pointerType: 'mouse' });
    expect(selectionOf(trainer).get().point).toBeNull();
    fireEvent.pointerDown(svg, { ...at, pointerType: 'touch' });
    expect(selectionOf(trainer).get().point).toBe(found);

    act(() => selectionOf(trainer).set({ point: 3 }));
    const here = root.querySelector('.pancake-space-here')!;
    expect(placeOf(here)).toEqual(
      placeOf(root.querySelector('[data-split="train"][data-row="3"]')!),
    );
    const points = screen.getByRole('listbox', { name: /^Points of the data/ });
    fireEvent.keyDown(points, { key: 'ArrowRight' });
    expect(selectionOf(trainer).get().point).toBe(4);
    const point = () => within(points).getByRole('option');
    expect(point()).toHaveAttribute('aria-posinset', '5');
    const fifth = [...trainer.data.x.data.subarray(8, 10)];
    const [across, up] = activationsOf(trainer, [fifth], 3)[0]!;
    const output = trainer.predict(trainer.data.x).data[4]!;
    const target = trainer.data.y.data[4]!;
    expect(point()).toHaveAttribute(
      'aria-label',
      `point 5 of ${trainer.data.x.shape[0]}: class ${target}, at ${said(across!)}, ${said(up!)}; ` +
        `predicted ${said(output)}, ${output > 0.5 === (target === 1) ? 'right' : 'wrong'}`,
    );
    fireEvent.keyDown(points, { key: 'End' });
    const test = trainer.testData!;
    expect(selectionOf(trainer).get().point).toBeNull();
    expect(point().getAttribute('aria-label')).toMatch(
      new RegExp(
        `^test point ${test.x.shape[0]} of ${test.x.shape[0]}: class ${test.y.data.at(-1)}, at `,
      ),
    );
    expect(placeOf(root.querySelector('.pancake-space-here')!)).toEqual(
      placeOf(root.querySelector(`[data-split="test"][data-row="${test.x.shape[0]! - 1}"]`)!),
    );
    fireEvent.keyDown(points, { key: 'Escape' });
    expect(selectionOf(trainer).get().point).toBeNull();
  });
});

/** A number as it is spoken. */
const said = (value: number) => value.toFixed(2).replace('-', '−');

/** How many pixels b lies off the straight way from a to c. */
function offLine(a: number[], b: number[], c: number[], [perX, perY]: readonly [number, number]) {
  const [px, py] = [(b[0]! - a[0]!) / perX, (b[1]! - a[1]!) / perY];
  const [dx, dy] = [(c[0]! - a[0]!) / perX, (c[1]! - a[1]!) / perY];
  const length = dx * dx + dy * dy;
  const share = length ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  return Math.hypot(px - share * dx, py - share * dy);
}
