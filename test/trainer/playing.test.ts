// Playing: a run in the page's frame loop.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  createTrainer,
  frameLoop,
  type Snapshot,
  type Trainer,
} from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const perceptron = { data: 'simple', model: [2, 1], batchSize: 'full' } as const;

describe('a run that plays', () => {
  it('keeps the speed that was asked for, whatever the frame rate', () => {
    const trainer = createTrainer({ ...perceptron, speed: 30 });
    trainer.play();
    frames.run(2);
    trainer.pause();
    expect(trainer.getSnapshot().epoch).toBeGreaterThanOrEqual(59);
    expect(trainer.getSnapshot().epoch).toBeLessThanOrEqual(61);

    trainer.reset();
    trainer.play();
    for (let i = 0; i < 20; i++) frames.tick(100);
    trainer.pause();
    expect(trainer.getSnapshot().epoch).toBeGreaterThanOrEqual(57);
    expect(trainer.getSnapshot().epoch).toBeLessThanOrEqual(61);
  });

  it('does not make up for a long pause of the page in one frame', () => {
    const trainer = createTrainer({ ...perceptron, speed: 30 });
    trainer.play();
    frames.tick();
    frames.tick(60_000);
    trainer.pause();
    expect(trainer.getSnapshot().epoch).toBeLessThan(10);
  });

  it('takes a new speed at once', () => {
    const trainer = createTrainer({ ...perceptron, speed: 30 });
    trainer.play();
    trainer.set({ speed: 120 });
    frames.run(1);
    trainer.pause();
    expect(trainer.getSnapshot().epoch).toBeGreaterThanOrEqual(119);
    expect(trainer.getSnapshot().epoch).toBeLessThanOrEqual(122);
  });

  it('stays inside the time budget of the frame when it is to go as fast as it can', () => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity });
    frames.costOfLooking = 0.5;
    trainer.play();
    const before = frames.time;
    frames.tick(0);
    expect(frames.time - before).toBeGreaterThan(7);
    expect(frames.time - before).toBeLessThan(frameLoop.budget + 2);
    trainer.pause();
  });

  it.each([
    ['stands still', 0],
    ['goes backwards', -1000],
  ])('ends the frame although the clock %s while it goes as fast as it can', (_, cost) => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity });
    trainer.play();
    frames.costOfLooking = cost;
    for (let i = 0; i < 3; i++) {
      const { progress } = trainer;
      frames.tick(1e6);
      expect(trainer.progress).toBeGreaterThan(progress);
      expect(frames.pending).toBe(1);
    }
    trainer.pause();
  });

  it('shares the budget with the other runs of the page', () => {
    frames.costOfLooking = 0.1;
    const runs = [1, 2, 3].map(() => createTrainer({ ...perceptron, speed: Infinity }));
    for (const run of runs) run.play();
    for (let i = 0; i < 5; i++) frames.tick(0);
    for (const run of runs) run.pause();
    const epochs = runs.map((run) => run.getSnapshot().epoch);
    expect(Math.min(...epochs)).toBeGreaterThan(0.6 * Math.max(...epochs));
  });

  it('trains every run a little, even when the budget is gone', () => {
    frames.costOfLooking = 20;
    const runs = [1, 2, 3].map(() => createTrainer(perceptron));
    for (const run of runs) run.play();
    for (let i = 0; i < 4; i++) frames.tick();
    for (const run of runs) run.pause();
    for (const run of runs) expect(run.getSnapshot().epoch).toBeGreaterThan(0);
  });

  it('does not train in a hidden tab, and goes on when it is shown again', () => {
    const trainer = createTrainer(perceptron);
    trainer.play();
    frames.isHidden = true;
    frames.run(1);
    expect(trainer.now.epoch).toBe(0);
    frames.isHidden = false;
    frames.run(1);
    expect(trainer.now.epoch).toBeGreaterThan(25);
    trainer.pause();
  });

  it('does not train while all its figures are off screen', () => {
    const trainer = createTrainer(perceptron);
    const [first, second] = [{}, {}];
    trainer.sight(first, false);
    const forget = trainer.sight(second, false);
    trainer.play();
    frames.run(1);
    expect(trainer.now.epoch).toBe(0);
    expect(frames.pending).toBe(0);

    trainer.sight(first, true);
    frames.run(1);
    const { epoch } = trainer.now;
    expect(epoch).toBeGreaterThan(25);

    forget();
    trainer.sight(first, false)();
    frames.run(1);
    expect(trainer.now.epoch).toBeGreaterThan(epoch);
    trainer.pause();
  });

  it('leaves no frame behind when it is paused', () => {
    const trainer = createTrainer(perceptron);
    trainer.play();
    expect(frames.pending).toBe(1);
    trainer.pause();
    expect(frames.pending).toBe(0);
  });

  it('asks for one frame at a time, however many runs and figures there are', () => {
    const runs = [1, 2, 3].map(() => createTrainer(perceptron));
    for (const run of runs) run.onFrame(() => {});
    for (const run of runs) run.play();
    frames.run(0.1);
    expect(frames.pending).toBe(1);
    for (const run of runs) run.pause();
  });
});

