// The learning-rate schedules, beside their formulas.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Linear, PancakeError, SGD, schedules, type Schedule } from '../../src/engine';

const factors = (schedule: Schedule, epochs: number[]) => epochs.map(schedule);
const epoch = fc.integer({ min: 0, max: 5000 });

describe('step', () => {
  it('multiplies every so many epochs', () => {
    const step = schedules.step({ stepSize: 10, gamma: 0.5 });
    expect(factors(step, [0, 9, 10, 19, 20, 35])).toEqual([1, 1, 0.5, 0.5, 0.25, 0.125]);
  });

  it('divides by ten unless told otherwise', () => {
    expect(factors(schedules.step({ stepSize: 2 }), [1, 2, 3])).toEqual([1, 0.1, 0.1]);
  });

  it('may leave the rate as it is, or switch learning off', () => {
    expect(factors(schedules.step({ stepSize: 3, gamma: 1 }), [0, 3, 900])).toEqual([1, 1, 1]);
    expect(factors(schedules.step({ stepSize: 3, gamma: 0 }), [0, 2, 3, 900])).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

describe('cosine', () => {
  it('falls along half a wave, and stays at its end', () => {
    const cosine = schedules.cosine({ epochs: 100, end: 0.2 });
    expect(cosine(0)).toBe(1);
    expect(cosine(25)).toBeCloseTo(0.2 + 0.4 * (1 + Math.SQRT1_2), 12);
    expect(cosine(50)).toBeCloseTo(0.6, 12);
    expect(cosine(100)).toBeCloseTo(0.2, 12);
    expect(cosine(500)).toBe(cosine(100));
  });

  it('ends at zero unless told otherwise', () => {
    expect(schedules.cosine({ epochs: 7 })(7)).toBeCloseTo(0, 15);
  });

  it('never rises and never leaves the range from its end to 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        epoch,
        (epochs, end, at) => {
          const cosine = schedules.cosine({ epochs, end });
          expect(cosine(at)).toBeLessThanOrEqual(1);
          expect(cosine(at)).toBeGreaterThanOrEqual(end - 1e-15);
          expect(cosine(at + 1)).toBeLessThanOrEqual(cosine(at));
        },
      ),
      { seed: 2 },
    );
  });
});

describe('warmup', () => {
  it('rises evenly, then follows another schedule from its beginning', () => {
    const warm = schedules.warmup({ epochs: 4, then: schedules.step({ stepSize: 2, gamma: 0.1 }) });
    expect(factors(warm, [0, 1, 2, 3, 4, 5, 6])).toEqual([0.25, 0.5, 0.75, 1, 1, 1, 0.1]);
  });

  it('stays at 1 if nothing follows', () => {
    expect(factors(schedules.warmup({ epochs: 2 }), [0, 1, 2, 99])).toEqual([0.5, 1, 1, 1]);
  });
});

describe('schedules', () => {
  it('set the rate of an optimizer from epoch to epoch', () => {
    const model = new Linear(1, 1);
    const optimizer = new SGD(model, { lr: 1 });
    const schedule = schedules.step({ stepSize: 1, gamma: 0.5 });
    model.parameters()[1]!.grad.fill(1);
    const moves = [0, 1, 2].map((at) => {
      const before = model.bias.data[0]!;
      optimizer.lr = 8 * schedule(at);
      optimizer.step();
      return before - model.bias.data[0]!;
    });
    moves.forEach((move, i) => expect(move).toBeCloseTo([8, 4, 2][i]!, 12));
  });

  it.each<[string, () => unknown]>([
    [
      'schedules.step got stepSize = 0; it must be a whole number of epochs, at least 1',
      () => schedules.step({ stepSize: 0 }),
    ],
    [
      'schedules.step got gamma = -1; it must be a finite number of at least 0',
      () => schedules.step({ stepSize: 1, gamma: -1 }),
    ],
    [
      'schedules.cosine got end = 2; it must be a factor from 0 to 1',
      () => schedules.cosine({ epochs: 10, end: 2 }),
    ],
    [
      'schedules.cosine got epochs = NaN; it must be a whole number of epochs, at least 1',
      () => schedules.cosine({ epochs: NaN }),
    ],
    [
      'schedules.warmup got epochs = 1.5; it must be a whole number of epochs, at least 1',
      () => schedules.warmup({ epochs: 1.5 }),
    ],
  ])('refuse options that make no sense: %s', (message, mistake) => {
    expect(mistake).toThrow(new PancakeError(message));
  });
});
