// The decision boundary against the engine's numbers: pixels, lines, points and the probe.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DecisionBoundary,
  type DecisionBoundaryProps,
} from '../../src/components/decision-boundary';
import { createTrainer, fromPoints, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { colorTable, resolveColor, type RGB } from '../../src/theme';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { placeOf } from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

function show(options: TrainerOptions, epochs = 0, props: Partial<DecisionBoundaryProps> = {}) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const view = render(
    <div style={{ width: 400 }}>
      <DecisionBoundary trainer={trainer} {...props} />
    </div>,
  );
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
  return { trainer, root, ...view };
}

const pixelsOf = (root: HTMLElement) => {
  const canvas = root.querySelector('canvas')!;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
};

/** The centres of the cells, as the figure promises them. */
function centres(n: number, [low, high]: readonly [number, number]): [number, number][] {
  const at = (i: number) => low + ((i + 0.5) / n) * (high - low);
  return Array.from({ length: n * n }, (_, k) => [at(k % n), -at(Math.floor(k / n))]);
}

const moons: TrainerOptions = { data: 'moons', seed: 7, points: 60 };

describe('the heat map', () => {
  it('has the colour of the model’s own probability in every cell', () => {
    const { trainer, root } = show(moons, 40, { grid: 30 });
    const zero = resolveColor('#f4f3f1');
    const soft = (color: string) =>
      resolveColor(color).map((c, i) => zero[i]! + (c - zero[i]!) * 0.65) as unknown as RGB;
    const table = new Uint8Array(colorTable(soft('#c8560f'), zero, soft('#1b64b0')).buffer);
    const pixels = pixelsOf(root);
    const { data: p } = trainer.predict(centres(30, [-5, 5]));
    for (let i = 0; i < 900; i++) {
      const index = Math.round(p[i]! * 255);
      expect([...pixels.slice(4 * i, 4 * i + 3)]).toEqual([
        ...table.slice(4 * index, 4 * index + 3),
      ]);
    }
  });

  it('follows the run frame by frame, without React', () => {
    let commits = 0;
    const trainer = createTrainer({ ...moons, speed: 60 });
    const { container } = render(
      <Profiler id="figure" onRender={() => commits++}>
        <DecisionBoundary trainer={trainer} grid={20} />
      </Profiler>,
    );
    const root = container.querySelector<HTMLElement>('[data-pancake]')!;
    act(() => frames.tick());
    act(() => trainer.play());
    commits = 0;
    let before = pixelsOf(root);
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick());
      const now = pixelsOf(root);
      if (i % 10 === 9) {
        expect(now).not.toEqual(before);
        before = now;
      }
      expect(root.dataset['epoch']).toBe(String(trainer.now.epoch));
      expect(root.dataset['loss']).toBe(String(trainer.now.loss));
    }
    expect(commits).toBeLessThanOrEqual(10);
    act(() => trainer.pause());
  });

  it('takes the colours of a dark page, when the page turns dark', async () => {
    const { root } = show(moons, 40, { grid: 10 });
    const light = pixelsOf(root);
    document.documentElement.style.colorScheme = 'dark';
    await new Promise((resolve) => setTimeout(resolve));
    const dark = pixelsOf(root);
    document.documentElement.style.colorScheme = '';
    expect(dark).not.toEqual(light);
    const mean = (pixels: Uint8ClampedArray) => pixels.reduce((a, b) => a + b) / pixels.length;
    expect(mean(dark)).toBeLessThan(mean(light));
  });

  it('shows the likeliest of several classes, and values for regression', () => {
    const classes = show({ data: 'blobs', points: 60, model: [2, 8, 3] }, 60, { grid: 30 });
    const { trainer } = classes;
    const { data: p } = trainer.predict(centres(30, [-5, 5]));
    const pixels = pixelsOf(classes.root);
    const byClass = new Map<number, Set<string>>();
    for (let i = 0; i < 900; i++) {
      const row = [...p.slice(3 * i, 3 * i + 3)];
      const best = row.indexOf(Math.max(...row));
      if (row[best]! < 0.9) continue;
      const [r, g, b] = pixels.slice(4 * i, 4 * i + 3) as unknown as [number, number, number];
      const hue = r > g && r > b ? 'orange' : g >= b ? 'green' : 'blue';
      byClass.set(best, (byClass.get(best) ?? new Set()).add(hue));
    }
    expect(Object.fromEntries([...byClass].map(([k, hues]) => [k, [...hues]]))).toEqual({
      0: ['orange'],
      1: ['blue'],
      2: ['green'],
    });
    classes.unmount();

    const { trainer: fit, root } = show({ data: 'plane', points: 60 }, 60, { grid: 10 });
    const values = fit.predict(centres(10, [-5, 5])).data;
    const shade = pixelsOf(root);
    for (let i = 0; i < 100; i++) {
      if (Math.abs(values[i]!) < 0.1) continue;
      expect(shade[4 * i]! > shade[4 * i + 2]!).toBe(values[i]! < 0);
    }
  });

  it('keeps the last good picture when the run diverges, and says so', () => {
    const { trainer, root } = show({
      data: 'plane',
      points: 60,
      model: [2, 4, 1],
      learningRate: 1e6,
    });
    act(() => trainer.step('epoch', 50));
    act(() => frames.tick());
    expect(root.dataset['status']).toBe('diverged');
    expect(root).toHaveTextContent(/diverged; this is epoch \d+, the last good one/);
    expect(root.textContent).not.toMatch(/NaN|Infinity/);
  });
});

