// What can be pressed is large enough, for a mouse and for a finger; and a finger scrolls the page.
import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../src/theme/style.css';
import { NetworkGraph, PancakeLanguage } from '../../src';
import type { Trainer } from '../../src/engine-entry';
import { ar } from '../../src/locales/ar';
import { de } from '../../src/locales/de';
import { es } from '../../src/locales/es';
import { fr } from '../../src/locales/fr';
import { ja } from '../../src/locales/ja';
import { zh } from '../../src/locales/zh';
import { devtools } from '../support/accessibility-tree';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { mainFigures, moreFigures, trained } from '../support/main-figures';
import { passedThrough, targetsIn, tooSmall } from '../support/targets';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(async () => {
  restore();
  await touch(false);
});

const touch = (enabled: boolean) => devtools('Emulation.setTouchEmulationEnabled', { enabled });
const figures = Object.entries({ ...mainFigures, ...moreFigures });

async function show(figure: (trainer: Trainer) => ReactElement, width = 700) {
  const { container } = render(<div style={{ maxWidth: width }}>{figure(trained(5))}</div>);
  // Parts that are told their width by the browser draw a frame later.
  await act(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  act(() => frames.tick());
  return container;
}

describe.each(figures)('%s', (_, figure) => {
  it('has targets of 24 pixels, or with as much room around', async () => {
    expect(matchMedia('(pointer: coarse)').matches).toBe(false);
    const root = await show(figure);
    expect(tooSmall(targetsIn(root), 24)).toEqual([]);
  });

  it.each([700, 320])('has targets of 44 pixels for fingers, %d pixels wide', async (width) => {
    await touch(true);
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    const root = await show(figure, width);
    expect(tooSmall(targetsIn(root), 44)).toEqual([]);
  });

  it('has only marks in a plane that a pointer goes through, to the plane that takes it', async () => {
    const root = await show(figure);
    for (const { element, what, below } of passedThrough(root)) {
      expect(element.closest('svg .pancake-probe'), what).not.toBeNull();
      const plane = below?.closest('svg');
      expect(plane && root.contains(plane), what).toBe(true);
      const { width, height } = plane!.getBoundingClientRect();
      expect(Math.min(width, height), what).toBeGreaterThanOrEqual(44);
    }
  });

  it('lets a finger scroll the page everywhere but on what is dragged', async () => {
    await touch(true);
    const root = await show(figure);
    const held = [...root.querySelectorAll('*')].filter((element) => {
      const { touchAction } = getComputedStyle(element);
      return !/auto|manipulation|pan-y/.test(touchAction);
    });
    for (const one of held) {
      const { width, height } = one.getBoundingClientRect();
      const isHandle = one.closest('[role="slider"]') ?? one.querySelector('[role="slider"]');
      expect(isHandle, one.outerHTML).not.toBeNull();
      expect(Math.max(width, height), one.outerHTML).toBeLessThanOrEqual(90);
    }
  });
});

describe('the buttons below a layer', () => {
  it.each([null, ar, de, es, fr, ja, zh])(
    'stay in its column for fingers: %#',
    async (language) => {
      await touch(true);
      const root = await show((trainer) => (
        <PancakeLanguage language={language}>
          <NetworkGraph trainer={trainer} />
        </PancakeLanguage>
      ));
      const columns = [...root.querySelectorAll('.pancake-network-column')];
      expect(columns).toHaveLength(3);
      for (const column of columns) {
        const { left, right } = column.getBoundingClientRect();
        const { bottom } = column.parentElement!.getBoundingClientRect();
        for (const { box, what } of targetsIn(column)) {
          expect(box.left, what).toBeGreaterThanOrEqual(left - 0.5);
          expect(box.right, what).toBeLessThanOrEqual(right + 0.5);
          expect(box.bottom, what).toBeLessThanOrEqual(bottom + 0.5);
        }
      }
    },
  );
});

describe('the measure itself', () => {
  it('finds what is too small and too close, and lets pass what stands alone', () => {
    const box = { position: 'absolute', top: 0, height: 20, padding: 0, border: 0 } as const;
    const { container } = render(
      <div style={{ position: 'relative' }}>
        <button style={{ ...box, left: 0, width: 20 }}>a</button>
        <button style={{ ...box, left: 21, width: 20 }}>b</button>
        <button style={{ ...box, left: 100, width: 20 }}>c</button>
      </div>,
    );
    expect(tooSmall(targetsIn(container), 24)).toEqual([
      'button. "a": 20.0 × 20.0',
      'button. "b": 20.0 × 20.0',
    ]);
  });
});
