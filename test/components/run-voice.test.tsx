// What is said of a run to those who listen: how it goes, at a readable pace, by one figure of the run.
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Compare,
  DecisionBoundary,
  LossChart,
  OptimizerRace,
  Pancake,
  TrainerControls,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src';
import { trendOf } from '../../src/components/figure/run-summary';
import { de } from '../../src/locales/de';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
let logs: MutationObserver[] = [];
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => {
  for (const log of logs) log.disconnect();
  logs = [];
  restore();
});

const moons = { data: 'moons', points: 100, model: [2, 4, 1], seed: 7, speed: 8 } as const;
const made = (options: TrainerOptions = {}) => createTrainer({ ...moons, ...options });

/** All that a screen reader is given by the live regions about the run, in order. */
function said(): string[] {
  const regions = [...document.querySelectorAll('.pancake-hidden[aria-live="polite"]')];
  return regions.flatMap(({ textContent }) => (textContent ? [textContent] : []));
}

/** Notes each new sentence with the page's time. */
function listen(): { time: number; text: string }[] {
  const heard: { time: number; text: string }[] = [];
  const log = new MutationObserver(() => {});
  log.observe(document.body, { childList: true, subtree: true, characterData: true });
  logs.push(log);
  const note = () => {
    if (log.takeRecords().length === 0) return;
    for (const text of said()) {
      if (heard.at(-1)?.text !== text) heard.push({ time: frames.time / 1000, text });
    }
  };
  const tick = frames.tick.bind(frames);
  frames.tick = (elapsed) => {
    tick(elapsed);
    act(() => {});
    note();
  };
  return heard;
}

/** Plays a run for so many seconds of the page. */
function play(trainer: Trainer, seconds: number): void {
  act(() => trainer.play());
  for (let i = 0; i < 60 * seconds; i++) act(() => frames.tick());
}

const numbersOf = (trainer: Trainer) => {
  const { epoch, loss } = trainer.now;
  return `Epoch ${epoch}, loss ${loss.toFixed(3)}`;
};

describe('while a run plays', () => {
  it('it is summarised with its own numbers, every five seconds of the page', () => {
    const trainer = made();
    render(<TrainerControls trainer={trainer} />);
    const region = screen.getByRole('status');
    expect(region).toHaveTextContent('');
    const heard = listen();
    act(() => trainer.play());
    for (let i = 0; i < 60 * 21; i++) {
      const before = said()[0];
      act(() => frames.tick());
      if (said()[0] !== before && /^Epoch/.test(said()[0] ?? '')) {
        expect(said()).toEqual([
          `${numbersOf(trainer)}, falling, ${trainer.countWrong()} of 80 wrong.`,
        ]);
      }
    }
    expect(screen.getByRole('status')).toBe(region);
    const summaries = heard.filter(({ text }) => text.startsWith('Epoch'));
    expect(summaries.length).toBe(4);
    const times = summaries.map(({ time }) => time);
    times.slice(1).forEach((time, i) => expect(time - times[i]!).toBeGreaterThanOrEqual(5));
  });

  it('nothing is said again that is the same but for the epoch', () => {
    // No learning: every epoch says the same.
    const trainer = made({ learningRate: 1e-12 });
    render(<TrainerControls trainer={trainer} />);
    const heard = listen();
    play(trainer, 16);
    const summaries = heard.filter(({ text }) => text.startsWith('Epoch'));
    expect(summaries).toHaveLength(1);
    expect(summaries[0]!.text).toContain(', flat, ');
  });

  it('of a regression the error is said, the root of its mean square', () => {
    const trainer = made({ data: 'bumps' });
    render(<TrainerControls trainer={trainer} />);
    act(() => trainer.play());
    let wanted = '';
    for (let i = 0; i < 60 * 6 && !wanted; i++) {
      act(() => frames.tick());
      if (!/^Epoch/.test(said()[0] ?? '')) continue;
      const predicted = trainer.predict(trainer.data.x).data;
      const squares = [...trainer.data.y.data].map((y, k) => (y - predicted[k]!) ** 2);
      const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
      wanted = `${numbersOf(trainer)}, falling, typical error ${Math.sqrt(mean).toFixed(3)}.`;
    }
    expect(said()).toEqual([wanted]);
  });

  it('React renders only for what is said', () => {
    const trainer = made();
    const onChange = vi.fn();
    render(<TrainerControls trainer={trainer} show={['play']} />);
    const log = new MutationObserver(onChange);
    log.observe(screen.getByRole('status'), { childList: true, subtree: true });
    act(() => trainer.play());
    log.takeRecords();
    for (let i = 0; i < 60 * 4; i++) act(() => frames.tick());
    expect(log.takeRecords()).toEqual([]);
    log.disconnect();
  });

  it('pauses and hidden pages are silent, and do not count', () => {
    const trainer = made();
    render(<TrainerControls trainer={trainer} />);
    play(trainer, 4);
    act(() => trainer.pause());
    const paused = said();
    expect(paused[0]).toMatch(/^Paused at epoch \d+/);
    act(() => frames.run(20));
    expect(said()).toEqual(paused);

    act(() => trainer.play());
    const started = said();
    expect(started[0]).toMatch(/^Training from epoch/);
    frames.isHidden = true;
    for (let i = 0; i < 60 * 20; i++) act(() => frames.tick());
    expect(said()).toEqual(started);
  });

  it('how often is the author’s to say, or never', () => {
    const trainer = made();
    const { rerender } = render(<TrainerControls trainer={trainer} spoken={2} />);
    const heard = listen();
    play(trainer, 7);
    expect(heard.filter(({ text }) => text.startsWith('Epoch'))).toHaveLength(3);
    rerender(<TrainerControls trainer={trainer} spoken={false} />);
    const before = said();
    play(trainer, 7);
    expect(said()).toEqual(before);
    act(() => trainer.pause());
    expect(said()[0]).toMatch(/^Paused/);
  });

  it('it is said in the language of the page', () => {
    const trainer = made();
    render(
      <Pancake language={de}>
        <TrainerControls trainer={trainer} />
      </Pancake>,
    );
    play(trainer, 6);
    expect(said()[0]).toMatch(/^Epoche \d+, Verlust 0,\d{3}, fällt, \d+ von 80 falsch\.$/);
  });
});

