// Figures of one layer's work, for pages that have no trace at hand: that of the run around them.
import type { ComponentType } from 'react';
import { useMemo } from 'react';
import { PancakeError, show, type Tensor, type TraceStep } from '../../engine';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot } from '../../trainer';
import { parameterName, type StepNames } from '../../components/formula';
import { TensorGrid, type TensorGridProps } from '../../components/tensor';

interface TracedProps {
  /** The layer's place in the model, from 0. @default the first linear one */
  layer?: number;
  /** The training points, from 0. @default the first */
  samples?: readonly number[];
}

interface StepProps {
  step: TraceStep;
  names: StepNames;
}

/** A figure of a trace's step that takes the step from the run, as it is now. */
export function traced<P extends StepProps>(
  Shown: ComponentType<P>,
): ComponentType<Omit<P, keyof StepProps> & TracedProps> {
  return function Traced({ layer, samples, ...rest }) {
    const trainer = useContextTrainer(undefined, 'pancake-figure');
    const snapshot = useTrainerValue(itself);
    const steps = useMemo(
      () => snapshot && trainer.trace(samples ?? 0).steps,
      [trainer, snapshot, samples],
    );
    const at = layer ?? steps.findIndex(({ type }) => type === 'Linear');
    const step = steps[at];
    if (!step) throw new PancakeError(noLayer(layer, steps.length));
    const names = namesOf(step, at, steps.length);
    const props = { ...rest, step, names } as unknown as P;
    return <Shown {...props} />;
  };
}

interface ParameterGridProps extends Omit<TensorGridProps, 'tensor' | 'name'> {
  /** The parameter, as in `model.parameters()`. @default the first */
  parameter?: string;
}

/** A parameter of the run's model, as it is now. */
export function ParameterGrid({ parameter, ...rest }: ParameterGridProps) {
  const trainer = useContextTrainer(undefined, 'pancake-figure');
  const snapshot = useTrainerValue(itself);
  const [name, tensor] = useMemo((): [string, Tensor] => {
    const all = snapshot ? trainer.model.parameters() : [];
    const found = parameter === undefined ? all[0] : all.find((one) => one.name === parameter);
    if (found) return [found.name, found.value.clone()];
    const names = all.map((one) => one.name).join(', ');
    throw new PancakeError(`parameter is ${show(parameter)}; it must be one of ${names}`);
  }, [trainer, snapshot, parameter]);
  return <TensorGrid {...rest} tensor={tensor} name={name} rowName="output" columnName="input" />;
}

const itself = (snapshot: Snapshot) => snapshot;

function namesOf({ type, parameters }: TraceStep, at: number, count: number): StepNames {
  return {
    place: at + 1,
    input: at === 0 ? 'x' : `F${at}`,
    output: at === count ? 'L' : `F${at + 1}`,
    objective: 'L',
    parameters: Object.fromEntries(
      parameters.map(({ name }) => [name, parameterName(type, name, at + 1)]),
    ),
  };
}

function noLayer(layer: number | undefined, count: number): string {
  return layer === undefined
    ? 'the model has no linear layer; name another one with layer="0"'
    : `layer is ${show(layer)}; it must be a place in the model, from 0 to ${count - 1}`;
}
