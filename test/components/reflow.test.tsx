// On a narrow page, and on one enlarged: nothing is lost, and the page scrolls in one direction only.
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { mainFigures, moreFigures, trained } from '../support/main-figures';
import { targetsIn } from '../support/targets';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(async () => {
  restore();
  await page.viewport(1000, 800);
});

/** Controls that a box around them cuts off without a way to scroll to them, or the page's left edge. */
function lost(root: Element): string[] {
  return targetsIn(root)
    .filter(({ element, box }) => {
      if (box.left < 0) return true;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (cuts(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1))
          return true;
        if (cuts(overflowY) && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1))
          return true;
      }
      return false;
    })
    .map(({ what }) => what);
}

/** Choices out of which their words stick, and tables that stick out of their figure and cannot be scrolled. */
function cramped(root: Element): string[] {
  const range = document.createRange();
  const words = targetsIn(root).flatMap(({ element, what }) => {
    const around = element.matches('[type="radio"]') && element.closest('label');
    if (!around) return [];
    const { left, right } = around.getBoundingClientRect();
    const sticksOut = [...around.childNodes].some((node) => {
      range.selectNodeContents(node);
      const written = node.textContent?.trim() && range.getBoundingClientRect();
      return written && (written.left < left - 1 || written.right > right + 1);
    });
    return sticksOut ? [what] : [];
  });
  const tables = [...root.querySelectorAll('figure.pancake table')].filter((table) => {
    for (let one: Element = table; one.localName !== 'figure'; one = one.parentElement!) {
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return false;
    }
    const edge = table.closest('figure')!.getBoundingClientRect();
    const { left, right } = table.getBoundingClientRect();
    return left < edge.left - 1 || right > edge.right + 1;
  });
  return [...words, ...tables.map((table) => `table.${table.className}`)];
}

// 640 pixels are a screen of 1280 at 200 %, 320 the same at 400 %.
describe.each([640, 320])('a page %d pixels wide', (width) => {
  it.each(Object.entries({ ...mainFigures, ...moreFigures }))(
    'shows all of %s',
    async (_, figure) => {
      await page.viewport(width, 640);
      // The margin of an article on a phone.
      const { container } = render(<div style={{ padding: 16 }}>{figure(trained(5))}</div>);
      await act(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      act(() => frames.tick());
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      expect(lost(container)).toEqual([]);
      expect(cramped(container)).toEqual([]);
    },
  );
});
