// The pacer: how much of a frame training may take, and when pictures are made with less.
import { describe, expect, it } from 'vitest';
import { Pacer } from '../../src/trainer/pacer';

const inTime = 16;
const late = 40;

function after(...frames: [elapsed: number, count: number][]): Pacer {
  const pacer = new Pacer();
  for (const [elapsed, count] of frames) {
    for (let i = 0; i < count; i++) pacer.note(elapsed);
  }
  return pacer;
}

describe('the time for training in a frame', () => {
  it('starts with 8 ms, and grows to 12 ms while frames come in time', () => {
    expect(new Pacer().training).toBe(8);
    expect(after([inTime, 1]).training).toBeCloseTo(8.05, 9);
    expect(after([22, 1]).training).toBeCloseTo(8.05, 9);
    expect(after([inTime, 1000]).training).toBe(12);
  });

  it('shrinks by a fifth with a late frame, down to 4 ms', () => {
    expect(after([22.1, 1]).training).toBeCloseTo(6.4, 9);
    expect(after([late, 2]).training).toBeCloseTo(5.12, 9);
    expect(after([late, 1000]).training).toBe(4);
    expect(after([late, 1000], [inTime, 20]).training).toBeCloseTo(5, 9);
  });
});

// Four late frames take training down to its least.
const tight = 4;

describe('thrift with pictures', () => {
  it('begins when the least is too much in twelve frames, and goes no further than two steps', () => {
    expect(after([late, tight + 11]).thrift).toBe(0);
    expect(after([late, tight + 12]).thrift).toBe(1);
    expect(after([late, tight + 23]).thrift).toBe(1);
    expect(after([late, tight + 24]).thrift).toBe(2);
    expect(after([late, 1000]).thrift).toBe(2);
  });

  it('does not begin where frames are late now and then', () => {
    for (const [lateOnes, others] of [
      [1, 3],
      [2, 1],
    ] as const) {
      const pacer = new Pacer();
      for (let i = 0; i < 500; i++) {
        for (let k = 0; k < lateOnes; k++) pacer.note(late);
        for (let k = 0; k < others; k++) pacer.note(inTime);
      }
      expect(pacer.thrift).toBe(0);
    }
  });

  it('begins all the same where late frames have the upper hand', () => {
    const pacer = after([late, tight]);
    for (let i = 0; i < 500; i++) {
      for (let k = 0; k < 5; k++) pacer.note(late);
      pacer.note(inTime);
    }
    expect(pacer.thrift).toBe(2);
  });

  it('is given up step by step after seconds without a late frame, later each time', () => {
    const twice: [number, number] = [late, tight + 24];
    expect(after(twice, [inTime, 299]).thrift).toBe(2);
    expect(after(twice, [inTime, 300]).thrift).toBe(1);
    expect(after(twice, [inTime, 300 + 599]).thrift).toBe(1);
    expect(after(twice, [inTime, 300 + 600]).thrift).toBe(0);
    expect(after(twice, [inTime, 5000]).thrift).toBe(0);
    // A late frame starts the count again.
    expect(after(twice, [inTime, 299], [late, 1], [inTime, 299]).thrift).toBe(2);
    expect(after(twice, [inTime, 299], [late, 1], [inTime, 300]).thrift).toBe(1);
  });
});
