// A run that is made when somebody asks for it, and lives as long as its component.
import { useEffect, useState } from 'react';
import type { Snapshot, Trainer, TrainerOptions } from '../trainer';
import { Later } from './later';
import { prefersReducedMotion } from './reduced-motion';

/** What makes a run. Handed in, so that figures, which only ask for a run, bring no trainer. */
export interface RunWays {
  make: (options: TrainerOptions) => Trainer;
  compare: (before: TrainerOptions, now: TrainerOptions) => TrainerOptions | null;
}

/** One run with its options, from before it is made until its component is gone. */
export class LazyRun {
  /** The run, if it has been made. */
  made: Trainer | null = null;

  private mounted = false;
  private resume: boolean;
  private readonly waiting = new Set<(trainer: Trainer) => void>();

  constructor(
    private options: TrainerOptions,
    private readonly source: RunWays | Later<RunWays>,
  ) {
    this.resume = options.autoplay ?? false;
    // Another run is another attempt.
    if (this.code?.now().error) this.code.load().catch(() => {});
  }

  /** The code that makes the run, where it is loaded when it is wanted. */
  get code(): Later<RunWays> | null {
    return this.source instanceof Later ? this.source : null;
  }

  /**
   * The run; made by whoever asks first.
   *
   * @throws PancakeError if an option makes no sense
   * @throws Promise while its code is on its way: React then waits, in the nearest `<Suspense>`
   */
  get trainer(): Trainer {
    return (this.made ??= this.ways().make(this.options));
  }

  /** Where it stands before it is made, as far as its options say. */
  get beginning(): Pick<Snapshot, 'status' | 'epoch'> {
    const { posterEpoch: epoch = 0 } = this.options;
    return { status: epoch > 0 ? 'paused' : 'idle', epoch };
  }

  /** Takes the options of the latest rendering: what changed is set on the run. */
  update(options: TrainerOptions): void {
    const before = this.options;
    this.options = options;
    const changes = this.made && this.ways().compare(before, options);
    if (changes) this.made?.set(changes);
  }

  /** To be called once whoever asked for the run is on the page: it may begin to play. */
  attend(): void {
    if (!this.made) return;
    for (const tell of this.waiting) tell(this.made);
    this.waiting.clear();
    if (!this.mounted || !this.resume) return;
    this.resume = false;
    this.made.play();
  }

  /** Calls back once there is a run, at once if there is one. Returns a function that ends it. */
  whenMade(tell: (trainer: Trainer) => void): () => void {
    if (this.made) tell(this.made);
    else this.waiting.add(tell);
    return () => this.waiting.delete(tell);
  }

  /** The component is on the page. Returns a function for when it goes. */
  mount(): () => void {
    this.mounted = true;
    this.resume &&= !prefersReducedMotion();
    this.attend();
    return () => {
      this.mounted = false;
      if (!this.made) return;
      this.resume = this.made.getSnapshot().status === 'running';
      this.made.pause();
    };
  }

  private ways(): RunWays {
    if (!(this.source instanceof Later)) return this.source;
    const { part, error } = this.source.now();
    if (part) return part;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a promise is how React is told to wait
    throw error ?? this.source.load();
  }
}

/** A run for this component, made when somebody asks for it. */
export function useLazyRun(options: TrainerOptions, source: RunWays | Later<RunWays>): LazyRun {
  const [run] = useState(() => new LazyRun(options, source));
  useEffect(() => run.update(options));
  useEffect(() => run.mount(), [run]);
  return run;
}
