// ProductView: a product of matrices as it is worked out on paper. The left factor stands below left,
// the right one above right, so that each number of the result stands where its row and column meet.
import { useState, type ReactNode } from 'react';
import { EntrySum, type EntrySumFacts } from './entry-sum';
import type { ProductLabels } from './labels';
import { matrixOf, type Entry } from './matrix';
import { Pager } from './pager';
import { charactersOf, roomFor } from './room';
import { TensorView, mostShown, type TensorViewProps } from './tensor-view';

/** A matrix of a product. */
export type Operand = Pick<
  TensorViewProps,
  'tensor' | 'name' | 'term' | 'shape' | 'sign' | 'rowName' | 'columnName'
>;

interface ProductViewProps {
  left: Operand;
  right: Operand;
  /** Added to each row of the product. */
  bias?: Operand | undefined;
  result: Operand;
  /** The row to mark. */
  sample?: number | undefined;
  entry: Entry | null;
  onEntry: (entry: Entry | null) => void;
  /** The sum of the entry. */
  sumOf: (entry: Entry) => EntrySumFacts;
  words: ProductLabels;
}

const heads = { rowHeads: 'shown', columnHeads: 'shown' } as const;

/** The matrices, and the sum of the entry chosen. */
export function ProductView(props: ProductViewProps) {
  const { left, right, bias, result, sample, entry, onEntry, sumOf, words } = props;
  const [asked, setAsked] = useState<{ page: number; sample: number | undefined } | null>(null);
  const samples = matrixOf(result.tensor).rows;
  const pages = Math.ceil(samples / mostShown);
  // Where the reader went holds until the page goes to another sample.
  const own = asked?.sample === sample ? asked?.page : undefined;
  const page = Math.min(pages - 1, own ?? Math.floor((sample ?? entry?.[0] ?? 0) / mostShown));
  const from = page * mostShown;
  const rows = { from, count: Math.min(mostShown, samples - from) };
  const { rows: inner, columns } = matrixOf(right.tensor);
  // Columns that belong together are equally wide.
  const characters = Math.max(
    ...[right, result, ...(bias ? [bias] : [])].map(({ tensor }) => charactersOf(tensor.data)),
  );
  const isLarge = inner > mostShown || columns > mostShown;
  const room = isLarge
    ? 'none'
    : roomFor(inner, columns, charactersOf(left.tensor.data), characters);
  const [row, column] = entry ?? [];
  const shared = { words, ...heads };
  return (
    <div className="pancake-product-figure">
      {pages > 1 && (
        <Pager
          part={page}
          count={pages}
          onPart={(to) => setAsked({ page: to, sample })}
          text={words.some(words.sample, from, from + rows.count - 1, samples)}
          back={words.earlier(words.sample)}
          next={words.later(words.sample)}
        />
      )}
      <div className="pancake-product-matrices" data-room={room}>
        <Cell area="right">
          <TensorView {...right} {...{ ...shared, characters }} litColumn={column} />
        </Cell>
        {bias && (
          <Cell area="bias">
            <TensorView
              {...bias}
              {...{ ...shared, characters }}
              rowHeads={isLarge ? 'none' : 'blank'}
              columnHeads={isLarge ? 'shown' : 'none'}
              litColumn={column}
            />
          </Cell>
        )}
        <Cell area="left">
          <TensorView {...left} {...{ ...shared, rows }} litRow={row} sampleRow={sample} />
        </Cell>
        <Cell area="result">
          <TensorView
            {...result}
            {...{ ...shared, characters, rows }}
            sampleRow={sample}
            chosen={entry}
            onChoose={onEntry}
          />
        </Cell>
      </div>
      {entry ? (
        <EntrySum sum={sumOf(entry)} words={words} onClose={() => onEntry(null)} />
      ) : (
        <p className="pancake-tensor-note">{words.choose(result.name)}</p>
      )}
    </div>
  );
}

function Cell({ area, children }: { area: string; children: ReactNode }) {
  return <div data-area={area}>{children}</div>;
}

interface ShapesProps {
  left: readonly number[];
  right: readonly number[];
  bias?: readonly number[] | undefined;
  result: readonly number[];
  /** What the lengths that must agree count: `inputs`. */
  agreed: string;
  words: ProductLabels;
}

/** The shapes of a product, with the two lengths that must agree marked. */
export function Shapes({ left, right, bias, result, agreed, words }: ShapesProps) {
  const inner = right[0]!;
  const mark = <mark title={words.agree(inner, agreed)}>{inner}</mark>;
  return (
    <span className="pancake-shapes">
      <span>
        ({left[0]}, {mark})
      </span>{' '}
      ×{' '}
      <span>
        ({mark}, {right[1]})
      </span>{' '}
      {bias && <>+ {words.shape(bias)} </>}= {words.shape(result)}
    </span>
  );
}
