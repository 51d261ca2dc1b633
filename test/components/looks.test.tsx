// Themes, palettes, density, letters and the system's settings, as figures show them.
import { act, render as renderAlone, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import '../../src/theme/style.css';
import {
  DecisionBoundary,
  Goal,
  LayerStack,
  LossChart,
  Pancake,
  Playground,
  TrainerControls,
  Value,
} from '../../src';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(async () => {
  restore();
  document.documentElement.removeAttribute('style');
  await system({});
});

/** Shows a page up to its first frame, in which pictures are painted. */
function render(page: ReactNode) {
  const result = renderAlone(page);
  act(() => frames.tick());
  return result;
}

const small = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 } as const;
const figure = (name: string) => document.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;
const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector)!);

/** Sets what the system asks for, such as `{ 'forced-colors': 'active' }`. */
async function system(wanted: Record<string, string>): Promise<void> {
  const features = Object.entries(wanted).map(([name, value]) => ({ name, value }));
  const session = cdp() as unknown as {
    send(method: string, parameters: object): Promise<unknown>;
  };
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** The colours of a canvas, from the most frequent one on. */
function painted(canvas: HTMLCanvasElement): string[] {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const count = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const color = [data[i], data[i + 1], data[i + 2]].join();
    count.set(color, (count.get(color) ?? 0) + 1);
  }
  return [...count].sort(([, a], [, b]) => b - a).map(([color]) => color);
}
const canvas = () => document.querySelector<HTMLCanvasElement>('.pancake-plane canvas')!;
const isGrey = (color: string) => {
  const [r, g, b] = color.split(',').map(Number);
  return Math.abs(r! - g!) < 3 && Math.abs(g! - b!) < 3;
};

describe('theme', () => {
  it('of a <Pancake> is that of its figures, and leaves the text between them alone', () => {
    document.documentElement.style.colorScheme = 'light';
    render(
      <Pancake {...small} theme="dark">
        <p data-testid="text">Text.</p>
        <LossChart />
        <LossChart theme="light" />
        <Goal when={{ loss: 0 }} />
      </Pancake>,
    );
    expect(getComputedStyle(screen.getByTestId('text')).colorScheme).toBe('light');
    const [first, second] = document.querySelectorAll('[data-pancake="LossChart"]');
    expect(getComputedStyle(first!).color).toBe('rgb(232, 234, 237)');
    expect(getComputedStyle(second!).color).toBe('rgb(28, 31, 36)');
    expect(getComputedStyle(figure('Goal')).color).toBe('rgb(232, 234, 237)');
  });

  it('repaints canvases when it changes, at a figure or anywhere around it', async () => {
    document.documentElement.style.colorScheme = 'light';
    const page = (theme?: 'dark') => (
      <div data-testid="around">
        <Pancake {...small}>
          <DecisionBoundary theme={theme} />
        </Pancake>
      </div>
    );
    const { rerender } = render(page());
    const light = painted(canvas());
    // An observer's word comes after the change, before the next task.
    const afterwards = () => act(() => new Promise((done) => setTimeout(done)));
    rerender(page('dark'));
    await afterwards();
    const dark = painted(canvas());
    expect(dark).not.toEqual(light);
    rerender(page());
    await afterwards();
    expect(painted(canvas())).toEqual(light);
    screen.getByTestId('around').style.colorScheme = 'dark';
    await afterwards();
    expect(painted(canvas())).toEqual(dark);
  });
});

describe('palette', () => {
  it('colours marks, canvases and cells, and a nearer one wins', () => {
    render(
      <Pancake {...small} palette="brown-teal">
        <DecisionBoundary />
        <DecisionBoundary palette="orange-blue" />
      </Pancake>,
    );
    const [outer, inner] = document.querySelectorAll('[data-pancake="DecisionBoundary"]');
    const mark = (root: Element) =>
      getComputedStyle(root.querySelector('.pancake-marks-train path')!).fill;
    expect([mark(outer!), mark(inner!)].sort()).toEqual(['rgb(150, 86, 12)', 'rgb(200, 86, 15)']);
    const [one, other] = [outer!, inner!].map((root) => painted(root.querySelector('canvas')!));
    expect(one).not.toEqual(other);
  });

  it('passes through <Playground>', () => {
    render(<Playground {...small} palette="purple-green" density="compact" hide={['dataset']} />);
    expect(figure('Playground').dataset).toMatchObject({
      palette: 'purple-green',
      density: 'compact',
    });
    expect(styleOf('.pancake-button-main').backgroundColor).toBe('rgb(42, 122, 59)');
  });
});

