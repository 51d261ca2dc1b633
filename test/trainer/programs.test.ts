// The programs that runs are exported as. Real NumPy and PyTorch run them where they are found, and
// what they print is the run's own history; without Python, their numbers are read back.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  AdamW,
  Huber,
  Linear,
  Loss,
  PancakeError,
  ReLU,
  Residual,
  SGD,
  Sequential,
  Softplus,
  Square,
  Tensor,
  createRng,
  createTrainer,
  datasets,
  toNumPy,
  toPyTorch,
  type Dataset,
  type Trainer,
} from '../../src/engine-entry';
import { activationNames } from '../../src/engine';
import { programCases, type ProgramCase } from '../support/programs';

const runner = fileURLToPath(new URL('../reference/run_programs.py', import.meta.url));

function python(args: string[], input?: string) {
  return spawnSync('python3', args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
}
const has = (module: string) =>
  python(['-c', `import importlib.util as u; exit(u.find_spec('${module}') is None)`]).status === 0;

function run(programs: Record<string, string>): Record<string, string> {
  const { stdout, stderr, status } = python([runner], JSON.stringify(programs));
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

type Losses = [epoch: number, loss: number][];

function read(printed: string): Losses {
  if (printed.startsWith('error')) throw new Error(printed);
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, epoch, loss] = /^epoch (\d+): loss (\S+)$/.exec(line)!;
      return [Number(epoch), Number(loss)];
    });
}

/** The losses that a run measures, from where its program begins. */
function lossesOf({ trainer, currentWeights }: ProgramCase): Losses {
  const first = currentWeights ? trainer.getSnapshot().epoch : 0;
  const missing = first + 10 - trainer.history.length;
  if (missing > 0) trainer.step('epoch', missing);
  return trainer.history.slice(first, first + 10).map(({ epoch, loss }) => [epoch, loss]);
}

function expectSame(got: Losses, expected: Losses, name: string, compared = expected.length) {
  expect(
    got.map(([epoch]) => epoch),
    name,
  ).toEqual(expected.map(([epoch]) => epoch));
  const far = got.slice(0, compared).map(([, loss], i) => Math.abs(loss - expected[i]![1]));
  expect(Math.max(...far), name).toBeLessThan(1e-9);
}

/** A training loop written out, for a model without a trainer. */
function trainByHand(model: Sequential, data: Dataset, orders: number[][], batch: number): Losses {
  const loss = new Huber({ reduction: 'sum', delta: 0.7 });
  const optimizer = new AdamW(model, { lr: 0.02 });
  const measure = () => loss.evaluate(model.predict(data.x), data.y);
  const rowsOf = ({ data: values, shape }: Tensor, rows: number[]) =>
    Tensor.from(rows.map((row) => [...values.subarray(row * shape[1]!, (row + 1) * shape[1]!)]));
  const losses: Losses = [[0, measure()]];
  orders.forEach((order, epoch) => {
    for (let at = 0; at < order.length; at += batch) {
      const rows = order.slice(at, at + batch);
      optimizer.zeroGrad();
      loss.forward(model.forward(rowsOf(data.x, rows)), rowsOf(data.y, rows));
      model.backward(loss.backward());
      optimizer.step();
    }
    losses.push([epoch + 1, measure()]);
  });
  return losses;
}

const regression = () => {
  const rng = createRng(4);
  const model = new Sequential([
    new Linear(2, 5, { rng }),
    new Softplus(),
    new Linear(5, 1, { rng }),
  ]);
  const data = datasets.sine({ n: 30, seed: 2 });
  const orders = Array.from({ length: 9 }, () =>
    rng.shuffle(Array.from({ length: 30 }, (_, row) => row)),
  );
  return { model, data, orders };
};

const writers = [
  ['NumPy', 'numpy', toNumPy],
  ['PyTorch', 'torch', toPyTorch],
] as const;

