// LinearBackward: how a Linear layer hands the gradient of a whole batch down.
import { forwardRef } from 'react';
import { useLabels } from '../../a11y';
import { Frame, island, linearBackwardRoom, useControllable } from '../figure';
import { matrixTable } from '../share';
import { derivative } from '../formula';
import type { EntrySumFacts } from './entry-sum';
import { productLabels, type ProductLabels } from './labels';
import { factorsOf, weightOf, within } from './linear';
import type { LinearFigureProps } from './linear-product';
import type { Entry } from './matrix';
import { ProductView, Shapes } from './product-view';

/** Props of {@link LinearBackward}. */
export interface LinearBackwardProps extends LinearFigureProps {
  /** The sample to mark, a row of the batch from 0. */
  sample?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<ProductLabels>;
}

const Live = forwardRef<HTMLElement, LinearBackwardProps>(function LinearBackward(props, ref) {
  const { step, names, sample, entry: given, defaultEntry = null, onEntryChange, ...more } = props;
  const { labels, ...rest } = more;
  const [asked, setEntry] = useControllable<Entry | null>(given, defaultEntry, onEntryChange);
  const words = useLabels('LinearBackward', productLabels, labels);
  const weight = weightOf(step, names, 'LinearBackward');
  const { gradOut, gradIn } = step;
  const { objective } = names;
  const above = words.derivative(objective, names.output);
  const below = words.derivative(objective, names.input);
  const entry = within(asked, gradIn);

  const sumOf = ([row, column]: Entry): EntrySumFacts => {
    const slope = factorsOf(gradOut, above, derivative(objective, names.output), words);
    const w = factorsOf(weight.value, weight.shown, weight.shown, words);
    const outputs = gradOut.shape[1]!;
    return {
      result: factorsOf(gradIn, below, derivative(objective, names.input), words)([row, column]),
      terms: Array.from({ length: outputs }, (_, o) => [slope([row, o]), w([o, column])]),
      symbols: {
        index: 'o',
        factors: [words.entry(above, [row, 'o']), words.entry(weight.shown, ['o', column])],
      },
    };
  };
  const { inputs, outputs } = words;
  return (
    <Frame
      ref={ref}
      component="LinearBackward"
      table={() =>
        matrixTable([
          { name: above, tensor: gradOut },
          { name: weight.shown, tensor: weight.value },
          { name: below, tensor: gradIn },
        ])
      }
      embed={null}
      heading={words.backward(below, above, weight.shown)}
      note={
        <Shapes
          left={gradOut.shape}
          right={weight.value.shape}
          result={gradIn.shape}
          agreed={outputs}
          words={words}
        />
      }
      caption={words.backwardCaption(weight.shown, words.transposed(weight.shown))}
      {...rest}
    >
      <ProductView
        left={{
          ...{ tensor: gradOut, name: above, term: derivative(objective, names.output) },
          ...{ rowName: words.sample, columnName: outputs },
        }}
        right={{
          ...{ tensor: weight.value, name: weight.shown, term: weight.shown, sign: '×' },
          ...{ rowName: outputs, columnName: inputs },
        }}
        result={{
          ...{ tensor: gradIn, name: below, term: derivative(objective, names.input), sign: '=' },
          ...{ rowName: words.sample, columnName: inputs },
        }}
        {...{ sample, entry, sumOf, words }}
        onEntry={setEntry}
      />
    </Frame>
  );
});

/**
 * dL/dx = dL/dout · W for the batch of a step, where forward was x Wᵀ + b: the same matrix, turned
 * over. Choosing a number of the result shows its sum.
 *
 * @throws PancakeError if the step is not one of a Linear layer
 */
export const LinearBackward = island<LinearBackwardProps>(linearBackwardRoom, Live);
