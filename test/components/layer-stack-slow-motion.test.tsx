// The training step in slow motion: the engine's numbers at each stage, and how it is worked.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LayerStack, type LayerStackProps } from '../../src';
import {
  Linear,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Tensor,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  restore();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const small: TrainerOptions = {
  data: 'moons',
  seed: 7,
  points: 40,
  model: [2, 5, 1],
  batchSize: 8,
};
/** zeroGrad, forward 0 1 2 3, loss, backward 3 2 1 0, update. */
const stages = 11;

function show(options: TrainerOptions = small, props: Partial<LayerStackProps> = {}) {
  const trainer = createTrainer(options);
  trainer.step('batch', 3);
  const view = render(<LayerStack trainer={trainer} slowMotion {...props} />);
  act(() => frames.tick(100));
  const root = view.container.querySelector<HTMLElement>('[data-pancake="LayerStack"]')!;
  return { trainer, root, view, row: root.querySelector<HTMLElement>('.pancake-slow')! };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const does = (event: () => unknown) =>
  act(() => {
    event();
  });
const click = (name: string | RegExp) => does(() => fireEvent.click(button(name)));
const change = (field: HTMLElement, value: string) =>
  does(() => fireEvent.change(field, { target: { value } }));
const wait = (milliseconds: number) => does(() => vi.advanceTimersByTime(milliseconds));
const slider = () => screen.getByRole('slider', { name: 'Stage of the training step' });
const sentence = () => screen.getByRole('status').textContent;
const cells = (root: HTMLElement, slab: string, column: string) =>
  [...root.querySelectorAll<HTMLElement>(`[data-slab="${slab}"][data-column="${column}"]`)].map(
    ({ dataset }) => (dataset['value'] === '' ? null : Number(dataset['value']) + 0),
  );
const valuesOf = (trainer: Trainer) =>
  trainer.model.parameters().map(({ value }) => [...value.data]);

/** The numbers of one of `count` rows; −0 is written as 0. */
function rowOf(data: Float64Array, count: number, place: number): number[] {
  const size = data.length / count;
  return Array.from(data.subarray(place * size, (place + 1) * size), (one) => one + 0);
}

function lessMotion() {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query),
  );
}

describe('each stage', () => {
  it('shows the numbers that the step has come to, and no others', () => {
    const { trainer, root } = show();
    const { rows, loss } = trainer.rehearse();
    const { steps } = trainer.trace(rows);
    const place = rows.indexOf(0);
    const ofShown = (data: Float64Array) => rowOf(data, rows.length, place);
    for (let stage = 0; stage < stages; stage++) {
      click('Next');
      expect(root.querySelector('.pancake-slow')).toHaveAttribute('data-stage', String(stage));
      expect(root).toHaveAttribute('data-sample', '0');
      steps.forEach(({ path, output, gradOut }, i) => {
        const [values, gradients] = [cells(root, path, 'value'), cells(root, path, 'gradient')];
        expect(values).toEqual(stage > i ? ofShown(output.data) : values.map(() => null));
        expect(gradients).toEqual(
          stage >= 8 - i ? ofShown(gradOut.data) : gradients.map(() => null),
        );
      });
      expect(cells(root, 'loss', 'value')).toEqual([stage >= 5 ? loss : null]);
    }
  });

  it('is named, marked and told', () => {
    const { root } = show();
    const seen: unknown[] = [];
    for (let stage = 0; stage < stages; stage++) {
      click('Next');
      const active = [...root.querySelectorAll<HTMLElement>('.pancake-slab[data-active]')];
      expect(active.every(({ dataset }) => dataset['stageKind'] !== undefined)).toBe(true);
      seen.push([
        root.querySelector('.pancake-slow-count')!.textContent,
        active.map(({ dataset }) => dataset['slabKey']).join(),
      ]);
      expect(slider()).toHaveAttribute(
        'aria-valuetext',
        root.querySelector('.pancake-slow-count')!.textContent,
      );
    }
    expect(seen).toEqual([
      ['zeroGrad, 1 of 11', '2,0'],
      ['forward through Linear(2, 5), 2 of 11', '0'],
      ['forward through ReLU, 3 of 11', '1'],
      ['forward through Linear(5, 1), 4 of 11', '2'],
      ['forward through Sigmoid, 5 of 11', '3'],
      ['loss, 6 of 11', 'loss'],
      ['backward through Sigmoid, 7 of 11', '3'],
      ['backward through Linear(5, 1), 8 of 11', '2'],
      ['backward through ReLU, 9 of 11', '1'],
      ['backward through Linear(2, 5), 10 of 11', '0'],
      ['SGD step, 11 of 11', '2,0'],
    ]);
  });

  it('has a sentence with its numbers', () => {
    const { trainer } = show();
    const { loss } = trainer.rehearse();
    expect(sentence()).toMatch(/^Training step 4 comes next/);
    click('Next');
    expect(sentence()).toMatch(
      /^Training step 4 takes 8 points. zeroGrad sets every gradient to zero/,
    );
    for (let i = 0; i < 5; i++) click('Next');
    expect(sentence()).toContain(`the loss of the 8 points is ${loss.toFixed(3)}.`);
    click('Next');
    click('Next');
    expect(sentence()).toMatch(
      /^Backward through Linear\(5, 1\): .* adds to those of weight and bias\./,
    );
  });

  it('leaves the run as it is until the step is taken', () => {
    const { trainer } = show();
    const before = valuesOf(trainer);
    const { version } = trainer;
    for (let stage = 0; stage < stages; stage++) click('Next');
    expect(valuesOf(trainer)).toEqual(before);
    expect(trainer.version).toBe(version);
    const { parameters } = trainer.rehearse();
    click('Take the step');
    expect(trainer.now.step).toBe(4);
    expect(valuesOf(trainer)).toEqual(parameters.map(({ after }) => [...after!.data]));
    const plain = createTrainer(small);
    plain.step('batch', 4);
    expect(valuesOf(trainer)).toEqual(valuesOf(plain));
  });

  it('follows the chosen point if it is in the batch, and says so if it is not', () => {
    const trainer = createTrainer(small);
    const { rows } = trainer.rehearse();
    const { container } = render(
      <LayerStack trainer={trainer} slowMotion defaultStage={3} defaultSample={rows[5]} />,
    );
    const root = container.querySelector<HTMLElement>('[data-pancake="LayerStack"]')!;
    expect(root).toHaveAttribute('data-sample', String(rows[5]));
    expect(sentence()).not.toContain('not in this batch');
    const other = [...Array(32).keys()].find((row) => !rows.includes(row))!;
    change(screen.getByLabelText('Point'), String(other + 1));
    expect(root).toHaveAttribute('data-sample', String(rows[0]));
    expect(sentence()).toContain(`Point ${other + 1} is not in this batch`);
  });
});

