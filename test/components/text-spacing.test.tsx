// With the distances between lines, words and letters that WCAG 1.4.12 gives readers: no text is cut
// off, and none runs into another.
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { mainFigures, moreFigures, trained } from '../support/main-figures';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(async () => {
  restore();
  await page.viewport(1000, 800);
});

// As a reader's own style sheet has it.
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

interface Text {
  words: string;
  element: Element;
  boxes: DOMRect[];
}

/** The pieces of text inside that can be seen, with a box for each of their lines. */
function textsIn(root: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as globalThis.Text;
    const element = node.parentElement!;
    const words = node.data.trim();
    if (!words || element.closest('option, script, style, math')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    // For screen readers alone, or unseen until the keyboard is in the figure.
    if (isHiddenByClip(element)) continue;
    if (boxes.length > 0) texts.push({ words, element, boxes });
  }
  return texts;
}

function isHiddenByClip(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { clipPath, clip } = getComputedStyle(around);
    if (clipPath !== 'none' || clip !== 'auto') return true;
  }
  return false;
}

/** Texts of which a box around them, without a way to scroll, shows a part only. */
function cutOff(texts: readonly Text[]): string[] {
  return texts
    .filter(({ element, boxes }) => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const beyond = (test: (box: DOMRect) => boolean) => boxes.some((box) => test(box));
        if (cuts(overflowX) && beyond((b) => b.left < edge.left - 1 || b.right > edge.right + 1))
          return true;
        // A line's box is higher than its letters.
        if (cuts(overflowY) && beyond((b) => b.top < edge.top - 4 || b.bottom > edge.bottom + 4))
          return true;
      }
      return false;
    })
    .map(({ words }) => words);
}

/** Pairs of texts of which one stands on the other: more than two pixels wide and a third of a line high. */
function overlapping(texts: readonly Text[]): string[] {
  const pairs: string[] = [];
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1)) {
      const meet = one.boxes.some((a) =>
        other.boxes.some((b) => {
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return width > 2 && height > Math.min(a.height, b.height) / 3;
        }),
      );
      if (meet) pairs.push(`"${one.words}" and "${other.words}"`);
    }
  });
  return pairs;
}

const figures = Object.entries({ ...mainFigures, ...moreFigures });

describe.each([1000, 375])('with more space between letters, %d pixels wide', (width) => {
  it.each(figures)('all text of %s can be read', async (_, figure) => {
    await page.viewport(width, 800);
    const { container } = render(
      <>
        <style>{spacing}</style>
        <div style={{ padding: 8 }}>{figure(trained(5))}</div>
      </>,
    );
    await act(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    act(() => frames.tick());
    const texts = textsIn(container);
    expect(getComputedStyle(texts[0]!.element).letterSpacing).not.toBe('normal');
    expect(cutOff(texts)).toEqual([]);
    expect(overlapping(texts)).toEqual([]);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});
