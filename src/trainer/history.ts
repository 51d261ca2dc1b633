// The run's history: what was measured after each epoch; of a very long run, after every second, fourth, … one.

/** What is measured of a model at one epoch. */
export interface Measurement {
  /** The loss over the training data. */
  loss: number;
  /** The loss over the test data, or null where there is none. */
  testLoss: number | null;
  /** The share of training points classified right, or null for regression. */
  accuracy: number | null;
  /** The same for the test data. */
  testAccuracy: number | null;
}

/**
 * One epoch of the history. Epoch 0 is the untrained model. Of the epochs before saved weights nothing
 * was measured: their loss is NaN.
 */
export interface HistoryEntry extends Measurement {
  epoch: number;
}

/** The columns of the history. */
export type Curve = keyof Measurement;

/** The columns in order: a measurement in numbers lists them like this, with NaN for null. */
export const curves: readonly Curve[] = ['loss', 'testLoss', 'accuracy', 'testAccuracy'];

/** What a list of measured numbers says. */
export function readMeasurement(values: Float64Array): Measurement {
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    loss: values[0]!,
    testLoss: orNull(values[1]!),
    accuracy: orNull(values[2]!),
    testAccuracy: orNull(values[3]!),
  };
}

/**
 * The most rows that are kept. The longest lessons stay below it, so that each of their epochs has a row;
 * and it is many times the pixels of a chart, so that a longer run loses nothing that could be seen.
 */
export const mostRows = 2 ** 14;

// The epoch of a row stands before what was measured at it.
const columns = 1 + curves.length;

/**
 * A table with a row an epoch, kept in columns. It is bounded: when it is full, every second row is dropped
 * and `every` doubles. The last epoch always has a row; where it is not a multiple of `every`, the next
 * epoch takes its place.
 */
export class History {
  /** How many epochs are known, epoch 0 included; of a very long run not each of them has a row. */
  length = 0;
  /** How far apart the epochs of new rows are. */
  every = 1;
  /**
   * Counts how often part of it was forgotten: while this and `every` are the same, the first `settled`
   * rows are.
   */
  revision = 0;

  // One column after the other, each with room for `capacity` rows.
  private capacity = 256;
  private table = new Float64Array(columns * this.capacity);
  private rows = 0;
  private entries: readonly HistoryEntry[] = [];

  /** @param most how many rows are kept at most */
  constructor(private readonly most = mostRows) {}

  /**
   * Notes what was measured at an epoch, which is the last one then. Of epochs that were left out before it,
   * nothing is known.
   *
   * @param values a number for each of `curves`, NaN where nothing was measured
   */
  record(epoch: number, values: Float64Array): void {
    this.truncate(epoch);
    if (epoch > this.length) this.leaveOut(epoch);
    this.cut(this.settled);
    while (this.rows >= this.most) this.thin();
    this.append(epoch, values);
    this.length = epoch + 1;
  }

  /**
   * Forgets everything from this epoch on. The epoch that is the last one then may have no row: if so, what
   * was measured at it must be recorded again.
   */
  truncate(length: number): void {
    if (length >= this.length) return;
    this.revision++;
    this.length = length;
    this.cut(this.rowAt(length - 1) + 1);
    // There is room again for each epoch to come. Thinning alone leaves half the rows.
    if (this.rows < this.most / 4) this.every = 1;
  }

  /** Makes room for so many epochs, which will have rows as far apart as `every` is then. */
  reserve(length: number): void {
    while (Math.ceil((length - 1) / this.every) >= this.most) this.thin();
  }

  /** A table of its own with the same entries. */
  copy(): History {
    const copy = new History(this.most);
    const { length, every, capacity, rows } = this;
    Object.assign(copy, { length, every, capacity, rows });
    copy.table = this.table.slice();
    return copy;
  }

  /** The epoch of each row, in order. A view, not a copy. */
  get epochs(): Float64Array {
    return this.table.subarray(0, this.rows);
  }

  /** One curve, a number a row; NaN where nothing was measured. A view, not a copy. */
  curve(curve: Curve): Float64Array {
    const start = (1 + curves.indexOf(curve)) * this.capacity;
    return this.table.subarray(start, start + this.rows);
  }

  /** How many rows stay as they are: all but a last one that the next epoch takes the place of. */
  get settled(): number {
    const { rows } = this;
    return rows > 0 && this.table[rows - 1]! % this.every !== 0 ? rows - 1 : rows;
  }

  /** The row of an epoch, or of the last one before it that has one; -1 if there is none. */
  rowAt(epoch: number): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.table[middle]! <= epoch) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The row of an epoch, or of the nearest one that has one. */
  nearestRow(epoch: number): number {
    const row = Math.max(0, this.rowAt(epoch));
    if (row + 1 >= this.rows) return row;
    return this.table[row + 1]! - epoch < epoch - this.table[row]! ? row + 1 : row;
  }

  /** Whether an epoch has a row. */
  has(epoch: number): boolean {
    return this.table[this.rowAt(epoch)] === epoch;
  }

  /** What was measured at an epoch, or at the nearest one that has a row: it says which. */
  at(epoch: number): HistoryEntry {
    return this.entryOf(this.nearestRow(epoch));
  }

  /** The whole table as a list; the same list until something is added. */
  toArray(): readonly HistoryEntry[] {
    const known = this.entries.length;
    if (known < this.rows) {
      const fresh = Array.from({ length: this.rows - known }, (_, i) =>
        Object.freeze(this.entryOf(known + i)),
      );
      this.entries = Object.freeze([...this.entries, ...fresh]);
    }
    return this.entries;
  }

  private entryOf(row: number): HistoryEntry {
    const values = Float64Array.from(curves, (_, c) => this.table[(1 + c) * this.capacity + row]!);
    return { epoch: this.table[row]!, ...readMeasurement(values) };
  }

  private append(epoch: number, values: Float64Array): void {
    if (this.rows === this.capacity) this.grow();
    const { rows, capacity, table } = this;
    table[rows] = epoch;
    for (let c = 0; c < curves.length; c++) table[(1 + c) * capacity + rows] = values[c]!;
    this.rows++;
  }

  private leaveOut(until: number): void {
    this.reserve(until + 1);
    this.cut(this.settled);
    const { every } = this;
    const nothing = new Float64Array(curves.length).fill(NaN);
    const first = Math.ceil(this.length / every) * every;
    for (let epoch = first; epoch < until; epoch += every) this.append(epoch, nothing);
  }

  // Keeps the first rows only.
  private cut(rows: number): void {
    this.rows = rows;
    if (this.entries.length > rows) this.entries = Object.freeze(this.entries.slice(0, rows));
  }

  private thin(): void {
    this.every *= 2;
    const { every, rows, capacity, table } = this;
    let kept = 0;
    for (let row = 0; row < rows; row++) {
      if (table[row]! % every !== 0) continue;
      for (let c = 0; c < columns; c++) table[c * capacity + kept] = table[c * capacity + row]!;
      kept++;
    }
    this.rows = kept;
    this.entries = Object.freeze(this.entries.filter(({ epoch }) => epoch % every === 0));
  }

  // Twice as much as there is.
  private grow(): void {
    const { rows, capacity } = this;
    const table = new Float64Array(columns * 2 * rows);
    for (let c = 0; c < columns; c++) {
      table.set(this.table.subarray(c * capacity, c * capacity + rows), c * 2 * rows);
    }
    this.table = table;
    this.capacity = 2 * rows;
  }
}
