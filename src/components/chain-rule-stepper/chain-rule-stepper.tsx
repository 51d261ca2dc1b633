// ChainRuleStepper: a model forward, then backward, one step at a time, with every number.
import { forwardRef, useCallback, useMemo, useReducer, useState } from 'react';
import { Layer, Mul, Sequential, Square, Tensor, rowsOf, type TensorLike } from '../../engine';
import { useRunIfAny, useSelection, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { useControllable, island, chainRuleStepperRoom } from '../figure';
import type { ChainSource } from './chain';
import { ChainFigure } from './chain-figure';
import { inputSliders, mostSliders, type SettableNumber } from './inputs';
import { nameChain } from './names';
import type { ChainRuleStepperProps, SharedProps } from './props';

const Live = forwardRef<HTMLElement, ChainRuleStepperProps>(function ChainRuleStepper(
  { trainer: given, model, samples, ...props },
  ref,
) {
  const { x, defaultX, onXChange, loss, target, ...others } = props;
  const { k, defaultK, onKChange, v, defaultV, onVChange, ...shared } = others;
  const isScalar = [k, defaultK, v, defaultV].some((value) => value !== undefined);
  const trainer = useRunIfAny(given, !isScalar && model === undefined);
  if (model !== undefined) {
    return <OfModel ref={ref} {...{ model, x, defaultX, onXChange, loss, target }} {...shared} />;
  }
  if (trainer) return <OfRun ref={ref} trainer={trainer} samples={samples} {...shared} />;
  return <OfSquare ref={ref} {...{ k, defaultK, onKChange, v, defaultV, onVChange }} {...shared} />;
});

/** Every factor of the chain rule of a model as a symbol and a number, step by step. */
export const ChainRuleStepper = island<ChainRuleStepperProps>(chainRuleStepperRoom, Live);

type Given<Keys extends keyof ChainRuleStepperProps> = {
  [Key in Keys]: ChainRuleStepperProps[Key] | undefined;
};

type SquareProps = SharedProps &
  Given<'k' | 'defaultK' | 'onKChange' | 'v' | 'defaultV' | 'onVChange'>;

// The notebook's first example, with its own names.
const OfSquare = forwardRef<HTMLElement, SquareProps>(function OfSquare(
  { k: givenK, defaultK = 0.5, onKChange, v: givenV, defaultV = 42, onVChange, ...rest },
  ref,
) {
  const [k, setK] = useControllable(givenK, defaultK, onKChange);
  const [v, setV] = useControllable(givenV, defaultV, onVChange);
  const names = useMemo(
    () => ({ input: 'v', values: ['M', 'E'], parameters: [{ k: 'k' }], ...rest.names }),
    [rest.names],
  );
  const source = useMemo((): ChainSource | null => {
    if (!Number.isFinite(k) || !Number.isFinite(v)) return null;
    const model = new Sequential([new Mul({ k }), new Square()]);
    return { model, x: Tensor.from([[v]]), loss: null, target: null, names };
  }, [k, v, names]);
  const numbers: SettableNumber[] = [
    { name: names.parameters[0]?.['k'] ?? 'k', value: k, range: kRange, set: setK },
    { name: names.input, value: v, range: vRange, set: setV },
  ];
  const title = rest.names ? undefined : 'E = (k·v)²';
  return (
    <ChainFigure
      ref={ref}
      {...rest}
      source={source}
      version={source}
      trainer={null}
      title={title}
      numbers={numbers}
    />
  );
});

type ModelProps = SharedProps &
  Given<'x' | 'defaultX' | 'onXChange' | 'loss' | 'target'> & { model: Layer | (() => Layer) };

// Any model: its input and its single parameters can be set.
const OfModel = forwardRef<HTMLElement, ModelProps>(function OfModel(
  { model: given, x: givenX, defaultX, onXChange, loss, target, ...rest },
  ref,
) {
  const [made] = useState(() => (given instanceof Layer ? null : given()));
  const model = given instanceof Layer ? given : made!;
  const [x, setX] = useControllable<TensorLike>(givenX, defaultX ?? onesFor(model), (to) =>
    onXChange?.((to as Tensor).toArray() as number[][]),
  );
  // The sliders of parameters change the model itself; this tells the figure.
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  const { names } = rest;
  const source = useMemo((): ChainSource => {
    const input = Tensor.from(x);
    return {
      model,
      x: input.shape.length < 2 ? Tensor.from([[...input.data]]) : input,
      loss: loss ?? null,
      target: loss && target !== undefined ? Tensor.from(target) : null,
      names,
    };
  }, [model, x, loss, target, names]);
  const numbers = [
    ...(givenX === undefined || onXChange ? inputSliders(source.x, names?.input ?? 'x', setX) : []),
    ...parameterSliders(source, changed),
  ];
  return (
    <ChainFigure
      ref={ref}
      {...rest}
      source={source}
      version={useStamp(source, version)}
      trainer={null}
      numbers={numbers}
    />
  );
});

// Another object whenever one of the two is another.
function useStamp(source: unknown, version: unknown): object {
  return useMemo(() => ({ source, version }), [source, version]);
}

function parameterSliders(source: ChainSource, changed: () => void): SettableNumber[] {
  const { model, names } = source;
  const layers = leavesOf(model);
  const named = nameChain(
    layers.map((layer) => ({ type: layer.type, parameters: layer.parameters() as never })),
    null,
    names,
  );
  const sliders = layers.flatMap((layer, place) =>
    layer.parameters().map(({ name, value }) => ({
      size: value.size,
      name: named.layers[place]!.parameters[name]!,
      value: value.data[0]!,
      set: (to: number) => {
        value.data[0] = to;
        changed();
      },
    })),
  );
  // A slider for one bias beside a matrix that has none would seem to be all there is.
  if (sliders.length > mostSliders || sliders.some(({ size }) => size > 1)) return [];
  return sliders.map(({ size: _, ...slider }): SettableNumber => slider);
}

function leavesOf(layer: Layer): readonly Layer[] {
  return layer instanceof Sequential ? layer.layers.flatMap(leavesOf) : [layer];
}

// As many ones as the first layer that says so takes.
function onesFor(model: Layer): number[][] {
  const first = leavesOf(model).find((layer) => 'nIn' in layer || 'features' in layer);
  const sizes = first as { nIn?: number; features?: number } | undefined;
  const size = sizes?.nIn ?? (typeof sizes?.features === 'number' ? sizes.features : 1);
  return [Array.from({ length: size }, () => 1)];
}

type RunProps = SharedProps & Given<'samples'> & { trainer: Trainer };

// A run's own model, as it is now.
const OfRun = forwardRef<HTMLElement, RunProps>(function OfRun(
  { trainer, samples, names, ...rest },
  ref,
) {
  const [{ point }] = useSelection(trainer);
  const state = useTrainerValue(
    useCallback(({ status, epoch, step }: Snapshot, { model, data, loss, version }: Trainer) => {
      return { status, epoch, step, model, data, loss, version };
    }, []),
    trainer,
  );
  const count = state.data.x.shape[0]!;
  const wanted = samples ?? point ?? 0;
  const rows = (typeof wanted === 'number' ? [wanted] : wanted).filter((row) => row < count);
  const key = rows.join(' ');
  const source = useMemo((): ChainSource => {
    const { model, data, loss } = state;
    const places = key === '' ? [0] : key.split(' ').map(Number);
    const [x, target] = [rowsOf(data.x, places), rowsOf(data.y, places)];
    return { model, x, loss: loss, target, names };
    // The weights change in place: then the state is another object.
  }, [state, key, names]);
  return (
    <ChainFigure
      ref={ref}
      {...rest}
      source={source}
      version={source}
      trainer={trainer}
      numbers={none}
    />
  );
});

const kRange = { min: -3, max: 3, step: 0.1 };
const vRange = { min: -50, max: 50, step: 1 };
const none: readonly SettableNumber[] = [];
