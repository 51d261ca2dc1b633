// A page with two copies of the package, as two versions on one page are: one loop, one time budget.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Engine from '../../src/engine-entry';
import { FakeFrames } from '../support/fake-frames';

type Copy = typeof Engine;

const place = Symbol.for('react-pancake.frame-loop');
const page = globalThis as { [place]?: unknown };

// Each copy has modules, classes and a state of its own.
async function loadCopy(): Promise<Copy> {
  vi.resetModules();
  return import('../../src/engine-entry');
}

let before: unknown;
let frames: FakeFrames;
beforeEach(() => {
  before = page[place];
  delete page[place];
  frames = new FakeFrames();
});
afterEach(() => {
  page[place] = before;
});

async function loadTwo(): Promise<[Copy, Copy]> {
  const copies: [Copy, Copy] = [await loadCopy(), await loadCopy()];
  copies[1].frameLoop.use(frames);
  return copies;
}

const perceptron = { data: 'simple', model: [2, 1], batchSize: 'full' } as const;

describe('two copies on one page', () => {
  it('are two copies, with one loop', async () => {
    const [first, second] = await loadTwo();
    expect(first.Trainer).not.toBe(second.Trainer);
    expect(first.frameLoop).toBe(second.frameLoop);
  });

  it('ask for one frame at a time', async () => {
    const [first, second] = await loadTwo();
    const request = vi.spyOn(frames, 'request');
    const runs = [first, second].map((copy) => copy.createTrainer(perceptron));
    for (const run of runs) {
      run.onFrame(() => {});
      run.play();
    }
    expect(frames.pending).toBe(1);
    for (let frame = 1; frame <= 20; frame++) {
      frames.tick();
      expect(frames.pending).toBe(1);
      expect(request).toHaveBeenCalledTimes(frame + 1);
    }
    for (const run of runs) {
      expect(run.now.epoch).toBeGreaterThan(5);
      run.pause();
    }
    frames.tick();
    expect(frames.pending).toBe(0);
  });

  it('share one time budget', async () => {
    const [first, second] = await loadTwo();
    const options = { ...perceptron, speed: Infinity };
    const runs = [first, second].map((copy) => copy.createTrainer(options));
    frames.costOfLooking = 0.1;
    for (const run of runs) run.play();
    for (let i = 0; i < 5; i++) {
      const start = frames.time;
      frames.tick(0);
      expect(frames.time - start).toBeLessThan(first.frameLoop.budget + 2);
    }
    for (const run of runs) run.pause();
    const epochs = runs.map((run) => run.now.epoch);
    expect(Math.min(...epochs)).toBeGreaterThan(0.6 * Math.max(...epochs));
  });
});

describe('what stands in the place of the loop', () => {
  it('is used if it is a later version, which may know more', async () => {
    const [{ frameLoop: known }] = await loadTwo();
    const later = Object.assign(Object.create(known) as typeof known, {
      protocol: 2,
      foresee: () => {},
    });
    page[place] = later;
    const { frameLoop } = await loadCopy();
    expect(frameLoop).toBe(later);
  });

  it.each([undefined, null, 'loop', {}, { protocol: 0 }, { protocol: 1, add() {} }])(
    'is not used if it is no loop: %j',
    async (other) => {
      page[place] = other;
      const { frameLoop, createTrainer } = await loadCopy();
      expect(frameLoop.protocol).toBe(1);
      frameLoop.use(frames);
      const run = createTrainer(perceptron);
      run.play();
      frames.run(1);
      run.pause();
      expect(run.now.epoch).toBeGreaterThan(25);
    },
  );
});
