// The bench: the reader's own run, put aside while another one is looked at, and the remedies tried.
import { prefersReducedMotion, selectionOf } from '../../hooks';
import {
  applyRemedy,
  failures,
  putAside,
  replaceOptions,
  type CameBack,
  type FailureKind,
  type Trainer,
  type TrainerOptions,
} from '../../trainer';

/** A remedy that is in force. */
export interface Tried {
  readonly kind: FailureKind;
  readonly remedy: Partial<TrainerOptions>;
  readonly putBack: () => CameBack;
}

/** What is on the bench. Never changed, only replaced. */
export interface OnBench {
  /** The failure that is shown in the place of the reader's own run, or null. */
  readonly shown: FailureKind | null;
  /** The remedies in force, the first one first. */
  readonly tried: readonly Tried[];
  /** How a run came back just now, or null. */
  readonly returned: CameBack | null;
}

const empty: OnBench = Object.freeze({ shown: null, tried: [], returned: null });

/** The bench of one run: all failure labs of the run share it. */
class Bench {
  private state = empty;
  private own: { putBack: () => CameBack; tried: readonly Tried[] } | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly trainer: Trainer) {}

  readonly get = (): OnBench => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Puts the reader's run aside, if it is not yet, and shows a failure in its place. */
  readonly cause = (kind: FailureKind): void => {
    this.own ??= { putBack: putAside(this.trainer), tried: this.state.tried };
    this.trainer.pause();
    replaceOptions(this.trainer, failures[kind].options);
    this.forgetSelection();
    this.replace({ shown: kind, tried: [], returned: null });
    this.play();
  };

  /** Brings the reader's own run back. */
  readonly back = (): void => {
    if (!this.own) return;
    const { putBack, tried } = this.own;
    this.own = null;
    this.replace({ shown: null, tried, returned: putBack() });
    this.forgetSelection();
  };

  /** Starts the run over with a remedy. */
  readonly tryOut = (kind: FailureKind, remedy: Partial<TrainerOptions>): void => {
    const before = putAside(this.trainer);
    applyRemedy(this.trainer, remedy);
    const tried = [...this.state.tried, { kind, remedy, putBack: before }];
    this.replace({ ...this.state, tried, returned: null });
    this.play();
  };

  /** Brings the run from before the last remedy of this kind back; later remedies go with it. */
  readonly putBack = (kind: FailureKind): void => {
    const { tried } = this.state;
    const at = tried.findLastIndex((one) => one.kind === kind);
    if (at < 0) return;
    const returned = tried[at]!.putBack();
    this.replace({ ...this.state, tried: tried.slice(0, at), returned });
  };

  // Nothing moves by itself for a reader who asked for less motion.
  private play(): void {
    if (!prefersReducedMotion()) this.trainer.play();
  }

  // A neuron or a point of another run means nothing in this one.
  private forgetSelection(): void {
    selectionOf(this.trainer).set({ neuron: null, point: null });
  }

  private replace(state: OnBench): void {
    this.state = Object.freeze(state);
    for (const listener of [...this.listeners]) listener();
  }
}

export type { Bench };

const benches = new WeakMap<Trainer, Bench>();

/** The bench of a run; there is one for each, so that a lab that comes back finds it as it was. */
export function benchOf(trainer: Trainer): Bench {
  let bench = benches.get(trainer);
  if (!bench) benches.set(trainer, (bench = new Bench(trainer)));
  return bench;
}