describe('the contour lines', () => {
  it('run where the model says their value', () => {
    const { trainer, root } = show(moons, 60);
    for (const threshold of [0.25, 0.5, 0.75]) {
      const path = root.querySelector(`[data-threshold="${threshold}"]`)!;
      const size = root.querySelector('svg')!.viewBox.baseVal.width;
      const points = [...path.getAttribute('d')!.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
        (Number(x) / size) * 10 - 5,
        5 - (Number(y) / size) * 10,
      ]);
      expect(points.length).toBeGreaterThan(20);
      const values = trainer.predict(points).data;
      // Between two cells the line is straight, the model is not.
      for (const value of values) expect(Math.abs(value - threshold)).toBeLessThan(0.1);
    }
  });

  it('do not follow the border of the plane', () => {
    const { root } = show({ data: 'simple', model: [2, 1], batchSize: 'full' }, 300);
    const path = root.querySelector('[data-threshold="0.5"]')!.getAttribute('d')!;
    expect(path.match(/M/g)).toHaveLength(1);
    const size = root.querySelector('svg')!.viewBox.baseVal.width;
    const ends = [...path.matchAll(/([\d.]+) ([\d.]+)/g)];
    const inner = ends.slice(2, -2);
    for (const [, x, y] of inner) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThan(1);
      expect(Math.max(Number(x), Number(y))).toBeLessThan(size - 1);
    }
  });
});

describe('the data', () => {
  it('is drawn point by point, at its place, with class and split', () => {
    const { trainer, root } = show(moons);
    for (const [split, data] of [
      ['train', trainer.data],
      ['test', trainer.testData!],
    ] as const) {
      const marks = [...root.querySelectorAll<SVGPathElement>(`[data-split="${split}"]`)];
      expect(marks.map(({ dataset }) => [Number(dataset['x']), Number(dataset['y'])])).toEqual(
        data.x.toArray(),
      );
      expect(marks.map(({ dataset }) => [Number(dataset['class'])])).toEqual(data.y.toArray());
    }
    const mark = root.querySelector<SVGPathElement>('[data-split="train"]')!;
    const size = root.querySelector('svg')!.viewBox.baseVal.width;
    const [x, y] = placeOf(mark);
    expect(x).toBeCloseTo(((Number(mark.dataset['x']) + 5) / 10) * size, 6);
    expect(y).toBeCloseTo(((5 - Number(mark.dataset['y'])) / 10) * size, 6);
  });

  it('differs by shape as well as by colour', () => {
    const { root } = show(moons);
    const shape = (of: string) => root.querySelector(`[data-class="${of}"]`)!.getAttribute('d');
    expect(shape('0')).not.toBe(shape('1'));
  });

  it('says how many points are on the wrong side, and how many lie outside', () => {
    const points = [
      { x: 1, y: 2, label: 1 },
      { x: 2, y: 1, label: 1 },
      { x: 3, y: 2, label: 0 },
      { x: 40, y: 3, label: 0 },
    ];
    const data = fromPoints(points, { domain: { x: [-5, 5], y: [-5, 5] } });
    const { trainer, root } = show({ data, model: [2, 1] });
    expect(root.dataset['wrong']).toBe(String(trainer.countWrong()));
    expect(root).toHaveAccessibleDescription(
      expect.stringContaining(
        `${trainer.countWrong()} of 4 training points on the wrong side. 1 points lie outside`,
      ),
    );
  });

  it('is left out as asked', () => {
    const { root } = show(moons, 0, { points: 'train' });
    expect(root.querySelectorAll('[data-split="test"]')).toHaveLength(0);
    expect(root.querySelectorAll('[data-split="train"]')).toHaveLength(48);
  });
});

