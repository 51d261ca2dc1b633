// The trace against the layers' own forward and backward.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  Layer,
  LayerNorm,
  Linear,
  Mul,
  PancakeError,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Softmax,
  Square,
  Tensor,
  createRng,
  sampleOf,
  trace,
  type TensorLike,
} from '../../src/engine';
import { expectClose, reference } from './helpers';

const rng = () => createRng(5);
const network = () => {
  const random = rng();
  return new Sequential([
    new Linear(2, 4, { rng: random }),
    new ReLU(),
    new Sequential([new Linear(4, 3, { rng: random }), new Sigmoid()]),
    new Softmax(),
  ]);
};

describe('a trace', () => {
  it('keeps its numbers when the input changes', () => {
    for (const x of [Tensor.from([1, 2]), Tensor.from([[1, 2]])]) {
      const [step] = trace(new Square(), x);
      x.data.fill(9);
      expect(step!.input.toArray()).toEqual([[1, 2]]);
      expect(step!.output.toArray()).toEqual([[1, 4]]);
    }
  });

  it('has one slope a number for the layers that work number by number, and a table for others', () => {
    const kindOf = (layer: Layer) => trace(layer, [1, 2, 3])[0]!.local.kind;
    for (const layer of [new ReLU(), new Mul(), new Dropout()]) {
      expect(kindOf(layer)).toBe('elementwise');
    }
    for (const layer of [new Linear(3, 3), new Softmax(), new LayerNorm(3)]) {
      expect(kindOf(layer)).toBe('jacobian');
    }
  });

  it.each(reference.chainRule)('has every factor of E = (k v)² at k = $k, v = $v', (expected) => {
    const [mul, square] = trace(new Sequential([new Mul({ k: expected.k }), new Square()]), [
      expected.v,
    ]);
    expectClose(mul!.output, [[expected.M]]);
    expectClose(square!.output, [[expected.E]]);
    expectClose(square!.gradOut, [[1]]);
    expectClose(square!.local.value, [[expected.dE_dM]]);
    expectClose(square!.gradIn, [[expected.dE_dM]]);
    expectClose(mul!.gradOut, [[expected.dE_dM]]);
    expectClose(mul!.local.value, [[expected.dM_dv]]);
    expectClose(mul!.gradIn, [[expected.dE_dv]]);
    expectClose(mul!.parameters[0]!.added, [expected.dE_dk]);
  });

  it('is the layers’ own way forward and back, with nested layers in their order', () => {
    const model = network();
    const x = [[0.4, -1.2]];
    const dOut = [[1, -2, 0.5]];
    const steps = trace(model, x, dOut);
    expect(steps.map(({ path, description }) => [path, description])).toEqual([
      ['0', 'Linear(2, 4)'],
      ['1', 'ReLU'],
      ['2.0', 'Linear(4, 3)'],
      ['2.1', 'Sigmoid'],
      ['3', 'Softmax'],
    ]);
    expect(steps.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(steps.at(-1)!.output.toArray()).toEqual(model.forward(x).toArray());
    expect(steps[0]!.gradIn.toArray()).toEqual(model.backward(dOut).toArray());
    for (const [i, step] of steps.entries()) {
      if (i > 0) {
        expect(step.input.toArray()).toEqual(steps[i - 1]!.output.toArray());
        expect(steps[i - 1]!.gradOut.toArray()).toEqual(step.gradIn.toArray());
      }
    }
    const added = steps.flatMap(({ path, parameters }) =>
      parameters.map(({ name, added: tensor }) => [`${path}.${name}`, tensor.toArray()]),
    );
    expect(added).toEqual(model.parameters().map(({ name, grad }) => [name, grad.toArray()]));
  });

  it('has a slope for each entry where entries stand alone, and a full matrix elsewhere', () => {
    const steps = trace(network(), [[0.4, -1.2]], [[1, -2, 0.5]]);
    expect(steps.map(({ local }) => local.kind)).toEqual([
      'jacobian',
      'elementwise',
      'jacobian',
      'elementwise',
      'jacobian',
    ]);
    const [linear] = steps;
    expect(linear!.local.value.toArray()).toEqual(linear!.parameters[0]!.value.toArray());
    for (const { local, gradOut, gradIn } of steps) {
      const { data, shape } = local.value;
      const chained = Array.from(gradIn.data, (_, i) =>
        local.kind === 'elementwise'
          ? data[i]! * gradOut.data[i]!
          : gradOut.data.reduce((sum, g, o) => sum + g * data[o * shape[1]! + i]!, 0),
      );
      expectClose([chained], gradIn);
    }
  });

  it('says what each layer remembers for the way back', () => {
    const steps = trace(network(), [[0.4, -1.2]]);
    const remembered = steps.map(({ remembers }) => remembers.map(({ name }) => name));
    expect(remembered).toEqual([['input'], ['input'], ['input'], ['output'], ['output']]);
    expect(steps[0]!.remembers[0]!.value.toArray()).toEqual([[0.4, -1.2]]);
    expect(steps[3]!.remembers[0]!.value.toArray()).toEqual(steps[3]!.output.toArray());
  });

  it('tells what this sample adds, whatever the gradients held before', () => {
    const model = network();
    const added = () =>
      trace(model, [[0.4, -1.2]]).flatMap(({ parameters }) =>
        parameters.map((own) => own.added.toArray()),
      );
    const clean = added();
    for (const { grad } of model.parameters()) grad.fill(100);
    expect(added()).toEqual(clean);
  });

  it('takes a gradient of ones where none is given', () => {
    const steps = trace(network(), [[0.4, -1.2]]);
    expect(steps.at(-1)!.gradOut.toArray()).toEqual([[1, 1, 1]]);
  });

  it('disturbs neither the memory nor the gradients of the model', () => {
    const model = network();
    const batch = Tensor.from([
      [1, 2],
      [-1, 0.5],
    ]);
    model.forward(batch);
    model.backward([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    const before = model.parameters().map(({ grad }) => grad.toArray());
    trace(model, [[3, 3]]);
    expect(model.parameters().map(({ grad }) => grad.toArray())).toEqual(before);
    const again = model.backward([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(again.shape).toEqual([2, 2]);
    model.parameters().forEach(({ grad }, i) => {
      const doubled = Tensor.from(before[i]!).data.map((value) => 2 * value);
      expectClose(grad, new Tensor(doubled, grad.shape));
    });
  });

  it('gives copies: what happens to the model later does not change it', () => {
    const model = network();
    const steps = trace(model, [[0.4, -1.2]]);
    const numbers = () =>
      JSON.stringify(steps.map(({ layer: _, ...rest }) => Object.values<unknown>(rest)));
    const before = numbers();
    trace(model, [[2, 2]]);
    model.forward([[3, 3]]);
    model.backward([[1, 1, 1]]);
    for (const { value } of model.parameters()) value.fill(0);
    expect(numbers()).toBe(before);
    // Not even what the layers remember is shared with the trace.
    const tensors = steps.flatMap(({ output, remembers }) => [
      output,
      ...remembers.map(({ value }) => value),
    ]);
    expect(new Set(tensors).size).toBe(tensors.length);
  });

  it('takes a residual block as one step', () => {
    const model = new Sequential([new Residual(new Linear(2, 2, { rng: rng() }))]);
    const [step] = trace(model, [[1, -1]]);
    expect(step!.description).toBe('Residual(Linear(2, 2))');
    expect(step!.output.toArray()).toEqual(model.forward([[1, -1]]).toArray());
    expect(step!.parameters.map(({ name }) => name)).toEqual(['inner.weight', 'inner.bias']);
  });

  it('follows a reader’s own layer', () => {
    class Cube extends Layer {
      input?: Tensor;
      forward(x: TensorLike): Tensor {
        this.input = Tensor.from(x);
        return new Tensor(
          this.input.data.map((v) => v * v * v),
          this.input.shape,
        );
      }
      backward(dOut: TensorLike): Tensor {
        const { data } = Tensor.from(dOut);
        return new Tensor(
          this.input!.data.map((v, i) => 3 * v * v * data[i]!),
          this.input!.shape,
        );
      }
    }
    const [step] = trace(new Sequential([new Cube()]), [[2, -1]]);
    expect(step!.output.toArray()).toEqual([[8, -1]]);
    expect(step!.remembers).toMatchObject([{ name: 'input' }]);
    expect(step!.local).toMatchObject({ kind: 'jacobian' });
    expect(step!.local.value.toArray()).toEqual([
      [12, 0],
      [0, 3],
    ]);
  });

  it('follows a batch: each row as it would go alone, and what it adds to each gradient', () => {
    const model = network();
    const random = createRng(3);
    const draw = (columns: number) =>
      Array.from({ length: 4 }, () => Array.from({ length: columns }, () => random.normal()));
    const [x, dOut] = [draw(2), draw(3)];
    const batch = trace(model, x, dOut);
    for (const sample of [0, 1, 2, 3]) {
      const alone = trace(model, x[sample]!, dOut[sample]);
      alone.forEach((one, i) => {
        const step = batch[i]!;
        for (const key of ['input', 'output', 'gradOut', 'gradIn'] as const) {
          expect(sampleOf(step[key], sample)).toEqual(one[key]);
        }
        const slopes = sampleOf(step.local.value, sample);
        expect([...slopes.data]).toEqual([...one.local.value.data]);
        one.parameters.forEach(({ added, shares }, p) => {
          expect(shares).toEqual([added]);
          expect(step.parameters[p]!.shares[sample]).toEqual(added);
        });
      });
    }
    for (const { parameters } of batch) {
      for (const { added, shares } of parameters) {
        const sums = added.data.map((_, i) => shares.reduce((sum, { data }) => sum + data[i]!, 0));
        expectClose(new Tensor(sums, added.shape), added.toArray());
      }
    }
    model.zeroGrad();
    model.forward(x);
    model.backward(dOut);
    const added = batch.flatMap(({ parameters }) => parameters.map((parameter) => parameter.added));
    expect(added).toEqual(model.parameters().map(({ grad }) => grad.clone()));
  });

  it('refuses a gradient that does not fit', () => {
    expect(() => trace(network(), [[1, 2]], [[1], [2]])).toThrow(
      'it must have the shape of the output, [1, 3]',
    );
  });

  it('refuses what a reader’s layer returns if it is no tensor or does not fit', () => {
    class Odd extends Layer {
      constructor(private readonly results: { forward?: unknown; backward?: unknown }) {
        super();
      }
      forward(x: TensorLike): Tensor {
        return 'forward' in this.results ? (this.results.forward as Tensor) : Tensor.from(x);
      }
      backward(): Tensor {
        return this.results.backward as Tensor;
      }
    }
    expect(() => trace(new Odd({ forward: undefined }), [[1, 2]])).toThrow(
      new PancakeError('Odd: forward returned undefined; it must return a Tensor'),
    );
    expect(() => trace(new Odd({ backward: [[1, 2]] }), [[1, 2]])).toThrow(
      new PancakeError('Odd: backward returned [[1,2]]; it must return a Tensor'),
    );
    expect(() => trace(new Odd({ backward: Tensor.zeros([2]) }), [[1, 2]])).toThrow(
      'Odd: backward returned a gradient of shape [2]; it must have the shape of the input, [1, 2]',
    );
  });
});
