// The two sums of a Linear layer's gradients: a sample's share, and what the samples have added so far.
import { useMemo, useState, type ReactNode } from 'react';
import { Tensor, type TraceStep, type TracedParameter } from '../../engine';
import { derivative, type StepNames } from '../formula';
import { decimalsFor, widestOf } from './digits';
import { EntrySum, type EntrySumFacts } from './entry-sum';
import type { OuterProductLabels } from './labels';
import { factorsOf, parameterOf, within } from './linear';
import { largestOf, matrixOf, rowOf, type Entry } from './matrix';
import { roomFor } from './room';
import { TensorView, mostShown } from './tensor-view';

interface SharedProps {
  step: TraceStep;
  names: StepNames;
  /** The sample added last. */
  sample: number;
  words: OuterProductLabels;
}

interface WeightSumProps extends SharedProps {
  /** Which size gets the full colour in a share. */
  largest: number;
  entry: Entry | null;
  onEntry: (entry: Entry | null) => void;
}

/** Column times row is the sample's share; the shares add up. */
export function WeightSum(props: WeightSumProps) {
  const { step, names, sample, words, largest, onEntry } = props;
  const weight = parameterOf(step, names, 'weight')!;
  const count = weight.shares.length;
  const sum = useSoFar(weight, sample);
  const entry = within(props.entry, sum);
  const { objective, input, output } = names;
  const slopeName = words.derivative(objective, output);
  const column = useMemo(() => turnedRow(step.gradOut, sample), [step.gradOut, sample]);
  const row = useMemo(() => rowTensor(step.input, sample), [step.input, sample]);
  const [outputs, inputs] = weight.value.shape as [number, number];
  const isLarge = outputs > mostShown || inputs > mostShown;
  const share = weight.shares[sample]!;
  const look = useCommonLook(weight);
  const rowLook = lookOf([step.input]);
  // Columns that belong together are equally wide.
  const characters = Math.max(look.characters, rowLook.characters);
  const columnLook = lookOf([step.gradOut]);
  const room = isLarge ? 'none' : roomFor(1, inputs, columnLook.characters, characters);
  const meaning = { rowName: words.outputs, columnName: words.inputs };
  const gradient = words.derivative(objective, weight.shown);
  const id = derivative(objective, weight.shown);
  const sumView = (sign: string) => (
    <TensorView
      tensor={sum}
      name={words.soFar(gradient, sample + 1, count)}
      {...{ term: id, sign, words, ...meaning, ...look, characters }}
      largest={Math.max(largest, largestOf(weight.added.data))}
      chosen={entry}
      onChoose={onEntry}
    />
  );

  const sumOf = ([o, i]: Entry) => {
    const slope = factorsOf(step.gradOut, slopeName, derivative(objective, output), words);
    const x = factorsOf(step.input, input, input, words);
    return overBatch(props, gradient, sum, [o, i], {
      term: (b) => [slope([b, o]), x([b, i])],
      symbols: [words.entry(slopeName, ['b', o]), words.entry(input, ['b', i])],
      id,
    });
  };
  return (
    <>
      <div className="pancake-outer">
        <div className="pancake-product-matrices" data-room={room}>
          <div data-area="right">
            <TensorView
              tensor={row}
              name={words.entry(input, [sample])}
              {...{ term: input, sign: '×', words, columnName: words.inputs }}
              rowHeads={isLarge ? 'none' : 'blank'}
              litColumn={entry?.[1]}
              {...{ ...rowLook, characters }}
            />
          </div>
          <div data-area="left">
            <TensorView
              tensor={column}
              name={words.transposed(words.entry(slopeName, [sample]))}
              term={derivative(objective, output)}
              {...{ words, rowName: words.outputs, columnHeads: 'blank' }}
              {...columnLook}
              litRow={entry?.[0]}
            />
          </div>
          <div data-area="result">
            {count === 1 ? (
              sumView('=')
            ) : (
              <TensorView
                tensor={share}
                name={words.share(sample)}
                {...{ sign: '=', words, largest, ...meaning, ...look }}
                chosen={entry}
                characters={characters}
              />
            )}
          </div>
        </div>
        {count > 1 && <div className="pancake-outer-sum">{sumView('→')}</div>}
      </div>
      <Expanded {...{ entry, sumOf, onEntry, words }} of={gradient} />
    </>
  );
}

interface BiasSumProps extends SharedProps {
  /** The entry chosen; without it the component keeps its own. */
  entry?: Entry | null;
  onEntry?: (entry: Entry | null) => void;
  defaultEntry?: null;
  /** Whether a sentence says why. */
  explained?: boolean;
}

