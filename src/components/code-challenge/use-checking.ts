// Checking: runs the code in its sandbox, asks it the challenge's questions, and trains with it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sandbox, SandboxFailure } from '../../sandbox';
import { Later } from '../../hooks';
import { openHoles, type Challenge } from './challenges';
import type { Check } from './checks/check';
import type { CodeChallengeLabels } from './labels';
import type { TrainedRun } from './run/train';

/** How far it is: `open` before the first check, or while holes are open. */
export type ChallengeState = 'open' | 'checking' | 'failed' | 'training' | 'solved';

/** What stops the code, apart from a check. */
export interface Problem {
  message: string;
  /** From 1; null where it is not known. */
  line: number | null;
  /** What happened to the code; null if it is what it does. */
  kind: SandboxFailure | null;
}

/** What is known of the code. */
export interface Findings {
  state: ChallengeState;
  checks: readonly Check[];
  problem: Problem | null;
  /** The lines with open holes, if there were any. */
  holes: readonly number[];
  /** How many epochs are trained. */
  epoch: number;
  /** The last run that came out of code that holds. */
  run: TrainedRun | null;
}

const nothing: Findings = {
  state: 'open',
  checks: [],
  problem: null,
  holes: [],
  epoch: 0,
  run: null,
};

/** What checks: most readers of a page never press the button. */
export const bench = new Later(() => import('./bench'));

/** @param address of the sandbox's page; null for one made here */
export function useChecking(
  challenge: Challenge,
  address: string | null,
  onComplete: (code: string) => void,
  words: CodeChallengeLabels,
) {
  const [findings, setFindings] = useState(nothing);
  const sandbox = useRef<Sandbox | null>(null);
  const attempt = useRef(0);
  const complete = useRef(onComplete);
  useEffect(() => {
    complete.current = onComplete;
  });
  useEffect(
    () => () => {
      // What is under way comes to nothing.

      attempt.current++;
      sandbox.current?.close();
      sandbox.current = null;
    },
    [challenge, address],
  );

  /** Forgets what was found of other code; its run stays. */
  const forget = useCallback((code: string) => {
    attempt.current++;
    const holes = openHoles(code);
    setFindings(({ run, checks }) => ({
      ...nothing,
      run,
      holes,
      checks: checks.map(({ title }) => ({ title, state: 'waiting' })),
    }));
  }, []);

  const check = useCallback(
    async (code: string) => {
      const own = ++attempt.current;
      const set = (change: Partial<Findings>) => {
        if (own === attempt.current) setFindings((before) => ({ ...before, ...change }));
      };
      const holes = openHoles(code);
      if (holes.length > 0) return set({ state: 'open', holes, problem: null });
      set({ state: 'checking', holes, problem: null });
      const { checkWords } = words;
      const problem = (message: string) =>
        set({ state: 'failed', problem: { message, line: null, kind: null } });
      const tools = await bench.load().catch(() => null);
      if (own !== attempt.current) return;
      if (!tools) return problem(checkWords.notLoaded);
      const { NoNumberError, Sandbox, SandboxError, askAll, questionsOf, train } = tools;
      sandbox.current ??= new Sandbox(address);
      try {
        const program = await sandbox.current.start(code, challenge.defines);
        const missing = challenge.defines.find((name) => !program.defined.includes(name));
        if (missing !== undefined) {
          return problem(checkWords.undefined(missing));
        }
        const checks = await askAll(questionsOf(challenge.name, program, words));
        if (checks.some(({ state }) => state !== 'passed')) return set({ state: 'failed', checks });
        set({ state: 'training', checks, epoch: 0 });
        if (own === attempt.current) complete.current(code);
        const clock = () => performance.now();
        const run = await train(program, challenge.run, clock, (epoch) => set({ epoch }));
        set({ state: 'solved', run });
      } catch (error) {
        if (error instanceof NoNumberError) {
          problem(checkWords.noNumber(error.layer, error.what, error.number, error.at));
        } else if (error instanceof SandboxError) {
          const { message, line, kind } = error;
          set({ state: 'failed', problem: { message, line, kind } });
        } else throw error;
      }
    },
    [challenge, address, words],
  );
  return { findings, check, forget };
}
