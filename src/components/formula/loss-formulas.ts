// A loss as formulas: its value and its slope by what the model says.
import { rowsOf, type Huber, type Loss, type Tensor } from '../../engine';
import {
  call,
  constant,
  dot,
  equals,
  exp,
  fraction,
  letter,
  minus,
  number,
  partial,
  placeText,
  shortSum,
  square,
  sum,
  term,
  times,
  total,
  beside,
  type Formula,
} from './formula';
import { derivative } from './names';

/** What a loss computes, as formulas. y is the target, N the number of targets. */
export interface LossFormulas {
  /** Its value. */
  value: Formula;
  /** Its value as the mean, or the sum, of the loss of each sample. */
  valueNumbers: (output: Tensor, target: Tensor) => Formula;
  /** Its slope by what the model says. */
  derivative: Formula;
  /** One of these slopes, with what the model says and what it should say. */
  derivativeNumbers: (output: Tensor, target: Tensor, sample: number, unit: number) => Formula;
}

interface LossNames {
  /** What the model says: `F3`. */
  input: string;
  /** The loss: `L`. */
  objective: string;
}

interface LossRule {
  /** The loss of one prediction p with the target y. */
  value: (p: Formula, y: Formula, loss: AnyLoss) => Formula;
  /** Its slope by p. */
  slope: (p: Formula, y: Formula, loss: AnyLoss) => Formula;
}

type AnyLoss = Loss<'mean' | 'sum'>;

const one = constant(1);
const oneMinus = (what: Formula) => sum(one, minus(what));

const rules: Readonly<Record<string, LossRule>> = {
  MeanSquaredError: {
    value: (p, y) => square(sum(p, minus(y))),
    slope: (p, y) => beside(constant(2), sum(p, minus(y))),
  },
  BinaryCrossEntropy: {
    value: (p, y) => minus(sum(dot(y, call('log', p)), dot(oneMinus(y), call('log', oneMinus(p))))),
    slope: (p, y) => fraction(sum(p, minus(y)), dot(p, oneMinus(p))),
  },
  BinaryCrossEntropyWithLogits: {
    value: (x, y) =>
      sum(
        call('max', x, constant(0)),
        minus(dot(x, y)),
        call('log', sum(one, exp(minus({ kind: 'absolute', of: x })))),
      ),
    slope: (x, y) => sum(call('σ', x), minus(y)),
  },
  CrossEntropy: {
    value: (x) =>
      sum(call('log', { kind: 'total', over: 'j', of: exp(at(x, 'j')) }), minus(at(x, 'y'))),
    slope: (x, y) => sum(call('softmax', x), minus(call('onehot', y))),
  },
  Huber: {
    value: (p, y, loss) => {
      const away: Formula = { kind: 'absolute', of: sum(p, minus(y)) };
      const delta = number((loss as unknown as Huber).delta, 7);
      const half = number(0.5, 7);
      return {
        kind: 'cases',
        rows: [
          {
            value: beside(half, square(sum(p, minus(y)))),
            condition: { kind: 'compare', left: away, sign: '≤', right: delta },
          },
          { value: beside(delta, sum(away, minus(beside(half, delta)))), condition: null },
        ],
      };
    },
    slope: (p, y, loss) => {
      const delta = number((loss as unknown as Huber).delta, 7);
      return call('max', minus(delta), call('min', delta, sum(p, minus(y))));
    },
  },
};

/**
 * The formulas of a loss.
 *
 * @param names what the model's output and the loss are called
 */
export function lossFormulas(loss: AnyLoss, { input, objective }: LossNames): LossFormulas {
  const known = Object.hasOwn(rules, loss.type) ? rules[loss.type] : undefined;
  const y = letter('y');
  const p = term(input);
  const isMean = loss.reduction === 'mean';
  const average = (of: Formula) => (isMean ? shared(of, letter('N'), dot) : of);
  const slopes = partial(objective, input);
  return {
    value: equals(
      term(objective),
      average(total('n', known ? known.value(p, y, loss) : call(loss.type, p, y))),
    ),
    valueNumbers: (output, target) => {
      const each = Array.from({ length: output.shape[0]! }, (_, sample) =>
        number(loss.evaluate(rowsOf(output, [sample]), rowsOf(target, [sample])), digits),
      );
      const result = number(loss.evaluate(output, target), wholeDigits, objective);
      const all = shortSum(each);
      const count = constant(each.length);
      return equals(
        term(objective),
        isMean && each.length > 1 ? fraction(all, count) : all,
        result,
      );
    },
    derivative: known ? equals(slopes, average(known.slope(p, y, loss))) : slopes,
    derivativeNumbers: (output, target, sample, unit) => {
      const width = output.size / output.shape[0]!;
      const index = sample * width + unit;
      const place = output.size === 1 ? [] : [sample, unit];
      const slope = loss.gradient(output, target).data[index]!;
      const result = number(slope, digits, derivative(objective, input));
      const left: Formula = {
        ...(partial(objective, input) as Partial),
        bottomPlace: placeText(place),
      };
      // Only where a slope depends on one prediction and one target.
      if (!known || target.size !== output.size) return equals(left, result);
      const rule = known.slope(
        number(output.data[index]!, digits, input),
        number(target.data[index]!, digits),
        loss,
      );
      const count = constant(target.size);
      return equals(left, isMean && target.size > 1 ? shared(rule, count, times) : rule, result);
    },
  };
}

// Of a fraction, the divisor is multiplied: a fraction in a fraction is hard to read.
function shared(
  of: Formula,
  count: Formula,
  multiply: (...factors: Formula[]) => Formula,
): Formula {
  if (of.kind !== 'fraction') return fraction(of, count);
  const { bottom } = of;
  const factors = bottom.kind === 'product' ? bottom.factors : [bottom];
  return fraction(of.top, multiply(count, ...factors));
}

type Partial = Formula & { kind: 'partial' };

// Digits of a number among many, and of the loss itself.
const digits = 4;
const wholeDigits = 7;

function at(x: Formula, index: string): Formula {
  return x.kind === 'symbol' ? { ...x, place: `[${index}]` } : x;
}
