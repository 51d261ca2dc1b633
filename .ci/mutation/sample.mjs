// A sample of the mutants: PANCAKE_SAMPLE=10 npm run test:mutation tries every tenth, drawn by what it is and where,
// so that the same are drawn again; PANCAKE_SAMPLE_AT=3 beside it draws others. The rest are told as not compiled,
// which the score leaves out.
import { createHash } from 'node:crypto';
import { CheckStatus } from '@stryker-mutator/api/check';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';

/** Of so many mutants, one is tried. */
export const sample = Number(process.env.PANCAKE_SAMPLE ?? 1);
/** Which of them, from 0. */
const which = Number(process.env.PANCAKE_SAMPLE_AT ?? 0);

/** @param {import('@stryker-mutator/api/core').Mutant} mutant */
function isDrawn({ fileName, location, mutatorName, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf('/src/'));
  const { start, end } = location;
  const places = [start.line, start.column, end.line, end.column];
  const text = [file, ...places, mutatorName, replacement].join('\n');
  return createHash('sha256').update(text).digest().readUInt32BE() % sample === which;
}

class SampleChecker {
  async init() {}

  /** @param {import('@stryker-mutator/api/core').Mutant[]} mutants */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant)
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: 'It is not in the sample.' },
      ]),
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
