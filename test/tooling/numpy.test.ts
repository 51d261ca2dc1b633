// The NumPy beside the engine's code: it is run, and must give the engine's numbers.
import { describe, expect, it } from 'vitest';
import * as engine from '../../src/engine';
import type { CodeExcerpt } from '../../src/components/code/excerpt';
import { numpyOf } from '../../src/components/code/numpy';
import { fill } from '../engine/conformance';
import { Arr, runPython } from '../support/small-numpy';

const { Tensor } = engine;
type Numbers = engine.Tensor;

const toArr = ({ data, shape }: Numbers) => new Arr([...data], shape);

/** The body of a method, without its head. */
const bodyOf = ([method]: readonly CodeExcerpt[]) => {
  const lines = method!.lines.map(({ text }) => text);
  return lines.slice(lines.findIndex((text) => text.startsWith('def ')) + 1);
};

function expectSame(got: unknown, expected: Numbers | number) {
  const { data, shape } = got as Arr;
  const wanted = typeof expected === 'number' ? [expected] : [...expected.data];
  expect(shape).toEqual(typeof expected === 'number' ? [] : expected.shape);
  data.forEach((one, i) => expect(one).toBeCloseTo(wanted[i]!, 10));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the lines find under `self`: the options of the engine's object, by their Python names. */
const selfOf = (of: object) =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => [snake(name), new Arr([value as number], [])]),
  );

/** Puts the parameters and gradients of a layer under `self`; gives the gradients. */
function giveParameters(layer: engine.Layer, self: Record<string, unknown>, excerpt: CodeExcerpt) {
  const gradients: [Arr, Numbers][] = [];
  for (const { name, value, grad } of layer.parameters()) {
    for (const [place, tensor] of [
      [`parameter.${name}`, value],
      [`gradient.${name}`, grad],
    ] as const) {
      const written = Object.entries(excerpt.names).find(([, what]) => what === place)![0];
      const copy = toArr(tensor);
      self[written.replace('self.', '')] = copy;
      if (tensor === grad) gradients.push([copy, grad]);
    }
  }
  return gradients;
}

const layers: engine.Layer[] = [
  new engine.Linear(3, 2),
  new engine.Mul({ k: 0.7 }),
  ...engine.activationNames.map((name) => engine.createActivation(name)),
  new engine.LeakyReLU({ negativeSlope: 0.3 }),
  new engine.ELU({ alpha: 0.6 }),
  new engine.Softmax(),
  new engine.Dropout().train(false),
  new engine.LayerNorm(3),
  new engine.Residual(new engine.Sigmoid()),
  new engine.Features(engine.featureNames),
  new engine.Features(['x2', 'sinY']),
];

describe.each(layers.map((layer) => [layer.describe(), layer] as const))('%s', (_, layer) => {
  it('in NumPy gives what the engine gives, forward and backward', () => {
    const { forward, backward } = numpyOf(layer)!;
    for (const { value, grad } of layer.parameters()) {
      value.data.set(fill(value.shape, 3).data);
      // Not zero: what backward finds must be added to.
      grad.data.set(fill(grad.shape, 4).data);
    }
    const x = fill([4, layer.type === 'Features' ? 2 : 3], 1);
    const self: Record<string, unknown> = { ...selfOf(layer), training: new Arr([0], []) };
    const gradients = giveParameters(layer, self, backward![0]!);
    const inner = layer.children()[0];
    if (inner) {
      self['f'] = {
        compute_forward: ({ data, shape }: Arr) =>
          toArr(inner.forward(new Tensor(Float64Array.from(data), shape))),
        compute_backward: ({ data, shape }: Arr) =>
          toArr(inner.backward(new Tensor(Float64Array.from(data), shape))),
      };
    }
    const given = { x: toArr(x), points: toArr(x), self };
    expectSame(runPython(bodyOf(forward!), given), layer.forward(x));
    const dOut = fill(layer.forward(x).shape, 2);
    expectSame(runPython(bodyOf(backward!), { d_out: toArr(dOut), self }), layer.backward(dOut));
    gradients.forEach(([own, grad]) => expectSame(own, grad));
  });
});

