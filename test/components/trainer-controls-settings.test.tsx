// The controls in full: every setting does to the run what it says, within its limits, or says why not.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent as realUser } from 'vitest/browser';
import { Pancake, TrainerControls, type ControlName, type TrainerControlsProps } from '../../src';
import { controlNames } from '../../src/components/trainer-controls';
import {
  BinaryCrossEntropyWithLogits,
  Linear,
  ReLU,
  SGD,
  Sequential,
  createRng,
  createTrainer,
  fromPoints,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { data: 'moons', points: 50, model: [2, 4, 4, 1], seed: 7 };

function show(
  options: TrainerOptions = {},
  props: Partial<TrainerControlsProps> = {},
  width = 900,
) {
  const trainer = createTrainer({ ...small, ...options });
  const { container, rerender } = render(
    <div style={{ width }}>
      <TrainerControls trainer={trainer} show="all" {...props} />
    </div>,
  );
  const root = container.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
  return { trainer, root, rerender };
}

const list = (name: string) => screen.getByRole('combobox', { name });
const slider = (name: string) => screen.getByRole('slider', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const choose = (name: string, choice: string) => userEvent.selectOptions(list(name), choice);
const choices = (name: string) =>
  within(list(name))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
async function type(name: string, text: string) {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
}
const weights = ({ model }: Trainer) => model.parameters().map(({ value }) => value.toArray());

describe('which controls there are', () => {
  const present = (root: HTMLElement) =>
    [...root.querySelectorAll<HTMLElement>('[data-control]')].map((one) => one.dataset['control']);

  it('is the author’s choice, in the order of the controls', () => {
    const { root } = show({}, { show: ['optimizer', 'play', 'learningRate', 'timeline'] });
    expect(present(root)).toEqual(['play', 'timeline', 'learningRate', 'optimizer']);
  });

  it('can be all but some', () => {
    const { root } = show({}, { hide: ['newData', 'activation', 'readout'] });
    expect(new Set(present(root))).toEqual(
      new Set(controlNames.filter((name) => !['newData', 'activation', 'readout'].includes(name))),
    );
    expect(root).not.toHaveTextContent('wrong');
  });

  it('is what it always was, if nothing is said', () => {
    const { root } = show({}, { show: undefined });
    expect(present(root)).toEqual(['play', 'step', 'reset', 'learningRate', 'speed']);
  });

  it.each(['show', 'hide', 'lock'] as const)('a wrong name in %s is an error', (prop) => {
    expectConsole('error', /TrainerControls got/);
    render(
      <Pancake {...small}>
        <TrainerControls {...{ [prop]: ['momentum' as ControlName] }} />
      </Pancake>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      `TrainerControls got ${prop} = "momentum"; it may name play, step, reset`,
    );
  });
});

describe('a step', () => {
  it('can be an epoch, a batch or a layer', async () => {
    const { trainer } = show();
    await choose('Step by', 'batch');
    await userEvent.click(button('Step a batch'));
    expect(trainer.getSnapshot()).toMatchObject({ step: 1, epoch: 0, status: 'paused' });
    await choose('Step by', 'epoch');
    await userEvent.click(button('Step'));
    expect(trainer.getSnapshot()).toMatchObject({ step: 4, epoch: 1 });
  });

  it('through layers is told in words', async () => {
    const { trainer, root } = show({ model: [2, 4, 1] });
    await choose('Step by', 'layer');
    const said: string[] = [];
    const line = () => root.querySelector<HTMLElement>('[data-phase]')!;
    expect(line()).toHaveTextContent('between two training steps');
    do {
      await userEvent.click(button('Step a layer'));
      said.push(line().textContent);
    } while (trainer.getSnapshot().phase.kind !== 'between');
    expect(said).toEqual([
      'forward through layer 1, Linear',
      'forward through layer 2, ReLU',
      'forward through layer 3, Linear',
      'forward through layer 4, Sigmoid',
      'the loss of the batch',
      'backward through layer 4, Sigmoid',
      'backward through layer 3, Linear',
      'backward through layer 2, ReLU',
      'backward through layer 1, Linear',
      'weights updated, training step 1',
    ]);
  });

  it('can be chosen by the page', async () => {
    const onStepUnitChange = vi.fn();
    show({}, { stepUnit: 'batch', onStepUnitChange });
    await choose('Step by', 'layer');
    expect(onStepUnitChange).toHaveBeenCalledWith('layer');
    expect(button('Step a batch')).toBeVisible();
  });
});

describe('the learning rate', () => {
  it('can be any number that is typed, at Enter', async () => {
    const { trainer } = show();
    await type('Learning rate, as a number', '0.0375');
    expect(trainer.options.learningRate).toBeUndefined();
    await userEvent.keyboard('{Enter}');
    expect(trainer.getSnapshot().learningRate).toBe(0.0375);
    await type('Learning rate, as a number', '25');
    await userEvent.tab();
    expect(trainer.getSnapshot().learningRate).toBe(25);
  });

  it.each([
    ['lots', '“lots” is not a number'],
    ['-1', 'at least 0'],
  ])('typed as %s is explained, and changes nothing', async (text, message) => {
    const { trainer } = show();
    await type('Learning rate, as a number', `${text}{Enter}`);
    const input = field('Learning rate, as a number');
    expect(input).toHaveAccessibleDescription(message);
    expect(input).toBeInvalid();
    expect(trainer.getSnapshot().learningRate).toBe(0.1);
    expect(trainer.marks).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(input).toHaveValue('0.1');
    expect(input).toBeValid();
  });

  it('stays in its limits, and says so where one is typed beyond', async () => {
    const { trainer } = show({}, { limits: { learningRate: [0.01, 0.5] } });
    slider('Learning rate').focus();
    await realUser.keyboard('{End}');
    expect(trainer.getSnapshot().learningRate).toBe(0.5);
    await realUser.keyboard('{Home}');
    expect(trainer.getSnapshot().learningRate).toBe(0.01);
    await type('Learning rate, as a number', '3{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('from 0.01 to 0.5, set by the author');
    expect(trainer.getSnapshot().learningRate).toBe(0.01);
  });

  it('a limit that makes no sense is an error', () => {
    expectConsole('error', /TrainerControls got limits/);
    render(
      <Pancake {...small}>
        <TrainerControls limits={{ learningRate: [1, 0.1] }} />
      </Pancake>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'limits.learningRate = [1,0.1]; it must be such as [0.001, 1]',
    );
  });
});

describe('the schedule', () => {
  it('can be chosen, its numbers typed, and the rate of now read', async () => {
    const { trainer, root } = show();
    act(() => trainer.step('epoch', 30));
    await choose('Schedule', 'in steps');
    expect(trainer.options.schedule).toEqual({ name: 'step', stepSize: 50, gamma: 0.5 });
    await type('every n epochs', '10{Enter}');
    expect(trainer.options.schedule).toEqual({ name: 'step', stepSize: 10, gamma: 0.5 });
    expect(trainer.getSnapshot().scheduledRate).toBe(0.0125);
    const setting = root.querySelector('[data-control="schedule"]')!;
    expect(setting).toHaveTextContent('now 0.013');
    await choose('Schedule', 'half a cosine');
    await choose('Schedule', 'in steps');
    expect(trainer.options.schedule).toEqual({ name: 'step', stepSize: 10, gamma: 0.5 });
    await choose('Schedule', 'constant');
    expect(trainer.options.schedule).toBeUndefined();
    expect(setting).not.toHaveTextContent('now');
  });

  it('does not take a step of no epochs', async () => {
    const { trainer } = show({ schedule: { name: 'warmup', epochs: 10 } });
    await type('over n epochs', '0{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('it must be a whole number of epochs');
    expect(trainer.options.schedule).toEqual({ name: 'warmup', epochs: 10 });
  });

  it('of the author’s own is called custom, and can be gone back to', async () => {
    const own = (epoch: number) => 1 / (1 + epoch);
    const { trainer } = show({ schedule: own }, { limits: { schedule: ['constant', 'cosine'] } });
    expect(list('Schedule')).toHaveDisplayValue('custom');
    expect(choices('Schedule')).toEqual(['constant', 'half a cosine', 'custom']);
    await choose('Schedule', 'constant');
    await choose('Schedule', 'custom');
    expect(trainer.options.schedule).toBe(own);
  });
});

describe('the batch size', () => {
  it('can be all points', async () => {
    const { trainer } = show({ batchSize: 7 });
    expect(choices('Batch size')).toEqual(['1', '2', '5', '7', '10', '20', 'all 40']);
    await choose('Batch size', 'all 40');
    expect(trainer.options.batchSize).toBe('full');
    act(() => trainer.step('epoch'));
    expect(trainer.getSnapshot().step).toBe(1);
  });

  it('is limited by a list, or a range', () => {
    show({}, { limits: { batchSize: [5, 10, 'full'] } });
    expect(choices('Batch size')).toEqual(['5', '10', 'all 40']);
  });
  it('is limited by a range', () => {
    show({}, { limits: { batchSize: { min: 4, max: 20 } } });
    expect(choices('Batch size')).toEqual(['4', '5', '10', '20']);
  });
});

describe('the loss', () => {
  it('is one that can judge the data', async () => {
    const { trainer } = show({ data: 'plane', model: [2, 4, 1] });
    expect(choices('Loss')).toEqual(['mean squared error', 'Huber']);
    await choose('Loss', 'Huber');
    expect(trainer.loss.type).toBe('Huber');
  });

  it('of logits is explained away after a Sigmoid, and the other way round', () => {
    show();
    const logits = screen.getByRole<HTMLOptionElement>('option', { name: /of logits/ });
    expect(logits).toBeDisabled();
    expect(logits).toHaveTextContent('needs a model without a last Sigmoid');
  });
  it('of probabilities is explained away where the model gives none', () => {
    show({ loss: 'BinaryCrossEntropyWithLogits' });
    expect(list('Loss')).toHaveDisplayValue('binary cross-entropy of logits');
    const other = screen.getByRole('option', { name: /with a last Sigmoid/ });
    expect(other).toBeDisabled();
  });

  it('of the author’s own is called custom', () => {
    show({ loss: new BinaryCrossEntropyWithLogits({ reduction: 'sum' }) });
    expect(list('Loss')).toHaveDisplayValue('custom');
  });
});

describe('the optimizer', () => {
  it('has the numbers that fit it', async () => {
    const { trainer } = show({}, { limits: { optimizer: ['SGD', 'adam', 'RMSProp'] } });
    expect(choices('Optimizer')).toEqual(['SGD', 'Adam', 'RMSProp']);
    expect(screen.getByRole('checkbox', { name: 'Nesterov' })).toBeDisabled();
    await type('momentum', '0.9{Enter}');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Nesterov' }));
    expect(trainer.optimizer).toMatchObject({ type: 'SGD', momentum: 0.9, nesterov: true });
    await choose('Optimizer', 'Adam');
    await type('β₁', '0.8{Enter}');
    expect(trainer.optimizer).toMatchObject({ type: 'Adam', beta1: 0.8, beta2: 0.999 });
    expect(trainer.getSnapshot().learningRate).toBe(0.01);
    await choose('Optimizer', 'RMSProp');
    await type('α', '1{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'it must be a number of at least 0 and below 1',
    );
    expect(trainer.optimizer).toMatchObject({ type: 'RMSProp', alpha: 0.99, momentum: 0.9 });
  });

  it('without momentum does not look ahead along it', async () => {
    const { trainer } = show({ optimizerOptions: { momentum: 0.5, nesterov: true } });
    await type('momentum', '0{Enter}');
    expect(trainer.options.optimizerOptions).toEqual({ momentum: 0 });
  });

  it('of the author’s own is called custom, and can be gone back to', async () => {
    const own: TrainerOptions['optimizer'] = (model, { lr }) => new SGD(model, { lr });
    const { trainer } = show({ optimizer: own });
    expect(list('Optimizer')).toHaveDisplayValue('custom');
    expect(screen.queryByRole('textbox', { name: 'momentum' })).toBeNull();
    await choose('Optimizer', 'AdaGrad');
    await choose('Optimizer', 'custom');
    expect(trainer.options.optimizer).toBe(own);
  });
});

describe('regularization', () => {
  it('is one penalty at a rate', async () => {
    const { trainer } = show();
    await choose('Regularization', 'L1');
    expect(trainer.options).toMatchObject({ l1: 0.001, l2: 0 });
    await type('L1 rate, as a number', '0.02{Enter}');
    await choose('Regularization', 'L2');
    expect(trainer.options).toMatchObject({ l1: 0, l2: 0.02 });
    slider('L2 rate').focus();
    await realUser.keyboard('{End}');
    expect(trainer.options.l2).toBe(1);
    await choose('Regularization', 'none');
    expect(trainer.options).toMatchObject({ l1: 0, l2: 0 });
    expect(screen.queryByRole('slider', { name: /L\d/ })).toBeNull();
  });

  it('shows both where the author set both', () => {
    show({ l1: 0.1, l2: 0.2 });
    expect(list('Regularization')).toHaveDisplayValue('L1 and L2');
    expect(field('L1 rate, as a number')).toHaveValue('0.1');
    expect(field('L2 rate, as a number')).toHaveValue('0.2');
  });

  it('begins within its limits', async () => {
    const { trainer } = show({}, { limits: { l2: [0.01, 0.1] } });
    await choose('Regularization', 'L2');
    expect(trainer.options.l2).toBe(0.01);
  });
});

describe('zeroGrad', () => {
  const zeroGrad = () => screen.getByRole('switch', { name: 'zeroGrad' });

  it('is switched by mouse, keyboard and touch, and the run notes it', async () => {
    const { trainer, root } = show({}, { show: ['step', 'zeroGrad'] });
    expect(zeroGrad()).toBeChecked();
    await userEvent.click(zeroGrad());
    expect(trainer.options.zeroGrad).toBe(false);
    expect(root).toHaveTextContent('never: gradients add up');
    await userEvent.click(button('Step'));
    zeroGrad().focus();
    await userEvent.keyboard(' ');
    expect(trainer.options.zeroGrad).toBe(true);
    await userEvent.pointer({ keys: '[TouchA]', target: zeroGrad() });
    expect(trainer.options.zeroGrad).toBe(false);
    expect(trainer.marks.at(-1)).toMatchObject({ kind: 'zeroGrad', value: 'off', epoch: 1 });
  });

  it('can be seen but not changed where it is locked', async () => {
    const { trainer } = show({ zeroGrad: false }, { show: ['zeroGrad'], lock: ['zeroGrad'] });
    expect(zeroGrad()).toBeDisabled();
    expect(zeroGrad()).not.toBeChecked();
    await userEvent.click(zeroGrad());
    expect(trainer.options.zeroGrad).toBe(false);
  });
});

describe('dropout', () => {
  it('changes when the slider is let go, and keeps the weights', () => {
    const { trainer } = show();
    act(() => trainer.step('epoch', 5));
    const before = weights(trainer);
    fireEvent.input(slider('Dropout'), { target: { value: '4' } });
    fireEvent.input(slider('Dropout'), { target: { value: '6' } });
    expect(slider('Dropout')).toHaveAttribute('aria-valuetext', '0.3');
    expect(trainer.architecture!.hidden[0]!.dropout).toBe(0);
    act(() => void slider('Dropout').dispatchEvent(new Event('change', { bubbles: true })));
    expect(trainer.architecture!.hidden.map(({ dropout }) => dropout)).toEqual([0.3, 0.3]);
    expect(weights(trainer)).toEqual(before);
    expect(trainer.getSnapshot().epoch).toBe(5);
  });

  it('by the keyboard, within its limits', async () => {
    const { trainer } = show({}, { limits: { dropout: [0, 0.2] } });
    slider('Dropout').focus();
    await realUser.keyboard('{ArrowRight}');
    expect(trainer.options.dropout).toBe(0.05);
    await realUser.keyboard('{End}');
    expect(trainer.options.dropout).toBe(0.2);
  });

  it('cannot be set without a hidden layer', () => {
    show({ model: [2, 1] });
    expect(slider('Dropout')).toBeDisabled();
    expect(slider('Dropout')).toHaveAccessibleDescription('no hidden layer');
  });
});

describe('the activation', () => {
  it('changes in every hidden layer, and keeps the weights', async () => {
    const { trainer } = show({}, { limits: { activation: ['ReLU', 'tanh'] } });
    act(() => trainer.step('epoch', 5));
    const before = weights(trainer);
    expect(choices('Activation')).toEqual(['ReLU', 'Tanh']);
    await choose('Activation', 'Tanh');
    expect(trainer.architecture!.hidden.map(({ activation }) => activation)).toEqual([
      'Tanh',
      'Tanh',
    ]);
    expect(weights(trainer)).toEqual(before);
    expect(trainer.getSnapshot().epoch).toBe(5);
    expect(list('Activation')).toHaveDisplayValue('Tanh');
  });

  it('that differs by layer is shown as that', async () => {
    const { trainer } = show({ activation: ['ReLU', 'Sin'] });
    expect(list('Activation')).toHaveDisplayValue('differs by layer');
    await choose('Activation', 'ELU');
    expect(trainer.architecture!.hidden.map(({ activation }) => activation)).toEqual([
      'ELU',
      'ELU',
    ]);
  });

  it('of a model that is built otherwise is part of it', () => {
    const model = (rng = createRng(0)) =>
      new Sequential([
        new Linear(2, 3, { rng }),
        new Sequential([new ReLU(), new Linear(3, 1, { rng })]),
      ]);
    show({ model, loss: 'BinaryCrossEntropyWithLogits' });
    expect(list('Activation')).toBeDisabled();
    expect(list('Activation')).toHaveAccessibleDescription('part of this model');
  });
});

describe('starting over', () => {
  it('with other weights, and with other data', async () => {
    const { trainer } = show();
    const [before, x] = [weights(trainer), trainer.data.x.toArray()];
    act(() => trainer.step('epoch', 3));
    await userEvent.click(button('New weights'));
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0, status: 'idle' });
    expect(trainer.options.seed).toBe(8);
    expect(weights(trainer)).not.toEqual(before);
    await userEvent.click(button('New data'));
    expect(trainer.options.dataSeed).toBe(1);
    expect(trainer.data.x.toArray()).not.toEqual(x);
  });

  it('with other data is explained away where the data is given', () => {
    const data = fromPoints([
      { x: 0, y: 0, label: 0 },
      { x: 1, y: 1, label: 1 },
    ]);
    show({ data });
    expect(button('New data')).toBeDisabled();
    expect(button('New data')).toHaveAccessibleDescription(
      'These points are given, so there are no others to draw.',
    );
    expect(screen.getByText(/These points are given/)).toBeVisible();
  });
});

describe('time', () => {
  it('can be gone back in', async () => {
    const { trainer } = show();
    expect(slider('Go to epoch')).toBeDisabled();
    act(() => trainer.step('epoch', 12));
    const { loss } = trainer.history[4]!;
    fireEvent.change(slider('Go to epoch'), { target: { value: '4' } });
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 4, lastEpoch: 12, loss });
    expect(slider('Go to epoch')).toHaveAttribute('aria-valuetext', '4 of 12');
    slider('Go to epoch').focus();
    await realUser.keyboard('{Home}');
    expect(trainer.getSnapshot().epoch).toBe(0);
    await realUser.keyboard('{End}');
    expect(trainer.getSnapshot().epoch).toBe(12);
  });

  it('can go as fast as it goes', async () => {
    const { trainer } = show();
    await choose('Speed', 'as fast as it goes');
    expect(trainer.getSnapshot().speed).toBe(Infinity);
  });
});

