// A reader at the buttons while the clock does what it likes: hidden tabs, jumps, figures that come and go.
// Against a model of what a run may do.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/trainer';
import { attempt, fuzz } from '../support/fuzz';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

type SimpleName = 'play' | 'pause' | 'reset' | 'undo' | 'newWeights' | 'newData' | 'hide' | 'show';
type Action =
  | { do: SimpleName }
  | { do: 'appear' | 'disappear' | 'unmount'; figure: number }
  | { do: 'frames'; times: readonly number[] }
  | { do: 'slow'; cost: number }
  | { do: 'step'; unit: 'layer' | 'batch' | 'epoch' }
  | { do: 'seek'; epoch: number }
  | { do: 'edit'; place: number; value: number }
  | { do: 'reshape'; units: number }
  | { do: 'set'; options: Partial<TrainerOptions> };

const simple = (...names: SimpleName[]) =>
  fc.constantFrom(...names).map((name): Action => ({ do: name }));

const elapsed = fc.oneof(
  fc.double({ min: 0, max: 40, noNaN: true }),
  // A clock put back, a laptop that slept, a tab that was away for an hour.
  fc.constantFrom(0, -50, 1e3, 3_600_000, -3_600_000),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: simple('play', 'play', 'pause') },
  {
    weight: 2,
    arbitrary: simple('reset', 'undo', 'newWeights', 'newData', 'hide', 'show', 'show'),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('frames' as const),
      times: fc.array(elapsed, { minLength: 1, maxLength: 12 }),
    }),
  },
  fc.record({
    do: fc.constantFrom('appear' as const, 'disappear' as const, 'unmount' as const),
    figure: fc.nat(2),
  }),
  fc.record({ do: fc.constant('slow' as const), cost: fc.constantFrom(0, 0.01, 3) }),
  fc.record({
    do: fc.constant('step' as const),
    unit: fc.constantFrom('layer' as const, 'batch' as const, 'epoch' as const),
  }),
  fc.record({ do: fc.constant('seek' as const), epoch: fc.oneof(fc.nat(40), fc.integer()) }),
  fc.record({
    do: fc.constant('edit' as const),
    place: fc.nat(20),
    value: fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.double()),
  }),
  fc.record({ do: fc.constant('reshape' as const), units: fc.constantFrom(-1, 1) }),
  fc.record({
    do: fc.constant('set' as const),
    options: fc.oneof(
      fc.record({ learningRate: fc.constantFrom(0, 0.1, 1, 1e6, 1e200, -1) }),
      fc.record({ speed: fc.constantFrom(1, 60, Infinity, 0) }),
      fc.record({ stopWhen: fc.constantFrom({ epoch: 3 }, { loss: 0.6 }, undefined) }),
      fc.record({ batchSize: fc.constantFrom(2, 'full' as const, 0) }),
    ),
  }),
);

const bits = (trainer: Trainer) =>
  trainer.model
    .parameters()
    .map(({ value }) => [...value.data].join())
    .join(' ');

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
});
afterEach(() => restore());

/** Does it, and holds the run against what is known of it. */
class Reader {
  readonly trainer = createTrainer({ data: 'moons', points: 12, model: [2, 3, 1], batchSize: 4 });
  private readonly figures = [{}, {}, {}];
  private readonly leave = new Map<number, () => void>();
  private readonly seen = new Set<number>();

  constructor() {
    frames.costOfLooking = 0;
    frames.isHidden = false;
  }

