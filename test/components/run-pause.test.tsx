// A run that begins by itself can be paused, whatever the page shows of it.
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/theme/style.css';
import {
  Compare,
  DecisionBoundary,
  LossChart,
  Pancake,
  PancakeLanguage,
  TrainerControls,
} from '../../src';
import { de } from '../../src/locales/de';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { smallRun } from '../support/main-figures';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const run = { ...smallRun, autoplay: true };
const buttons = (name: string) => screen.queryAllByRole('button', { name });
const epochs = () =>
  [...document.querySelectorAll<HTMLElement>('[data-epoch]')].map(
    ({ dataset }) => dataset['epoch'],
  );
const second = () => act(() => frames.run(1));

describe('figures of a run that begins by itself', () => {
  it('have one button for all of them that stops it and goes on', async () => {
    render(
      <Pancake {...run}>
        <DecisionBoundary />
        <LossChart />
      </Pancake>,
    );
    second();
    expect(buttons('Pause')).toHaveLength(1);
    await userEvent.click(buttons('Pause')[0]!);
    const before = epochs();
    second();
    expect(epochs()).toEqual(before);
    await userEvent.click(buttons('Play')[0]!);
    second();
    expect(epochs()).not.toEqual(before);
  });

  it('keep it when the figure that had it goes', () => {
    const page = (isFirst: boolean) => (
      <Pancake {...run}>
        {isFirst && <DecisionBoundary />}
        <LossChart heading={null} />
      </Pancake>
    );
    const { rerender } = render(page(true));
    rerender(page(false));
    expect(buttons('Pause')).toHaveLength(1);
    expect(buttons('Pause')[0]!.closest('figure')).toHaveAttribute('data-pancake', 'LossChart');
  });

  it('leave it to the controls, but not to controls that cannot pause', () => {
    const page = (hide: ('play' | 'step')[]) => (
      <Pancake {...run}>
        <LossChart />
        <TrainerControls hide={hide} />
      </Pancake>
    );
    const { rerender } = render(page(['step']));
    expect(buttons('Pause').map((button) => button.closest('figure')!.dataset['pancake'])).toEqual([
      'TrainerControls',
    ]);
    rerender(page(['play']));
    expect(buttons('Pause').map((button) => button.closest('figure')!.dataset['pancake'])).toEqual([
      'LossChart',
    ]);
  });

  it('take it away once the run is over', () => {
    render(
      <Pancake {...run} stopWhen={{ epoch: 2 }} speed={Infinity}>
        <LossChart />
      </Pancake>,
    );
    second();
    expect(buttons('Pause')).toEqual([]);
    expect(buttons('Play')).toEqual([]);
  });

  it('say it in the language around', () => {
    render(
      <PancakeLanguage language={de}>
        <Pancake {...run}>
          <LossChart />
        </Pancake>
      </PancakeLanguage>,
    );
    expect(buttons((de.words['TrainerControls'] as { pause: string }).pause)).toHaveLength(1);
  });

  it('have it in a heading if there is one, else above what a figure shows', () => {
    const bare = <TrainerControls hide={['play']} />;
    const { rerender } = render(
      <Pancake {...run}>
        {bare}
        <LossChart />
      </Pancake>,
    );
    expect(buttons('Pause')[0]!.closest('.pancake-heading')).not.toBeNull();
    rerender(<Pancake {...run}>{bare}</Pancake>);
    const button = buttons('Pause')[0]!.getBoundingClientRect();
    expect(button.width).toBeGreaterThanOrEqual(24);
    const below = screen.getByRole('button', { name: 'Reset' }).getBoundingClientRect();
    expect(button.bottom).toBeLessThanOrEqual(below.top);
    expect(button.right).toBeGreaterThan(below.right);
  });
});

it('a run that waits for its reader brings no button', () => {
  render(
    <Pancake {...smallRun}>
      <LossChart />
    </Pancake>,
  );
  expect(buttons('Play')).toEqual([]);
});

it('compared runs that begin by themselves keep a button to pause, without the others', async () => {
  render(
    <Compare
      controls={false}
      runs={[
        { name: 'slow', learningRate: 0.1 },
        { name: 'quick', learningRate: 0.5 },
      ]}
      options={run}
    />,
  );
  second();
  expect(buttons('Step')).toEqual([]);
  expect(buttons('Pause')).toHaveLength(1);
  await userEvent.click(buttons('Pause')[0]!);
  const before = epochs();
  second();
  expect(epochs()).toEqual(before);
});
