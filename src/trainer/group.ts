// Groups: several runs trained in step, to be compared.
import { PancakeError } from '../engine';
import { forAll } from './fault';
import type { Status } from './snapshot';
import type { Trainer } from './trainer';

/** A group at one moment. Never changed, only replaced. */
export interface GroupSnapshot {
  /** `running` while one of the runs trains; `diverged` once all have. */
  status: Status;
  /** The epoch that every run has finished, those aside that have ended. */
  epoch: number;
  /** The last epoch that `seek` can go to. */
  lastEpoch: number;
}

const ended: readonly Status[] = ['done', 'diverged'];

/**
 * Runs in step: none begins an epoch before all others have finished the one before. Where code of the
 * page's own throws in one of them, the others do what was asked all the same, and then it is told.
 */
export class TrainerGroup {
  private snapshot: GroupSnapshot | null = null;

  /** @throws PancakeError if there is no run, or one stands in it twice */
  constructor(readonly trainers: readonly Trainer[]) {
    if (!trainers.length) throw new PancakeError('createGroup got no runs; it needs at least one');
    if (new Set(trainers).size < trainers.length) {
      throw new PancakeError('createGroup got the same run twice; each stands in it once');
    }
    for (const trainer of trainers) trainer.keepStepWith(trainers);
  }

  /** The group at this moment; the same object until something changes. */
  readonly getSnapshot = (): GroupSnapshot => {
    const next = this.take();
    const { snapshot } = this;
    const isSame =
      snapshot?.status === next.status &&
      snapshot.epoch === next.epoch &&
      snapshot.lastEpoch === next.lastEpoch;
    if (!isSame) this.snapshot = Object.freeze(next);
    return this.snapshot!;
  };

  /** Calls back when one of the runs has a new snapshot. Returns a function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = this.trainers.map((trainer) => trainer.subscribe(listener));
    return () => ends.forEach((end) => end());
  };

  /** Trains all of them, frame by frame. */
  play(): void {
    for (const trainer of this.trainers) trainer.play();
  }

  /** Stops training, with every run at the end of the same epoch. */
  pause(): void {
    for (const trainer of this.trainers) trainer.pause();
    this.align();
  }

  /** Trains all of them by hand, `n` epochs. */
  step(n = 1): void {
    for (const trainer of this.trainers) trainer.pause();
    const { epoch } = this.align();
    forAll(this.trainers, (trainer) => this.bring(trainer, epoch + n));
  }

  /** Starts all of them over from the same weights. */
  reset(): void {
    forAll(this.trainers, (trainer) => trainer.reset());
  }

  /** Goes to the end of an epoch; a run that ended before it stays at its end. */
  seek(epoch: number): void {
    forAll(this.trainers, (trainer) => {
      trainer.seek(Math.min(epoch, trainer.curves.length - 1));
    });
  }

  private take(): GroupSnapshot {
    const runs = this.trainers.map((trainer) => trainer.now);
    const going = runs.filter(({ status }) => !ended.includes(status));
    const epochs = (going.length ? going : runs).map(({ epoch }) => epoch);
    const has = (status: Status) => runs.some((run) => run.status === status);
    const all = (status: Status) => runs.every((run) => run.status === status);
    return {
      status: has('running')
        ? 'running'
        : all('idle')
          ? 'idle'
          : all('diverged')
            ? 'diverged'
            : going.length
              ? 'paused'
              : 'done',
      epoch: going.length ? Math.min(...epochs) : Math.max(...epochs),
      lastEpoch: Math.max(...this.trainers.map(({ curves }) => curves.length - 1)),
    };
  }

  // An epoch that one of them has begun is finished by all.
  private align(): { epoch: number } {
    const going = this.trainers.filter((trainer) => !ended.includes(trainer.now.status));
    const epoch = Math.max(0, ...going.map(({ progress }) => Math.ceil(progress)));
    forAll(going, (trainer) => this.bring(trainer, epoch));
    return { epoch };
  }

  private bring(trainer: Trainer, epoch: number): void {
    const behind = Math.ceil(epoch - trainer.progress);
    if (behind > 0 && !ended.includes(trainer.now.status)) trainer.step('epoch', behind);
  }
}

/**
 * Runs to be trained in step.
 *
 * @throws PancakeError if there is no run, or one stands in it twice
 */
export function createGroup(trainers: readonly Trainer[]): TrainerGroup {
  return new TrainerGroup(trainers);
}
