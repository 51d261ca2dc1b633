// Types of the engine and the trainer, compiled by `npm run typecheck`.
import {
  BinaryCrossEntropy,
  Layer,
  Linear,
  ReLU,
  SGD,
  Sequential,
  Tensor,
  createRng,
  createTrainer,
  datasets,
  fromPoints,
  split,
  toJSON,
  toPyTorch,
  trace,
  type Dataset,
  type Rng,
  type Snapshot,
  type Trace,
} from 'react-pancake/engine';
import { expectTypeOf } from 'vitest';

const rng = createRng(1);
expectTypeOf(rng).toEqualTypeOf<Rng>();
// @ts-expect-error a seed is a number
createRng('one');

const model = new Sequential([new Linear(2, 4, { rng }), new ReLU(), new Linear(4, 1, { rng })]);
expectTypeOf(model.forward([[1, 2]])).toEqualTypeOf<Tensor>();
// @ts-expect-error numbers, not their digits
model.forward([['1', '2']]);
new Linear(2, 4, {
  rng,
  // @ts-expect-error no such option
  biases: false,
});
// @ts-expect-error layers, not their names
new Sequential(['ReLU']);

// What a loss gives depends on its reduction.
expectTypeOf(new BinaryCrossEntropy().forward([[0.5]], [[1]])).toEqualTypeOf<number>();
const each = new BinaryCrossEntropy({ reduction: 'none' });
expectTypeOf(each.forward([[0.5]], [[1]])).toEqualTypeOf<Tensor>();
// @ts-expect-error mean, sum or none
new BinaryCrossEntropy({ reduction: 'max' });

new SGD(model, {
  lr: 0.1,
  // @ts-expect-error camelCase
  weight_decay: 0.1,
});

// A reader's own layer has a forward and a backward.
class Double extends Layer {
  forward(x: Tensor) {
    return x;
  }
  backward(dOut: Tensor) {
    return dOut;
  }
}
expectTypeOf<Double>().toExtend<Layer>();
// @ts-expect-error the backward is missing
export class Half extends Layer {
  forward(x: Tensor) {
    return x;
  }
}

expectTypeOf(datasets.moons({ n: 100, noise: 0.1, seed: 1 })).toEqualTypeOf<Dataset>();
// @ts-expect-error no such data set
void datasets.suns;
expectTypeOf(fromPoints([{ x: 0, y: 1, label: 1 }])).toEqualTypeOf<Dataset>();
split(
  datasets.xor(),
  // @ts-expect-error a ratio
  '80%',
  1,
);
expectTypeOf(trace(model, Tensor.from([[1, 2]]))).toEqualTypeOf<Trace>();

const trainer = createTrainer({
  model: (random) => new Sequential([new Linear(2, 1, { rng: random })]),
});
expectTypeOf(trainer.getSnapshot()).toEqualTypeOf<Snapshot>();
trainer.step('epoch', 3);
// @ts-expect-error a layer, a batch or an epoch
trainer.step('day');
trainer.set({
  // @ts-expect-error a number, or all
  batchSize: 'half',
});
expectTypeOf(toPyTorch(trainer)).toBeString();
expectTypeOf(toJSON(model)).toBeObject();
// @ts-expect-error a model alone does not say how it is trained
toPyTorch(model);
