// What a reader holds of a model is live, and stays; what nobody holds is given back.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Adam,
  Linear,
  MeanSquaredError,
  NonFiniteError,
  ReLU,
  Sequential,
  Square,
  Tanh,
  Tensor,
  createRng,
  createTrainer,
  kernels,
  type Layer,
  type Trainer,
} from '../../src/engine-entry';
import { cases } from '../support/long';

const both = ['wasm', 'plain'] as const;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Lets everything go that nobody can reach, and whoever waits for that do his work. */
async function cleanUp(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    collect();
    await new Promise(setImmediate);
  }
}

/** One epoch, written out as in the lesson. */
function trainByHand(seed: number): void {
  const rng = createRng(seed);
  const model = new Sequential([
    new Linear(2, 64, { rng }),
    new Tanh(),
    new Linear(64, 64, { rng }),
    new ReLU(),
    new Linear(64, 1, { rng }),
  ]);
  const loss = new MeanSquaredError();
  const optimizer = new Adam(model, { lr: 0.01 });
  for (const rows of [10, 10, 7]) {
    optimizer.zeroGrad();
    loss.forward(model.forward(Tensor.full([rows, 2], 0.5)), Tensor.full([rows, 1], 1));
    model.backward(loss.backward());
    optimizer.step();
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  kernels.use('auto');
});

describe.each(both)('what a reader holds, with %s kernels', (name) => {
  beforeEach(() => kernels.use(name));

  /** What a trainer does with one and the same model. */
  const actions: [string, (trainer: Trainer) => unknown][] = [
    ['training', (trainer) => trainer.step('epoch', 5)],
    ['bigger batches', (trainer) => (trainer.set({ batchSize: 'full' }), trainer.step('epoch', 2))],
    ['a big picture', (trainer) => trainer.predict(Tensor.full([20_000, 2], 0.3))],
    ['another optimizer', (trainer) => (trainer.set({ optimizer: 'Adam' }), trainer.step('epoch'))],
    ['a step of a layer', (trainer) => trainer.step('layer', 3)],
    ['a trace', (trainer) => trainer.trace(3)],
    ['going back', (trainer) => trainer.seek(3)],
    ['other data', (trainer) => (trainer.newData(), trainer.step('epoch'))],
    ['starting over', (trainer) => trainer.reset()],
  ];

  it('of parameters and gradients stays the live array through all of a run', () => {
    const trainer = createTrainer({ seed: 1 });
    const { model } = trainer;
    const held = model.parameters().map(({ value, grad }) => [value.data, grad.data] as const);
    const lengths = held.map(([value]) => value.length);
    for (const [action, perform] of actions) {
      perform(trainer);
      expect(trainer.model, action).toBe(model);
      model.parameters().forEach(({ value, grad }, i) => {
        expect(value.data === held[i]![0] && grad.data === held[i]![1], action).toBe(true);
      });
      expect(
        held.map(([value]) => value.length),
        action,
      ).toEqual(lengths);
      expect(
        held.map(([, grad]) => grad.length),
        action,
      ).toEqual(lengths);
      const before = trainer.predict([[1, 1]]).toArray();
      held[held.length - 1]![0][0]! += 0.5;
      expect(trainer.predict([[1, 1]]).toArray(), action).not.toEqual(before);
    }
  });

  it('of results stays what it was, when the layers that computed them are gone', async () => {
    const results = range(30).map((n) => new Square().forward([[n]]));
    await cleanUp();
    const others = range(60).map(() => new Square());
    for (const other of others) other.forward([[1000]]);
    expect(results.map(({ data }) => data[0])).toEqual(range(30).map((n) => n * n));
  });

  it('of a result stays what it was, until the same layer has another', () => {
    const layer = new Square();
    const result = layer.forward([[1], [2], [3]]);
    for (const other of [new Square(), new Square()]) {
      for (const rows of [1, 2, 3, 4, 5, 6, 7, 8]) other.forward(Tensor.full([rows, 1], 10));
    }
    for (const rows of [1, 3, 4, 8]) layer.predict(Tensor.full([rows, 1], 10));
    expect(result.toArray()).toEqual([[1], [4], [9]]);
    expect(layer.forward([[4], [5], [6]]).toArray()).toEqual([[16], [25], [36]]);
  });

  it('of an optimizer’s memory stays what it was, when the run goes on with another', async () => {
    const trainer = createTrainer({ optimizer: 'Adam' });
    trainer.step('epoch', 3);
    const { m } = trainer.optimizer.memoryOf(0);
    const before = m!.toArray();
    trainer.seek(1);
    await cleanUp();
    trainer.seek(0);
    trainer.step('epoch', 1);
    expect(m!.toArray()).toEqual(before);
  });
});

