// The loss slice and the weights' path against the engine's own numbers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Linear,
  Sequential,
  Tanh,
  createRng,
  createTrainer,
  fromJSON,
  toJSON,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import {
  LossSlice,
  weightPathOf,
  type LossSliceOptions,
  type ParameterPlace,
} from '../../src/trainer';
import { mostWork } from '../../src/trainer/poster';
import { workOfPass } from '../../src/trainer/work';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', model: [2, 4, 1], points: 40, seed: 3 };
const a = { name: '2.weight', place: 1 };
const b = { name: '0.weight', place: 3 };
const ranges = { a: [-3, 2], b: [-1, 4] } as const;
const never = () => false;

function slice(trainer: Trainer, options: Partial<LossSliceOptions> = {}) {
  return new LossSlice(trainer, { a, b, ranges, n: 16, ...options });
}

const numberOf = (trainer: Trainer, { name, place }: ParameterPlace) =>
  trainer.model.parameters().find((known) => known.name === name)!.value.data[place]!;

/** The loss of a copy of a model in which the two numbers have these values. */
function lossOfCopy(trainer: Trainer, json: unknown, valueA: number, valueB: number): number {
  const copy = fromJSON(json);
  for (const [{ name, place }, value] of [
    [a, valueA],
    [b, valueB],
  ] as const) {
    copy.parameters().find((known) => known.name === name)!.value.data[place] = value;
  }
  return trainer.loss.evaluate(copy.predict(trainer.data.x), trainer.data.y);
}

function expectExact(trainer: Trainer, cut: LossSlice, json: unknown): void {
  const { side, values } = cut;
  for (let cell = 0; cell < side * side; cell++) {
    const valueA = ranges.a[0] + (((cell % side) + 0.5) / side) * 5;
    const valueB = ranges.b[1] - ((Math.floor(cell / side) + 0.5) / side) * 5;
    expect(values[cell]).toBe(lossOfCopy(trainer, json, valueA, valueB));
  }
}