const losses = (['mean', 'sum', 'none'] as const).flatMap((reduction) => [
  new engine.MeanSquaredError({ reduction }),
  new engine.Huber({ reduction, delta: 0.8 }),
  new engine.BinaryCrossEntropy({ reduction }),
  new engine.BinaryCrossEntropyWithLogits({ reduction }),
  new engine.CrossEntropy({ reduction }),
]);

describe.each(losses.map((loss) => [loss.describe(), loss] as const))('%s', (_, loss) => {
  it('in NumPy gives what the engine gives, forward and backward', () => {
    const { forward, backward } = numpyOf(loss)!;
    const classes = loss.type === 'CrossEntropy';
    const pred = fill(classes ? [4, 3] : [4, 1], 5);
    if (loss.type === 'BinaryCrossEntropy')
      pred.data.forEach((p, i) => (pred.data[i] = (p + 3) / 6));
    const target = classes ? Tensor.from([0, 2, 1, 2]) : Tensor.from([[1], [0], [0], [1]]);
    const self = selfOf(loss);
    const given = { pred: toArr(pred), target: toArr(target), self };
    expectSame(runPython(bodyOf(forward!), given), loss.forward(pred, target));
    expectSame(runPython(bodyOf(backward!), { self }), loss.backward());
  });
});

const parameter = (): engine.Parameter => ({
  name: 'w',
  value: fill([2, 3], 6),
  grad: fill([2, 3], 7),
});
const optimizers = [
  new engine.SGD([parameter()], { lr: 0.1 }),
  new engine.SGD([parameter()], { lr: 0.1, weightDecay: 0.2 }),
  new engine.SGD([parameter()], { lr: 0.1, momentum: 0.9, weightDecay: 0.2 }),
  new engine.SGD([parameter()], { lr: 0.1, momentum: 0.9, nesterov: true }),
  new engine.Adam([parameter()], { lr: 0.1 }),
  new engine.Adam([parameter()], { lr: 0.1, weightDecay: 0.2 }),
  new engine.AdamW([parameter()], { lr: 0.1 }),
  new engine.AdamW([parameter()], { lr: 0.1, weightDecay: 0 }),
  new engine.RMSProp([parameter()], { weightDecay: 0.2 }),
  new engine.RMSProp([parameter()], { momentum: 0.9 }),
  new engine.AdaGrad([parameter()], { weightDecay: 0.2 }),
];

describe.each(optimizers.map((one) => [one.type, one] as const))('%s', (_, optimizer) => {
  it('in NumPy takes the same three steps, and clears the same gradients', () => {
    const { step, zeroGrad } = numpyOf(optimizer)!;
    const { value, grad } = optimizer.parameters[0]!;
    const [w, g] = [toArr(value), toArr(grad)];
    const lists = /zip\((.*)\)/.exec(step![0]!.lines.map(({ text }) => text).join('\n'))![1]!;
    const self: Record<string, unknown> = {
      ...selfOf(optimizer),
      lr: new Arr([optimizer.lr], []),
      steps: new Arr([0], []),
      params: [w],
      grads: [g],
    };
    for (const name of lists.split(', ').slice(2)) {
      self[name.replace('self.', '')] = [new Arr(Array<number>(6).fill(0), [2, 3])];
    }
    for (let i = 0; i < 3; i++) {
      optimizer.step();
      runPython(bodyOf(step!), { self });
      expectSame(w, value);
    }
    optimizer.zeroGrad();
    runPython(bodyOf(zeroGrad!), { self });
    expectSame(g, grad);
  });
});

describe('the lines of all of them', () => {
  it('say what each remembers, computes and adds to', () => {
    for (const layer of layers) {
      const { forward, backward } = numpyOf(layer.type)!;
      const roles = (of: readonly CodeExcerpt[]) => of[0]!.lines.flatMap((line) => line.roles);
      expect(roles(forward!)).toContain('compute');
      expect(roles(backward!)).toContain('dIn');
      if (layer.type !== 'Residual') expect(roles(forward!)).toContain('remember');
      expect(roles(backward!).includes('accumulate')).toBe(
        layer.parameters().length > 0 || layer.type === 'Residual',
      );
    }
  });

  it('know nothing of what is not the engine’s', () => {
    expect(numpyOf('Cube')).toBeUndefined();
    expect(numpyOf('toString')).toBeUndefined();
  });
});
