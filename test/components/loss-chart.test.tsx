// The loss chart against the run's own numbers: lines, readout, scales, marks and words.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { Profiler, StrictMode, createRef } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LossChart, type LossChartProps, type LossScale } from '../../src/components/loss-chart';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { inNumbers } from '../support/measured';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };
const diverging: TrainerOptions = { data: 'plane', points: 40, model: [2, 1], learningRate: 0.5 };

function chart(trainer: Trainer, props: Partial<LossChartProps> = {}, width = 480) {
  return (
    <StrictMode>
      <div style={{ width }} data-testid="box">
        <LossChart trainer={trainer} {...props} />
      </div>
    </StrictMode>
  );
}

function show(options: TrainerOptions, epochs = 0, props: Partial<LossChartProps> = {}) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const view = render(chart(trainer, props));
  return {
    trainer,
    ...view,
    set: (next: Partial<LossChartProps>) => view.rerender(chart(trainer, next)),
  };
}

const root = () => document.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
const part = (name: string) => root().querySelector(`[data-part="${name}"]`)!;
const slider = () => screen.getByRole('slider');
const visible = (name: string) => part(name).getAttribute('visibility') === 'visible';

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
  // In shares of the picture, as it is written: a box that was laid out is rounded to 1/64 of a pixel.
  const width = (parseFloat(slider().style.width) / 100) * picture.viewBox.baseVal.width;
  const { height } = slider().getBoundingClientRect();
  const spread = root().dataset['scale'] === 'log' ? Math.log10 : (value: number) => value;
  const [bottom, top] = [spread(Number(low)), spread(Number(high))];
  const share = (spread(loss) - bottom) / (top - bottom);
  return [(epoch / Number(epochs)) * width, (1 - share) * height];
}

function expectLine(name: string, losses: Float64Array) {
  const vertices = verticesOf(name);
  expect(vertices).toHaveLength(losses.length);
  vertices.forEach(([x, y], epoch) => {
    const [expectedX, expectedY] = placeOf(epoch, losses[epoch]!);
    // Written to a hundredth of a pixel.
    expect(Math.abs(x - expectedX)).toBeLessThan(0.006);
    expect(Math.abs(y - expectedY)).toBeLessThan(0.006);
  });
}

