// Where WebAssembly cannot run, or has no memory, plain kernels compute the same.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as engine from '../../src/engine-entry';
import { Tensor, type TrainerOptions } from '../../src/engine-entry';
import { hashOfParameters } from './helpers';

afterEach(() => void vi.unstubAllGlobals());

/** The parameters' bits after so many epochs. */
function train(options: TrainerOptions, epochs = 20, make = engine.createTrainer): string {
  const trainer = make({ points: 47, batchSize: 7, seed: 3, ...options });
  trainer.step('epoch', epochs);
  expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: epochs });
  return hashOfParameters(trainer.model.parameters());
}

describe('where WebAssembly cannot run', () => {
  /** The package as a page with this WebAssembly loads it. */
  async function load(webAssembly: unknown): Promise<typeof engine> {
    vi.stubGlobal('WebAssembly', webAssembly);
    vi.resetModules();
    return import('../../src/engine-entry');
  }
  const { WebAssembly } = globalThis;
  let asked = 0;
  const without = (name: 'Module' | 'Memory', error: () => Error, first = 0) => {
    const Real = WebAssembly[name] as new (given: never) => object;
    const value = function (given: never) {
      if (asked++ < first) return new Real(given);
      throw error();
    };
    return Object.create(WebAssembly, { [name]: { value } }) as unknown;
  };
  beforeEach(() => void (asked = 0));
  const refused = () => new WebAssembly.CompileError('violates the Content Security Policy');
  const exhausted = () => new RangeError('could not allocate memory');

  it.each([
    ['it is missing', undefined],
    ['a policy forbids it', without('Module', refused)],
  ])('since %s, plain kernels compute', async (_, webAssembly) => {
    const page = await load(webAssembly);
    expect(page.kernels.name).toBe('plain');
    expect(train({ optimizer: 'Adam' }, 20, page.createTrainer)).toBe(train({ optimizer: 'Adam' }));
    expect(() => page.kernels.use('wasm')).toThrow(page.PancakeError);
    expect(() => page.kernels.use('wasm')).toThrow(
      `this page cannot run it: WebAssembly with SIMD is missing, or a Content-Security-Policy without 'wasm-unsafe-eval' forbids it`,
    );
    page.kernels.use('auto');
    expect(page.kernels.name).toBe('plain');
  });

  it.each([0, 1])(
    'since there is memory for %d models only, the others train as well',
    async (n) => {
      const page = await load(without('Memory', exhausted, n));
      const grid = Tensor.full([20_000, 2], 0.5).toArray();
      const says = ({ Sequential: S, Linear: L, ReLU: R }: typeof engine) =>
        new S([new L(2, 9), new R(), new L(9, 1)]).predict(grid).toArray();
      for (let i = 0; i < 2; i++) {
        expect(train({ optimizer: 'Adam' }, 20, page.createTrainer)).toBe(
          train({ optimizer: 'Adam' }),
        );
        expect(says(page)).toEqual(says(engine));
      }
    },
  );

  // A browser looks through the whole page for memory to free before it refuses any.
  it('asks in vain but now and then', async () => {
    const page = await load(without('Memory', exhausted));
    for (let i = 0; i < 5; i++) train({}, 5, page.createTrainer);
    expect(asked).toBeLessThanOrEqual(3);
  });
});
