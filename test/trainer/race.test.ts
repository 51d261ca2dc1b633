// Races: the surfaces' slopes, the same numbers each time, and optimizers that leave for infinity.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Tensor, checkGradients, createOptimizer } from '../../src/engine';
import { Surface, createRace, raceEntries, surfaceInfo, surfaceNames } from '../../src/trainer';
import type { Race, RaceEntry, RaceEntryName } from '../../src/trainer';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const everybody = Object.keys(raceEntries) as RaceEntryName[];

/** A lane's numbers up to a step. */
function way(race: Race, name: string, step: number) {
  const lane = race.lanes.find((one) => one.name === name)!;
  const last = lane.reach(step);
  return Array.from({ length: last + 1 }, (_, s) => [lane.x(s), lane.y(s), lane.loss(s)]);
}

describe.each(surfaceNames)('the surface %s', (name) => {
  const { domain, minima, localMinima, start } = surfaceInfo(name);
  const places = [start, ...minima, [domain.x[0], domain.y[1]], [0.3, -0.6]] as const;

  it('has the slopes that its heights show', () => {
    const surface = new Surface(name);
    surface.point.data.set([0.4, -0.2]);
    const report = checkGradients(
      surface,
      places.map(([x, y]) => [x, y]),
      { tolerance: 1e-5 },
    );
    expect(report.maxError).toBeLessThan(1e-5);
    expect(new Set(report.entries.map((entry) => entry.name))).toEqual(new Set(['input', 'point']));
  });

  it('is flat and lowest all around at each of its minima', () => {
    const surface = new Surface(name);
    const height = (x: number, y: number) => surface.predict([[x, y]]).data[0]!;
    for (const [x, y] of [...minima, ...localMinima]) {
      const view = surface.view();
      view.forward([[x, y]]);
      for (const slope of view.backward([[1]]).data) expect(Math.abs(slope)).toBeLessThan(1e-12);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        expect(height(x + dx * 0.05, y + dy * 0.05)).toBeGreaterThan(height(x, y));
      }
    }
    const lowest = minima.map(([x, y]) => height(x, y));
    for (const low of lowest) expect(low).toBeCloseTo(lowest[0]!, 12);
    for (const [x, y] of localMinima) expect(height(x, y)).toBeGreaterThan(lowest[0]!);
    for (const [x, y] of [start, [domain.x[1], domain.y[0]]]) {
      expect(height(x, y)).toBeGreaterThan(lowest[0]!);
    }
  });

  it('is shown four wide to three high', () => {
    expect((domain.x[1] - domain.x[0]) / (domain.y[1] - domain.y[0])).toBeCloseTo(4 / 3, 12);
  });
});

describe('a race', () => {
  it.each(everybody)('takes %s the way that the engine’s own optimizer goes', (name) => {
    const race = createRace({ surface: 'rosenbrock', optimizers: [name] });
    const entry: RaceEntry = raceEntries[name];
    const surface = new Surface('rosenbrock');
    surface.point.data.set(race.start);
    const lr = race.getSnapshot().lanes[0]!.learningRate;
    const optimizer = createOptimizer(entry.optimizer, surface, { ...entry.options, lr });
    const expected: number[][] = [];
    for (let step = 0; step <= 50; step++) {
      const loss = surface.forward(Tensor.zeros([1, 2])).data[0]!;
      expected.push([...surface.point.data, loss]);
      optimizer.zeroGrad();
      surface.backward([[1]]);
      optimizer.step();
    }
    expect(way(race, name, 50)).toEqual(expected);
  });

  it('shows the same bits however a step is come to', () => {
    const options = { surface: 'saddle', optimizers: everybody } as const;
    const forward = createRace(options);
    for (let step = 0; step < 120; step++) forward.step();
    const jumped = createRace(options);
    jumped.seek(180);
    jumped.seek(3);
    jumped.seek(120);
    expect(jumped.getSnapshot()).toEqual(forward.getSnapshot());
    for (const name of everybody) expect(way(jumped, name, 180)).toEqual(way(forward, name, 180));
  });

  it('shows at once, at the same step, what another start or learning rate would have led to', () => {
    const race = createRace({ surface: 'bowl' });
    race.seek(40);
    race.set({ start: [1, -2], learningRates: { Adam: 0.02 } });
    const fresh = createRace({ surface: 'bowl', start: [1, -2], learningRates: { Adam: 0.02 } });
    fresh.seek(40);
    expect(race.getSnapshot()).toEqual(fresh.getSnapshot());
    race.set({ start: undefined, learningRates: {} });
    const before = createRace({ surface: 'bowl' });
    before.seek(40);
    expect(race.getSnapshot()).toEqual(before.getSnapshot());
  });

  it('ends the way of one that leaves for infinity, and goes on with the rest', () => {
    const race = createRace({ surface: 'ravine', learningRates: { SGD: 0.2 } });
    race.seek(200);
    const [sgd, ...others] = race.getSnapshot().lanes;
    expect(sgd!.divergedAt).toBeGreaterThan(2);
    expect(sgd!.divergedAt).toBeLessThan(30);
    expect([sgd!.x, sgd!.y, sgd!.loss].every(Number.isFinite)).toBe(true);
    for (const lane of others) {
      expect(lane.divergedAt).toBeNull();
      expect(lane.distance).toBeLessThan(0.01);
    }
    // Before that step nothing has happened yet.
    race.seek(sgd!.divergedAt! - 1);
    expect(race.getSnapshot().lanes[0]!.divergedAt).toBeNull();
  });

  it('is done when all have left', () => {
    const race = createRace({ surface: 'bowl', optimizers: ['SGD'], learningRates: { SGD: 9 } });
    race.play();
    frames.run(4);
    expect(race.now.status).toBe('done');
    expect(race.now.step).toBe(race.getSnapshot().lanes[0]!.divergedAt);
  });

  it('tells lessons: momentum leaves the local minimum, plain descent waits at the saddle', () => {
    const valleys = createRace({ surface: 'twoValleys' });
    valleys.seek(200);
    const distance = (race: Race, name: string) =>
      race.getSnapshot().lanes.find((lane) => lane.name === name)!.distance;
    expect(distance(valleys, 'Momentum')).toBeLessThan(0.01);
    expect(distance(valleys, 'SGD')).toBeGreaterThan(3.9);
    const saddle = createRace({ surface: 'saddle' });
    saddle.seek(40);
    expect(distance(saddle, 'SGD')).toBeGreaterThan(1.5);
    expect(distance(saddle, 'Adam')).toBeLessThan(1.5);
  });
});

