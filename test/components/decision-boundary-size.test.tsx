// From 160 pixels to the whole screen.
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionBoundaryProps } from '../../src/components/decision-boundary';
import type { TrainerOptions } from '../../src/engine-entry';
import { roundBound, roundEnds } from '../../src/components/decision-boundary/round-scale';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { moons, show } from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

/** The boxes of all text that is seen, the hidden and the written-over apart. */
function textBoxes(root: HTMLElement) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const boxes: { text: string; box: DOMRect }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement!;
    if (
      !node.textContent?.trim() ||
      parent.closest('.pancake-hidden, .pancake-help, option, clipPath')
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // The lines of a font are higher than its letters.
      const inner = new DOMRect(box.x, box.y + box.height * 0.2, box.width, box.height * 0.6);
      if (box.width) boxes.push({ text: node.textContent, box: inner });
    }
  }
  return boxes;
}

function overlaps(root: HTMLElement): string[] {
  const boxes = textBoxes(root);
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart =
        a.box.right <= b.box.left ||
        b.box.right <= a.box.left ||
        a.box.bottom <= b.box.top ||
        b.box.bottom <= a.box.top;
      return apart ? [] : [`${a.text} / ${b.text}`];
    }),
  );
}

describe('at 160 pixels', () => {
  const everything: Partial<DecisionBoundaryProps> = {
    overlayControl: true,
    mistakes: true,
    readout: 'activations',
    spaceControl: true,
    fullscreen: true,
  };
  const blobs: TrainerOptions = { data: 'blobs', points: 60, model: [2, 4, 3] };
  it.each<[string, TrainerOptions, Partial<DecisionBoundaryProps>]>([
    ['the plain figure', moons, {}],
    ['values', { data: 'bumps', points: 60 }, {}],
    ['several classes', blobs, {}],
    ['everything at once', moons, everything],
    ['everything of several classes', blobs, everything],
    ['a neuron', moons, { neuron: { layer: 1, unit: 2 } }],
    ['a space', moons, { space: 1, spaceControl: true }],
    ['the uncertainty', moons, { overlay: 'uncertainty' }],
  ])('no text of %s lies on another, and nothing sticks out', (_, options, props) => {
    const { root } = show(frames, options, 10, props, 160);
    act(() => frames.tick());
    expect(overlaps(root)).toEqual([]);
    const { left, right } = root.getBoundingClientRect();
    for (const { text, box } of textBoxes(root)) {
      expect(box.left, text).toBeGreaterThanOrEqual(left - 1);
      expect(box.right, text).toBeLessThanOrEqual(right + 1);
    }
    expect(root.scrollWidth).toBeLessThanOrEqual(160);
    expect(root.querySelector('.pancake-color-bar, .pancake-class-bar')).not.toBeVisible();
    expect(root.querySelectorAll('.pancake-plane svg .visx-axis-tick').length).toBeLessThan(9);
    expect(root.querySelector('.pancake-plane')!.getBoundingClientRect().width).toBeGreaterThan(
      120,
    );
  });

  it('the probe’s number stays within the figure', () => {
    const { root } = show(frames, moons, 10, {}, 160);
    const svg = root.querySelector('.pancake-plane svg')!;
    const box = svg.getBoundingClientRect();
    const figure = root.getBoundingClientRect();
    for (const across of [0.02, 0.3, 0.55, 0.7, 0.98]) {
      for (const down of [0.02, 0.5, 0.98]) {
        fireEvent.pointerMove(svg, {
          clientX: box.left + across * box.width,
          clientY: box.top + down * box.height,
          pointerType: 'mouse',
        });
        const text = root.querySelector('.pancake-probe-reading')!.getBoundingClientRect();
        expect(text.left).toBeGreaterThanOrEqual(figure.left - 1);
        expect(text.right).toBeLessThanOrEqual(figure.right + 1);
      }
    }
  });
});

describe('at every width', () => {
  it.each([200, 240, 320, 480, 900])('nothing lies on anything else at %i', (width) => {
    const { root } = show(
      frames,
      moons,
      10,
      { overlayControl: true, spaceControl: true, readout: 'activations', fullscreen: true },
      width,
    );
    act(() => frames.tick());
    expect(overlaps(root)).toEqual([]);
    expect(root.scrollWidth).toBeLessThanOrEqual(width);
    expect(root.querySelector('.pancake-color-bar')).toBeVisible();
  });
});

