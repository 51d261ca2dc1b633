// <Set>: words that set options of the run, and put back exactly what was there.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  Linear,
  Pancake,
  Sequential,
  Set,
  Sigmoid,
  Value,
  createRng,
  createTrainer,
  type SetProps,
  type Trainer,
  type TrainerOptions,
} from '../../src';
import { takeOverFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { data: 'moons', points: 60, model: [2, 4, 1], seed: 7 };

function show(props: SetProps, options: TrainerOptions = {}) {
  const trainer = createTrainer({ ...small, ...options });
  const view = render(
    <p style={{ width: 400 }}>
      Try <Set trainer={trainer} {...props} /> now.
    </p>,
  );
  const rerenderWith = (next: SetProps) =>
    view.rerender(
      <p style={{ width: 400 }}>
        Try <Set trainer={trainer} {...next} /> now.
      </p>,
    );
  return { trainer, rerenderWith };
}

const button = () => screen.getByRole('button');
const weights = ({ model }: Trainer) => model.parameters().map(({ value }) => value.toArray());
const isPressed = () => button().getAttribute('aria-pressed') === 'true';

const ways: [string, () => Promise<void> | void][] = [
  ['mouse', () => userEvent.click(button())],
  [
    'touch',
    () => {
      const pointer = { pointerType: 'touch', isPrimary: true, pointerId: 1 };
      fireEvent.pointerDown(button(), pointer);
      fireEvent.pointerUp(button(), pointer);
      fireEvent.click(button());
    },
  ],
  [
    'Enter',
    async () => {
      button().focus();
      await userEvent.keyboard('{Enter}');
    },
  ],
  [
    'Space',
    async () => {
      button().focus();
      await userEvent.keyboard(' ');
    },
  ],
];

describe.each(ways)('by %s', (_, press) => {
  it('sets options, and puts back what was there, exactly', async () => {
    const { trainer } = show(
      { learningRate: 3, batchSize: 'full', children: 'big steps' },
      { l1: 0 },
    );
    const before = { ...trainer.options };
    expect(isPressed()).toBe(false);
    await press();
    expect(trainer.options).toEqual({ ...before, learningRate: 3, batchSize: 'full' });
    expect(isPressed()).toBe(true);
    expect(button()).toHaveAttribute('title', 'Press again to put back what was there before');
    await press();
    expect(trainer.options).toEqual(before);
    expect(trainer.options.learningRate).toBeUndefined();
    expect(isPressed()).toBe(false);
  });
});

describe('the run', () => {
  it('goes on after an undo as if nothing had been', async () => {
    const { trainer } = show({ learningRate: 1, l2: 0.1 });
    act(() => trainer.step('epoch', 3));
    await userEvent.click(button());
    await userEvent.click(button());
    act(() => trainer.step('epoch', 3));
    const other = createTrainer(small);
    other.step('epoch', 6);
    expect(weights(trainer)).toEqual(weights(other));
  });

  it('is the same as one where it was done in code', async () => {
    const { trainer } = show({ learningRate: 1, optimizer: 'Adam', l2: 0.1 });
    act(() => trainer.step('epoch', 2));
    await userEvent.click(button());
    act(() => trainer.step('epoch', 2));
    await userEvent.click(button());
    act(() => trainer.step('epoch', 2));
    const other = createTrainer(small);
    other.step('epoch', 2);
    other.set({ learningRate: 1, optimizer: 'Adam', l2: 0.1 });
    other.step('epoch', 2);
    other.set({ learningRate: undefined, optimizer: undefined, l2: undefined });
    other.step('epoch', 2);
    expect(weights(trainer)).toEqual(weights(other));
    expect(trainer.options).toEqual(other.options);
  });

  it('gets its old model back', async () => {
    const model = new Sequential([new Linear(2, 1, { rng: createRng(1) }), new Sigmoid()]);
    const { trainer } = show({ model });
    const before = { ...trainer.options };
    await userEvent.click(button());
    expect(trainer.model).toBe(model);
    expect(isPressed()).toBe(true);
    await userEvent.click(button());
    expect(trainer.options).toEqual(before);
    expect(weights(trainer)).toEqual(weights(createTrainer(small)));
  });

  it('does what comes then, in order, when options are set and not when they are put back', async () => {
    const { trainer } = show({ learningRate: 1, then: ['reset', 'play'] });
    act(() => trainer.step('epoch', 3));
    await userEvent.click(button());
    expect(trainer.getSnapshot()).toMatchObject({ status: 'running', epoch: 0, learningRate: 1 });
    act(() => trainer.pause());
    act(() => trainer.step('epoch', 3));
    await userEvent.click(button());
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 3, learningRate: 0.1 });
  });

  it.each([
    ['step', { epoch: 4, status: 'paused' }],
    ['reset', { epoch: 0, status: 'idle' }],
    ['newWeights', { epoch: 0, status: 'idle' }],
    ['newData', { epoch: 0, status: 'idle' }],
    ['play', { epoch: 3, status: 'running' }],
    ['pause', { epoch: 3, status: 'paused' }],
  ] as const)('without options is told to %s', async (then, expected) => {
    const { trainer } = show({ then });
    act(() => trainer.step('epoch', 3));
    await userEvent.click(button());
    expect(trainer.getSnapshot()).toMatchObject(expected);
    expect(button()).not.toHaveAttribute('aria-pressed');
  });
});

