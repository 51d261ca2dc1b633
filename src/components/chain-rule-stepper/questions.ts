// What the reader is asked at a step: one number, and what it is made of.
import { sampleOf } from '../../engine';
import type { Question } from '../answer';
import { derivative, placeIn, placeText } from '../formula';
import { steepestOf } from './facts';
import { slopeTerm } from './names';
import type { ChainView } from './view';

/** A question, and what the number is called. */
export interface NamedQuestion {
  question: Question;
  name: string;
}

/** The question of the step shown; null if it has none, or its number is too large. */
export function questionOf(view: ChainView): NamedQuestion | null {
  const { chain, terms, steps, step } = view;
  const { kind, layer, finds } = steps[step]!;
  if (!chain.steps || kind === 'start' || kind === 'check') return null;
  if (kind === 'parameters') return parameterQuestion(view, layer!);
  const term = finds.at(-1)!;
  const value = terms.get(term)?.data[0];
  if (value === undefined || !Number.isFinite(value)) return null;
  const isGradient = kind === 'backward' || kind === 'backwardObjective';
  const name = nameOf(view, term, terms.get(term)!.size);
  const question: Question = {
    value,
    kind: isGradient ? 'gradient' : 'value',
    names: namesOf(view),
  };
  const factors = kind === 'backward' ? factorsOf(view, layer!) : null;
  return { name, question: factors ? { ...question, factors } : question };
}

// Of a single number, what came in and the local slope.
function factorsOf(view: ChainView, layer: number): Question['factors'] | null {
  const { chain, terms } = view;
  const { nodes } = chain.names;
  const top = nodes.length - 1;
  const incoming = slopeTerm(chain.names, top, layer + 1);
  const local = slopeTerm(chain.names, layer + 1, layer);
  const values = [incoming, local].map((term) => terms.get(term));
  if (layer + 1 === top || values.some((value) => value?.size !== 1)) return null;
  return [incoming, local].map((term, i) => ({
    term,
    name: slashed(term),
    value: values[i]!.data[0]!,
    isLocal: i === 1,
  }));
}

// One number of the first parameter's gradient: the steepest.
function parameterQuestion(view: ChainView, layer: number): NamedQuestion | null {
  const { chain, terms } = view;
  const { names } = chain;
  const [parameter] = chain.steps![layer]!.parameters;
  if (!parameter) return null;
  const by = names.layers[layer]!.parameters[parameter.name]!;
  const index = steepestOf(view, by);
  const value = parameter.added.data[index]!;
  if (!Number.isFinite(value)) return null;
  const shares = parameter.shares.map(({ data }) => data[index]!);
  const term = derivative(names.objective, by);
  const incoming = slopeTerm(names, names.nodes.length - 1, layer + 1);
  const inside = derivative(names.nodes[layer + 1]!, by);
  const pair = [incoming, inside].map((one) => terms.get(one));
  const isPair =
    shares.length === 1 && pair.every((one) => one?.size === 1) && layer + 2 < names.nodes.length;
  return {
    name: slashed(term) + placeText(placeIn(parameter.added.shape, index)),
    question: {
      value,
      kind: 'gradient',
      names: namesOf(view),
      ...(shares.length > 1 && { shares }),
      ...(isPair && {
        factors: [incoming, inside].map((one, i) => ({
          term: one,
          name: slashed(one),
          value: sampleOf(pair[i]!, 0).data[0]!,
          isLocal: i === 1,
        })),
      }),
    },
  };
}

// The single numbers that the reader may use by name: those that are known by now.
function namesOf({ terms, isKnown, steps, step }: ChainView): Record<string, number> {
  const asked = new Set(steps[step]!.finds);
  const names: Record<string, number> = {};
  for (const [term, value] of terms) {
    if (value.size === 1 && !asked.has(term) && isKnown(term)) names[term] = value.data[0]!;
  }
  return names;
}

// The first unit of the sample, as in the formulas.
function nameOf({ chain, sample }: ChainView, term: string, size: number): string {
  const isSingle = size * chain.values[0]!.shape[0]! === 1;
  return isSingle || term === chain.names.objective
    ? slashed(term)
    : `${slashed(term)}${placeText([sample, 0])}`;
}

/** `dE_dM` as it is written: `dE/dM`. */
const slashed = (term: string) => term.replace(/^d(.+)_d(.+)$/, 'd$1/d$2');