describe('the full screen', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is offered only on request', () => {
    show(frames, moons);
    expect(screen.queryByRole('button', { name: 'Full screen' })).toBeNull();
  });

  it('is the browser’s own, and follows it out again', async () => {
    const user = userEvent.setup();
    let full: Element | null = null;
    vi.spyOn(document, 'fullscreenElement', 'get').mockImplementation(() => full);
    const turn = (to: Element | null) => {
      full = to;
      act(() => void document.dispatchEvent(new Event('fullscreenchange')));
      return Promise.resolve();
    };
    const request = vi
      .spyOn(HTMLElement.prototype, 'requestFullscreen')
      .mockImplementation(function (this: HTMLElement) {
        return turn(this);
      });
    const exit = vi.spyOn(document, 'exitFullscreen').mockImplementation(() => turn(null));
    const { root } = show(frames, moons, 10, { fullscreen: true, grid: 30 });
    await user.click(screen.getByRole('button', { name: 'Full screen' }));
    expect(request).toHaveBeenCalledTimes(1);
    expect(root.dataset['fullscreen']).toBe('screen');
    expect(root.querySelector('canvas')!.width).toBe(30);
    await user.click(screen.getByRole('button', { name: 'Leave full screen' }));
    expect(exit).toHaveBeenCalledTimes(1);
    expect(root.dataset['fullscreen']).toBeUndefined();
    // Left by the browser's own key.
    await user.click(screen.getByRole('button', { name: 'Full screen' }));
    await turn(null);
    expect(root.dataset['fullscreen']).toBeUndefined();
  });

  it.each(['refused', 'missing'])('fills the page where the browser’s own is %s', async (why) => {
    const user = userEvent.setup();
    const { requestFullscreen } = HTMLElement.prototype;
    HTMLElement.prototype.requestFullscreen =
      why === 'missing' ? (undefined as never) : () => Promise.reject(new Error('not allowed'));
    try {
      const { root } = show(frames, moons, 10, { fullscreen: true, width: 300 });
      const button = screen.getByRole('button', { name: 'Full screen' });
      button.focus();
      await user.keyboard('{Enter}');
      expect(root.dataset['fullscreen']).toBe('page');
      expect(button).toHaveFocus();
      expect(button).toHaveAccessibleName('Leave full screen');
      const box = root.getBoundingClientRect();
      expect([box.left, box.top, box.width, box.height]).toEqual([0, 0, innerWidth, innerHeight]);
      const plane = root.querySelector('.pancake-plane')!.getBoundingClientRect();
      expect(plane.height).toBeGreaterThan(0.75 * innerHeight);
      expect(plane.width).toBeCloseTo(plane.height, 0);
      expect(plane.bottom).toBeLessThan(innerHeight);
      // The tab key goes round within the figure.
      await user.tab();
      expect(screen.getByRole('slider', { name: /Probe/ })).toHaveFocus();
      await user.tab();
      expect(screen.getByRole('listbox', { name: /Points/ })).toHaveFocus();
      const help = [...root.querySelectorAll('.pancake-help-button')];
      for (const one of help) {
        await user.tab();
        expect(one).toHaveFocus();
      }
      await user.tab();
      expect(button).toHaveFocus();
      await user.tab({ shift: true });
      expect(help.at(-1)).toHaveFocus();
      button.focus();
      await user.keyboard('{Escape}');
      expect(root.dataset['fullscreen']).toBeUndefined();
      expect(button).toHaveFocus();
      expect(root.getBoundingClientRect().width).toBe(300);
      expect(document.documentElement.style.overflow).toBe('');
    } finally {
      HTMLElement.prototype.requestFullscreen = requestFullscreen;
    }
  });

  it('that fills the page gives it back when the figure goes', async () => {
    const user = userEvent.setup();
    vi.spyOn(HTMLElement.prototype, 'requestFullscreen').mockRejectedValue(new Error('no'));
    const { unmount } = show(frames, moons, 10, { fullscreen: true });
    await user.click(screen.getByRole('button', { name: 'Full screen' }));
    expect(document.documentElement.style.overflow).toBe('hidden');
    unmount();
    expect(document.documentElement.style.overflow).toBe('');
  });
});

describe('a round scale', () => {
  it('ends at 1, 2 or 5 times a power of ten, and stays while the values wander', () => {
    expect([0.07, 1, 1.01, 3, 42].map((largest) => roundBound(largest, null))).toEqual([
      0.1, 1, 2, 5, 50,
    ]);
    expect(roundBound(1.9, 2)).toBe(2);
    expect(roundBound(0.6, 2)).toBe(2);
    expect(roundBound(0.5, 2)).toBe(0.5);
    expect(roundBound(2.1, 2)).toBe(5);
    expect(roundBound(0, null)).toBe(1);
  });

  it('of an axis has the values between its ends, with little to spare', () => {
    for (const [low, high] of [
      [0, 1],
      [-1, 1],
      [-0.003, 0.001],
      [7, 7],
      [-40, 2000],
    ] as const) {
      const ends = roundEnds([low, high], null);
      expect(ends[0]).toBeLessThanOrEqual(low);
      expect(ends[1]).toBeGreaterThanOrEqual(high);
      if (high > low) expect(ends[1] - ends[0]).toBeLessThan(2 * (high - low));
      expect(roundEnds([low, high], ends)).toBe(ends);
    }
  });
});
