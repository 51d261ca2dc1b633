// The batch's numbers of one slab as a histogram, painted anew in each frame without React.
import type { Numbers } from '../../a11y';
import { barPaths, bars, distributionOf, rangeFor } from './distribution';
import type { LayerStackLabels } from './labels';
import { columns, slabName, type Column } from './paint';
import type { Slab } from './slabs';
import type { BatchNumbers } from './stages';

interface HistogramProps {
  slab: Slab;
  column: Column;
}

/** An empty histogram, for {@link paintHistograms} to fill. */
export function Histogram({ slab, column }: HistogramProps) {
  return (
    <div className="pancake-histogram" data-histogram={`${slab.key} ${column}`}>
      <svg role="img" viewBox={`0 0 ${bars} 1`} preserveAspectRatio="none">
        <line className="pancake-histogram-zero" x1={bars / 2} x2={bars / 2} y1={0} y2={1} />
        <path data-bars="negative" />
        <path data-bars="positive" />
        <path data-bars="zero" />
      </svg>
      <div className="pancake-histogram-scale" aria-hidden="true">
        <span data-part="low" />
        <span>0</span>
        <span data-part="high" />
      </div>
      <div className="pancake-histogram-facts" data-part="facts" />
    </div>
  );
}

/**
 * Fills the histograms.
 *
 * @param ranges how far each scale reaches; kept, so that scales stay still
 */
export function paintHistograms(
  root: HTMLElement,
  slabs: readonly Slab[],
  numbers: ReadonlyMap<string, BatchNumbers>,
  words: LayerStackLabels,
  ranges: Map<string, number>,
  format: Numbers,
): void {
  for (const slab of slabs) {
    for (const column of columns) {
      const id = `${slab.key} ${column}`;
      const box = root.querySelector<HTMLElement>(`[data-histogram="${id}"]`);
      if (!box) continue;
      fill(box, slab, column, numbers.get(slab.key)?.[column] ?? null, words, ranges, format);
    }
  }
}

function fill(
  box: HTMLElement,
  slab: Slab,
  column: Column,
  numbers: BatchNumbers[Column],
  words: LayerStackLabels,
  ranges: Map<string, number>,
  format: Numbers,
): void {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const write = (name: string, text: string) => {
    const element = part(name);
    if (element.textContent !== text) element.textContent = text;
  };
  const picture = box.querySelector('svg')!;
  const of = slabName(slab, words);
  box.toggleAttribute('data-pending', !numbers);
  if (!numbers) {
    for (const path of box.querySelectorAll('path')) path.setAttribute('d', '');
    for (const name of ['low', 'high']) write(name, '');
    write('facts', words.pending);
    picture.setAttribute('aria-label', words.pendingHistogram(of, column));
    for (const name of facts) delete box.dataset[name];
    return;
  }
  const id = box.dataset['histogram']!;
  const range = rangeFor(numbers.data, ranges.get(id));
  ranges.set(id, range);
  const distribution = distributionOf(numbers, range);
  for (const [side, path] of Object.entries(barPaths(distribution))) {
    box.querySelector(`[data-bars="${side}"]`)!.setAttribute('d', path);
  }
  const said = { ...distribution, column, of };
  write('low', format.formatShort(-range));
  write('high', format.formatShort(range));
  write('facts', words.distribution(said));
  picture.setAttribute('aria-label', words.histogram(said));
  for (const name of facts) box.dataset[name] = String(distribution[name]);
  box.dataset['range'] = String(range);
}

const facts = ['count', 'low', 'mean', 'high', 'zeros', 'silent', 'nonFinite'] as const;
