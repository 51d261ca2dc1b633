// The activation plot against the engine: curves, kinks, points, the tangent, and what comes in.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivationPlot, type ActivationPlotProps } from '../../src/components/activation-plot';
import {
  LeakyReLU,
  Linear,
  Tensor,
  createTrainer,
  type ActivationName,
  type Layer,
  ReLU,
  Sigmoid,
  Tanh,
  Softplus,
  ELU,
  SiLU,
  GELU,
  Sin,
  Square,
} from '../../src/engine-entry';
import { selectionOf } from '../../src/hooks';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const layers = { ReLU, LeakyReLU, Tanh, Sigmoid, Softplus, ELU, SiLU, GELU, Sin, Square };

function show(props: ActivationPlotProps) {
  const view = render(
    <div style={{ width: 600 }}>
      <ActivationPlot {...props} />
    </div>,
  );
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="ActivationPlot"]')!;
  return { root, handle: screen.queryByRole('slider', { name: 'Input x' })!, ...view };
}

/** f and f′ of the engine at a place. */
function engineAt(layer: Layer, x: number) {
  const view = layer.view();
  const value = view.forward(Tensor.from([[x]])).data[0]!;
  return { value, slope: view.backward([[1]]).data[0]! };
}

const part = (root: HTMLElement, name: string) => root.querySelector(`[data-part="${name}"]`)!;

/** Pixels to numbers, from the ticks that are drawn. */
function scales(root: HTMLElement) {
  const read = (axis: Element, way: 'x' | 'y') => {
    const texts = [...axis.querySelectorAll('text')].filter((text) => text.textContent);
    const numbers = texts.map((text) => [
      Number(text.getAttribute(way)),
      Number(text.textContent.replace('−', '-')),
    ]);
    const [[p0, v0], [p1, v1]] = [numbers[0]!, numbers.at(-1)!] as [number[], number[]];
    return (pixels: number) => v0! + ((pixels - p0!) / (p1! - p0!)) * (v1! - v0!);
  };
  const [left, bottom] = root.querySelectorAll('.pancake-axis');
  return { x: read(bottom!, 'x'), y: read(left!, 'y') };
}

/** The points of a path, in pieces, as numbers. */
function pieces(root: HTMLElement, name: string): [number, number][][] {
  const { x, y } = scales(root);
  return part(root, name)
    .getAttribute('d')!
    .split('M')
    .slice(1)
    .map((piece) =>
      piece.split('L').map((point) => {
        const [px, py] = point.split(' ').map(Number) as [number, number];
        return [x(px), y(py)];
      }),
    );
}

