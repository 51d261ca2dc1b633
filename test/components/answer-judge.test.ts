// Answers: what may be typed, and what is said of it. A hint is a statement that has to be true.
import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/engine';
import {
  ExpressionError,
  evaluate,
  judge,
  type Hint,
  type Question,
} from '../../src/components/answer';

const names = { k: 0.5, v: 42, M: 21, dE_dM: 42, 'dM/dv': 0.5 };

describe('an expression', () => {
  it.each([
    ['21', 21],
    ['1,5', 1.5],
    ['1.5e-3', 0.0015],
    ['.5', 0.5],
    ['5.', 5],
    ['−2', -2],
    ['441/21', 21],
    ['2M', 42],
    ['k v', 21],
    ['kv', 21],
    ['k·v', 21],
    ['k × v', 21],
    ['2(3+1)', 8],
    ['∂E/∂M × ∂M/∂v', 21],
    ['dE_dM·dM/dv', 21],
    ['M²', 441],
    ['M^2', 441],
    ['M**2', 441],
    ['2^-1', 0.5],
    ['2**3**2', 512],
    ['−2²', -4],
    ['2·10⁻⁴', 0.0002],
    ['1/2M', 0.5 * 21],
    ['max(0, −3, 1.5)', 1.5],
    ['σ(0)', 0.5],
    ['relu(−3)', 0],
    ['sqrt(441)', 21],
    ['ln(exp(2))', 2],
  ])('is computed: %s', (text, value) => {
    expect(evaluate(text, names).value).toBeCloseTo(value, 12);
  });

  it.each([
    ['', 'empty'],
    ['%', 'unknownSign'],
    ['q + 1', 'unknownName'],
    ['42 ×', 'expected'],
    ['42 ×)', 'expected'],
    ['(3', 'expected'],
    ['3)', 'unopened'],
    ['1/0', 'divisionByZero'],
    ['0^-1', 'divisionByZero'],
    ['sqrt(−1)', 'rootOfNegative'],
    ['ln(0)', 'logarithm'],
    ['10^999', 'tooLarge'],
    ['1e400', 'tooLarge'],
    ['constructor', 'unknownName'],
    ['__proto__', 'unknownName'],
  ])('is refused with what is wrong and where: “%s”', (text, kind) => {
    try {
      evaluate(text, names);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect((error as ExpressionError).problem.kind).toBe(kind);
    }
  });

  it.each(['('.repeat(50_000), '-'.repeat(50_000), '1+'.repeat(50_000), 'max('.repeat(5000)])(
    'is not read beyond a limit, however it is made',
    (text) => {
      expect(judge(text, { value: 1, kind: 'value', names: {} }).kind).toBe('unreadable');
    },
  );
});

const gradient: Question = {
  value: 21,
  kind: 'gradient',
  names: { k: 0.5, v: 42, M: 21.5 },
  factors: [
    { term: 'dE_dM', name: 'dE/dM', value: 42 },
    { term: 'dM_dv', name: 'dM/dv', value: 0.5, isLocal: true },
  ],
};
const batch: Question = {
  value: 0.7,
  kind: 'gradient',
  names: {},
  shares: [0.1, 0.4, -0.2, 0.4],
};

describe('an answer', () => {
  it.each(['21', '21.0', '441/21', '42·0.5', '42/2', 'k v', '20.98'])('is right: %s', (typed) => {
    expect(judge(typed, gradient).kind).toBe('right');
  });

  it('may have commas between thousands', () => {
    expect(judge('1,764', { value: 1764, kind: 'gradient', names: {} }).kind).toBe('right');
  });

  it.each([
    ['-21', gradient, 'sign'],
    ['0', gradient, 'zero'],
    ['42', gradient, 'alone'],
    ['0.5', gradient, 'alone'],
    ['10.5', gradient, 'twice'],
    ['84', gradient, 'divided'],
    ['1/21', gradient, 'inverse'],
    ['42.5', gradient, 'added'],
    ['210', gradient, 'powerOfTen'],
    ['20.7', gradient, 'close'],
    ['1234', gradient, 'unknown'],
    ['0.1', batch, 'oneSample'],
    ['0.175', batch, 'mean'],
    ['0.6', batch, 'sampleMissing'],
    ['1.4', batch, 'double'],
  ] as const)('that is wrong gets a hint: %s', (typed, question, mistake) => {
    const verdict = judge(typed, question);
    expect(verdict).toMatchObject({ kind: 'wrong', hint: { mistake } });
  });

  it('with a factor missing is told which', () => {
    const question: Question = {
      value: 2 * 3 * 5,
      kind: 'gradient',
      names: {},
      factors: [
        { term: 'a', name: 'a', value: 2 },
        { term: 'b', name: 'b', value: 3 },
        { term: 'c', name: 'c', value: 5 },
      ],
    };
    expect(judge('6', question)).toMatchObject({ hint: { mistake: 'missing', factors: ['c'] } });
  });
});

