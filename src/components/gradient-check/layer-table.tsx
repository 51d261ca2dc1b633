// One layer's gradients as a table, the largest error first.
import { useId, useState, type CSSProperties } from 'react';
import type { GradientVerdict } from '../../engine';
import type { GradientCheckLabels } from './labels';
import type { LayerReport, ShownEntry } from './report';

interface LayerTableProps {
  layer: LayerReport;
  tolerance: number;
  maxRows: number;
  /** The entry whose curve is shown. */
  chosen: string | null;
  onChoose: (entry: ShownEntry) => void;
  isPlanted: boolean;
  words: GradientCheckLabels;
}

/** A sign for each verdict: shape, not colour alone. */
export const verdictMarks: Readonly<Record<GradientVerdict, string>> = {
  agrees: '✓',
  kink: '∧',
  epsilon: '≈',
  wrong: '✗',
};

/** The verdict that says most of several entries. */
export function overall(counts: Readonly<Record<GradientVerdict, number>>): GradientVerdict {
  return (['wrong', 'epsilon', 'kink'] as const).find((one) => counts[one] > 0) ?? 'agrees';
}

/** The layer's name, what was found of it, and its entries. */
export function LayerTable({ layer, maxRows, words, isPlanted, ...row }: LayerTableProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { entries, number, description, tensors, counts } = layer;
  const name = number === 0 ? words.input : description;
  const shown = isOpen ? entries : entries.slice(0, maxRows);
  const verdict = overall(counts);
  return (
    <section
      className="pancake-check-layer"
      aria-labelledby={`${id}-name`}
      data-layer={number}
      data-planted={isPlanted || undefined}
    >
      <div className="pancake-check-layer-head">
        <span>
          <b id={`${id}-name`}>{name}</b>
          <span className="pancake-check-part">{words.checked(tensors)}</span>
        </span>
        <span className="pancake-check-found" data-verdict={verdict}>
          {words.maxError(layer)} <Mark verdict={verdict} words={words} />
        </span>
      </div>
      <div
        className="pancake-check-scroll"
        {...(isOpen && {
          'data-open': true,
          role: 'region',
          tabIndex: 0,
          'aria-label': words.table(name),
        })}
      >
        <table>
          <caption className="pancake-hidden">{words.table(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.entry}</th>
              <th scope="col">{words.analytic}</th>
              <th scope="col">{words.numerical}</th>
              <th scope="col">{words.error}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <Row key={entry.key} entry={entry} words={words} {...row} />
            ))}
          </tbody>
        </table>
      </div>
      {entries.length > maxRows && (
        <button
          type="button"
          className="pancake-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.showFewer : words.showAll(entries.length)}
          <span className="pancake-hidden"> {name}</span>
        </button>
      )}
    </section>
  );
}

interface RowProps extends Pick<LayerTableProps, 'chosen' | 'onChoose' | 'tolerance' | 'words'> {
  entry: ShownEntry;
}

function Row({ entry, chosen, onChoose, tolerance, words }: RowProps) {
  const { key, label, term, analytic, numeric, error, verdict } = entry;
  const bar = { '--pk-error': share(error), '--pk-tolerance': share(tolerance) } as CSSProperties;
  return (
    <tr
      data-entry={key}
      data-term={term}
      data-verdict={verdict}
      data-chosen={key === chosen || undefined}
    >
      <th scope="row">
        <button type="button" aria-pressed={key === chosen} onClick={() => onChoose(entry)}>
          {label}
        </button>
      </th>
      <td data-analytic={analytic}>{words.slope(analytic)}</td>
      <td data-numeric={numeric}>{words.slope(numeric)}</td>
      <td data-error={error}>
        <span className="pancake-check-bar" style={bar} aria-hidden="true" />
        <span className="pancake-check-error">{words.amount(error)}</span>
        <Mark verdict={verdict} words={words} />
      </td>
    </tr>
  );
}

/** A verdict's sign, with its words for those who hear it. */
export function Mark({ verdict, words }: { verdict: GradientVerdict; words: GradientCheckLabels }) {
  return (
    <span className="pancake-check-mark" data-verdict={verdict}>
      <span aria-hidden="true">{verdictMarks[verdict]}</span>
      <span className="pancake-hidden">{words.verdicts[verdict]}</span>
    </span>
  );
}

// Along the bar, from no digit wrong (1e-16) to none right (1).
function share(error: number): number {
  return error > 0 ? Math.min(1, Math.max(0, 1 + Math.log10(error) / 16)) : 0;
}
