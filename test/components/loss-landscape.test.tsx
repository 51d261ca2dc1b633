// The loss landscape against the engine's numbers: shades, path, point, arrow, probe, and setting by hand.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LossLandscape, type LossLandscapeProps } from '../../src/components/loss-landscape';
import {
  Features,
  Mul,
  Sequential,
  createTrainer,
  fromJSON,
  toJSON,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { colorTable, resolveColor, type RGB } from '../../src/theme';
import '../../src/theme/style.css';
import type { ParameterPlace } from '../../src/trainer';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', model: [2, 4, 1], points: 40, seed: 3 };
const a: ParameterPlace = { name: '2.weight', place: 1 };
const b: ParameterPlace = { name: '0.weight', place: 2 };

function show(options: TrainerOptions = moons, props: Partial<LossLandscapeProps> = {}) {
  const trainer = createTrainer(options);
  const view = render(
    <div style={{ width: 460 }}>
      <LossLandscape trainer={trainer} defaultWeights={[a, b]} grid={24} {...props} />
    </div>,
  );
  settle();
  const root = view.container.querySelector<HTMLElement>('[data-pancake="LossLandscape"]')!;
  return { trainer, root, ...view };
}

/** Frames until nothing is left to do. */
function settle(most = 10): void {
  for (let i = 0; i < most; i++) act(() => frames.tick());
}

const part = (root: Element, name: string) =>
  root.querySelector<SVGElement>(`[data-part="${name}"]`)!;
const mapOf = (root: Element) => root.querySelector<HTMLElement>('.pancake-landscape-map')!;
const numberOf = ({ model }: Trainer, { name, place }: ParameterPlace) =>
  model.parameters().find((known) => known.name === name)!.value.data[place]!;

/** The loss of a copy of the model with other values of the two numbers. */
function lossWith(trainer: Trainer, valueA: number, valueB: number, json = toJSON(trainer.model)) {
  const copy = fromJSON(json);
  const set = ({ name, place }: ParameterPlace, value: number) => {
    copy.parameters().find((known) => known.name === name)!.value.data[place] = value;
  };
  set(a, valueA);
  set(b, valueB);
  return trainer.loss.evaluate(copy.predict(trainer.data.x), trainer.data.y);
}

/** The window shown, from the axes' promise: the span on both sides of where the weights began. */
const pixels = (root: Element) => {
  const canvas = root.querySelector('canvas')!;
  const { width } = canvas;
  return new Uint8Array(canvas.getContext('2d')!.getImageData(0, 0, width, width).data.buffer);
};

/** Where a place of the map is on the screen. */
function onScreen(root: Element, shareX: number, shareY: number) {
  const { left, top, width, height } = mapOf(root).getBoundingClientRect();
  return { clientX: left + shareX * width, clientY: top + shareY * height };
}

describe('the picture', () => {
  it('has in every cell the shade of the loss of an independent model', () => {
    const { trainer, root } = show();
    const canvas = root.querySelector('canvas')!;
    expect([canvas.width, canvas.dataset['side']]).toEqual([24, '24']);
    const [centreA, centreB] = [numberOf(trainer, a), numberOf(trainer, b)];
    const json = toJSON(trainer.model);
    const losses = Array.from({ length: 24 * 24 }, (_, i) =>
      lossWith(
        trainer,
        centreA - 3 + (((i % 24) + 0.5) / 24) * 6,
        centreB + 3 - ((Math.floor(i / 24) + 0.5) / 24) * 6,
        json,
      ),
    );
    const ticks = [...root.querySelectorAll('.pancake-loss-bar-scale > span:not([class*=here])')];
    const [low, high] = [Number(ticks[0]!.textContent), Number(ticks.at(-1)!.textContent)];
    expect(low).toBeLessThanOrEqual(Math.min(...losses));
    expect(high).toBeGreaterThanOrEqual(Math.max(...losses));

    const zero = resolveColor('#f4f3f1');
    const strong = resolveColor('color-mix(in srgb, #5d6672 88%, #f4f3f1)');
    const middle = zero.map((c, i) => (c + strong[i]!) / 2) as unknown as RGB;
    const table = new Uint8Array(colorTable(zero, middle, strong).buffer);
    const painted = pixels(root);
    losses.forEach((loss, i) => {
      const index = Math.round((255 * Math.log(loss / low)) / Math.log(high / low));
      expect([...painted.slice(4 * i, 4 * i + 3)]).toEqual([
        ...table.slice(4 * index, 4 * index + 3),
      ]);
    });
  });

  it('has a contour line for each tick of the bar', () => {
    const { root } = show();
    const levels = root.querySelector('.pancake-landscape-lines')!.getAttribute('data-levels')!;
    const ticks = [...root.querySelectorAll('.pancake-loss-bar-level')];
    expect(ticks.map((tick) => tick.textContent)).toEqual(levels.split(' '));
    expect(ticks.length).toBeGreaterThan(2);
  });

  it('hatches what has no finite loss, and says so', () => {
    const { root } = show(
      { data: 'plane', points: 20, model: [2, 1] },
      { defaultWeights: undefined, span: 2e153 },
    );
    const painted = pixels(root);
    const empty = Array.from({ length: 576 }, (_, i) => painted[4 * i + 3] === 0);
    expect(empty.filter(Boolean).length).toBeGreaterThan(20);
    expect(empty.filter((is) => !is).length).toBeGreaterThan(20);
    expect(root).toHaveTextContent('Hatched: there is no finite loss.');
    expect(root.innerHTML).not.toContain('NaN');
  });

  it('takes a few milliseconds of a frame at most, and none once it is finished', () => {
    const trainer = createTrainer(moons);
    frames.costOfLooking = 0.1;
    const { container } = render(<LossLandscape trainer={trainer} defaultWeights={[a, b]} />);
    let longest = 0;
    let count = 0;
    while (frames.pending && count < 5000) {
      const before = frames.time;
      act(() => frames.tick(0));
      longest = Math.max(longest, frames.time - before);
      count++;
    }
    expect(container.querySelector('canvas')!.width).toBe(48);
    expect(count).toBeGreaterThan(20);
    expect(longest).toBeLessThan(7);
    expect(frames.pending).toBe(0);
  });

  it('follows the run frame by frame, coarsely, and is whole when the run rests', () => {
    let commits = 0;
    const trainer = createTrainer({ ...moons, speed: 30 });
    const { container } = render(
      <Profiler id="figure" onRender={() => commits++}>
        <LossLandscape trainer={trainer} defaultWeights={[a, b]} grid={48} />
      </Profiler>,
    );
    settle();
    const canvas = container.querySelector('canvas')!;
    act(() => trainer.play());
    settle(2);
    commits = 0;
    let before = pixels(container);
    for (let i = 0; i < 4; i++) {
      settle(15);
      expect(canvas.width).toBe(24);
      expect(pixels(container)).not.toEqual(before);
      before = pixels(container);
      expect(Number(part(container, 'here').dataset['a'])).toBe(numberOf(trainer, a));
    }
    expect(commits).toBeLessThanOrEqual(24);
    act(() => trainer.pause());
    settle();
    expect(canvas.width).toBe(48);
  });

  it('leaves the run as it is without it, bit for bit', () => {
    const [alone, watched] = [false, true].map((isWatched) => {
      const trainer = createTrainer({ ...moons, speed: 60, stopWhen: { epoch: 50 } });
      const page = isWatched ? render(<LossLandscape trainer={trainer} />) : null;
      act(() => trainer.play());
      settle(90);
      expect(page?.container.querySelector('canvas')!.width ?? 48).toBe(48);
      page?.unmount();
      return trainer;
    }) as [Trainer, Trainer];
    expect(watched.now.epoch).toBe(50);
    expect(toJSON(watched.model)).toEqual(toJSON(alone.model));
    expect(watched.history).toEqual(alone.history);
  });
});

describe('the run on the map', () => {
  it('is a point at the weights, with the loss beside it, and a path through every epoch', () => {
    const { trainer, root } = show();
    const size = root.querySelector<SVGSVGElement>('.pancake-landscape-map > svg')!.viewBox.baseVal
      .width;
    const [fromA, fromB] = [numberOf(trainer, a) - 3, numberOf(trainer, b) - 3];
    const places = [[numberOf(trainer, a), numberOf(trainer, b)]];
    for (let i = 0; i < 5; i++) {
      act(() => trainer.step());
      places.push([numberOf(trainer, a), numberOf(trainer, b)]);
    }
    settle();
    const numbers = (d: string) =>
      [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const path = numbers(part(root, 'past').getAttribute('d')!);
    // The last place is drawn as the path's end and as the point.
    expect(path).toHaveLength(7);
    places.forEach(([valueA, valueB], i) => {
      expect(path[i]![0]).toBeCloseTo(((valueA! - fromA) / 6) * size, 1);
      expect(path[i]![1]).toBeCloseTo((1 - (valueB! - fromB) / 6) * size, 1);
    });
    expect(part(root, 'here').textContent).toBe(trainer.now.loss.toFixed(3));
    expect(root.querySelector<HTMLElement>('.pancake-loss-bar-here')!.dataset['loss']).toBe(
      String(trainer.now.loss),
    );

    act(() => trainer.seek(2));
    settle();
    expect(numbers(part(root, 'past').getAttribute('d')!)).toHaveLength(4);
    expect(numbers(part(root, 'ahead').getAttribute('d')!)).toHaveLength(4);
    act(() => trainer.reset());
    settle();
    expect(part(root, 'ahead').getAttribute('d')).toBe('');
    expect(part(root, 'past').dataset['samples']).toBe('1');
  });

  it('has an arrow against the gradient', () => {
    const { trainer, root } = show({ ...moons, activation: 'Tanh' });
    const arrow = part(root, 'arrow');
    const [here, there] = [numberOf(trainer, a), numberOf(trainer, b)];
    const slope = (da: number, db: number) =>
      (lossWith(trainer, here + da, there + db) - lossWith(trainer, here - da, there - db)) / 2e-5;
    const [da, db] = [slope(1e-5, 0), slope(0, 1e-5)];
    expect(Number(arrow.dataset['gradientA'])).toBeCloseTo(da, 6);
    expect(Number(arrow.dataset['gradientB'])).toBeCloseTo(db, 6);
    const [u, v] = /matrix\((\S+) (\S+)/
      .exec(arrow.getAttribute('transform')!)!
      .slice(1)
      .map(Number);
    expect(u).toBeCloseTo(-da / Math.hypot(da, db), 1);
    expect(v).toBeCloseTo(db / Math.hypot(da, db), 1);
    expect(arrow.getAttribute('visibility')).toBe('visible');
  });

  it('stays on the map: it follows weights that leave it', () => {
    const { trainer, root } = show();
    act(() => trainer.setParameter(a.name, a.place, 40));
    settle();
    const [, x] = /translate\((\S+)/.exec(part(root, 'here').getAttribute('transform')!)!;
    const size = root.querySelector<SVGSVGElement>('.pancake-landscape-map > svg')!.viewBox.baseVal
      .width;
    expect(Number(x)).toBeGreaterThan(0);
    expect(Number(x)).toBeLessThan(size);
  });

  it('says in words what it shows', () => {
    const { trainer, root } = show();
    const id = root.getAttribute('aria-describedby')!;
    expect(document.getElementById(id)).toHaveTextContent(
      /Across: 2.weight \[0, 1\]: output from neuron 2. Up: 0.weight \[1, 0\]: neuron 2 from x. Epoch 0/,
    );
    expect(document.getElementById(id)).toHaveTextContent(trainer.now.loss.toFixed(3));
  });
});

describe('the choice of weights', () => {
  it('begins with the two of the last layer on which the loss depends most', () => {
    const { trainer, root } = show(moons, { defaultWeights: undefined });
    const { value } = trainer.model.parameters().find(({ name }) => name === '2.weight')!;
    const slopes = [...value.data].map((before, place) => {
      const at = (v: number) => {
        value.data[place] = v;
        return trainer.loss.evaluate(trainer.model.predict(trainer.data.x), trainer.data.y);
      };
      const slope = (at(before + 1e-4) - at(before - 1e-4)) / 2e-4;
      value.data[place] = before;
      return Math.abs(slope);
    });
    const steepest = [0, 1, 2, 3]
      .sort((i, j) => slopes[j]! - slopes[i]!)
      .slice(0, 2)
      .sort();
    expect([root.dataset['weightA'], root.dataset['weightB']]).toEqual(
      steepest.map((place) => `2.weight:${place}`),
    );
  });

  it('is the reader’s, by native menus of all weights by layer', async () => {
    const onWeightsChange = vi.fn();
    const { trainer, root } = show(moons, { onWeightsChange });
    const across = screen.getByRole<HTMLSelectElement>('combobox', { name: 'across' });
    expect([...across.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
      '0 · Linear(2, 4)',
      '2 · Linear(4, 1)',
    ]);
    expect(across.options).toHaveLength(17);
    expect(
      screen.getByRole<HTMLOptionElement>('option', { name: /0.weight \[1, 0\]/, selected: true }),
    ).toBeTruthy();
    await userEvent.selectOptions(across, '0.bias:3');
    settle();
    expect(root.dataset['weightA']).toBe('0.bias:3');
    expect(onWeightsChange).toHaveBeenCalledWith([{ name: '0.bias', place: 3 }, b]);
    expect(Number(part(root, 'here').dataset['a'])).toBe(
      numberOf(trainer, { name: '0.bias', place: 3 }),
    );
    expect(across.selectedOptions[0]).toHaveTextContent('0.bias [3]: bias of neuron 4');
  });

  it('may be the page’s', async () => {
    function Page() {
      const [trainer] = useState(() => createTrainer(moons));
      return <LossLandscape trainer={trainer} weights={[a, b]} />;
    }
    const { container } = render(<Page />);
    settle();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'up' }), '2.bias:0');
    settle();
    expect(container.querySelector<HTMLElement>('[data-pancake]')!.dataset['weightB']).toBe(
      '0.weight:2',
    );
  });

  it('survives another model, and other data', () => {
    const { trainer, root } = show();
    act(() => trainer.set({ model: [2, 3, 3, 1] }));
    settle();
    // There is no 2.weight at place 1 from neuron 2 to the output any more, but there is one of that name.
    expect(root.dataset['weightA']).toBe('2.weight:1');
    expect(Number(part(root, 'here').dataset['a'])).toBe(numberOf(trainer, a));
    act(() => trainer.set({ model: [2, 1] }));
    settle();
    expect([root.dataset['weightA'], root.dataset['weightB']]).toEqual([
      '0.weight:0',
      '0.weight:1',
    ]);
    act(() => trainer.set({ model: undefined, data: 'blobs' }));
    settle();
    expect(root.querySelector('canvas')!.width).toBe(24);
    expect(root).not.toHaveTextContent('NaN');
  });

  it('says so when there are no two numbers', () => {
    const { root } = show({
      data: 'plane',
      points: 20,
      model: () => new Sequential([new Features(['x']), new Mul()]),
    });
    expect(root).toHaveTextContent('needs a model with at least two numbers');
  });
});

describe('zoom', () => {
  it('comes closer, goes further away and back to the weights, by buttons and keys', async () => {
    const { root } = show();
    const width = () => {
      const ticks = [
        ...root.querySelectorAll(
          '.pancake-landscape-map .visx-axis-bottom text, .pancake-landscape-map .pancake-axis text',
        ),
      ];
      return ticks.map((tick) => tick.textContent).join(' ');
    };
    const first = width();
    await userEvent.click(screen.getByRole('button', { name: 'Closer' }));
    settle();
    expect(width()).not.toBe(first);
    await userEvent.click(screen.getByRole('button', { name: 'Further away' }));
    settle();
    expect(width()).toBe(first);
    const probe = screen.getByRole('slider', { name: /Probe/ });
    act(() => probe.focus());
    await userEvent.keyboard('+');
    settle();
    expect(width()).not.toBe(first);
    expect(root.querySelector('canvas')!.style.width).toBe(`${mapOf(root).clientWidth}px`);
  });
});

describe('the probe', () => {
  const probe = () => screen.getByRole('slider', { name: /Probe/ });

  it('reads the engine’s own loss under the mouse, and under a finger that taps', () => {
    const { trainer, root } = show();
    for (const pointerType of ['mouse', 'touch']) {
      const begin = pointerType === 'mouse' ? fireEvent.pointerMove : fireEvent.pointerDown;
      begin(mapOf(root), { pointerType, ...onScreen(root, 0.25, 0.3) });
      const { a: valueA, b: valueB, value } = probe().dataset;
      expect(Number(valueA)).toBeCloseTo(numberOf(trainer, a) - 1.5, 1);
      expect(Number(valueB)).toBeCloseTo(numberOf(trainer, b) + 1.2, 1);
      expect(Number(value)).toBe(lossWith(trainer, Number(valueA), Number(valueB)));
      expect(root.querySelector('.pancake-probe-reading')).toHaveTextContent(
        Number(value).toFixed(3),
      );
      fireEvent.pointerLeave(mapOf(root), { pointerType: 'mouse' });
      expect(root.querySelector('.pancake-probe-reading')).toBeNull();
    }
  });

  it('lets a finger scroll', () => {
    const { root } = show();
    fireEvent.pointerMove(mapOf(root), { pointerType: 'touch', ...onScreen(root, 0.5, 0.5) });
    expect(root.querySelector('.pancake-probe-reading')).toBeNull();
    expect(getComputedStyle(mapOf(root)).touchAction).toBe('manipulation');
  });

  it('goes by arrow keys, and is spoken', async () => {
    const { trainer } = show();
    act(() => probe().focus());
    await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    const { a: valueA, b: valueB } = probe().dataset;
    expect(Number(valueA)).toBeCloseTo(numberOf(trainer, a) + 0.12, 10);
    expect(Number(valueB)).toBeCloseTo(numberOf(trainer, b) - 0.6, 10);
    const loss = lossWith(trainer, Number(valueA), Number(valueB));
    expect(probe()).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining(`loss ${loss.toFixed(3)}`),
    );
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('.pancake-probe-reading')).toBeNull();
    expect(document.querySelector('figure')).toHaveFocus();
  });

  it.each([343, 420])('its choosers cut no name off: %i pixels', (width) => {
    render(
      <div style={{ width }}>
        <LossLandscape trainer={createTrainer({ ...moons, model: [2, 12, 12, 1] })} grid={8} />
      </div>,
    );
    settle();
    const text = document.createElement('canvas').getContext('2d')!;
    for (const name of ['up', 'across']) {
      const menu = screen.getByRole<HTMLSelectElement>('combobox', { name: RegExp(name) });
      const style = getComputedStyle(menu);
      text.font = style.font;
      const arrow = 24;
      const room =
        menu.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
      for (const option of menu.options) {
        expect(text.measureText(option.text).width, option.text).toBeLessThan(room);
      }
    }
  });
});