/** Whether what a hint says of a number is so. */
function isTrue(
  hint: Hint,
  typed: number,
  { value, factors = [], shares = [], names: given }: Question,
) {
  const is = (other: number) => Math.abs(typed - other) <= 0.1 * Math.abs(other) + 1e-12;
  const product = (of: readonly { value: number }[]) => of.reduce((all, one) => all * one.value, 1);
  switch (hint.mistake) {
    case 'zero':
      return typed === 0;
    case 'sign':
      return is(-value);
    case 'oneSample':
      return hint.row === null ? shares.some(is) : is(shares[hint.row]!);
    case 'mean':
      return is(value / shares.length);
    case 'sampleMissing':
      return hint.row === null
        ? shares.some((share) => is(value - share))
        : is(value - shares[hint.row]!);
    case 'alone':
      return hint.factors.every((name) => is(factors.find((one) => one.name === name)!.value));
    case 'missing':
      return (
        hint.factors === null ||
        is(product(factors.filter((one) => !hint.factors!.includes(one.name))))
      );
    case 'twice':
      return factors.some((one) => (hint.factor ?? one.name) === one.name && is(value * one.value));
    case 'divided':
      return factors.some(
        (one) => (hint.factor ?? one.name) === one.name && is(value / one.value / one.value),
      );
    case 'inverse':
      return is(1 / value);
    case 'added':
      return is(factors.reduce((sum, one) => sum + one.value, 0));
    case 'another':
      return Object.entries(given).some(([name, other]) => name === hint.name && is(other));
    case 'half':
      return is(value / 2);
    case 'double':
      return is(value * 2);
    case 'powerOfTen':
      return is(value * 10 ** hint.exponent);
    case 'close':
      return Math.abs(typed - value) <= 0.021 * Math.abs(value);
    case 'unknown':
      return hint.signDiffers === typed * value < 0;
  }
}

it('never says of a number what is not so', () => {
  const rng = createRng(11);
  const seen = new Set<string>();
  for (let round = 0; round < 3000; round++) {
    const isBatch = rng.int(2) === 1;
    const parts = Array.from(
      { length: 2 + rng.int(3) },
      () => Number(rng.normal(0, 3).toFixed(2)) || 1,
    );
    const question: Question = isBatch
      ? { value: parts.reduce((a, b) => a + b), kind: 'gradient', names: {}, shares: parts }
      : {
          value: parts.reduce((a, b) => a * b),
          kind: 'gradient',
          names: { w: Number(rng.normal().toFixed(3)) },
          factors: parts.map((value, i) => ({ term: `f${i}`, name: `f${i}`, value })),
        };
    const base = [question.value, ...parts, question.names['w'] ?? 1];
    const factor = [1, -1, 2, 0.5, 10, parts[0]!, 1 / parts[0]!][rng.int(7)]!;
    const typed = base[rng.int(base.length)]! * factor;
    const text = typed.toPrecision(2 + rng.int(5)).replace('e+', 'e');
    const verdict = judge(text, question);
    if (verdict.kind !== 'wrong') continue;
    seen.add(verdict.hint.mistake);
    const said = `${text} for ${JSON.stringify(question)}: ${JSON.stringify(verdict.hint)}`;
    expect(isTrue(verdict.hint, verdict.value, question), said).toBe(true);
  }
  expect(seen.size).toBeGreaterThan(12);
});
