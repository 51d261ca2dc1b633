// FailureLab: what goes wrong in a run, in plain words, with what may help; and each failure at will.
import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import {
  diagnose,
  type FailureKind,
  type Finding,
  type Snapshot,
  type Trainer,
} from '../../trainer';
import { Figure, type FigureProps, island, failureLabRoom } from '../figure';
import type { Table } from '../share';
import { Announcer } from './announcer';
import { benchOf } from './bench';
import { CheckRow } from './check-row';
import { defaultLabels, type FailureLabLabels } from './labels';
import { checkParts, namedKinds, type FailureLabPart } from './parts';
import { RunButtons } from './run-buttons';
import { useFocusKept } from './use-focus-kept';

/** Props of {@link FailureLab}. */
export interface FailureLabProps extends FigureProps {
  /** The failures that are looked for. @default all of them */
  kinds?: readonly FailureKind[];
  /** Whether there are buttons that cause a failure: for all that are looked for, or for some. @default true */
  presets?: boolean | readonly FailureKind[];
  /** Parts to leave out: `'remedies'`, `'show'`, `'fine'`, `'notHere'`, `'summary'`, `'controls'`. */
  hide?: readonly FailureLabPart[];
  /** Gets what was found among `kinds`, problems first, whenever it changes. */
  onFindingsChange?: (findings: readonly Finding[]) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<FailureLabLabels>;
}

const nothing: readonly FailureLabPart[] = [];

const Live = forwardRef<HTMLElement, FailureLabProps>(function FailureLab(
  {
    trainer: given,
    kinds,
    presets = true,
    hide = nothing,
    onFindingsChange,
    labels,
    heading,
    className = '',
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'FailureLab');
  const words = useLabels('FailureLab', defaultLabels, labels);
  checkParts(hide);
  const looked = namedKinds(kinds ?? true, 'kinds');
  const caused = namedKinds(presets, 'presets');
  const isHidden = (part: FailureLabPart) => hide.includes(part);

  const run = useTrainerValue(readRun, trainer);
  const names = looked.join();
  const readFound = useMemo(() => foundAmong(names.split(',')), [names]);
  const findings = useTrainerValue(readFound, trainer);
  const bench = benchOf(trainer);
  const onBench = useSyncExternalStore(bench.subscribe, bench.get, bench.get);

  const tell = useRef(onFindingsChange);
  useEffect(() => {
    tell.current = onFindingsChange;
  });
  useEffect(() => {
    tell.current?.(findings);
  }, [findings]);

  const id = useId();
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  const keepFocus = useFocusKept(root);

  const found = looked.filter((kind) => findings.some((finding) => finding.kind === kind));
  const worst = (kind: FailureKind) => findings.find((finding) => finding.kind === kind)?.severity;
  const problems = found.filter((kind) => worst(kind) === 'problem');
  const watches = found.filter((kind) => worst(kind) === 'watch');
  const named = (some: readonly FailureKind[]) => some.map((kind) => words.kinds[kind]);
  const rows = looked.filter((kind) => {
    const isTried = onBench.tried.some((one) => one.kind === kind);
    return found.includes(kind) || isTried || onBench.shown === kind || !isHidden('fine');
  });

  return (
    <Figure
      ref={root}
      component="FailureLab"
      table={() => findingsTable(findings)}
      trainer={trainer}
      heading={heading === undefined ? words.heading : heading}
      aria-label={heading === null ? words.heading : undefined}
      aria-describedby={isHidden('summary') ? undefined : `${id}-summary`}
      className={className}
      data-findings={found.join()}
      data-shown={onBench.shown ?? undefined}
      {...rest}
    >
      {/* The row takes care of its buttons; here it is only seen which one was pressed. */}
      <div className="pancake-failure-body" onClickCapture={keepFocus}>
        {!isHidden('summary') && (
          <p id={`${id}-summary`} className="pancake-failure-summary">
            {words.summary(problems.length, watches.length, run)}
          </p>
        )}
        {onBench.shown !== null && (
          <div className="pancake-failure-aside">
            <p>{words.aside(words.kinds[onBench.shown])}</p>
            <div className="pancake-failure-buttons">
              <button
                type="button"
                className="pancake-button"
                data-action="back"
                onClick={bench.back}
              >
                {words.back}
              </button>
              {!isHidden('controls') && <RunButtons trainer={trainer} words={words} />}
            </div>
          </div>
        )}
        {onBench.returned === 'weights' && (
          <p className="pancake-failure-returned">{words.weightsOnly}</p>
        )}
        <ul className="pancake-failure-checks">
          {rows.map((kind) => (
            <CheckRow
              key={kind}
              trainer={trainer}
              run={run}
              kind={kind}
              findings={findings.filter((finding) => finding.kind === kind)}
              words={words}
              bench={bench}
              onBench={onBench}
              canCause={caused.includes(kind)}
              isHidden={isHidden}
            />
          ))}
        </ul>
      </div>
      <Announcer text={words.announce(named(problems), named(watches))} />
    </Figure>
  );
});

/**
 * A list of what can go wrong in a run, and how each stands: steps that explode, dead ReLUs, saturated
 * neurons, neurons that are all the same, overfitting. What is found is explained; a remedy can be
 * tried and put back, the neurons shown in the other figures of the run, and each failure caused.
 */
export const FailureLab = island<FailureLabProps>(failureLabRoom, Live);

const readRun = (run: Snapshot) => run;

const foundAmong = (names: readonly string[]) => (_: Snapshot, trainer: Trainer) =>
  diagnose(trainer).filter(({ kind }) => names.includes(kind));

function findingsTable(findings: readonly Finding[]): Table {
  return {
    columns: ['kind', 'severity', 'sign', 'layer', 'units', 'of', 'measure', 'since'],
    rows: findings.map(({ kind, severity, sign, layer, units, of, measure, since }) => [
      ...[kind, severity, sign, layer, units.join(' '), of, measure, since],
    ]),
  };
}
