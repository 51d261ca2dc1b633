// Plateaus: stretches of a run over which the loss hardly changes, long before it is small.
import type { History } from '../../trainer';

/** A stretch of epochs on the same level. */
export interface Plateau {
  /** The first epoch on the level. */
  from: number;
  /** The last one; that of the run while it is still there. */
  to: number;
}

// A run is on a plateau while the loss, smoothed over a few epochs, stays within two parts in a
// hundred, for at least 25 epochs (or rows, where fewer are kept) and for at least half of the epochs
// before: on a long run only a long stretch looks level. Below a quarter of where the run began, level means finished.
const smoothing = 5;
const tolerance = 0.02;
const leastRows = 25;
const leastShare = 0.5;
const small = 0.25;

/** Finds plateaus in a growing curve, and looks at each row once. */
export class PlateauFinder {
  // Their first and last rows.
  private readonly found: Plateau[] = [];
  private length = 0;
  private first = NaN;
  private epochs: Float64Array = new Float64Array(0);
  // The stretch at hand, and the rows in it at which its lowest and highest level may still be:
  // each later one is less extreme than the one before.
  private from = 0;
  private lows: [row: number, level: number][] = [];
  private highs: [row: number, level: number][] = [];

  /** The plateaus of a curve that goes on where the last one ended; a loss for each of these epochs. */
  find(losses: Float64Array, epochs: Float64Array): Plateau[] {
    this.epochs = epochs;
    for (; this.length < losses.length; this.length++) this.look(losses, this.length);
    const plateaus = [...this.found];
    if (this.isPlateau(this.length - 1)) append(plateaus, this.from, this.length - 1);
    return plateaus.map(({ from, to }) => ({ from: epochs[from]!, to: epochs[to]! }));
  }

  private look(losses: Float64Array, row: number): void {
    const loss = losses[row]!;
    if (row === 0) this.first = loss;
    if (row < smoothing - 1) return;
    let sum = 0;
    for (let i = row - smoothing + 1; i <= row; i++) sum += losses[i]!;
    const level = sum / smoothing;
    if (!Number.isFinite(level)) return this.leave(row);

    const { lows, highs } = this;
    const wasPlateau = this.isPlateau(row - 1);
    if (!lows.length) this.from = row;
    while (lows.length && lows.at(-1)![1] >= level) lows.pop();
    while (highs.length && highs.at(-1)![1] <= level) highs.pop();
    lows.push([row, level]);
    highs.push([row, level]);
    if (this.isLevel()) return;

    if (wasPlateau) {
      append(this.found, this.from, row - 1);
      this.from = row;
      this.forget();
    }
    while (!this.isLevel()) {
      this.from++;
      this.forget();
    }
  }

  // After a number that says nothing a stretch begins anew.
  private leave(row: number): void {
    if (this.isPlateau(row - 1)) append(this.found, this.from, row - 1);
    this.lows = [];
    this.highs = [];
  }

  private forget(): void {
    while (this.lows[0]![0] < this.from) this.lows.shift();
    while (this.highs[0]![0] < this.from) this.highs.shift();
  }

  private isLevel(): boolean {
    const [low, high] = [this.lows[0]![1], this.highs[0]![1]];
    return high - low <= tolerance * Math.abs(high);
  }

  private isPlateau(to: number): boolean {
    const { from, epochs, lows } = this;
    return (
      lows.length > 0 &&
      to - from >= leastRows &&
      epochs[to]! - epochs[from]! >= leastShare * epochs[from]! &&
      lows[0]![1] > small * this.first
    );
  }
}

const known = new WeakMap<
  History,
  {
    revision: number;
    every: number;
    rows: number;
    finder: PlateauFinder;
    plateaus: readonly Plateau[];
  }
>();

/** The plateaus of a run's training loss; the same list until it grows. */
export function plateausOf(history: History): readonly Plateau[] {
  const { revision, every, settled: rows } = history;
  let entry = known.get(history);
  const isNew = entry?.revision !== revision || entry.every !== every;
  if (!isNew && entry?.rows === rows) return entry.plateaus;
  if (!entry || isNew) {
    entry = { revision, every, rows: 0, finder: new PlateauFinder(), plateaus: [] };
    known.set(history, entry);
  }
  const plateaus = entry.finder.find(history.curve('loss').subarray(0, rows), history.epochs);
  const isSame =
    plateaus.length === entry.plateaus.length &&
    plateaus.every(({ from, to }, i) => {
      const old = entry.plateaus[i]!;
      return old.from === from && old.to === to;
    });
  Object.assign(entry, { rows, plateaus: isSame ? entry.plateaus : plateaus });
  return entry.plateaus;
}

// Where a plateau follows at once on another, the level has moved by so little that it is one.
function append(plateaus: Plateau[], from: number, to: number): void {
  const last = plateaus.at(-1);
  if (last && from - last.to <= smoothing) plateaus[plateaus.length - 1] = { from: last.from, to };
  else plateaus.push({ from, to });
}