describe('the two channels', () => {
  const listen = (trainer: Trainer) => {
    const seen: Snapshot[] = [];
    trainer.subscribe(() => seen.push(trainer.getSnapshot()));
    return seen;
  };

  it('tells readers at most ten times a second', () => {
    const trainer = createTrainer({ ...perceptron, speed: 600 });
    const seen = listen(trainer);
    trainer.play();
    frames.run(3);
    expect(seen.length).toBeGreaterThan(15);
    expect(seen.length).toBeLessThanOrEqual(30);
    expect(seen.at(-1)!.epoch).toBeGreaterThan(1500);
    trainer.pause();
  });

  it('tells readers of an action at once', () => {
    const trainer = createTrainer(perceptron);
    const seen = listen(trainer);
    trainer.play();
    expect(seen.at(-1)!.status).toBe('running');
    trainer.pause();
    expect(seen.at(-1)!.status).toBe('paused');
    trainer.set({ learningRate: 0.5 });
    expect(seen.at(-1)!.learningRate).toBe(0.5);
    trainer.step('epoch', 3);
    expect(seen.at(-1)!.epoch).toBe(3);
  });

  it('gives the same snapshot until readers are told of another', () => {
    const trainer = createTrainer(perceptron);
    const before = trainer.getSnapshot();
    trainer.play();
    const playing = trainer.getSnapshot();
    expect(playing).not.toBe(before);
    frames.tick(1);
    const first = trainer.getSnapshot();
    frames.tick(1);
    expect(trainer.getSnapshot()).toBe(first);
    trainer.pause();
  });

  it('lets figures draw in every frame of a run, and in none when nothing changes', () => {
    const trainer = createTrainer(perceptron);
    let drawn = 0;
    const forget = trainer.onFrame(() => drawn++);
    frames.tick();
    expect(drawn).toBe(1);
    frames.tick();
    expect(drawn).toBe(1);
    expect(frames.pending).toBe(0);

    trainer.play();
    for (let i = 0; i < 10; i++) frames.tick();
    expect(drawn).toBe(11);
    trainer.pause();
    frames.tick();
    expect(drawn).toBe(12);

    forget();
    trainer.step();
    expect(frames.pending).toBe(0);
  });

  it('lets figures take turns when drawing takes long, and forgets none', () => {
    const drawn: number[] = [];
    [0, 1, 2, 3].forEach((run) =>
      createTrainer(perceptron).onFrame(() => {
        drawn.push(run);
        frames.time += 5;
      }),
    );
    frames.tick();
    expect(drawn).toEqual([0, 1]);
    frames.tick();
    expect(drawn).toEqual([0, 1, 2, 3]);
    expect(frames.pending).toBe(0);
  });

  it('lets the others draw when one figure makes a mistake', async () => {
    const trainer = createTrainer(perceptron);
    const errors: unknown[] = [];
    const report = (error: unknown) => void errors.push(error);
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', report);

    const other = createTrainer(perceptron);
    let drawn = 0;
    trainer.onFrame(() => {
      throw new Error('a mistake in a figure');
    });
    other.onFrame(() => drawn++);
    frames.tick();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('uncaughtException', report);
    for (const listener of listeners) process.on('uncaughtException', listener);

    expect(drawn).toBe(1);
    expect(errors).toMatchObject([{ message: 'a mistake in a figure' }]);
  });
});