describe('of several figures of a run', () => {
  const starts = (trainer: Trainer) => {
    play(trainer, 6);
    return said();
  };

  it('the controls speak', () => {
    const trainer = made();
    render(
      <>
        <LossChart trainer={trainer} />
        <DecisionBoundary trainer={trainer} />
        <TrainerControls
          trainer={trainer}
          labels={{ summary: ({ epoch }) => `controls, ${epoch}` }}
        />
      </>,
    );
    expect(starts(trainer)).toEqual([expect.stringMatching(/^controls, \d+$/)]);
  });

  it('one of two controls speaks, and the other when that is gone', () => {
    const trainer = made();
    const page = (both: boolean) => (
      <>
        {both && <TrainerControls trainer={trainer} />}
        <TrainerControls trainer={trainer} />
      </>
    );
    const { rerender } = render(page(true));
    expect(starts(trainer)).toHaveLength(1);
    rerender(page(false));
    // What was said already is not said again.
    expect(said()).toEqual([]);
    play(trainer, 6);
    expect(said()).toHaveLength(1);
  });

  it('without controls, the first figure does, of what happens while it plays', () => {
    const trainer = made();
    render(
      <>
        <DecisionBoundary trainer={trainer} />
        <LossChart trainer={trainer} />
      </>,
    );
    act(() => trainer.step());
    expect(said()).toEqual([]);
    expect(starts(trainer)).toEqual([expect.stringMatching(/^Epoch \d+, loss/)]);
    const region = document.querySelector('.pancake-hidden[aria-live="polite"]')!;
    expect(region.closest('[data-pancake]')).toHaveAttribute('data-pancake', 'DecisionBoundary');
    act(() => trainer.pause());
    expect(said()).toEqual([expect.stringMatching(/^Paused at epoch/)]);
  });

  it('in a <Pancake> that is not to speak, none does', () => {
    const trainer = made();
    render(
      <Pancake spoken={false}>
        <DecisionBoundary trainer={trainer} />
      </Pancake>,
    );
    expect(starts(trainer)).toEqual([]);
  });

  it('in a comparison of runs, one sentence tells of all, now and then and at the end', () => {
    const { container } = render(
      <Compare
        options={{ data: 'moons', points: 20 }}
        runs={[
          { name: 'a', model: [2, 1] },
          { name: 'b', model: [2, 2, 1] },
        ]}
      />,
    );
    const figure = container.querySelector<HTMLElement>('[data-pancake="Compare"]')!;
    const ranked = () => {
      const [a, b] = figure.dataset['loss']!.split(' ').map((loss) => Number(loss).toFixed(3));
      return [`a ${a}`, `b ${b}`];
    };
    expect(said()).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Play all' }).click());
    act(() => frames.run(4));
    expect(said()).toEqual([]);
    act(() => frames.run(2));
    expect(said()).toEqual([expect.stringMatching(/^Epoch \d+\. Loss, from the lowest: [ab] /)]);
    act(() => screen.getByRole('button', { name: 'Pause' }).click());
    act(() => frames.run(1));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain(`Epoch ${figure.dataset['epoch']}. `);
    for (const run of ranked()) expect(said()[0]).toContain(run);
    act(() => frames.run(10));
    expect(said()).toHaveLength(1);
  });

  it('of a comparison it is said where a step or a new start has brought the runs', () => {
    render(
      <Compare options={{ data: 'moons', points: 20 }} runs={[{ name: 'a', model: [2, 1] }]} />,
    );
    expect(said()).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Step' }).click());
    expect(said()).toEqual([expect.stringMatching(/^Epoch 1\. Loss, from the lowest: a /)]);
    act(() => screen.getByRole('button', { name: 'Reset' }).click());
    expect(said()).toEqual([expect.stringMatching(/^Epoch 0\. /)]);
  });

  it('a comparison or a race that is not to speak does not, also where it rests', () => {
    render(
      <Pancake spoken={false}>
        <Compare options={{ data: 'moons', points: 20 }} runs={[{ name: 'a', model: [2, 1] }]} />
        <OptimizerRace steps={20} />
      </Pancake>,
    );
    act(() => screen.getByRole('button', { name: 'Play all' }).click());
    act(() => screen.getByRole('button', { name: 'Play' }).click());
    act(() => frames.run(6));
    expect(said()).toEqual([]);
    for (const button of screen.getAllByRole('button', { name: /^(Pause|Step|Reset)$/ })) {
      act(() => button.click());
      act(() => frames.run(1));
    }
    expect(said()).toEqual([]);
  });
});

