// Hydration: the browser takes over what the server sent, without a word and without a jump.
import { act } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { serverCases } from '../support/server-cases';

let frames: FakeFrames;
let restore: () => void;
let page: HTMLElement;
let root: Root | undefined;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  page = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  page.remove();
  restore();
});

const figures = () => [...page.querySelectorAll<HTMLElement>('[data-pancake]')];
const stands = (all: HTMLElement[]) =>
  all.map(({ dataset: { pancake, epoch, loss } }) => ({ pancake, epoch, loss }));
const heights = () =>
  figures().map((figure) => [figure.dataset['pancake'], figure.getBoundingClientRect().height]);

describe.each([680, 343])('in a column of %i pixels', (width) => {
  it.each(Object.keys(serverCases))('%s', (name) => {
    page.style.width = `${width}px`;
    const tree = () => <StrictMode>{serverCases[name]!.page}</StrictMode>;
    page.innerHTML = renderToString(tree());
    const sent = figures();
    // What is no island, or holds others, is taken over with the page; the others come one after another.
    const withPage = sent.filter(
      (figure) => !figure.closest('[data-island]') || figure.querySelector('[data-island]'),
    );
    const before = heights();
    const stood = stands(sent);
    expect(before.length).toBeGreaterThan(0);
    for (const [, height] of before) expect(height).toBeGreaterThan(20);

    const complaints: unknown[] = [];
    act(() => {
      root = hydrateRoot(page, tree(), {
        onRecoverableError: (error) => complaints.push(error),
        onUncaughtError: (error) => complaints.push(error),
      });
    });
    expect(complaints).toEqual([]);
    // Not thrown away and made anew.
    expect(withPage.filter((figure) => !figure.isConnected)).toEqual([]);
    expect(stands(figures())).toEqual(stood);
    expect(heights()).toEqual(before);
    act(() => frames.run(0.1));
    expect(heights()).toEqual(before);
  });
});

it('with autoplay, training begins after hydration', () => {
  const tree = () => <StrictMode>{serverCases['Pancake around an article']!.page}</StrictMode>;
  page.innerHTML = renderToString(tree());
  expect(figures().map((figure) => figure.dataset['status'])).not.toContain('running');
  act(() => {
    root = hydrateRoot(page, tree());
  });
  for (let frame = 0; frame < 60; frame++) act(() => frames.tick());
  const chart = page.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
  expect(chart.dataset['status']).toBe('running');
  expect(Number(chart.dataset['epoch'])).toBeGreaterThan(25);
  expect(chart.querySelector('[data-part="train"]')!.getAttribute('data-points')).toBe(
    String(Number(chart.dataset['epoch']) + 1),
  );
});
