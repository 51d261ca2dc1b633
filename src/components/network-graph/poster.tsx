// The poster of the graph: a map in every neuron as SVG, for where no script paints them.
import { NonFiniteError } from '../../engine';
import type { Trainer } from '../../trainer';
import { Shades, evenLevels, shadesOf, type Shade } from '../poster';
import type { Column } from './columns';
import type { GraphLayout } from './layout';
import { scaleOf } from './paint';

// The maps are small, and so are their grids; in units of which each has so many.
const side = 16;
const size = 64;

interface PosterMapsProps {
  trainer: Trainer;
  columns: readonly Column[];
  layout: GraphLayout;
}

/** A map in each neuron, of the run as it is now. */
export function PosterMaps({ trainer, columns, layout }: PosterMapsProps) {
  const wide = layout.size - 4;
  return (
    <svg
      className="pancake-network-maps"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
    >
      {layout.neurons.map(({ column, unit, x, y }) => (
        <g
          key={`${column}.${unit}`}
          transform={`translate(${x - wide / 2} ${y - wide / 2})`}
          data-map={`${column}.${unit}`}
        >
          <Shades
            shades={shadesIn(trainer, columns[column]!, unit)}
            width={wide}
            height={wide}
            size={size}
          />
        </g>
      ))}
    </svg>
  );
}

function shadesIn(trainer: Trainer, column: Column, unit: number): Shade[] {
  try {
    const plane = trainer.plane(side);
    const { data } = column.place < 0 ? plane.points : plane.layer(column.place);
    const { factor, middle } = scaleOf(column, trainer.data.task);
    const values = Float64Array.from(
      { length: side * side },
      (_, i) => (data[i * column.units + unit]! - middle) * factor,
    );
    const scale = { n: side, size, ...evenLevels(3, 1) };
    return [
      ...shadesOf({ color: 'negative', values: values.map((value) => -value), ...scale }),
      ...shadesOf({ color: 'positive', values, ...scale }),
    ];
  } catch (error) {
    // Far from the data a model may overflow.
    if (error instanceof NonFiniteError) return [];
    throw error;
  }
}
