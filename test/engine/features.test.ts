// The feature layer: its formulas, its derivative, and what it says of names that make no sense.
import { describe, expect, it } from 'vitest';
import {
  Features,
  PancakeError,
  Sequential,
  checkGradients,
  createRng,
  featureFormula,
  featureNames,
  fromJSON,
  toJSON,
} from '../../src/engine';
import { fill } from './conformance';
import { expectCloseData } from './helpers';

describe('Features', () => {
  it('computes what its formulas say', () => {
    const [x, y] = [1.3, -0.7];
    const layer = new Features(featureNames);
    const { data, shape } = layer.forward([[x, y]]);
    expect(shape).toEqual([1, 7]);
    expectCloseData(data, [x, y, x * x, y * y, x * y, Math.sin(x), Math.sin(y)]);
    expect(featureNames.map(featureFormula).join(' ')).toBe('x y x² y² xy sin x sin y');
    expect(layer.describe()).toBe('Features(x, y, x², y², xy, sin x, sin y)');
    expect(layer.formula).toBe('(x, y) ↦ (x, y, x², y², xy, sin x, sin y)');
  });

  it('differentiates each of them', () => {
    for (const name of featureNames) {
      expect(checkGradients(new Features([name]), fill([5, 2], 3)).ok, name).toBe(true);
    }
    expect(checkGradients(new Features(featureNames), fill([5, 2], 4)).ok).toBe(true);
  });

  it('takes names as people write them', () => {
    expect(new Features(['X', 'x²', 'y^2', 'x*y', 'sin(x)', 'sin Y']).names).toEqual([
      'x',
      'x2',
      'y2',
      'xy',
      'sinX',
      'sinY',
    ]);
  });

  it('is saved and read back', () => {
    const model = new Sequential([new Features(['y', 'xy'])]);
    expect(fromJSON(toJSON(model)).describe()).toBe(model.describe());
  });

  it('does not draw parameters', () => {
    const layer = new Features(['x']);
    layer.initialize(createRng(1));
    expect(layer.parameters()).toEqual([]);
  });

  it.each([
    [[], /needs at least one of x, y, x2/],
    [['z'], /feature is "z"; it must be one of x, y/],
    [['x', 'x'], /got "x" twice/],
  ])('complains about %j', (names, message) => {
    expect(() => new Features(names)).toThrow(PancakeError);
    expect(() => new Features(names)).toThrow(message);
  });

  it('complains about points that are not (x, y)', () => {
    expect(() => new Features(['x']).forward([[1, 2, 3]])).toThrow(
      'Features(x) got an input of shape [1, 3]; its last dimension must be 2',
    );
  });
});
