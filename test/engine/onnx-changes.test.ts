// Files that differ in one place from those that can be read: each is refused in words that are written down, or it
// is read as what ONNX Runtime computes.
import { describe, expect, it } from 'vitest';
import { PancakeError, Sequential, createRng, fromONNX, toONNX } from '../../src/engine-entry';
import { decodeModel } from '../../src/engine/onnx/decode';
import { encodeModel } from '../../src/engine/onnx/encode';
import { compareTexts } from '../support/known-texts';
import { isLong } from '../support/long';
import { featuresCases, layerCases, points, runONNX } from '../support/onnx';
import { changesOf } from '../support/onnx-changes';
import { otherFiles } from '../support/onnx-files';

const spelledOut = ['LeakyReLU', 'Softplus', 'ELU', 'SiLU', 'GELU', 'LayerNorm', 'Residual'];
const files: [name: string, bytes: Uint8Array][] = [
  ...spelledOut.map((name): [string, Uint8Array] => {
    const layer = layerCases[name]!(2, createRng(1));
    return [`${name}, float64`, toONNX(new Sequential([layer]), { precision: 'float64' })];
  }),
  ['Features, float64', toONNX(new Sequential([featuresCases.at(-1)!]), { precision: 'float64' })],
  ...Object.entries(otherFiles)
    .filter(([name]) => !name.startsWith('Gemm with'))
    .map(([name, [bytes]]): [string, Uint8Array] => [name, bytes]),
];

/** The changes of a file, each with what it is read as. */
function* readings(bytes: Uint8Array) {
  for (const [change, model] of changesOf(decodeModel(bytes))) {
    const changed = encodeModel(model);
    try {
      yield { change, changed, read: fromONNX(changed) };
    } catch (error) {
      if (!(error instanceof PancakeError)) throw error;
      yield { change, changed, refused: error.message };
    }
  }
}

describe('what is said of', () => {
  compareTexts(
    'onnx-changes.txt',
    Object.fromEntries(
      files.map(([name, bytes]) => [
        name,
        () =>
          [...readings(bytes)]
            .map(({ change, read, refused }) => `${change}: ${refused ?? read.describe()}`)
            .join('\n'),
      ]),
    ),
  );
});

describe('what is read is what ONNX Runtime computes:', () => {
  // Of this package's own spelling in every run, of others' in the long one: it takes a session for each change.
  it.each(isLong ? files : files.slice(0, spelledOut.length + 1))('%s', async (_, bytes) => {
    const x = points(7, 2, createRng(4));
    for (const { change, changed, read } of readings(bytes)) {
      if (change === 'nothing') continue;
      // What is no valid file may be read as what was meant.
      const wanted = read && (await runONNX(changed, x).catch(() => undefined));
      if (!wanted) continue;
      read.predict(x).data.forEach((found, i) => {
        const far = Math.abs(found - wanted.data[i]!) / Math.max(1, Math.abs(found));
        expect(far, `${change}: ${found} for ${wanted.data[i]}`).toBeLessThan(3e-6);
      });
    }
  });
});