describe('of several runs on a page', () => {
  it('each is said by its number, in the order of the page; one alone has none', () => {
    const [first, second] = [made(), made({ seed: 8 })];
    const page = (both: boolean) => (
      <>
        {both && <TrainerControls key="first" trainer={first} />}
        <LossChart key="chart" trainer={second} />
      </>
    );
    const { rerender } = render(page(true));
    play(second, 6);
    expect(said()).toEqual([expect.stringMatching(/^Run 2: Epoch \d+, loss/)]);
    play(first, 6);
    expect(said()[0]).toMatch(/^Run 1: Epoch \d+, loss/);
    act(() => first.pause());
    expect(said()[0]).toMatch(/^Run 1: Paused at epoch/);
    rerender(page(false));
    play(second, 6);
    expect(said()).toEqual([expect.stringMatching(/^Epoch \d+, loss/)]);
  });

  it('one whose root the page has removed, and not unmounted, does not count', () => {
    const [first, second] = [made(), made({ seed: 8 })];
    const { container } = render(<TrainerControls trainer={first} />);
    render(<TrainerControls trainer={second} />);
    container.remove();
    play(second, 6);
    expect(said()).toEqual([expect.stringMatching(/^Epoch \d+, loss/)]);
  });

  it('a race that is not to speak is not counted', () => {
    render(
      <>
        <Pancake spoken={false}>
          <OptimizerRace steps={20} />
        </Pancake>
        <OptimizerRace steps={20} />
      </>,
    );
    act(() => screen.getAllByRole('button', { name: 'Step' })[1]!.click());
    expect(said()).toEqual([expect.stringMatching(/^Ravine, step 1 of 20/)]);
  });

  it('a name that the page gives is said, in the language of the run', () => {
    const [first, second, third] = [made(), made(), made()];
    render(
      <>
        <Pancake runName="With ReLU">
          <TrainerControls trainer={first} />
        </Pancake>
        <Pancake language={de} runName="Mit Tanh">
          <TrainerControls trainer={second} />
        </Pancake>
        <Pancake language={de}>
          <TrainerControls trainer={third} />
        </Pancake>
      </>,
    );
    for (const trainer of [first, second, third]) play(trainer, 6);
    expect(said()).toEqual([
      expect.stringMatching(/^With ReLU: Epoch \d+, loss/),
      expect.stringMatching(/^Mit Tanh: Epoche \d+, Verlust/),
      expect.stringMatching(/^Lauf 3: Epoche \d+, Verlust/),
    ]);
  });

  it('races say which they are, and leave a run alone as it is', () => {
    const trainer = made();
    const page = (both: boolean) => (
      <>
        <TrainerControls trainer={trainer} />
        <OptimizerRace steps={20} />
        {both && <OptimizerRace steps={20} defaultSurface="saddle" />}
      </>
    );
    const ends = () =>
      screen.getAllByRole('status').flatMap(({ textContent }) => {
        return textContent.includes('minimum') ? [textContent] : [];
      });
    const { rerender } = render(page(false));
    act(() => screen.getAllByRole('button', { name: 'Play' })[1]!.click());
    act(() => frames.run(2));
    expect(ends()).toEqual([expect.stringMatching(/^After 20 steps /)]);
    rerender(page(true));
    act(() => screen.getByRole('button', { name: 'Replay' }).click());
    act(() => screen.getAllByRole('button', { name: 'Play' })[1]!.click());
    act(() => frames.run(2));
    expect(ends()).toEqual([
      expect.stringMatching(/^Race 1, Ravine: After 20 steps /),
      expect.stringMatching(/^Race 2, Saddle: After 20 steps /),
    ]);
    play(trainer, 6);
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(/^Epoch \d+, loss/);
  });

  it('a race is told every five seconds, and where it rests', () => {
    const { container } = render(<OptimizerRace steps={300} defaultSpeed={15} />);
    const root = container.querySelector<HTMLElement>('[data-pancake="OptimizerRace"]')!;
    const sentence = () => screen.getByRole('status').textContent;
    // Between two frames in which listeners are told, a race goes on by some steps.
    const checkSentence = (most: number) => {
      const [, step] = /^Ravine, step (\d+) of 300: \w+ is nearest to/.exec(sentence())!;
      expect(Number(root.dataset['step']) - Number(step)).toBeLessThanOrEqual(most);
    };
    expect(sentence()).toBe('');
    act(() => screen.getByRole('button', { name: 'Play' }).click());
    const heard: number[] = [];
    let before = '';
    for (let i = 0; i < 60 * 16; i++) {
      act(() => frames.tick());
      if (sentence() === before) continue;
      before = sentence();
      checkSentence(2);
      heard.push(frames.time / 1000);
    }
    expect(heard).toHaveLength(3);
    heard.slice(1).forEach((time, i) => expect(time - heard[i]!).toBeGreaterThanOrEqual(5));
    act(() => screen.getByRole('button', { name: 'Pause' }).click());
    checkSentence(0);
    act(() => screen.getByRole('button', { name: 'Step' }).click());
    checkSentence(0);
  });

  it('controls inside a comparison say the names of its runs', () => {
    render(
      <Compare
        options={{ data: 'moons', points: 20 }}
        runs={[
          { name: 'a', model: [2, 1] },
          { name: 'b', model: [2, 2, 1] },
        ]}
      >
        {(trainer) => <TrainerControls trainer={trainer} show={['play']} />}
      </Compare>,
    );
    act(() => screen.getByRole('button', { name: 'Play all' }).click());
    act(() => screen.getAllByRole('button', { name: 'Pause' })[0]!.click());
    const statuses = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(statuses).toContainEqual(expect.stringMatching(/^a: Paused at epoch/));
    expect(statuses).toContainEqual(expect.stringMatching(/^b: Paused at epoch/));
  });
});

describe('the trend', () => {
  it.each([
    [0.5, 0.4, 'falling'],
    [0.5, 0.496, 'flat'],
    [0.5, 0.494, 'falling'],
    [0.5, 0.504, 'flat'],
    [0.5, 0.51, 'rising'],
    [0.5, 1.1, 'diverging'],
    // Twice as large, but no worse than before training.
    [0.1, 0.3, 'rising'],
    [0, 0, 'flat'],
  ])('from %f to %f is %s', (before, loss, trend) => {
    expect(trendOf(before, loss, 0.7)).toBe(trend);
  });

  it('a pace that nobody can follow is refused', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    render(<TrainerControls trainer={made()} spoken={0.1} />);
    expect(document.body).toHaveTextContent(/spoken is 0.1; it must be .* at least 1, or false/);
    vi.mocked(console.error).mockRestore();
  });
});