describe('it is pressed', () => {
  it.each<[string, SetProps, TrainerOptions?]>([
    ['learningRate', { learningRate: 0.1 }],
    ['the default of Adam', { learningRate: 0.01 }, { optimizer: 'Adam' }],
    ['batchSize', { batchSize: 10 }],
    ['a name in any case', { optimizer: 'sgd', activation: 'relu', loss: 'binarycrossentropy' }],
    ['sizes', { model: [2, 4, 1] }],
    ['sizes by default', { model: [2, 10, 10, 1] }, { model: undefined }],
    ['data', { data: 'moons', seed: 7, noise: 0.1 }],
    [
      'a schedule',
      { schedule: { name: 'step', stepSize: 5 } },
      { schedule: { name: 'step', stepSize: 5 } },
    ],
    ['nothing special', { schedule: undefined, l1: undefined }],
  ])('while they are in force already: %s', (_, props, options) => {
    show(props, options);
    expect(isPressed()).toBe(true);
  });

  it.each<[string, SetProps, TrainerOptions?]>([
    ['one of two', { learningRate: 0.1, batchSize: 5 }],
    [
      'a schedule',
      { schedule: { name: 'step', stepSize: 5 } },
      { schedule: { name: 'step', stepSize: 6 } },
    ],
    ['another function', { schedule: () => 1 }, { schedule: () => 2 }],
    ['a default', { learningRate: undefined }, { learningRate: 3 }],
  ])('not while they are not: %s', (_, props, options) => {
    show(props, options);
    expect(isPressed()).toBe(false);
  });

  it('follows what others set', () => {
    const { trainer } = show({ learningRate: 3 });
    act(() => trainer.set({ learningRate: 3 }));
    expect(isPressed()).toBe(true);
    act(() => trainer.set({ learningRate: 2 }));
    expect(isPressed()).toBe(false);
  });

  it('and has nothing to put back, if it was so from the first', async () => {
    const { trainer } = show({ learningRate: 0.1 });
    const before = { ...trainer.options };
    await userEvent.click(button());
    expect(trainer.options).toEqual(before);
    expect(button()).toHaveAttribute('data-undo', 'false');
  });

  it('with a function that is written in place', async () => {
    const { trainer, rerenderWith } = show({ schedule: () => 0.5 });
    await userEvent.click(button());
    expect(isPressed()).toBe(true);
    rerenderWith({ schedule: () => 0.5 });
    expect(isPressed()).toBe(true);
    await userEvent.click(button());
    expect(trainer.options.schedule).toBeUndefined();
  });

  it('one after the other: each puts back what was there before it', async () => {
    const trainer = createTrainer(small);
    render(
      <StrictMode>
        <Set trainer={trainer} learningRate={3} /> or <Set trainer={trainer} learningRate={1} />
      </StrictMode>,
    );
    const [three, one] = screen.getAllByRole('button');
    await userEvent.click(three!);
    await userEvent.click(one!);
    expect(trainer.options.learningRate).toBe(1);
    await userEvent.click(one!);
    expect(trainer.options.learningRate).toBe(3);
    await userEvent.click(three!);
    expect(trainer.options.learningRate).toBeUndefined();
  });
});