describe('setting the weights by hand', () => {
  const handle = () => screen.getByRole('slider', { name: /^The two weights/ });

  it('is off unless asked for', () => {
    const { trainer, root } = show();
    const before = toJSON(trainer.model);
    fireEvent.click(mapOf(root), onScreen(root, 0.2, 0.2));
    expect(toJSON(trainer.model)).toEqual(before);
    expect(screen.queryByRole('slider', { name: /^The two weights/ })).toBeNull();
  });

  it('goes by a click, and the run goes on from there', () => {
    const { trainer, root } = show(moons, { editable: true });
    const [beforeA, beforeB] = [numberOf(trainer, a), numberOf(trainer, b)];
    fireEvent.click(mapOf(root), onScreen(root, 0.75, 0.25));
    expect(numberOf(trainer, a)).toBeCloseTo(beforeA + 1.5, 1);
    expect(numberOf(trainer, b)).toBeCloseTo(beforeB + 1.5, 1);
    expect(trainer.now.loss).toBe(lossWith(trainer, numberOf(trainer, a), numberOf(trainer, b)));
    expect(screen.getByRole('status')).toHaveTextContent(
      `the loss is ${trainer.now.loss.toFixed(3)}`,
    );
    act(() => trainer.step());
    expect(trainer.now.epoch).toBe(1);
  });

  it('has one number where the weights were set, and two again where the pointer goes on', () => {
    const { root } = show(moons, { editable: true });
    const reading = () => root.querySelector('.pancake-probe-reading');
    const [here, elsewhere] = [onScreen(root, 0.75, 0.25), onScreen(root, 0.4, 0.5)];
    fireEvent.pointerMove(mapOf(root), here);
    expect(reading()).toBeVisible();
    fireEvent.click(mapOf(root), here);
    expect(reading()).toBeNull();
    expect(root.querySelector('.pancake-landscape-value')).toBeVisible();
    fireEvent.pointerMove(mapOf(root), elsewhere);
    expect(reading()).toBeVisible();
  });

  it.each(['mouse', 'touch'])('goes by dragging the point (%s)', (pointerType) => {
    const { trainer, root } = show(moons, { editable: true });
    const [beforeA, beforeB] = [numberOf(trainer, a), numberOf(trainer, b)];
    // A pointer that is not of this page cannot be captured.
    const held = new Set<number>();
    handle().setPointerCapture = (id) => void held.add(id);
    handle().hasPointerCapture = (id) => held.has(id);
    expect(getComputedStyle(handle()).touchAction).toBe('none');
    const there = { pointerType, pointerId: 7, button: 0, ...onScreen(root, 0.5, 0.5) };
    // A tap is no drag.
    fireEvent.pointerDown(handle(), there);
    fireEvent.pointerUp(handle(), there);
    fireEvent.click(handle(), there);
    expect(numberOf(trainer, a)).toBe(beforeA);
    fireEvent.pointerDown(handle(), {
      pointerType,
      pointerId: 7,
      button: 0,
      ...onScreen(root, 0.5, 0.5),
    });
    fireEvent.pointerMove(handle(), { pointerType, pointerId: 7, ...onScreen(root, 0.4, 0.6) });
    // On the way the place is only asked about.
    expect(numberOf(trainer, a)).toBe(beforeA);
    expect(root.querySelector('.pancake-probe-reading')).not.toBeNull();
    fireEvent.pointerUp(handle(), { pointerType, pointerId: 7, ...onScreen(root, 0.25, 0.75) });
    expect(numberOf(trainer, a)).toBeCloseTo(beforeA - 1.5, 1);
    expect(numberOf(trainer, b)).toBeCloseTo(beforeB - 1.5, 1);
    settle();
    expect(Number(part(root, 'here').dataset['a'])).toBe(numberOf(trainer, a));
  });

  it('goes by keys: on the handle, and with Enter at the probe', async () => {
    const { trainer } = show(moons, { editable: true });
    const before = numberOf(trainer, a);
    act(() => handle().focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(numberOf(trainer, a)).toBeCloseTo(before + 0.24, 10);
    expect(handle()).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining(`loss ${trainer.now.loss.toFixed(3)}`),
    );
    const probe = screen.getByRole('slider', { name: /Probe/ });
    act(() => probe.focus());
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(numberOf(trainer, a)).toBe(Number(probe.dataset['a']));
    expect(numberOf(trainer, b)).toBe(Number(probe.dataset['b']));
  });

  it('does nothing where there is no finite loss, and says why', () => {
    const { trainer, root } = show(
      { data: 'plane', points: 20, model: [2, 1] },
      { defaultWeights: undefined, span: 2e153, editable: true },
    );
    const before = toJSON(trainer.model);
    fireEvent.click(mapOf(root), onScreen(root, 0.98, 0.02));
    expect(toJSON(trainer.model)).toEqual(before);
    expect(screen.getByText(/not finite there; the weights stay/)).toBeVisible();
  });
});
