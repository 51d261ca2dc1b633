// The way of a run's weights: each sample is where training was, and where a hand or the way back broke it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';
import { weightPathOf, type WeightPath } from '../../src/trainer';
import { takeOverFrames } from '../support/fake-frames';

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => restore());

const options: TrainerOptions = { data: 'simple', model: [2, 1], batchSize: 'full', seed: 5 };
const numbersOf = (trainer: Trainer) =>
  trainer.model.parameters().flatMap(({ value }) => [...value.data]);

function followed(more: TrainerOptions = {}) {
  const trainer = createTrainer({ ...options, ...more });
  const path = weightPathOf(trainer);
  const end = path.follow();
  const train = (epochs: number) => {
    for (let i = 0; i < epochs; i++) trainer.step('epoch');
  };
  return { trainer, path, train, end };
}

const indexes = ({ length }: WeightPath) => Array.from({ length }, (_, sample) => sample);
const sampleOf = (path: WeightPath, sample: number, size: number) =>
  Array.from({ length: size }, (_, offset) => path.valueAt(sample, offset));
const epochsOf = (path: WeightPath) => indexes(path).map((sample) => path.epochAt(sample));
const beginsOf = (path: WeightPath) => indexes(path).map((sample) => path.beginsAt(sample));

/** Where a run was at each sample, by a run of its own that goes there. */
function expectTheWay(path: WeightPath, more: TrainerOptions = {}) {
  const other = createTrainer({ ...options, ...more });
  for (const sample of indexes(path)) {
    while (other.now.epoch < path.epochAt(sample)) other.step('epoch');
    const numbers = numbersOf(other);
    expect(sampleOf(path, sample, numbers.length)).toEqual(numbers);
    expect(path.stepAt(sample)).toBe(other.now.step);
  }
}

