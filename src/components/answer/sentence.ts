// Sentence: what is said of an answer.
import type { AnswerLabels } from './labels';
import type { GivenAnswer, Question } from './question';

interface Asked {
  name: string;
  question: Question;
  /** How many wrong numbers were tried. */
  tries: number;
  words: AnswerLabels;
  format: (value: number) => string;
}

/** What is said of an answer, or of the number if it was given away. */
export function sentenceOf(answer: GivenAnswer | null, asked: Asked): string {
  const { name, question, tries, words, format } = asked;
  if (answer === null) return words.isShown(name, format(question.value));
  const { typed, verdict } = answer;
  if (verdict.kind === 'unreadable') return capital(`${words.problem(verdict.problem)}.`);
  const written = verdict.isComputed ? words.computed(typed, format(verdict.value)) : typed;
  if (verdict.kind === 'right') return words.isRight(name, written);
  const said =
    verdict.kind === 'coarse'
      ? words.coarse(verdict.given, verdict.digits)
      : words.hint(verdict.hint, { tries, kind: question.kind });
  return verdict.isComputed ? `${written}. ${said}` : said;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
