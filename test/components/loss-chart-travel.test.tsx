// Time travel in the loss chart: by mouse, by touch, at the keyboard and by button.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LossChart, type LossChartProps } from '../../src/components/loss-chart';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };

function show(epochs = 50, props: Partial<LossChartProps> = {}, options: TrainerOptions = {}) {
  const trainer = createTrainer({ ...moons, ...options });
  if (epochs) trainer.step('epoch', epochs);
  render(
    <div style={{ width: 480 }}>
      <LossChart trainer={trainer} {...props} />
    </div>,
  );
  return trainer;
}

const slider = () => screen.getByRole('slider');
const root = () => document.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
const part = (name: string) => root().querySelector(`[data-part="${name}"]`)!;
const epochOf = (trainer: Trainer) => trainer.getSnapshot().epoch;

/** A pointer at an epoch, some pixels down the plot. */
function at(epoch: number, down = 40) {
  const box = slider().getBoundingClientRect();
  const { epochs } = root().querySelector('svg')!.dataset;
  return {
    clientX: box.left + (epoch / Number(epochs)) * box.width,
    clientY: box.top + down,
    pointerId: 1,
    isPrimary: true,
    button: 0,
  };
}

function click(epoch: number, pointerType = 'mouse') {
  fireEvent.pointerDown(slider(), { pointerType, ...at(epoch) });
  fireEvent.pointerUp(slider(), { pointerType, ...at(epoch) });
}

describe.each(['mouse', 'touch', 'pen'])('a %s', (pointerType) => {
  it('takes the run to the epoch that it clicks', () => {
    const trainer = show();
    click(20, pointerType);
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 20, lastEpoch: 50, status: 'paused' });
    expect(trainer.getSnapshot().loss).toBe(trainer.history[20]!.loss);
    act(() => frames.tick());
    expect(part('now')).toHaveAttribute('visibility', 'visible');
    expect(part('nowPoint')).toHaveAttribute('data-epoch', '20');
  });

  it('scrubs when it drags, with one seek a frame, and ends where it lets go', () => {
    const trainer = show();
    const seek = vi.spyOn(trainer, 'seek');
    fireEvent.pointerDown(slider(), { pointerType, ...at(45) });
    expect(seek).not.toHaveBeenCalled();
    for (let epoch = 44; epoch >= 20; epoch--) {
      fireEvent.pointerMove(slider(), { pointerType, ...at(epoch) });
      if (epoch % 5 === 0) {
        const before = seek.mock.calls.length;
        act(() => frames.tick());
        expect(seek.mock.calls.length).toBeLessThanOrEqual(before + 1);
        expect(epochOf(trainer)).toBe(epoch);
      }
    }
    expect(seek.mock.calls.length).toBeLessThanOrEqual(6);
    fireEvent.pointerMove(slider(), { pointerType, ...at(12) });
    fireEvent.pointerUp(slider(), { pointerType, ...at(12) });
    expect(epochOf(trainer)).toBe(12);
    const count = seek.mock.calls.length;
    fireEvent.pointerMove(slider(), { pointerType, ...at(30) });
    act(() => frames.run(0.2));
    expect(seek.mock.calls.length).toBe(count);
    expect(epochOf(trainer)).toBe(12);
  });
});

describe('the pointer', () => {
  it('only reads while it is not pressed', () => {
    const trainer = show();
    fireEvent.pointerMove(slider(), { pointerType: 'mouse', ...at(10) });
    expect(screen.getByText('click to go here')).toBeVisible();
    act(() => frames.tick());
    expect(epochOf(trainer)).toBe(50);
  });

  it('that is a finger going down the page scrolls, and moves no run', () => {
    const trainer = show();
    const pointerType = 'touch';
    expect(getComputedStyle(slider()).touchAction).toBe('pan-y pinch-zoom');
    fireEvent.pointerDown(slider(), { pointerType, ...at(30, 20) });
    fireEvent.pointerMove(slider(), { pointerType, ...at(29, 60) });
    fireEvent.pointerCancel(slider(), { pointerType, ...at(29, 60) });
    act(() => frames.run(0.1));
    expect(epochOf(trainer)).toBe(50);
  });

  it('with another button does nothing', () => {
    const trainer = show();
    fireEvent.pointerDown(slider(), { pointerType: 'mouse', ...at(30), button: 2 });
    fireEvent.pointerUp(slider(), { pointerType: 'mouse', ...at(30), button: 2 });
    expect(epochOf(trainer)).toBe(50);
  });

  it('pauses a run that plays', () => {
    const trainer = show(50, {}, { speed: 1 });
    act(() => trainer.play());
    click(30);
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 30, status: 'paused' });
  });

  it('leaves a run alone that is there already: done stays done, diverged stays diverged', () => {
    const trainer = show(50, {}, { stopWhen: { epoch: 50 } });
    expect(trainer.getSnapshot().status).toBe('done');
    click(50);
    expect(trainer.getSnapshot().status).toBe('done');
  });
});

