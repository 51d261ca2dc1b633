// What stands below each column: how many neurons, which activation, and how to change both.
import { activationNames, type ActivationName } from '../../engine';
import type { Architecture, Reshape } from '../../trainer';
import { costOf, type Column } from './columns';
import type { Edits } from './edits';
import type { NetworkGraphLabels } from './labels';
import type { GraphLayout } from './layout';

/** Which changes the reader may make. */
export interface Editable {
  weights: boolean;
  structure: boolean;
  activation: boolean;
  features: boolean;
}

interface StructureProps {
  columns: readonly Column[];
  layout: GraphLayout;
  architecture: Architecture | null;
  editable: Editable;
  edits: Edits;
  points: number;
  words: NetworkGraphLabels;
  /** Says what a change would cost, or null to say nothing. */
  onConsider: (text: string | null) => void;
}

/** The row below the neurons. */
export function Structure(props: StructureProps) {
  const { columns, layout, architecture, editable, edits, points, words, onConsider } = props;
  const sizes = columns.map(({ units }) => units);
  const before = costOf(sizes, points);
  const considering = (change: Reshape, after: readonly number[]) => {
    const tell = () => onConsider(words.change(before, costOf(after, points)));
    const quiet = () => onConsider(null);
    return {
      onClick: () => edits.reshape(change),
      onPointerEnter: tell,
      onFocus: tell,
      onPointerLeave: quiet,
      onBlur: quiet,
    };
  };
  const resized = (at: number, by: number) => sizes.map((n, i) => (i === at ? n + by : n));

  return (
    <div
      className="pancake-network-structure"
      style={{ width: layout.width }}
      data-fixed={!architecture || !(editable.structure || editable.activation) || undefined}
    >
      {columns.map((column, at) => {
        const { kind, hidden, units, label } = column;
        const layer = architecture?.hidden[hidden];
        const insert = hidden + 1;
        const canChange = architecture !== null && editable.structure;
        return (
          <div
            key={at}
            className="pancake-network-column"
            role="group"
            aria-label={words.column(column)}
            style={{ left: layout.columnX[at] }}
          >
            <span className="pancake-network-title">{words.column(column)}</span>
            {kind === 'hidden' && canChange && (
              <span className="pancake-network-count">
                <button
                  type="button"
                  className="pancake-network-button"
                  aria-label={words.removeNeuron}
                  title={words.removeNeuron}
                  disabled={units < 2}
                  {...considering(
                    { kind: 'removeNeuron', layer: hidden, unit: units - 1 },
                    resized(at, -1),
                  )}
                >
                  −
                </button>
                <b data-value={units}>{units}</b>
                <button
                  type="button"
                  className="pancake-network-button"
                  aria-label={words.addNeuron}
                  title={words.addNeuron}
                  {...considering({ kind: 'addNeuron', layer: hidden }, resized(at, 1))}
                >
                  +
                </button>
              </span>
            )}
            {kind === 'hidden' && layer && editable.activation ? (
              <select
                className="pancake-field pancake-network-activation"
                aria-label={words.activation}
                value={layer.activation ?? ''}
                onChange={(event) =>
                  edits.reshape({
                    kind: 'setActivation',
                    layer: hidden,
                    activation: (event.target.value || null) as ActivationName | null,
                  })
                }
              >
                <option value="">{words.none}</option>
                {activationNames.map((name) => (
                  <option key={name} value={name}>
                    {words.activationName(name)}
                  </option>
                ))}
              </select>
            ) : (
              label && <span className="pancake-note">{label}</span>
            )}
            {kind !== 'output' && canChange && (
              <span className="pancake-network-count">
                <button
                  type="button"
                  className="pancake-network-button pancake-network-wide"
                  aria-label={words.addLayer}
                  title={words.addLayer}
                  {...considering({ kind: 'addLayer', at: insert }, [
                    ...sizes.slice(0, at + 1),
                    kind === 'hidden' ? units : 4,
                    ...sizes.slice(at + 1),
                  ])}
                >
                  {words.layerPlus}
                </button>
                {kind === 'hidden' && (
                  <button
                    type="button"
                    className="pancake-network-button"
                    aria-label={words.removeLayer}
                    title={words.removeLayer}
                    {...considering(
                      { kind: 'removeLayer', at: hidden },
                      sizes.filter((_, i) => i !== at),
                    )}
                  >
                    ×
                  </button>
                )}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
