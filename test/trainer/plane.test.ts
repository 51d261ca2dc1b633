// The plane: what all pictures of a run are painted from, computed once for all of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Linear,
  NonFiniteError,
  Sequential,
  Sigmoid,
  Tanh,
  createRng,
  createTrainer,
  type Tensor,
  type TensorLike,
  type Trainer,
} from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

/** Counts the rows that pass through it. */
class Counter extends Tanh {
  static rows = 0;
  override forward(x: TensorLike): Tensor {
    const output = super.forward(x);
    Counter.rows += output.shape[0]!;
    return output;
  }
}

function counting(): Trainer {
  const rng = createRng(3);
  const model = new Sequential([
    new Linear(2, 6, { rng }),
    new Counter(),
    new Linear(6, 1, { rng }),
    new Sigmoid(),
  ]);
  return createTrainer({ data: 'moons', model });
}

/** How many rows went through the model during this. */
function rowsDuring(work: () => void): number {
  Counter.rows = 0;
  work();
  return Counter.rows;
}

/** What the model says of the centres of n by n cells over [-5, 5]². */
function said(trainer: Trainer, n: number): Tensor {
  const at = (i: number) => -5 + ((i + 0.5) / n) * 10;
  return trainer.predict(
    Array.from({ length: n * n }, (_, k) => [at(k % n), -at(Math.floor(k / n))]),
  );
}

/** Frames that come so late that the page has to save work. */
function comeLate(): void {
  for (let i = 0; i < 60; i++) frames.tick(40);
}

describe('the values on a plane', () => {
  it('are what the model says of each point, to the last bit', () => {
    for (const data of ['moons', 'blobs', 'plane'] as const) {
      const trainer = createTrainer({ data, model: undefined, learningRate: 0.01 });
      trainer.step('epoch', 3);
      const plane = trainer.plane(37);
      expect(plane.prediction.toArray()).toEqual(trainer.predict(plane.points).toArray());
    }
  });

  it('are those at the centres of the cells, from the top left', () => {
    const trainer = createTrainer({ data: 'moons' });
    expect(trainer.plane(20).prediction.toArray()).toEqual(said(trainer, 20).toArray());
  });

  it('are given for every layer', () => {
    const trainer = createTrainer({ data: 'moons', model: [2, 5, 3, 1] });
    trainer.step('epoch', 2);
    const plane = trainer.plane(20);
    for (let place = 0; place < trainer.model.layers.length; place++) {
      const part = new Sequential(trainer.model.layers.slice(0, place + 1));
      expect(plane.layer(place).toArray()).toEqual(part.predict(plane.points).toArray());
    }
  });

  it('follow the weights, the data and the model', () => {
    const trainer = createTrainer({ data: 'moons' });
    const { version } = trainer.plane(20);
    trainer.step('batch');
    expect(trainer.plane(20).version).not.toBe(version);
    expect(trainer.plane(20).prediction.toArray()).toEqual(said(trainer, 20).toArray());
    trainer.set({ model: [2, 3, 1] });
    expect(trainer.plane(20).layer(0).shape).toEqual([400, 3]);
    trainer.set({ data: 'blobs', model: undefined });
    expect(trainer.plane(20).prediction.shape).toEqual([400, 3]);
    trainer.seek(0);
    expect(trainer.plane(20).prediction.toArray()).toEqual(said(trainer, 20).toArray());
  });

  it('are refused, not made up, where a number is not finite', () => {
    const trainer = createTrainer({ data: 'moons', model: [2, 1] });
    trainer.model.parameters()[0]!.value.fill(1e308);
    for (let i = 0; i < 2; i++) {
      expect(() => trainer.plane(20).prediction).toThrow(NonFiniteError);
      expect(() => trainer.plane(20).layer(0)).toThrow(NonFiniteError);
    }
    trainer.reset();
    expect(trainer.plane(20).prediction.toArray()).toEqual(said(trainer, 20).toArray());
  });
});

describe('the work', () => {
  it('is one pass for all figures and all layers, however often they ask', () => {
    const trainer = counting();
    const look = () => {
      for (const place of [0, 1, 2]) trainer.plane(30).layer(place);
      for (let i = 0; i < 3; i++) expect(trainer.plane(30).prediction.size).toBe(900);
    };
    // The first time it is not known yet what will be asked for.
    look();
    for (let i = 0; i < 3; i++) {
      trainer.step('batch');
      expect(rowsDuring(look)).toBe(900);
      expect(rowsDuring(look)).toBe(0);
    }
  });

  it('is one pass for layers that are wanted before the first is asked for', () => {
    const trainer = counting();
    const plane = trainer.plane(30);
    const look = () => {
      for (const place of [0, 1, 2]) plane.want(place);
      for (const place of [0, 1, 2]) expect(plane.layer(place).shape[0]).toBe(900);
    };
    expect(rowsDuring(look)).toBe(900);
  });

  it('is none while the weights are the same', () => {
    const trainer = counting();
    const before = trainer.plane(30).prediction;
    trainer.play();
    trainer.pause();
    expect(rowsDuring(() => expect(trainer.plane(30).prediction).toBe(before))).toBe(0);
  });
});

describe('on a page that cannot keep up', () => {
  it('there are half as many points each way while the run plays, and all when it pauses', () => {
    const trainer = createTrainer({ data: 'moons', speed: 5 });
    trainer.play();
    frames.tick();
    expect(trainer.plane(31).side).toBe(31);
    comeLate();
    const plane = trainer.plane(31);
    const { version } = plane;
    expect(plane.side).toBe(16);
    expect(plane.prediction.toArray()).toEqual(said(trainer, 16).toArray());
    trainer.pause();
    expect(plane.side).toBe(31);
    expect(plane.version).not.toBe(version);
    expect(plane.prediction.toArray()).toEqual(said(trainer, 31).toArray());
  });

  it('there are all of them again after some seconds in time', () => {
    const trainer = createTrainer({ data: 'moons', speed: 5 });
    trainer.play();
    comeLate();
    frames.run(20);
    expect(trainer.plane(30).side).toBe(30);
    trainer.pause();
  });
});