describe('a lock', () => {
  it('leaves a control with its value, and says why it is fixed', () => {
    const { trainer } = show({ batchSize: 20 }, { lock: ['batchSize', 'learningRate', 'reset'] });
    expect(list('Batch size')).toBeDisabled();
    expect(list('Batch size')).toHaveDisplayValue('20');
    expect(list('Batch size')).toHaveAccessibleDescription('set by the author');
    expect(slider('Learning rate')).toBeDisabled();
    expect(field('Learning rate, as a number')).toBeDisabled();
    expect(button('Reset')).toBeDisabled();
    expect(button('Reset')).toHaveAccessibleDescription('set by the author');
    expect(list('Optimizer')).toBeEnabled();
    expect(trainer.options.batchSize).toBe(20);
  });

  it('of everything is said once, and lets time pass', async () => {
    const { trainer, root } = show(
      { l2: 0.1, schedule: { name: 'warmup', epochs: 5 } },
      { lock: true },
    );
    const fields = [...root.querySelectorAll('select, input')];
    expect(fields.length).toBeGreaterThan(12);
    for (const one of fields) expect(one).toBeDisabled();
    expect(screen.getAllByText(/set by the author/)).toHaveLength(1);
    await userEvent.click(button('Step'));
    expect(trainer.getSnapshot().epoch).toBe(1);
  });
});

