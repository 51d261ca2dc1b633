// A layer's step as formulas: forward, local slope, backward, each with symbols and with numbers.
import { sampleOf, type TraceStep } from '../../engine';
import { numbers, symbols } from './algebra';
import {
  dot,
  equals,
  letter,
  number,
  partial,
  shortSum,
  term,
  times,
  beside,
  type Formula,
} from './formula';
import { derivative, type StepNames } from './names';
import { parameterFormulas, type ParameterFormulas } from './parameter-formulas';
import { ruleOf } from './rules';

/** What one layer does, as formulas. */
export interface LayerFormulas {
  /** What it computes: M = k·v. */
  forward: Formula;
  /** The same for one unit of one sample, with its numbers: M = 0.5 × 42 = 21. */
  forwardNumbers: (sample: number, unit: number) => Formula;
  /** What it keeps for the way back; null if nothing. */
  remembers: Formula | null;
  /** The slope of its output by its input: ∂M/∂v = k. */
  local: Formula;
  /** One of these slopes with its numbers: of one unit, by the same unit or the first of the input. */
  localNumbers: (sample: number, unit: number) => Formula;
  /** The chain rule: ∂E/∂v = ∂E/∂M · ∂M/∂v. */
  backward: Formula;
  /** The same for one unit of the input, summed over the ways that lead to it. */
  backwardNumbers: (sample: number, unit: number) => Formula;
  /** What is added to the gradient of each parameter, by its name in the layer. */
  parameters: Readonly<Record<string, ParameterFormulas>>;
}

/** Digits of a number that stands alone, and of one among many. */
const manyDigits = 7;
const fewDigits = 4;

/**
 * The formulas of a layer's step.
 *
 * @param step what the layer did, as `trace` gives it
 * @param names what its values and parameters are called
 */
export function layerFormulas(step: TraceStep, names: StepNames): LayerFormulas {
  const entry = entriesOf(step, names);
  const { input, output, objective } = names;
  const rule = ruleOf(step.layer);
  const isTop = output === objective;
  const slope = rule.slope?.(symbols(step.layer, names));
  const local = slope ? equals(partial(output, input), slope) : partial(output, input);
  const remembered = step.remembers.map(({ name }) =>
    name === 'input' || name === 'output' ? term(names[name]) : letter(name),
  );
  const localNumbers = (sample: number, unit: number) => localWithNumbers(entry, sample, unit);
  return {
    forward: equals(term(output), rule.value(symbols(step.layer, names))),
    forwardNumbers: (sample, unit) => forwardWithNumbers(entry, sample, unit),
    remembers: remembered.length === 0 ? null : { kind: 'list', items: remembered, isTuple: false },
    local,
    localNumbers,
    backward: isTop ? local : backwardWithSymbols(step, names),
    backwardNumbers: isTop
      ? localNumbers
      : (sample, unit) => backwardWithNumbers(entry, sample, unit),
    parameters: parameterFormulas(entry),
  };
}

/** How the numbers of a step are written. */
export type Entries = ReturnType<typeof entriesOf>;

function entriesOf(step: TraceStep, names: StepNames) {
  const samples = step.input.shape[0]!;
  const widths = { input: step.input.size / samples, output: step.output.size / samples };
  const isSingle = widths.input === 1 && widths.output === 1;
  const digits = isSingle ? manyDigits : fewDigits;
  const { objective, input, output } = names;
  // A tensor of one number has no places.
  const place = (of: 'input' | 'output', sample: number, unit: number) =>
    samples * widths[of] === 1 ? [] : [sample, unit];
  return {
    step,
    names,
    samples,
    widths,
    isTop: output === objective,
    place,
    number: (value: number, id?: string) => number(value, digits, id),
    input: (sample: number, unit: number) =>
      number(step.input.data[sample * widths.input + unit]!, digits, input),
    output: (sample: number, unit: number) =>
      number(step.output.data[sample * widths.output + unit]!, digits, output),
    gradOut: (sample: number, unit: number) =>
      number(
        step.gradOut.data[sample * widths.output + unit]!,
        digits,
        derivative(objective, output),
      ),
    gradIn: (sample: number, unit: number) =>
      number(step.gradIn.data[sample * widths.input + unit]!, digits, derivative(objective, input)),
    /** The slope of one output unit by one input unit. */
    slope: (sample: number, unit: number, by: number) =>
      number(slopeAt(step, sample, unit, by), digits, derivative(output, input)),
  };
}

