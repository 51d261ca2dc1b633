// What programs of runs say, to the letter: a reader reads them before they run.
import { toNumPy, toPyTorch } from '../../src/engine-entry';
import { compareTexts } from '../support/known-texts';
import { programCases } from '../support/programs';

compareTexts(
  'programs.txt',
  Object.fromEntries(
    Object.entries(programCases()).flatMap(([name, { trainer, currentWeights }]) => [
      [`NumPy, ${name}`, () => toNumPy(trainer, { currentWeights })],
      [`PyTorch, ${name}`, () => toPyTorch(trainer, { currentWeights })],
    ]),
  ),
);
