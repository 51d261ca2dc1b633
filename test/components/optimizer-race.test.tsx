// The optimizer race against the engine: paths, heads, readings, and all that a reader can move.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptimizerRace, type OptimizerRaceProps } from '../../src/components/optimizer-race';
import { createOptimizer, type OptimizerName } from '../../src/engine';
import '../../src/theme/style.css';
import { resolveColor } from '../../src/theme';
import { Surface, surfaceInfo, type SurfaceName } from '../../src/trainer';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

function show(props: OptimizerRaceProps = {}) {
  const view = render(
    <div style={{ width: 600 }}>
      <OptimizerRace {...props} />
    </div>,
  );
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="OptimizerRace"]')!;
  return { root, ...view };
}

const bar = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Step of the race' });
const start = () => screen.getByRole('slider', { name: /Starting point/ });
const seek = (step: number) => fireEvent.change(bar(), { target: { value: String(step) } });
const lane = (root: HTMLElement, name: string) =>
  root.querySelector<SVGGElement>(`[data-optimizer="${name}"]`)!;
const row = (root: HTMLElement, name: string) =>
  root.querySelector<HTMLElement>(`[data-row="${name}"]`)!;
const head = (root: HTMLElement, name: string) => {
  const { dataset } = lane(root, name);
  return [Number(dataset['x']), Number(dataset['y']), Number(dataset['loss'])];
};

/** Where the engine's own optimizer goes, step by step. */
function engineWay(
  surface: SurfaceName,
  optimizer: OptimizerName,
  options: { lr: number; momentum?: number },
  steps: number,
  from: readonly [number, number] = surfaceInfo(surface).start,
) {
  const layer = new Surface(surface);
  layer.point.data.set(from);
  const engine = createOptimizer(optimizer, layer, options);
  const way: number[][] = [];
  for (let step = 0; step <= steps; step++) {
    way.push([...layer.point.data, layer.forward([[0, 0]]).data[0]!]);
    engine.zeroGrad();
    layer.backward([[1]]);
    engine.step();
  }
  return way;
}

/** The points of a drawn path in the surface's units. */
function drawn(root: HTMLElement, name: string, surface: SurfaceName) {
  const { domain } = surfaceInfo(surface);
  const svg = lane(root, name).ownerSVGElement!;
  const { width, height } = svg.viewBox.baseVal;
  const path = lane(root, name).querySelector('[data-part="line"]')!.getAttribute('d')!;
  return path
    .slice(1)
    .split('L')
    .map((point) => {
      const [x, y] = point.split(' ').map(Number) as [number, number];
      return [
        domain.x[0] + (x / width) * (domain.x[1] - domain.x[0]),
        domain.y[1] - (y / height) * (domain.y[1] - domain.y[0]),
      ];
    });
}

const rate = (root: HTMLElement, name: string) =>
  Number(within(row(root, name)).getByRole<HTMLInputElement>('textbox').value);

