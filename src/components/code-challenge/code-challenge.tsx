// CodeChallenge: code with holes for the reader to fill, checked in the page, and trained once it holds.
import {
  forwardRef,
  useEffect,
  useMemo,
  useId,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react';
import { useLabels } from '../../a11y';
import { PancakeError } from '../../engine';
import { TrainerContext, prefersReducedMotion, useCaught } from '../../hooks';
import { DecisionBoundary } from '../decision-boundary';
import { LossChart } from '../loss-chart';
import { TrainerControls } from '../trainer-controls';
import {
  challengeIn,
  challenges,
  openHoles,
  type ChallengeName,
  type ChallengeSource,
} from './challenges';
import { island, codeChallengeRoom } from '../figure';
import { ChecksList, sentence } from './checks-list';
import { CodeField, type CodeFieldHandle } from './code-field';
import { Help } from './help';
import { defaultLabels, type CodeChallengeLabels } from './labels';
import { useChecking, type Findings } from './use-checking';
import { useDraft } from './use-draft';

/** Props of {@link CodeChallenge}. */
export interface CodeChallengeProps extends ComponentPropsWithoutRef<'div'> {
  /** Which challenge. */
  name: ChallengeName;
  /** When it is checked: as the reader types, or only on request. @default 'typing' */
  check?: 'typing' | 'asked';
  /**
   * Where the draft is kept in the browser's localStorage; null keeps none.
   *
   * @default 'react-pancake:challenge:' and the name
   */
  storageKey?: string | null;
  /**
   * The address of `react-pancake/sandbox.html` on your site, for a strict Content-Security-Policy.
   *
   * @default none: the sandbox is made in the page
   */
  sandbox?: string | null;
  /** The nonce of your Content-Security-Policy, for the editor's style sheet. */
  nonce?: string;
  /** Called with the code the first time that all checks pass. Nothing is stored. */
  onComplete?: (code: string) => void;
  /** What shows the run of the reader's code. @default its decision boundary, loss and controls */
  children?: ReactNode;
  /** Words to use instead of the default ones. */
  labels?: Partial<CodeChallengeLabels>;
}

const typingPause = 600;

const Body = forwardRef<HTMLDivElement, CodeChallengeProps>(function ChallengeBody(props, ref) {
  const { name, check: when = 'typing', sandbox = null, nonce, onComplete, ...more } = props;
  const { storageKey: key, children, labels, className = '', ...rest } = more;
  const id = useId();
  const words = useLabels('CodeChallenge', defaultLabels, labels);
  const challenge = useMemo(() => challengeIn(sourceOf(name), words), [name, words]);
  const draft = useDraft(
    challenge.code,
    key === undefined ? `react-pancake:challenge:${name}` : key,
  );
  const isCompleted = useRef(false);
  const { findings, check, forget } = useChecking(
    challenge,
    sandbox,
    (code) => {
      if (!isCompleted.current) onComplete?.(code);
      isCompleted.current = true;
    },
    words,
  );
  const field = useRef<CodeFieldHandle>(null);
  const caught = useCaught();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const checkNow = () => {
    clearTimeout(timer.current);
    caught(check)(draft.code);
  };
  const follow = (code: string) => {
    clearTimeout(timer.current);
    forget(code);
    if (when === 'typing')
      timer.current = setTimeout(
        caught(() => check(code)),
        typingPause,
      );
  };
  const change = (code: string) => {
    if (code === draft.code) return;
    draft.change(code);
    follow(code);
  };
  const linesOf = (code: string) => code.split('\n').length;
  const isTouched = draft.code !== challenge.code;
  return (
    <div
      ref={ref}
      role="group"
      aria-labelledby={`${id}-title`}
      data-pancake="CodeChallenge"
      {...rest}
      className={`pancake pancake-challenge ${className}`.trim()}
      data-state={findings.state}
    >
      <p id={`${id}-title`} className="pancake-title pancake-challenge-title">
        {challenge.title}
      </p>
      <p className="pancake-challenge-task">{challenge.task}</p>
      <CodeField
        ref={field}
        code={draft.code}
        lines={Math.max(...[draft.code, challenge.code, challenge.solution].map(linesOf))}
        name={words.editor(challenge.title)}
        describedBy={`${id}-keys ${id}-status`}
        nonce={nonce}
        wrongLine={findings.problem?.line ?? null}
        onChange={change}
        onCheck={checkNow}
      />
      <div className="pancake-challenge-buttons">
        <button
          type="button"
          className="pancake-button pancake-button-main"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={checkNow}
        >
          {words.check}
        </button>
        <button
          type="button"
          className="pancake-button"
          disabled={openHoles(draft.code).length === 0}
          onClick={() => field.current?.goToHole()}
        >
          {words.nextHole}
        </button>
        {draft.canUndo ? (
          <button type="button" className="pancake-button" onClick={draft.undoReset}>
            {words.undoReset}
          </button>
        ) : (
          <button
            type="button"
            className="pancake-button"
            disabled={!isTouched}
            onClick={() => {
              clearTimeout(timer.current);
              draft.reset();
              forget(challenge.code);
            }}
          >
            {words.reset}
          </button>
        )}
        <span id={`${id}-keys`} className="pancake-challenge-keys">
          {words.keys}
        </span>
      </div>
      <p id={`${id}-status`} className="pancake-challenge-status" role="status">
        {statusOf(findings, isTouched, words)}
        {/* Seen in the list below. */}
        <span className="pancake-hidden">{firstWrong(findings)}</span>
      </p>
      {findings.state === 'training' && (
        <progress
          value={findings.epoch}
          max={challenge.run.epochs}
          aria-label={words.progress}
          className="pancake-challenge-progress"
        />
      )}
      <ChecksList checks={findings.checks} words={words} />
      <Help challenge={challenge} onUse={() => change(challenge.solution)} words={words} />
      {findings.run && (
        <div className="pancake-challenge-run">
          <p className="pancake-title">{words.run}</p>
          <p className="pancake-challenge-task">{challenge.training}</p>
          {findings.run.ending && <p>{words.ending(findings.run.ending)}</p>}
          <TrainerContext.Provider value={findings.run.trainer}>
            <Played run={findings.run} />
            {children ?? (
              <div className="pancake-whole">
                <DecisionBoundary />
                <LossChart />
                <TrainerControls />
              </div>
            )}
          </TrainerContext.Provider>
        </div>
      )}
    </div>
  );
});

const Live = forwardRef<HTMLDivElement, CodeChallengeProps>(
  // Another challenge begins anew.
  function CodeChallenge(props, ref) {
    return <Body key={props.name} {...props} ref={ref} />;
  },
);

/**
 * A piece of the framework for the reader to write: the code has holes, and checks say what is not yet
 * right, in words. Once all pass, the code trains, and the figures show its run. It runs in a worker in a
 * frame of no origin: it cannot reach the page, storage or network, and is stopped if it does not end.
 *
 * @throws PancakeError if there is no challenge of that name
 */
export const CodeChallenge = island<CodeChallengeProps, HTMLDivElement>(codeChallengeRoom, Live);

// A run that has just come out of the reader's code begins by itself, where motion is welcome.
function Played({ run }: { run: NonNullable<Findings['run']> }) {
  useEffect(() => {
    if (!prefersReducedMotion()) run.trainer.play();
    return () => run.trainer.pause();
  }, [run]);
  return null;
}

function statusOf(
  { state, checks, problem, holes }: Findings,
  isTouched: boolean,
  words: CodeChallengeLabels,
): string {
  if (problem) return words.stopped(problem.message, problem.line, problem.kind);
  if (holes.length > 0) return words.openHoles(holes);
  if (state === 'checking') return words.checking;
  if (state === 'training') return words.training;
  if (state === 'solved') return words.solved;
  if (state === 'failed') {
    return words.failed(checks.filter((one) => one.state === 'passed').length, checks.length);
  }
  return isTouched ? words.touched : words.untouched;
}

// What differs is told with how many checks pass: who listens does not see the list that comes with it.
function firstWrong({ state, checks }: Findings): string {
  const message = state === 'failed' && checks.find((one) => one.state === 'failed')?.message;
  return message ? ` ${sentence(message)}` : '';
}

function sourceOf(name: ChallengeName): ChallengeSource {
  if (Object.hasOwn(challenges, name)) return challenges[name];
  const known = Object.keys(challenges)
    .map((one) => `"${one}"`)
    .join(', ');
  throw new PancakeError(`CodeChallenge got the name "${name}"; it must be one of ${known}`);
}