describe('the curves', () => {
  it.each(Object.keys(layers) as (keyof typeof layers)[])('of %s are the engine’s', (name) => {
    const layer = new layers[name]();
    const { root } = show({ of: name, defaultInput: 1.25 });
    for (const which of ['value', 'slope'] as const) {
      const points = pieces(root, which).flat();
      expect(points.length).toBeGreaterThan(390);
      const all = points.map(([x]) => engineAt(layer, x)[which]);
      const reach = Math.max(...all) - Math.min(...all) + 1;
      points.forEach(([x, y]) => {
        // Just at a jump both sides are drawn.
        if (Math.abs(x) < 0.005) return;
        expect(Math.abs(y - engineAt(layer, x)[which]) / reach).toBeLessThan(0.01);
      });
    }
    expect(root.dataset).toMatchObject({ activation: name, input: '1.25' });
    const { value, slope } = engineAt(layer, 1.25);
    expect([Number(root.dataset['value']), Number(root.dataset['slope'])]).toEqual([value, slope]);
  });

  it('has a gap where the slope jumps, with the side that counts filled', () => {
    const { root } = show({ of: 'ReLU' });
    expect(pieces(root, 'value')).toHaveLength(1);
    const [left, right] = pieces(root, 'slope') as [[number, number][], [number, number][]];
    expect(left.every(([x, y]) => x < 0.01 && Math.abs(y) < 0.01)).toBe(true);
    expect(right.every(([x, y]) => x > -0.01 && Math.abs(y - 1) < 0.01)).toBe(true);
    const { x, y } = scales(root);
    const end = (kind: string) => {
      const circle = root.querySelector(`.pancake-activation-end-${kind}`)!;
      return [x(Number(circle.getAttribute('cx'))), y(Number(circle.getAttribute('cy')))];
    };
    expect(end('closed')[0]).toBeCloseTo(0, 2);
    expect(end('closed')[1]).toBeCloseTo(engineAt(new ReLU(), 0).slope, 2);
    expect(end('open')[1]).toBeCloseTo(1, 2);
  });

  it('finds a kink that is not at a sampled place, and none in a smooth function', () => {
    const { root, unmount } = show({ of: 'ReLU', domain: [-3.17, 2.9] });
    expect(pieces(root, 'slope')).toHaveLength(2);
    unmount();
    for (const name of ['Tanh', 'GELU', 'ELU', 'Sin', 'Square'] as const) {
      const plot = show({ of: name, domain: [-3.17, 40] });
      expect(pieces(plot.root, 'slope')).toHaveLength(1);
      plot.unmount();
    }
  });

  it('shows a layer of one’s own, without disturbing what it remembers', () => {
    const layer = new LeakyReLU({ negativeSlope: 0.3 });
    layer.forward([[1, -2]]);
    const { root } = show({ of: layer, input: -2, choose: false });
    expect(Number(root.dataset['value'])).toBe(-0.6);
    expect(Number(root.dataset['slope'])).toBe(0.3);
    expect(layer.backward([[1, 1]]).toArray()).toEqual([[1, 0.3]]);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('the input', () => {
  it.each([-1.5, 0.2, 0.8, 4.6])(
    'at %d has a point on both curves, and a tangent and a triangle with the slope',
    (input) => {
      const { root } = show({ of: 'Tanh', input });
      const { value, slope } = engineAt(new Tanh(), input);
      const { x, y } = scales(root);
      const point = part(root, 'value-point');
      expect(x(Number(point.getAttribute('cx')))).toBeCloseTo(input, 2);
      expect(y(Number(point.getAttribute('cy')))).toBeCloseTo(value, 2);
      const numbers = (name: string) =>
        part(root, name)
          .getAttribute('d')!
          .match(/-?[\d.]+/g)!
          .map(Number);
      const [diamondX, diamondTop] = numbers('slope-point');
      expect(x(diamondX!)).toBeCloseTo(input, 2);
      expect(y(diamondTop! + 6)).toBeCloseTo(slope, 2);
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) =>
        Number(part(root, 'tangent').getAttribute(name)),
      ) as [number, number, number, number];
      expect((y(y2) - y(y1)) / (x(x2) - x(x1))).toBeCloseTo(slope, 2);
      const [rightOrLeft, from, to] = numbers('rise') as [number, number, number];
      expect(Math.abs(x(rightOrLeft) - input)).toBeCloseTo(1, 2);
      expect((y(to) - y(from)) / (x(rightOrLeft) - input)).toBeCloseTo(slope, 2);
      // As tall as the bar from zero to f′(x).
      const [, zero, stem] = numbers('stem') as [number, number, number];
      expect(y(zero)).toBeCloseTo(0, 2);
      expect(Math.abs(stem - zero)).toBeCloseTo(Math.abs(to - from), 1);
      for (const height of [from, to]) expect(Math.abs(y(height))).toBeLessThan(1.2);
    },
  );

  it('moves by the arrow keys, far with Shift, a little with Alt, to the ends', async () => {
    const onInputChange = vi.fn();
    const { handle } = show({ of: 'Sigmoid', defaultInput: 0, onInputChange });
    act(() => handle.focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}{ArrowLeft}');
    expect(handle).toHaveProperty('ariaValueNow', '0.2');
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{Alt>}{ArrowDown}{/Alt}');
    expect(handle).toHaveProperty('ariaValueNow', '1.19');
    await userEvent.keyboard('{Home}');
    expect(handle).toHaveProperty('ariaValueNow', '-5');
    await userEvent.keyboard('{ArrowLeft}{End}');
    expect(onInputChange.mock.calls.map(([x]) => x as number)).toEqual([
      0.1, 0.2, 0.3, 0.2, 1.2, 1.19, -5, 5,
    ]);
  });

  it('says what it reads', () => {
    const { handle } = show({ of: 'Sigmoid' });
    expect(handle.getAttribute('aria-valuetext')).toBe('x 0.5: f(x) 0.622, slope 0.235');
    screen.getByText('Here the layer multiplies the gradient that comes back by 0.235.');
  });

  it.each([
    ['Tanh', 3, /by 0.00987. Nearly flat: almost nothing comes back/],
    ['ReLU', -1, /by 0. Flat: nothing comes back/],
    ['ReLU', 2, /by 1. It comes back as it was/],
    ['ReLU', 0, /jumps from 0 to 1, and here the engine takes 0/],
    ['LeakyReLU', 0, /jumps from 0.01 to 1/],
    ['Square', -2, /by −4. Steep: more comes back than went in. The sign turns round/],
  ] as [ActivationName, number, RegExp][])('explains %s at %d', (of, input, words) => {
    show({ of, input });
    screen.getByText(words);
  });

  const drag = (handle: HTMLElement, pointerType: string, from: Element, share: number) => {
    const { left, width } = handle.parentElement!.getBoundingClientRect();
    const pointer = { pointerType, button: 0, pointerId: 1 };
    fireEvent.pointerDown(from, { ...pointer, clientX: left + 0.5 * width });
    fireEvent.pointerMove(from, { ...pointer, clientX: left + share * width });
    fireEvent.pointerUp(from, pointer);
    fireEvent.pointerMove(from, { ...pointer, clientX: left });
    return Number(handle.ariaValueNow);
  };

  it('is dragged by its handle, by mouse, finger and pen', () => {
    const { handle } = show({ of: 'Tanh', defaultInput: 0 });
    expect(drag(handle, 'mouse', handle, 0.7)).toBe(2);
    expect(drag(handle, 'touch', handle, 0.2)).toBe(-3);
    expect(drag(handle, 'pen', handle, 0.9)).toBe(4);
    expect(drag(handle, 'mouse', handle, 1.4)).toBe(5);
  });

  it('is dragged anywhere by a mouse; a finger elsewhere scrolls, and a tap brings it there', () => {
    const { handle } = show({ of: 'Tanh', defaultInput: 0 });
    const area = handle.parentElement!;
    expect(drag(handle, 'mouse', area, 0.6)).toBe(1);
    expect(drag(handle, 'touch', area, 0.1)).toBe(1);
    expect(getComputedStyle(area).touchAction).toBe('manipulation');
    expect(getComputedStyle(handle).touchAction).toBe('none');
    const { left, width } = area.getBoundingClientRect();
    fireEvent.click(area, { clientX: left + 0.3 * width });
    expect(handle.ariaValueNow).toBe('-2');
  });

  it('is typed; what is no number, or not in the picture, is explained', async () => {
    const { root } = show({ of: 'Square', defaultInput: 1 });
    const field = screen.getByRole('textbox', { name: 'x' });
    await userEvent.clear(field);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.type(field, '-1,5');
    expect(root.dataset).toMatchObject({ input: '-1.5', value: '2.25', slope: '-3' });
    await userEvent.clear(field);
    await userEvent.type(field, '12');
    expect(screen.getByRole('alert').textContent).toBe('The picture goes from −5 to 5.');
    expect(root.dataset['input']).toBe('1');
    await userEvent.clear(field);
    await userEvent.type(field, 'two');
    expect(screen.getByRole('alert').textContent).toContain('“two” is not a number');
    await userEvent.tab();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be the page’s', () => {
    const asked: number[] = [];
    const { handle, rerender } = show({
      of: 'Tanh',
      input: 1,
      onInputChange: (x) => asked.push(x),
    });
    fireEvent.keyDown(handle, { key: 'ArrowRight' });
    expect(asked).toEqual([1.1]);
    expect(handle.ariaValueNow).toBe('1');
    rerender(<ActivationPlot of="Tanh" input={-2} />);
    expect(screen.getByRole('slider').ariaValueNow).toBe('-2');
  });
});

describe('the chooser', () => {
  it('offers every activation, by click and by arrow keys', async () => {
    const onOfChange = vi.fn();
    const { root } = show({ onOfChange });
    expect(screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual(
      Object.keys(layers),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'GELU' }));
    expect(root.dataset['activation']).toBe('GELU');
    await userEvent.keyboard('{ArrowRight}');
    expect(root.dataset['activation']).toBe('Sin');
    expect(onOfChange.mock.calls).toEqual([['GELU'], ['Sin']]);
  });

  it('asks a page that owns the choice', async () => {
    function Page() {
      const [of, setOf] = useState<ActivationName>('Tanh');
      return <ActivationPlot of={of} onOfChange={(next) => next !== 'ELU' && setOf(next)} />;
    }
    render(<Page />);
    const type = () => document.querySelector<HTMLElement>('figure')!.dataset['activation'];
    await userEvent.click(screen.getByRole('radio', { name: 'ELU' }));
    expect(type()).toBe('Tanh');
    await userEvent.click(screen.getByRole('radio', { name: 'ReLU' }));
    expect(type()).toBe('ReLU');
  });
});

describe('the inputs of a layer in a run', () => {
  const options = { data: 'moons', seed: 7, points: 60, model: [2, 6, 5, 1] } as const;

  function counted(root: HTMLElement) {
    const { dataset } = part(root, 'strip') as HTMLElement;
    return Object.fromEntries(
      Object.entries(dataset)
        .filter(([key]) => key !== 'part')
        .map(([key, n]) => [key, Number(n)]),
    );
  }
  function expected(trainer: ReturnType<typeof createTrainer>, place: number, unit?: number) {
    const inputs = trainer.model.activations(trainer.data.x)[place - 1]!;
    const units = inputs.shape[1]!;
    const mine = [...inputs.data].filter((_, i) => unit === undefined || i % units === unit);
    const slopes = mine.map((x) => engineAt(trainer.model.layers[place]!, x).slope);
    const alive = new Set(
      mine.flatMap((_, i) => (slopes[i] === 0 ? [] : [i % (unit === undefined ? units : 1)])),
    );
    return {
      inputs: mine.length,
      flat: slopes.filter((slope) => Math.abs(slope) < 0.05).length,
      outside: mine.filter((x) => x < -5 || x > 5).length,
      dead: (unit === undefined ? units : 1) - alive.size,
    };
  }

  it.each([1, 3])('at place %d are counted from the engine’s activations', (layer) => {
    const trainer = createTrainer(options);
    trainer.step('epoch', 30);
    const { root } = show({ trainer, layer });
    expect(counted(root)).toEqual(expected(trainer, layer));
    expect(root.dataset['activation']).toBe(trainer.model.layers[layer]!.type);
    const { flat, inputs } = expected(trainer, layer);
    const share = Math.round((100 * flat) / inputs);
    expect(root.textContent).toContain(`${share}% of this layer’s ${inputs} inputs`);
  });

  it('have bars as high as the counts, hollow where it is flat', () => {
    const trainer = createTrainer(options);
    const { root } = show({ trainer, layer: 1, domain: [-5, 5] });
    const inputs = [...trainer.model.activations(trainer.data.x)[0]!.data];
    const bins = new Map<number, number>();
    for (const x of inputs) {
      if (Math.abs(x) > 5) continue;
      const bin = Math.min(49, Math.floor(((x + 5) / 10) * 50));
      bins.set(bin, (bins.get(bin) ?? 0) + 1);
    }
    const most = Math.max(...bins.values());
    const bars = (name: string) =>
      [
        ...part(root, name)
          .getAttribute('d')!
          .matchAll(/M([\d.]+) [\d.]+v-([\d.]+)h([\d.]+)/g),
      ].map(([, left, up, wide]) => [
        Math.round((Number(left) - 0.5) / (Number(wide) + 1)),
        Number(up),
      ]);
    const all = [...bars('passing'), ...bars('flat')] as [number, number][];
    expect(all.map(([bin]) => bin).sort((a, b) => a - b)).toEqual(
      [...bins.keys()].sort((a, b) => a - b),
    );
    for (const [bin, up] of all) expect(up / 36).toBeCloseTo(bins.get(bin)! / most, 2);
    expect(bars('passing').every(([bin]) => bin! >= 25)).toBe(true);
    expect(bars('flat').every(([bin]) => bin! < 25)).toBe(true);
  });

  it('follow the run in every frame, without React', () => {
    let commits = 0;
    const trainer = createTrainer({ ...options, speed: 60 });
    const { container } = render(
      <Profiler id="figure" onRender={() => commits++}>
        <ActivationPlot trainer={trainer} layer={1} />
      </Profiler>,
    );
    const root = container.querySelector<HTMLElement>('[data-pancake]')!;
    act(() => frames.tick());
    act(() => trainer.play());
    commits = 0;
    for (let i = 0; i < 60; i++) {
      act(() => frames.tick());
      expect(counted(root)).toEqual(expected(trainer, 1));
    }
    expect(commits).toBeLessThanOrEqual(20);
    act(() => trainer.pause());
    expect(root.dataset['epoch']).toBe(String(trainer.now.epoch));
  });

  it('are those of the unit that the reader looks at', () => {
    const trainer = createTrainer(options);
    trainer.step('epoch', 20);
    const { root } = show({ trainer, layer: 1 });
    act(() => selectionOf(trainer).set({ neuron: { layer: 0, unit: 4 } }));
    act(() => frames.tick());
    expect(counted(root)).toEqual(expected(trainer, 1, 4));
    expect(root.textContent).toContain(`of unit 4’s ${trainer.data.x.shape[0]} inputs`);
    act(() => selectionOf(trainer).set({ neuron: { layer: 2, unit: 1 } }));
    act(() => frames.tick());
    expect(counted(root)).toEqual(expected(trainer, 1));
  });

  it('show dead units', () => {
    const trainer = createTrainer(options);
    const { value } = trainer.model.parameters().find(({ name }) => name === '0.bias')!;
    value.data[2] = -1000;
    const { root } = show({ trainer, layer: 1 });
    expect(counted(root)['dead']).toBe(1);
    expect(root.textContent).toContain('1 of 6 units is dead');
  });

  it('say so where there is no activation', () => {
    const trainer = createTrainer(options);
    const { root } = show({ trainer, layer: 2 });
    expect(root.textContent).toContain(
      'There is no activation at place 2 of the model, but Linear(6, 5); there is one at 1, 3',
    );
  });
});

describe('what makes no sense', () => {
  it.each([
    [{ of: 'Relo' as never }, /activation is "Relo"; .*Did you mean "ReLU"/],
    [{ of: new Linear(2, 2) }, /Linear\(2, 2\), which is not a function of one number/],
    [{ domain: [3, 3] as const }, /two finite numbers, the lesser first/],
    [{ input: NaN }, /input = NaN; it must be a finite number/],
  ])('%# is explained', (props, message) => {
    expect(refusal(() => render(<ActivationPlot {...props} />))).toMatch(message);
  });
});