describe('any model', () => {
  it('with layers inside layers is followed layer by layer', () => {
    const model = new Sequential([
      new Sequential([new Linear(2, 3), new ReLU()]),
      new Residual(new Linear(3, 3)),
      new Linear(3, 1),
      new Sigmoid(),
    ]);
    const { trainer, root } = show({ ...small, model }, { defaultStage: 12 });
    const { rows } = trainer.rehearse();
    const place = Math.max(0, rows.indexOf(0));
    for (const { path, output, gradOut } of trainer.trace(rows).steps) {
      expect(cells(root, path, 'value')).toEqual(rowOf(output.data, rows.length, place));
      expect(cells(root, path, 'gradient')).toEqual(rowOf(gradOut.data, rows.length, place));
    }
    change(slider(), '3');
    const active = root.querySelector<HTMLElement>('.pancake-slab[data-active]')!;
    expect(active.dataset['slabKey']).toBe('0.1');
    expect(active).toHaveAttribute('aria-current', 'step');
  });

  it('without layers has zeroGrad, loss and step', () => {
    const plane = createTrainer({ data: 'plane', points: 20 }).data;
    const column = plane.x.data.filter((_, i) => i % 2 === 0);
    const data = { ...plane, x: new Tensor(column, [column.length, 1]) };
    const { trainer, root } = show({ data, model: new Sequential([]) });
    expect(root.querySelector('.pancake-slow-count')).toHaveTextContent('not begun, 0 of 3');
    for (let stage = 0; stage < 2; stage++) click('Next');
    expect(cells(root, 'loss', 'value')).toEqual([trainer.rehearse().loss]);
    click('Next');
    click('Take the step');
    expect(trainer.now.step).toBe(4);
  });
});