describe('the lines', () => {
  it.each(['linear', 'log'] as const)('show the losses of the history, %s', (scale) => {
    const { trainer } = show(moons, 60, { scale });
    expectLine('train', trainer.curves.curve('loss'));
    expectLine('test', trainer.curves.curve('testLoss'));
  });

  it('follow the run in every frame, within few commits of React', () => {
    const trainer = createTrainer({ ...moons, speed: 60 });
    let commits = 0;
    render(
      <Profiler id="chart" onRender={() => commits++}>
        <LossChart trainer={trainer} />
      </Profiler>,
    );
    act(() => trainer.play());
    commits = 0;
    for (let second = 1; second <= 5; second++) {
      for (let i = 0; i < 60; i++) {
        act(() => frames.tick());
        const { loss, testLoss } = trainer.history.at(-1)!;
        expect(part('train').getAttribute('data-points')).toBe(String(trainer.curves.length));
        expect(root().dataset['trainLoss']).toBe(String(loss));
        expect(root().dataset['testLoss']).toBe(String(testLoss));
      }
    }
    expect(trainer.now.epoch).toBeGreaterThan(290);
    expect(commits).toBeLessThanOrEqual(50);
    act(() => trainer.pause());
  });

  it('keep one picture while nothing changes', () => {
    const { trainer } = show(moons, 20);
    const path = part('train');
    let writes = 0;
    const observer = new MutationObserver(() => {});
    observer.observe(path, { attributes: true });
    act(() => frames.run(1));
    writes = observer.takeRecords().length;
    expect(writes).toBe(0);
    act(() => trainer.step());
    act(() => frames.tick());
    expect(observer.takeRecords().length).toBeGreaterThan(0);
    observer.disconnect();
  });

  it('stay true while the axes grow, in the same frame as the axes', () => {
    const trainer = createTrainer({ ...moons, speed: 60 });
    render(chart(trainer));
    act(() => trainer.play());
    const ends = new Set<string>();
    for (let i = 0; i < 240; i++) {
      act(() => frames.tick());
      ends.add(root().querySelector('svg')!.dataset['epochs']!);
      if (i % 8 === 0) expectLine('train', trainer.curves.curve('loss'));
    }
    act(() => trainer.pause());
    const steps = [10, 15, 20, 30, 50, 80, 100, 150, 200, 300];
    expect(steps.filter((step) => ends.has(String(step)))).toEqual([...ends].map(Number));
    expect(ends.size).toBeGreaterThan(6);
  });

  it('start anew after a reset, and take another run', () => {
    const { trainer, rerender } = show(moons, 30);
    act(() => trainer.reset());
    expect(part('train').getAttribute('data-points')).toBe('1');
    const other = createTrainer({ ...moons, seed: 3 });
    other.step('epoch', 12);
    rerender(chart(other));
    expectLine('train', other.curves.curve('loss'));
  });

  it('fill the box, whatever its width', async () => {
    const { trainer } = show(moons, 30);
    const box = screen.getByTestId('box');
    for (const width of [300, 700]) {
      box.style.width = `${width}px`;
      await act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      expect(root().querySelector('svg')!.getAttribute('viewBox')).toBe(`0 0 ${width} 240`);
      expectLine('train', trainer.curves.curve('loss'));
      expect(box.scrollWidth).toBe(width);
    }
  });

  it('have labels at their ends that keep apart', () => {
    show({ ...moons, noise: 0 }, 40);
    const [train, test] = ['trainLabel', 'testLabel'].map((name) => part(name)) as [
      Element,
      Element,
    ];
    expect(train.textContent).toBe('train');
    expect(test.textContent).toBe('test');
    const boxes = [train, test].map((label) => label.getBoundingClientRect());
    const [upper, lower] = boxes.sort((a, b) => a.top - b.top) as [DOMRect, DOMRect];
    expect(lower.top - upper.top).toBeGreaterThanOrEqual(13);
    expect(boxes[0]!.left).toBeGreaterThan(part('trainEnd').getBoundingClientRect().right);
  });

  it('leave out the test loss where there is none', () => {
    show({ data: 'simple', model: [2, 1] }, 10);
    expect(part('test').getAttribute('d')).toBe('');
    expect(visible('testLabel')).toBe(false);
    expect(root().dataset['testLoss']).toBeUndefined();
    expect(slider().getAttribute('aria-valuetext')).not.toContain('test');
  });
});

