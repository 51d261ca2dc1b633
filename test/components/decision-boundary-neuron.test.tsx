// A hidden neuron's output over the plane, and the point that all figures look at.
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrainerOptions } from '../../src/engine-entry';
import { selectionOf } from '../../src/hooks';
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

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { ...moons, model: [2, 4, 4, 1] };
const numbersOf = (bar: Element) =>
  [...bar.querySelectorAll('span')].map((one) => Number(one.textContent.replace('−', '-')));

describe('a neuron', () => {
  it('has its own output in every cell, in colours that end at a round number', () => {
    const { trainer, root } = show(frames, small, 20, { grid: 24, neuron: { layer: 0, unit: 2 } });
    const { data } = trainer.model.activations(centres(24))[0]!;
    const values = centres(24).map((_, i) => data[4 * i + 2]!);
    const bar = numbersOf(root.querySelector('.pancake-color-bar')!);
    const bound = bar.at(-1)!;
    expect(bar).toEqual([-bound, -bound / 2, 0, bound / 2, bound]);
    const largest = Math.max(...values.map(Math.abs));
    expect(bound).toBeGreaterThanOrEqual(largest);
    expect(bound).toBeLessThan(2.51 * largest);
    const table = scaleOf(colors.negative, colors.positive);
    pixelsOf(root).forEach((pixel, i) => {
      expect(pixel).toEqual(table[Math.round((values[i]! / bound + 1) * 127.5)]);
    });
    expect(root.dataset['neuron']).toBe('0.2');
    expect(root).toHaveTextContent('Neuron 3 of layer 1 (Linear)');
    expect(root).toHaveAccessibleDescription(/coloured by the output of Neuron 3 of layer 1/);
  });

  it('that is a ReLU has its line where what goes into it crosses zero', () => {
    const { trainer, root } = show(frames, small, 20, { neuron: { layer: 1, unit: 0 } });
    const line = root.querySelector<SVGPathElement>('[data-threshold="0"]')!;
    const { width } = root.querySelector('svg')!.viewBox.baseVal;
    const points = [...line.getAttribute('d')!.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      (Number(x) / width) * 10 - 5,
      5 - (Number(y) / width) * 10,
    ]);
    expect(points.length).toBeGreaterThan(20);
    const { data } = trainer.model.activations(points)[0]!;
    points.forEach((_, i) => expect(Math.abs(data[4 * i]!)).toBeLessThan(0.02));
  });

  it('that gives a share has the scale from 0 to 1, and the line at one half', () => {
    const options: TrainerOptions = { ...small, activation: 'Sigmoid' };
    const { trainer, root } = show(frames, options, 20, {
      grid: 24,
      neuron: { layer: 1, unit: 1 },
    });
    const { data } = trainer.model.activations(centres(24))[1]!;
    const table = scaleOf(colors.negative, colors.positive);
    pixelsOf(root).forEach((pixel, i) => {
      expect(pixel).toEqual(table[Math.round(data[4 * i + 1]! * 255)]);
    });
    expect(numbersOf(root.querySelector('.pancake-color-bar')!)).toEqual([0, 0.5, 1]);
    expect(root.querySelector('[data-threshold="0.5"]')!.getAttribute('d')).toContain('L');
  });

  it('lives: every frame is that of the weights, and its scale does not jump', () => {
    const { trainer, root } = show(frames, { ...small, speed: 30 }, 0, {
      grid: 16,
      neuron: { layer: 2, unit: 0 },
    });
    const bounds = new Set<number>();
    let changes = 0;
    let before = '';
    act(() => trainer.play());
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick());
      const bound = numbersOf(root.querySelector('.pancake-color-bar')!).at(-1)!;
      bounds.add(bound);
      const { data } = trainer.model.activations(centres(16))[2]!;
      const table = scaleOf(colors.negative, colors.positive);
      const pixels = pixelsOf(root);
      for (const k of [0, 100, 255]) {
        expect(pixels[k]).toEqual(table[Math.round((data[4 * k]! / bound + 1) * 127.5)]);
      }
      const now = JSON.stringify(pixels);
      if (now !== before) changes++;
      before = now;
    }
    act(() => trainer.pause());
    expect(changes).toBeGreaterThan(20);
    expect(bounds.size).toBeLessThan(5);
  });

  it('is the one chosen in any figure of the run, and none again', () => {
    const { trainer, root } = show(frames, small, 20, { grid: 10 });
    const plain = pixelsOf(root);
    act(() => selectionOf(trainer).set({ neuron: { layer: 3, unit: 1 } }));
    expect(root.dataset['neuron']).toBe('3.1');
    expect(root).toHaveTextContent('Neuron 2 of layer 2 (ReLU)');
    expect(pixelsOf(root)).not.toEqual(plain);
    act(() => selectionOf(trainer).set({ neuron: null }));
    expect(root.dataset['neuron']).toBeUndefined();
    expect(pixelsOf(root)).toEqual(plain);
  });

  it('is the author’s, or none, where the author says so', () => {
    const { trainer, root, set } = show(frames, small, 20, { linked: false });
    act(() => selectionOf(trainer).set({ neuron: { layer: 1, unit: 1 } }));
    expect(root.dataset['neuron']).toBeUndefined();
    set({ linked: true, neuron: null });
    expect(root.dataset['neuron']).toBeUndefined();
    set({ linked: true, neuron: { layer: 0, unit: 0 } });
    expect(root.dataset['neuron']).toBe('0.0');
  });

  it('that an edit took away, or that never was, gives way to the output', () => {
    const { trainer, root, set } = show(frames, small, 20, { grid: 10 });
    act(() => selectionOf(trainer).set({ neuron: { layer: 1, unit: 3 } }));
    expect(root.dataset['neuron']).toBe('1.3');
    act(() => trainer.reshape({ kind: 'removeNeuron', layer: 0, unit: 3 }));
    act(() => frames.tick());
    expect(root.dataset['neuron']).toBeUndefined();
    const table = scaleOf(colors.negative, colors.positive);
    const { data } = trainer.predict(centres(10));
    pixelsOf(root).forEach((pixel, i) => {
      expect(pixel).toEqual(table[Math.round(data[i]! * 255)]);
    });
    set({ neuron: { layer: 3, unit: 2 } });
    expect(root.dataset['neuron']).toBe('3.2');
    // While it plays: a frame comes before React hears of the new model.
    act(() => trainer.play());
    trainer.reshape({ kind: 'removeLayer', at: 1 });
    act(() => frames.run(0.5));
    expect(root.dataset['neuron']).toBeUndefined();
    act(() => trainer.pause());
    for (const wrong of [99, -1, 1.5, NaN]) {
      set({ neuron: { layer: wrong, unit: 0 } });
      set({ neuron: { layer: 0, unit: wrong } });
      expect(root.dataset['neuron']).toBeUndefined();
    }
  });

  it('is what the probe reads', () => {
    const { trainer } = show(frames, small, 20, { neuron: { layer: 0, unit: 1 } });
    const probe = screen.getByRole('slider', { name: /Probe/ });
    const value = trainer.model.activations([[0, 0]])[0]!.data[1]!;
    expect(probe.dataset['value']).toBe(String(value));
    expect(probe).toHaveAttribute('aria-valuetext', expect.stringContaining('the neuron gives'));
  });

  it('of several classes’ model takes no room from the plane', () => {
    const options: TrainerOptions = { data: 'blobs', points: 60, model: [2, 4, 3] };
    const { trainer, root } = show(frames, options, 20);
    const before = root.getBoundingClientRect();
    const plane = root.querySelector('.pancake-plane')!.getBoundingClientRect();
    act(() => selectionOf(trainer).set({ neuron: { layer: 1, unit: 1 } }));
    expect(root.querySelector('.pancake-plane')!.getBoundingClientRect()).toEqual(plane);
    expect(root.getBoundingClientRect()).toEqual(before);
  });
});