function slopeAt({ local, input }: TraceStep, sample: number, unit: number, by: number): number {
  const { data } = input.shape[0] === 1 ? local.value : sampleOf(local.value, sample);
  if (local.kind === 'elementwise') return data[unit]!;
  return data[unit * (input.size / input.shape[0]!) + by]!;
}

// The rule itself can be written with numbers only where an entry depends on one entry alone.
function withNumbers(entry: Entries, sample: number, unit: number) {
  const { step, names, widths } = entry;
  const { layer } = step;
  return numbers(layer, {
    x: entry.input(sample, unit),
    y: entry.output(sample, unit),
    parameter: (name) => {
      const found = step.parameters.find((own) => own.name === name);
      return entry.number(found?.value.data[0] ?? NaN, names.parameters[name]);
    },
    isAboveZero: step.input.data[sample * widths.input + unit]! > 0,
  });
}

function forwardWithNumbers(entry: Entries, sample: number, unit: number): Formula {
  const { step, names, place } = entry;
  const left = term(names.output, place('output', sample, unit));
  const result = entry.output(sample, unit);
  if (step.layer.elementwise) {
    return equalsBecause(left, ruleOf(step.layer).value(withNumbers(entry, sample, unit)), result);
  }
  if (step.type !== 'Linear') return equals(left, result);
  const { weight, bias } = linearParameters(step);
  const width = entry.widths.input;
  const products = Array.from({ length: width }, (_, i) =>
    times(
      entry.input(sample, i),
      entry.number(weight.data[unit * width + i]!, names.parameters['weight']),
    ),
  );
  const added = entry.number(bias.data[unit]!, names.parameters['bias']);
  return equals(left, shortSum([...products, added]), result);
}

function linearParameters({ parameters }: TraceStep) {
  const value = (name: string) => parameters.find((own) => own.name === name)!.value;
  return { weight: value('weight'), bias: value('bias') };
}

function localWithNumbers(entry: Entries, sample: number, unit: number): Formula {
  const { step, names, place } = entry;
  const { elementwise } = step.layer;
  const by = elementwise ? unit : 0;
  const left = partial(
    names.output,
    names.input,
    place('output', sample, unit),
    place('input', sample, by),
  );
  const result = entry.slope(sample, unit, by);
  const rule = ruleOf(step.layer);
  if (!elementwise || !rule.slope) return equals(left, result);
  return equalsBecause(left, rule.slope(withNumbers(entry, sample, unit)), result);
}

// Of one value or another, the one that holds stands in the equation, and the reason behind it.
function equalsBecause(left: Formula, right: Formula, result: Formula): Formula {
  if (right.kind !== 'because') return equals(left, right, result);
  return { ...right, what: equals(left, right.what, result) };
}

function backwardWithSymbols(step: TraceStep, names: StepNames): Formula {
  const { input, output, objective } = names;
  const incoming = partial(objective, output);
  const left = partial(objective, input);
  const product = dot(incoming, partial(output, input));
  if (step.type !== 'Linear') return equals(left, product);
  return equals(left, product, beside(incoming, term(names.parameters['weight']!)));
}

function backwardWithNumbers(entry: Entries, sample: number, unit: number): Formula {
  const { step, names, place, widths } = entry;
  const left = partial(names.objective, names.input, [], place('input', sample, unit));
  const result = entry.gradIn(sample, unit);
  const way = (from: number) => times(entry.gradOut(sample, from), entry.slope(sample, from, unit));
  if (step.local.kind === 'elementwise') return equals(left, way(unit), result);
  return equals(
    left,
    shortSum(Array.from({ length: widths.output }, (_, from) => way(from))),
    result,
  );
}
