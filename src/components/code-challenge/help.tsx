// Help: hints, one after the other, and the solution behind a question.
import { useState, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { CodeListing } from '../code';
import { Spoiler } from '../spoiler';
import type { Challenge } from './challenges';
import type { CodeChallengeLabels } from './labels';

interface HelpProps {
  challenge: Challenge;
  /** Puts the solution into the editor. */
  onUse: () => void;
  words: CodeChallengeLabels;
}

export function Help({ challenge: { hints, solution }, onUse, words }: HelpProps) {
  const [shown, setShown] = useState(0);
  // The button goes with the last hint; the keyboard goes on at what is left.
  const showNext = ({ currentTarget: { parentElement: help } }: MouseEvent<HTMLElement>) => {
    flushSync(() => setShown((count) => count + 1));
    if (shown + 1 === hints.length) help!.querySelector('button')?.focus();
  };
  return (
    <div className="pancake-challenge-help">
      {shown < hints.length && (
        <button type="button" className="pancake-button" onClick={showNext}>
          {words.hint(shown + 1, hints.length)}
        </button>
      )}
      <div role="log">
        {shown > 0 && (
          <ol className="pancake-challenge-hints" aria-label={words.hints}>
            {hints.slice(0, shown).map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ol>
        )}
      </div>
      <Spoiler summary={words.solution} ask={words.solutionAsk}>
        <CodeListing lines={linesOf(solution)} name={words.solutionName} />
        <button type="button" className="pancake-button" onClick={onUse}>
          {words.useSolution}
        </button>
      </Spoiler>
    </div>
  );
}

const linesOf = (code: string) =>
  code
    .trimEnd()
    .split('\n')
    .map((text) => ({ text, roles: [] }));
