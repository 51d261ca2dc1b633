// Numbers on their way from one slab to the next: up as filled chips, gradients down as outlined ones.
import type { Numbers } from '../../a11y';
import type { Trip } from './stages';

/** The most numbers that travel at once; of wide layers a sample. */
export const mostTravelling = 12;
/** About how wide a number on its way is, in pixels. */
const chipWidth = 46;

interface Place {
  x: number;
  y: number;
}

/**
 * Lets a stage's numbers travel through a layer of elements above the stack, which moves them by
 * `transform` alone. Returns a function that ends it.
 *
 * @param milliseconds how long they are on their way
 */
export function travel(
  stack: HTMLElement,
  layer: HTMLElement,
  { column, from, to, numbers }: Trip,
  milliseconds: number,
  { formatTight }: Numbers,
): () => void {
  const starts = placesOf(stack, layer, from, column, numbers.length);
  const ends = placesOf(stack, layer, to, column, starts.length);
  const wanted = Math.max(starts.length, ends.length);
  const count = Math.min(mostTravelling, wanted, roomFor(starts), roomFor(ends));
  if (!starts.length || !ends.length) return () => {};
  const animations: Animation[] = [];
  for (let i = 0; i < count; i++) {
    const source = Math.floor((i * starts.length) / count);
    const number = numbers[Math.floor((source * numbers.length) / starts.length)]!;
    const chip = document.createElement('span');
    chip.className = 'pancake-travelling';
    chip.dataset['travelling'] = column;
    chip.dataset['value'] = String(number);
    chip.textContent = formatTight(number);
    layer.append(chip);
    const at = ({ x, y }: Place) => `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    const path = [
      { transform: at(starts[source]!), opacity: 1 },
      { transform: at(ends[Math.floor((i * ends.length) / count)]!), opacity: 1, offset: 0.9 },
      { transform: at(ends[Math.floor((i * ends.length) / count)]!), opacity: 0 },
    ];
    const animation = chip.animate(path, {
      duration: milliseconds,
      easing: 'ease-in-out',
      fill: 'both',
    });
    animation.onfinish = () => chip.remove();
    animations.push(animation);
  }
  // What arrives is seen when it arrives.
  for (const target of elementsOf(stack, to, column)) {
    const steps = [{ opacity: 0 }, { opacity: 0, offset: 0.75 }, { opacity: 1 }];
    animations.push(target.animate(steps, { duration: milliseconds }));
  }
  return () => {
    for (const animation of animations) animation.cancel();
    layer.replaceChildren();
  };
}

function elementsOf(stack: HTMLElement, key: string, column: string): HTMLElement[] {
  const cells = `[data-cell][data-slab="${key}"][data-column="${column}"]`;
  return [...stack.querySelectorAll<HTMLElement>(`${cells}, [data-histogram="${key} ${column}"]`)];
}

// How many chips can stand on these places without hiding each other. A few meet on a single cell.
function roomFor(places: readonly Place[]): number {
  const across = places.map(({ x }) => x);
  const width = Math.max(...across) - Math.min(...across);
  const lines = new Set(places.map(({ y }) => Math.round(y))).size;
  const room = lines * Math.floor(1 + width / chipWidth);
  return places.length > room && places.length > 1 ? room : Infinity;
}

// The middles of the cells, or places spread over the histogram, in the layer's own pixels.
function placesOf(
  stack: HTMLElement,
  layer: HTMLElement,
  key: string,
  column: string,
  wanted: number,
): Place[] {
  const origin = layer.getBoundingClientRect();
  const boxes = elementsOf(stack, key, column).map((element) => element.getBoundingClientRect());
  const middle = ({ left, top, width, height }: DOMRect, share: number) => ({
    x: left - origin.left + width * share,
    y: top - origin.top + height / 2,
  });
  const isHistogram = boxes.length === 1 && boxes[0]!.width > 60 && wanted > 1;
  if (!isHistogram) return boxes.map((box) => middle(box, 0.5));
  const count = Math.min(wanted, 6);
  return Array.from({ length: count }, (_, i) => middle(boxes[0]!, (i + 0.5) / count));
}
