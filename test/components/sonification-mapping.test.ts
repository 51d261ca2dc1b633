// From numbers to sound: pitches of losses and probabilities, and where a line crosses the boundary.
import { describe, expect, it } from 'vitest';
import {
  canScan,
  lossPitch,
  lossScaleOf,
  probabilityPitch,
  scanOf,
  soundOf,
  sweepOf,
} from '../../src/components/sonification/mapping';
import { createTrainer } from '../../src/engine-entry';
import { historyOf } from '../support/measured';

const trained = (epochs = 30) => {
  const trainer = createTrainer({ data: 'moons', points: 60, model: [2, 6, 1], seed: 7 });
  trainer.step('epoch', epochs);
  return trainer;
};

describe('the pitch of a loss', () => {
  const scale = lossScaleOf(Float64Array.of(NaN, 0.7, 0.5), 0.5);

  it('goes from 110 Hz at a thousandth to 880 Hz at twice the first known loss', () => {
    expect(scale.high).toEqual({ hertz: 880, value: 1.4 });
    expect(scale.low).toEqual({ hertz: 110, value: 1.4 / 1000 });
    expect(lossPitch(1.4, scale)).toBeCloseTo(880, 9);
    expect(lossPitch(0.0014, scale)).toBeCloseTo(110, 9);
  });

  it('equal factors are equal intervals, and lower is lower', () => {
    const [a, b, c] = [0.8, 0.4, 0.2].map((loss) => lossPitch(loss, scale)) as [
      number,
      number,
      number,
    ];
    expect(a).toBeGreaterThan(b);
    expect(a / b).toBeCloseTo(b / c, 12);
    // A tenth of the loss is one octave lower: three octaves for a factor of a thousand.
    expect(lossPitch(0.9, scale) / lossPitch(0.09, scale)).toBeCloseTo(2, 12);
  });

  it('stays between its ends, for any loss', () => {
    expect(lossPitch(0, scale)).toBe(110);
    expect(lossPitch(1e9, scale)).toBeCloseTo(880, 9);
    const perfect = lossScaleOf(Float64Array.of(0), 0);
    expect(lossPitch(0, perfect)).toBe(110);
  });

  it('so far is that of the history, epoch by epoch', () => {
    const trainer = trained();
    const losses = trainer.history.map(({ loss }) => loss);
    const own = lossScaleOf(trainer.curves.curve('loss'), trainer.now.loss);
    expect(own.high.value).toBe(2 * losses[0]!);
    expect([...sweepOf(trainer.curves, own)]).toEqual(losses.map((loss) => lossPitch(loss, own)));
  });

  it('of a long run is thinned evenly, its ends kept', () => {
    const history = historyOf(5000, (epoch) => 1 / (epoch + 1));
    const own = lossScaleOf(history.curve('loss'), 1 / 5000);
    const pitches = sweepOf(history, own);
    expect(pitches).toHaveLength(200);
    expect(pitches[0]).toBe(lossPitch(1, own));
    expect(pitches.at(-1)).toBe(lossPitch(1 / 5000, own));
  });

  it('goes evenly through the epochs, also where not each of them has a row', () => {
    const history = historyOf(40_000, (epoch) => 2 ** (-epoch / 4000));
    expect(history.every).toBe(4);
    // Back, and on from there with a row for each epoch again.
    history.truncate(10_000);
    for (let epoch = 10_000; epoch <= 20_000; epoch++) {
      history.record(epoch, Float64Array.of(2 ** (-epoch / 4000), NaN, NaN, NaN));
    }
    const own = lossScaleOf(history.curve('loss'), 1);
    const pitches = sweepOf(history, own);
    // Equal factors in equal times: each tone is as far from the next, as nearly as epochs are whole.
    const steps = Array.from(pitches.subarray(1), (pitch, i) => pitch / pitches[i]!);
    expect(Math.min(...steps)).toBeCloseTo(Math.max(...steps), 2);
  });

  it('begins with the first loss that is known', () => {
    const history = historyOf(4, (epoch) => (epoch < 2 ? NaN : epoch));
    const own = lossScaleOf(history.curve('loss'), 3);
    expect([...sweepOf(history, own)]).toEqual([lossPitch(2, own), lossPitch(3, own)]);
    expect(
      sweepOf(
        historyOf(2, () => NaN),
        own,
      ),
    ).toHaveLength(0);
  });
});

describe('a scan', () => {
  it.each(['row', 'column'] as const)('along a %s is what the model says there', (along) => {
    const trainer = trained();
    const scan = scanOf(trainer, along, 0.4);
    const { x, y } = trainer.data.domain;
    const [across, other] = along === 'row' ? [x, y] : [y, x];
    expect(scan.at).toBeCloseTo(other[0] + 0.4 * (other[1] - other[0]), 12);
    const last = scan.probabilities.length - 1;
    for (const i of [0, 17, 64, last]) {
      const where = across[0] + (i / last) * (across[1] - across[0]);
      const point = along === 'row' ? [where, scan.at] : [scan.at, where];
      expect(scan.probabilities[i]).toBeCloseTo(trainer.predict([point]).data[0]!, 12);
    }
  });

  it('crosses where the model says one half', () => {
    const trainer = trained(100);
    const scan = scanOf(trainer, 'row', 0.5);
    expect(scan.crossings.length).toBeGreaterThan(0);
    for (const x of scan.crossings) {
      expect(trainer.predict([[x, scan.at]]).data[0]).toBeCloseTo(0.5, 1);
    }
    const sides = [...scan.probabilities].map((probability) => probability > 0.5);
    const changes = sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
    expect(scan.crossings).toHaveLength(changes);
  });

  it('sounds from left to right, two octaves for a probability, a click at each crossing', () => {
    const trainer = trained(100);
    const row = scanOf(trainer, 'row', 0.5);
    const { pitches, pans, clicks } = soundOf(row, trainer);
    expect(probabilityPitch(0)).toBe(220);
    expect(probabilityPitch(0.5)).toBeCloseTo(440, 9);
    expect(probabilityPitch(1)).toBe(880);
    expect([...pitches]).toEqual([...row.probabilities].map(probabilityPitch));
    expect(pans).toEqual([-1, 1]);
    clicks.forEach((share, i) =>
      expect(row.from + share * (row.to - row.from)).toBeCloseTo(row.crossings[i]!, 12),
    );
    // A column stands still where it is.
    expect(soundOf(scanOf(trainer, 'column', 0), trainer).pans).toEqual([-1, -1]);
    const [from, to] = soundOf(scanOf(trainer, 'column', 0.75), trainer).pans;
    expect(from).toBeCloseTo(0.5, 12);
    expect(to).toBe(from);
  });

  it('takes two classes', () => {
    expect(canScan(trained(1))).toBe(true);
    expect(canScan(createTrainer({ data: 'bumps', model: [2, 2, 1] }))).toBe(false);
    expect(canScan(createTrainer({ data: 'spirals', model: [2, 2, 3] }))).toBe(false);
  });
});
