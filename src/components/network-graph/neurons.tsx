// The neurons as buttons over their maps: one stop for the keyboard, arrows move between them.
import { useRef, type KeyboardEvent } from 'react';
import type { NeuronPlace } from '../../hooks';
import type { Column } from './columns';
import type { NetworkGraphLabels } from './labels';
import type { GraphLayout, Neuron } from './layout';
import type { SentLooks } from './paint';

interface NeuronsProps {
  columns: readonly Column[];
  layout: GraphLayout;
  words: NetworkGraphLabels;
  /** What the biases are in the HTML. */
  sent: SentLooks | null;
  /** What a neuron is called with its numbers. */
  nameOf: (neuron: Neuron) => string;
  /** The neuron that the big picture shows. */
  selected: NeuronPlace | null;
  /** The neuron whose numbers are open. */
  opened: Neuron | null;
  onLook: (neuron: Neuron | null) => void;
  onOpen: (neuron: Neuron) => void;
  onRemove: (neuron: Neuron) => void;
}

export function Neurons(props: NeuronsProps) {
  const { columns, layout, words, sent, nameOf, selected, opened, onLook, onOpen, onRemove } =
    props;
  const root = useRef<HTMLDivElement>(null);
  const { size, neurons } = layout;
  const isSelected = ({ column, unit }: Neuron) =>
    selected?.layer === columns[column]!.place && selected.unit === unit;
  const stop = neurons.find(isSelected) ?? neurons.find(({ column }) => column === 1) ?? neurons[0];

  const move = (event: KeyboardEvent, from: Neuron) => {
    if (event.key === 'Delete' || event.key === 'Backspace') return onRemove(from);
    if (event.key === 'Escape') return onLook(null);
    const to = neighbour(neurons, from, event.key);
    if (!to) return;
    event.preventDefault();
    focusNeuron(root.current!, to);
  };

  return (
    <div ref={root} className="pancake-network-neurons">
      {neurons.map((neuron) => {
        const { column, unit, x, y } = neuron;
        const { place, linear, names, kind } = columns[column]!;
        return (
          <button
            key={keyOf(neuron)}
            type="button"
            className="pancake-network-neuron"
            style={{ left: x - size / 2, top: y - size / 2, width: size, height: size }}
            tabIndex={neuron === stop ? 0 : -1}
            aria-label={nameOf(neuron)}
            aria-pressed={opened ? keyOf(opened) === keyOf(neuron) : false}
            data-key={keyOf(neuron)}
            data-layer={place}
            data-unit={unit}
            data-selected={isSelected(neuron) || undefined}
            onPointerEnter={(event) => {
              if (event.pointerType !== 'touch') onLook(neuron);
            }}
            onPointerLeave={(event) => {
              if (event.pointerType !== 'touch') onLook(null);
            }}
            onFocus={() => onLook(neuron)}
            onBlur={() => onLook(null)}
            onClick={() => onOpen(neuron)}
            onKeyDown={(event) => move(event, neuron)}
          >
            {kind === 'input' && <span className="pancake-network-name">{names[unit]}</span>}
            {linear >= 0 && (
              <span
                className="pancake-network-bias"
                data-linear={linear}
                data-unit={unit}
                {...sent?.bias(linear, unit)}
              />
            )}
          </button>
        );
      })}
      {columns.map((column, i) =>
        column.kind === 'input' ? null : (
          <span key={i} className="pancake-hidden">
            {words.column(column)}
          </span>
        ),
      )}
    </div>
  );
}

/** Gives a neuron the focus; the one before it, if it is about to go. */
export function focusNeuron(around: Element, { column, unit }: Neuron, goes = false): void {
  const at = goes ? Math.max(0, unit - 1) : unit;
  around.querySelector<HTMLElement>(`[data-key="${column}.${at}"]`)?.focus();
}

function keyOf({ column, unit }: Neuron): string {
  return `${column}.${unit}`;
}

// Up and down within a column; left and right to the nearest neuron of the next one.
function neighbour(neurons: readonly Neuron[], from: Neuron, key: string): Neuron | undefined {
  const inColumn = (column: number) => neurons.filter((neuron) => neuron.column === column);
  const own = inColumn(from.column);
  const nearest = (column: number) =>
    inColumn(column).sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  const moves: Record<string, () => Neuron | undefined> = {
    ArrowUp: () => own[from.unit - 1],
    ArrowDown: () => own[from.unit + 1],
    ArrowLeft: () => nearest(from.column - 1),
    ArrowRight: () => nearest(from.column + 1),
    Home: () => own[0],
    End: () => own.at(-1),
  };
  return Object.hasOwn(moves, key) ? moves[key]!() : undefined;
}
