// The run's history: what was measured after each epoch.

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

/** A growing table with a row an epoch, kept in columns so that a long run costs little. */
export class History {
  /** How many epochs it holds, epoch 0 included. */
  length = 0;
  /** Counts how often part of it was forgotten: while it is the same, the table has only grown. */
  revision = 0;

  // One curve after the other, each with room for `capacity` epochs.
  private capacity = 256;
  private table = new Float64Array(curves.length * this.capacity);
  private entries: readonly HistoryEntry[] = [];

  /**
   * Notes what was measured at an epoch. Of epochs that were left out before it, nothing is known.
   *
   * @param values a number for each of `curves`, NaN where nothing was measured
   */
  record(epoch: number, values: Float64Array): void {
    while (epoch >= this.capacity) this.grow();
    if (epoch > this.length) this.leaveOut(this.length, epoch);
    for (let c = 0; c < curves.length; c++) this.table[c * this.capacity + epoch] = values[c]!;
    this.truncate(epoch);
    this.length = epoch + 1;
  }

  /** Forgets everything from this epoch on. */
  truncate(length: number): void {
    if (this.length > length) this.revision++;
    this.length = Math.min(this.length, length);
    if (this.entries.length > this.length) this.entries = this.entries.slice(0, this.length);
  }

  /** A table of its own with the same entries. */
  copy(): History {
    const copy = new History();
    Object.assign(copy, { length: this.length, capacity: this.capacity });
    copy.table = this.table.slice();
    return copy;
  }

  /** One curve, an entry an epoch; NaN where nothing was measured. A view, not a copy. */
  curve(curve: Curve): Float64Array {
    const start = curves.indexOf(curve) * this.capacity;
    return this.table.subarray(start, start + this.length);
  }

  /** What was measured at an epoch. */
  at(epoch: number): HistoryEntry {
    const values = Float64Array.from(curves, (_, c) => this.table[c * this.capacity + epoch]!);
    return { epoch, ...readMeasurement(values) };
  }

  /** Writes what was measured at an epoch, a number for each of `curves`. */
  read(epoch: number, into: Float64Array): void {
    for (let c = 0; c < curves.length; c++) into[c] = this.table[c * this.capacity + epoch]!;
  }

  /** The whole table as a list; the same list until something is added. */
  toArray(): readonly HistoryEntry[] {
    if (this.entries.length < this.length) {
      const fresh = Array.from({ length: this.length - this.entries.length }, (_, i) =>
        Object.freeze(this.at(this.entries.length + i)),
      );
      this.entries = Object.freeze([...this.entries, ...fresh]);
    }
    return this.entries;
  }

  private leaveOut(from: number, to: number): void {
    for (let c = 0; c < curves.length; c++) {
      this.table.fill(NaN, c * this.capacity + from, c * this.capacity + to);
    }
  }

  private grow(): void {
    const table = new Float64Array(2 * this.table.length);
    for (let c = 0; c < curves.length; c++) {
      const curve = this.table.subarray(c * this.capacity, (c + 1) * this.capacity);
      table.set(curve, 2 * c * this.capacity);
    }
    this.table = table;
    this.capacity *= 2;
  }
}