describe.each(writers)('run in %s', (_, module, write) => {
  it('every program of a run prints the run’s own losses, and no warning', (context) => {
    if (!has(module)) context.skip(`python3 with ${module} is not on this machine`);
    const cases = programCases();
    const programs = Object.entries(cases).map(([name, { trainer, currentWeights }]) => [
      name,
      write(trainer, { currentWeights }),
    ]);
    const printed = run(Object.fromEntries(programs) as Record<string, string>);
    for (const [name, one] of Object.entries(cases)) {
      expectSame(read(printed[name]!), lossesOf(one), name, one.onlyFirst ? 1 : 10);
    }
  });

  it('the program of a model without a trainer prints what a loop written by hand measures', (context) => {
    if (!has(module)) context.skip(`python3 with ${module} is not on this machine`);
    const { model, data, orders } = regression();
    const loss = new Huber({ reduction: 'sum', delta: 0.7 });
    const optimizer = new AdamW(model, { lr: 0.02 });
    const whole = { loss, optimizer, batchSize: 8 };
    const shuffled = write(model, { data, ...whole, orders });
    const inOrder = write(model, { data, ...whole, epochs: 4 });
    const printed = run({ shuffled, inOrder });
    const expected = trainByHand(regression().model, data, orders, 8);
    expectSame(read(printed['shuffled']!), expected, 'shuffled');
    const rows = Array.from({ length: 30 }, (_, row) => row);
    const plain = trainByHand(regression().model, data, [rows, rows, rows], 8);
    expectSame(read(printed['inOrder']!), plain, 'in order');
  });
});

/** The list that begins after a text in a program, as numbers. */
function listAfter(program: string, text: string): unknown {
  const start = program.indexOf(text);
  expect(start, text).toBeGreaterThan(0);
  const from = start + text.length;
  let [depth, end] = [0, from];
  do {
    if (program[end] === '[') depth++;
    if (program[end] === ']') depth--;
    end++;
  } while (depth > 0);
  // JSON reads Python's lists once the last commas are gone; −0.0 stays what it is.
  return JSON.parse(program.slice(from, end).replace(/,\s*\]/g, ']'));
}
const flat = (value: unknown): number[] => [value].flat(Infinity) as number[];

