// Sandbox: runs a reader's code where it can reach nothing, and asks it for numbers within a time limit.
import { SandboxError } from './errors';
import { SandboxFrame, type FrameMessage } from './frame';
import runtime from './inside/worker.js?text';
import type { Job } from './jobs';

/** The longest that a reader's code may take at a time, in milliseconds. */
export const timeLimit = 800;
// A worker's own beginning is not the reader's fault.
const startLimit = 10_000;

/** What the code of a reader, once it runs, can be asked. */
export interface Program {
  /** The names that it defines, among those it was asked for. */
  readonly defined: readonly string[];
  /**
   * What comes out of a job, exactly as the code gave it: anything at all.
   *
   * @throws SandboxError if the code throws, does not end in time, or takes its worker down
   */
  ask(job: Job): Promise<unknown>;
}

/** The code as it is run: ours, then the reader's, then what makes its names known. */
export function assemble(code: string, names: readonly string[]): string {
  const found = names.map(
    (name) => `${name}: typeof ${name} === 'undefined' ? undefined : ${name}`,
  );
  return `${runtime}\n${code}\n;pancake.define({ ${found.join(', ')} });\n`;
}

const linesBefore = runtime.split('\n').length;

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: SandboxError) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** One place for one program at a time. */
export class Sandbox {
  private readonly frame: SandboxFrame;
  private run = 0;
  private asked = 0;
  private lines = 0;
  private port: MessagePort | null = null;
  private readonly waiting = new Map<number, Waiting>();

  /** @param address of the sandbox's page on the site itself; null for one made here */
  constructor(address: string | null = null) {
    this.frame = new SandboxFrame(address);
    this.frame.onMessage = (message) => this.hear(message);
  }

  /**
   * Runs a program, in the place of the one before.
   *
   * @param code the reader's, a classic script in strict mode
   * @param names what it is to define
   * @throws SandboxError if it cannot be read, throws, does not end, or the sandbox cannot start
   */
  async start(code: string, names: readonly string[]): Promise<Program> {
    this.end(new SandboxError('gone', 'another program took its place'));
    const run = ++this.run;
    this.lines = code.split('\n').length;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => this.answer(data);
    this.port = port1;
    const loaded = this.wait(0, startLimit);
    // Whoever waits hears of it through `loaded`.
    this.frame.start(run, assemble(code, names), port2).catch((error: unknown) => {
      if (run === this.run) this.end(error as SandboxError);
    });
    const defined = await loaded;
    const known = Array.isArray(defined) ? names.filter((name) => defined.includes(name)) : [];
    return { defined: known, ask: (job) => this.ask(run, job) };
  }

  /** Ends the program, if there is one, and takes the frame away. */
  close(): void {
    this.end(new SandboxError('gone', 'the sandbox was closed'));
    this.frame.close();
  }

  private ask(run: number, job: Job): Promise<unknown> {
    if (run !== this.run || !this.port) {
      return Promise.reject(new SandboxError('gone', 'the program has ended'));
    }
    const id = ++this.asked;
    const answer = this.wait(id, timeLimit);
    this.port.postMessage({ id, job });
    return answer;
  }

  private wait(id: number, limit: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = this.limit(limit);
      this.waiting.set(id, { resolve, reject, timer });
    });
  }

  private limit(milliseconds: number) {
    return setTimeout(() => {
      // The frame itself may be gone, with all that ran in it.
      this.frame.stop();
      this.frame.close();
      const seconds = (timeLimit / 1000).toFixed(1);
      this.end(
        new SandboxError(
          'endless',
          `the code was stopped: it had not ended after ${seconds} seconds; is there a loop that never ends?`,
        ),
      );
    }, milliseconds);
  }

  private hear({ kind, run, message, line, column }: FrameMessage): void {
    if (run !== this.run) return;
    const first = this.waiting.get(0);
    if (kind === 'alive' && first) {
      clearTimeout(first.timer);
      first.timer = this.limit(timeLimit);
    } else if (kind === 'error') {
      const syntax = /^(Uncaught )?SyntaxError/.test(message);
      const text = message.replace(/^Uncaught /, '');
      this.end(new SandboxError(syntax ? 'syntax' : 'runtime', text, ...this.place(line, column)));
    } else if (kind === 'blocked') {
      this.end(new SandboxError('blocked', `the sandbox's worker does not start. ${message}`));
    }
  }

  // Whatever arrives here was made by a reader's code, and is believed in nothing but its form.
  private answer(data: unknown): void {
    const { id, value, error } = (data ?? {}) as Record<string, unknown>;
    const waiting = this.waiting.get(id as number);
    if (!waiting) return;
    this.waiting.delete(id as number);
    clearTimeout(waiting.timer);
    if (error === undefined) return waiting.resolve(value);
    const { name, message, stack } = (error ?? {}) as Record<string, unknown>;
    const text = `${typeof name === 'string' ? name : 'Error'}: ${String(message)}`;
    waiting.reject(new SandboxError('runtime', text, ...this.placeInStack(String(stack))));
  }

  private placeInStack(stack: string): [number | null, number | null] {
    for (const [, line, column] of stack.matchAll(/:(\d+):(\d+)\)?$/gm)) {
      const place = Number(line) - linesBefore;
      if (place >= 1 && place <= this.lines) return [place, Number(column)];
    }
    return [null, null];
  }

  // What is missing at the end shows only after it, in lines that are not the reader's.
  private place(line: number, column: number): [number, number | null] {
    const own = line - linesBefore;
    if (own > this.lines) return [this.lines, null];
    return [Math.max(1, own), own >= 1 ? column : null];
  }

  private end(error: SandboxError): void {
    this.run++;
    this.port?.close();
    this.port = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    if (error.kind !== 'endless') this.frame.stop();
  }
}
