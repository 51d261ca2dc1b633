// A run that is made when somebody asks for it, and lives as long as its component.
import type { Trainer, TrainerOptions } from '../trainer';
import { prefersReducedMotion } from './reduced-motion';

// Handed in, so that figures, which only ask for a run, bring no trainer.
interface Ways {
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
    private readonly ways: Ways,
  ) {
    this.resume = options.autoplay ?? false;
  }

  /**
   * The run; made by whoever asks first.
   *
   * @throws PancakeError if an option makes no sense
   */
  get trainer(): Trainer {
    return (this.made ??= this.ways.make(this.options));
  }

  /** Takes the options of the latest rendering: what changed is set on the run. */
  update(options: TrainerOptions): void {
    const changes = this.ways.compare(this.options, options);
    this.options = options;
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
}
