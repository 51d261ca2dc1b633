// An optimizer that reads from a tape: each step puts the numbers in place that the reader's code gave.
import { Optimizer, PancakeError, type Layer } from '../../../engine';
import type { Tape } from './tape';

/** Steps through the epochs of a tape. */
export class TapeOptimizer extends Optimizer {
  readonly memory = [];

  constructor(
    model: Layer,
    options: { lr: number },
    private readonly tape: Tape,
  ) {
    super(model, options);
  }

  get type(): string {
    return 'your code';
  }

  override step(): void {
    const values = this.tape.values[++this.steps];
    if (!values)
      throw new PancakeError(`your code trained for ${this.tape.values.length - 1} epochs`);
    let at = 0;
    for (const { value } of this.parameters) {
      value.data.set(values.subarray(at, at + value.size));
      at += value.size;
    }
  }

  protected update(): void {}
}
