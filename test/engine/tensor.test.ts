// Tensors: in from nested arrays, out again, and no ragged ones.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  Arena,
  PancakeError,
  Tensor,
  findNonFinite,
  kernels,
  type TensorLike,
} from '../../src/engine';

describe('Tensor', () => {
  it('holds nested numbers row by row, and gives them back', () => {
    const tensor = Tensor.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(tensor.shape).toEqual([2, 3]);
    expect([...tensor.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tensor.size).toBe(6);
    expect(tensor.toArray()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(JSON.stringify(tensor)).toBe('[[1,2,3],[4,5,6]]');
  });

  it('may have any number of dimensions, none included', () => {
    expect(Tensor.from(7)).toMatchObject({ shape: [] });
    expect(Tensor.from(7).toArray()).toBe(7);
    expect(Tensor.from([]).shape).toEqual([0]);
    expect(Tensor.from([[[1], [2]]]).shape).toEqual([1, 2, 1]);
  });

  it('comes back as it was, whatever its shape', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shapes, (shape) => {
        const tensor = Tensor.zeros(shape);
        for (let i = 0; i < tensor.size; i++) tensor.data[i] = i;
        const back = Tensor.from(tensor.toArray());
        expect(back.shape).toEqual(shape);
        expect(back.data).toEqual(tensor.data);
      }),
      { seed: 3 },
    );
  });

  it('is itself when made from a tensor, and independent when cloned', () => {
    const tensor = Tensor.full([2], 1);
    expect(Tensor.from(tensor)).toBe(tensor);
    const copy = tensor.clone();
    copy.data[0] = 9;
    expect(tensor.toArray()).toEqual([1, 1]);
  });

  it.each([
    [[[1, 2], [3]], 'expected shape [2, 2], but found [3] at depth 1'],
    [[1, [2]], 'Tensor.from got [2] at entry 1; every entry must be a number'],
    [[[1], 2], 'expected shape [2, 1], but found 2 at depth 1'],
    [[1, '2'], 'Tensor.from got "2" at entry 1'],
    [[1, null], 'Tensor.from got null at entry 1'],
    ['text', 'Tensor.from got "text"'],
  ])('refuses what is ragged or no number: %j', (values, message) => {
    expect(() => Tensor.from(values as TensorLike)).toThrow(PancakeError);
    expect(() => Tensor.from(values as TensorLike)).toThrow(message);
  });

  it('refuses a shape that does not hold its numbers', () => {
    expect(() => new Tensor(new Float64Array(5), [2, 3])).toThrow(
      'Tensor of shape [2, 3] needs 6 numbers; got 5',
    );
    expect(() => new Tensor(new Float64Array(6), [-2, -3])).toThrow(
      'Tensor got the shape [-2, -3]; no length may be below 0',
    );
  });
});

describe.each(['plain', 'wasm'] as const)('findNonFinite with %s kernels', (name) => {
  afterEach(() => kernels.use('auto'));

  it('finds the first number that is not finite, wherever it stands', () => {
    kernels.use(name);
    for (const length of [1, 2, 3, 4, 5, 8, 11]) {
      const tensor = new Arena().tensor([length]);
      const { data } = tensor;
      const clean = Float64Array.from(data, (_, i) => (i % 2 ? -1e308 : 1e308));
      data.set(clean);
      expect(findNonFinite(tensor)).toBe(-1);
      for (let at = 0; at < length; at++) {
        for (const bad of [NaN, Infinity, -Infinity]) {
          data.set(clean);
          data[at] = bad;
          data[length - 1] = bad;
          expect(findNonFinite(tensor)).toBe(at);
        }
      }
    }
    expect(findNonFinite(Tensor.zeros([0]))).toBe(-1);
  });
});