describe('text on the colours of numbers', () => {
  it('is black or white, whichever stands out', () => {
    render(
      <Pancake {...small}>
        <LayerStack />
      </Pancake>,
    );
    const cells = [...document.querySelectorAll<HTMLElement>('.pancake-cell')];
    const inks = new Set(cells.map((cell) => getComputedStyle(cell).color));
    expect(inks.size).toBe(2);
    for (const ink of inks) expect(ink).toMatch(/^lab\((0|100) 0 0\)$/);
  });
});

describe('density', () => {
  it('compact is less high, and nothing to press is smaller than 24 pixels', () => {
    const page = (density?: 'compact') => (
      <Pancake {...small} density={density}>
        <TrainerControls show="all" />
      </Pancake>
    );
    const { rerender } = render(page());
    const height = () => figure('TrainerControls').getBoundingClientRect().height;
    const comfortable = height();
    rerender(page('compact'));
    expect(height()).toBeLessThan(0.9 * comfortable);
    for (const one of document.querySelectorAll('button, select, input[type="range"]')) {
      const box = one.getBoundingClientRect();
      if (box.width) expect(box.height, one.outerHTML).toBeGreaterThanOrEqual(24);
    }
  });

  it('can be any share, set by the page', () => {
    document.documentElement.style.setProperty('--pancake-density', '0.9');
    render(
      <Pancake {...small}>
        <TrainerControls />
      </Pancake>,
    );
    expect(styleOf('.pancake-button-main').minHeight).toBe('28.8px');
  });
});

describe('letters', () => {
  const page = (
    <div style={{ fontFamily: 'Georgia, serif' }}>
      <Pancake {...small}>
        <LossChart heading="Loss" />
        <TrainerControls />
        <p>
          The loss is <Value of="loss" />.
        </p>
      </Pancake>
    </div>
  );
  const families = () =>
    ['.pancake-title', '.pancake svg text', '.pancake-button', '.pancake-field'].map(
      (selector) => styleOf(selector).fontFamily,
    );

  it('are a plain sans, and those of a sentence in a sentence', () => {
    render(page);
    for (const family of families()) expect(family).toMatch(/^system-ui/);
    expect(styleOf('.pancake-value').fontFamily).toBe('Georgia, serif');
  });

  it.each(['inherit', 'initial'])('are the page’s with --pancake-font: %s', (keyword) => {
    document.documentElement.style.setProperty('--pancake-font', keyword);
    render(page);
    for (const family of families()) expect(family).toBe('Georgia, serif');
    expect(styleOf('.pancake-title').fontSize).toBe('13px');
  });
});

describe('forced colours', () => {
  it('leave the system’s colours alone, in text, lines and pictures', async () => {
    await system({ 'forced-colors': 'active' });
    render(
      <Pancake {...small}>
        <DecisionBoundary />
        <LayerStack />
        <TrainerControls />
      </Pancake>,
    );
    const shades = painted(canvas());
    expect(shades.length).toBeGreaterThan(20);
    expect(shades.filter((color) => !isGrey(color))).toEqual([]);
    const ink = getComputedStyle(document.body).color;
    expect(styleOf('.pancake-contour').stroke).toBe(ink);
    const [circle, square] = ['0', '1'].map((kind) =>
      [...document.querySelectorAll('.pancake-marks-train path')].find(
        (mark) => mark.getAttribute('data-class') === kind,
      ),
    );
    if (circle && square) expect(circle.getAttribute('d')).not.toBe(square.getAttribute('d'));
    // The one main action still looks like it.
    const main = styleOf('.pancake-button-main');
    const quiet = styleOf('.pancake-button:not(.pancake-button-main)');
    expect(main.backgroundColor).not.toBe(quiet.backgroundColor);
  });

  it('repaint canvases as soon as they are switched on', async () => {
    render(
      <Pancake {...small}>
        <DecisionBoundary />
      </Pancake>,
    );
    const colored = painted(canvas());
    expect(colored.every(isGrey)).toBe(false);
    await system({ 'forced-colors': 'active' });
    await waitFor(() => expect(painted(canvas()).every(isGrey)).toBe(true));
  });
});

describe('more contrast', () => {
  it('makes notes darker and the focus wider', async () => {
    const { rerender } = render(<Pancake {...small} />);
    const before = styleOf('.pancake-note').color;
    await system({ 'prefers-contrast': 'more' });
    rerender(<Pancake {...small} />);
    expect(styleOf('.pancake-note').color).not.toBe(before);
    expect(styleOf('.pancake').getPropertyValue('--pk-focus-width').trim()).toBe('3px');
  });
});