describe('a run that is long to measure', () => {
  const large = { data: 'moons', points: 20_000, model: [2, 16, 16, 1], seed: 2 } as const;
  // So slow that a frame has a few batches.
  const slow = { ...large, batchSize: 10, speed: 0.06 } as const;
  const lossOf = (trainer: Trainer) => {
    const { model, data } = trainer;
    return new BinaryCrossEntropy().forward(model.predict(data.x), data.y);
  };
  const numbersOf = ({ model }: Trainer) =>
    model.parameters().flatMap(({ value }) => [...value.data]);

  it('trains in one frame, and measures and draws in the next', () => {
    const trainer = createTrainer(slow);
    const seen: { step: number; loss: number; known: number }[] = [];
    trainer.onFrame(() => {
      const { step, loss } = trainer.now;
      seen.push({ step, loss, known: lossOf(trainer) });
    });
    frames.tick();
    seen.length = 0;
    trainer.play();
    const steps = Array.from({ length: 8 }, () => (frames.tick(), trainer.now.step));
    trainer.pause();
    expect(seen.map(({ step }) => step)).toEqual([0, 2, 4, 6].map((frame) => steps[frame]));
    expect(steps[0]).toBe(0);
    for (const frame of [1, 3, 5]) {
      expect(steps[frame]).toBeGreaterThan(steps[frame - 1]!);
      expect(steps[frame + 1]).toBe(steps[frame]);
    }
    for (const { loss, known } of seen) expect(loss).toBeCloseTo(known, 12);
  });

  it('draws in the frame that measures also on a page that cannot keep up', () => {
    const trainer = createTrainer(slow);
    trainer.play();
    for (let i = 0; i < 60; i++) frames.tick(40);
    const drawn: { frame: number; step: number }[] = [];
    const steps: number[] = [];
    trainer.onFrame(() => drawn.push({ frame: steps.length, step: trainer.now.step }));
    for (let i = 0; i < 13; i++) {
      frames.tick(40);
      steps.push(trainer.now.step);
    }
    trainer.pause();
    // The first is drawn because somebody came to draw.
    const [, ...later] = drawn;
    expect(later.length).toBeGreaterThan(4);
    for (const { frame, step } of later) expect(steps[frame - 1]).toBe(step);
  });

  it('is as fast as it was asked to be, and learns the same to the bit', () => {
    const trainer = createTrainer(slow);
    trainer.play();
    frames.run(1);
    trainer.pause();
    const { step, progress } = { ...trainer.now, progress: trainer.progress };
    expect(progress).toBeGreaterThan(0.056);
    expect(progress).toBeLessThan(0.061);
    const other = createTrainer(slow);
    other.step('batch', step);
    expect(numbersOf(trainer)).toEqual(numbersOf(other));
  });

  it('tells at once where it stops between the two', () => {
    const trainer = createTrainer(slow);
    trainer.play();
    frames.tick();
    frames.tick();
    const told: Snapshot[] = [];
    trainer.subscribe(() => told.push(trainer.getSnapshot()));
    trainer.pause();
    expect(told.at(-1)).toMatchObject({ status: 'paused', step: trainer.now.step });
    expect(told.at(-1)!.loss).toBeCloseTo(lossOf(trainer), 12);
  });

  it('tells of its end in the frame in which it ends', () => {
    const trainer = createTrainer({
      ...large,
      batchSize: 'full',
      speed: 60,
      stopWhen: { epoch: 1 },
    });
    trainer.play();
    const told: Snapshot[] = [];
    trainer.subscribe(() => told.push(trainer.getSnapshot()));
    frames.tick();
    frames.tick();
    expect(told.at(-1)).toMatchObject({ status: 'done', epoch: 1 });
  });
});

