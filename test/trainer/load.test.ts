// Large runs on a page: a frame does no more than its share, and a long run keeps little.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';
import { mostRows } from '../../src/trainer/history';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { cases } from '../support/long';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('a frame of a run that asks for all it can get', () => {
  const large: Record<string, TrainerOptions> = {
    '100 000 points': { data: 'moons', points: 100_000, model: [2, 8, 1] },
    '12 layers of 64': { data: 'moons', points: 200, model: [2, ...Array<number>(12).fill(64), 1] },
  };

  it.each(Object.entries(large))('%s: is over after as many batches as fit', (_, options) => {
    const trainer = createTrainer({ ...options, speed: Infinity });
    trainer.play();
    // Each look at the clock, one after every batch, tells three milliseconds more.
    frames.costOfLooking = 3;
    frames.tick();
    const { step } = trainer.now;
    frames.tick(0);
    expect(trainer.now.step - step).toBeGreaterThan(0);
    expect(trainer.now.step - step).toBeLessThanOrEqual(4);
    trainer.pause();
  });

  it('is shared by fifty runs, none of which is left out for long', () => {
    const runs = Array.from({ length: 50 }, (_, seed) =>
      createTrainer({ data: 'moons', points: 40, model: [2, 4, 1], seed, speed: Infinity }),
    );
    for (const run of runs) run.play();
    frames.costOfLooking = 0.05;
    frames.run(1);
    const steps = runs.map((run) => run.now.step);
    expect(Math.min(...steps)).toBeGreaterThan(20);
    for (const run of runs) run.pause();
  });
});

describe('a run of very many epochs', () => {
  // Twice as many epochs as fit, and many times as many.
  const lengths = cases([40_000, 1_000_000], [40_000, 120_000]);

  it.each(lengths)('keeps as much after %d epochs as when its history was full', (epochs) => {
    const trainer = createTrainer({ data: 'simple', model: [2, 1], batchSize: 'full' });
    // The table has grown to its full size by then, and each checkpoint has its memory.
    const full = mostRows + 100;
    trainer.step('epoch', full);
    const measure = () => {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return { heapUsed, arrayBuffers };
    };
    const before = measure();
    trainer.step('epoch', epochs - full);
    const after = measure();
    expect(trainer.now.epoch).toBe(epochs);
    // Less than a number an epoch would be.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(2 ** 14);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(2 ** 20);
    expect(trainer.curves.length).toBe(epochs + 1);
    expect(trainer.history.length).toBeLessThanOrEqual(mostRows);
    const first = trainer.curves.curve('loss')[0];
    trainer.seek(0);
    expect(trainer.now.loss).toBe(first);
  });
});