describe('playing', () => {
  it('goes on at its pace, takes the step, and replays it in a second', () => {
    const { trainer, row } = show(small, { defaultPace: 2 });
    click('Play');
    expect(row).toHaveAttribute('data-stage', '0');
    wait(500);
    expect(row).toHaveAttribute('data-stage', '1');
    wait(499);
    expect(row).toHaveAttribute('data-stage', '1');
    for (let i = 0; i < 9; i++) wait(500);
    expect(trainer.now.step).toBe(3);
    wait(500);
    expect(trainer.now.step).toBe(4);
    expect(row).toHaveAttribute('data-replaying');
    const seen = new Set([row.dataset['stage']]);
    for (let i = 0; i < 101; i++) {
      wait(10);
      seen.add(row.dataset['stage']);
    }
    expect(seen.size).toBe(stages + 1);
    expect(row).not.toHaveAttribute('data-replaying');
    expect(sentence()).toMatch(/^Training step 4 is taken/);
    expect(button('Play')).toBeEnabled();
    click('Replay at full speed');
    expect(row).toHaveAttribute('data-replaying');
    click('Next');
    expect(row).not.toHaveAttribute('data-replaying');
    expect(sentence()).toMatch(/^Training step 5 takes/);
  });

  it('pauses, goes back, and leaves when the run plays by itself', () => {
    const { trainer, row } = show();
    click('Play');
    wait(1000);
    wait(1000);
    click('Pause');
    wait(5000);
    expect(row).toHaveAttribute('data-stage', '2');
    click('Back');
    expect(row).toHaveAttribute('data-stage', '1');
    click('Back');
    click('Back');
    expect(row).not.toHaveAttribute('data-stage');
    expect(button('Back')).toBeDisabled();
    click('Next');
    act(() => trainer.play());
    expect(row).not.toHaveAttribute('data-stage');
    // The other way round, slow motion is of a run that rests.
    click('Next');
    expect(trainer.now.status).toBe('paused');
    expect(row).toHaveAttribute('data-stage', '0');
  });

  it('shows the step as it will be after a change by hand', () => {
    const { trainer, root } = show(small, { defaultStage: 4 });
    act(() => trainer.setParameter('2.bias', 0, 3));
    act(() => frames.tick(100));
    const { rows } = trainer.rehearse();
    const { data } = trainer.trace(rows).steps[3]!.output;
    expect(cells(root, '3', 'value')).toEqual([data[Math.max(0, rows.indexOf(0))]]);
  });

  it('is worked by the keyboard: arrows move, space plays', async () => {
    vi.useRealTimers();
    const user = userEvent.setup();
    const { row } = show();
    act(() => slider().focus());
    await user.keyboard('{ArrowRight}');
    // The browser moves a slider by itself, which a simulated key does not.
    change(slider(), '3');
    expect(row).toHaveAttribute('data-stage', '2');
    await user.keyboard(' ');
    expect(row).toHaveAttribute('data-playing');
    await user.keyboard(' ');
    expect(row).not.toHaveAttribute('data-playing');
  });

  it('is worked by touch', async () => {
    vi.useRealTimers();
    const user = userEvent.setup();
    const { row } = show();
    await user.pointer({ keys: '[TouchA]', target: button('Next') });
    await user.pointer({ keys: '[TouchA]', target: button('Next') });
    expect(row).toHaveAttribute('data-stage', '1');
    await user.pointer({ keys: '[TouchA]', target: button('Back') });
    expect(row).toHaveAttribute('data-stage', '0');
  });

  it('has a stage and a pace that the page may own', () => {
    const onStageChange = vi.fn();
    const onPaceChange = vi.fn();
    const { row, view, trainer } = show(small, { stage: 2, onStageChange, pace: 1, onPaceChange });
    expect(row).toHaveAttribute('data-stage', '2');
    click('Next');
    expect(onStageChange).toHaveBeenLastCalledWith(3);
    expect(row).toHaveAttribute('data-stage', '2');
    const pace = screen.getByRole('slider', { name: /^Pace/ });
    change(pace, '4');
    expect(onPaceChange).toHaveBeenCalledWith(4);
    expect(pace).toHaveAttribute('aria-valuetext', '1 a second');
    view.rerender(<LayerStack trainer={trainer} slowMotion stage={null} />);
    expect(row).not.toHaveAttribute('data-stage');
  });
});

