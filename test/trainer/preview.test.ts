// The preview: pictures of a dear model come in parts, and are whole in the end.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTrainer, type TensorLike, type Trainer } from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  frames.costOfLooking = 1;
});
afterEach(() => restore());

const n = 60;
const deep = () =>
  createTrainer({ data: 'moons', points: 20, batchSize: 5, model: [2, 100, 100, 1], seed: 3 });
const bits = ({ data }: { data: Float64Array }) => [...data];

/** Ticks until nothing is waiting; returns how many frames that were. */
function settle(): number {
  let count = 0;
  for (; frames.pending > 0; count++) {
    if (count > 500) throw new Error('it never comes to rest');
    frames.tick();
  }
  return count;
}

/** Draws as a figure does, and keeps what it drew. */
function figure(trainer: Trainer) {
  const drawn: { side: number; version: number }[] = [];
  trainer.onFrame(() => {
    const preview = trainer.preview(n);
    expect(bits(preview.prediction)).toEqual(bits(trainer.predict(preview.points)));
    drawn.push({ side: preview.side, version: preview.version });
  });
  return drawn;
}

describe('a preview', () => {
  it('of a small model is its plane', () => {
    const trainer = createTrainer({ data: 'moons', model: [2, 8, 8, 1] });
    expect(trainer.preview(n)).toBe(trainer.plane(n));
  });

  it('has fewer points at once, and all of them some frames later', () => {
    const trainer = deep();
    const drawn = figure(trainer);
    frames.tick();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.side).toBeLessThan(n / 1.5);
    expect(settle()).toBeGreaterThan(1);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]!.side).toBe(n);
    expect(drawn[1]!.version).not.toBe(drawn[0]!.version);
    expect(bits(trainer.preview(n).prediction)).toEqual(bits(deep().plane(n).prediction));
  });

  it('computes a part of the plane in a frame, and no more', () => {
    const trainer = deep();
    figure(trainer);
    const { model } = trainer;
    const activations = model.activations.bind(model);
    let rows = 0;
    model.activations = (x: TensorLike) => {
      const outputs = activations(x);
      rows += outputs[0]!.shape[0]!;
      return outputs;
    };
    frames.tick();
    while (frames.pending > 0) {
      rows = 0;
      frames.tick();
      expect(rows).toBeLessThan((n * n) / 2);
    }
  });

  it('stays quick while the run plays, and is whole once it rests', () => {
    const trainer = deep();
    const drawn = figure(trainer);
    trainer.play();
    for (let i = 0; i < 40; i++) frames.tick();
    expect(drawn.length).toBeGreaterThan(10);
    expect(Math.max(...drawn.map(({ side }) => side))).toBeLessThan(n / 1.5);
    trainer.pause();
    settle();
    expect(drawn.at(-1)!.side).toBe(n);
  });

  it('begins again when the model changes before it is whole', () => {
    const trainer = deep();
    const drawn = figure(trainer);
    frames.tick();
    frames.tick();
    trainer.step('epoch');
    settle();
    expect(drawn.at(-1)!.side).toBe(n);
    expect(bits(trainer.preview(n).prediction)).toEqual(
      bits(trainer.predict(trainer.plane(n).points)),
    );
  });

  it('has the layers that are asked for, early and late', () => {
    const trainer = deep();
    const preview = trainer.preview(n);
    const hidden = () => bits(preview.layer(0));
    const expected = () => bits(trainer.model.activations(preview.points)[0]!);
    expect(hidden()).toEqual(expected());
    settle();
    expect(preview.side).toBe(n);
    expect(hidden()).toEqual(expected());
    expect(bits(preview.layer(2))).toEqual(bits(trainer.model.activations(preview.points)[2]!));
    settle();
    expect(preview.side).toBe(n);
  });

  it('leaves the page in peace when a number is not finite', () => {
    const trainer = deep();
    expect(trainer.preview(n).side).toBeLessThan(n);
    const [weight] = trainer.model.parameters();
    weight!.value.data.fill(1e308);
    expect(settle()).toBeLessThan(5);
    expect(trainer.preview(n).side).toBeLessThan(n);
  });
});
