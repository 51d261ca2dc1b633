// What can be heard: the frequencies that are scheduled are those of the run's numbers, and only on a click.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Sonification, createTrainer, type SonificationProps } from '../../src';
import {
  lossPitch,
  lossScaleOf,
  probabilityPitch,
} from '../../src/components/sonification/mapping';
import '../../src/theme/style.css';
import { FakeAudioContext } from '../support/fake-audio';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  FakeAudioContext.made = [];
  vi.stubGlobal('AudioContext', FakeAudioContext);
});
afterEach(() => {
  vi.unstubAllGlobals();
  restore();
});

function show(epochs = 30, props: Partial<SonificationProps> = {}, data = 'moons') {
  const trainer = createTrainer({ data: data as 'moons', points: 60, model: [2, 6, 1], seed: 7 });
  if (epochs > 0) trainer.step('epoch', epochs);
  const { container, unmount } = render(<Sonification trainer={trainer} {...props} />);
  const root = container.querySelector<HTMLElement>('[data-pancake="Sonification"]')!;
  return { trainer, root, unmount };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => act(async () => button(name).click());
const context = () => FakeAudioContext.made[0]!;
const tones = () => context().oscillators.filter(({ type }) => type === 'triangle');
const clicks = () => context().oscillators.filter(({ type }) => type === 'square');
const kinds = (kind: string) =>
  tones()
    .at(-1)!
    .frequency.scheduled.filter((one) => one.kind === kind);

describe('the loss', () => {
  it('makes no sound by itself', () => {
    const { trainer } = show();
    act(() => trainer.play());
    act(() => frames.run(1));
    expect(FakeAudioContext.made).toEqual([]);
  });

  it('is followed while the run plays, at the pitch of each frame', async () => {
    const { trainer, root } = show();
    await press('Hear the loss while it trains');
    expect(button('Hear the loss while it trains')).toHaveAttribute('aria-pressed', 'true');
    act(() => frames.tick());
    // The run rests: nothing is heard.
    expect(tones()).toEqual([]);

    act(() => trainer.play());
    for (let i = 0; i < 30; i++) {
      act(() => frames.tick());
      const scale = lossScaleOf(trainer.curves.curve('loss'), trainer.now.loss);
      if (i > 0) expect(kinds('target').at(-1)!.value).toBe(lossPitch(trainer.now.loss, scale));
    }
    const scale = root.querySelector<HTMLElement>('[data-part="loss"] [data-low]')!;
    expect(Number(scale.dataset['high'])).toBe(2 * trainer.history[0]!.loss);
    expect(tones()).toHaveLength(1);

    // Without more frames the tone ends by itself.
    const level = context().gains[1]!.gain.scheduled.at(-1)!;
    expect(level).toEqual({ kind: 'target', value: 0, time: 0.25 });
    act(() => trainer.pause());
    const count = kinds('target').length;
    act(() => frames.run(1));
    expect(kinds('target')).toHaveLength(count);
  });

  it('so far is played in four seconds, each epoch at its pitch', async () => {
    const { trainer, root } = show(40);
    await press('Play the loss so far');
    const scale = lossScaleOf(trainer.curves.curve('loss'), trainer.now.loss);
    const { scheduled } = tones()[0]!.frequency;
    expect(scheduled.map(({ value }) => value)).toEqual(
      trainer.history.map(({ loss }) => lossPitch(loss, scale)),
    );
    expect(scheduled.at(-1)!.time).toBeCloseTo(4, 9);
    expect(tones()[0]!.stopped).toBe(4);
    expect(root).toHaveAttribute('data-playing', 'sweep');
    expect(root).toHaveTextContent(/The lower the loss, the lower the pitch: 110 Hz at .*, 880 Hz/);
    act(() => tones()[0]!.onended!());
    expect(root).toHaveAttribute('data-playing', 'none');
    expect(button('Play the loss so far')).toBeVisible();
  });

  it('is not there before the first epoch, which is said', () => {
    show(0);
    expect(button('Play the loss so far')).toBeDisabled();
    expect(button('Play the loss so far')).toHaveAccessibleDescription('Nothing is trained yet.');
  });
});

describe('the boundary', () => {
  it('is scanned from left to right, with a click at each crossing', async () => {
    const { trainer, root } = show(100);
    await press('Play the row');
    const scheduled = tones()[0]!.frequency.scheduled;
    const { x, y } = trainer.data.domain;
    const middle = (y[0] + y[1]) / 2;
    const last = scheduled.length - 1;
    scheduled.forEach(({ value, time }, i) => {
      const at = x[0] + (i / last) * (x[1] - x[0]);
      expect(value).toBeCloseTo(probabilityPitch(trainer.predict([[at, middle]]).data[0]!), 6);
      expect(time).toBeCloseTo((3 * i) / last, 9);
    });
    expect(context().panners[0]!.pan.scheduled).toEqual([
      { kind: 'set', value: -1, time: 0 },
      { kind: 'ramp', value: 1, time: 3 },
    ]);
    const said = root.querySelector<HTMLElement>('[data-crossings]')!;
    const crossings = said.dataset['crossings']!.split(' ').map(Number);
    expect(clicks().map(({ started }) => started!)).toHaveLength(crossings.length);
    clicks().forEach(({ started }, i) =>
      expect(started).toBeCloseTo((3 * (crossings[i]! - x[0])) / (x[1] - x[0]), 9),
    );
    for (const crossing of crossings)
      expect(said).toHaveTextContent(crossing.toFixed(2).replace('-', '−'));
    expect(root.querySelectorAll('.pancake-sound-click')).toHaveLength(crossings.length);
  });

  it('is moved by arrow keys, a little and far, and said in words', async () => {
    const { trainer, root } = show(100);
    const slider = screen.getByRole('slider', { name: 'Row, y' });
    const [low, high] = trainer.data.domain.y;
    const at = () => Number(root.querySelector<HTMLElement>('[data-at]')!.dataset['at']);
    const share = () => (at() - low) / (high - low);
    act(() => slider.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(share()).toBeCloseTo(0.51, 9);
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(share()).toBeCloseTo(0.61, 9);
    await userEvent.keyboard('{PageDown}');
    expect(share()).toBeCloseTo(0.51, 9);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
    expect(share()).toBeCloseTo(0.31, 9);
    const said = slider.getAttribute('aria-valuetext')!;
    expect(said).toMatch(
      /^y −?\d\.\d\d: begins in class [01], .*probability of class 1 from 0\.\d\d to/,
    );
    expect(root).toHaveTextContent(said);
    expect(FakeAudioContext.made).toEqual([]);
  });

  it('can be scanned along a column, where it stands', async () => {
    const { trainer } = show(100);
    fireEvent.change(screen.getByRole('combobox', { name: 'Scan along' }), {
      target: { value: 'column' },
    });
    await press('Play the column');
    const { x, y } = trainer.data.domain;
    const first = tones()[0]!.frequency.scheduled[0]!.value;
    const bottom = trainer.predict([[(x[0] + x[1]) / 2, y[0]]]).data[0]!;
    expect(first).toBeCloseTo(probabilityPitch(bottom), 6);
    expect(context().panners[0]!.pan.scheduled).toEqual([{ kind: 'set', value: 0, time: 0 }]);
  });

  it('is not there for a regression, which is said', () => {
    const { root } = show(3, {}, 'bumps');
    expect(root).toHaveTextContent('it takes two inputs and two classes');
    expect(screen.queryByRole('button', { name: 'Play the row' })).toBeNull();
  });
});

describe('silence', () => {
  const isSilent = (root: HTMLElement) => {
    expect(root).toHaveAttribute('data-playing', 'none');
    expect(tones()[0]!.stopped).toBeLessThan(0.2);
  };

  it('comes with Escape, wherever the focus is', async () => {
    const { root } = show();
    await press('Play the loss so far');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    isSilent(root);
  });

  it('comes with the button, and with another sound', async () => {
    const { root } = show();
    await press('Play the loss so far');
    await press('Play the row');
    expect(tones()[0]!.stopped).toBeLessThan(0.2);
    expect(root).toHaveAttribute('data-playing', 'scan');
    await press('Stop');
    expect(root).toHaveAttribute('data-playing', 'none');
    expect(FakeAudioContext.made).toHaveLength(1);
  });

  it('comes when the page is hidden', async () => {
    const { root } = show();
    await press('Play the loss so far');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    fireEvent(document, new Event('visibilitychange'));
    isSilent(root);
    hidden.mockRestore();
  });

  it('comes with the end of the figure, which gives the context back', async () => {
    const { unmount } = show();
    await press('Play the loss so far');
    unmount();
    await act(async () => {});
    expect(tones()[0]!.stopped).toBeLessThan(0.2);
    expect(context().isClosed).toBe(true);
  });

  it('is quiet by default, as loud as the reader says', async () => {
    show();
    await press('Play the loss so far');
    const out = context().gains[0]!.gain.scheduled;
    expect(out.at(-1)!.value).toBeCloseTo(0.09, 12);
    const slider = screen.getByRole('slider', { name: 'Volume' });
    expect(slider).toHaveAttribute('aria-valuetext', '30 %');
    fireEvent.change(slider, { target: { value: '10' } });
    expect(out.at(-1)!.value).toBeCloseTo(0.01, 12);
  });

  it('is explained where there is no Web Audio, and where it is refused', async () => {
    const { root } = show();
    vi.stubGlobal('AudioContext', undefined);
    await press('Play the loss so far');
    expect(screen.getByRole('status')).toHaveTextContent('This browser cannot make sound');
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          throw new Error('no device');
        }
      },
    );
    await press('Play the row');
    expect(screen.getByRole('status')).toHaveTextContent('does not let this page make sound');
    expect(root).toHaveAttribute('data-playing', 'none');
    vi.stubGlobal('AudioContext', FakeAudioContext);
    await press('Play the row');
    expect(screen.getByRole('status')).toHaveTextContent('');
    expect(root).toHaveAttribute('data-playing', 'scan');
  });
});
