// One of the failures that are looked for: how it stands, and what can be done here.
import type { FailureKind, Finding, Snapshot, Trainer } from '../../trainer';
import { canHappen, remedyFor } from '../../trainer';
import type { Bench, OnBench } from './bench';
import { FindingsOfKind } from './findings-of-kind';
import type { CheckState, FailureLabLabels } from './labels';
import type { FailureLabPart } from './parts';
import { RunButtons } from './run-buttons';
import { StateMark } from './state-mark';

interface CheckRowProps {
  trainer: Trainer;
  run: Snapshot;
  kind: FailureKind;
  /** What was found of this kind, problems first. */
  findings: readonly Finding[];
  words: FailureLabLabels;
  bench: Bench;
  onBench: OnBench;
  canCause: boolean;
  isHidden: (part: FailureLabPart) => boolean;
}

export function CheckRow(props: CheckRowProps) {
  const { trainer, run, kind, findings, words, bench, onBench, canCause, isHidden } = props;
  const state = stateOf(kind, findings, trainer);
  const tried = onBench.tried.findLast((one) => one.kind === kind);
  const isShown = onBench.shown === kind;
  const first = findings[0];
  if (state === 'none' && isHidden('notHere') && !tried && !isShown) return null;
  return (
    <li className="pancake-failure-check" data-check={kind} data-state={state}>
      <span className="pancake-failure-state">
        <StateMark state={state} />
        <span>{words.states[state]}</span>
      </span>
      <span className="pancake-failure-name">{words.kinds[kind]}</span>
      <div className="pancake-failure-text">
        {first ? (
          <FindingsOfKind
            trainer={trainer}
            run={run}
            findings={findings}
            words={words}
            remedy={remedyFor(first, trainer)}
            hideRemedies={isHidden('remedies')}
            hideShow={isHidden('show')}
            onTry={(remedy) => bench.tryOut(kind, remedy)}
            onGoTo={(epoch) => trainer.seek(epoch)}
          />
        ) : (
          <p className="pancake-failure-fine">
            {state === 'none' ? words.none[kind] : words.fine[kind]}
          </p>
        )}
        {tried && !isHidden('remedies') && (
          <div className="pancake-failure-tried">
            <p>{words.tried(words.remedy(tried.remedy))}</p>
            <div className="pancake-failure-buttons">
              <button
                type="button"
                className="pancake-button"
                data-action="put-back"
                onClick={() => bench.putBack(kind)}
              >
                {words.putBack}
              </button>
              {onBench.shown === null && !isHidden('controls') && (
                <RunButtons trainer={trainer} words={words} />
              )}
            </div>
          </div>
        )}
      </div>
      {canCause && (
        <button
          type="button"
          className="pancake-failure-quiet pancake-failure-cause"
          data-action="cause"
          aria-label={words.causeHint(words.kinds[kind], isShown)}
          onClick={() => bench.cause(kind)}
        >
          {isShown ? words.causeAgain : words.cause}
        </button>
      )}
    </li>
  );
}

function stateOf(kind: FailureKind, findings: readonly Finding[], trainer: Trainer): CheckState {
  if (findings.length) return findings[0]!.severity;
  return canHappen(kind, trainer) ? 'fine' : 'none';
}
