// Changing a model's shape while it trains: what did not change is kept, bit for bit.
import { describe, expect, it } from 'vitest';
import {
  GELU,
  LayerNorm,
  LeakyReLU,
  Linear,
  PancakeError,
  Sequential,
  Sigmoid,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';

const options: TrainerOptions = { data: 'moons', points: 40, model: [2, 3, 4, 1], seed: 5 };

function trained(given = options, epochs = 3): Trainer {
  const trainer = createTrainer(given);
  trainer.step('epoch', epochs);
  return trainer;
}

/** A parameter as rows of numbers. */
function rows(trainer: Trainer, name: string): number[][] {
  const { value } = trainer.model.parameters().find((parameter) => parameter.name === name)!;
  const table = value.toArray() as number[] | number[][];
  return table.map((row) => (Array.isArray(row) ? row : [row]));
}

describe('the architecture', () => {
  it('describes layers as a person sees them', () => {
    expect(createTrainer({ ...options, activation: ['Tanh', 'ReLU'] }).architecture).toEqual({
      features: null,
      inputs: 2,
      hidden: [
        { units: 3, activation: 'Tanh', dropout: 0, place: 0, activationPlace: 1 },
        { units: 4, activation: 'ReLU', dropout: 0, place: 2, activationPlace: 3 },
      ],
      outputs: 1,
      outputPlace: 4,
    });
  });

  it('knows features, dropout, layers without activation, and a model without hidden layers', () => {
    const rich = createTrainer({
      ...options,
      model: [3, 5, 1],
      features: ['x', 'y2', 'sinX'],
      dropout: 0.2,
    });
    expect(rich.architecture).toMatchObject({
      features: ['x', 'y2', 'sinX'],
      inputs: 3,
      hidden: [{ units: 5, dropout: 0.2, place: 1, activationPlace: 2 }],
      outputPlace: 4,
    });
    const plain = createTrainer({
      ...options,
      model: (rng) =>
        new Sequential([new Linear(2, 3, { rng }), new Linear(3, 1, { rng }), new Sigmoid()]),
    });
    expect(plain.architecture!.hidden).toEqual([
      { units: 3, activation: null, dropout: 0, place: 0, activationPlace: 0 },
    ]);
    expect(createTrainer({ ...options, model: [2, 1] }).architecture!.hidden).toEqual([]);
  });

  it('is null for a model of other layers, which says so when it is to be changed', () => {
    const trainer = createTrainer({
      ...options,
      model: (rng) =>
        new Sequential([
          new Linear(2, 3, { rng }),
          new LayerNorm(3),
          new Linear(3, 1, { rng }),
          new Sigmoid(),
        ]),
    });
    expect(trainer.architecture).toBeNull();
    expect(() => trainer.reshape({ kind: 'addNeuron', layer: 0 })).toThrow(
      /this model is Sequential\(Linear\(2, 3\), LayerNorm\(3\)/,
    );
  });
});

describe('reshape keeps', () => {
  it('all weights but those of a new neuron', () => {
    const trainer = trained();
    const before = ['0.weight', '0.bias', '2.weight', '2.bias', '4.weight', '4.bias'].map((name) =>
      rows(trainer, name),
    );
    const { epoch, step } = trainer.now;
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    expect(trainer.now).toMatchObject({ epoch, step, status: 'paused' });
    const [w0, b0, w2, b2, w4, b4] = before;
    expect(rows(trainer, '0.weight').slice(0, 3)).toEqual(w0);
    expect(rows(trainer, '0.bias').slice(0, 3)).toEqual(b0);
    expect(rows(trainer, '0.weight')).toHaveLength(4);
    expect(rows(trainer, '2.weight').map((row) => row.slice(0, 3))).toEqual(w2);
    expect(rows(trainer, '2.bias')).toEqual(b2);
    expect(rows(trainer, '4.weight')).toEqual(w4);
    expect(rows(trainer, '4.bias')).toEqual(b4);
    expect(trainer.options.model).toEqual([2, 4, 4, 1]);
  });

  it('all weights but those of a neuron that goes', () => {
    const trainer = trained();
    const [w0, w2] = [rows(trainer, '0.weight'), rows(trainer, '2.weight')];
    trainer.reshape({ kind: 'removeNeuron', layer: 0, unit: 1 });
    expect(rows(trainer, '0.weight')).toEqual([w0[0], w0[2]]);
    expect(rows(trainer, '2.weight')).toEqual(w2.map(([a, , c]) => [a, c]));
  });

  it('the layers on both sides of a new one', () => {
    const trainer = trained();
    const [w0, b2, w4] = ['0.weight', '2.bias', '4.weight'].map((name) => rows(trainer, name));
    trainer.reshape({ kind: 'addLayer', at: 1, units: 5, activation: 'Tanh' });
    expect(trainer.options.model).toEqual([2, 3, 5, 4, 1]);
    expect(trainer.options.activation).toEqual(['ReLU', 'Tanh', 'ReLU']);
    expect(rows(trainer, '0.weight')).toEqual(w0);
    expect(rows(trainer, '4.bias')).toEqual(b2);
    expect(rows(trainer, '6.weight')).toEqual(w4);
  });

  it('the layers on both sides of one that goes', () => {
    const trainer = trained();
    const [w0, b4] = [rows(trainer, '0.weight'), rows(trainer, '4.bias')];
    trainer.reshape({ kind: 'removeLayer', at: 1 });
    expect(rows(trainer, '0.weight')).toEqual(w0);
    expect(rows(trainer, '2.bias')).toEqual(b4);
    expect(trainer.options.model).toEqual([2, 3, 1]);
  });

  it('every weight when an activation or the dropout changes', () => {
    const trainer = trained();
    const before = trainer.model.parameters().map(({ value }) => value.toArray());
    trainer.reshape({ kind: 'setActivation', layer: 1, activation: 'Sin' });
    trainer.set({ dropout: 0.3, learningRate: 0.05 });
    expect(trainer.architecture!.hidden).toMatchObject([
      { activation: 'ReLU', dropout: 0.3 },
      { activation: 'Sin', dropout: 0.3 },
    ]);
    expect(trainer.options).toMatchObject({ dropout: 0.3, learningRate: 0.05 });
    expect(trainer.model.parameters().map(({ value }) => value.toArray())).toEqual(before);
    expect(trainer.now.epoch).toBe(3);
  });

  it('the weights of the features that stay', () => {
    const trainer = trained();
    const w0 = rows(trainer, '0.weight');
    trainer.reshape({ kind: 'setFeatures', features: ['y', 'xy'] });
    expect(rows(trainer, '1.weight').map(([y]) => y)).toEqual(w0.map(([, y]) => y));
    const withY = rows(trainer, '1.weight');
    trainer.reshape({ kind: 'setFeatures', features: ['xy', 'y', 'x'] });
    expect(trainer.architecture!.features).toEqual(['x', 'y', 'xy']);
    expect(rows(trainer, '1.weight').map(([, y, xy]) => [y, xy])).toEqual(withY);
  });

  it('the options of the layers, and a model of one’s own', () => {
    const trainer = trained({
      ...options,
      model: (rng) =>
        new Sequential([
          new Linear(2, 3, { rng }),
          new LeakyReLU({ negativeSlope: 0.3 }),
          new Linear(3, 3, { rng }),
          new GELU(),
          new Linear(3, 1, { rng }),
          new Sigmoid(),
        ]),
    });
    trainer.reshape({ kind: 'addNeuron', layer: 1 });
    expect(trainer.model.describe()).toBe(
      'Sequential(Linear(2, 3), LeakyReLU, Linear(3, 4), GELU, Linear(4, 1), Sigmoid)',
    );
    expect((trainer.model.layers[1] as LeakyReLU).negativeSlope).toBe(0.3);
    expect(trainer.options.model).toBe(trainer.model);
  });
});

describe('after a reshape', () => {
  it('the run goes on, and reset goes back to the weights that did not change', () => {
    const trainer = createTrainer(options);
    const start = rows(trainer, '0.weight');
    trainer.step('epoch', 3);
    trainer.reshape({ kind: 'addNeuron', layer: 1 });
    const { loss } = trainer.now;
    trainer.step('epoch', 30);
    expect(trainer.now.loss).toBeLessThan(loss);
    trainer.reset();
    expect(trainer.now.epoch).toBe(0);
    expect(rows(trainer, '0.weight')).toEqual(start);
    expect(trainer.model.describe()).toContain('Linear(3, 5)');
  });

  it('an earlier epoch has its own model, and the way forward the new one', () => {
    const trainer = trained();
    const old = trainer.model;
    trainer.reshape({ kind: 'addLayer', at: 2 });
    const changed = trainer.model;
    trainer.step('epoch', 2);
    const loss = trainer.now.loss;
    trainer.seek(2);
    expect(trainer.model).toBe(old);
    expect(trainer.options.model).toEqual([2, 3, 4, 1]);
    trainer.step('epoch', 3);
    expect(trainer.model).toBe(changed);
    expect(trainer.now).toMatchObject({ epoch: 5, loss });
  });

  it('the run keeps as many models as fit, and says where they begin', () => {
    const trainer = createTrainer({ ...options, points: 8 });
    for (let i = 0; i < 40; i++) {
      trainer.step('epoch');
      trainer.reshape({ kind: 'setDropout', p: i % 2 ? 0 : 0.5 });
    }
    const { firstEpoch } = trainer.getSnapshot();
    expect(firstEpoch).toBe(9);
    trainer.seek(firstEpoch);
    expect(() => trainer.seek(firstEpoch - 1)).toThrow(
      /its last 32 models, which begin at epoch 9/,
    );
  });

  it.each([
    [{ kind: 'addLayer', at: 4 } as const, /at = 4; it must be a place from 0 to 2/],
    [{ kind: 'addLayer', at: 0, units: 0 } as const, /units = 0/],
    [{ kind: 'removeLayer', at: 2 } as const, /layer 2; the model has 2 hidden layers/],
    [{ kind: 'removeNeuron', layer: 0, unit: 3 } as const, /unit 3; layer 0 has 3 neurons/],
    [{ kind: 'setFeatures', features: [] } as const, /at least one of x, y/],
    [{ kind: 'setDropout', p: 1 } as const, /Dropout got p = 1/],
  ])('%j makes no sense, says so and changes nothing', (change, message) => {
    const trainer = trained();
    const { model } = trainer;
    const { history } = trainer;
    expect(() => trainer.reshape(change)).toThrow(PancakeError);
    expect(() => trainer.reshape(change)).toThrow(message);
    expect(trainer.model).toBe(model);
    expect(trainer.history).toEqual(history);
  });
});

describe('a change of the model that lies ahead', () => {
  it('comes again when the run goes on, and not when something was changed before it', () => {
    for (const change of [
      null,
      (trainer: Trainer) => trainer.set({ learningRate: 0.3 }),
      (trainer: Trainer) => trainer.setParameter('0.bias', 0, 1),
    ]) {
      const trainer = createTrainer(options);
      const before = trainer.model.describe();
      trainer.step('epoch', 2);
      trainer.reshape({ kind: 'addNeuron', layer: 0 });
      const after = trainer.model.describe();
      trainer.step('epoch', 2);
      trainer.seek(1);
      change?.(trainer);
      expect(trainer.model.describe()).toBe(before);
      trainer.step('epoch', 3);
      expect(trainer.now.epoch).toBe(4);
      expect(trainer.model.describe()).toBe(change ? before : after);
    }
    expect(() => createTrainer(options).seek(-1)).toThrow(
      'seek got -1; it must be a whole number from 0 to 0, the epochs so far',
    );
  });
});

describe('undoReshape', () => {
  const bits = (trainer: Trainer) => trainer.model.parameters().map(({ value }) => [...value.data]);

  it('gives back the model before, to the bit, and its loss', () => {
    const trainer = trained();
    const [before, loss] = [bits(trainer), trainer.now.loss];
    trainer.reshape({ kind: 'removeNeuron', layer: 1, unit: 0 });
    trainer.step('epoch', 4);
    trainer.undoReshape();
    expect(bits(trainer)).toEqual(before);
    expect(trainer.now).toMatchObject({ epoch: 3, loss });
    expect(trainer.history.map((entry) => entry.epoch)).toEqual([0, 1, 2, 3]);
    expect(trainer.history[3]!.loss).toBe(loss);
    expect(trainer.marks).toEqual([]);
    expect(trainer.branches.at(-1)!.curves.length).toBe(8);
    const twin = trained(options, 5);
    trainer.step('epoch', 2);
    expect(bits(trainer)).toEqual(bits(twin));
  });

  it('leaves the models before it to be gone back to, and nothing of the one taken back', () => {
    const trainer = createTrainer(options);
    const shapes: string[] = [];
    for (let change = 0; change < 3; change++) {
      shapes.push(trainer.model.describe());
      trainer.step('epoch', 2);
      trainer.reshape({ kind: 'addNeuron', layer: 0 });
    }
    trainer.step('epoch');
    trainer.undoReshape();
    expect(trainer.now.epoch).toBe(6);
    for (const [epoch, shape] of [
      [0, shapes[0]],
      [1, shapes[0]],
      [2, shapes[1]],
      [4, shapes[2]],
      [6, shapes[2]],
    ] as const) {
      trainer.seek(epoch);
      expect(trainer.model.describe()).toBe(shape);
    }
    trainer.step('epoch', 3);
    expect(trainer.now.epoch).toBe(9);
    expect(trainer.model.describe()).toBe(shapes[2]);
    trainer.seek(3);
    expect(trainer.model.describe()).toBe(shapes[1]);
  });

  it('takes back one change after the other, also before the first step', () => {
    const trainer = createTrainer(options);
    const shapes = [trainer.model.describe()];
    for (const at of [0, 1, 2]) {
      trainer.reshape({ kind: 'addLayer', at });
      shapes.push(trainer.model.describe());
    }
    while (trainer.canUndoReshape) {
      expect(trainer.model.describe()).toBe(shapes.pop());
      trainer.undoReshape();
    }
    expect(shapes).toEqual([trainer.model.describe()]);
    trainer.undoReshape();
    expect(trainer.model.describe()).toBe(shapes[0]);
  });
});

describe('gradients', () => {
  it('are those of the loss over all data, and disturb nothing', () => {
    const trainer = trained();
    const twin = trained();
    trainer.step('layer', 3);
    twin.step('layer', 3);
    const gradients = trainer.gradients();
    trainer.model.parameters().forEach(({ value }, p) => {
      const { data } = value;
      const loss = () =>
        trainer.loss.evaluate(trainer.model.predict(trainer.data.x), trainer.data.y);
      for (let i = 0; i < data.length; i++) {
        const here = data[i]!;
        data[i] = here + 1e-5;
        const above = loss();
        data[i] = here - 1e-5;
        const below = loss();
        data[i] = here;
        expect(gradients[p]![i]).toBeCloseTo((above - below) / 2e-5, 5);
      }
    });
    trainer.step('epoch', 2);
    twin.step('epoch', 2);
    expect(trainer.now.loss).toBe(twin.now.loss);
  });
});

describe('setParameter', () => {
  it('goes on from the number that was set', () => {
    const trainer = trained();
    const twin = trained();
    trainer.setParameter('2.weight', 5, 1.5);
    expect(rows(trainer, '2.weight')[1]![2]).toBe(1.5);
    twin.model.parameters()[2]!.value.data[5] = 1.5;
    trainer.step('epoch');
    twin.step('epoch');
    expect(trainer.now.loss).toBe(twin.now.loss);
  });

  it('before the first step, is what reset goes back to; later, reset undoes it', () => {
    const trainer = createTrainer(options);
    trainer.setParameter('0.bias', 0, 2);
    trainer.step('epoch');
    trainer.setParameter('0.bias', 1, 3);
    trainer.reset();
    expect(rows(trainer, '0.bias').flat()).toEqual([
      2,
      ...rows(createTrainer(options), '0.bias').flat().slice(1),
    ]);
  });

  it('lets a run that diverged go on', () => {
    const trainer = createTrainer({ data: 'plane', model: [2, 1], learningRate: 1e6 });
    trainer.step('epoch', 50);
    expect(trainer.now.status).toBe('diverged');
    trainer.set({ learningRate: 0.01 });
    trainer.setParameter('0.weight', 0, 0);
    expect(trainer.now.status).toBe('paused');
  });

  it.each([
    ['9.weight', 0, 1, /got the name "9.weight"; the model has 0.weight, 0.bias/],
    ['0.weight', 6, 1, /place 6; 0.weight has places from 0 to 5/],
    ['0.weight', 0, NaN, /value NaN; it must be a finite number/],
  ] as const)('complains about %s at %d set to %d', (name, place, value, message) => {
    const trainer = trained();
    expect(() => trainer.setParameter(name, place, value)).toThrow(message);
  });

  it('refuses a number with which the loss is not finite, and changes nothing', () => {
    const trainer = trained({ data: 'plane', model: [2, 1], learningRate: 0.01 });
    const before = rows(trainer, '0.weight');
    expect(() => trainer.setParameter('0.weight', 0, 1e300)).toThrow(/MeanSquaredError/);
    expect(rows(trainer, '0.weight')).toEqual(before);
  });
});
