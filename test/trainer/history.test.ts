// The history: a table with a row an epoch, however long the run.
import { describe, expect, it } from 'vitest';
import { History, curves } from '../../src/trainer/history';

/** Four numbers that tell the epoch and the curve. */
const rowOf = (epoch: number) => curves.map((_, c) => epoch + c / 10);

function recorded(epochs: number): History {
  const history = new History();
  for (let epoch = 0; epoch < epochs; epoch++)
    history.record(epoch, Float64Array.from(rowOf(epoch)));
  return history;
}

describe('a history', () => {
  it.each([1, 256, 257, 1500])('of %d epochs has every number at its place', (epochs) => {
    const history = recorded(epochs);
    expect(history.length).toBe(epochs);
    curves.forEach((name, c) => {
      const expected = Array.from({ length: epochs }, (_, epoch) => rowOf(epoch)[c]);
      expect([...history.curve(name)]).toEqual(expected);
    });
    const list = history.toArray();
    expect(list).toHaveLength(epochs);
    for (const epoch of [0, Math.floor(epochs / 2), epochs - 1]) {
      const [loss, testLoss, accuracy, testAccuracy] = rowOf(epoch);
      const entry = { epoch, loss, testLoss, accuracy, testAccuracy };
      expect(history.at(epoch)).toEqual(entry);
      expect(list[epoch]).toEqual(entry);
      const row = new Float64Array(curves.length);
      history.read(epoch, row);
      expect([...row]).toEqual(rowOf(epoch));
    }
  });

  it('says null of what was not measured, and has no numbers for epochs that were left out', () => {
    const history = recorded(2);
    history.record(4, Float64Array.of(0.5, NaN, 0.75, NaN));
    expect(history.at(4)).toEqual({
      epoch: 4,
      loss: 0.5,
      testLoss: null,
      accuracy: 0.75,
      testAccuracy: null,
    });
    for (const name of curves) {
      const curve = [...history.curve(name)];
      expect(curve.slice(0, 2).some(Number.isNaN)).toBe(false);
      expect(curve.slice(2, 4)).toEqual([NaN, NaN]);
    }
    expect(history.curve('accuracy')[4]).toBe(0.75);
    // Numbers that were forgotten do not come back either.
    history.truncate(1);
    history.record(3, Float64Array.from(rowOf(3)));
    expect([...history.curve('loss')]).toEqual([0, NaN, NaN, 3]);
  });

  it('is the same list until something is added, which does not change the list before', () => {
    const history = recorded(3);
    const list = history.toArray();
    expect(history.toArray()).toBe(list);
    history.record(3, Float64Array.from(rowOf(3)));
    expect(list).toHaveLength(3);
    expect(history.toArray()).toHaveLength(4);
    expect(history.toArray()[2]).toBe(list[2]);
    history.truncate(2);
    expect(history.toArray()).toEqual(list.slice(0, 2));
  });

  it('counts how often part of it was forgotten', () => {
    const history = recorded(5);
    expect(history.revision).toBe(0);
    history.truncate(5);
    expect([history.revision, history.length]).toEqual([0, 5]);
    history.truncate(3);
    expect([history.revision, history.length]).toEqual([1, 3]);
    history.truncate(9);
    expect([history.revision, history.length]).toEqual([1, 3]);
    history.record(1, Float64Array.of(9, 9, 9, 9));
    expect([history.revision, history.length]).toEqual([2, 2]);
    expect(history.toArray().map(({ loss }) => loss)).toEqual([0, 9]);
  });

  it('has copies that go their own way', () => {
    const history = recorded(300);
    const copy = history.copy();
    expect(copy.toArray()).toEqual(history.toArray());
    copy.record(1, Float64Array.of(9, 9, 9, 9));
    copy.record(2, Float64Array.of(9, 9, 9, 9));
    expect(history.at(2).loss).toBe(2);
    expect(history.length).toBe(300);
  });
});