describe('the scale', () => {
  it('is the reader’s to change, and tells', async () => {
    const asked: LossScale[] = [];
    const { trainer } = show(moons, 30, { onScaleChange: (scale) => asked.push(scale) });
    const button = screen.getByRole('button', { name: 'log scale' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expectLine('train', trainer.curves.curve('loss'));
    expect(root().dataset['scale']).toBe('log');
    button.focus();
    await userEvent.keyboard(' ');
    expect(root().dataset['scale']).toBe('linear');
    expect(asked).toEqual(['log', 'linear']);
  });

  it('is the page’s when given: the button only asks', async () => {
    const asked: LossScale[] = [];
    show(moons, 30, { scale: 'log', onScaleChange: (scale) => asked.push(scale) });
    await userEvent.click(screen.getByRole('button', { name: 'log scale' }));
    expect(asked).toEqual(['linear']);
    expect(root().dataset['scale']).toBe('log');
  });

  it('can be without a button', () => {
    show(moons, 0, { scaleControl: false, defaultScale: 'log' });
    expect(root().querySelector('button:not(.pancake-help-button)')).toBeNull();
    expect(root().dataset['scale']).toBe('log');
  });

  it('has a place for a loss of exactly zero', () => {
    const { trainer } = show(moons, 5, { scale: 'log' });
    const entry = { loss: 0, testLoss: 0, accuracy: 1, testAccuracy: 1 };
    act(() => {
      trainer.curves.record(6, inNumbers(entry));
      trainer.pause();
      trainer.seek(0);
    });
    act(() => frames.tick());
    expect(part('train').getAttribute('d')).not.toMatch(/NaN|Infinity/);
    expect(verticesOf('train')).toHaveLength(7);
    expect(verticesOf('train').at(-1)![1]).toBe(slider().getBoundingClientRect().height);
  });
});

describe('the readout', () => {
  const numbers = () =>
    [...root().querySelectorAll('dd')].map((value) => Number(value.dataset['value']));
  const at = (share: number) => {
    const box = slider().getBoundingClientRect();
    return { clientX: box.left + share * box.width, clientY: box.top + 20 };
  };

  it.each(['mouse', 'pen', 'touch'])('gives the run’s own numbers under a %s', (pointerType) => {
    const { trainer } = show(moons, 50);
    const type = pointerType === 'touch' ? 'pointerDown' : 'pointerMove';
    fireEvent[type](slider(), { pointerType, ...at(0.51) });
    const { loss, testLoss } = trainer.history[26]!;
    expect(numbers()).toEqual([26, loss, testLoss]);
    expect(root().querySelector('dl')!.textContent).toBe(
      `epoch26train${loss.toFixed(3)}test${testLoss!.toFixed(3)}`,
    );
    fireEvent.pointerLeave(slider(), { pointerType });
    expect(root().querySelector('dl') === null).toBe(pointerType === 'mouse');
  });

  it('never reads beyond the run', () => {
    const { trainer } = show(moons, 12);
    fireEvent.pointerMove(slider(), { pointerType: 'mouse', ...at(1) });
    expect(numbers()[0]).toBe(12);
    act(() => trainer.reset());
    expect(numbers()).toEqual([0, trainer.history[0]!.loss, trainer.history[0]!.testLoss]);
  });

  it('leaves the finger its scrolling', () => {
    show(moons, 12);
    expect(getComputedStyle(slider()).touchAction).toBe('pan-y pinch-zoom');
    expect(fireEvent.pointerDown(slider(), { pointerType: 'touch', ...at(0.5) })).toBe(true);
  });

  it('is a slider for the keyboard', async () => {
    const { trainer } = show(moons, 300);
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement).toBe(slider());
    expect(slider().getAttribute('aria-valuenow')).toBe('300');
    await user.keyboard('{ArrowLeft}');
    expect(slider().getAttribute('aria-valuenow')).toBe('299');
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(slider().getAttribute('aria-valuenow')).toBe('284');
    await user.keyboard('{Home}{ArrowLeft}{ArrowRight}{ArrowUp}');
    const { loss, testLoss } = trainer.history[2]!;
    expect(numbers()).toEqual([2, loss, testLoss]);
    expect(slider().getAttribute('aria-valuetext')).toBe(
      `epoch 2: train loss ${loss.toFixed(3)}, test loss ${testLoss!.toFixed(3)}`,
    );
    await user.keyboard('{End}');
    expect(slider().getAttribute('aria-valuenow')).toBe('300');
    expect(slider().getAttribute('aria-valuemax')).toBe('300');
    await user.keyboard('{Escape}');
    expect(root().querySelector('dl')).toBeNull();
    expect(document.activeElement).toBe(slider());
  });

  it('leaves Escape to the page when there is nothing to hide', () => {
    show(moons, 3);
    expect(fireEvent.keyDown(slider(), { key: 'Escape' })).toBe(true);
    fireEvent.keyDown(slider(), { key: 'Home' });
    expect(fireEvent.keyDown(slider(), { key: 'Escape' })).toBe(false);
    expect(fireEvent.keyDown(slider(), { key: 'Tab' })).toBe(true);
  });

  it('costs React nothing while it stands still and the run goes on', () => {
    const trainer = createTrainer({ ...moons, speed: 60 });
    trainer.step('epoch', 20);
    let commits = 0;
    render(
      <Profiler id="chart" onRender={() => commits++}>
        <LossChart trainer={trainer} />
      </Profiler>,
    );
    fireEvent.pointerMove(slider(), { pointerType: 'mouse', ...at(0.1) });
    act(() => trainer.play());
    commits = 0;
    for (let i = 0; i < 60; i++) act(() => frames.tick());
    expect(commits).toBeLessThanOrEqual(10);
    act(() => trainer.pause());
    const [epoch, loss] = numbers() as [number, number];
    expect(loss).toBe(trainer.history[epoch]!.loss);
  });
});

describe('the states', () => {
  it('empty: one dot, and what to do', () => {
    const { trainer } = show(moons);
    expect(screen.getByText(/Press Play/)).toBeTruthy();
    expect(visible('trainEnd')).toBe(true);
    act(() => trainer.step());
    expect(screen.queryByText(/Press Play/)).toBeNull();
  });

  it('gone back: a mark at the present epoch, and the rest paler', () => {
    const { trainer } = show(moons, 50);
    expect(visible('now')).toBe(false);
    act(() => trainer.seek(20));
    act(() => frames.tick());
    expect(visible('now')).toBe(true);
    expect(part('nowPoint').getAttribute('data-epoch')).toBe('20');
    expectLine('trainLater', trainer.curves.curve('loss'));
    const line = part('now').querySelector('line')!.getBoundingClientRect();
    const plot = slider().getBoundingClientRect();
    expect(Math.abs(line.left - plot.left - (20 / 50) * plot.width)).toBeLessThanOrEqual(1.5);
    const clip = part('past').getBoundingClientRect();
    expect(Number(part('later').getAttribute('x'))).toBeCloseTo(0.4 * plot.width, 1);
    expect(clip.width).toBeLessThan(plot.width);
    expect(root()).toHaveProperty('dataset.epoch', '20');
    act(() => trainer.seek(50));
    act(() => frames.tick());
    expect(visible('now')).toBe(false);
    expect(part('trainLater').getAttribute('d')).toBe('');
  });

  it('diverged: says where, and shows only finite numbers', () => {
    const { trainer } = show(diverging, 200, { defaultScale: 'log' });
    expect(root().dataset['status']).toBe('diverged');
    expect(visible('diverged')).toBe(true);
    expect(screen.getByText('diverged here')).toBeTruthy();
    expect(part('train').getAttribute('d')).not.toMatch(/NaN|Infinity/);
    expectLine('train', trainer.curves.curve('loss'));
    const { lastEpoch } = trainer.getSnapshot();
    expect(lastEpoch).toBeGreaterThan(3);
    expect(
      screen.getByText(new RegExp(`at epoch ${lastEpoch}, rising.*There the run diverged`)),
    ).toBeTruthy();
    act(() => trainer.reset());
    act(() => frames.tick());
    expect(visible('diverged')).toBe(false);
  });

  it('says in words what it shows', () => {
    const { trainer } = show(moons, 60);
    const first = trainer.history[0]!.loss.toFixed(3);
    const { loss, testLoss } = trainer.history[60]!;
    const sentence =
      `Loss from ${first} at epoch 0 to ${loss.toFixed(3)} at epoch 60, falling; ` +
      `test loss ${testLoss!.toFixed(3)}.`;
    const id = root().getAttribute('aria-describedby')!;
    expect(document.getElementById(id)!.textContent).toBe(sentence);
  });
});

describe('the manners', () => {
  it('takes className, style, ref, attributes and words', () => {
    const ref = createRef<HTMLElement>();
    show(moons, 3, {
      ref,
      className: 'mine',
      style: { marginTop: 5 },
      id: 'loss',
      heading: 'How it went',
      'aria-label': 'My loss',
      labels: { train: 'learning', loss: 'error' },
    } as Partial<LossChartProps>);
    expect(ref.current).toBe(root());
    expect(root().classList.contains('mine')).toBe(true);
    expect(root().style.marginTop).toBe('5px');
    expect(screen.getByRole('figure', { name: 'My loss' }).id).toBe('loss');
    expect(part('trainLabel').textContent).toBe('learning');
    expect(part('testLabel').textContent).toBe('test');
    expect(screen.getByText('error')).toBeTruthy();
  });

  it('is named by its heading, or by what it is', () => {
    const { set } = show(moons, 3, { heading: 'How it went' });
    expect(screen.getByRole('figure', { name: 'How it went' })).toBe(root());
    expect(screen.getByText('loss')).toBeTruthy();
    set({});
    expect(screen.getByRole('figure', { name: 'Loss' })).toBe(root());
    expect(screen.queryByText('loss')).toBeNull();
    set({ heading: null });
    expect(screen.getByRole('figure', { name: 'Loss by epoch' })).toBe(root());
  });

  it('has the height and the width that it is told', () => {
    show(moons, 3, { height: 150, width: 260 });
    const { width, height } = root().querySelector('svg')!.getBoundingClientRect();
    expect([width, height]).toEqual([260, 150]);
  });

  it.each([
    ['empty', moons, 0],
    ['trained', moons, 30],
    ['diverged', diverging, 200],
  ])('has nothing that axe finds, %s', async (_, options, epochs) => {
    const { container } = show(options, epochs, { heading: 'Loss' });
    slider().focus();
    fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
    expect(within(container).getAllByText('train').length).toBe(2);
    const { violations } = await axe.run(container);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});
