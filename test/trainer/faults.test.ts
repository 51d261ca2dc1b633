// Code of the page's own that throws while a run goes somewhere: the run stays where it was, knows its numbers,
// loses nothing that a hand changed, and goes there once the code is mended.
import { describe, expect, it } from 'vitest';
import {
  Layer,
  Linear,
  SGD,
  Sequential,
  Sigmoid,
  Tensor,
  createTrainer,
  type Rng,
  type TensorLike,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { mostRows } from '../../src/trainer/history';

/** What a reader's code does: it fails from its nth call on, until it is mended. */
class Mood {
  left = Infinity;
  calls = 0;
  ask(): void {
    this.calls++;
    if (--this.left < 0) throw new Error('mine is broken');
  }
  mend(): void {
    this.left = Infinity;
  }
}

class Moody extends Layer {
  constructor(
    private readonly how: 'forward' | 'backward',
    private readonly mood: Mood,
  ) {
    super();
  }
  override get type(): string {
    return 'Moody';
  }
  override get formula(): string {
    return 'y = x';
  }
  forward(x: TensorLike): Tensor {
    if (this.how === 'forward') this.mood.ask();
    return Tensor.from(x);
  }
  backward(dOut: TensorLike): Tensor {
    if (this.how === 'backward') this.mood.ask();
    return Tensor.from(dOut);
  }
}

class MoodySGD extends SGD {
  constructor(
    model: Layer,
    options: { lr: number },
    private readonly mood: Mood,
  ) {
    super(model, { ...options, momentum: 0.9 });
  }
  protected override update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void {
    this.mood.ask();
    super.update(value, grad, slots);
  }
}

const kinds = ['forward', 'backward', 'optimizer'] as const;
type Kind = (typeof kinds)[number];

function optionsOf(kind: Kind, mood: Mood): TrainerOptions {
  const common: TrainerOptions = { data: 'moons', points: 14, batchSize: 4, learningRate: 0.2 };
  if (kind === 'optimizer') {
    return {
      ...common,
      model: [2, 3, 1],
      optimizer: (model, { lr }) => new MoodySGD(model, { lr }, mood),
    };
  }
  const model = (rng: Rng) =>
    new Sequential([
      new Linear(2, 3, { rng }),
      new Moody(kind, mood),
      new Linear(3, 1, { rng }),
      new Sigmoid(),
    ]);
  return { ...common, model };
}

const bits = (trainer: Trainer) =>
  trainer.model
    .parameters()
    .map(({ value }) => [...new BigUint64Array(value.data.slice().buffer)].join())
    .join(' ');

const stateOf = (trainer: Trainer) => {
  const { fault: _, ...snapshot } = trainer.getSnapshot();
  return {
    ...snapshot,
    bits: bits(trainer),
    history: trainer.history,
    marks: trainer.marks,
    branches: trainer.branches,
    canUndo: trainer.canUndoReshape,
  };
};

/** What is done by hand before, the same in the run that is disturbed and in the one that is not. */
function prepare(trainer: Trainer): void {
  trainer.step('epoch', 12);
  trainer.setParameter('0.bias', 1, 0.5);
  trainer.set({ learningRate: 0.1 });
  trainer.step('epoch', 3);
  trainer.setParameter('0.weight', 0, -0.25);
}

describe.each(kinds)('seek, where the %s throws on the way', (kind) => {
  const start = () => {
    const mood = new Mood();
    const trainer = createTrainer(optionsOf(kind, mood));
    prepare(trainer);
    // Far enough for the checkpoints to be eight epochs apart: from the one at epoch 8, seven are trained again.
    trainer.step('epoch', 400);
    return { mood, trainer };
  };

  it('at whichever call: the run rests where it was, and goes there when it is mended', () => {
    const { mood, trainer } = start();
    const before = stateOf(trainer);
    mood.calls = 0;
    trainer.seek(15);
    const there = stateOf(trainer);
    const calls = mood.calls;
    trainer.seek(before.epoch);
    expect(stateOf(trainer)).toEqual(before);
    expect(calls).toBeGreaterThan(20);
    for (let left = 0; left < calls; left += 3) {
      mood.left = left;
      expect(() => trainer.seek(15)).toThrow('mine is broken');
      expect(stateOf(trainer)).toEqual(before);
      expect(trainer.getSnapshot().fault).toEqual({ during: 'travel', message: 'mine is broken' });
      mood.mend();
      trainer.retry();
      expect(stateOf(trainer)).toEqual(there);
      expect(trainer.getSnapshot().fault).toBeNull();
      trainer.seek(before.epoch);
      expect(stateOf(trainer)).toEqual(before);
    }
  });

  it('keeps what was changed by hand at the epoch where it rests', () => {
    const mood = new Mood();
    const trainer = createTrainer(optionsOf(kind, mood));
    const undisturbed = createTrainer(optionsOf(kind, new Mood()));
    for (const run of [trainer, undisturbed]) {
      run.step('epoch', 300);
      prepare(run);
    }
    mood.left = 0;
    expect(() => trainer.seek(7)).toThrow('mine is broken');
    expect(stateOf(trainer)).toEqual(stateOf(undisturbed));
    mood.mend();
    for (const run of [trainer, undisturbed]) run.step('epoch', 4);
    expect(stateOf(trainer)).toEqual(stateOf(undisturbed));
    trainer.seek(313);
    undisturbed.seek(313);
    expect(stateOf(trainer)).toEqual(stateOf(undisturbed));
  });

  it('from within an epoch: goes to a whole one, with its numbers, and on from there to the same', () => {
    const { mood, trainer } = start();
    const { trainer: undisturbed } = start();
    trainer.step('batch', 2);
    mood.left = 0;
    expect(() => trainer.seek(15)).toThrow('mine is broken');
    const { epoch, loss, status } = trainer.getSnapshot();
    expect(status).toBe('paused');
    expect(trainer.progress).toBe(epoch);
    expect(trainer.getSnapshot().lastEpoch).toBe(415);
    expect(trainer.curves.at(epoch)).toMatchObject({ epoch, loss });
    mood.mend();
    trainer.step('epoch', 420 - epoch);
    undisturbed.step('epoch', 5);
    expect(bits(trainer)).toBe(bits(undisturbed));
    expect(trainer.history).toEqual(undisturbed.history);
  });

  it('pauses a run that plays; one that is done stays done, and its retry works', () => {
    const { mood, trainer } = start();
    trainer.play();
    mood.left = 0;
    expect(() => trainer.seek(15)).toThrow('mine is broken');
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 415 });
    mood.mend();
    trainer.set({ stopWhen: { epoch: 416 } });
    trainer.step('epoch', 3);
    expect(trainer.getSnapshot()).toMatchObject({ status: 'done', epoch: 416 });
    mood.left = 0;
    expect(() => trainer.seek(15)).toThrow('mine is broken');
    expect(trainer.getSnapshot()).toMatchObject({ status: 'done', epoch: 416 });
    mood.mend();
    trainer.retry();
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 15, fault: null });
  });

  it('says no more of it once something else is done with the run', () => {
    const { mood, trainer } = start();
    mood.left = 0;
    expect(() => trainer.seek(15)).toThrow('mine is broken');
    mood.mend();
    trainer.set({ learningRate: 0.05 });
    expect(trainer.getSnapshot().fault).toBeNull();
    trainer.retry();
    expect(trainer.now.epoch).toBe(415);
  });
});

