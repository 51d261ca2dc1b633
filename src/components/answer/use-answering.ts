// The course of an answer: typed, checked, found or given away, and hidden again.
import { useMemo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useHintRow } from './answer-hints';
import { judge } from './judge';
import type { AnswerLabels } from './labels';
import type { AnswerState, GivenAnswer, Question } from './question';
import { sentenceOf } from './sentence';
import { plainName } from './spelling';

interface Answering {
  id: string;
  name: string;
  question: Question;
  state: AnswerState;
  setState: (state: AnswerState) => void;
  onAnswer: ((answer: GivenAnswer) => void) | undefined;
  format: (value: number) => string;
  words: AnswerLabels;
  /** What has the focus while the number is hidden. */
  field: RefObject<HTMLInputElement | null>;
  /** What has it afterwards. */
  number: RefObject<HTMLElement | null>;
}

/** What happened last: an answer was checked, or the number was given away. */
interface LastEvent {
  answer: GivenAnswer | null;
  /** The number it was about; for another one it says nothing. */
  about: number;
}

/** What was typed, what is said of it, and what the reader can do. */
export function useAnswering(answering: Answering) {
  const { id, name, question: given, state, setState, onAnswer, words, format } = answering;
  const question = useMemo(() => ({ ...given, names: without(name, given.names) }), [given, name]);
  const { value } = question;
  const row = useHintRow();
  const [draft, setDraft] = useState('');
  const [last, setLast] = useState<LastEvent | null>(null);
  const [count, setCount] = useState(0);
  const [tries, setTries] = useState(0);

  const isHidden = state === 'hidden';
  const isStale = last !== null && last.about !== value;
  const current = isStale ? null : last;
  const verdict = current?.answer?.verdict ?? null;
  const wasFound = verdict?.kind === 'right';
  // A hint is of use while the number is hidden, and praise once it is not.
  const applies = current !== null && isHidden === (current.answer !== null && !wasFound);

  // The focus moves at once, so that the next key already goes where it should.
  const happen = (event: LastEvent | null, change: () => void) => {
    flushSync(() => {
      setLast(event);
      setCount(count + 1);
      row?.activate(id);
      change();
    });
    (answering.field.current ?? answering.number.current)?.focus();
  };
  const reveal = (answer: GivenAnswer | null) =>
    happen({ answer, about: value }, () => {
      setDraft('');
      setTries(0);
      setState(answer ? 'right' : 'shown');
    });

  const check = () => {
    const answer = { typed: draft.trim(), verdict: judge(draft, question) };
    const isRepeated = current?.answer?.typed === answer.typed;
    const isOneMore = answer.verdict.kind === 'wrong' && !isRepeated;
    if (answer.verdict.kind === 'right') reveal(answer);
    else happen({ answer, about: value }, () => setTries(isOneMore ? tries + 1 : tries));
    if (answer.typed !== '' && !isRepeated) onAnswer?.(answer);
  };

  return {
    draft,
    type: setDraft,
    check,
    show: () => reveal(null),
    hide: () => happen(null, () => setState('hidden')),
    /** Puts away what was said, or else what was typed; false if there is neither. */
    giveUp: () => {
      if (current !== null) setLast(null);
      else if (draft !== '') setDraft('');
      else return false;
      return true;
    },
    /** Whether the number was found, and is still the same. */
    wasFound: !isStale && (wasFound || state === 'right'),
    isWrong: isHidden && current?.answer?.typed === draft.trim(),
    verdict: applies ? verdict : null,
    said:
      applies && (row === null || row.active === id)
        ? sentenceOf(current.answer, { name, question, tries, words, format })
        : null,
    /** How often something was said. */
    count,
  };
}

function without(name: string, names: Question['names']): Question['names'] {
  const plain = plainName(name);
  return Object.fromEntries(Object.entries(names).filter(([one]) => plainName(one) !== plain));
}
