// OuterProductSum: why the gradient of a weight is a sum over the batch, a sample at a time.
import { forwardRef, useMemo } from 'react';
import { useLabels } from '../../a11y';
import { ensure, show } from '../../engine';
import { Frame, island, outerProductSumRoom, useControllable } from '../figure';
import { matrixTable } from '../share';
import { outerProductLabels, type OuterProductLabels } from './labels';
import { parameterOf, weightOf } from './linear';
import type { LinearFigureProps } from './linear-product';
import { largestOf, matrixOf, type Entry } from './matrix';
import { SampleSteps } from './sample-steps';
import { BiasSum, WeightSum } from './share-sums';

/** Props of {@link OuterProductSum}. */
export interface OuterProductSumProps extends LinearFigureProps {
  /** Which parameter: `weight`, with the bias below it, or `bias` alone. @default 'weight' */
  parameter?: string;
  /** The sample added last, from 0; makes it the page's to change. */
  sample?: number;
  /** @default 0 */
  defaultSample?: number;
  /** Called when the reader goes to another sample. */
  onSampleChange?: (sample: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<OuterProductLabels>;
}

const Live = forwardRef<HTMLElement, OuterProductSumProps>(function OuterProductSum(props, ref) {
  const { step, names, parameter = 'weight', sample: given, defaultSample = 0, ...more } = props;
  const { onSampleChange, entry: givenEntry, defaultEntry = null, onEntryChange, ...others } = more;
  const { labels, ...rest } = others;
  const [asked, setSample] = useControllable(given, defaultSample, onSampleChange);
  const [entry, setEntry] = useControllable<Entry | null>(givenEntry, defaultEntry, onEntryChange);
  const words = useLabels('OuterProductSum', outerProductLabels, labels);
  weightOf(step, names, 'OuterProductSum');
  const chosen = parameterOf(step, names, parameter);
  ensure(
    chosen && ['weight', 'bias'].includes(parameter),
    () =>
      `OuterProductSum got parameter = ${show(parameter)}; ${step.description} has ${step.parameters.map(({ name }) => show(name)).join(' and ')}`,
  );
  const bias = parameterOf(step, names, 'bias');
  const count = step.input.shape[0]!;
  const sample = Math.min(count - 1, Math.max(0, Math.round(asked)));
  const gradient = words.derivative(names.objective, chosen.shown);
  const { shares } = chosen;
  // One scale for all shares, so that their colours can be compared.
  const largest = useMemo(() => Math.max(...shares.map(({ data }) => largestOf(data))), [shares]);
  const pictures = useMemo(() => shares.map((share) => matrixOf(share)), [shares]);
  const shared = { step, names, sample, words };
  return (
    <Frame
      ref={ref}
      component="OuterProductSum"
      table={() =>
        matrixTable([
          ...shares.map((tensor, i) => ({ name: `${gradient} ${i + 1}`, tensor })),
          { name: gradient, tensor: chosen.added },
        ])
      }
      embed={null}
      data-added={sample + 1}
      heading={words.heading(gradient)}
      note={<span role="status">{words.note(sample + 1, count)}</span>}
      caption={
        parameter === 'bias' ? words.biasExplanation(gradient) : words.explanation(gradient, count)
      }
      {...rest}
    >
      {count > 1 && (
        <SampleSteps {...{ sample, largest, words }} shares={pictures} onSample={setSample} />
      )}
      {parameter === 'weight' && (
        <WeightSum {...shared} largest={largest} entry={entry} onEntry={setEntry} />
      )}
      {parameter === 'weight' && bias && (
        <BiasSum key={count} {...shared} defaultEntry={null} explained />
      )}
      {parameter === 'bias' && <BiasSum {...shared} entry={entry} onEntry={setEntry} />}
    </Frame>
  );
});

/**
 * What a batch adds to the gradient of a Linear layer's weight: for each sample the gradient of the
 * output, as a column, times the input, as a row; and the sum of these tables, sample by sample.
 * Choosing a number of the sum shows it as a sum over the batch.
 *
 * @throws PancakeError if the step is not one of a Linear layer, or has no such parameter
 */
export const OuterProductSum = island<OuterProductSumProps>(outerProductSumRoom, Live);