describe.each(writers)('a program in %s', (_, module, write) => {
  const array = module === 'torch' ? 'torch.tensor(' : 'np.array(';
  const valuesIn = (program: string, trainer: Trainer) =>
    trainer.model
      .parameters()
      .map(({ name }) =>
        flat(listAfter(program, `"${name}": ${module === 'torch' ? 'torch.tensor(' : ''}`)),
      );

  it.each(Object.entries(programCases()))(
    'of the run “%s” holds its points, weights and orders to the last bit',
    (_name, { trainer, currentWeights }) => {
      const program = write(trainer, { currentWeights });
      expect(flat(listAfter(program, `x = ${array}`))).toEqual([...trainer.data.x.data]);
      expect(flat(listAfter(program, `y = ${array}`))).toEqual([...trainer.data.y.data]);
      if (!currentWeights) trainer.reset();
      expect(valuesIn(program, trainer)).toEqual(
        trainer.model.parameters().map(({ value }) => [...value.data]),
      );
      const points = trainer.data.x.shape[0]!;
      const isShuffled =
        trainer.options.shuffle !== false && trainer.rehearse().rows.length < points;
      expect(program.includes('orders = [')).toBe(isShuffled);
      if (!isShuffled) return;
      const orders = listAfter(program, 'orders = ') as number[][];
      expect(orders).toHaveLength(9);
      for (const order of orders) {
        const taken: number[] = [];
        while (taken.length < order.length) {
          taken.push(...trainer.rehearse().rows);
          trainer.step('batch');
        }
        expect(taken).toEqual(order);
      }
    },
  );

  it('holds numbers of any size, and the sign of zero', () => {
    const trainer = createTrainer({ data: 'simple', model: [2, 1] });
    trainer.setParameter('0.weight', 0, 5e-324);
    trainer.setParameter('0.weight', 1, -0);
    trainer.setParameter('0.bias', 0, -4.5e21);
    const program = write(trainer);
    expect(valuesIn(program, trainer)).toEqual([[5e-324, -0], [-4.5e21]]);
    expect(program).toContain('[5e-324, -0.0]');
  });

  it('keeps its lines short and its end clean', () => {
    for (const { trainer, currentWeights } of Object.values(programCases())) {
      const program = write(trainer, { currentWeights });
      for (const line of program.split('\n')) {
        expect(line.length, line).toBeLessThanOrEqual(100);
        expect(line).toBe(line.trimEnd());
      }
      expect(program).toMatch(/[^\n]\n$/);
      expect(program).not.toMatch(/undefined|NaN|\[object|\n\n\n\n/);
    }
  });

  it('says what it is, how large, and what it prints', () => {
    const trainer = createTrainer({ data: 'moons', points: 60, model: [2, 6, 1], seed: 3 });
    const program = write(trainer);
    expect(program).toContain(
      'Model: Sequential(Linear(2, 6), ReLU, Linear(6, 1), Sigmoid); 25 parameters.',
    );
    expect(program).toContain('Data: 48 points, two classes.');
    expect(program).toContain('They are those of the page');
    expect(write(trainer, { epochs: 3 }).replaceAll('\n', ' ')).toContain('each epoch up to 2.');
    trainer.set({ dropout: 0.5 });
    expect(write(trainer)).toContain('Dropout draws its own random numbers');
  });

  it('prints as many losses as asked, with an order for each epoch', () => {
    const trainer = createTrainer({ data: 'moons', points: 60, model: [2, 6, 1] });
    expect(listAfter(write(trainer, { epochs: 4 }), 'orders = ')).toHaveLength(3);
    const one = write(trainer, { epochs: 1 });
    expect(one).not.toContain('orders');
    expect(one).not.toContain('for epoch');
    expect(() => write(trainer, { epochs: 0 })).toThrow(/epochs = 0; it must be a whole number/);
  });

  it('can begin with the weights of this moment', () => {
    const trainer = createTrainer({ data: 'moons', points: 60, model: [2, 6, 1] });
    const before = write(trainer);
    trainer.step('epoch', 5);
    expect(write(trainer)).toBe(before);
    const program = write(trainer, { currentWeights: true });
    expect(program).toContain('after epoch 5');
    expect(program).toContain('print(f"epoch 5: loss');
    expect(valuesIn(program, trainer)).toEqual(
      trainer.model.parameters().map(({ value }) => [...value.data]),
    );
    expect(valuesIn(program, trainer)).not.toEqual(valuesIn(before, trainer));
  });

  it('says so where the memory of the optimizer is left behind', () => {
    const trainer = createTrainer({ data: 'moons', points: 60, optimizer: 'Adam' });
    trainer.step('epoch', 2);
    expect(write(trainer, { currentWeights: true })).toContain(
      'Adam begins here without the memory',
    );
    expect(write(trainer)).not.toContain('without the memory');
  });

  it('does not disturb the run', () => {
    const [trainer, other] = [0, 1].map(() => createTrainer({ points: 60 })) as [Trainer, Trainer];
    for (const one of [trainer, other]) one.step('batch', 7);
    write(trainer);
    write(trainer, { currentWeights: true });
    for (const one of [trainer, other]) one.step('epoch', 3);
    expect(trainer.history).toEqual(other.history);
  });
});

describe('a program in NumPy', () => {
  it('has the classes that the run uses, and no others', () => {
    const classesOf = (model: Sequential) =>
      [
        ...toNumPy(model, { data: datasets.plane({ n: 4 }), optimizer: 'RMSProp' }).matchAll(
          /^class (\w+)/gm,
        ),
      ].map(([, name]) => name);
    const model = new Sequential([new Linear(2, 1), new Residual(new Sequential([new Square()]))]);
    expect(classesOf(model).sort()).toEqual([
      'Function',
      'Linear',
      'MeanSquaredError',
      'RMSProp',
      'Residual',
      'Sequential',
      'Square',
    ]);
  });

  it('needs NumPy only', () => {
    for (const activation of activationNames) {
      const imported = toNumPy(createTrainer({ activation })).matchAll(/^(?:import|from) (\w+)/gm);
      for (const [, name] of imported) expect(['numpy', 'math']).toContain(name);
    }
  });
});

describe('a program in PyTorch', () => {
  it('writes modules only for what PyTorch lacks', () => {
    const program = toPyTorch(
      createTrainer({ activation: 'Sin', features: ['x', 'xy'], model: [2, 3, 1] }),
    );
    expect([...program.matchAll(/^class (\w+)/gm)].map(([, name]) => name)).toEqual([
      'Features',
      'Sin',
    ]);
    expect(toPyTorch(createTrainer({ activation: 'GELU' }))).not.toContain('class ');
  });

  it('uses PyTorch’s classes for loss, optimizer and schedule, with their options', () => {
    const program = toPyTorch(
      createTrainer({
        data: 'sine',
        loss: new Huber({ delta: 0.5 }),
        optimizer: 'RMSProp',
        optimizerOptions: { momentum: 0.4, weightDecay: 0.1 },
        schedule: { name: 'step', stepSize: 20, gamma: 0.3 },
      }),
    );
    expect(program).toContain('criterion = nn.HuberLoss(delta=0.5)');
    expect(program).toContain(
      'torch.optim.RMSprop(\n    model.parameters(),\n    lr=0.01,\n    momentum=0.4,\n    alpha=0.99,\n    eps=1e-8,\n    weight_decay=0.1,\n)',
    );
    expect(program).toContain('lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.3)');
  });
});

class Cube extends ReLU {
  override get type() {
    return 'Cube';
  }
}
class Halved extends SGD {}
class Stranger extends Loss<'mean'> {
  type = 'Stranger';
  formula = '';
  tasks = ['binary'] as const;
  protected each() {}
  protected eachSlope() {}
}

describe.each([
  ['toNumPy', toNumPy],
  ['toPyTorch', toPyTorch],
] as const)('%s complains about', (name, write) => {
  const data = datasets.simple();
  const model = () => new Sequential([new Linear(2, 1)]);
  const withLoss = { data, loss: 'BinaryCrossEntropyWithLogits' } as const;

  it.each<[string, () => string, RegExp]>([
    [
      'a layer of one’s own',
      () =>
        write(
          new Sequential([new Linear(2, 1), new Sequential([new Residual(new Cube())])]),
          withLoss,
        ),
      /cannot write Cube at place 1\.0\.0, which is not one of this package's.* write yours in Python there/,
    ],
    [
      'an optimizer of one’s own',
      () => write(createTrainer({ optimizer: (of) => new Halved(of, { lr: 1 }) })),
      /cannot write the optimizer SGD, which is not one of this package's/,
    ],
    [
      'a loss of one’s own',
      () => write(createTrainer({ loss: new Stranger() })),
      /cannot write the loss Stranger/,
    ],
    ['a model without data', () => write(model(), {} as never), /got data = undefined/],
    [
      'nothing',
      () => write(undefined as never),
      /got undefined; it takes a trainer, or a Sequential/,
    ],
    [
      'a layer alone',
      () => write(new Linear(2, 1) as unknown as Sequential, withLoss),
      /got an object of type Linear; it takes a trainer/,
    ],
    [
      'nothing to train',
      () =>
        write(new Sequential([new Square()]), { data: { ...data, y: data.x, task: 'regression' } }),
      /which has no parameters/,
    ],
    ['a batch of no points', () => write(model(), { ...withLoss, batchSize: 0 }), /batchSize = 0/],
    [
      'losses one by one',
      () =>
        write(model(), { data: datasets.plane({ n: 3 }), loss: new Huber({ reduction: 'none' }) }),
      /the reduction 'none'/,
    ],
    [
      'orders for too few epochs',
      () => write(model(), { ...withLoss, batchSize: 2, orders: [[0, 1, 2, 3]] }),
      /got orders for 1 epochs; 10 losses need 9/,
    ],
    [
      'a row that is not there',
      () => write(model(), { ...withLoss, epochs: 2, batchSize: 2, orders: [[0, 1, 2, 4]] }),
      /got the row 4 in orders\[0\]; the data has rows 0 to 3/,
    ],
    [
      'a schedule that makes no sense',
      () => write(model(), { ...withLoss, schedule: { name: 'step', stepSize: 0 } }),
      /stepSize = 0/,
    ],
    [
      'a model that does not fit the data',
      () => write(new Sequential([new Linear(3, 1)]), withLoss),
      /last dimension must be 3/,
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(PancakeError);
    expect(make).toThrow(message);
    if (!/data|row|schedule/.test(_)) expect(make).toThrow(name);
  });
});
