// LinearProduct: the output of a Linear layer for a whole batch, as a product of matrices.
import { forwardRef, useMemo } from 'react';
import { useLabels } from '../../a11y';
import type { TraceStep } from '../../engine';
import { type FigureProps, Frame, island, linearProductRoom, useControllable } from '../figure';
import { matrixTable } from '../share';
import type { StepNames } from '../formula';
import type { EntrySumFacts } from './entry-sum';
import { productLabels, type ProductLabels } from './labels';
import { factorsOf, parameterOf, turned, weightOf, within } from './linear';
import type { Entry } from './matrix';
import { ProductView, Shapes } from './product-view';

/** What the figures of a Linear layer have in common. */
export interface LinearFigureProps extends Omit<FigureProps, 'trainer'> {
  /** What the layer did to a batch, as `trace` gives it. */
  step: TraceStep;
  /** What its values and parameters are called. */
  names: StepNames;
  /** The number whose sum is shown, by row and column from 0; makes it the page's to change. */
  entry?: readonly [row: number, column: number] | null;
  /** @default null */
  defaultEntry?: readonly [row: number, column: number] | null;
  /** Called when the reader chooses a number, or closes its sum (null). */
  onEntryChange?: (entry: readonly [row: number, column: number] | null) => void;
}

/** Props of {@link LinearProduct}. */
export interface LinearProductProps extends LinearFigureProps {
  /** The sample to mark, a row of the batch from 0. */
  sample?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<ProductLabels>;
}

const Live = forwardRef<HTMLElement, LinearProductProps>(function LinearProduct(props, ref) {
  const { step, names, sample, entry: given, defaultEntry = null, onEntryChange, ...more } = props;
  const { labels, ...rest } = more;
  const [asked, setEntry] = useControllable<Entry | null>(given, defaultEntry, onEntryChange);
  const words = useLabels('LinearProduct', productLabels, labels);
  const weight = weightOf(step, names, 'LinearProduct');
  const bias = parameterOf(step, names, 'bias');
  const { input, output } = step;
  const across = useMemo(() => turned(weight.value), [weight.value]);
  const acrossName = words.transposed(weight.shown);
  const entry = within(asked, output);

  const sumOf = ([row, column]: Entry): EntrySumFacts => {
    const x = factorsOf(input, names.input, names.input, words);
    const w = factorsOf(weight.value, weight.shown, weight.shown, words);
    const b = bias && factorsOf(bias.value, bias.shown, bias.shown, words)([0, column]);
    const terms = Array.from({ length: across.shape[0]! }, (_, i) => [x([row, i]), w([column, i])]);
    return {
      result: factorsOf(output, names.output, names.output, words)([row, column]),
      terms: b ? [...terms, [b]] : terms,
      symbols: {
        index: 'i',
        factors: [words.entry(names.input, [row, 'i']), words.entry(weight.shown, [column, 'i'])],
        plus: b?.name,
      },
    };
  };
  const { inputs, outputs } = words;
  return (
    <Frame
      ref={ref}
      component="LinearProduct"
      table={() =>
        matrixTable([
          { name: names.input, tensor: input },
          { name: weight.shown, tensor: weight.value },
          ...(bias ? [{ name: bias.shown, tensor: bias.value }] : []),
          { name: names.output, tensor: output },
        ])
      }
      embed={null}
      heading={words.product(names.output, names.input, acrossName, bias?.shown ?? null)}
      note={
        <Shapes
          left={input.shape}
          right={across.shape}
          bias={bias?.value.shape}
          result={output.shape}
          agreed={inputs}
          words={words}
        />
      }
      caption={words.productCaption(weight.shown, weight.value.shape)}
      {...rest}
    >
      <ProductView
        left={{
          ...{ tensor: input, name: names.input, term: names.input },
          ...{ rowName: words.sample, columnName: inputs },
        }}
        right={{
          ...{ tensor: across, name: acrossName, term: weight.shown, sign: '×' },
          ...{ rowName: inputs, columnName: outputs },
        }}
        bias={
          bias && {
            ...{ tensor: bias.value, name: bias.shown, term: bias.shown, sign: '+' },
            columnName: outputs,
          }
        }
        result={{
          ...{ tensor: output, name: names.output, term: names.output, sign: '=' },
          ...{ rowName: words.sample, columnName: outputs },
        }}
        {...{ sample, entry, sumOf, words }}
        onEntry={setEntry}
      />
    </Frame>
  );
});

/**
 * out = x Wᵀ + b for the batch of a step: the matrices with their shapes, placed so that a row of x
 * and a column of Wᵀ meet in the number that they make. Choosing that number shows its sum.
 *
 * @throws PancakeError if the step is not one of a Linear layer
 */
export const LinearProduct = island<LinearProductProps>(linearProductRoom, Live);
