// The loss chart with accuracy, several runs, earlier ways and marks, against the engine's numbers.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LossChart, type LossChartProps, type Metric } from '../../src/components/loss-chart';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };

function trained(options: TrainerOptions = {}, epochs = 40): Trainer {
  const trainer = createTrainer({ ...moons, ...options });
  if (epochs) trainer.step('epoch', epochs);
  return trainer;
}

function show(props: LossChartProps, width = 480) {
  const chart = (next: LossChartProps) => (
    <div style={{ width }}>
      <LossChart {...next} />
    </div>
  );
  const view = render(chart(props));
  return { ...view, set: (next: LossChartProps) => view.rerender(chart(next)) };
}

const roots = () => [...document.querySelectorAll<HTMLElement>('[data-pancake="LossChart"]')];
const root = () => roots()[0]!;
const part = (name: string, within = root()) => within.querySelector(`[data-part="${name}"]`)!;
const slider = (within = root()) => within.querySelector<HTMLElement>('[role="slider"]')!;
const picture = (within = root()) => within.querySelector<SVGElement>('svg.pancake-loss-picture')!;
const description = () =>
  document.getElementById(root().getAttribute('aria-describedby')!)!.textContent;

const pairs = (path: Element) =>
  path
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.split(' ').map(Number) as [number, number]);

/** Compares a path with the history, through what the axes say that they span. */
function expectCurve(path: Element, values: Float64Array, from = 0, within = root()) {
  const { epochs, low, high } = picture(within).dataset;
  const { width, height } = slider(within).getBoundingClientRect();
  const vertices = pairs(path);
  expect(vertices).toHaveLength(values.length - from);
  vertices.forEach(([x, y], i) => {
    const share = (values[from + i]! - Number(low)) / (Number(high) - Number(low));
    expect(Math.abs(x - ((from + i) / Number(epochs)) * width)).toBeLessThan(0.006);
    expect(Math.abs(y - (1 - share) * height)).toBeLessThan(0.006);
  });
}

const hover = (epoch: number) => {
  const box = slider().getBoundingClientRect();
  const share = epoch / Number(picture().dataset['epochs']);
  const place = { clientX: box.left + share * box.width, clientY: box.top + 20 };
  fireEvent.pointerMove(slider(), { pointerType: 'mouse', ...place });
};
const numbers = () => [...root().querySelectorAll('dd')].map((dd) => Number(dd.dataset['value']));

