// TensorView: a tensor's name and shape, and below them its numbers, or a summary of very many.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Tensor } from '../../engine';
import { useCaught } from '../../hooks';
import { Grid, type GridProps } from './grid';
import type { TensorLabels } from './labels';
import { matrixOf, sliceCount, whole, type Matrix, type Part } from './matrix';
import { Pager } from './pager';
import { Summary } from './summary';

/** How many rows, and how many columns, are shown before a tensor has to be opened. */
export const mostShown = 8;
/** How many rows, and how many columns, stand in the page at once when it is opened. */
const mostOpened = 64;

export interface TensorViewProps extends Omit<
  GridProps,
  'matrix' | 'caption' | 'rowName' | 'columnName' | 'part'
> {
  tensor: Tensor;
  name: string;
  term?: string | undefined;
  /** Before the name: `×`, `=`. */
  sign?: string;
  rowName?: string | undefined;
  columnName?: string | undefined;
  /** How many rows and columns are shown before it has to be opened. */
  maxShown?: number;
  words: TensorLabels;
  /** Only these rows: a part that the figure around chooses. */
  rows?: { from: number; count: number } | undefined;
  /** Instead of the shape. */
  shape?: ReactNode;
}

/** A tensor. All that stands for it, from its name to its numbers, is one term. */
export function TensorView(props: TensorViewProps) {
  const { tensor, name, term, sign, maxShown = mostShown, words, rows, ...grid } = props;
  const { rowName, columnName, shape: shownShape, ...rest } = grid;
  const [slice, setSlice] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const count = sliceCount(tensor);
  const current = Math.min(slice, count - 1);
  const matrix = useMemo(() => matrixOf(tensor, current), [tensor, current]);
  const part = rows ? { ...whole(matrix), row: rows.from, rows: rows.count } : whole(matrix);
  const isLarge = part.rows > maxShown || part.columns > maxShown;
  const { shape } = tensor;
  const row = rowName ?? words.row;
  const column = columnName ?? words.column;
  const caption = words.caption(name, shape, row, column);
  const shared = { ...rest, matrix, caption, rowName: row, columnName: column };
  return (
    <div className="pancake-tensor" data-term={term} data-shape={shape.join(',')}>
      <div className="pancake-tensor-name" aria-hidden="true">
        {sign && <span className="pancake-tensor-sign">{sign}</span>}
        <b>{name}</b> <span>{shownShape ?? (shape.length > 0 && words.shape(shape))}</span>
      </div>
      {count > 1 && (
        <Pager
          part={current}
          count={count}
          onPart={setSlice}
          text={words.slice(name, current, count)}
          back={words.previousSlice}
          next={words.nextSlice}
        />
      )}
      {tensor.size === 0 ? (
        <p className="pancake-tensor-note">{words.empty}</p>
      ) : isLarge ? (
        <>
          <Summary {...{ tensor, matrix, name, words, isOpen }} onOpen={setOpen} />
          {isOpen && <Opened {...shared} name={name} words={words} />}
        </>
      ) : (
        <Scroll name={words.region(name)} choosable={rest.onChoose !== undefined}>
          <Grid {...shared} part={part} {...headsOf(shape)} {...own(rest)} />
        </Scroll>
      )}
    </div>
  );
}

// A single number needs no places, and a single row no number.
function headsOf(shape: readonly number[]): Pick<GridProps, 'rowHeads' | 'columnHeads'> {
  if (shape.every((length) => length === 1)) return { rowHeads: 'none', columnHeads: 'none' };
  if (shape.length < 2) return { rowHeads: 'none' };
  return {};
}

function own({ rowHeads, columnHeads }: Pick<GridProps, 'rowHeads' | 'columnHeads'>) {
  return { ...(rowHeads && { rowHeads }), ...(columnHeads && { columnHeads }) };
}

interface OpenedProps extends GridProps {
  name: string;
  words: TensorLabels;
}

// A page with tens of thousands of cells would be slow: these are shown part by part.
function Opened({ name, words, ...grid }: OpenedProps) {
  const { matrix, rowName, columnName } = grid;
  const [rowPart, setRowPart] = useState(0);
  const [columnPart, setColumnPart] = useState(0);
  const [row, rows] = partOf(matrix.rows, rowPart);
  const [column, columns] = partOf(matrix.columns, columnPart);
  const part: Part = { row, rows, column, columns };
  const pagers = [
    { what: rowName, from: row, shown: rows, all: matrix.rows, part: rowPart, turn: setRowPart },
    {
      ...{ what: columnName, from: column, shown: columns, all: matrix.columns },
      ...{ part: columnPart, turn: setColumnPart },
    },
  ];
  return (
    <>
      {pagers.map(
        ({ what, from, shown, all, part: place, turn }, i) =>
          all > mostOpened && (
            <Pager
              key={i}
              part={place}
              count={Math.ceil(all / mostOpened)}
              onPart={turn}
              text={words.some(what, from, from + shown - 1, all)}
              back={words.earlier(what)}
              next={words.later(what)}
            />
          ),
      )}
      <Scroll name={words.region(name)} choosable={grid.onChoose !== undefined} opened>
        <Grid {...grid} part={part} />
      </Scroll>
    </>
  );
}

function partOf(all: Matrix['rows'], part: number): [from: number, count: number] {
  const from = Math.min(part, Math.ceil(all / mostOpened) - 1) * mostOpened;
  return [from, Math.min(mostOpened, all - from)];
}

interface ScrollProps {
  name: string;
  /** Whether the tab key gets to what is inside, from where arrow keys scroll. */
  choosable: boolean;
  opened?: boolean;
  children: ReactNode;
}

/** What is too wide or too high scrolls; the tab key then gets to it. */
export function Scroll({ name, choosable, opened, children }: ScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  const caught = useCaught();
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(
      caught(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        setScrolls(scrollWidth > clientWidth || scrollHeight > clientHeight);
      }),
    );
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [caught]);
  const stops = opened || (scrolls && !choosable);
  return (
    <div
      ref={box}
      className="pancake-tensor-scroll"
      data-opened={opened}
      role={stops ? 'region' : undefined}
      aria-label={stops ? name : undefined}

      tabIndex={stops && !choosable ? 0 : undefined}
    >
      {children}
    </div>
  );
}
