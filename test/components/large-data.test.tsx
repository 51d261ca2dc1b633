// A run of very many points is made in tasks of its own: the page answers in between.
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DecisionBoundary, LossChart, Pancake, createTrainer } from 'react-pancake';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
let page: HTMLElement;
let root: Root;
const home = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
const before = home.IS_REACT_ACT_ENVIRONMENT;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  // As on a page of its own: React goes on when it is its turn.
  home.IS_REACT_ACT_ENVIRONMENT = false;
  page = document.body.appendChild(document.createElement('main'));
  root = createRoot(page);
});
afterEach(() => {
  flushSync(() => root.unmount());
  home.IS_REACT_ACT_ENVIRONMENT = before;
  page.remove();
  restore();
});

const options = { data: 'moons', points: 30_000, seed: 7 } as const;
const mount = (points = options.points as number, seed = 7) =>
  flushSync(() =>
    root.render(
      <Pancake {...options} {...{ points, seed }}>
        <DecisionBoundary />
        <LossChart />
      </Pancake>,
    ),
  );
const figures = () => [...page.querySelectorAll<HTMLElement>('[data-pancake]')];
const awaited = () => figures().filter(({ dataset }) => 'far' in dataset).length;
const task = () => new Promise((resolve) => setTimeout(resolve));

describe('very many points', () => {
  it('are made while the page goes on, and figures come with them', async () => {
    mount();
    expect(awaited()).toBe(2);
    let tasks = 0;
    for (; awaited() > 0; tasks++) await task();
    // The points, their parts, the run, and each figure.
    expect(tasks).toBeGreaterThanOrEqual(4);
    const { loss } = createTrainer(options).now;
    expect(figures().map(({ dataset }) => dataset['loss'])).toEqual([String(loss), String(loss)]);
  });

  it('do not hold up a figure of few points beside them', async () => {
    flushSync(() =>
      root.render(
        <>
          <Pancake {...options}>
            <LossChart />
          </Pancake>
          <Pancake data="moons" points={40}>
            <LossChart />
          </Pancake>
        </>,
      ),
    );
    const isFar = () => figures().map(({ dataset }) => 'far' in dataset);
    while (awaited() === 2) await task();
    expect(isFar()).toEqual([true, false]);
    while (awaited() > 0) await task();
  });

  it('are of the options of now, if those changed meanwhile', async () => {
    mount();
    await task();
    mount(options.points + 5, 8);
    while (awaited() > 0) await task();
    const { loss } = createTrainer({ ...options, points: options.points + 5, seed: 8 }).now;
    expect(figures()[0]!.dataset['loss']).toBe(String(loss));
  });

  it('are there at once for whoever cannot wait: print', async () => {
    mount();
    await task();
    dispatchEvent(new Event('beforeprint'));
    expect(awaited()).toBe(0);
    await task();
    await task();
    expect(figures()[0]!.dataset['loss']).toBe(String(createTrainer(options).now.loss));
  });

  it('leave nothing behind when the page is gone before they are made', async () => {
    mount();
    await task();
    flushSync(() => root.render(null));
    for (let i = 0; i < 6; i++) await task();
    expect(frames.pending).toBe(0);
  });

  it('that make no sense are told by the figures', async () => {
    expectConsole('error', 'moons got n = 2000000');
    mount(2_000_000);
    while (awaited() > 0) await task();
    expect(page.textContent).toContain('from 1 to 1000000');
  });
});

it('few points are there with their figure', async () => {
  mount(200);
  while (awaited() === 2) await task();
  expect(figures()[0]!.dataset['loss']).toBe(
    String(createTrainer({ ...options, points: 200 }).now.loss),
  );
});