describe('a path', () => {
  it('has a sample of each epoch that somebody looked at, and one beginning', () => {
    const { path, train } = followed();
    train(40);
    expect(epochsOf(path)).toEqual(Array.from({ length: 41 }, (_, epoch) => epoch));
    expect(beginsOf(path)).toEqual([true, ...Array<boolean>(40).fill(false)]);
    expectTheWay(path);
  });

  it('is there before anybody follows it, and empty', () => {
    const path = weightPathOf(createTrainer(options));
    expect(path.model).toBeNull();
    expect(path.length).toBe(0);
  });

  it('drops every second sample when there are too many, and then takes one in twice as many epochs', () => {
    const { path, train } = followed();
    const every = (distance: number, last: number) =>
      Array.from({ length: last / distance + 1 }, (_, i) => distance * i);
    train(511);
    expect(epochsOf(path)).toEqual(every(1, 511));
    train(1);
    expect(epochsOf(path)).toEqual(every(2, 512));
    train(511);
    expect(epochsOf(path)).toEqual(every(2, 1022));
    train(1);
    expect(epochsOf(path)).toEqual(every(4, 1024));
    train(7);
    expect(epochsOf(path)).toEqual(every(4, 1028));
    expectTheWay(path);
  });

  it('begins at the next sample where the one at which it began was dropped', () => {
    const { trainer, path, train } = followed();
    train(2);
    trainer.setParameter('0.bias', 0, 1);
    train(508);
    expect(path.length).toBe(512);
    expect(epochsOf(path).slice(0, 6)).toEqual([0, 1, 2, 2, 3, 4]);
    expect(beginsOf(path).indexOf(true, 1)).toBe(3);
    train(1);
    expect(epochsOf(path).slice(0, 5)).toEqual([0, 2, 3, 5, 7]);
    expect(beginsOf(path).flatMap((begins, sample) => (begins ? [sample] : []))).toEqual([0, 2]);
  });

  it.each([
    { width: 100, size: 10_501, most: 47 },
    { width: 140, size: 20_301, most: 32 },
  ])('keeps $most samples of $size numbers at most', ({ width, size, most }) => {
    const model = [2, width, width, 1];
    const { trainer, path, train } = followed({ model });
    const numbers = numbersOf(trainer);
    expect(numbers).toHaveLength(size);
    train(most - 1);
    expect(path.length).toBe(most);
    expect(sampleOf(path, most - 1, size)).toEqual(numbersOf(trainer));
    train(1);
    expect(path.length).toBe(Math.ceil(most / 2) + 1);
    expectTheWay(path, { model });
  });

  it('begins anew where a number was set by hand, and ends where it was before', () => {
    const { trainer, path, train } = followed();
    train(3);
    const before = numbersOf(trainer);
    trainer.setParameter('0.weight', 1, 2);
    train(1);
    expect(epochsOf(path)).toEqual([0, 1, 2, 3, 3, 4]);
    expect(beginsOf(path)).toEqual([true, false, false, false, true, false]);
    expect(sampleOf(path, 3, 3)).toEqual(before);
    expect(sampleOf(path, 4, 3)).toEqual([before[0], 2, before[2]]);
  });

  it('has where a hand found it also between its samples', () => {
    const { trainer, path, train } = followed();
    train(513);
    expect(epochsOf(path).at(-1)).toBe(512);
    const before = numbersOf(trainer);
    trainer.setParameter('0.bias', 0, -1);
    expect(epochsOf(path).slice(-3)).toEqual([512, 513, 513]);
    expect(beginsOf(path).slice(-3)).toEqual([false, false, true]);
    expect(sampleOf(path, path.length - 2, 3)).toEqual(before);
    expect(sampleOf(path, path.length - 1, 3)).toEqual([before[0], before[1], -1]);
  });

  it('has one beginning of numbers that were set again before any training', () => {
    const { trainer, path } = followed();
    trainer.setParameter('0.weight', 0, 1);
    trainer.setParameter('0.weight', 0, 3);
    expect(beginsOf(path)).toEqual([true]);
    expect(path.valueAt(0, 0)).toBe(3);
  });

  it('tells by its version that a sample is another, and not when nothing is', () => {
    const { trainer, path } = followed();
    const versions = [path.version];
    const after = (change: () => void) => {
      change();
      versions.push(path.version);
    };
    after(() => path.look());
    expect(versions[1]).toBe(versions[0]);
    after(() => trainer.step('epoch'));
    after(() => trainer.setParameter('0.weight', 0, 1));
    after(() => trainer.setParameter('0.weight', 0, 3));
    after(() => trainer.reset());
    expect(versions.slice(1)).toEqual([...new Set(versions)]);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });

  it('forgets the way that was not gone in the end', () => {
    const { trainer, path, train } = followed();
    train(6);
    trainer.seek(2);
    trainer.setParameter('0.bias', 0, 1);
    train(2);
    expect(epochsOf(path)).toEqual([0, 1, 2, 2, 3, 4]);
    expect(beginsOf(path)).toEqual([true, false, false, true, false, false]);
  });

  it('has each epoch again once a run that was long begins anew', () => {
    const { trainer, path, train } = followed();
    train(600);
    trainer.reset();
    train(3);
    expect(epochsOf(path)).toEqual([0, 1, 2, 3]);
    expectTheWay(path);
  });

  it('begins anew with another model', () => {
    const { trainer, path, train } = followed();
    train(3);
    trainer.reshape({ kind: 'addLayer', at: 0 });
    expect(path.model).toBe(trainer.model);
    expect(beginsOf(path)).toEqual([true]);
    expect(sampleOf(path, 0, numbersOf(trainer).length)).toEqual(numbersOf(trainer));
  });

  it('knows where each number stands, and none that is not there', () => {
    const { trainer, path } = followed({ model: [2, 3, 1] });
    const all = trainer.model
      .parameters()
      .flatMap(({ name, value }) => [...value.data].map((_, place) => ({ name, place })));
    expect(all.map((one) => path.offsetOf(one))).toEqual(all.map((_, offset) => offset));
    expect(path.offsetOf({ name: '0.bias', place: 3 })).toBe(-1);
    expect(path.offsetOf({ name: '7.weight', place: 0 })).toBe(-1);
  });
});
