// Spans: parameters that lie side by side in memory, to be walked over in one go.
import type { Parameter } from '../layer';
import { Tensor } from '../tensor';

/** Some parameters as one, in the order of the model, with nothing but zeros between them. */
export interface Span {
  /** All their values, in one dimension. */
  value: Tensor;
  /** All their gradients. */
  grad: Tensor;
  /** Where each of them begins, counted in numbers. */
  starts: readonly number[];
}

/** The fewest spans for these parameters. */
export function spansOf(parameters: readonly Parameter[]): Span[] {
  const groups: Parameter[][] = [];
  for (const parameter of parameters) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const follows = last && comesNext(last.value, parameter.value);
    if (follows && comesNext(last.grad, parameter.grad)) group!.push(parameter);
    else groups.push([parameter]);
  }
  return groups.map(spanOf);
}

/** The span of parameters that lie side by side, or of one alone. */
export function spanOf(parameters: readonly Parameter[]): Span {
  const origin = parameters[0]!.value.address;
  return {
    value: across(parameters.map(({ value }) => value)),
    grad: across(parameters.map(({ grad }) => grad)),
    starts: parameters.map(({ value }) => (value.address - origin) / 8),
  };
}

// Where a tensor's room ends: it is an even count of numbers.
const endOf = ({ address, size }: Tensor) => address + 8 * (size + (size % 2));

// Only in the memory of the WebAssembly kernels do neighbours have anything to do with each other.
const comesNext = (a: Tensor, b: Tensor) =>
  a.home === b.home && a.home.name === 'wasm' && b.address === endOf(a);

function across(tensors: readonly Tensor[]): Tensor {
  const [first, last] = [tensors[0]!, tensors.at(-1)!];
  if (first === last) return first;
  const size = (last.address - first.address) / 8 + last.size;
  const data = new Float64Array(first.data.buffer, first.data.byteOffset, size);
  return new Tensor(data, [size], first.home, first.address);
}
