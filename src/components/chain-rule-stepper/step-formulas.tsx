// The formulas of a step: with symbols, and with the numbers of one entry in their place.
import { CopyLaTeX, MathFormula, lossFormulas, type Formula, type TermName } from '../formula';
import { amountText } from './amount';
import type { Chain } from './chain';
import { formulasOf, steepestOf } from './facts';
import { measure, slopeTargets } from './slopes';
import type { ChainView } from './view';

interface Line {
  /** The same with symbols and, beside it, with numbers. */
  formulas: readonly Formula[];
  /** What it is, where that needs a word. */
  name?: string;
  /** The slope as it was measured, where it can be. */
  measured?: number;
}

interface StepFormulasProps {
  view: ChainView;
  /** Whether the result may be seen. */
  isOpen: boolean;
  epsilon: number;
}

/** All lines of the step shown. */
export function StepFormulas({ view, isOpen, epsilon }: StepFormulasProps) {
  const { terms, isKnown, words, numbers } = view;
  const lines = linesOf(view, isOpen, epsilon);
  if (lines.length === 0) return null;
  const termName: TermName = (id, text, isNumber) => {
    const value = isNumber ? undefined : terms.get(id);
    return value && isKnown(id) ? words.termValue(text, amountText(value, view)) : text;
  };
  return (
    <div className="pancake-step-formulas">
      {lines.map(({ formulas, name, measured }, i) => (
        <div key={i} className="pancake-step-formula">
          {name && <span className="pancake-step-formula-name">{name}</span>}
          {formulas.map((formula, j) => (
            <MathFormula key={j} formula={formula} termName={termName} />
          ))}
          {measured !== undefined && (
            <span className="pancake-step-measured" data-measured={measured}>
              {words.measuredAs(numbers.formatShort(measured, 8), epsilon)}
            </span>
          )}
        </div>
      ))}
      <CopyLaTeX formulas={lines.flatMap(({ formulas }) => formulas)} name={words.formulas} />
    </div>
  );
}

function linesOf(view: ChainView, isOpen: boolean, epsilon: number): Line[] {
  const { steps, step, sample, words } = view;
  const { kind, layer } = steps[step]!;
  if (layer === null) return lossLines(view, isOpen);
  const formulas = formulasOf(view, layer);
  if (!formulas) return [];
  const open = (formula: Formula) => (isOpen ? [formula] : []);
  if (kind === 'forward') {
    return [
      { formulas: [formulas.forward, ...open(formulas.forwardNumbers(sample, 0))] },
      ...(formulas.remembers ? [{ formulas: [formulas.remembers], name: words.remembers }] : []),
    ];
  }
  if (kind === 'backward') {
    const numbers = formulas.localNumbers(sample, 0);
    // Where nothing stands above, the local slope is the gradient.
    const isTop = formulas.backward === formulas.local;
    const local = {
      formulas: [formulas.local, ...(isTop ? open(numbers) : [numbers])],
      name: words.local,
    };
    if (isTop) return [local];
    const backward = [formulas.backward, ...open(formulas.backwardNumbers(sample, 0))];
    return [local, { formulas: backward, name: words.outgoing }];
  }
  const { names, values } = view.chain;
  return Object.entries(formulas.parameters).map(([parameter, own]) => {
    const by = names.layers[layer]!.parameters[parameter]!;
    const index = steepestOf(view, by);
    const slope = isOpen ? measuredSlope(view.chain, by, index, epsilon) : NaN;
    return {
      formulas: [own.formula, ...open(own.numbers(index))],
      name: words.accumulate(by, values[0]!.shape[0]!),
      ...(Number.isFinite(slope) && { measured: slope }),
    };
  });
}

function measuredSlope(chain: Chain, by: string, index: number, epsilon: number): number {
  const target = slopeTargets(chain).find((one) => one.by === by);
  return target && epsilon !== 0 ? measure(chain, target, index, epsilon) : NaN;
}

function lossLines({ chain, steps, step, sample }: ChainView, isOpen: boolean): Line[] {
  const { kind } = steps[step]!;
  const { names, objective, values } = chain;
  if (objective?.kind !== 'loss' || !chain.steps) return [];
  const input = names.nodes[names.layers.length]!;
  const losses = lossFormulas(objective.loss, { input, objective: names.objective });
  const output = values.at(-1)!;
  const { target } = objective;
  if (kind === 'objective') {
    const numbers = isOpen ? [losses.valueNumbers(output, target)] : [];
    return [{ formulas: [losses.value, ...numbers] }];
  }
  if (kind !== 'backwardObjective') return [];
  const numbers = isOpen ? [losses.derivativeNumbers(output, target, sample, 0)] : [];
  return [{ formulas: [losses.derivative, ...numbers] }];
}
