// A check: what is asked of the reader's code, and what became of it.

/** One of the things that the code must do. */
export interface Check {
  /** What must hold, as a reader says it. */
  title: string;
  state: 'passed' | 'failed' | 'waiting';
  /** What is wrong, where it failed. */
  message?: string;
  /** The line of the code that it is about, from 1. */
  line?: number | null;
}

/** A question to the code: null if it holds, a sentence if it does not. */
export interface Question {
  title: string;
  ask: () => Promise<string | null>;
}

/** Asks one question after the other, up to the first that fails; the rest waits. */
export async function askAll(questions: readonly Question[]): Promise<Check[]> {
  const checks: Check[] = [];
  let failed = false;
  for (const { title, ask } of questions) {
    if (failed) {
      checks.push({ title, state: 'waiting' });
      continue;
    }
    const message = await ask();
    failed = message !== null;
    checks.push(
      message === null ? { title, state: 'passed' } : { title, state: 'failed', message },
    );
  }
  return checks;
}