describe('other ways on which code of the page’s own may throw', () => {
  it('an epoch that cannot be gone to is no fault', () => {
    const trainer = createTrainer(optionsOf('forward', new Mood()));
    expect(() => trainer.seek(3)).toThrow('seek got 3');
    expect(trainer.getSnapshot().fault).toBeNull();
  });

  it('taking a change of the model back: nothing is taken back, until it is mended', () => {
    const mood = new Mood();
    const trainer = createTrainer({ ...optionsOf('optimizer', mood), points: 30 });
    prepare(trainer);
    trainer.step('epoch', 91);
    const shape = trainer.model.describe();
    trainer.step('epoch', 3);
    const smaller = bits(trainer);
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    trainer.step('epoch', 5);
    trainer.seek(20);
    trainer.seek(114);
    const before = stateOf(trainer);
    mood.left = 1;
    expect(() => trainer.undoReshape()).toThrow('mine is broken');
    expect(stateOf(trainer)).toEqual(before);
    expect(trainer.getSnapshot().fault?.during).toBe('travel');
    mood.mend();
    trainer.retry();
    expect(trainer.model.describe()).toBe(shape);
    expect(bits(trainer)).toBe(smaller);
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 109, lastEpoch: 109, fault: null });
  });

  it('going to another model’s epochs: the run stays with the model that it has', () => {
    const mood = new Mood();
    const trainer = createTrainer(optionsOf('optimizer', mood));
    trainer.step('epoch', 100);
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    trainer.step('epoch', 5);
    trainer.step('batch');
    const before = stateOf(trainer);
    mood.left = 1;
    expect(() => trainer.seek(51)).toThrow('mine is broken');
    // No other way was begun, so that even the epoch at hand goes on.
    expect(stateOf(trainer)).toEqual(before);
    mood.mend();
    trainer.retry();
    expect(trainer.now.epoch).toBe(51);
    trainer.seek(105);
    expect(trainer.model.describe()).toContain('Linear(2, 4)');
  });

  it('starting over: the weights are those that the run had', () => {
    const mood = new Mood();
    const trainer = createTrainer(optionsOf('forward', mood));
    prepare(trainer);
    const before = stateOf(trainer);
    mood.left = 0;
    expect(() => trainer.reset()).toThrow('mine is broken');
    expect(stateOf(trainer)).toEqual(before);
    expect(() => trainer.newWeights()).toThrow('mine is broken');
    mood.mend();
    expect(stateOf(trainer)).toEqual(before);
    trainer.reset();
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0, status: 'idle', fault: null });
  });

  it('training on: where the way back needs the code as well, the last epoch remembered, as it was changed', () => {
    const mood = new Mood();
    const options = optionsOf('forward', mood);
    const trainer = createTrainer(options);
    const undisturbed = createTrainer(optionsOf('forward', new Mood()));
    // Of 80 epochs every second one is remembered.
    for (const run of [trainer, undisturbed]) {
      run.step('epoch', 80);
      run.setParameter('0.bias', 1, 0.5);
      run.set({ learningRate: 0.01 });
    }
    const changed = stateOf(trainer);
    mood.left = 2;
    expect(() => trainer.step('epoch', 3)).toThrow('mine is broken');
    expect(trainer.getSnapshot().fault?.during).toBe('training');
    expect(stateOf(trainer)).toEqual({ ...changed, status: 'paused' });
    mood.mend();
    trainer.step('epoch', 3);
    undisturbed.step('epoch', 3);
    expect(bits(trainer)).toBe(bits(undisturbed));
    expect(trainer.history).toEqual(undisturbed.history);
  });

  it('in a run so long that an epoch has no row: its numbers are known all the same', () => {
    const mood = new Mood();
    const trainer = createTrainer({
      ...optionsOf('forward', mood),
      points: 4,
      batchSize: 'full',
      learningRate: 0.001,
    });
    trainer.step('epoch', mostRows + 5);
    trainer.seek(1001);
    const before = stateOf(trainer);
    mood.left = 3;
    expect(() => trainer.seek(mostRows - 3)).toThrow('mine is broken');
    expect(stateOf(trainer)).toEqual(before);
    mood.left = 1;
    expect(() => trainer.step('epoch')).toThrow('mine is broken');
    const { epoch, loss } = trainer.getSnapshot();
    expect(epoch).toBeLessThanOrEqual(1001);
    mood.mend();
    expect(loss).toBe(trainer.loss.evaluate(trainer.model.predict(trainer.data.x), trainer.data.y));
  });
});