  perform(action: Action): void {
    const { trainer } = this;
    const before = trainer.getSnapshot();
    const weights = bits(trainer);
    switch (action.do) {
      case 'frames':
        for (const time of action.times) frames.tick(time);
        if (before.status !== 'running' || frames.isHidden || this.isOutOfSight()) {
          expect(bits(trainer)).toBe(weights);
        }
        break;
      case 'hide':
      case 'show':
        frames.isHidden = action.do === 'hide';
        break;
      case 'slow':
        frames.costOfLooking = action.cost;
        break;
      case 'appear':
      case 'disappear':
        this.seen[action.do === 'appear' ? 'add' : 'delete'](action.figure);
        this.leave.set(
          action.figure,
          trainer.sight(this.figures[action.figure]!, action.do === 'appear'),
        );
        break;
      case 'unmount':
        this.seen.delete(action.figure);
        this.leave.get(action.figure)?.();
        this.leave.delete(action.figure);
        break;
      case 'undo':
        trainer.undoReshape();
        break;
      case 'step':
        attempt(() => trainer.step(action.unit));
        break;
      case 'seek':
        attempt(() => trainer.seek(action.epoch));
        break;
      case 'edit':
        this.edit(action.place, action.value);
        break;
      case 'reshape':
        this.reshape(action.units);
        break;
      case 'set':
        attempt(() => trainer.set(action.options));
        break;
      default:
        trainer[action.do]();
    }
    this.check(action, before.status);
  }

  private isOutOfSight(): boolean {
    return this.leave.size > 0 && this.seen.size === 0;
  }

  // What a reader typed is there, or it was refused and nothing is changed.
  private edit(place: number, value: number): void {
    const { trainer } = this;
    const parameters = trainer.model.parameters();
    const { name, value: tensor } = parameters[place % parameters.length]!;
    const at = place % tensor.size;
    const before = bits(trainer);
    const done = attempt(() => {
      trainer.setParameter(name, at, value);
      return true;
    });
    if (done) expect(tensor.data[at]).toBe(value);
    else expect(bits(trainer)).toBe(before);
  }

  // A change of shape can be taken back to the bit.
  private reshape(units: number): void {
    const { trainer } = this;
    const before = bits(trainer);
    const isBetween = trainer.progress === trainer.getSnapshot().epoch;
    const done = attempt(() => {
      const last = trainer.architecture!.hidden[0]!.units - 1;
      trainer.reshape(
        units > 0
          ? { kind: 'addNeuron', layer: 0 }
          : { kind: 'removeNeuron', layer: 0, unit: last },
      );
      return true;
    });
    if (!done) return expect(bits(trainer)).toBe(before);
    trainer.undoReshape();
    // Of an epoch that has begun, the beginning is what can be gone back to.
    if (isBetween) expect(bits(trainer)).toBe(before);
  }

  private check(action: Action, before: string): void {
    const { trainer } = this;
    const now = trainer.getSnapshot();
    expect(Number.isFinite(now.loss)).toBe(true);
    expect(now.lastEpoch).toBeGreaterThanOrEqual(now.epoch);
    expect(trainer.curves.at(now.lastEpoch).epoch).toBe(now.lastEpoch);
    expect(now.divergence === null).toBe(now.status !== 'diverged');
    for (const { value } of trainer.model.parameters()) {
      expect(value.data.every(Number.isFinite)).toBe(true);
    }
    if (action.do === 'pause') expect(now.status).not.toBe('running');
    if (action.do === 'play' && (before === 'idle' || before === 'paused')) {
      expect(now.status).toBe('running');
    }
    if (action.do === 'reset') expect(now).toMatchObject({ epoch: 0, step: 0, status: 'idle' });
    // Nothing runs for nobody.
    if (now.status !== 'running') {
      frames.tick();
      frames.tick();
      frames.tick();
      expect(frames.pending).toBe(0);
    }
  }

  /** Back to the beginning, and all the way again: the same numbers. */
  finish(): void {
    const { trainer } = this;
    trainer.pause();
    const { epoch, lastEpoch, firstEpoch, status } = trainer.getSnapshot();
    if (status === 'diverged' || trainer.progress !== epoch) return;
    const before = bits(trainer);
    trainer.seek(firstEpoch);
    trainer.seek(Math.min(lastEpoch, epoch));
    expect(bits(trainer)).toBe(before);
  }
}

describe('a reader at the buttons', () => {
  fuzz(
    'finds the run in order, whatever the clock does',
    fc.array(action, { maxLength: 40 }),
    (actions) => {
      const reader = new Reader();
      try {
        for (const one of actions) reader.perform(one);
        reader.finish();
      } finally {
        reader.trainer.pause();
        frames.tick();
        frames.tick();
      }
    },
    { all: 10_000, share: 200 },
  );
});