describe('LossSlice', () => {
  it('has in every cell the loss of a model with just these two numbers', () => {
    for (const options of [
      moons,
      { ...moons, loss: 'MeanSquaredError' as const, reduction: 'sum' as const },
    ]) {
      const trainer = createTrainer(options);
      trainer.step('epoch', 5);
      const cut = slice(trainer);
      expect(cut.advance(never)).toBe(false);
      expect([cut.side, cut.isFinished]).toEqual([16, true]);
      expectExact(trainer, cut, toJSON(trainer.model));
    }
  });

  it('leaves every bit of the run as it was, also in the middle of a step', () => {
    const [watched, alone] = [createTrainer(moons), createTrainer(moons)];
    const cut = slice(watched);
    for (let i = 0; i < 60; i++) {
      watched.step('layer');
      alone.step('layer');
      let cells = 0;
      cut.advance(() => ++cells > 7, i % 2 === 0);
      cut.lossAt(5, -5);
      cut.gradient();
      expect(toJSON(watched.model)).toEqual(toJSON(alone.model));
    }
    expect(watched.now).toEqual(alone.now);
  });

  it('puts the numbers back when the loss throws', () => {
    const trainer = createTrainer(moons);
    const before = toJSON(trainer.model);
    const loss = Object.create(trainer.loss) as Trainer['loss'];
    loss.evaluateInto = () => {
      throw new Error('no loss today');
    };
    const { model, data } = trainer;
    const cut = new LossSlice({ model, data, loss, weightsVersion: 0 }, { a, b, ranges });
    expect(() => cut.advance(never)).toThrow('no loss today');
    expect(() => cut.lossAt(1, 1)).toThrow('no loss today');
    expect(toJSON(trainer.model)).toEqual(before);
  });

  it('is finished with the last cell of the finest picture, and not before', () => {
    const cut = slice(createTrainer(moons), { n: 32 });
    for (let more = true; more;) {
      more = cut.advance(() => true);
      expect(cut.isFinished).toBe(!more);
      if (cut.side < cut.n) expect(more).toBe(true);
    }
    expect(cut.side).toBe(cut.n);
    expect(cut.advance(() => true)).toBe(false);
  });

  it('comes coarse to fine, and always whole', () => {
    const trainer = createTrainer(moons);
    const cut = slice(trainer, { n: 48 });
    const sides = new Set<number>();
    let calls = 0;
    while (cut.advance(() => true)) {
      sides.add(cut.side);
      expect(cut.values.every((value) => value > 0)).toBe(true);
      calls++;
    }
    sides.add(cut.side);
    expect([...sides]).toEqual([0, 6, 12, 24, 48]);
    // A cell a call, where there is time for no more.
    expect(calls).toBe(6 ** 2 + 12 ** 2 + 24 ** 2 + 48 ** 2 - 1);
  });

  it('begins as fine as it can be in some frames, and stays coarser while the run goes on', () => {
    /** The first picture after a change, where there is time for so many cells a frame. */
    const firstAfter = (cells: number, moving: boolean, n = 48) => {
      const frame = () => {
        let left = cells;
        return () => --left <= 0;
      };
      const trainer = createTrainer(moons);
      const cut = slice(trainer, { n });
      while (cut.advance(frame()));
      trainer.step();
      const { version } = cut;
      while (cut.version === version) {
        cut.advance(frame(), moving);
        if (cut.version === version) expect(cut.isFinished).toBe(false);
      }
      return cut.side;
    };
    // 24 × 24 cells in four frames at rest, and in two of a run that goes on.
    expect([firstAfter(143, false), firstAfter(144, false)]).toEqual([12, 24]);
    expect([firstAfter(287, true), firstAfter(288, true)]).toEqual([12, 24]);
    expect([firstAfter(1, false), firstAfter(1, true)]).toEqual([12, 12]);
    expect([firstAfter(1e6, false), firstAfter(1e6, true)]).toEqual([48, 24]);
    // Of these there is one picture, and there are two.
    expect([firstAfter(9, false, 8), firstAfter(9, true, 8)]).toEqual([8, 8]);
    expect([firstAfter(9, false, 16), firstAfter(9, true, 16)]).toEqual([16, 8]);
  });

  it('gets no finer while the run goes on, and does when it rests', () => {
    const cut = slice(createTrainer(moons));
    expect([cut.advance(never, true), cut.side]).toEqual([false, 8]);
    expect([cut.advance(never, true), cut.side, cut.version]).toEqual([false, 8, 1]);
    expect([cut.advance(never), cut.side, cut.version]).toEqual([false, 16, 2]);
  });

  it('is computed at once where there are no frames, as fine as its work allows', () => {
    const sideOf = (options: TrainerOptions, n = 48) => {
      const trainer = createTrainer(options);
      const cut = slice(trainer, { n });
      cut.computeAtOnce();
      if (cut.side > 0) expectExact(trainer, cut, toJSON(trainer.model));
      expect([cut.version, cut.isFinished]).toEqual([cut.side ? 1 : 0, cut.side === n]);
      const work = workOfPass(trainer.model, trainer.data.x.shape[0]!);
      expect(cut.side ** 2 * work).toBeLessThanOrEqual(mostWork / 2);
      return cut.side;
    };
    expect([sideOf(moons), sideOf(moons, 24), sideOf(moons, 16)]).toEqual([24, 24, 16]);
    expect(sideOf({ ...moons, points: 3000 })).toBe(12);
    expect(sideOf({ ...moons, points: 12_000 })).toBe(6);
    expect(sideOf({ ...moons, points: 40_000 })).toBe(0);
  });

  it('stays the last picture of a model that is no longer the one of the run', () => {
    const trainer = createTrainer(moons);
    const cut = slice(trainer);
    trainer.newWeights();
    expect(cut.advance(never)).toBe(false);
    expect(cut.version).toBe(0);
  });

  it('shows one moment of a run that goes on, then the next', () => {
    const trainer = createTrainer(moons);
    const cut = slice(trainer);
    cut.advance(never);
    trainer.step();
    const then = toJSON(trainer.model);
    let cells = 0;
    cut.advance(() => ++cells >= 3, true);
    while (cut.version === 2) {
      trainer.step('batch');
      cut.advance(() => true, true);
    }
    expect(cut.side).toBe(8);
    expectExact(trainer, cut, then);
    // At rest: the finest picture of the run as it is.
    while (cut.advance(() => true));
    expect(cut.side).toBe(16);
    expectExact(trainer, cut, toJSON(trainer.model));
  });

  it('is not computed again when only the two numbers change', () => {
    const trainer = createTrainer(moons);
    const cut = slice(trainer);
    cut.advance(never);
    const { version } = cut;
    trainer.setParameter(a.name, a.place, 1.25);
    trainer.setParameter(b.name, b.place, -0.5);
    expect([cut.isFinished, cut.advance(never), cut.version]).toEqual([true, false, version]);
    expect(cut.here).toEqual([1.25, -0.5]);
    trainer.setParameter('0.bias', 0, 2);
    expect(cut.isFinished).toBe(false);
    cut.advance(never);
    expectExact(trainer, cut, toJSON(trainer.model));
    for (const change of [{ loss: 'MeanSquaredError' }, { noise: 0.3 }] as const) {
      trainer.set(change);
      expect(cut.isFinished).toBe(false);
      cut.advance(never);
      expect(cut.isFinished).toBe(true);
      expectExact(trainer, cut, toJSON(trainer.model));
    }
  });

  it('calls a loss that is not finite beyond, not NaN', () => {
    const rng = createRng(1);
    const model = new Sequential([new Linear(2, 2, { rng }), new Linear(2, 1, { rng })]);
    const trainer = createTrainer({ data: 'plane', points: 20, model });
    const wide = { a: [0, 1e200], b: [0, 1e200] } as const;
    const cut = new LossSlice(trainer, {
      a: { name: '0.weight', place: 0 },
      b: { name: '1.weight', place: 0 },
      ranges: wide,
      n: 8,
    });
    cut.advance(never);
    expect(cut.values.some((value) => value === Infinity)).toBe(true);
    expect(cut.values.some(Number.isNaN)).toBe(false);
    expect(cut.lossAt(1e200, 1e200)).toBe(Infinity);
    expect(cut.lossAt(...cut.here)).toBe(trainer.now.loss);
  });

  it('knows the gradient', () => {
    const trainer = createTrainer({ ...moons, activation: 'Tanh', batchSize: 'full' });
    const [da, db] = slice(trainer).gradient();
    const before = [numberOf(trainer, a), numberOf(trainer, b)];
    trainer.set({ learningRate: 0.001 });
    trainer.step();
    expect((before[0]! - numberOf(trainer, a)) / 0.001).toBeCloseTo(da, 6);
    expect((before[1]! - numberOf(trainer, b)) / 0.001).toBeCloseTo(db, 6);
  });

  it('says what is wrong with what it got', () => {
    const trainer = createTrainer(moons);
    const wrong = (options: Partial<LossSliceOptions>) => () => slice(trainer, options);
    expect(wrong({ a: { name: 'w', place: 0 } })).toThrow(
      /a = "w"; the model has 0.weight, 0.bias/,
    );
    expect(wrong({ b: { name: '2.bias', place: 1 } })).toThrow(
      /place 1 for b; 2.bias has places from 0 to 0/,
    );
    expect(wrong({ b: a })).toThrow(/2.weight at place 1 twice/);
    expect(wrong({ n: 1 })).toThrow(/n = 1; it must be a whole number of at least 2/);
    expect(wrong({ ranges: { ...ranges, b: [2, 2] } })).toThrow(/range of b/);
  });

  it('finds numbers inside layers that hold others', () => {
    const rng = createRng(1);
    const inner = new Sequential([new Linear(4, 4, { rng }), new Tanh()]);
    const model = new Sequential([new Linear(2, 4, { rng }), inner, new Linear(4, 1, { rng })]);
    const trainer = createTrainer({ data: 'plane', points: 20, model });
    const cut = slice(trainer, {
      a: { name: '1.0.weight', place: 5 },
      b: { name: '2.bias', place: 0 },
    });
    cut.advance(never);
    const before = toJSON(model);
    for (const [cell, row, column] of [
      [0, 0, 0],
      [37, 2, 5],
    ] as const) {
      const copy = fromJSON(before);
      const values = copy.parameters();
      values.find(({ name }) => name === '1.0.weight')!.value.data[5] =
        -3 + ((column + 0.5) / 16) * 5;
      values.find(({ name }) => name === '2.bias')!.value.data[0] = 4 - ((row + 0.5) / 16) * 5;
      const { x, y } = trainer.data;
      expect(cut.values[cell]).toBe(trainer.loss.evaluate(copy.predict(x), y));
    }
  });
});

