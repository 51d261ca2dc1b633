// What the live regions of the browser's accessibility tree say while runs play: which words, from where, how
// often. The page's clock is the test's.
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../src/theme/style.css';
import {
  Compare,
  DecisionBoundary,
  LossChart,
  OptimizerRace,
  Pancake,
  TrainerControls,
  createTrainer,
} from '../../src';
import { accessibilityTree, each, type Accessible } from '../support/accessibility-tree';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

/** What stands in a live region, as a screen reader has it. */
const textOf = (region: Accessible) =>
  [...each(region)].flatMap(({ role, name }) => (role === 'StaticText' ? [name] : [])).join('');

/** The outermost regions that tell of changes, with their words. */
function regionsOf({ states, children, ...node }: Accessible): { live: string; text: string }[] {
  const { live = 'off' } = states;
  if (live !== 'off') return [{ live, text: textOf({ ...node, states, children }) }];
  return children.flatMap(regionsOf);
}

const heardNow = async () => regionsOf(await accessibilityTree()).filter(({ text }) => text);

interface Heard {
  /** The page's time, in seconds, since the run began to play. */
  time: number;
  text: string;
}

/**
 * Lets the page's time pass, and reads the tree each time that a region of the page has other words.
 *
 * @returns what is said, one sentence after the other
 */
async function listen(seconds: number, check: () => void = () => {}): Promise<Heard[]> {
  const heard: Heard[] = [];
  const began = frames.time;
  const inPage = () =>
    [...document.querySelectorAll('[aria-live], [role="status"]')]
      .map(({ textContent }) => textContent)
      .join('\n');
  let before = inPage();
  for (let i = 0; i < 60 * seconds; i++) {
    act(() => frames.tick());
    if (inPage() === before) continue;
    before = inPage();
    const now = await heardNow();
    // Nobody interrupts, and never two at once.
    expect(now.map(({ live }) => live)).toEqual(['polite']);
    heard.push({ time: (frames.time - began) / 1000, text: now[0]!.text });
    check();
  }
  return heard;
}

function expectPace(heard: readonly Heard[], seconds: number): void {
  const times = [0, ...heard.map(({ time }) => time)];
  times.slice(1).forEach((time, i) => {
    expect(time - times[i]!).toBeGreaterThanOrEqual(seconds);
    expect(time - times[i]!).toBeLessThan(seconds + 0.1);
  });
}

const moons = { data: 'moons', points: 100, model: [2, 4, 1], seed: 7, speed: 8 } as const;
const press = (name: string, at = 0) =>
  act(() => screen.getAllByRole('button', { name })[at]!.click());
const show = (page: ReactElement) => {
  render(page);
  act(() => frames.tick());
};

describe('a run that plays', () => {
  it('is summed up every five seconds, by one polite region of all its figures', async () => {
    const trainer = createTrainer(moons);
    show(
      <>
        <DecisionBoundary trainer={trainer} />
        <LossChart trainer={trainer} />
        <TrainerControls trainer={trainer} />
      </>,
    );
    expect(await heardNow()).toEqual([]);
    press('Play');
    expect(await heardNow()).toEqual([
      { live: 'polite', text: expect.stringMatching(/^Training from epoch 0, loss 0\.\d{3}\.$/) },
    ]);

    const wanted: string[] = [];
    const heard = await listen(21, () => {
      const { epoch, loss } = trainer.now;
      wanted.push(
        `Epoch ${epoch}, loss ${loss.toFixed(3)}, falling, ${trainer.countWrong()} of 80 wrong.`,
      );
    });
    expect(heard.map(({ text }) => text)).toEqual(wanted);
    expect(heard).toHaveLength(4);
    expectPace(heard, 5);

    press('Pause');
    const { epoch, loss } = trainer.now;
    expect(await heardNow()).toEqual([
      { live: 'polite', text: `Paused at epoch ${epoch}, loss ${loss.toFixed(3)}.` },
    ]);
    expect(await listen(6)).toEqual([]);
  });

  it('is summed up as often as the page says', async () => {
    show(
      <Pancake {...moons} spoken={2}>
        <TrainerControls />
      </Pancake>,
    );
    press('Play');
    const heard = await listen(7);
    expect(heard).toHaveLength(3);
    expectPace(heard, 2);
  });

  it('says nothing where the page has it so', async () => {
    const trainer = createTrainer(moons);
    show(
      <Pancake spoken={false}>
        <LossChart trainer={trainer} />
        <Compare options={moons} runs={[{ name: 'a' }]}>
          {() => null}
        </Compare>
        <OptimizerRace steps={20} />
      </Pancake>,
    );
    act(() => trainer.play());
    press('Play all');
    press('Play');
    expect(await listen(6)).toEqual([]);
    expect(await heardNow()).toEqual([]);
  });
});

describe('several runs', () => {
  it('that are compared are told in one sentence, and at once where they rest', async () => {
    show(
      <Compare
        options={{ data: 'moons', points: 20 }}
        runs={[
          { name: 'small', model: [2, 1] },
          { name: 'large', model: [2, 8, 1] },
        ]}
      />,
    );
    const ranked = () => {
      const figure = document.querySelector<HTMLElement>('[data-pancake="Compare"]')!;
      const [small, large] = figure.dataset['loss']!.split(' ').map(Number) as [number, number];
      const told = [`small ${small.toFixed(3)}`, `large ${large.toFixed(3)}`];
      return { epoch: figure.dataset['epoch'], told: small <= large ? told : told.reverse() };
    };
    expect(await heardNow()).toEqual([]);
    press('Play all');
    expect(await heardNow()).toEqual([]);
    const heard = await listen(11);
    expect(heard).toHaveLength(2);
    expectPace(heard, 5);
    for (const { text } of heard) {
      expect(text).toMatch(/^Epoch \d+\. Loss, from the lowest: (small|large) 0\.\d{3}/);
    }
    press('Pause');
    const [now, ...others] = await heardNow();
    expect(others).toEqual([]);
    const { epoch, told } = ranked();
    expect(now!.text.startsWith(`Epoch ${epoch}. Loss, from the lowest: ${told[0]}`)).toBe(true);
    expect(now!.text).toContain(told[1]);
  });

  it('that race say which race they are, in the order of the page', async () => {
    show(
      <>
        <OptimizerRace steps={3000} defaultSpeed={60} />
        <OptimizerRace steps={3000} defaultSurface="saddle" />
      </>,
    );
    expect(await heardNow()).toEqual([]);
    press('Play');
    const heard = await listen(11);
    expect(heard).toHaveLength(2);
    expectPace(heard, 5);
    for (const { text } of heard) {
      expect(text).toMatch(/^Race 1, Ravine: Ravine, step \d+ of 3\s?000: \w+ is nearest/);
    }
    press('Pause');
    press('Step', 1);
    expect((await heardNow()).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Race 1, Ravine: Ravine, step \d+ of/),
      expect.stringMatching(/^Race 2, Saddle: Saddle, step 1 of/),
    ]);
  });
});
