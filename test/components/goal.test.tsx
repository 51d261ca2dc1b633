// <Goal>: reached when the run reaches it, once, with the run's numbers beside the wanted ones.
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Goal, createTrainer, type GoalProps, type TrainerOptions } from '../../src';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const perceptron: TrainerOptions = {
  data: 'simple',
  model: [2, 1],
  learningRate: 1,
  batchSize: 'full',
  seed: 3,
};
function show(props: GoalProps, options: TrainerOptions = {}) {
  const trainer = createTrainer({ ...perceptron, ...options });
  const { container } = render(<Goal trainer={trainer} {...props} />);
  return { trainer, root: container.querySelector<HTMLElement>('[data-pancake="Goal"]')! };
}
const step = (trainer: ReturnType<typeof createTrainer>, epochs: number) =>
  act(() => {
    trainer.step('epoch', epochs);
    frames.run(0.1);
  });

it('is reached at the epoch at which the run reaches it, and only once', () => {
  const onComplete = vi.fn();
  const { trainer, root } = show({ when: { loss: 0.5 }, onComplete });
  const twin = createTrainer(perceptron);
  while (twin.getSnapshot().loss > 0.5) twin.step('epoch', 1);
  const { epoch, loss } = twin.getSnapshot();
  step(trainer, epoch - 1);
  expect(root).toHaveAttribute('data-state', 'open');
  expect(onComplete).not.toHaveBeenCalled();
  step(trainer, 1);
  expect(root).toHaveAttribute('data-state', 'done');
  expect(screen.getByRole('status')).toHaveTextContent('reached');
  expect(onComplete).toHaveBeenCalledOnce();
  expect(onComplete.mock.calls[0]![0]).toMatchObject({ epoch, loss });
  step(trainer, 10);
  act(() => {
    trainer.reset();
    frames.run(0.1);
  });
  expect(root).toHaveAttribute('data-state', 'done');
  expect(onComplete).toHaveBeenCalledOnce();
});

it('shows the wanted numbers beside those of the run', () => {
  const { trainer, root } = show({ when: { accuracy: 1, maxParams: 3 } });
  const accuracy = () => `${100 * trainer.getSnapshot().accuracy!} %`;
  expect(root).toHaveTextContent(`accuracy at least 100 % (now ${accuracy()})`);
  expect(root).toHaveTextContent('at most 3 parameters (now 3)');
  step(trainer, 100);
  expect(root).toHaveTextContent(`now ${accuracy()}`);
});

it('counts parameters: a larger model does not reach what a small one does', () => {
  const onComplete = vi.fn();
  const when = { accuracy: 1, maxParams: 3 };
  const { trainer } = show({ when, onComplete }, { model: [2, 10, 10, 1], learningRate: 0.5 });
  step(trainer, 400);
  expect(trainer.getSnapshot().accuracy).toBe(1);
  expect(onComplete).not.toHaveBeenCalled();
});

it('may be a question of the author', () => {
  const { trainer, root } = show({ when: ({ epoch }) => epoch >= 5, children: 'Five epochs.' });
  expect(root).toHaveTextContent('Goal: Five epochs.');
  step(trainer, 4);
  expect(root).toHaveAttribute('data-state', 'open');
  step(trainer, 1);
  expect(root).toHaveAttribute('data-state', 'done');
});

describe('what is no goal', () => {
  it.each([
    [{ lose: 1 }, /lose/],
    [{ loss: NaN }, /loss/],
    [{ accuracy: 'high' }, /accuracy/],
    [{}, /no condition/],
  ])('%o is refused', (when, message) => {
    expect(refusal(() => show({ when: when as GoalProps['when'] }))).toMatch(message);
  });
});
