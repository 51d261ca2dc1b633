// The mark of a state: its shape says what its colour says.
import type { CheckState } from './labels';

const shapes: Record<CheckState, string> = {
  fine: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  watch: 'M6 1.2L11.4 10.6H.6z',
  problem: 'M1.2 1.2h9.6v9.6H1.2z',
  none: 'M2.5 6h7',
};

export function StateMark({ state }: { state: CheckState }) {
  return (
    <svg className="pancake-failure-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden>
      <path d={shapes[state]} />
    </svg>
  );
}