describe('the paths', () => {
  it.each(['bowl', 'ravine', 'saddle', 'rosenbrock', 'twoValleys'] as const)(
    'on the %s are the ways of the engine’s optimizers',
    (surface) => {
      const { root } = show({ surface });
      seek(60);
      const way = {
        SGD: engineWay(surface, 'SGD', { lr: rate(root, 'SGD') }, 60),
        Momentum: engineWay(surface, 'SGD', { lr: rate(root, 'Momentum'), momentum: 0.9 }, 60),
        RMSProp: engineWay(surface, 'RMSProp', { lr: rate(root, 'RMSProp') }, 60),
        Adam: engineWay(surface, 'Adam', { lr: rate(root, 'Adam') }, 60),
      };
      for (const [name, points] of Object.entries(way)) {
        expect(head(root, name)).toEqual(points[60]);
        const path = drawn(root, name, surface);
        expect(path).toHaveLength(61);
        path.forEach(([x, y], step) => {
          expect(x).toBeCloseTo(points[step]![0]!, 2);
          expect(y).toBeCloseTo(points[step]![1]!, 2);
        });
        const dots = lane(root, name).querySelector('[data-part="dots"]')!.getAttribute('d')!;
        expect(dots.split('M')).toHaveLength(8);
      }
    },
  );

  it('have a colour, dashes and a shape of their own, and a name at the end', () => {
    const { root } = show({
      optimizers: ['SGD', 'Momentum', 'Nesterov', 'RMSProp', 'AdaGrad', 'Adam', 'AdamW'],
    });
    seek(20);
    const lanes = [...root.querySelectorAll<SVGGElement>('[data-optimizer]')];
    expect(lanes.map(({ dataset }) => dataset['optimizer'])).toEqual(
      lanes.map((one) => one.querySelector('text')!.textContent),
    );
    const different = (read: (one: SVGGElement) => string | null) =>
      expect(new Set(lanes.map(read)).size).toBe(7);
    different((one) => getComputedStyle(one).color);
    different((one) => one.querySelector('[data-part="line"]')!.getAttribute('stroke-dasharray'));
    different((one) => one.querySelector('[data-part="head"]')!.getAttribute('d'));
  });

  it('have names that do not lie on each other, inside the picture', () => {
    const { root } = show({
      optimizers: ['SGD', 'Momentum', 'Nesterov', 'RMSProp', 'AdaGrad', 'Adam', 'AdamW'],
    });
    const picture = root.querySelector('canvas')!.getBoundingClientRect();
    for (const step of [0, 5, 25, 60, 200]) {
      seek(step);
      const boxes = [...root.querySelectorAll('[data-part="name"]')].map((text) =>
        text.getBoundingClientRect(),
      );
      boxes.forEach((a, i) => {
        expect(a.left).toBeGreaterThanOrEqual(picture.left - 1);
        expect(a.right).toBeLessThanOrEqual(picture.right + 1);
        for (const b of boxes.slice(i + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          // Lines of text reach a little into each other's leading.
          expect(Math.min(across, down)).toBeLessThan(4);
        }
      });
    }
  });
});

describe('the surface', () => {
  it('is the darker the higher, lightest at its minimum, and its minima are marked', () => {
    const { root } = show({ surface: 'twoValleys' });
    const canvas = root.querySelector('canvas')!;
    const n = canvas.width;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, n, n);
    const { domain, minima, localMinima } = surfaceInfo('twoValleys');
    const cells = Array.from({ length: 400 }, (_, k) => (k * 61) % (n * n));
    const place = (i: number): [number, number] => [
      domain.x[0] + (((i % n) + 0.5) / n) * 8,
      domain.y[1] - ((Math.floor(i / n) + 0.5) / n) * 6,
    ];
    const heights = new Surface('twoValleys').predict(cells.map(place)).data;
    const order = cells.map((i, k) => ({ height: heights[k]!, shade: data[4 * i]! }));
    order.sort((a, b) => a.height - b.height);
    for (let k = 1; k < order.length; k++) {
      expect(order[k]!.shade).toBeLessThanOrEqual(order[k - 1]!.shade);
    }
    const lowest = Math.round(((-2 + 4) / 8) * n) + Math.floor(n / 2) * n;
    const zero = resolveColor('#f4f3f1');
    expect(Math.abs(data[4 * lowest]! - zero[0])).toBeLessThan(4);
    const marks = [...root.querySelectorAll<SVGGElement>('.pancake-race-minimum')];
    expect(marks.map(({ dataset }) => [Number(dataset['x']), Number(dataset['y'])])).toEqual([
      ...minima,
      ...localMinima,
    ]);
  });

  it('has contour lines where the engine’s heights are those of a level', () => {
    const { root } = show({ surface: 'bowl' });
    const path = root.querySelector<SVGPathElement>('.pancake-race-contours')!;
    const { width } = path.ownerSVGElement!.viewBox.baseVal;
    const [shiftX, shiftY] = path
      .getAttribute('transform')!
      .match(/-?[\d.]+/g)!
      .map(Number);
    const lines = path.getAttribute('d')!.split('M').slice(1);
    expect(lines.length).toBeGreaterThan(8);
    const spreads = lines.map((line) => {
      const heights = line.split('L').map((point) => {
        const [x, y] = point.split(' ').map(Number) as [number, number];
        const place = [-4 + ((x + shiftX!) / width) * 8, 3 - ((y + shiftY!) / width) * 8];
        return new Surface('bowl').predict([place]).data[0]!;
      });
      return (Math.max(...heights) - Math.min(...heights)) / Math.max(...heights);
    });
    for (const spread of spreads) expect(spread).toBeLessThan(0.03);
  });

  it('is chosen by the reader, and then has its own start and learning rates', async () => {
    const onSurfaceChange = vi.fn();
    const { root } = show({ onSurfaceChange, defaultLearningRates: { SGD: 0.01 } });
    seek(30);
    await userEvent.click(screen.getByRole('radio', { name: 'Saddle' }));
    expect(onSurfaceChange).toHaveBeenCalledWith('saddle');
    expect(root.dataset).toMatchObject({ surface: 'saddle', step: '0', status: 'idle' });
    expect(head(root, 'SGD').slice(0, 2)).toEqual([...surfaceInfo('saddle').start]);
    expect(rate(root, 'SGD')).toBe(surfaceInfo('saddle').rates.plain);
    await userEvent.keyboard('{ArrowLeft}');
    expect(root.dataset['surface']).toBe('ravine');
  });
});

