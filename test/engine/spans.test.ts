// Spans: an optimizer walks in one go over parameters that lie side by side, and over no others.
import { describe, expect, it } from 'vitest';
import { Linear, Sequential, Tensor, createRng, type Parameter } from '../../src/engine';
import { Arena, inArena } from '../../src/engine/kernels';
import { spansOf } from '../../src/engine/optimizers/spans';
import { fill } from './conformance';

const model = () => {
  const rng = createRng(1);
  return new Sequential([3, 3, 1].map((width) => new Linear(3, width, { rng })));
};

/** Fails unless the spans show each parameter's own numbers, at the place that they name. */
function expectToCover(parameters: readonly Parameter[]): number {
  const spans = spansOf(parameters);
  const starts = spans.flatMap((span) => span.starts.map((start) => ({ span, start })));
  expect(starts).toHaveLength(parameters.length);
  parameters.forEach((parameter, i) => {
    const { span, start } = starts[i]!;
    for (const what of ['value', 'grad'] as const) {
      const part = span[what].data.subarray(start, start + parameter[what].size);
      expect(part).toEqual(parameter[what].data);
      parameter[what].data[0] = 7 + i;
      expect(part[0]).toBe(7 + i);
    }
  });
  return spans.length;
}

describe('spans', () => {
  it('are one for all parameters of a stack', () => {
    expect(model().parameters()[0]!.value.home.name).toBe('wasm');
    expect(expectToCover(model().parameters())).toBe(1);
  });

  it('end where the next parameter lies elsewhere', () => {
    const all = model().parameters();
    expect(expectToCover([...all].reverse())).toBe(all.length);
    expect(expectToCover(all.filter(({ name }) => !name.startsWith('1.')))).toBe(2);
  });

  it('end where the next parameter lies in other memory, at the address that follows', () => {
    const [a, b] = [1, 2].map(() => inArena(new Arena(), () => model().parameters()));
    const mixed = a!.map((parameter, i) => (i % 2 ? b![i]! : parameter));
    expect(expectToCover(mixed)).toBe(mixed.length);
  });

  it('are one a parameter outside of the kernels’ memory', () => {
    const own = [1, 2].map((seed) => ({
      name: String(seed),
      value: fill([2, 2], seed).clone(),
      grad: Tensor.zeros([2, 2]),
    }));
    expect(expectToCover(own)).toBe(2);
  });
});
