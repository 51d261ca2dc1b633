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

/** One epoch of the history. Epoch 0 is the untrained model. */
export interface HistoryEntry extends Measurement {
  epoch: number;
}

/** The columns of the history. */
export type Curve = keyof Measurement;

const curves: readonly Curve[] = ['loss', 'testLoss', 'accuracy', 'testAccuracy'];

/** A growing table with a row an epoch, kept in columns so that a long run costs little. */
export class History {
  /** How many epochs it holds, epoch 0 included. */
  length = 0;
  /** Counts how often part of it was forgotten: while it is the same, the table has only grown. */
  revision = 0;

  private columns = allocate(256);
  private entries: readonly HistoryEntry[] = [];

  /** Notes what was measured at an epoch; there must be no gap before it. */
  record(epoch: number, measured: Measurement): void {
    if (epoch >= this.columns.loss.length) this.grow();
    for (const curve of curves) this.columns[curve][epoch] = measured[curve] ?? NaN;
    this.truncate(epoch);
    this.length = epoch + 1;
  }

  /** Forgets everything from this epoch on. */
  truncate(length: number): void {
    if (this.length > length) this.revision++;
    this.length = Math.min(this.length, length);
    if (this.entries.length > this.length) this.entries = this.entries.slice(0, this.length);
  }

  /** One curve, an entry an epoch; NaN where nothing was measured. A view, not a copy. */
  curve(curve: Curve): Float64Array {
    return this.columns[curve].subarray(0, this.length);
  }

  /** What was measured at an epoch. */
  at(epoch: number): HistoryEntry {
    const read = (curve: Curve) => {
      const value = this.columns[curve][epoch]!;
      return Number.isNaN(value) ? null : value;
    };
    return {
      epoch,
      loss: this.columns.loss[epoch]!,
      testLoss: read('testLoss'),
      accuracy: read('accuracy'),
      testAccuracy: read('testAccuracy'),
    };
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

  private grow(): void {
    const wider = allocate(this.columns.loss.length * 2);
    for (const curve of curves) wider[curve].set(this.columns[curve]);
    this.columns = wider;
  }
}

function allocate(length: number): Record<Curve, Float64Array> {
  return {
    loss: new Float64Array(length),
    testLoss: new Float64Array(length),
    accuracy: new Float64Array(length),
    testAccuracy: new Float64Array(length),
  };
}