describe('the numbers', () => {
  it('travel from slab to slab, values and gradients in different shapes, at most twelve', () => {
    const { trainer, root } = show({ ...small, model: [2, 40, 1] });
    const travelling = () => [...root.querySelectorAll<HTMLElement>('[data-travelling]')];
    const { stages: parts, rows } = trainer.rehearse();
    click('Next');
    expect(travelling()).toHaveLength(0);
    const shapes = new Set<string>();
    for (const part of parts.slice(1, -1)) {
      click('Next');
      const chips = travelling();
      expect(chips.length).toBeGreaterThan(0);
      expect(chips.length).toBeLessThanOrEqual(12);
      const source =
        part.kind === 'forward' ? part.input : part.kind === 'backward' ? part.gradOut : null;
      for (const chip of chips) {
        const column = part.kind === 'backward' ? 'gradient' : 'value';
        expect(chip.dataset['travelling']).toBe(column);
        shapes.add(`${column} ${getComputedStyle(chip).borderRadius}`);
        if (!source) continue;
        const own = rowOf(source.data, rows.length, Math.max(0, rows.indexOf(0)));
        expect(own).toContain(Number(chip.dataset['value']) + 0);
      }
    }
    expect(shapes.size).toBe(2);
  });

  it('stay where they are with reduced motion: the same stages, and no replay', () => {
    lessMotion();
    const { trainer, root, row } = show();
    for (let stage = 0; stage < stages; stage++) {
      click('Next');
      expect(root.querySelector('[data-travelling]')).toBeNull();
      expect(row).toHaveAttribute('data-stage', String(stage));
    }
    click('Take the step');
    expect(trainer.now.step).toBe(4);
    expect(row).not.toHaveAttribute('data-replaying');
    expect(sentence()).toMatch(/^Training step 4 is taken/);
  });
});

describe('what the optimizer remembers', () => {
  const optimizers: [string, TrainerOptions, string[]][] = [
    ['momentum', { optimizer: 'SGD', optimizerOptions: { momentum: 0.9 } }, ['velocity']],
    ['Adam', { optimizer: 'Adam', learningRate: 0.01 }, ['m', 'v']],
    ['AdaGrad', { optimizer: 'AdaGrad', learningRate: 0.01 }, ['sum of squares']],
  ];

  it.each(optimizers)('is shown a number at a time: %s', (_, options, names) => {
    const { trainer, root } = show({ ...small, ...options }, { defaultStage: 10 });
    click(/^Linear\(2, 5\): what/);
    change(screen.getByLabelText('Parameter'), '0.weight');
    for (let i = 0; i < 3; i++) click('Next entry');
    const { parameters } = trainer.rehearse();
    const { before, after, gradient, slots } = parameters[0]!;
    const rows = () =>
      [...root.querySelectorAll<HTMLElement>('[data-parameter] tbody tr')].map(({ dataset }) => [
        Number(dataset['before']),
        Number(dataset['now']),
      ]);
    expect(rows()).toEqual(
      [
        [before, after!],
        [gradient.left, gradient.used!],
        ...slots.map((slot) => [slot.before, slot.after!] as const),
      ].map(([from, to]) => [from.data[3], to.data[3]]),
    );
    for (const name of names) expect(screen.getByRole('rowheader', { name })).toBeVisible();
    // Before the step changes them, nothing but the gradient has moved.
    click('Back');
    const [value, , ...memory] = rows();
    for (const [from, to] of [value!, ...memory]) expect(to).toBe(from);
    expect(rows()[1]![1]).toBe(gradient.added!.data[3]);
  });

  it('is that of the run where there is no slow motion', () => {
    const { trainer, root } = show(
      { ...small, optimizer: 'Adam', learningRate: 0.01 },
      { slowMotion: false },
    );
    click(/^Linear\(2, 5\): what/);
    const now = (row: string) =>
      Number(root.querySelector<HTMLElement>(`[data-row="${row}"]`)!.dataset['now']);
    const check = () => {
      const { m, v } = trainer.optimizer.memoryOf(0);
      const { value, grad } = trainer.model.parameters()[0]!;
      expect(['value', 'gradient', 'slot m', 'slot v'].map(now)).toEqual(
        [value, grad, m!, v!].map(({ data }) => data[0]),
      );
    };
    check();
    act(() => trainer.step('batch'));
    check();
  });

  it('is nothing for plain SGD', () => {
    show();
    click(/^Linear\(2, 5\): what/);
    expect(screen.getByText('SGD remembers nothing of the steps before.')).toBeVisible();
  });
});

describe('a step that fails', () => {
  it('says why at its last stage, and taken it makes the run diverge', () => {
    const trainer = createTrainer({ ...small, data: 'plane', model: [2, 4, 1] });
    trainer.setParameter('2.bias', 0, 1000);
    trainer.set({ learningRate: 1e308 });
    const { container } = render(<LayerStack trainer={trainer} slowMotion defaultStage={0} />);
    change(slider(), '9');
    const { failure } = trainer.rehearse();
    expect(sentence()).toMatch(/^SGD changes every parameter/);
    expect(sentence()).toContain(`Here the step fails: ${failure!.message}`);
    click('Take the step');
    expect(trainer.now.status).toBe('diverged');
    expect(container.querySelector('.pancake-note')).toHaveTextContent('diverged; this is epoch 0');
    expect(button('Play')).toBeDisabled();
    expect(slider()).toBeDisabled();
  });
});