describe('accuracy', () => {
  it('is drawn from the history, on an axis from 0 to 100 %', () => {
    const trainer = trained();
    show({ trainer, metric: 'accuracy' });
    expect(picture().dataset).toMatchObject({ low: '0', high: '1' });
    const ticks = [...root().querySelectorAll('.pancake-axis text')].map(
      (text) => text.textContent,
    );
    expect(ticks).toEqual(expect.arrayContaining(['0%', '25%', '50%', '75%', '100%']));
    expectCurve(part('train'), trainer.curves.curve('accuracy'));
    expectCurve(part('test'), trainer.curves.curve('testAccuracy'));
  });

  it('is read, spoken and described', () => {
    const trainer = trained();
    show({ trainer, metric: 'accuracy' });
    hover(20);
    const { accuracy, testAccuracy } = trainer.history[20]!;
    expect(numbers()).toEqual([20, accuracy, testAccuracy]);
    const percent = (share: number | null) => `${(100 * share!).toFixed(1)}%`;
    expect(root().querySelector('dl')!.textContent).toBe(
      `epoch20train${percent(accuracy)}test${percent(testAccuracy)}`,
    );
    expect(slider()).toHaveAttribute(
      'aria-valuetext',
      `epoch 20: train accuracy ${percent(accuracy)}, test accuracy ${percent(testAccuracy)}`,
    );
    expect(screen.getByRole('figure', { name: 'Accuracy' })).toBe(root());
    const first = percent(trainer.history[0]!.accuracy);
    const last = percent(trainer.history[40]!.accuracy);
    expect(description()).toContain(`Accuracy from ${first} at epoch 0 to ${last} at epoch 40, `);
  });

  it('is the reader’s to choose where the page lets them', async () => {
    const asked: Metric[] = [];
    const trainer = trained();
    const props: LossChartProps = {
      trainer,
      metricControl: true,
      onMetricChange: (metric) => asked.push(metric),
    };
    const { set } = show(props);
    const chosen = () => screen.getByRole('button', { pressed: true }).textContent;
    expect(chosen()).toBe('loss');
    await userEvent.click(screen.getByRole('button', { name: 'accuracy' }));
    expect(chosen()).toBe('accuracy');
    expectCurve(part('train'), trainer.curves.curve('accuracy'));
    expect(screen.getByRole('button', { name: 'log scale' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'loss' }));
    expectCurve(part('train'), trainer.curves.curve('loss'));
    set({ ...props, metric: 'loss' });
    await userEvent.click(screen.getByRole('button', { name: 'accuracy' }));
    expect(root().dataset['metric']).toBe('loss');
    expect(asked).toEqual(['accuracy', 'loss', 'accuracy']);
  });

  it('is missing where the run predicts numbers, and the chart says so', () => {
    const trainer = trained({ data: 'plane', model: [2, 1], learningRate: 0.01 }, 10);
    const { set } = show({ trainer, metricControl: true });
    expect(screen.queryByRole('button', { name: 'accuracy' })).toBeNull();
    set({ trainer, metric: 'accuracy' });
    expect(screen.getByText(/there is no accuracy/)).toBeVisible();
    expect(root().innerHTML).not.toMatch(/NaN|Infinity/);
    act(() => trainer.seek(4));
    act(() => frames.tick());
    expect(root().innerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('several runs', () => {
  const three = () =>
    [0.01, 0.1, 1].map((learningRate) => ({
      name: `rate ${learningRate}`,
      trainer: trained({ learningRate }),
    }));

  it('are drawn on the same axes, each with its own colour, shape and name', () => {
    const runs = three();
    show({ runs });
    runs.forEach(({ trainer, name }, i) => {
      expectCurve(part(`run${i}`), trainer.curves.curve('loss'));
      expect(part(`run${i}Test`).getAttribute('d')).toBe('');
      expect(part(`run${i}Label`).textContent).toBe(name);
    });
    const looks = runs.map((_, i) => [
      getComputedStyle(part(`run${i}`)).stroke,
      part(`run${i}End`).getAttribute('d'),
    ]);
    expect(new Set(looks.map(([color]) => color)).size).toBe(3);
    expect(new Set(looks.map(([, shape]) => shape)).size).toBe(3);
  });

  it('show the test data, dashed, if asked to', () => {
    const runs = three();
    show({ runs, showTest: true, metric: 'accuracy' });
    runs.forEach(({ trainer }, i) => {
      expectCurve(part(`run${i}Test`), trainer.curves.curve('testAccuracy'));
      expect(getComputedStyle(part(`run${i}Test`)).strokeDasharray).not.toBe('none');
    });
  });

  it('have names that keep apart and inside, and stand behind their lines', () => {
    const runs = Array.from({ length: 7 }, (_, seed) => ({
      name: `seed ${seed}`,
      trainer: trained({ seed }, 60),
    }));
    show({ runs });
    const boxes = runs.map((_, i) => part(`run${i}Label`).getBoundingClientRect());
    const sorted = [...boxes].sort((a, b) => a.top - b.top);
    for (let i = 1; i < sorted.length; i++) {
      expect(sorted[i]!.top - sorted[i - 1]!.top).toBeGreaterThanOrEqual(12.9);
    }
    const edge = root().getBoundingClientRect().right;
    for (const box of boxes) expect(box.right).toBeLessThanOrEqual(edge + 1);
    runs.forEach((_, i) => {
      expect(boxes[i]!.left).toBeGreaterThan(part(`run${i}End`).getBoundingClientRect().right);
    });
  });

  it('are all read at one epoch, also those that ended before', () => {
    const runs = three();
    runs[1]!.trainer.seek(25);
    runs[1]!.trainer.set({ batchSize: 5 });
    show({ runs });
    hover(30);
    const at = (i: number, epoch: number) => runs[i]!.trainer.history[epoch]!.loss;
    expect(numbers()).toEqual([30, at(0, 30), at(1, 25), at(2, 30)]);
    expect(slider().getAttribute('aria-valuetext')).toBe(
      `epoch 30, loss: rate 0.01 ${at(0, 30).toFixed(3)}; ` +
        `rate 0.1 ${at(1, 25).toFixed(3)} (ended at epoch 25); rate 1 ${at(2, 30).toFixed(3)}`,
    );
    expect(description()).toMatch(/^3 runs on the same axes\. rate 0\.01: Loss from/);
  });

  it('follow all of their runs in every frame, and draw once for each frame', () => {
    const runs = [1, 2].map((seed) => ({
      name: `${seed}`,
      trainer: trained({ seed, speed: 60 }, 5),
    }));
    show({ runs });
    act(() => runs.forEach(({ trainer }) => trainer.play()));
    for (let i = 0; i < 40; i++) {
      act(() => frames.tick());
      runs.forEach(({ trainer }, k) => {
        expect(part(`run${k}`).getAttribute('data-points')).toBe(String(trainer.curves.length));
      });
    }
    act(() => runs.forEach(({ trainer }) => trainer.pause()));
    runs.forEach(({ trainer }, i) => expectCurve(part(`run${i}`), trainer.curves.curve('loss')));
  });

  it('go to an epoch together', async () => {
    const runs = three();
    show({ runs });
    slider().focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(runs.map(({ trainer }) => trainer.now.epoch)).toEqual([3, 3, 3]);
    act(() => frames.tick());
    expect(part('runsNow')).toHaveAttribute('visibility', 'visible');
    expect(part('runsNow').getAttribute('data-epoch')).toBe('3');
  });

  it('say where one of them diverged', () => {
    const runs = [
      { name: 'calm', trainer: trained() },
      {
        name: 'wild',
        trainer: trained({ data: 'plane', model: [2, 1], learningRate: 0.5 }, 200),
      },
    ];
    show({ runs, scale: 'log' });
    expect(runs[1]!.trainer.now.status).toBe('diverged');
    expect(part('run1Diverged')).toHaveAttribute('visibility', 'visible');
    expect(part('run0Diverged')).toHaveAttribute('visibility', 'hidden');
    expect(description()).toContain('There the run diverged.');
    expect(root().innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('may be other runs, or fewer, after the page renders again', () => {
    const runs = three();
    const { set } = show({ runs });
    set({ runs: [runs[2]!, runs[0]!] });
    expectCurve(part('run0'), runs[2]!.trainer.curves.curve('loss'));
    expect(part('run2')).toBeNull();
    set({ trainer: runs[1]!.trainer });
    expectCurve(part('train'), runs[1]!.trainer.curves.curve('loss'));
  });
});

describe('aligned charts', () => {
  it('have the same axes and the same pixels for the same numbers, and keep them', () => {
    const trainers = [0.01, 0.1, 0.3].map((learningRate, i) =>
      trained({ learningRate }, 20 + 30 * i),
    );
    render(
      <div style={{ width: 400 }}>
        {trainers.map((trainer, i) => (
          <LossChart key={i} trainer={trainer} alignWith={trainers} />
        ))}
      </div>,
    );
    const axes = () =>
      roots().map((chart) => {
        const { epochs, low, high } = picture(chart).dataset;
        const { width, height } = slider(chart).getBoundingClientRect();
        return [epochs, low, high, width, height].join(' ');
      });
    const before = axes();
    expect(new Set(before).size).toBe(1);
    trainers.forEach((trainer, i) =>
      expectCurve(part('train', roots()[i]), trainer.curves.curve('loss'), 0, roots()[i]),
    );
    act(() => trainers[0]!.step('epoch', 200));
    expect(new Set(axes()).size).toBe(1);
    expect(axes()[0]).not.toBe(before[0]);
  });

  it('take ends from the page', () => {
    const trainer = trained();
    show({ trainer, domain: { epochs: 77, low: 0.1, high: 0.55 } });
    expect(picture().dataset).toMatchObject({ epochs: '77', low: '0.1', high: '0.55' });
    expectCurve(part('train'), trainer.curves.curve('loss'));
    const ticks = [...root().querySelectorAll('.pancake-axis-left text, .pancake-axis text')]
      .map((text) => Number(text.textContent))
      .filter((tick) => tick < 1 && tick > 0);
    expect(ticks.length).toBeGreaterThan(1);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(0.1);
      expect(tick).toBeLessThanOrEqual(0.55);
    }
  });

  it.each([
    [{ epochs: 0.5 }, /domain\.epochs = 0\.5/],
    [{ low: 1, high: 1 }, /low must be less/],
    [{ low: NaN }, /finite/],
  ])('refuse ends that make no sense: %o', (domain, message) => {
    expect(refusal(() => show({ trainer: trained(), domain }))).toMatch(message);
  });
});

describe('earlier ways', () => {
  const ways = () => [...root().querySelectorAll('.pancake-loss-earlier path')];

  function branched(): Trainer {
    const trainer = trained();
    for (const [epoch, learningRate] of [
      [10, 0.5],
      [20, 0.02],
    ] as const) {
      trainer.seek(epoch);
      trainer.set({ learningRate });
      trainer.step('epoch', 15);
    }
    return trainer;
  }

  it('are drawn from where they parted, as the engine measured them', () => {
    const trainer = branched();
    show({ trainer });
    expect(trainer.branches.map(({ from }) => from)).toEqual([10, 20]);
    expect(ways().map((way) => way.getAttribute('data-from'))).toEqual(['10', '20']);
    trainer.branches.forEach(({ from, curves }, i) => {
      expectCurve(ways()[i]!, curves.curve('loss'), from);
    });
    expectCurve(part('train'), trainer.curves.curve('loss'));
  });

  it('leave room on the axes, so that the new way is seen beside the old one', () => {
    const trainer = trained({}, 80);
    show({ trainer });
    expect(picture().dataset['epochs']).toBe('80');
    act(() => {
      trainer.seek(5);
      trainer.set({ learningRate: 0.4 });
    });
    expect(picture().dataset['epochs']).toBe('80');
    expect(ways()).toHaveLength(1);
  });

  it('are as many as asked for; those before a reset only if asked for', () => {
    const trainer = branched();
    trainer.reset();
    trainer.step('epoch', 5);
    const { set } = show({ trainer });
    expect(ways()).toHaveLength(2);
    set({ trainer, earlier: 1 });
    expect(ways().map((way) => way.getAttribute('data-from'))).toEqual(['0']);
    set({ trainer, earlier: 5 });
    expect(ways()).toHaveLength(3);
    set({ trainer, earlier: 0 });
    expect(ways()).toHaveLength(0);
  });

  it('are read, spoken and described', () => {
    const trainer = branched();
    show({ trainer });
    hover(22);
    const values = trainer.branches.map(({ curves }) => curves.at(22).loss);
    expect(numbers().slice(3)).toEqual([...values].sort((a, b) => b - a));
    expect(root().querySelector('dl')).toHaveTextContent('before the change at epoch 10');
    expect(slider().getAttribute('aria-valuetext')).toContain(
      `${values[1]!.toFixed(3)} before the change at epoch 20`,
    );
    hover(15);
    expect(numbers()).toHaveLength(4);
    expect(description()).toContain(
      '2 earlier ways are shown behind, given up at epoch 10 and epoch 20.',
    );
  });
});

describe('earlier ways that parted at the same epoch', () => {
  it('have names that tell them apart', () => {
    const trainer = trained();
    for (const learningRate of [0.5, 0.02, 0.02, 0.1]) {
      trainer.seek(10);
      trainer.set({ learningRate });
      trainer.step('epoch', 15);
    }
    show({ trainer, earlier: 4 });
    hover(22);
    const names = [...root().querySelectorAll('.pancake-loss-reading-earlier dt')].map(
      ({ textContent }) => textContent,
    );
    const before = 'before the change at epoch 10';
    expect(names.toSorted()).toEqual(
      [
        before,
        `${before} (learning rate set to 0.5)`,
        `${before} (learning rate set to 0.02, 1/2)`,
        `${before} (learning rate set to 0.02, 2/2)`,
      ].toSorted(),
    );
    for (const name of names) expect(slider().getAttribute('aria-valuetext')).toContain(name);
    expect(description()).toContain(
      'given up at epoch 10 and epoch 10 (learning rate set to 0.5) and epoch 10 (learning rate set to 0.02, 1/2)',
    );
  });

  it('those before starting over are counted', () => {
    const trainer = trained();
    for (let i = 0; i < 2; i++) {
      trainer.reset();
      trainer.step('epoch', 5);
    }
    show({ trainer, earlier: 2 });
    hover(3);
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /before starting over \(1\/2\).*before starting over \(2\/2\)/,
    );
  });
});

describe('marks', () => {
  const flags = () => [...root().querySelectorAll<SVGGElement>('.pancake-loss-flags > g')];

  function meddledWith(): Trainer {
    const trainer = trained({}, 10);
    trainer.set({ learningRate: 0.3 });
    trainer.step('epoch', 20);
    trainer.set({ dataSeed: 5 });
    trainer.step('epoch', 20);
    trainer.reshape({ kind: 'addLayer', at: 1, units: 3 });
    trainer.step('epoch', 30);
    return trainer;
  }

  it('stand at the epochs of the changes, with a word for each', () => {
    const trainer = meddledWith();
    show({ trainer });
    expect(flags().map((flag) => flag.querySelector('text')!.textContent)).toEqual([
      'lr 0.3',
      'data',
      '2–4–3–1',
    ]);
    const plot = slider().getBoundingClientRect();
    flags().forEach((flag, i) => {
      const { epoch } = trainer.marks[i]!;
      const expected = plot.left + (epoch / Number(picture().dataset['epochs'])) * plot.width;
      const { left } = flag.querySelector('line')!.getBoundingClientRect();
      expect(Math.abs(left - expected)).toBeLessThanOrEqual(1);
    });
  });

  it('never stand on each other, on a phone, after a drag', () => {
    const trainer = trained({}, 10);
    for (let i = 0; i < 40; i++) {
      trainer.set({ learningRate: 0.1 + i / 100 });
      if (i % 3 === 0) trainer.set({ batchSize: 5 + i });
      trainer.step('epoch', 1);
    }
    trainer.step('epoch', 20);
    trainer.set({ learningRate: 0.125 });
    show({ trainer }, 300);
    const texts = flags().map((flag) => flag.querySelector('text')!.getBoundingClientRect());
    expect(texts.length).toBeGreaterThan(0);
    const svg = picture().getBoundingClientRect();
    texts.forEach((a, i) => {
      expect(a.left).toBeGreaterThanOrEqual(svg.left);
      expect(a.right).toBeLessThanOrEqual(svg.right + 1);
      for (const b of texts.slice(i + 1)) expect(a.right < b.left || b.right < a.left).toBe(true);
    });
    const events = flags().reduce((sum, flag) => sum + Number(flag.dataset['events']), 0);
    expect(events).toBe(trainer.marks.length);
  });

  it('give way to the word at the present epoch', () => {
    const trainer = meddledWith();
    show({ trainer });
    act(() => trainer.seek(10));
    act(() => frames.tick());
    expect(flags()[0]!.querySelector('text')).toBeNull();
    expect(flags()[1]!.querySelector('text')).not.toBeNull();
  });

  it('are read, reached by key, and described', async () => {
    const trainer = meddledWith();
    show({ trainer });
    slider().focus();
    await userEvent.keyboard('{Home}m');
    expect(slider()).toHaveAttribute('aria-valuenow', '10');
    expect(slider().getAttribute('aria-valuetext')).toMatch(/; learning rate set to 0\.3$/);
    expect(root().querySelector('.pancake-loss-events')).toHaveTextContent(
      'learning rate set to 0.3',
    );
    await userEvent.keyboard('mm');
    expect(slider()).toHaveAttribute('aria-valuenow', '50');
    expect(slider().getAttribute('aria-valuetext')).toMatch(/model set to 2–4–3–1/);
    await userEvent.keyboard('{Shift>}m{/Shift}');
    expect(slider()).toHaveAttribute('aria-valuenow', '30');
    expect(description()).toContain(
      'Changes by hand: learning rate set to 0.3 at epoch 10; data changed at epoch 30; ' +
        'model set to 2–4–3–1 at epoch 50.',
    );
  });

  it('hold the pointer when it is near', () => {
    const trainer = meddledWith();
    show({ trainer });
    const { left, top, width } = slider().getBoundingClientRect();
    const x = left + (30 / Number(picture().dataset['epochs'])) * width + 3.5;
    fireEvent.pointerMove(slider(), { pointerType: 'mouse', clientX: x, clientY: top + 9 });
    expect(numbers()[0]).toBe(30);
  });

  it('tell of a plateau, with the stretch that it takes', () => {
    const trainer = createTrainer({
      data: 'xor',
      model: [2, 4, 4, 1],
      activation: 'Sigmoid',
      learningRate: 0.1,
      seed: 2,
    });
    trainer.step('epoch', 400);
    show({ trainer });
    const band = root().querySelector<SVGGElement>('.pancake-loss-plateau')!;
    const { from, to } = band.dataset;
    const losses = trainer.curves.curve('loss').subarray(Number(from), Number(to) + 1);
    expect(Math.max(...losses) / Math.min(...losses)).toBeLessThan(1.06);
    expect(Number(to)).toBeGreaterThan(80);
    expect(screen.getByText('plateau')).toBeTruthy();
    expect(description()).toContain(
      `Plateau: the loss hardly changes from epoch ${from} to ${to}.`,
    );
  });

  it('can be left out', () => {
    const trainer = meddledWith();
    show({ trainer, marks: false });
    expect(flags()).toHaveLength(0);
    expect(description()).not.toContain('by hand');
    expect(fireEvent.keyDown(slider(), { key: 'm' })).toBe(true);
  });
});

it.each(['accuracy', 'runs', 'earlier'])('has nothing that axe finds: %s', async (kind) => {
  const trainer = trained();
  trainer.seek(20);
  trainer.set({ learningRate: 0.4 });
  trainer.step('epoch', 20);
  trainer.seek(10);
  const runs = [
    { name: 'one', trainer },
    { name: 'two', trainer: trained({ seed: 2 }) },
  ];
  const { container } = show({
    heading: 'Figure',
    ...(kind === 'runs' ? { runs, showTest: true } : { trainer }),
    metric: kind === 'accuracy' ? 'accuracy' : 'loss',
    metricControl: true,
  });
  slider().focus();
  fireEvent.keyDown(slider(), { key: 'ArrowRight' });
  expect(within(container).getByText(/You are at epoch 10/)).toBeVisible();
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
