// zeroGrad off: gradients add up from step to step, and a run repeats that to the bit.
import { describe, expect, it } from 'vitest';
import { Linear, Sequential, createTrainer, type Dataset, Tensor } from '../../src/engine-entry';

const one: Dataset = {
  x: Tensor.from([[1, -2]]),
  y: Tensor.from([[1]]),
  task: 'regression',
  classes: 0,
  name: 'one point',
} as unknown as Dataset;

const gradients = (trainer: ReturnType<typeof createTrainer>) =>
  trainer.model.parameters().flatMap(({ grad }) => Array.from(grad.data));
const weights = (trainer: ReturnType<typeof createTrainer>) =>
  trainer.model.parameters().flatMap(({ value }) => Array.from(value.data));

function still(zeroGrad: boolean | undefined) {
  // Weights that do not move have the same gradient in each step.
  return createTrainer({
    data: one,
    model: (rng) => new Sequential([new Linear(2, 1, { rng })]),
    loss: 'MeanSquaredError',
    learningRate: 0,
    ...(zeroGrad !== undefined && { zeroGrad }),
  });
}

describe('zeroGrad', () => {
  it('is on by default: each step has its own gradient', () => {
    const trainer = still(undefined);
    trainer.step('batch', 1);
    const first = gradients(trainer);
    trainer.step('batch', 4);
    expect(gradients(trainer)).toEqual(first);
  });

  it('off, adds up: after n steps the gradient is n times as large', () => {
    const trainer = still(false);
    trainer.step('batch', 1);
    const first = gradients(trainer);
    for (let n = 2; n <= 5; n++) {
      trainer.step('batch', 1);
      gradients(trainer).forEach((value, i) => expect(value).toBeCloseTo(n * first[i]!, 12));
    }
  });

  it('begins to add up with the first step without it, and heals with the first step with it', () => {
    const trainer = still(true);
    trainer.step('batch', 3);
    const first = gradients(trainer);
    trainer.set({ zeroGrad: false });
    trainer.step('batch', 1);
    expect(gradients(trainer)).toEqual(first);
    trainer.step('batch', 2);
    gradients(trainer).forEach((value, i) => expect(value).toBeCloseTo(3 * first[i]!, 12));
    trainer.set({ zeroGrad: true });
    trainer.step('batch', 1);
    expect(gradients(trainer)).toEqual(first);
    expect(trainer.marks.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'zeroGrad off',
      'zeroGrad on',
    ]);
  });

  it.each(['SGD', 'Adam'] as const)(
    'is repeated to the bit when the run goes back: %s',
    (optimizer) => {
      const trainer = createTrainer({
        data: 'circles',
        model: [2, 6, 1],
        optimizer,
        learningRate: 0.001,
        batchSize: 32,
        seed: 3,
      });
      trainer.step('epoch', 4);
      trainer.set({ zeroGrad: false });
      trainer.step('epoch', 9);
      const then = { weights: weights(trainer), gradients: gradients(trainer) };
      trainer.step('epoch', 5);
      const later = { weights: weights(trainer), gradients: gradients(trainer) };
      trainer.seek(13);
      expect({ weights: weights(trainer), gradients: gradients(trainer) }).toEqual(then);
      trainer.seek(2);
      trainer.seek(18);
      expect({ weights: weights(trainer), gradients: gradients(trainer) }).toEqual(later);
    },
  );

  it('a step that was begun and dropped leaves nothing in the sum', () => {
    const options = {
      data: 'circles',
      model: [2, 4, 1],
      zeroGrad: false,
      learningRate: 0.01,
      batchSize: 32,
    } as const;
    const [whole, dropped] = [createTrainer(options), createTrainer(options)];
    whole.step('epoch', 2);
    dropped.step('epoch', 2);
    dropped.step('layer', 6);
    const { name, value } = dropped.model.parameters()[0]!;
    // Setting a weight, to what it is, drops the step at hand.
    dropped.setParameter(name, 0, value.data[0]!);
    whole.step('epoch', 2);
    dropped.step('epoch', 2);
    expect(weights(dropped)).toEqual(weights(whole));
    expect(gradients(dropped)).toEqual(gradients(whole));
  });

  it('off, makes the loss swing, and on again ends that, as the lesson says', () => {
    const options = {
      data: 'circles',
      model: [2, 6, 1],
      activation: 'Tanh',
      learningRate: 0.2,
      seed: 2,
    } as const;
    const trainer = createTrainer(options);
    trainer.step('epoch', 40);
    const before = trainer.getSnapshot().loss;
    trainer.set({ zeroGrad: false });
    const off = Array.from({ length: 10 }, () => {
      trainer.step('epoch');
      return trainer.getSnapshot().loss;
    });
    expect(Math.min(...off)).toBeGreaterThan(before);
    expect(Math.max(...off)).toBeGreaterThan(3 * before);
    const changes = off.map((loss, i) => loss - (off[i - 1] ?? before));
    expect(changes.filter((change) => change > 0.05).length).toBeGreaterThan(3);
    expect(changes.filter((change) => change < -0.05).length).toBeGreaterThan(3);
    trainer.set({ zeroGrad: true });
    trainer.step('epoch', 10);
    expect(trainer.getSnapshot().loss).toBeLessThan(before);
  });

  it('is followed by a rehearsal', () => {
    const trainer = createTrainer({
      data: 'circles',
      model: [2, 4, 1],
      zeroGrad: false,
      learningRate: 0.01,
    });
    trainer.step('batch', 3);
    const rehearsed = trainer.rehearse();
    trainer.step('batch', 1);
    const after = rehearsed.parameters.flatMap((one) => Array.from(one.after!.data));
    expect(after).toEqual(weights(trainer));
  });

  it('is true or false', () => {
    expect(() => createTrainer({ zeroGrad: 'no' as never })).toThrow(
      'zeroGrad is "no"; it must be true or false',
    );
  });
});
