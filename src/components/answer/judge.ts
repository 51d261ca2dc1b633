// Judge: whether an answer is right, and if not, what it is instead.
import { ensure } from '../../engine';
import { agrees, agreesAsWritten, digitsAsked } from './agreement';
import { evaluate, type Evaluation } from './expression';
import { ExpressionError } from './expression-error';
import { findMistake } from './mistakes';
import type { Hint, Question, Verdict } from './question';

// Closer than this, a mistake cannot be told from rounding.
const near = 0.01;
// An answer this close is called close.
const close = 0.02;

/**
 * Judges what was typed: a number, a fraction or an expression (see `evaluate`). A right number has
 * 3 right significant digits, rounded or cut off, or is within the question's `tolerance`. A comma is
 * a decimal point, unless the number is right only with commas between thousands: `1,764`.
 *
 * A wrong number is compared with what typical mistakes give, in this order: mistakes that give it to
 * the digits asked for; the answer with too few digits; mistakes that give it to the digits typed, if
 * there are at least two; an answer that is close. What the hint says is always true of the number,
 * though the reader may have got it in another way. A mistake that would not change the answer (a
 * factor of 1, an answer of 0) is never named.
 *
 * @throws PancakeError if the answer is not finite
 */
export function judge(typed: string, question: Question): Verdict {
  ensure(Number.isFinite(question.value), () => {
    return `judge got the answer ${question.value}; it has to be a finite number`;
  });
  const asDecimal = judgeReading(typed, question, 'decimal');
  if (asDecimal.kind === 'right' || !/\d,\d{3}(?!\d)/.test(typed)) return asDecimal;
  const inThousands = judgeReading(typed, question, 'thousands');
  const isBetter = inThousands.kind === 'right' || asDecimal.kind === 'unreadable';
  return isBetter ? inThousands : asDecimal;
}

function judgeReading(typed: string, question: Question, comma: 'decimal' | 'thousands'): Verdict {
  try {
    return judgeNumber(evaluate(typed, question.names, { comma }), question);
  } catch (error) {
    if (error instanceof ExpressionError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

function judgeNumber({ value, literal }: Evaluation, question: Question): Verdict {
  const { value: answer, tolerance } = question;
  const answered = { value, isComputed: literal === null };
  const wrong = (hint: Hint): Verdict => ({ kind: 'wrong', ...answered, hint });

  if (isRight(value, question)) return { kind: 'right', ...answered };
  if (value === 0) return wrong({ mistake: 'zero' });

  const isTheAnswer = (other: number) =>
    Math.abs(other - answer) <= Math.max(near, tolerance ?? 0) * Math.abs(answer);
  const exactness = tolerance === undefined ? undefined : Math.min(tolerance, close);
  const exact = findMistake(question, (other) => agrees(value, other, exactness), isTheAnswer);
  if (exact) return wrong(exact);

  const digits = digitsAsked(tolerance);
  if (literal && literal.digits < digits) {
    if (agreesAsWritten(value, literal, answer, 1)) {
      return { kind: 'coarse', ...answered, given: literal.digits, digits };
    }
    const asWritten = (other: number) => agreesAsWritten(value, literal, other, 2);
    const rough = findMistake(question, asWritten, isTheAnswer);
    if (rough) return wrong(rough);
  }
  const isClose = Math.abs(value - answer) <= close * Math.abs(answer);
  if (isClose) return wrong({ mistake: 'close', digits });
  return wrong({ mistake: 'unknown', ...compared(value, answer) });
}

function isRight(value: number, { value: answer, tolerance, ...question }: Question): boolean {
  const { decimals, factors = [], shares = [] } = question;
  if (agrees(value, answer, tolerance)) return true;
  if (decimals === undefined) return false;
  // What is shown as a power of ten is not rounded to decimals.
  const shown = (number: number) => Number(number.toFixed(decimals)) || number;
  const product = factors.reduce((result, factor) => result * shown(factor.value), 1);
  const sum = shares.reduce((result, share) => result + shown(share), 0);
  return (
    agrees(value, shown(answer), 1e-9) ||
    (factors.length > 0 && agrees(value, product, tolerance)) ||
    (shares.length > 0 && agrees(value, sum, tolerance))
  );
}

function compared(value: number, answer: number) {
  const ratio = Math.abs(answer) / Math.abs(value);
  const isSame = Math.abs(ratio - 1) <= close;
  return {
    size: isSame ? 'same' : ratio < 1 ? 'tooLarge' : 'tooSmall',
    signDiffers: value * answer < 0,
  } as const;
}
