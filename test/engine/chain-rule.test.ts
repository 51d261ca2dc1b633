// The lesson's first example, E = (k v)²: every factor of the chain rule, by the layers themselves.
import { describe, expect, it } from 'vitest';
import { Mul, Sequential, Square, checkGradients } from '../../src/engine';
import { expectClose, expectCloseData, reference } from './helpers';

describe.each(reference.chainRule)('E = (k v)² at k = $k, v = $v', (expected) => {
  const { k, v } = expected;

  it('computes forward layer by layer: M = k v, then E = M²', () => {
    const M = new Mul({ k }).forward([[v]]);
    expectClose(M, [[expected.M]]);
    expectClose(new Square().forward(M), [[expected.E]]);
  });

  it('multiplies the local derivatives on the way back', () => {
    const [mul, square] = [new Mul({ k }), new Square()];
    square.forward(mul.forward([[v]]));
    const dM = square.backward([[1]]);
    expectClose(dM, [[expected.dE_dM]]);
    expectClose(mul.backward(dM), [[expected.dE_dv]]);
    expectClose(mul.parameters()[0]!.grad, [expected.dE_dk]);
  });

  it('has in each layer the local derivative alone, for an incoming gradient of 1', () => {
    const mul = new Mul({ k });
    mul.forward([[v]]);
    expectClose(mul.backward([[1]]), [[expected.dM_dv]]);
    expectClose(mul.parameters()[0]!.grad, [expected.dM_dk]);
  });

  it('gives the same as one function made of both', () => {
    const model = new Sequential([new Mul({ k }), new Square()]);
    expectClose(model.forward([[v]]), [[expected.E]]);
    expectClose(model.backward([[1]]), [[expected.dE_dv]]);
    const [own] = model.parameters();
    expect(own!.name).toBe('0.k');
    expectClose(own!.grad, [expected.dE_dk]);
  });

  it('has the slope that a small step along v measures', () => {
    const model = new Sequential([new Mul({ k }), new Square()]);
    const E = (at: number) => model.predict([[at]]).data[0]!;
    const slope = (E(v + expected.eps) - E(v)) / expected.eps;
    expectCloseData([slope], [expected.slope]);
    // A step to one side overshoots by half the curvature times the step, 2k² / 2 · eps here.
    expect(slope - expected.dE_dv).toBeCloseTo(k * k * expected.eps, 8);
    expect(checkGradients(model, [[v]]).maxError).toBeLessThan(1e-7);
  });
});
