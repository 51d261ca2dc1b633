// TensorGrid: a tensor as a table of numbers on the colours of their values.
import { forwardRef, useMemo } from 'react';
import { useLabels } from '../../a11y';
import { Tensor, type TensorLike } from '../../engine';
import { type FigureProps, Frame, island, tensorGridRoom } from '../figure';
import { matrixTable } from '../share';
import { tensorLabels, type TensorLabels } from './labels';
import { summarize, type Entry } from './matrix';
import { TensorView, mostShown } from './tensor-view';

/** Props of {@link TensorGrid}. */
export interface TensorGridProps extends Omit<FigureProps, 'trainer'> {
  /** The numbers, as a tensor or nested arrays. More than two dimensions are shown a matrix at a time. */
  tensor: TensorLike;
  /** What it is called: `W1`. */
  name: string;
  /** Its id among the terms of a figure, with which it is highlighted: `dL_dW1`. */
  term?: string;
  /** What a row stands for, in one word: `sample`. */
  rowName?: string;
  /** What a column stands for: `input`. */
  columnName?: string;
  /** How many rows and how many columns are shown before it has to be opened. @default 8 */
  maxShown?: number;
  /** The number chosen, by row and column from 0. */
  chosen?: readonly [row: number, column: number] | null;
  /** Called when the reader chooses a number, or gives it up (null); makes them choosable. */
  onChoose?: (entry: readonly [row: number, column: number] | null) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<TensorLabels>;
}

const Live = forwardRef<HTMLElement, TensorGridProps>(function TensorGrid(props, ref) {
  const { tensor, name, term, rowName, columnName, maxShown, chosen, onChoose, ...others } = props;
  const { labels, ...rest } = others;
  const numbers = useMemo(() => Tensor.from(tensor), [tensor]);
  const words = useLabels('TensorGrid', tensorLabels, labels);
  const description = useMemo(
    () => words.description(name, summarize(numbers)),
    [words, name, numbers],
  );
  const meaning = words.meaning(rowName, columnName);
  const choose = onChoose && ((entry: Entry | null) => onChoose(entry));
  return (
    <Frame
      ref={ref}
      component="TensorGrid"
      table={() => matrixTable([{ name, tensor: Tensor.from(tensor) }])}
      embed={null}
      description={description}
      aria-label={rest.heading ? undefined : words.region(name)}
      {...rest}
    >
      <TensorView
        {...{ tensor: numbers, name, term, rowName, columnName, chosen, words }}
        {...(maxShown !== undefined && { maxShown })}
        onChoose={choose}
      />
      {meaning && <p className="pancake-tensor-note">{meaning}</p>}
    </Frame>
  );
});

/**
 * A tensor's numbers in rows and columns, orange below 0 and blue above, with its name and shape. A
 * large one is a picture and a few facts until it is opened.
 *
 * @throws PancakeError if nested arrays are not of the same length
 */
export const TensorGrid = island<TensorGridProps>({ ...tensorGridRoom, heightOf }, Live);

// Without looking at its numbers.
function heightOf({ tensor, maxShown = mostShown }: TensorGridProps): number {
  const shape = tensor instanceof Tensor ? tensor.shape : shapeOf(tensor);
  const [rows, columns] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const isLarge = rows > maxShown || columns > maxShown;
  return isLarge ? 92 : 36 + 21 * rows;
}

function shapeOf(nested: TensorLike): number[] {
  return Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0] as TensorLike)] : [];
}
