// What the tests of the decision boundary share: a figure on a page, its pixels, its colours.
import { act, render } from '@testing-library/react';
import {
  DecisionBoundary,
  type DecisionBoundaryProps,
} from '../../src/components/decision-boundary';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';
import { colorTable, resolveColor, type RGB } from '../../src/theme';
import '../../src/theme/style.css';
import type { FakeFrames } from '../support/fake-frames';
import { markShapes as shapes } from '../../src/components/marks';
import { markSize } from '../../src/components/decision-boundary/marks';

export const moons: TrainerOptions = { data: 'moons', seed: 7, points: 60 };

/** A figure of a run that was trained for some epochs, in a box 400 pixels wide. */
export function show(
  frames: FakeFrames,
  options: TrainerOptions,
  epochs = 0,
  props: Partial<DecisionBoundaryProps> = {},
  width = 400,
) {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  const page = (more: Partial<DecisionBoundaryProps>) => (
    <div style={{ width }}>
      <DecisionBoundary trainer={trainer} {...props} {...more} />
    </div>
  );
  const view = render(page({}));
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
  const set = (more: Partial<DecisionBoundaryProps>) => {
    view.rerender(page(more));
    act(() => frames.tick());
  };
  return { trainer, root, set, ...view };
}

/** Red, green and blue of each pixel of the picture. */
export function pixelsOf(root: HTMLElement): number[][] {
  const canvas = root.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return Array.from({ length: data.length / 4 }, (_, i) => [...data.slice(4 * i, 4 * i + 3)]);
}

/** The centres of n by n cells of a domain, row by row from the top. */
export function centres(
  n: number,
  [left, right]: readonly [number, number] = [-5, 5],
  [bottom, top]: readonly [number, number] = [-5, 5],
): number[][] {
  return Array.from({ length: n * n }, (_, k) => [
    left + (((k % n) + 0.5) / n) * (right - left),
    top - ((Math.floor(k / n) + 0.5) / n) * (top - bottom),
  ]);
}

const zero = resolveColor('#f4f3f1');
export const colors = {
  negative: '#c8560f',
  positive: '#1b64b0',
  classes: ['#c8560f', '#1b64b0', '#009265'],
  ink: '#1c1f24',
};

/** A colour, softened towards zero. */
export const soft = (color: string, share = 0.65) =>
  resolveColor(color).map((c, i) => zero[i]! + (c - zero[i]!) * share) as unknown as RGB;

/** The colours of a scale, from `low` (or zero) to `high`. */
export function scaleOf(low: string | null, high: string, share?: number): number[][] {
  const end = soft(high, share);
  const table = colorTable(low === null ? zero : soft(low, share), zero, end);
  const bytes = new Uint8Array(table.buffer);
  const all = Array.from(table, (_, i) => [...bytes.slice(4 * i, 4 * i + 3)]);
  return low === null ? all.slice(128) : all;
}

/** A mark's or ring's place in the picture's pixels, by its transform or by where its outline begins. */
export function placeOf(element: Element): [number, number] {
  const transform = element.getAttribute('transform');
  if (transform) {
    const [, x, y] = /translate\((\S+) (\S+)\)/.exec(transform)!;
    return [Number(x), Number(y)];
  }
  const { dataset, ownerSVGElement } = element as SVGPathElement;
  const kind = dataset['class'] ?? (dataset['split'] === 'test' ? '3' : '0');
  const size = markSize(ownerSVGElement!.viewBox.baseVal.width);
  const begin = (outline: string) => /M(-?[\d.]+) ?(-?[\d.]+)/.exec(outline)!.slice(1).map(Number);
  const [x, y] = begin(element.getAttribute('d')!);
  const [dx, dy] = begin(shapes[Number(kind) % shapes.length]!);
  return [x! - dx! * size, y! - dy! * size];
}
