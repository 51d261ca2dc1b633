// Runs in step: no run is ever an epoch ahead, however unequal they are.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Linear,
  Sequential,
  Tanh,
  createGroup,
  createTrainer,
  type Tensor,
  type TensorLike,
  type TrainerOptions,
} from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  // As fast as it goes is until the clock says stop.
  frames.costOfLooking = 1;
});
afterEach(() => restore());

const data: TrainerOptions = { data: 'moons', points: 40, speed: Infinity };
const pair = () => [
  createTrainer({ ...data, model: [2, 2, 1], batchSize: 'full' }),
  createTrainer({ ...data, model: [2, 30, 30, 1], batchSize: 1 }),
];

describe('a group that plays', () => {
  it('keeps the quick run beside the slow one, and pauses at one epoch', () => {
    const trainers = pair();
    const group = createGroup(trainers);
    group.play();
    for (let i = 0; i < 100; i++) {
      frames.tick();
      const [a, b] = trainers.map(({ progress }) => progress);
      expect(Math.abs(a! - b!)).toBeLessThanOrEqual(1);
    }
    expect(group.getSnapshot()).toMatchObject({ status: 'running' });
    group.pause();
    const [a, b] = trainers.map(({ progress }) => progress);
    expect(a).toBeGreaterThan(1);
    expect(a).toBe(b);
    expect(group.getSnapshot()).toMatchObject({ status: 'paused', epoch: a });
  });

  it('gives each run the numbers that it has alone', () => {
    const group = createGroup(pair());
    group.play();
    frames.run(0.5);
    group.pause();
    const { epoch } = group.getSnapshot();
    pair().forEach((alone, i) => {
      alone.step('epoch', epoch);
      expect(alone.now.loss).toBe(group.trainers[i]!.now.loss);
    });
  });

  it('does not wait for a run that has ended', () => {
    const trainers = [
      createTrainer({ ...data, stopWhen: { epoch: 2 } }),
      createTrainer({ ...data, data: 'plane', model: [2, 4, 1], learningRate: 1e6 }),
      createTrainer(data),
    ];
    const group = createGroup(trainers);
    group.play();
    frames.run(0.5);
    expect(trainers.map(({ now }) => now.status)).toEqual(['done', 'diverged', 'running']);
    group.pause();
    expect(group.getSnapshot().epoch).toBe(trainers[2]!.now.epoch);
    expect(group.getSnapshot().epoch).toBeGreaterThan(2);
  });
});

describe('a group by hand', () => {
  it('steps, goes back and starts over as one', () => {
    const group = createGroup(pair());
    group.step(3);
    expect(group.trainers.map(({ now }) => now.epoch)).toEqual([3, 3]);
    group.seek(1);
    expect(group.getSnapshot()).toEqual({ status: 'paused', epoch: 1, lastEpoch: 3 });
    group.reset();
    expect(group.getSnapshot()).toEqual({ status: 'idle', epoch: 0, lastEpoch: 0 });
  });

  it('leaves a run that ended earlier at its end when it goes further', () => {
    const group = createGroup([createTrainer({ ...data, stopWhen: { epoch: 2 } }), ...pair()]);
    group.step(5);
    group.seek(1);
    group.seek(4);
    expect(group.trainers.map(({ now }) => now.epoch)).toEqual([2, 4, 4]);
  });

  it('tells its listeners, with the same snapshot while nothing changes', () => {
    const group = createGroup(pair());
    const listener = vi.fn();
    const end = group.subscribe(listener);
    const before = group.getSnapshot();
    expect(group.getSnapshot()).toBe(before);
    group.step();
    expect(listener).toHaveBeenCalled();
    expect(group.getSnapshot()).not.toBe(before);
    end();
    listener.mockClear();
    group.step();
    expect(listener).not.toHaveBeenCalled();
  });

  it('needs runs, each one once', () => {
    const [one] = pair();
    expect(() => createGroup([])).toThrow('createGroup got no runs; it needs at least one');
    expect(() => createGroup([one!, one!])).toThrow(/the same run twice/);
  });

  describe('where a layer of the page throws in the first of three runs', () => {
    let isBroken = false;
    beforeEach(() => (isBroken = false));
    class Moody extends Tanh {
      override forward(x: TensorLike): Tensor {
        if (isBroken) throw new Error('mine is broken');
        return super.forward(x);
      }
    }
    const threeAt = (epoch: number) => {
      const model = () => new Sequential([new Linear(2, 2), new Moody(), new Linear(2, 1)]);
      const loss = 'BinaryCrossEntropyWithLogits';
      const group = createGroup([createTrainer({ ...data, model, loss }), ...pair()]);
      group.step(epoch);
      isBroken = true;
      return group;
    };
    const epochs = ({ trainers }: ReturnType<typeof threeAt>) =>
      trainers.map(({ now }) => now.epoch);

    it('takes the others along, and tells it then', () => {
      // Far enough for the way back to lead through epochs that are trained again.
      const group = threeAt(75);
      expect(() => group.seek(71)).toThrow('mine is broken');
      expect(epochs(group)).toEqual([75, 71, 71]);
      const fault = { during: 'travel', message: 'mine is broken' };
      const faults = group.trainers.map((trainer) => trainer.getSnapshot().fault);
      expect(faults).toEqual([fault, null, null]);
      isBroken = false;
      group.trainers[0]!.retry();
      expect(epochs(group)).toEqual([71, 71, 71]);
    });

    it('trains the others on, and brings it to their epoch when it is mended', () => {
      const group = threeAt(4);
      expect(() => group.step(2)).toThrow('mine is broken');
      expect(epochs(group)).toEqual([4, 6, 6]);
      expect(() => group.pause()).toThrow('mine is broken');
      isBroken = false;
      group.pause();
      expect(epochs(group)).toEqual([6, 6, 6]);
    });

    it('starts the others over', () => {
      const group = threeAt(4);
      expect(() => group.reset()).toThrow('mine is broken');
      expect(epochs(group)).toEqual([4, 0, 0]);
    });
  });
});
