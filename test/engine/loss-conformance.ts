// What every loss must do, as tests that are run for each of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NonFiniteError,
  PancakeError,
  Sequential,
  Tensor,
  checkGradients,
  type Loss,
  type Reduction,
} from '../../src/engine';
import { runs } from './conformance';
import { expectClose, reference, type ReducedLoss } from './helpers';

export interface LossToTest {
  /** The loss's kind, as in its `type` and in the reference file. */
  type: string;
  make: <R extends Reduction = 'mean'>(reduction?: R) => Loss<R>;
  /** A batch of this size that the loss can judge. */
  batch: (size: number, seed: number) => { pred: Tensor; target: Tensor };
  /** What `toPrediction` makes of a model's output. */
  prediction: (output: Tensor) => number[];
}

/** Runs a loss through all that is asked of every loss. */
export function describeLoss({ type, make, batch, prediction }: LossToTest): void {
  const cases = reference.losses.filter(({ loss }) => loss === type);

  describe(type, () => {
    it('names itself', () => {
      expect(make().type).toBe(type);
      expect(make().describe()).toBe(type);
      expect(make('sum').describe()).toBe(`${type}(sum)`);
      expect(make().tasks.length).toBeGreaterThan(0);
      expect(make().formula).toMatch(/\w/);
    });

    it.each(['none', 'sum', 'mean'] as const)(
      'gives the reference numbers under %s',
      (reduction) => {
        expect(cases.length).toBeGreaterThan(0);
        for (const one of cases) {
          const loss = make(reduction);
          const expected: ReducedLoss = one[reduction];
          expectClose(loss.forward(one.pred, one.target), expected.value);
          expectClose(loss.backward(), expected.dPred);
        }
      },
    );

    it('averages unless told otherwise', () => {
      const { pred, target } = batch(3, 1);
      expect(make().reduction).toBe('mean');
      expect(make().forward(pred, target)).toBeCloseTo(
        make('sum').forward(pred, target) / target.size,
        12,
      );
    });

    it.each(['sum', 'mean'] as const)(
      'has the derivative that its own numbers show, under %s',
      (reduction) => {
        fc.assert(
          fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(), (size, seed) => {
            const { pred, target } = batch(size, seed);
            const check = checkGradients(new Sequential([]), pred, {
              loss: make(reduction),
              target,
            });
            expect(check.entries.filter(({ ok }) => !ok)).toEqual([]);
            expect(check.entries).toHaveLength(pred.size);
          }),
          runs,
        );
      },
    );

    it('evaluates and predicts without forgetting what backward needs', () => {
      const [a, b] = [make(), make()];
      const { pred, target } = batch(3, 1);
      const value = a.forward(pred, target);
      b.forward(pred, target);
      const other = batch(3, 2);
      b.evaluate(other.pred, other.target);
      b.gradient(other.pred, other.target);
      b.toPrediction(other.pred);
      expect(b.evaluate(pred, target)).toBe(value);
      expect(b.backward()).toEqual(a.backward());
      expect(b.gradient(pred, target)).toEqual(a.backward());
    });

    it('evaluates without overwriting what it gave before', () => {
      const loss = make('none');
      const { pred, target } = batch(3, 1);
      const losses = loss.forward(pred, target);
      const dPred = loss.backward();
      const before = [losses.clone(), dPred.clone()];
      const other = batch(3, 2);
      loss.evaluate(other.pred, other.target);
      loss.gradient(other.pred, other.target);
      expect([losses, dPred]).toEqual(before);
    });

    it('turns outputs into predictions, in a tensor that it uses again', () => {
      const loss = make();
      const { pred } = batch(3, 1);
      const before = pred.clone();
      const predicted = loss.toPrediction(pred);
      expectClose(predicted, new Tensor(Float64Array.from(prediction(pred)), pred.shape));
      expect(loss.toPrediction(pred)).toBe(predicted);
      expect(pred).toEqual(before);
    });

    it('takes nested arrays, and writes its results to the same tensors in a steady loop', () => {
      const loss = make('none');
      const { pred, target } = batch(3, 1);
      const losses = loss.forward(pred.toArray(), target.toArray());
      const dPred = loss.backward();
      expect(loss.forward(pred, target)).toBe(losses);
      expect(loss.backward()).toBe(dPred);
    });

    it('refuses to go backward before forward', () => {
      expect(() => make().backward()).toThrow(PancakeError);
      expect(() => make().backward()).toThrow(`${type}: backward was called before forward`);
    });

    it('refuses predictions and targets that are not finite', () => {
      const { pred, target } = batch(3, 1);
      const bad = pred.clone();
      bad.data[0] = NaN;
      expect(() => make().forward(bad, target)).toThrow(
        new NonFiniteError(
          `${type} got NaN as a prediction at [0, 0]; every number must be finite`,
          'loss',
        ),
      );
      const worse = target.clone();
      worse.data[0] = Infinity;
      expect(() => make().forward(pred, worse)).toThrow(`${type} got Infinity as a target at [0`);
    });

    it('refuses targets of a shape that does not fit, and an empty batch', () => {
      const { pred } = batch(3, 1);
      const { target } = batch(4, 1);
      expect(() => make().forward(pred, target)).toThrow(
        /targets of shape \[4.*must have the shape \[3/,
      );
      const none = batch(0, 1);
      expect(() => make().forward(none.pred, none.target)).toThrow(
        new PancakeError(`${type} got an empty batch; it needs at least one prediction`),
      );
    });

    it('goes on after a refused batch as if nothing had happened', () => {
      const [a, b] = [make(), make()];
      const { pred, target } = batch(3, 1);
      for (const loss of [a, b]) loss.forward(pred, target);
      expect(() => b.forward(batch(2, 2).pred, target)).toThrow(PancakeError);
      expect(() => b.forward(pred, Tensor.full(target.shape, NaN))).toThrow(NonFiniteError);
      expect(b.backward()).toEqual(a.backward());
    });

    it('refuses an unknown reduction', () => {
      expect(() => make('median' as never)).toThrow(
        `${type} got the reduction "median"; it must be 'mean', 'sum' or 'none'`,
      );
    });
  });
}
