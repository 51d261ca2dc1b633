// The decision boundary of very many points: a canvas instead of elements, and all else as ever.
import { act, render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DecisionBoundary, Pancake } from '../../src';
import { createTrainer, type Trainer } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { resolveColor } from '../../src/theme';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { colors } from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

function show(points: number) {
  const trainer = createTrainer({ data: 'gauss', points, noise: 0.3, testRatio: 0, seed: 2 });
  const view = render(
    <div style={{ width: 400 }}>
      <DecisionBoundary trainer={trainer} />
    </div>,
  );
  const root = view.container.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
  return { trainer, root };
}

const cloudOf = (root: HTMLElement) => root.querySelector<HTMLCanvasElement>('.pancake-cloud')!;

/** How many pixels of the cloud have the colour of each class, and how many any at all. */
function pixelsOf(root: HTMLElement) {
  const canvas = cloudOf(root);
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const classes = colors.classes.slice(0, 2).map((color) => resolveColor(color));
  const counts = [0, 0];
  let painted = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 250) continue;
    painted++;
    classes.forEach((color, k) => {
      if (color.every((value, c) => Math.abs(data[i + c]! - value) < 40)) counts[k]!++;
    });
  }
  return { counts, painted };
}

/** Whether the cloud is painted where a point of the data is. */
function isPainted(root: HTMLElement, { data }: Trainer, row: number): boolean {
  const canvas = cloudOf(root);
  const { x, y } = data.domain;
  const share = [
    (data.x.data[2 * row]! - x[0]) / (x[1] - x[0]),
    (y[1] - data.x.data[2 * row + 1]!) / (y[1] - y[0]),
  ] as const;
  const [left, top] = [share[0] * canvas.width, share[1] * canvas.height].map(Math.floor);
  return canvas.getContext('2d')!.getImageData(left!, top!, 1, 1).data[3]! > 0;
}

describe('very many points', () => {
  it('are no elements, but all painted, in the colours of their classes', () => {
    const { trainer, root } = show(3000);
    expect(root.querySelectorAll('.pancake-marks path')).toHaveLength(0);
    for (let row = 0; row < 3000; row++) expect(isPainted(root, trainer, row)).toBe(true);
    const { counts } = pixelsOf(root);
    expect(Math.min(...counts)).toBeGreaterThan(100);
  });

  it('come in parts, and the picture before stays until all are there', () => {
    frames.costOfLooking = 10;
    const { trainer, root } = show(30_000);
    expect(pixelsOf(root).painted).toBe(0);
    // No more than a thousand in a frame that takes long.
    for (let i = 0; i < 29; i++) act(() => frames.tick());
    expect(pixelsOf(root).painted).toBe(0);
    for (let i = 0; i < 5 && frames.pending > 0; i++) act(() => frames.tick());
    for (let row = 0; row < 30_000; row += 97) expect(isPainted(root, trainer, row)).toBe(true);
  });

  it('leave nothing waiting when the figure goes', () => {
    frames.costOfLooking = 10;
    const trainer = createTrainer({ data: 'gauss', points: 30_000 });
    const { unmount } = render(<DecisionBoundary trainer={trainer} />);
    expect(frames.pending).toBeGreaterThan(0);
    unmount();
    expect(frames.pending).toBe(0);
  });

  it('are a light poster on a server', () => {
    const html = renderToString(
      <Pancake data="gauss" points={20_000} posterEpoch={0}>
        <DecisionBoundary />
      </Pancake>,
    );
    const marks = [...html.matchAll(/data-marks="(\d+)"/g)].map(([, count]) => Number(count));
    const drawn = marks.reduce((sum, count) => sum + count, 0);
    expect(drawn).toBeGreaterThan(1000);
    expect(drawn).toBeLessThanOrEqual(2001);
    expect(html.length).toBeLessThan(500_000);
  });

  it('are a share of them in a layer’s space, which says so', async () => {
    const trainer = createTrainer({ data: 'circles', points: 6000, testRatio: 0 });
    const { container, findByText } = render(<DecisionBoundary trainer={trainer} space={1} />);
    await findByText(/1.500 of the 6.000 points are drawn\.$/);
    await expect
      .poll(() => container.querySelectorAll('.pancake-space .pancake-marks path').length)
      .toBe(1500);
  });

  it('are in the marks again where they are few', () => {
    const { root } = show(200);
    expect(cloudOf(root)).toBe(null);
    expect(root.querySelectorAll('.pancake-marks path')).toHaveLength(200);
  });
});