describe('the probe', () => {
  it('reads the model at the pointer, and goes when the pointer goes', () => {
    const { trainer, root } = show(moons, 40);
    const svg = root.querySelector('svg')!;
    const box = svg.getBoundingClientRect();
    fireEvent.pointerMove(svg, {
      clientX: box.left + box.width * 0.6,
      clientY: box.top + box.height * 0.3,
      pointerType: 'mouse',
    });
    const probe = screen.getByRole('slider', { name: /Probe/ });
    const [x, y] = [Number(probe.dataset['x']), Number(probe.dataset['y'])];
    expect(x).toBeCloseTo(1, 1);
    expect(y).toBeCloseTo(2, 1);
    expect(probe.dataset['value']).toBe(String(trainer.predict([[x, y]]).data[0]));
    expect(probe).toHaveTextContent(trainer.predict([[x, y]]).data[0]!.toFixed(3));
    fireEvent.pointerLeave(svg, { pointerType: 'mouse' });
    expect(probe).toHaveTextContent('');
  });

  it('moves by arrow keys, in fine and coarse steps, within the plane', async () => {
    const { trainer, root } = show(moons, 40);
    const user = userEvent.setup();
    await user.tab();
    const probe = screen.getByRole('slider', { name: /Probe/ });
    expect(probe).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowUp}{Alt>}{ArrowUp}{/Alt}');
    expect([probe.dataset['x'], probe.dataset['y']].map(Number)).toEqual([
      expect.closeTo(0.2),
      expect.closeTo(0.22),
    ]);
    await user.keyboard('{Shift>}{ArrowLeft>9/}{/Shift}');
    expect(Number(probe.dataset['x'])).toBe(-5);
    const value = trainer.predict([[-5, Number(probe.dataset['y'])]]).data[0]!;
    expect(probe).toHaveAttribute('aria-valuenow', String(value));
    expect(probe).toHaveAttribute(
      'aria-valuetext',
      `x −5.00, y 0.22: probability of class 1 ${value.toFixed(3)}`,
    );
    await user.keyboard('{Escape}');
    expect(root.querySelector('.pancake-probe-reading')).toBeNull();
  });

  it('keeps up with the run', () => {
    const { trainer } = show(moons);
    const probe = screen.getByRole('slider', { name: /Probe/ });
    const before = probe.dataset['value'];
    act(() => trainer.step('epoch', 5));
    expect(probe.dataset['value']).not.toBe(before);
    expect(probe.dataset['value']).toBe(String(trainer.predict([[0, 0]]).data[0]));
  });
});

describe('its size', () => {
  it('is that of its box, with a square plane, down to a thumbnail', async () => {
    const { container, root } = show(moons);
    const plane = () => root.querySelector('.pancake-plane')!.getBoundingClientRect();
    expect(plane().width).toBeCloseTo(plane().height, 0);
    expect(root.getBoundingClientRect().width).toBe(400);
    (container.firstChild as HTMLElement).style.width = '160px';
    await expect
      .poll(() => root.querySelector('svg')!.viewBox.baseVal.width)
      .toBeCloseTo(plane().width, 0);
    expect(plane().width).toBeCloseTo(plane().height, 0);
    expect(root.scrollWidth).toBeLessThanOrEqual(160);
  });
});

describe('the work of drawing', () => {
  const put = () => vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  afterEach(() => vi.restoreAllMocks());

  it('is done once for each change of the weights, and for nothing else', () => {
    const { trainer, root } = show(moons, 3);
    const painted = put();
    const lines = [...root.querySelectorAll('.pancake-contour')].map((line) => {
      const drawn = vi.spyOn(line, 'setAttribute');
      return drawn;
    });
    act(() => {
      trainer.play();
      trainer.pause();
      frames.run(1);
    });
    expect(painted).not.toHaveBeenCalled();
    for (const drawn of lines) expect(drawn).not.toHaveBeenCalled();
    act(() => {
      trainer.step('batch');
      frames.run(1);
    });
    expect(painted).toHaveBeenCalledTimes(1);
    for (const drawn of lines) expect(drawn).toHaveBeenCalledTimes(1);
  });

  it('leaves the points alone while the run plays', async () => {
    const { trainer, root } = show(moons);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    for (const marks of root.querySelectorAll('.pancake-marks')) {
      observer.observe(marks, { subtree: true, childList: true, attributes: true });
    }
    act(() => {
      trainer.play();
      frames.run(1);
      trainer.pause();
    });
    await Promise.resolve();
    observer.disconnect();
    expect(trainer.getSnapshot().epoch).toBeGreaterThan(20);
    expect(changes).toEqual([]);
  });

  it('is a quarter on a page that cannot keep up, until the run pauses', () => {
    const { trainer, root } = show({ ...moons, speed: 5 }, 0, { grid: 30 });
    const canvas = root.querySelector('canvas')!;
    act(() => {
      trainer.play();
      for (let i = 0; i < 60; i++) frames.tick(40);
    });
    expect([canvas.width, canvas.height]).toEqual([15, 15]);
    act(() => {
      trainer.pause();
      frames.tick();
    });
    expect([canvas.width, canvas.height]).toEqual([30, 30]);
  });
});
