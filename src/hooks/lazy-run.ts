// A run that is made when somebody asks for it, and lives as long as its component.
import { useEffect, useState } from 'react';
import type { Snapshot, Trainer, TrainerOptions } from '../trainer';
import { Later } from './later';
import { prefersReducedMotion } from './reduced-motion';

/** What makes a run. Handed in, so that figures, which only ask for a run, bring no trainer. */
export interface RunWays {
  make: (options: TrainerOptions) => Trainer;
  compare: (before: TrainerOptions, now: TrainerOptions) => TrainerOptions | null;
  /** Whether making it at once would hold the page up. */
  isLarge: (options: TrainerOptions) => boolean;
  /** Does part of what `make` would do with the same object, and is to be asked for the next part. */
  prepare: (options: TrainerOptions) => Iterator<void, void>;
}

/** One run with its options, from before it is made until its component is gone. */
export class LazyRun {
  /** The run, if it has been made. */
  made: Trainer | null = null;

  private mounted = false;
  private resume: boolean;
  private readonly waiting = new Set<(trainer: Trainer) => void>();
  private coming: Promise<void> | null = null;

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

  /**
   * Makes a run that would hold the page up, in tasks of their own between which the page goes on. Whoever
   * cannot wait asks for the `trainer` meanwhile; what is wrong with the options, it says.
   *
   * @returns null if there is nothing to wait for
   */
  prepare(): Promise<void> | null {
    const isDue = !this.made && this.code?.now().part !== null && this.ways().isLarge(this.options);
    if (!isDue) return null;
    return (this.coming ??= this.makeInTasks().finally(() => (this.coming = null)));
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

  private async makeInTasks(): Promise<void> {
    const { options } = this;
    try {
      const { make, prepare, compare } = this.ways();
      const parts = prepare(options);
      do await nextTask();
      while (!this.made && !parts.next().done);
      await nextTask();
      if (this.made || !this.mounted) return;
      const made = make(options);
      const changes = options === this.options ? null : compare(options, this.options);
      if (changes) made.set(changes);
      this.made = made;
      await nextTask();
    } catch {
      // Whoever asks for the trainer is told.
    }
  }

  private ways(): RunWays {
    if (!(this.source instanceof Later)) return this.source;
    const { part, error } = this.source.now();
    if (part) return part;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a promise is how React is told to wait
    throw error ?? this.source.load();
  }
}

// eslint-disable-next-line no-restricted-syntax -- it calls nobody back, and the page's frames do not come in a hidden tab
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A run for this component, made when somebody asks for it. */
export function useLazyRun(options: TrainerOptions, source: RunWays | Later<RunWays>): LazyRun {
  const [run] = useState(() => new LazyRun(options, source));
  useEffect(() => run.update(options));
  useEffect(() => run.mount(), [run]);
  return run;
}
