// Where the keyboard is can be seen: each control of each figure gets an outline of at least two pixels, or
// a stroke in a drawing (WCAG 2.4.7), and the figure's help does not lie over it (2.4.11).
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/theme/style.css';
import { TrainerControls } from '../../src';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { hiddenSides } from '../support/focus-frame';
import { mainFigures, moreFigures, trained } from '../support/main-figures';
import { targetsIn } from '../support/targets';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

/** Elements that may show the focus of one: itself, what it labels or draws, and what is around it. */
function near(control: Element, root: Element): Element[] {
  const around: Element[] = [];
  for (let one = control.parentElement; one && root.contains(one); one = one.parentElement) {
    around.push(one);
  }
  const beside = control.parentElement ? [...control.parentElement.children] : [];
  return [control, ...control.querySelectorAll('*'), ...beside, ...around];
}

/** The lines around these elements, by element: an outline, or a stroke in a drawing. */
function linesOf(elements: readonly Element[]): Map<Element, string> {
  return new Map(
    elements.flatMap((element) => {
      const style = getComputedStyle(element);
      const { outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = style;
      const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const isStroked = stroke !== 'none' && parseFloat(strokeWidth) >= 2;
      const lines = [isOutlined && outlineColor, isStroked && stroke].filter(Boolean);
      return lines.length > 0 ? [[element, lines.join()] as const] : [];
    }),
  );
}

/** Whether the help of a figure lies over a control's middle. */
function isCovered(control: Element): boolean {
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = control.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  const help = met?.closest('.pancake-help');
  return Boolean(help && !help.contains(control));
}

// A grid of numbers alone has nothing to press.
const figures = Object.entries({ ...mainFigures, ...moreFigures }).filter(
  ([name]) => name !== 'TensorGrid',
);

describe.each(figures)('%s', (_, figure) => {
  it('shows where the keyboard is', async () => {
    const { container } = render(<div style={{ maxWidth: 700 }}>{figure(trained(5))}</div>);
    act(() => frames.run(0.1));
    // From here on the browser takes it that the reader uses the keyboard.
    await userEvent.keyboard('{Shift}');
    const controls = targetsIn(container).filter(
      ({ element }) => !element.matches(':disabled, [aria-disabled="true"]'),
    );
    for (const element of container.querySelectorAll('[tabindex="0"]')) {
      if (controls.some((one) => one.element === element)) continue;
      controls.push({ element, what: element.outerHTML, box: element.getBoundingClientRect() });
    }
    expect(controls.length).toBeGreaterThan(0);
    for (const { element, what } of controls) {
      (document.activeElement as HTMLElement | null)?.blur();
      const all = near(element, container);
      const before = linesOf(all);
      (element as HTMLElement).focus({ preventScroll: true });
      // A choice hands its focus on to the one that is chosen.
      if (document.activeElement !== element) continue;
      const fresh = [...linesOf(all)].filter(([one, line]) => before.get(one) !== line);
      expect(fresh.length, what).toBeGreaterThan(0);
      expect(isCovered(element), what).toBe(false);
    }
  });
});

describe('the frame of the focus', () => {
  it('is whole on each of the controls, and runs through none beside it', async () => {
    render(
      <div data-testid="around" style={{ padding: 12, maxWidth: 700 }}>
        <TrainerControls trainer={trained(5)} />
      </div>,
    );
    const around = screen.getByTestId('around');
    await userEvent.keyboard('{Shift}');
    const all = targetsIn(around);
    for (const { element, what } of all) {
      (element as HTMLElement).focus();
      const framed = near(element, around).find((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && one !== around;
      })!;
      // What is transparent is framed by what is drawn in its place.
      const drawn = getComputedStyle(framed).opacity === '0' ? framed.parentElement! : framed;
      expect(await hiddenSides(drawn, around), what).toEqual([]);
      const { outlineOffset, outlineWidth } = getComputedStyle(drawn);
      const out = parseFloat(outlineOffset) + parseFloat(outlineWidth);
      const { left, right, top, bottom } = drawn.getBoundingClientRect();
      for (const other of all) {
        if (other.element === element || other.element.closest('.pancake-help')) continue;
        const { box } = other;
        const across = Math.min(right + out, box.right) - Math.max(left - out, box.left);
        const down = Math.min(bottom + out, box.bottom) - Math.max(top - out, box.top);
        // Two that are joined share the line between them.
        expect(across > 1.5 && down > 1.5, `${what} through ${other.what}`).toBe(false);
      }
    }
  });

  it.each([
    ['GradientCheck', 'tbody button', 'tr'],
    ['OptimizerRace', '.pancake-race-start', '.pancake-race-start'],
    ['LayerStack', '.pancake-cell:has(+ .pancake-cell)', '.pancake-cell'],
  ] as const)('is whole in %s', async (name, selector, framed) => {
    const figure = { ...mainFigures, ...moreFigures }[name];
    render(
      <div data-testid="around" style={{ padding: 12, maxWidth: 375 }}>
        {figure(trained(5))}
      </div>,
    );
    act(() => frames.run(0.1));
    const around = screen.getByTestId('around');
    await userEvent.keyboard('{Shift}');
    const controls = [...around.querySelectorAll<HTMLElement>(selector)].slice(0, 3);
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) {
      act(() => control.focus());
      expect(await hiddenSides(control.closest(framed)!, around), control.outerHTML).toEqual([]);
    }
  });
});