describe('the keyboard', () => {
  it('reads with the arrows and goes with Enter', async () => {
    const trainer = show();
    slider().focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    expect(epochOf(trainer)).toBe(50);
    await userEvent.keyboard('{Enter}');
    expect(epochOf(trainer)).toBe(2);
    expect(screen.getByRole('status')).toHaveTextContent('The run is at epoch 2 of 50.');
    expect(slider()).toHaveFocus();
    expect(slider()).toHaveAccessibleDescription(/Enter takes the run to this epoch/);
  });
});

describe('from there', () => {
  it('the same numbers come again', () => {
    const trainer = show();
    const before = trainer.history.map(({ loss }) => loss);
    click(20);
    act(() => trainer.step('epoch', 30));
    expect(trainer.history.map(({ loss }) => loss)).toEqual(before);
    expect(trainer.branches).toEqual([]);
  });

  it('a change branches off, as the engine computes it, and the old way stays in sight', () => {
    const trainer = show();
    const old = [...trainer.curves.curve('loss')];
    click(20);
    act(() => {
      trainer.set({ learningRate: 0.5 });
      trainer.step('epoch', 30);
    });
    const other = createTrainer(moons);
    other.step('epoch', 20);
    other.set({ learningRate: 0.5 });
    other.step('epoch', 30);
    expect([...trainer.curves.curve('loss')]).toEqual([...other.curves.curve('loss')]);
    act(() => frames.tick());
    const way = root().querySelector('.pancake-loss-earlier path')!;
    expect(way.getAttribute('data-from')).toBe('20');
    expect(way.getAttribute('d')!.split(/[ML]/).slice(1)).toHaveLength(old.length - 20);
  });
});

describe('below the chart', () => {
  it('stands where the run is, and a button back, only once it has gone back', async () => {
    const trainer = show();
    expect(screen.queryByText(/You are at/)).toBeNull();
    click(12);
    expect(
      screen.getByText(
        'You are at epoch 12 of 50. Play repeats the same numbers; change something to branch.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Back to epoch 50' }));
    expect(epochOf(trainer)).toBe(50);
    expect(slider()).toHaveFocus();
    expect(screen.queryByRole('button', { name: /Back to/ })).toBeNull();
  });

  it('keeps its room, so that the page moves once, until the run starts over', () => {
    const trainer = show();
    const height = () => root().getBoundingClientRect().height;
    const before = height();
    click(12);
    const during = height();
    expect(during).toBeGreaterThan(before);
    act(() => trainer.step('epoch', 38));
    expect(height()).toBe(during);
    act(() => trainer.reset());
    expect(height()).toBe(before);
  });

  it('says so when the first epochs are out of reach', () => {
    const trainer = show(5);
    act(() => {
      for (let i = 0; i < 40; i++) {
        trainer.reshape({ kind: 'addNeuron', layer: 0 });
        trainer.step('epoch');
      }
    });
    const { firstEpoch } = trainer.getSnapshot();
    expect(firstEpoch).toBeGreaterThan(5);
    click(0);
    expect(epochOf(trainer)).toBe(firstEpoch);
    expect(screen.getByText(new RegExp(`cannot go back beyond epoch ${firstEpoch}`))).toBeVisible();
    click(firstEpoch + 5);
    expect(screen.queryByText(/cannot go back/)).toBeNull();
    expect(epochOf(trainer)).toBe(firstEpoch + 5);
  });
});

describe('the page', () => {
  it('hears of it, and may keep the run where it is', () => {
    const asked: number[] = [];
    const trainer = show(50, {
      onSeek: (epoch) => {
        asked.push(epoch);
        return epoch < 20 ? false : undefined;
      },
    });
    click(30);
    click(10);
    expect(asked).toEqual([30, 10]);
    expect(epochOf(trainer)).toBe(30);
  });

  it('may leave the chart for reading only', async () => {
    const trainer = show(50, { seekable: false });
    click(20);
    slider().focus();
    await userEvent.keyboard('{Home}{Enter}');
    expect(epochOf(trainer)).toBe(50);
    act(() => trainer.seek(20));
    expect(screen.queryByText(/You are at/)).toBeNull();
    expect(screen.queryByText('click to go here')).toBeNull();
  });
});