describe.each(both)('a number that is none, with %s kernels', (name) => {
  /** Writes NaN to the last place. */
  const spoil = (tensor: Tensor): Tensor => {
    tensor.data[tensor.size - 1] = NaN;
    return tensor;
  };
  class Output extends Linear {
    override forward(x: Tensor) {
      return spoil(super.forward(x));
    }
  }
  class Input extends ReLU {
    override forward(x: Tensor) {
      return super.forward(spoil(x));
    }
  }
  class Gradient extends ReLU {
    override backward(dOut: Tensor) {
      return spoil(super.backward(dOut));
    }
  }
  const x = Tensor.full([3, 3], 1);
  const blamed = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof NonFiniteError) return error.layer;
    }
    throw new Error('nobody was blamed');
  };
  beforeEach(() => kernels.use(name));

  it('is found where a reader’s own layer wrote it', () => {
    const stack = (own: Layer) => new Sequential([new Linear(3, 3), own, new ReLU()]);
    expect(blamed(() => stack(new Output(3, 3)).forward(x))).toBe('1');
    expect(blamed(() => new Sequential([stack(new Output(3, 3))]).forward(x))).toBe('0.1');
    const model = stack(new Gradient());
    expect(blamed(() => model.backward(model.forward(x)))).toBe('1');
    expect(() => stack(new Input()).forward(x)).toThrow(NonFiniteError);
  });

  it('is found where it was written to a result', () => {
    const [first, second] = [new Linear(3, 3), new ReLU()];
    expect(() => second.forward(spoil(first.forward(x)))).toThrow(NonFiniteError);
    const model = new Sequential([first, second]);
    const loss = new MeanSquaredError();
    for (const own of [first, model]) {
      expect(blamed(() => loss.forward(spoil(own.forward(x)), x))).toBe('loss');
    }
    loss.forward(model.forward(x), x);
    expect(() => model.backward(spoil(loss.backward()))).toThrow(NonFiniteError);
  });
});

describe('memory', () => {
  /** Counts the bytes that are asked for from here on. */
  function count(): () => number {
    const { WebAssembly } = globalThis;
    let bytes = 0;
    const value = function (wanted: WebAssembly.MemoryDescriptor) {
      bytes += 65536 * wanted.initial;
      return new WebAssembly.Memory(wanted);
    };
    vi.stubGlobal('WebAssembly', Object.create(WebAssembly, { Memory: { value } }));
    return () => bytes;
  }

  it('does not grow with the number of batch sizes', () => {
    const bytes = count();
    const rng = createRng(1);
    const model = new Sequential([
      new Linear(2, 32, { rng }),
      new Tanh(),
      new Linear(32, 1, { rng }),
    ]);
    const loss = new MeanSquaredError();
    for (let rows = 1; rows <= 500; rows++) {
      const x = Tensor.full([rows, 2], rows / 100);
      loss.forward(model.forward(x), Tensor.full([rows, 1], 1));
      model.backward(loss.backward());
      model.predict(Tensor.full([3 * rows, 2], 0.5));
    }
    // All of these sizes at once would take more than 400 MiB.
    expect(bytes()).toBeLessThanOrEqual(64 * 2 ** 20);
  });

  it('of a run that starts over and over is used again', async () => {
    const bytes = count();
    const trainer = createTrainer({ model: [2, 32, 32, 1], optimizer: 'Adam' });
    for (let i = 0; i < cases(1000, 400); i++) {
      trainer.step('batch', 2);
      trainer.reset();
      if (i % 25 === 0) await cleanUp();
    }
    // The optimizers’ memory alone is 20 KiB each time.
    expect(bytes()).toBeLessThanOrEqual(4 * 2 ** 20);
  });

  it.each<[string, (seed: number) => unknown]>([
    ['a trainer', (seed) => createTrainer({ points: 40, seed }).step('epoch')],
    ['hand', (seed) => trainByHand(seed)],
  ])('of many models that are made by %s, trained and dropped is given back', async (_, make) => {
    const count = cases(500, 250);
    const used = async (from: number) => {
      for (let seed = from; seed < from + count; seed++) {
        make(seed);
        if (seed % 25 === 0) await cleanUp();
      }
      await cleanUp();
      const { rss, external, heapUsed } = process.memoryUsage();
      return { rss, external, heapUsed };
    };
    const first = await used(0);
    const second = await used(count);
    // Each takes at least 160 KiB; were a part of them kept, it would be seen.
    for (const what of ['rss', 'external', 'heapUsed'] as const) {
      expect(second[what] - first[what], what).toBeLessThan(count * 64 * 2 ** 10);
    }
  });
});