describe('playing', () => {
  it('goes on in the page’s frames, without React, and announces the end', async () => {
    let commits = 0;
    render(
      <Profiler id="race" onRender={() => commits++}>
        <OptimizerRace steps={60} defaultSpeed={60} />
      </Profiler>,
    );
    act(() => frames.tick());
    const root = document.querySelector<HTMLElement>('[data-pancake]')!;
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    commits = 0;
    const way = engineWay('ravine', 'Adam', { lr: rate(root, 'Adam') }, 60);
    for (let i = 0; i < 40; i++) {
      act(() => frames.tick());
      expect(root.dataset['status']).toBe('running');
      expect(bar().value).toBe(root.dataset['step']);
      expect(head(root, 'Adam')).toEqual(way[Number(root.dataset['step'])]);
    }
    expect(Number(root.dataset['step'])).toBeGreaterThan(35);
    expect(commits).toBeLessThanOrEqual(8);
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => frames.run(1));
    expect(root.dataset).toMatchObject({ status: 'done', step: '60' });
    expect(screen.getByRole('status').textContent).toMatch(
      /^After 60 steps \w+ is nearest to the minimum, [\d.]+ away\.$/,
    );
    expect(frames.pending).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Replay' }));
    expect(root.dataset['status']).toBe('running');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(root.dataset['status']).toBe('paused');
  });

  it('takes single steps, and goes back to the start', async () => {
    const { root } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    expect(root.dataset).toMatchObject({ step: '2', status: 'paused' });
    expect(drawn(root, 'SGD', 'ravine')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(root.dataset).toMatchObject({ step: '0', status: 'idle' });
  });

  it('shows the same at a step, from whichever side one comes', async () => {
    const { root } = show();
    const picture = () =>
      [...root.querySelectorAll('[data-optimizer]')].map((one) => one.outerHTML).join('');
    seek(70);
    const first = picture();
    seek(200);
    seek(12);
    expect(picture()).not.toBe(first);
    seek(70);
    expect(picture()).toBe(first);
    bar().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(bar().getAttribute('aria-valuetext')).toMatch(/of 200$/);
  });

  it('rests until asked, or begins by itself', () => {
    const { root, unmount } = show();
    act(() => frames.run(0.5));
    expect(root.dataset['step']).toBe('0');
    expect(frames.pending).toBe(0);
    unmount();
    const other = show({ autoplay: true });
    act(() => frames.run(0.5));
    expect(Number(other.root.dataset['step'])).toBeGreaterThan(10);
    other.unmount();
    expect(frames.pending).toBe(0);
  });

  it('does not begin by itself for who wants little motion, and then goes by states', async () => {
    const real = window.matchMedia.bind(window);
    const media = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) =>
        query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query),
      );
    const { root } = show({ autoplay: true, defaultSpeed: 60 });
    act(() => frames.run(0.5));
    expect(root.dataset['step']).toBe('0');
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    const seen = new Set<string>();
    for (let i = 0; i < 240; i++) {
      act(() => frames.tick());
      seen.add(root.dataset['step']!);
    }
    expect([...seen].map((step) => Number(step) % 20)).toEqual(Array(seen.size).fill(0));
    expect(seen.size).toBe(11);
    media.mockRestore();
  });
});