describe('a training point', () => {
  const near = (root: HTMLElement, row: number, type: 'mouse' | 'touch', off = 3) => {
    const svg = root.querySelector('.pancake-plane svg')!;
    const box = svg.getBoundingClientRect();
    const mark = root.querySelector(`[data-split="train"][data-row="${row}"]`)!;
    const [x, y] = placeOf(mark);
    const at = { clientX: box.left + x + off, clientY: box.top + y, pointerType: type };
    if (type === 'mouse') fireEvent.pointerMove(svg, at);
    else fireEvent.pointerDown(svg, at);
    return svg;
  };
  // The point that is farthest from all others.
  const lonely = (root: HTMLElement) => {
    const places = [...root.querySelectorAll('[data-split="train"]')].map(placeOf);
    const room = places.map(([x, y], i) =>
      Math.min(...places.map(([a, b], k) => (k === i ? Infinity : Math.hypot(a - x, b - y)))),
    );
    return room.indexOf(Math.max(...room));
  };

  it.each(['mouse', 'touch'] as const)('near the %s is chosen, marked and named', (type) => {
    const { trainer, root } = show(frames, moons, 20);
    const row = lonely(root);
    const svg = near(root, row, type);
    expect(selectionOf(trainer).get().point).toBe(row);
    const mark = root.querySelector<SVGGElement>('.pancake-chosen-point')!;
    expect(mark.dataset['row']).toBe(String(row));
    const label = `point ${row + 1}: class ${trainer.data.y.data[row]}`;
    const probe = screen.getByRole('slider', { name: /Probe/ });
    expect(probe).toHaveTextContent(label);
    expect(probe.getAttribute('aria-valuetext')).toContain(label);
    if (type === 'touch') return;
    fireEvent.pointerLeave(svg, { pointerType: 'mouse' });
    expect(selectionOf(trainer).get().point).toBeNull();
    expect(root.querySelector('.pancake-chosen-point')).toBeNull();
  });

  it('a little further off is not', () => {
    const { trainer, root } = show(frames, moons, 20);
    const row = lonely(root);
    near(root, row, 'mouse', 9);
    expect(selectionOf(trainer).get().point).not.toBe(row);
    near(root, row, 'mouse', 7);
    expect(selectionOf(trainer).get().point).toBe(row);
  });

  it('under the probe is chosen by keyboard too', () => {
    const { trainer, root } = show(frames, moons, 20);
    const probe = screen.getByRole('slider', { name: /Probe/ });
    act(() => probe.focus());
    const seen = new Set<number>();
    for (let i = 0; i < 400 && !seen.size; i++) {
      const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowUp'];
      fireEvent.keyDown(probe, { key: keys[i % keys.length] });
      const { point } = selectionOf(trainer).get();
      if (point !== null) seen.add(point);
    }
    expect(seen.size).toBe(1);
    expect(root.dataset['point']).toBe(String([...seen][0]));
  });

  it('chosen in another figure is marked and named here, and left to that figure', () => {
    const { trainer, root } = show(frames, moons, 20);
    act(() => selectionOf(trainer).set({ point: 5 }));
    const mark = root.querySelector('.pancake-chosen-point')!;
    expect(mark).toHaveTextContent(`point 6: class ${trainer.data.y.data[5]}`);
    const [x, y] = placeOf(root.querySelector('[data-split="train"][data-row="5"]')!);
    const ring = mark.querySelector('circle')!;
    expect(Number(ring.getAttribute('cx'))).toBeCloseTo(x);
    expect(Number(ring.getAttribute('cy'))).toBeCloseTo(y);
    fireEvent.pointerLeave(root.querySelector('.pancake-plane svg')!, { pointerType: 'mouse' });
    expect(selectionOf(trainer).get().point).toBe(5);
    act(() => selectionOf(trainer).set({ point: 5000 }));
    expect(root.querySelector('.pancake-chosen-point')).toBeNull();
  });

  it('is this figure’s own if it is not linked', () => {
    const { trainer, root } = show(frames, moons, 20, { linked: false });
    const row = lonely(root);
    near(root, row, 'mouse');
    expect(root.dataset['point']).toBe(String(row));
    expect(selectionOf(trainer).get().point).toBeNull();
  });
});