describe('what will not do', () => {
  it('is said beside it, and changes nothing', async () => {
    const { trainer } = show({ learningRate: -1, batchSize: 5 });
    const before = { ...trainer.options };
    await userEvent.click(button());
    expect(screen.getByRole('alert')).toHaveTextContent(
      '(learningRate is -1; it must be a finite number of at least 0)',
    );
    expect(button()).toHaveAccessibleDescription(/learningRate is -1/);
    expect(trainer.options).toEqual(before);
    expect(isPressed()).toBe(false);
  });
});

describe('its words', () => {
  it.each<[SetProps, string]>([
    [{ learningRate: 3 }, 'learning rate 3'],
    [{ optimizer: 'Adam', batchSize: 'full' }, 'optimizer Adam, batch size all points'],
    [{ model: [2, 10, 10, 1] }, 'layers 2–10–10–1'],
    [{ features: ['x', 'y', 'x2'] }, 'features x, y, x2'],
    [{ schedule: { name: 'step', stepSize: 50 } }, 'schedule step, stepSize 50'],
    [{ shuffle: false, speed: Infinity }, 'shuffling off, speed as fast as it goes'],
    [{ learningRate: undefined }, 'learning rate as at first'],
    [{ then: ['reset', 'play'] }, 'start over, play'],
  ])('of %o are %s', (props, text) => {
    show(props);
    expect(button()).toHaveAccessibleName(text);
  });

  it('are the author’s, and break over lines as the sentence does', () => {
    const children =
      'a learning rate that is so high that nothing good can come of it at all, ever';
    show({ learningRate: 3, children, className: 'mine', id: 'big' });
    expect(button()).toHaveTextContent(children);
    expect(button()).toHaveClass('mine');
    expect(button()).toHaveAttribute('id', 'big');
    expect(button().getClientRects().length).toBeGreaterThan(1);
    for (const { height } of button().getClientRects()) expect(height).toBeGreaterThanOrEqual(24);
  });
});

describe('for the page', () => {
  it('comes from a server as it is in the browser, and so does a number to edit', () => {
    const page = document.body.appendChild(document.createElement('main'));
    const tree = () => (
      <Pancake {...small}>
        <Set learningRate={3} /> <Value of="learningRate" editable />
      </Pancake>
    );
    page.innerHTML = renderToString(tree());
    const sent = button();
    const complaints: unknown[] = [];
    let root: Root;
    act(() => {
      root = hydrateRoot(page, tree(), { onRecoverableError: (error) => complaints.push(error) });
    });
    act(() => button().click());
    expect(screen.getByRole('spinbutton')).toHaveTextContent('3');
    expect(button()).toBe(sent);
    expect(complaints).toEqual([]);
    act(() => root.unmount());
    page.remove();
  });

  it('takes the run of the <Pancake> around it', async () => {
    render(
      <Pancake {...small}>
        <Set learningRate={3} /> <Set learningRate={3}>again</Set>
      </Pancake>,
    );
    const [first, second] = screen.getAllByRole('button');
    await userEvent.click(first!);
    expect(second).toHaveAttribute('aria-pressed', 'true');
  });

  it('tells of changes, and only asks for what the page owns', async () => {
    const onOptionsChange = vi.fn();
    const { trainer } = show({
      ...{ learningRate: 3, batchSize: 5, options: { learningRate: 0.5 }, onOptionsChange },
    });
    await userEvent.click(button());
    expect(onOptionsChange).toHaveBeenCalledWith({ learningRate: 3, batchSize: 5 });
    expect(trainer.options).toMatchObject({ batchSize: 5 });
    expect(trainer.options.learningRate).toBeUndefined();
    expect(isPressed()).toBe(false);
  });
});
