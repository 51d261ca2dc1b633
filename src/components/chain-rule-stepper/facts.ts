// What the sentences of a step speak of, gathered from the chain's numbers and the layers' formulas.
import type { Numbers } from '../../a11y';
import { sampleOf, type Tensor } from '../../engine';
import {
  derivative,
  layerFormulas,
  toText,
  type Formula,
  type FormulaLanguage,
  type LayerFormulas,
} from '../formula';
import { amountText } from './amount';
import { slopeTerm } from './names';
import type { ProductPart } from './product-rows';
import type { StepFacts } from './sentences';
import { measure, placeTextOf, slopeTargets, steepest } from './slopes';
import type { ChainView } from './view';

/** The formulas of a layer of the chain; null while its numbers are too large. */
export function formulasOf({ chain }: ChainView, layer: number): LayerFormulas | null {
  const step = chain.steps?.[layer];
  return step ? layerFormulas(step, chain.names.layers[layer]!) : null;
}

/** What a factor is in symbols, where it is short: `2M`. */
export function symbolOf(view: ChainView, part: ProductPart): string | null {
  if (part.upper - part.lower !== 1) return null;
  const { layers } = view.chain.names;
  const names = layers[part.lower];
  if (!names) return null;
  const formulas = formulasOf(view, part.lower);
  const parameter = Object.entries(names.parameters).find(([, name]) => name === part.bottom)?.[0];
  if (!formulas || (parameter && part.bottom !== names.input)) {
    return parameter ? parameterSlope(view, part.lower, parameter) : null;
  }
  const text = tight(rightOf(toText(formulas.local, view.language)));
  return text.length <= longestSymbol ? text : null;
}

// Longer ones do not fit on a tile.
const longestSymbol = 10;

/** The facts of the step shown, for ε. */
export function factsOf(view: ChainView, epsilon: number): StepFacts {
  const { chain, terms, steps, step, sample, words, numbers, language } = view;
  const { formatShort } = numbers;
  const text = (formula: Formula) => toText(formula, language);
  const { nodes, layers, objective } = chain.names;
  const { kind, layer } = steps[step]!;
  const top = nodes.length - 1;
  const value = (term: string) => amountText(terms.get(term), view);
  const place = layer ?? (kind === 'check' || kind === 'start' ? 0 : layers.length);
  const names = layers[place];
  const input = nodes[place]!;
  const output = nodes[place + 1] ?? nodes[place]!;
  const formulas = layer === null ? null : formulasOf(view, layer);
  const isSingle = [input, output].every((name) => (terms.get(name)?.size ?? 1) === 1);
  const gradientTerm = slopeTerm(chain.names, top, place);
  const localTerm = slopeTerm(chain.names, place + 1, place);
  const formula = formulas
    ? text(formulas.forward)
    : chain.objective?.kind === 'loss'
      ? `${objective} = ${objectiveType(view)}(${input}, y)`
      : `${objective} = Σ ${input}`;
  const measured = measuredOf(view, epsilon);
  const parameters = layer === null ? layers.flatMap(named) : named(names!);
  return {
    type: layer === null ? objectiveType(view) : chain.layers[layer]!.type,
    description: layer === null ? objectiveType(view) : chain.layers[layer]!.description,
    input,
    output,
    objective,
    parameters,
    layers: chain.layers.length,
    samples: chain.values[0]!.shape[0] ?? 1,
    isSingle,
    isTop: localTerm === gradientTerm,
    formula: tight(formula),
    numbers: formulas ? text(formulas.forwardNumbers(sample, 0)) : '',
    right: tight(rightOf(formula)),
    localFormula: formulas ? tight(rightOf(text(formulas.local))) : '',
    localNumbers: formulas
      ? firstOf(rightOf(text(formulas.localNumbers(sample, 0))), language)
      : '',
    local: value(localTerm),
    incoming: value(slopeTerm(chain.names, top, place + 1)),
    gradient: severalText(terms.get(gradientTerm), numbers) ?? value(gradientTerm),
    product: formulas ? text(formulas.backwardNumbers(sample, 0)) : '',
    slopes: slopeFacts(view, layer),
    value: value(objective),
    target: targetOf(view),
    given: {
      input: `${nodes[0]!} = ${shortOf(chain.values[0]!, sample, numbers)}`,
      parameters: layers.flatMap((one) =>
        named(one).map((name) => {
          const own = terms.get(name);
          return own?.size === 1 ? `${name} = ${formatShort(own.data[0]!)}` : name;
        }),
      ),
    },
    epsilon: words.epsilonValue(epsilon),
    moved: measured.by,
    analytic: formatShort(measured.analytic),
    measured: formatShort(measured.slope, 8),
    isMeasured: Number.isFinite(measured.slope),
    isLost: measured.isLost,
  };
}

