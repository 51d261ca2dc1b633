// What was found of one kind: what happens, why it is a problem, and what can be done.
import type { Finding, Snapshot, Trainer, TrainerOptions } from '../../trainer';
import type { FailureLabLabels } from './labels';
import { layerName } from './places';
import { ShowMe } from './show-me';

interface FindingsOfKindProps {
  trainer: Trainer;
  run: Snapshot;
  findings: readonly Finding[];
  words: FailureLabLabels;
  /** The options that may help, or null. */
  remedy: Partial<TrainerOptions> | null;
  hideRemedies: boolean;
  hideShow: boolean;
  onTry: (remedy: Partial<TrainerOptions>) => void;
  onGoTo: (epoch: number) => void;
}

export function FindingsOfKind(props: FindingsOfKindProps) {
  const { trainer, run, findings, words, remedy, hideRemedies, hideShow, onTry, onGoTo } = props;
  const { kind, severity, since } = findings[0]!;
  const canGo =
    kind === 'overfitting' && since !== null && since >= run.firstEpoch && since <= run.lastEpoch;
  return (
    <>
      {findings.map((finding, i) => {
        const layer = finding.layer === null ? null : layerName(trainer, finding.layer);
        const why = words.why(finding, layer);
        const next = findings[i + 1];
        // What several layers have in common is said once, after the last of them.
        const isRepeated = next?.sign === finding.sign && words.why(next, layer) === why;
        return (
          <div
            key={`${finding.sign} ${finding.layer}`}
            className="pancake-failure-finding"
            data-kind={finding.kind}
            data-sign={finding.sign}
            data-severity={finding.severity}
            data-layer={finding.layer ?? undefined}
            data-units={finding.units.join()}
            data-measure={finding.measure}
            data-since={finding.since ?? undefined}
          >
            <p>
              <span className="pancake-failure-what">{words.what(finding, layer, run)}</span>{' '}
              {!isRepeated && why}
            </p>
            {!hideShow && finding.layer !== null && finding.units.length > 0 && (
              <ShowMe trainer={trainer} finding={finding} words={words} />
            )}
          </div>
        );
      })}
      {!hideRemedies && (
        <div className="pancake-failure-remedy">
          <p>{words.advice(kind, severity)}</p>
          {(remedy ?? canGo) && (
            <div className="pancake-failure-buttons">
              {remedy && (
                <button
                  type="button"
                  className="pancake-button"
                  data-action="try"
                  onClick={() => onTry(remedy)}
                >
                  {words.tryOut(words.remedy(remedy))}
                </button>
              )}
              {canGo && (
                <button type="button" className="pancake-button" onClick={() => onGoTo(since)}>
                  {words.goTo(since)}
                </button>
              )}
            </div>
          )}
        </div>
      )}
    </>
  );
}