describe('the start', () => {
  const expectStart = (root: HTMLElement, x: number, y: number) => {
    expect(Number(start().dataset['x'])).toBeCloseTo(x, 1);
    expect(Number(start().dataset['y'])).toBeCloseTo(y, 1);
    const from = [Number(start().dataset['x']), Number(start().dataset['y'])] as const;
    const way = engineWay('bowl', 'Adam', { lr: rate(root, 'Adam') }, 30, from);
    expect(head(root, 'Adam')).toEqual(way[30]);
    expect(drawn(root, 'Adam', 'bowl')).toHaveLength(31);
  };
  const at = (x: number, y: number) => {
    const box = start().parentElement!.getBoundingClientRect();
    return {
      clientX: box.left + ((x + 4) / 8) * box.width,
      clientY: box.top + ((3 - y) / 6) * box.height,
    };
  };

  it.each(['mouse', 'touch', 'pen'])(
    'is dragged by %s; the paths follow at the same step',
    (pointerType) => {
      const { root } = show({ surface: 'bowl' });
      seek(30);
      const pointer = { pointerType, button: 0, pointerId: 1 };
      fireEvent.pointerMove(start(), { ...pointer, ...at(0, 0) });
      expectStart(root, -3, 2);
      fireEvent.pointerDown(start(), { ...pointer, ...at(-3, 2) });
      fireEvent.pointerMove(start(), { ...pointer, ...at(1, -2) });
      act(() => frames.tick());
      expectStart(root, 1, -2);
      fireEvent.pointerMove(start(), { ...pointer, ...at(9, 9) });
      fireEvent.pointerUp(start(), { ...pointer });
      fireEvent.pointerMove(start(), { ...pointer, ...at(0, 0) });
      act(() => frames.tick());
      expectStart(root, 4, 3);
      expect(root.dataset['step']).toBe('30');
    },
  );

  it('comes to where one clicks or taps; elsewhere a finger scrolls', () => {
    const { root } = show({ surface: 'bowl' });
    seek(30);
    fireEvent.click(root.querySelector('canvas')!, at(2, 1));
    act(() => frames.tick());
    expectStart(root, 2, 1);
    expect(getComputedStyle(start()).touchAction).toBe('none');
    expect(getComputedStyle(start().parentElement!).touchAction).toBe('auto');
  });

  it('is moved by the arrow keys', async () => {
    const { root } = show({ surface: 'bowl', defaultStart: [0, 0] });
    seek(30);
    start().focus();
    await userEvent.keyboard(
      '{ArrowLeft}{ArrowUp}{Shift>}{ArrowUp}{/Shift}{Alt>}{ArrowRight}{/Alt}',
    );
    act(() => frames.tick());
    expect(start().dataset).toMatchObject({ x: '-0.09', y: '1.1' });
    expect(start().getAttribute('aria-valuetext')).toBe('x −0.09, y 1.1, loss 0.609');
    expectStart(root, -0.09, 1.1);
  });

  it('can be the page’s', () => {
    const onStartChange = vi.fn();
    const { root, rerender } = show({ surface: 'bowl', start: [1, 1], onStartChange });
    fireEvent.keyDown(start(), { key: 'ArrowLeft' });
    expect(onStartChange).toHaveBeenCalledWith([0.9, 1]);
    expect(head(root, 'SGD').slice(0, 2)).toEqual([1, 1]);
    rerender(<OptimizerRace surface="bowl" start={[2, 1]} />);
    act(() => frames.tick());
    const other = document.querySelector<HTMLElement>('[data-pancake]')!;
    expect(head(other, 'SGD').slice(0, 2)).toEqual([2, 1]);
  });
});

