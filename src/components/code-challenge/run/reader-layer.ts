// What stands for a reader's layer in the page's figures: its function, known from a table.
import { Layer, PancakeError, Tensor, type TensorLike } from '../../../engine';
import type { FunctionTable } from './function-table';

/** A layer that treats every number by itself, as the reader's does. */
export class ReaderLayer extends Layer {
  private input?: Tensor;

  constructor(
    private readonly name: string,
    private readonly table: FunctionTable,
  ) {
    super();
  }

  override get type(): string {
    return this.name;
  }
  override get formula(): string {
    return `y = ${this.name}(x)`;
  }
  override get elementwise(): boolean {
    return true;
  }

  forward(x: TensorLike): Tensor {
    this.input = Tensor.from(x).clone();
    return new Tensor(
      this.input.data.map((v) => this.table.value(v)),
      this.input.shape,
    );
  }

  backward(dOut: TensorLike): Tensor {
    const { input } = this;
    if (!input) throw new PancakeError(`${this.name}: backward was called before forward`);
    const { data } = Tensor.from(dOut);
    return new Tensor(
      input.data.map((v, i) => this.table.slope(v) * data[i]!),
      input.shape,
    );
  }
}