/** The bias: a sample's share is its row of gradients. */
export function BiasSum(props: BiasSumProps) {
  const { step, names, sample, words, explained, defaultEntry = null } = props;
  const [own, setOwn] = useState<Entry | null>(defaultEntry);
  const { entry: asked = own, onEntry = setOwn } = props;
  const bias = parameterOf(step, names, 'bias')!;
  const count = bias.shares.length;
  const sum = useSoFar(bias, sample);
  const entry = within(asked, sum);
  const { objective, output } = names;
  const slopeName = words.derivative(objective, output);
  const gradient = words.derivative(objective, bias.shown);
  const share = bias.shares[sample]!;
  const look = useCommonLook(bias);
  const id = derivative(objective, bias.shown);
  const sumOf = ([, o]: Entry) => {
    const slope = factorsOf(step.gradOut, slopeName, derivative(objective, output), words);
    return overBatch(props, gradient, sum, [0, o], {
      term: (b) => [slope([b, o])],
      symbols: [words.entry(slopeName, ['b', o])],
      id,
    });
  };
  return (
    <div className="pancake-outer-bias" data-second={explained}>
      <div className="pancake-outer">
        {count > 1 && (
          <TensorView
            tensor={share}
            name={words.entry(slopeName, [sample])}
            term={derivative(objective, output)}
            {...{ words, columnName: words.outputs, ...look }}
            chosen={entry}
          />
        )}
        <div className="pancake-outer-sum">
          <TensorView
            tensor={sum}
            name={words.soFar(gradient, sample + 1, count)}
            {...{ term: id, words, columnName: words.outputs, ...look }}
            sign={count > 1 ? '→' : ''}
            chosen={entry}
            onChoose={onEntry}
          />
        </div>
      </div>
      {explained && <p className="pancake-tensor-note">{words.biasExplanation(gradient)}</p>}
      <Expanded {...{ entry, sumOf, onEntry, words }} of={explained ? null : gradient} />
    </div>
  );
}

interface ExpandedProps {
  entry: Entry | null;
  sumOf: (entry: Entry) => EntrySumFacts;
  onEntry: (entry: Entry | null) => void;
  /** What can be chosen from, to say so. */
  of: string | null;
  words: OuterProductLabels;
}

function Expanded({ entry, sumOf, onEntry, of, words }: ExpandedProps): ReactNode {
  if (entry) return <EntrySum sum={sumOf(entry)} words={words} onClose={() => onEntry(null)} />;
  return of && <p className="pancake-tensor-note">{words.choose(of)}</p>;
}

interface BatchTerms {
  term: (sample: number) => EntrySumFacts['terms'][number];
  symbols: readonly string[];
  id: string;
}

// One term a sample, up to the one added last.
function overBatch(
  { step, sample, words }: SharedProps,
  gradient: string,
  sum: Tensor,
  entry: Entry,
  { term, symbols, id }: BatchTerms,
): EntrySumFacts {
  const result = factorsOf(sum, gradient, id, words)(entry);
  const isAll = sample + 1 === step.input.shape[0];
  return {
    result: { ...result, name: isAll ? result.name : words.entrySoFar(result.name) },
    terms: Array.from({ length: sample + 1 }, (_, b) => term(b)),
    symbols: { index: words.overBatch(sample), factors: symbols },
  };
}

// Numbers that are added to each other have the same decimals.
function useCommonLook({ added, shares }: Pick<TracedParameter, 'added' | 'shares'>) {
  return useMemo(() => lookOf([added, ...shares]), [added, shares]);
}

// The same from sample to sample, so that nothing jumps.
function lookOf(tensors: readonly Tensor[]) {
  const decimals = Math.max(...tensors.map(({ data }) => decimalsFor(data)));
  const characters = Math.max(...tensors.map(({ data }) => widestOf(data, decimals)));
  return { decimals, characters };
}

// The last sum is the engine's own.
function useSoFar({ added, shares }: { added: Tensor; shares: readonly Tensor[] }, sample: number) {
  return useMemo(() => {
    if (sample === shares.length - 1) return added;
    const sum = Tensor.zeros(added.shape);
    for (const { data } of shares.slice(0, sample + 1)) {
      for (let i = 0; i < data.length; i++) sum.data[i]! += data[i]!;
    }
    return sum;
  }, [added, shares, sample]);
}

function rowTensor(batch: Tensor, sample: number): Tensor {
  const { data, columns } = rowOf(matrixOf(batch), sample);
  return new Tensor(data, [1, columns]);
}

function turnedRow(batch: Tensor, sample: number): Tensor {
  const { data, columns } = rowOf(matrixOf(batch), sample);
  return new Tensor(data, [columns, 1]);
}
