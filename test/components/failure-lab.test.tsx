// The failure lab: what it says is what the engine's numbers say, and all that it does can be undone.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent as realUser } from 'vitest/browser';
import {
  DecisionBoundary,
  FailureLab,
  NetworkGraph,
  useFindings,
  type FailureLabProps,
} from '../../src';
import { pauseBetween } from '../../src/components/failure-lab/announcer';
import {
  LayerNorm,
  Linear,
  ReLU,
  Sequential,
  Sigmoid,
  createTrainer,
  diagnose,
  failureKinds,
  failures,
  type FailureKind,
  type Finding,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { selectionOf } from '../../src/hooks';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => {
  restore();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const healthy: TrainerOptions = { data: 'moons', model: [2, 6, 1], seed: 1 };

function show(options: TrainerOptions = healthy, epochs = 0, props: Partial<FailureLabProps> = {}) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const { container } = render(<FailureLab trainer={trainer} {...props} />);
  const root = container.querySelector<HTMLElement>('[data-pancake="FailureLab"]')!;
  const row = (kind: FailureKind) => root.querySelector<HTMLElement>(`[data-check="${kind}"]`)!;
  return { trainer, root, row, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const cause = (name: string) => button(`Cause this: ${name}`);
const bits = (trainer: Trainer) => trainer.model.parameters().map(({ value }) => value.toArray());

function askForLessMotion() {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query),
  );
}

describe('what is found', () => {
  it('is written on the root and on each finding, as the engine counts it', () => {
    const { trainer, root } = show(failures.deadReLU.options, 30);
    expect(root.dataset['findings']).toBe('deadReLU');
    const shown = [...root.querySelectorAll<HTMLElement>('[data-kind]')];
    expect(shown).toHaveLength(2);
    for (const { dataset } of shown) {
      const { data, shape } = trainer.model.activations(trainer.data.x)[Number(dataset['layer'])]!;
      const zero = Array.from({ length: shape[1]! }, (_, unit) => unit).filter((unit) =>
        data.every((value, i) => i % shape[1]! !== unit || value === 0),
      );
      expect(dataset).toMatchObject({ kind: 'deadReLU', sign: 'dead', units: zero.join() });
    }
  });

  it('is told in plain sentences, with layers and neurons counted as readers do', () => {
    const { row } = show(failures.deadReLU.options, 30);
    expect(row('deadReLU')).toHaveTextContent(
      'All 8 neurons of hidden layer 2 (ReLU) give 0 for every training point. Their gradient is 0 too, so they cannot learn their way back.',
    );
    expect(row('deadReLU')).toHaveTextContent(
      'Neurons 1 and 7 of hidden layer 1 (ReLU) give 0 for every training point.',
    );
    expect(row('deadReLU').dataset['state']).toBe('problem');
    expect(within(row('deadReLU')).getByText('problem')).toBeVisible();
  });

  it.each<[FailureKind, number, RegExp]>([
    ['exploding', 2, /The loss is 107 times as high as if the model only guessed\..* output layer/],
    ['saturated', 0, /All 8 neurons of hidden layer 1 \(Tanh\) are at the ends of the curve/],
    [
      'symmetry',
      0,
      /All 6 neurons of hidden layer 1 \(Sigmoid\) have the same weights, in and out/,
    ],
    ['overfitting', 80, /The test loss was lowest at epoch \d+\. It is \d\.\d+ times as high now/],
  ])('%s is told', (kind, epochs, sentence) => {
    const { row, root } = show(failures[kind].options, epochs);
    expect(root.dataset['findings']).toBe(kind);
    expect(row(kind)).toHaveTextContent(sentence);
  });

  it('names a place where the model has layers that nobody can count', () => {
    const linear = new Linear(2, 3);
    linear.weight.fill(0);
    linear.bias.data.set([-1, 1, 2]);
    const model = new Sequential([
      new LayerNorm(2),
      linear,
      new ReLU(),
      new Linear(3, 1),
      new Sigmoid(),
    ]);
    const { row } = show({ model });
    expect(row('deadReLU')).toHaveTextContent(
      'Neuron 1 of the layer at place 2, ReLU gives 0 for every training point.',
    );
    expect(within(row('deadReLU')).queryByRole('button', { name: /^Start over/ })).toBeNull();
  });

  it('follows the run while it plays, and is told to the page', () => {
    const told: string[] = [];
    const onFindingsChange = (found: readonly Finding[]) =>
      told.push(found.map(({ sign }) => sign).join());
    const { trainer, root } = show({ ...failures.exploding.options, speed: 10 }, 0, {
      onFindingsChange,
    });
    expect(root.dataset['findings']).toBe('');
    act(() => trainer.play());
    act(() => frames.run(0.3));
    expect(root.dataset['findings']).toBe('exploding');
    act(() => frames.run(3));
    expect(root.dataset['status']).toBe('diverged');
    expect(told[0]).toBe('');
    expect(told).toContain('lossRose');
    expect(told.at(-1)).toBe('diverged');
  });

  it('is looked for again only when the run has changed', () => {
    const told = vi.fn();
    const { trainer } = show(failures.symmetry.options, 0, { onFindingsChange: told });
    act(() => trainer.step('epoch', 2));
    act(() => frames.run(1));
    expect(told).toHaveBeenCalledTimes(1);
    expect(told).toHaveBeenCalledWith(diagnose(trainer));
  });

  it('can be had without the figure', () => {
    const trainer = createTrainer(failures.symmetry.options);
    const List = () => <p>{useFindings(trainer).map(({ kind }) => kind)}</p>;
    render(<List />);
    expect(screen.getByText('symmetry')).toBeVisible();
    act(() => trainer.set({ initialization: 'xavier' }));
    expect(screen.queryByText('symmetry')).toBeNull();
  });
});

describe('where nothing is wrong', () => {
  it('says so, and what is looked for', () => {
    const { trainer, root, row } = show();
    expect(root).toHaveTextContent('Nothing wrong before the first epoch.');
    act(() => trainer.step('epoch', 20));
    expect(root).toHaveTextContent('Nothing wrong so far.');
    expect(root.dataset['findings']).toBe('');
    for (const kind of failureKinds) expect(row(kind).dataset['state']).toBe('fine');
    expect(row('deadReLU')).toHaveTextContent('Every ReLU is above 0 for some of the points.');
  });

  it('tells what cannot happen in this run', () => {
    const { row } = show({
      data: 'plane',
      model: [2, 1, 1],
      activation: 'LeakyReLU',
      testRatio: 0,
    });
    const kinds = ['deadReLU', 'saturated', 'symmetry', 'overfitting'] as const;
    for (const kind of kinds) expect(row(kind).dataset['state']).toBe('none');
    expect(row('overfitting')).toHaveTextContent('There are no test points to compare with.');
  });

  it('tells that the run has diverged', () => {
    const { trainer, root, row } = show(failures.exploding.options, 50);
    expect(root).toHaveTextContent(
      `The run has diverged: it ended after epoch ${trainer.now.epoch}.`,
    );
    expect(row('exploding')).toHaveTextContent('The numbers grew beyond what a computer can hold');
  });
});

describe('causing a failure', () => {
  it.each(failureKinds)('shows %s by itself, and gives the reader’s model back', async (kind) => {
    const { trainer, root, user } = show(healthy, 25);
    const before = { now: trainer.now, bits: bits(trainer), history: trainer.history };
    await user.click(root.querySelector<HTMLElement>(`[data-check=${kind}] [data-action=cause]`)!);
    expect(trainer.now.status).toBe('running');
    expect(root.dataset['shown']).toBe(kind);
    act(() => frames.run((failures[kind].epochs + 1) / failures[kind].options.speed!));
    expect(root.dataset['findings']!.split(',')).toContain(kind);
    await user.click(button('Back to my model'));
    expect(trainer.now).toEqual(before.now);
    expect(bits(trainer)).toEqual(before.bits);
    expect(trainer.history).toEqual(before.history);
    expect(root.dataset['shown']).toBeUndefined();
  });

  it('one after the other keeps the reader’s own model', async () => {
    const { trainer, user } = show(healthy, 5);
    const before = bits(trainer);
    await user.click(cause('dead ReLUs'));
    await user.click(cause('overfitting'));
    await user.click(button('Once more: overfitting'));
    expect(trainer.options.points).toBe(60);
    await user.click(button('Back to my model'));
    expect(bits(trainer)).toEqual(before);
    expect(trainer.options).toMatchObject({ ...healthy, stopWhen: undefined, speed: undefined });
  });

  it('says if the epochs of a run that was changed on its way are lost', async () => {
    const { trainer, root, user } = show(healthy, 5);
    act(() => trainer.setParameter('0.weight', 0, 0.5));
    act(() => trainer.step('epoch', 3));
    const before = bits(trainer);
    await user.click(cause('saturated neurons'));
    await user.click(button('Back to my model'));
    expect(bits(trainer)).toEqual(before);
    expect(root).toHaveTextContent('The epochs count from 0 again');
    await user.click(cause('overfitting'));
    expect(root).not.toHaveTextContent('The epochs count from 0 again');
  });

  it('moves nothing by itself for a reader who asked for less motion, but step by step', async () => {
    askForLessMotion();
    const { trainer, root, user } = show();
    await user.click(cause('exploding steps'));
    act(() => frames.run(2));
    expect(trainer.now).toMatchObject({ status: 'idle', epoch: 0 });
    await user.click(button('Step'));
    expect(root.dataset['findings']).toBe('exploding');
    expect(trainer.now.epoch).toBe(1);
  });

  it('works by keyboard, and the focus is not lost with a button', async () => {
    const { root } = show(healthy, 3);
    cause('neurons all the same').focus();
    await realUser.keyboard('{Enter}');
    expect(root.dataset['findings']).toBe('symmetry');
    expect(document.activeElement).toBe(button('Once more: neurons all the same'));
    button('Back to my model').focus();
    await realUser.keyboard(' ');
    expect(root.dataset['shown']).toBeUndefined();
    expect(document.activeElement).toBe(cause('neurons all the same'));
  });

  it('works by touch', () => {
    const { root } = show();
    const pressed = cause('neurons all the same');
    const finger = { pointerType: 'touch', pointerId: 3, isPrimary: true };
    fireEvent.pointerDown(pressed, finger);
    fireEvent.pointerUp(pressed, finger);
    fireEvent.click(pressed);
    expect(root.dataset['findings']).toBe('symmetry');
  });
});

describe('a remedy', () => {
  it('starts the run over with it, and is put back to the bit', async () => {
    const { trainer, root, user, row } = show(failures.symmetry.options, 12);
    const before = { now: trainer.now, bits: bits(trainer) };
    await user.click(button('Start over with Xavier’s random weights'));
    expect(trainer.options.initialization).toBe('xavier');
    expect(trainer.now).toMatchObject({ epoch: 0, status: 'running' });
    expect(root.dataset['findings']).toBe('');
    expect(row('symmetry')).toHaveTextContent('Started over with Xavier’s random weights.');
    act(() => frames.run(1));
    await user.click(button('Put it back'));
    expect(trainer.now).toEqual(before.now);
    expect(bits(trainer)).toEqual(before.bits);
    expect(root.dataset['findings']).toBe('symmetry');
    expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull();
  });

  it('becomes the button that puts it back, for the keyboard too', async () => {
    const { trainer } = show(failures.exploding.options, 2);
    const rate = trainer.options.learningRate;
    button('Start over with learning rate 0.04').focus();
    await realUser.keyboard('{Enter}');
    expect(trainer.options.learningRate).toBe(0.04);
    expect(document.activeElement).toBe(button('Put it back'));
    await realUser.keyboard('{Enter}');
    expect(trainer.options.learningRate).toBe(rate);
    expect(trainer.now.epoch).toBe(2);
    expect(document.activeElement).toBe(button('Start over with learning rate 0.04'));
  });

  it('is remembered for the reader’s own model while a failure is shown', async () => {
    const { trainer, user } = show({ ...healthy, initialization: 'zeros', activation: 'Tanh' });
    await user.click(button('Start over with Xavier’s random weights'));
    await user.click(cause('overfitting'));
    expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull();
    await user.click(button('Back to my model'));
    expect(trainer.options.initialization).toBe('xavier');
    await user.click(button('Put it back'));
    expect(trainer.options.initialization).toBe('zeros');
  });

  it('of overfitting may be to go back to the best epoch', async () => {
    const { trainer, row, user } = show(failures.overfitting.options, 80);
    const [found] = diagnose(trainer);
    await user.click(button(`Go to epoch ${found!.since}`));
    expect(trainer.now).toMatchObject({ epoch: found!.since, status: 'paused' });
    expect(row('overfitting').dataset['state']).toBe('fine');
    expect(trainer.getSnapshot().lastEpoch).toBe(80);
  });

  it('outlives the figure', async () => {
    const trainer = createTrainer(failures.symmetry.options);
    const first = render(<FailureLab trainer={trainer} />);
    await userEvent.click(button('Start over with Xavier’s random weights'));
    first.unmount();
    render(<FailureLab trainer={trainer} />);
    await userEvent.click(button('Put it back'));
    expect(trainer.options.initialization).toBe('zeros');
  });
});

describe('the button that shows neurons', () => {
  function showAll() {
    const trainer = createTrainer(failures.deadReLU.options);
    trainer.step('epoch', 30);
    const { container } = render(
      <>
        <NetworkGraph trainer={trainer} />
        <DecisionBoundary trainer={trainer} />
        <FailureLab trainer={trainer} />
      </>,
    );
    const boundary = container.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
    const few = container.querySelectorAll<HTMLElement>('[data-kind="deadReLU"]')[1]!;
    return { trainer, boundary, few, show: within(few).getByRole('button') };
  }

  it('shows one after the other in the other figures, and ends', async () => {
    const { trainer, boundary, few, show } = showAll();
    const { layer, units } = few.dataset;
    const [a, b] = units!.split(',').map(Number) as [number, number];
    show.focus();
    await realUser.keyboard('{Enter}');
    expect(boundary.dataset['neuron']).toBe(`${layer}.${a}`);
    expect(button(new RegExp(`^Neuron ${a + 1} of hidden layer 1`)).parentElement).toBeTruthy();
    expect(show).toHaveTextContent(`Neuron ${a + 1}, 1 of 2`);
    expect(show).toHaveAttribute('aria-pressed', 'true');
    await realUser.keyboard('{Enter}');
    expect(selectionOf(trainer).get().neuron).toEqual({ layer: Number(layer), unit: b });
    await realUser.keyboard('{Enter}');
    expect(selectionOf(trainer).get().neuron).toBeNull();
    expect(show).toHaveTextContent('Show me');
  });

  it('shows the first for as long as a mouse is over it, and keeps it after a click', async () => {
    const { boundary, few, show } = showAll();
    const place = `${few.dataset['layer']}.${few.dataset['units']!.split(',')[0]}`;
    const user = userEvent.setup();
    await user.hover(show);
    expect(boundary.dataset['neuron']).toBe(place);
    await user.unhover(show);
    expect(boundary.dataset['neuron']).toBeUndefined();
    await user.hover(show);
    await user.click(show);
    await user.unhover(show);
    expect(boundary.dataset['neuron']).toBe(place);
  });

  it('waits for the tap of a finger', () => {
    const { boundary, show } = showAll();
    fireEvent.pointerEnter(show, { pointerType: 'touch' });
    expect(boundary.dataset['neuron']).toBeUndefined();
    fireEvent.click(show);
    expect(boundary.dataset['neuron']).toBeDefined();
  });

  it('shows neurons with equal weights after their activation, as the network does', async () => {
    const { trainer, user } = show(failures.symmetry.options);
    await user.click(button('Show me'));
    expect(selectionOf(trainer).get().neuron).toEqual({ layer: 1, unit: 0 });
  });

  it('shows nothing any more once the run is another one', async () => {
    const { trainer, user } = show();
    await user.click(cause('neurons all the same'));
    await user.click(button('Show me'));
    await user.click(button('Back to my model'));
    expect(selectionOf(trainer).get().neuron).toBeNull();
  });
});

// Those of the figure itself, not those that help with every figure.
const own = () => [...document.querySelectorAll<HTMLElement>('button:not(.pancake-help-button)')];

describe('what an author leaves out', () => {
  it('failures, and the buttons that cause them', () => {
    const { root } = show(failures.symmetry.options, 0, {
      kinds: ['overfitting', 'deadReLU'],
      presets: ['deadReLU'],
    });
    expect(root.dataset['findings']).toBe('');
    const checks = [...root.querySelectorAll<HTMLElement>('[data-check]')];
    expect(checks.map(({ dataset }) => dataset['check'])).toEqual(['deadReLU', 'overfitting']);
    expect(own()).toEqual([cause('dead ReLUs')]);
  });

  it('the buttons that train, where the page has its own', async () => {
    const { user } = show(healthy, 0, { hide: ['controls'] });
    await user.click(cause('neurons all the same'));
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
    expect(button('Back to my model')).toBeVisible();
  });

  it('what cannot happen in this run', () => {
    const { row } = show({ ...healthy, activation: 'Tanh', testRatio: 0 }, 0, {
      hide: ['notHere'],
    });
    expect(failureKinds.filter((kind) => row(kind) as HTMLElement | null)).toEqual([
      'exploding',
      'saturated',
      'symmetry',
    ]);
  });

  it('remedies, the way to neurons, and what is fine', () => {
    const { root } = show(failures.symmetry.options, 0, {
      presets: false,
      hide: ['remedies', 'show', 'fine', 'summary'],
    });
    expect(own()).toEqual([]);
    expect(root.querySelectorAll('[data-check]')).toHaveLength(1);
    expect(root).not.toHaveTextContent('One problem');
  });

  it('and its words', () => {
    const { root } = show(healthy, 0, { labels: { summary: () => 'Alles gut.' } });
    expect(root).toHaveTextContent('Alles gut.');
  });

  it.each([
    [{ hide: ['everything'] as never }, /hide = "everything"; it may name remedies, show/],
    [{ kinds: ['dead'] as never }, /kinds = "dead"; it may name exploding, deadReLU/],
    [{ presets: ['boom'] as never }, /presets = "boom"/],
  ])('is refused if it is not there: %o', (props, message) => {
    expect(refusal(() => show(healthy, 0, props))).toMatch(message);
  });
});

describe('for listeners', () => {
  it('changes are announced, but not in a stream', () => {
    vi.useFakeTimers();
    const { trainer } = show();
    const region = screen.getByRole('status');
    expect(region).toHaveTextContent('');
    act(() => trainer.set({ initialization: 'zeros', activation: 'Tanh' }));
    expect(region).toHaveTextContent('Problem: Neurons all the same.');
    act(() => trainer.set({ initialization: 'default' }));
    act(() => trainer.set({ initialization: 'zeros', activation: 'ReLU' }));
    expect(region).toHaveTextContent('Problem: Neurons all the same.');
    act(() => {
      vi.advanceTimersByTime(pauseBetween);
    });
    expect(region).toHaveTextContent('Problem: Dead ReLUs, Neurons all the same.');
  });

  it('nothing is announced that is over before its turn', () => {
    vi.useFakeTimers();
    const { trainer } = show();
    act(() => trainer.set({ initialization: 'zeros', activation: 'Tanh' }));
    act(() => trainer.set({ initialization: 'default' }));
    act(() => trainer.set({ initialization: 'zeros' }));
    const before = screen.getByRole('status').innerHTML;
    act(() => {
      vi.advanceTimersByTime(3 * pauseBetween);
    });
    expect(screen.getByRole('status').innerHTML).toBe(before);
  });

  it.each(failureKinds)('axe finds nothing to complain of: %s', async (kind) => {
    const { root } = show(failures[kind].options, failures[kind].epochs + 2);
    const { violations } = await axe.run(root);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

it('survives being mounted twice, as in development', () => {
  const trainer = createTrainer(failures.symmetry.options);
  const { container } = render(
    <StrictMode>
      <FailureLab trainer={trainer} />
    </StrictMode>,
  );
  const root = container.querySelector<HTMLElement>('[data-pancake="FailureLab"]')!;
  expect(root.dataset['findings']).toBe('symmetry');
  act(() => trainer.set({ initialization: 'xavier' }));
  expect(screen.getByRole('status')).toHaveTextContent('Nothing wrong.');
});