describe('the table', () => {
  it('has the numbers of the heads, and names the nearest', () => {
    const { root } = show({ surface: 'twoValleys' });
    seek(120);
    let best = { name: '', distance: Infinity };
    for (const name of ['SGD', 'Momentum', 'RMSProp', 'Adam']) {
      const [x, y, loss] = head(root, name) as [number, number, number];
      const cells = [...row(root, name).querySelectorAll<HTMLElement>('td[data-value]')];
      const distance = Math.hypot(x + 2, y);
      expect(Number(cells[0]!.dataset['value'])).toBe(loss);
      expect(Number(cells[1]!.dataset['value'])).toBeCloseTo(distance, 10);
      if (distance < best.distance) best = { name, distance };
    }
    expect(best.name).toBe('Momentum');
    expect(row(root, 'Momentum').dataset['nearest']).toBe('true');
    expect(root.querySelectorAll('[data-nearest]')).toHaveLength(1);
    const description = document.getElementById(root.getAttribute('aria-describedby')!)!;
    expect(description.textContent).toMatch(/step 120 of 200: Momentum is nearest to the minimum/);
  });

  it('takes learning rates; the path is another at once, at the same step', async () => {
    const onLearningRatesChange = vi.fn();
    const { root } = show({ onLearningRatesChange });
    seek(25);
    const field = screen.getByLabelText('Learning rate of SGD');
    await userEvent.clear(field);
    await userEvent.type(field, '0,03');
    expect(onLearningRatesChange).toHaveBeenLastCalledWith({ SGD: 0.03 });
    act(() => frames.tick());
    expect(head(root, 'SGD')).toEqual(engineWay('ravine', 'SGD', { lr: 0.03 }, 25)[25]);
    await userEvent.clear(field);
    await userEvent.type(field, '-1');
    expect(screen.getByRole('alert').textContent).toContain('a number of at least 0');
    expect(head(root, 'SGD')).toEqual(engineWay('ravine', 'SGD', { lr: 0.03 }, 25)[25]);
  });

  it('says who has diverged, and when; the rest go on', () => {
    const { root } = show({ learningRates: { SGD: 0.2 } });
    seek(5);
    expect(lane(root, 'SGD').dataset['diverged']).toBeUndefined();
    seek(100);
    const when = Number(lane(root, 'SGD').dataset['diverged']);
    expect(when).toBeGreaterThan(5);
    expect(row(root, 'SGD').textContent).toContain(`diverged at step ${when}`);
    expect(lane(root, 'SGD').querySelector('text')!.textContent).toBe('SGD diverged');
    expect(drawn(root, 'SGD', 'ravine')).toHaveLength(when);
    expect(drawn(root, 'Adam', 'ravine')).toHaveLength(101);
    expect(lane(root, 'SGD').querySelector('path')!.getAttribute('d')).not.toMatch(/NaN|Infinity/);
    const description = document.getElementById(root.getAttribute('aria-describedby')!)!;
    expect(description.textContent).toContain(`SGD diverged at step ${when}`);
    expect(row(root, 'SGD').dataset['nearest']).toBeUndefined();
  });

  it('hides and shows optimizers', async () => {
    const { root } = show({ surface: 'twoValleys' });
    seek(120);
    const toggle = screen.getByRole('button', { name: 'Momentum' });
    expect(toggle).toHaveProperty('ariaPressed', 'true');
    await userEvent.click(toggle);
    expect(toggle).toHaveProperty('ariaPressed', 'false');
    expect(lane(root, 'Momentum').getAttribute('display')).toBe('none');
    expect(row(root, 'Momentum').dataset['nearest']).toBeUndefined();
    await userEvent.click(toggle);
    expect(getComputedStyle(lane(root, 'Momentum')).display).toBe('inline');
    expect(row(root, 'Momentum').dataset['nearest']).toBe('true');
  });
});

describe('options of the page', () => {
  it('may be written in place, and change', () => {
    function Page() {
      const [surface, setSurface] = useState<SurfaceName>('bowl');
      return (
        <>
          <button onClick={() => setSurface('saddle')}>another</button>
          <OptimizerRace
            surface={surface}
            steps={80}
            optimizers={[
              { name: 'heavy', optimizer: 'SGD', options: { momentum: 0.98 } },
              'AdaGrad',
            ]}
          />
        </>
      );
    }
    render(<Page />);
    act(() => frames.tick());
    seek(80);
    const root = document.querySelector<HTMLElement>('[data-pancake]')!;
    expect(root.dataset['status']).toBe('done');
    const lr = rate(root, 'heavy');
    expect(head(root, 'heavy')).toEqual(engineWay('bowl', 'SGD', { lr, momentum: 0.98 }, 80)[80]);
    fireEvent.click(screen.getByText('another'));
    act(() => frames.tick());
    expect(root.dataset).toMatchObject({ surface: 'saddle', step: '0' });
  });

  it('that make no sense are explained', () => {
    expect(refusal(() => render(<OptimizerRace surface={'hill' as never} />))).toMatch(
      /"hill"; it must be/,
    );
  });
});
