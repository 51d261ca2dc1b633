// With reduced motion nothing starts by itself, and nothing moves between one state and the next.
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../src/theme/style.css';
import { ChainRuleStepper, Compare, LossChart, OptimizerRace, Pancake } from '../../src';
import { devtools } from '../support/accessibility-tree';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { mainFigures, smallRun, trained } from '../support/main-figures';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(async () => {
  restore();
  await motion('no-preference');
});

const motion = (value: 'reduce' | 'no-preference') =>
  devtools('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value }],
  });
const figure = (name: string) => document.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;

// What plays by itself, and the state in which it shows how far it is.
const playing = {
  '<Pancake>': {
    element: (
      <Pancake {...smallRun} autoplay>
        <LossChart />
      </Pancake>
    ),
    progress: () => figure('LossChart').dataset['epoch'],
  },
  '<Compare>': {
    element: (
      <Compare
        runs={[
          { name: 'slow', learningRate: 0.1 },
          { name: 'quick', learningRate: 0.5 },
        ]}
        options={{ ...smallRun, autoplay: true }}
      />
    ),
    progress: () => figure('Compare').dataset['epoch'],
  },
  '<OptimizerRace>': {
    element: <OptimizerRace autoplay />,
    progress: () => screen.getByRole('slider', { name: 'Step of the race' }).getAttribute('value'),
  },
};

describe.each(Object.entries(playing))('%s with autoplay', (_, { element, progress }) => {
  const afterASecond = () => {
    render(element);
    act(() => frames.tick());
    const before = progress();
    act(() => frames.run(1));
    return [before, progress()];
  };

  it('plays', () => {
    const [before, after] = afterASecond();
    expect(Number(after)).toBeGreaterThan(Number(before));
  });

  it('does not start where motion is to be reduced', async () => {
    await motion('reduce');
    const [before, after] = afterASecond();
    expect(after).toBe(before);
  });
});

// Its clock is a timer, not the frames.
describe('<ChainRuleStepper> with autoplay', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  const step = () => screen.getByRole('slider', { name: 'Step' }).getAttribute('value');
  const afterTenSeconds = () => {
    render(<ChainRuleStepper autoplay />);
    const before = step();
    // Each step sets the timer of the next one when it is drawn.
    for (let i = 0; i < 10; i++) act(() => void vi.advanceTimersByTime(1000));
    return [before, step()];
  };

  it('plays', () => {
    const [before, after] = afterTenSeconds();
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('does not start where motion is to be reduced, but at a press', async () => {
    await motion('reduce');
    const [before, after] = afterTenSeconds();
    expect(after).toBe(before);
    act(() => screen.getByRole('button', { name: 'Play' }).click());
    for (let i = 0; i < 10; i++) act(() => void vi.advanceTimersByTime(1000));
    expect(Number(step())).toBeGreaterThan(Number(after));
  });
});

describe('a picture after a step', () => {
  it.each(Object.entries(mainFigures))('is there at once: %s', async (_, element) => {
    await motion('reduce');
    const trainer = trained();
    render(element(trainer));
    act(() => void trainer.step('epoch', 3));
    act(() => frames.tick());
    expect(document.getAnimations()).toEqual([]);
  });
});