describe('what is changed', () => {
  it('survives play, pause and reset', async () => {
    const { trainer } = show();
    await type('Learning rate, as a number', '0.3{Enter}');
    await choose('Optimizer', 'AdamW');
    await choose('Batch size', '5');
    await userEvent.click(button('Play'));
    act(() => frames.run(0.5));
    await userEvent.click(button('Pause'));
    await userEvent.click(button('Reset'));
    expect(trainer.options).toMatchObject({ learningRate: 0.3, optimizer: 'AdamW', batchSize: 5 });
    expect(field('Learning rate, as a number')).toHaveValue('0.3');
  });

  it('makes the same run as if it had been done in code', async () => {
    const { trainer } = show();
    await userEvent.click(button('Step'));
    await choose('Batch size', '20');
    await choose('Regularization', 'L2');
    await type('momentum', '0.5{Enter}');
    await userEvent.click(button('Step'));
    const other = createTrainer(small);
    other.step('epoch');
    other.set({ batchSize: 20, l2: 0.001, optimizerOptions: { momentum: 0.5 } });
    other.step('epoch');
    expect(weights(trainer)).toEqual(weights(other));
  });

  it('is told to the page', async () => {
    const onOptionsChange = vi.fn();
    const { trainer } = show({}, { onOptionsChange });
    await choose('Optimizer', 'Adam');
    expect(onOptionsChange).toHaveBeenLastCalledWith({ optimizer: 'Adam' });
    expect(trainer.options.optimizer).toBe('Adam');
    await userEvent.click(button('New weights'));
    expect(onOptionsChange).toHaveBeenLastCalledWith({ seed: 8 });
  });

  it('is only asked for, where the page owns it', async () => {
    const onOptionsChange = vi.fn();
    const { trainer } = show({}, { options: { batchSize: 5, seed: 3 }, onOptionsChange });
    expect(list('Batch size')).toHaveDisplayValue('5');
    await choose('Batch size', '20');
    expect(onOptionsChange).toHaveBeenLastCalledWith({ batchSize: 20 });
    expect(list('Batch size')).toHaveDisplayValue('5');
    expect(trainer.options.batchSize).toBeUndefined();
    await userEvent.click(button('New weights'));
    expect(onOptionsChange).toHaveBeenLastCalledWith({ seed: 4 });
    expect(trainer.options.seed).toBe(7);
    await choose('Optimizer', 'Adam');
    expect(trainer.options.optimizer).toBe('Adam');
  });

  it('goes through the page and back', async () => {
    function Page() {
      const [learningRate, setLearningRate] = useState(0.1);
      return (
        <Pancake {...small} learningRate={learningRate}>
          <TrainerControls
            options={{ learningRate }}
            onOptionsChange={(change) => setLearningRate(Math.min(0.5, change.learningRate!))}
          />
        </Pancake>
      );
    }
    render(<Page />);
    slider('Learning rate').focus();
    await realUser.keyboard('{End}');
    expect(slider('Learning rate')).toHaveAttribute('aria-valuetext', '0.5');
  });

  it('is not, where the run refuses; the control says so', async () => {
    const { trainer } = show({ optimizerOptions: { momentum: 0.5 } });
    vi.spyOn(trainer, 'set').mockImplementationOnce(() => createTrainer({ batchSize: -1 }));
    await choose('Batch size', '20');
    expect(list('Batch size')).toHaveAccessibleDescription(/batchSize is -1; it must be a whole/);
    expect(list('Batch size')).toHaveDisplayValue('10');
    await choose('Batch size', '20');
    expect(trainer.options.batchSize).toBe(20);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the layout', () => {
  it.each([1160, 720, 343, 288])('fits %i pixels', (width) => {
    const { root } = show({ schedule: { name: 'step', stepSize: 9 }, l1: 0.1, l2: 0.1 }, {}, width);
    const right = root.getBoundingClientRect().right;
    for (const part of root.querySelectorAll('button, select, input, label, [data-control]')) {
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(right + 0.5);
    }
  });

  it('folds all but the first settings where it is narrow', async () => {
    show({}, {}, 343);
    expect(slider('Learning rate')).toBeVisible();
    expect(screen.queryByRole('combobox', { name: 'Optimizer' })).toBeNull();
    await userEvent.click(button('More settings'));
    expect(list('Optimizer')).toBeVisible();
    expect(button('More settings')).toHaveAttribute('aria-expanded', 'true');
  });

  it('shows all of them where it is wide', () => {
    show();
    expect(list('Optimizer')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'More settings' })).toBeNull();
  });

  it('has targets of at least 24 pixels', () => {
    const { root } = show();
    for (const part of root.querySelectorAll('button, select, input:not([type="checkbox"])')) {
      const { width, height } = part.getBoundingClientRect();
      if (width > 0) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});