describe('WeightPath', () => {
  const followed = (options: TrainerOptions = moons) => {
    const trainer = createTrainer(options);
    const path = weightPathOf(trainer);
    path.follow();
    const epochs = () => Array.from({ length: path.length }, (_, i) => path.epochAt(i));
    return { trainer, path, epochs };
  };

  it('has where each number was after every epoch that it saw', () => {
    const { trainer, path, epochs } = followed();
    const seen = [numberOf(trainer, a)];
    for (let i = 0; i < 5; i++) {
      trainer.step();
      seen.push(numberOf(trainer, a));
    }
    expect(epochs()).toEqual([0, 1, 2, 3, 4, 5]);
    const offset = path.offsetOf(a);
    expect(seen.map((_, i) => path.valueAt(i, offset))).toEqual(seen);
    expect(path.offsetOf({ name: '2.bias', place: 1 })).toBe(-1);
  });

  it('records while the run plays, in its frames', () => {
    const { trainer, epochs } = followed({ ...moons, speed: 30 });
    trainer.play();
    frames.run(1);
    trainer.pause();
    expect(epochs().length).toBeGreaterThan(25);
    expect(epochs().at(-1)).toBeGreaterThanOrEqual(trainer.now.epoch - 1);
  });

  it('keeps what lies ahead after going back, and forgets it when something is changed', () => {
    const { trainer, path, epochs } = followed();
    for (let i = 0; i < 6; i++) trainer.step();
    trainer.seek(2);
    expect(epochs()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    trainer.step();
    expect(epochs()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    trainer.setParameter(a.name, a.place, 2);
    expect(epochs()).toEqual([0, 1, 2, 3, 3]);
    expect(path.beginsAt(4)).toBe(true);
    expect(path.valueAt(4, path.offsetOf(a))).toBe(2);
    trainer.reset();
    expect(epochs()).toEqual([0]);
    trainer.step();
    trainer.newWeights();
    expect(epochs()).toEqual([0]);
    expect(path.valueAt(0, path.offsetOf(a))).toBe(numberOf(trainer, a));
  });

  it('stays small however long the run is', () => {
    const { trainer, path, epochs } = followed({ ...moons, points: 8, batchSize: 'full' });
    for (let i = 0; i < 1500; i++) trainer.step();
    expect(path.length).toBeLessThanOrEqual(512);
    expect(path.length).toBeGreaterThan(200);
    const distances = epochs()
      .slice(1)
      .map((epoch, i) => epoch - epochs()[i]!);
    expect(new Set(distances)).toEqual(new Set([4]));
  });
});
