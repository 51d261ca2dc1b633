// The controls: what each button and field does to the run, and what they say of it.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent as realUser } from 'vitest/browser';
import { TrainerControls, type TrainerControlsProps } from '../../src';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

function show(options: TrainerOptions = {}, props: Partial<TrainerControlsProps> = {}) {
  const trainer = createTrainer({ data: 'moons', points: 50, model: [2, 4, 1], ...options });
  const { container } = render(<TrainerControls trainer={trainer} {...props} />);
  const root = container.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
  return { trainer, root, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('the buttons', () => {
  it('play and pause', async () => {
    const { trainer, root, user } = show();
    await user.click(button('Play'));
    act(() => frames.run(1));
    expect(root.dataset['status']).toBe('running');
    await user.click(button('Pause'));
    expect(trainer.getSnapshot().status).toBe('paused');
    expect(trainer.getSnapshot().epoch).toBeGreaterThan(25);
    expect(root.dataset['status']).toBe('paused');
  });

  it('step by one epoch, and reset to the same weights', async () => {
    const { trainer, user } = show();
    const weights = () => trainer.model.parameters().map(({ value }) => value.toArray());
    const before = weights();
    await user.click(button('Step'));
    await user.click(button('Step'));
    expect(trainer.getSnapshot().epoch).toBe(2);
    await user.click(button('Reset'));
    expect(trainer.getSnapshot().epoch).toBe(0);
    expect(weights()).toEqual(before);
  });

  it('play again from the beginning, once the run is done', async () => {
    const { trainer, user } = show({ stopWhen: { epoch: 3 } });
    act(() => trainer.step('epoch', 10));
    expect(trainer.getSnapshot()).toMatchObject({ status: 'done', epoch: 3 });
    await user.click(button('Play again'));
    expect(trainer.getSnapshot()).toMatchObject({ status: 'running', epoch: 0 });
    act(() => trainer.pause());
  });

  it('are off when the run has diverged, which is explained, except Reset', async () => {
    const { trainer, root, user } = show({ data: 'plane', learningRate: 1e6 });
    act(() => trainer.step('epoch', 50));
    expect(button('Play')).toBeDisabled();
    expect(button('Step')).toBeDisabled();
    expect(root).toHaveTextContent(/grew beyond all bounds: .*(Infinity|NaN).* You see epoch \d+/);
    await user.click(button('Reset'));
    expect(button('Play')).toBeEnabled();
    expect(root).not.toHaveTextContent('grew beyond all bounds');
  });
});

describe('the fields', () => {
  it('set the learning rate on a logarithmic slider, while the run goes on', async () => {
    const { trainer } = show();
    act(() => trainer.step('epoch', 2));
    const slider = screen.getByRole('slider', { name: 'Learning rate' });
    expect(slider).toHaveAttribute('aria-valuetext', '0.1');
    slider.focus();
    await realUser.keyboard('{ArrowRight}');
    expect(trainer.getSnapshot()).toMatchObject({ learningRate: 0.11, epoch: 2 });
    await realUser.keyboard('{End}');
    expect(trainer.getSnapshot().learningRate).toBe(10);
    expect(slider).toHaveAttribute('aria-valuetext', '10');
  });

  it('set the speed, the one in force among the choices', async () => {
    const { trainer, user } = show({ speed: 12 }, { speeds: [1, 60] });
    const field = screen.getByRole('combobox', { name: 'Speed' });
    const choices = within(field).getAllByRole('option');
    expect(choices.map((choice) => choice.textContent)).toEqual([
      '1 epoch/s',
      '12 epochs/s',
      '60 epochs/s',
    ]);
    expect(field).toHaveDisplayValue('12 epochs/s');
    await user.selectOptions(field, '60 epochs/s');
    expect(trainer.getSnapshot().speed).toBe(60);
  });
});

describe('the numbers', () => {
  it('are those of the run', () => {
    const { trainer, root } = show();
    act(() => trainer.step('epoch', 12));
    const { epoch, loss } = trainer.getSnapshot();
    expect(root.dataset['loss']).toBe(String(loss));
    expect(root).toHaveTextContent(
      `epoch ${epoch} · loss ${loss.toFixed(3)} · ${trainer.countWrong()} of 40 wrong`,
    );
  });

  it('leave out what a regression does not have', () => {
    const { root } = show({ data: 'plane' });
    expect(root).not.toHaveTextContent('wrong');
  });
});

describe('for listeners', () => {
  it('the run is announced when it starts and stops, not while it goes on', () => {
    const { trainer } = show();
    const region = screen.getByRole('status');
    act(() => trainer.play());
    const started = region.textContent;
    expect(started).toMatch(/^Training from epoch 0, loss 0\.\d{3}\.$/);
    act(() => frames.run(2));
    expect(region.textContent).toBe(started);
    act(() => trainer.pause());
    const { epoch, loss } = trainer.getSnapshot();
    expect(region).toHaveTextContent(`Paused at epoch ${epoch}, loss ${loss.toFixed(3)}.`);
    expect(screen.getByRole('status')).toBe(region);
  });

  it('words can be replaced', () => {
    show({}, { labels: { play: 'Lancer', name: 'Commandes' } });
    expect(button('Lancer')).toBeVisible();
    expect(screen.getByRole('figure', { name: 'Commandes' })).toBeVisible();
  });
});
