// Numerical slopes: their error shrinks as promised, and everything is put back.
import { describe, expect, it } from 'vitest';
import { checkGradients, numericalSlope, Linear, ReLU, Sequential, Tensor } from '../../src/engine';
import { isAtKink } from '../../src/engine/difference';
import reference from '../reference/chain-rule.json';

/** v³, whose slope is 3 v². */
function cube(v: number) {
  const data = Float64Array.of(7, v);
  return { data, objective: () => data[1]! * data[1]! * data[1]! };
}

function errorOf(kind: 'forward' | 'central', eps: number): number {
  const { data, objective } = cube(2);
  return Math.abs(numericalSlope(objective, data, 1, eps, kind) - 12);
}

describe('a numerical slope', () => {
  it('is the one of the lesson', () => {
    const { k, v, eps, slope } = reference[0]!;
    const data = Float64Array.of(v);
    const measured = numericalSlope(() => k * data[0]! * (k * data[0]!), data, 0, eps);
    expect(measured).toBe(slope);
    expect(measured.toFixed(5)).toBe('21.00025');
  });

  it('is off by a tenth when a forward ε is a tenth, and by a hundredth when a central one is', () => {
    for (const eps of [1e-1, 1e-2, 1e-3]) {
      expect(errorOf('forward', eps) / errorOf('forward', eps / 10)).toBeCloseTo(10, 0);
    }
    for (const eps of [1e-1, 1e-2]) {
      expect(errorOf('central', eps) / errorOf('central', eps / 10)).toBeCloseTo(100, 0);
      expect(errorOf('central', eps)).toBeLessThan(errorOf('forward', eps));
    }
  });

  it('loses its digits to rounding as ε gets tiny', () => {
    for (const kind of ['forward', 'central'] as const) {
      expect(errorOf(kind, 1e-12)).toBeGreaterThan(
        1e3 * errorOf(kind, kind === 'forward' ? 1e-8 : 1e-5),
      );
    }
  });

  it('puts the number back, even if the objective throws', () => {
    for (const kind of ['forward', 'central'] as const) {
      const { data, objective } = cube(0.1);
      numericalSlope(objective, data, 1, 1e-3, kind);
      expect([...data]).toEqual([7, 0.1]);
      let calls = 0;
      const failing = () => {
        if (++calls === 2) throw new Error('too large');
        return 0;
      };
      expect(() => numericalSlope(failing, data, 1, 1e-3, kind)).toThrow('too large');
      expect([...data]).toEqual([7, 0.1]);
    }
  });
});

describe('a kink', () => {
  const relu = (v: number) => {
    const data = Float64Array.of(v);
    return { data, objective: () => 3 * Math.max(0, data[0]!) };
  };
  const isKink = (v: number) => {
    const { data, objective } = relu(v);
    const found = isAtKink(objective, data, 0, 1e-5);
    expect(data[0]).toBe(v);
    return found;
  };

  it('is seen where it lies within ε, and nowhere else', () => {
    expect([0, 4e-6, -9e-6].map(isKink)).toEqual([true, true, true]);
    expect([2e-5, -2e-5, 1].map(isKink)).toEqual([false, false, false]);
  });

  it('is not seen in what only bends', () => {
    const { data, objective } = cube(2);
    for (const eps of [1e-1, 1e-3, 1e-5, 1e-8, 1e-12]) {
      expect(isAtKink(objective, data, 1, eps), String(eps)).toBe(false);
    }
  });
});

describe('what the gradient check thinks of an error', () => {
  const line = (w: number, b: number) => {
    const linear = new Linear(1, 1);
    linear.weight.data[0] = w;
    linear.bias.data[0] = b;
    return new Sequential([linear, new ReLU()]);
  };
  const verdicts = (model: Sequential, x: number, eps?: number) =>
    checkGradients(model, [[x]], { dOut: [[1]], ...(eps && { eps }) }).entries.map(
      ({ verdict }) => verdict,
    );

  it('tells a kink from a mistake', () => {
    expect(verdicts(line(2, -2), 1)).toEqual(['kink', 'kink', 'kink']);
    expect(verdicts(line(2, -1), 1)).toEqual(['agrees', 'agrees', 'agrees']);
    // The kink lies within this ε, but not at the number.
    expect(verdicts(line(2, -1.99), 1, 0.1)).toEqual(['kink', 'kink', 'kink']);
  });

  it('tells an ε that measures badly from a mistake', () => {
    const model = line(2, -0.3);
    expect(verdicts(model, 0.7, 1e-12)).toContain('epsilon');
    expect(verdicts(model, 0.7, 1e-12)).not.toContain('wrong');
    expect(verdicts(model, 0.7, 1e-5)).toEqual(['agrees', 'agrees', 'agrees']);
  });

  it('checks only the numbers that it is asked for', () => {
    const model = new Sequential([new Linear(3, 4)]);
    const asked: [string, number][] = [];
    const { entries } = checkGradients(model, Tensor.full([2, 3], 0.5), {
      entries: (name, size) => {
        asked.push([name, size]);
        return name === '0.weight' ? [5, 11] : [];
      },
    });
    expect(asked).toEqual([
      ['input', 6],
      ['0.weight', 12],
      ['0.bias', 4],
    ]);
    expect(entries.map(({ name, index }) => [name, index])).toEqual([
      ['0.weight', [1, 2]],
      ['0.weight', [3, 2]],
    ]);
    const at = (place: number) => checkGradients(model, [[1, 2, 3]], { entries: () => [place] });
    for (const none of [12, 3, -1, 0.5]) {
      expect(() => at(none)).toThrow(
        `checkGradients got the place ${none} for input; it must be a whole number from 0 to 2`,
      );
    }
    expect(at(0).ok).toBe(true);
  });
});
