// What a figure shows under a resting mouse goes at Escape: the mouse and the focus stay where they are (WCAG 1.4.13).
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/theme/style.css';
import { DecisionBoundary, LossChart, LossLandscape } from '../../src';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { trained } from '../support/main-figures';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const figures = {
  DecisionBoundary: {
    figure: <DecisionBoundary trainer={trained(5)} />,
    over: '.pancake-plane svg',
    shown: '.pancake-probe-reading',
  },
  LossChart: {
    figure: <LossChart trainer={trained(5)} />,
    over: '.pancake-loss-reader',
    shown: '.pancake-loss-reading',
  },
  LossLandscape: {
    figure: <LossLandscape trainer={trained(5)} grid={12} />,
    over: '.pancake-landscape-map',
    shown: '.pancake-probe-reading',
  },
};

it.each(Object.entries(figures))('%s', async (_, { figure, over, shown }) => {
  const { container } = render(<div style={{ maxWidth: 400 }}>{figure}</div>);
  act(() => frames.run(0.5));
  await userEvent.hover(container.querySelector(over)!);
  expect(document.activeElement).toBe(document.body);
  expect(container.querySelector(shown)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(container.querySelector(shown)).toBeNull();
  // Whoever moves the mouse on reads on.
  await userEvent.hover(container.querySelector(over)!, { position: { x: 20, y: 20 } });
  expect(container.querySelector(shown)).toBeVisible();
});