describe('playing', () => {
  it('takes as many steps a second as it was told, and stops at the last', () => {
    const race = createRace({ steps: 50, speed: 20 });
    race.play();
    frames.run(1);
    expect(Math.abs(race.now.step - 20)).toBeLessThanOrEqual(1);
    frames.run(3);
    expect(race.now).toEqual({ status: 'done', step: 50 });
    expect(frames.pending).toBe(0);
    race.play();
    expect(race.now).toEqual({ status: 'running', step: 0 });
    race.pause();
  });

  it('rests while its figure is out of sight, and when it is told to', () => {
    const race = createRace();
    const figure = {};
    race.sight(figure, false);
    race.play();
    frames.run(1);
    expect(race.now.step).toBe(0);
    race.sight(figure, true);
    frames.run(1);
    const { step } = race.now;
    expect(step).toBeGreaterThan(20);
    race.pause();
    frames.run(1);
    expect(race.now).toEqual({ status: 'paused', step });
  });

  it('goes by whole strides for those who want little motion', () => {
    const race = createRace({ stride: 20, speed: 60 });
    const seen = new Set<number>();
    race.play();
    for (let i = 0; i < 300; i++) {
      frames.tick();
      seen.add(race.now.step);
    }
    expect([...seen]).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
  });

  it('tells readers a few times a second', () => {
    const race = createRace({ speed: 60 });
    let told = 0;
    race.subscribe(() => told++);
    race.play();
    told = 0;
    frames.run(1);
    expect(told).toBeGreaterThanOrEqual(6);
    expect(told).toBeLessThanOrEqual(9);
    race.pause();
  });
});

describe('other options', () => {
  it('that change the way begin it anew, others stay at the same step', () => {
    const race = createRace({ steps: 60 });
    race.seek(20);
    const told = () => {
      const { status, step, steps, surface, start, lanes } = race.getSnapshot();
      return [status, step, steps, surface, start, lanes.map((lane) => lane.name)];
    };
    const names = ['SGD', 'Momentum', 'RMSProp', 'Adam'];
    const ravine = [-3.4, 1.6];
    expect(told()).toEqual(['paused', 20, 60, 'ravine', ravine, names]);
    race.set({ start: [1, 1] });
    expect(told()).toEqual(['paused', 20, 60, 'ravine', [1, 1], names]);
    race.set({ optimizers: ['AdaGrad', 'SGD'] });
    expect(told()).toEqual(['paused', 20, 60, 'ravine', [1, 1], ['AdaGrad', 'SGD']]);
    expect(race.getSnapshot().lanes[0]!.x).not.toBe(1);
    race.set({ steps: 10 });
    expect(told()).toEqual(['done', 10, 10, 'ravine', [1, 1], ['AdaGrad', 'SGD']]);
    race.set({ surface: 'bowl', start: undefined });
    expect(told()).toEqual(['idle', 0, 10, 'bowl', [-3, 2], ['AdaGrad', 'SGD']]);
  });
});

describe('options that make no sense', () => {
  it.each([
    [{ surface: 'hill' as never }, 'surface is "hill"; it must be one of bowl, ravine'],
    [{ optimizers: ['Adamant' as never] }, 'a name must be one of SGD, Momentum'],
    [{ optimizers: [] }, 'a race needs one at least'],
    [{ optimizers: ['SGD', 'SGD'] as const }, 'has a name twice'],
    [{ start: [NaN, 0] as const }, 'it must be two finite numbers'],
    [{ steps: 0 }, 'whole number from 1 to 5000'],
    [{ learningRates: { SGD: -1 } }, 'learning rate'],
  ])('%o', (options, message) => {
    expect(() => createRace(options)).toThrow(message);
  });

  it('change nothing', () => {
    const race = createRace();
    race.seek(10);
    const before = race.getSnapshot();
    expect(() => race.set({ learningRates: { Adam: -1 } })).toThrow(/of Adam is -1/);
    expect(() => race.set({ steps: 0.5 })).toThrow(/steps is 0.5/);
    expect(() => race.seek(201)).toThrow('whole number from 0 to 200');
    race.seek(10);
    expect(race.getSnapshot()).toEqual(before);
  });
});

describe('posterStep', () => {
  it('is the step that is shown first; a reset goes to the start', () => {
    const race = createRace({ steps: 50, posterStep: 20 });
    const played = createRace({ steps: 50 });
    played.seek(20);
    expect(race.getSnapshot()).toEqual(played.getSnapshot());
    race.reset();
    expect(race.now).toEqual({ status: 'idle', step: 0 });
  });

  it.each([-1, 51, 2.5])('must be one of the race: not %d', (posterStep) => {
    expect(() => createRace({ steps: 50, posterStep })).toThrow(/posterStep is .* from 0 to 50/);
  });
});