const named = ({ parameters }: ChainView['chain']['names']['layers'][number]) =>
  Object.values(parameters);

function slopeFacts(view: ChainView, layer: number | null): StepFacts['slopes'] {
  if (layer === null) return [];
  const { chain, terms, language } = view;
  const { objective, layers, nodes } = chain.names;
  const formulas = formulasOf(view, layer);
  return Object.entries(layers[layer]!.parameters).map(([parameter, name]) => {
    const gradient = amountText(terms.get(derivative(objective, name)), view);
    const numbers = formulas?.parameters[parameter];
    const index = steepestOf(view, name);
    return {
      name,
      formula: parameterSlope(view, layer, parameter) ?? derivative(nodes[layer + 1]!, name),
      local: amountText(terms.get(derivative(nodes[layer + 1]!, name)), view),
      product: numbers ? toText(numbers.numbers(index), language) : gradient,
      gradient,
    };
  });
}

/** The place of the steepest number of a parameter's gradient. */
export function steepestOf({ chain }: ChainView, by: string): number {
  const target = slopeTargets(chain).find((one) => one.by === by);
  return target ? steepest(target) : 0;
}

// What a layer's output changes with a parameter, where that has a name: dM/dk = v.
function parameterSlope({ chain }: ChainView, layer: number, parameter: string): string | null {
  const { type } = chain.layers[layer]!;
  const { input } = chain.names.layers[layer]!;
  if (type === 'Mul' && parameter === 'k') return input;
  if (type === 'Linear' && parameter === 'weight') return input;
  if ((type === 'Linear' || type === 'LayerNorm') && parameter === 'bias') return '1';
  return null;
}

function objectiveType({ chain: { objective } }: ChainView): string {
  return objective?.kind === 'loss' ? objective.loss.type : 'Sum';
}

function targetOf({ chain: { objective }, sample, numbers }: ChainView): string {
  return objective?.kind === 'loss' ? shortOf(objective.target, sample, numbers) : '';
}

// Several numbers, the first few of them.
function severalText(value: Tensor | undefined, numbers: Numbers): string | null {
  return value && value.size > 1 && value.shape[0] === 1 ? shortOf(value, 0, numbers) : null;
}

function shortOf(batch: Tensor, sample: number, { formatShort }: Numbers): string {
  const { data } = sampleOf(batch, sample);
  const shown = Array.from(data.subarray(0, 4), (one) => formatShort(one, 4));
  if (data.length === 1) return formatShort(data[0]!);
  return `(${shown.join(', ')}${data.length > 4 ? ', …' : ''})`;
}

function measuredOf({ chain, sample }: ChainView, epsilon: number) {
  const target = slopeTargets(chain)[0];
  const by = chain.names.nodes[0]!;
  if (!target || !Number.isFinite(epsilon) || epsilon === 0) {
    return { by, slope: NaN, analytic: NaN, isLost: false };
  }
  const size = target.value.size / target.value.shape[0]!;
  const index = steepest(target, sample * size, (sample + 1) * size);
  const value = target.value.data[index]!;
  return {
    by: by + placeTextOf(target, index),
    slope: measure(chain, target, index, epsilon),
    analytic: target.gradient.data[index]!,
    isLost: value + epsilon === value,
  };
}

function rightOf(text: string): string {
  const at = text.indexOf(' = ');
  return at < 0 ? text : text.slice(at + 3);
}
const firstOf = (text: string, { words }: FormulaLanguage) =>
  text.split(' = ')[0]!.split(` ${words.because} `)[0]!;
// As it is written in a line of words: k·v, 2M.
const tight = (text: string) => text.replaceAll(' · ', '·').replace(/\b(\d+) ([A-Za-z])/g, '$1$2');