describe('the end of a run', () => {
  it.each([
    [{ epoch: 20 }, (run: Snapshot) => run.epoch === 20],
    [{ loss: 0.3 }, (run: Snapshot) => run.loss <= 0.3],
    [{ accuracy: 1 }, (run: Snapshot) => run.accuracy === 1],
    [(run: Snapshot) => run.epoch >= 7, (run: Snapshot) => run.epoch === 7],
  ])('comes when the stop rule says so (%#)', (stopWhen, holds) => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity, stopWhen });
    frames.costOfLooking = 0.01;
    trainer.play();
    for (let i = 0; i < 100 && trainer.now.status === 'running'; i++) frames.tick();
    expect(trainer.getSnapshot().status).toBe('done');
    expect(holds(trainer.getSnapshot())).toBe(true);
    expect(frames.pending).toBe(0);
  });

  it('is divergence when a number is no longer finite: it names the layer, and can be reset', () => {
    const trainer = createTrainer({
      data: 'plane',
      model: [2, 4, 1],
      learningRate: 1e6,
      speed: 600,
    });
    const weights = trainer.model.parameters().map(({ value }) => value.toArray());
    trainer.play();
    frames.run(2);
    const run = trainer.getSnapshot();
    expect(run.status).toBe('diverged');
    expect(run.divergence!.layer).toMatch(/^[012]$|^loss$/);
    expect(run.divergence!.message).toMatch(/Infinity|NaN/);
    expect(run.loss).toBeLessThan(Infinity);
    expect(frames.pending).toBe(0);
    for (const { value } of trainer.model.parameters()) {
      expect(value.data.every(Number.isFinite)).toBe(true);
    }

    trainer.play();
    expect(trainer.getSnapshot().status).toBe('diverged');
    trainer.reset();
    expect(trainer.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0, divergence: null });
    expect(trainer.model.parameters().map(({ value }) => value.toArray())).toEqual(weights);
    trainer.set({ learningRate: 0.01 });
    trainer.step('epoch', 5);
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 5 });
  });

  it('pauses the run when a layer of the reader throws, and lets the error be seen', () => {
    const trainer = createTrainer({
      ...perceptron,
      stopWhen: () => {
        throw new Error('in a rule');
      },
    });
    expect(() => trainer.step()).toThrow('in a rule');
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 1 });
  });
});

describe('the time for training in a frame', () => {
  /** How long the run that takes all it can get trains in the next frame, in milliseconds. */
  function timeTaken(trainer: Trainer): number {
    expect(trainer.getSnapshot().status).toBe('running');
    frames.costOfLooking = 0.1;
    const before = frames.time;
    frames.tick(0);
    frames.costOfLooking = 0;
    return frames.time - before;
  }

  it('grows where frames come in time, but never so far that they could not', () => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity });
    trainer.play();
    const first = timeTaken(trainer);
    frames.costOfLooking = 0.1;
    for (let i = 0; i < 400; i++) frames.tick(1);
    expect(timeTaken(trainer)).toBeGreaterThan(first + 1);
    expect(timeTaken(trainer)).toBeLessThan(13);
    trainer.pause();
  });

  it('shrinks where frames come late, but never to nothing', () => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity });
    trainer.play();
    const first = timeTaken(trainer);
    frames.costOfLooking = 1;
    for (let i = 0; i < 100; i++) frames.tick(40);
    expect(timeTaken(trainer)).toBeLessThan(first - 2);
    expect(timeTaken(trainer)).toBeGreaterThan(3);
    trainer.pause();
  });

  it('is what it was at first for the next run, once nothing plays any more', () => {
    const trainer = createTrainer({ ...perceptron, speed: Infinity });
    trainer.play();
    const first = timeTaken(trainer);
    frames.costOfLooking = 1;
    for (let i = 0; i < 100; i++) frames.tick(40);
    trainer.pause();
    trainer.play();
    expect(timeTaken(trainer)).toBeCloseTo(first, 0);
    trainer.pause();
  });
});

describe('drawing', () => {
  /** In how many of the next frames there is something to draw. */
  function drawn(count: number, elapsed: number): number {
    const trainer = createTrainer({ ...perceptron, speed: 30 });
    trainer.play();
    let draws = 0;
    const end = trainer.onFrame(() => void draws++);
    for (let i = 0; i < 200; i++) frames.tick(elapsed);
    draws = 0;
    for (let i = 0; i < count; i++) frames.tick(elapsed);
    end();
    trainer.pause();
    return draws;
  }

  it('happens in every frame of a page that keeps up, in every other of one that does not', () => {
    expect(drawn(20, 16)).toBe(20);
    expect(drawn(20, 40)).toBe(10);
  });
});
