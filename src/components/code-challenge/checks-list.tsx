// ChecksList: what was asked of the code, and the first thing that differs.
import type { Check } from './checks/check';
import type { CodeChallengeLabels } from './labels';

interface ChecksListProps {
  checks: readonly Check[];
  words: CodeChallengeLabels;
}

const signs = { passed: 'M3 8.4L6.4 11.6L13 4.6', failed: 'M4 4L12 12M12 4L4 12', waiting: '' };

export function ChecksList({ checks, words }: ChecksListProps) {
  if (checks.length === 0) return null;
  return (
    <ul className="pancake-challenge-checks" aria-label={words.checks}>
      {checks.map(({ title, state, message }) => (
        <li key={title} data-state={state}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {state === 'waiting' ? <circle cx="8" cy="8" r="3" /> : <path d={signs[state]} />}
          </svg>
          <div>
            {title} <span className="pancake-hidden">({words.states[state]})</span>
            {message && <p>{sentence(message)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A message with a full stop. The first word may be a name, which keeps its letters. */
export const sentence = (message: string) => (/[.?!]$/.test(message) ? message : `${message}.`);
