// The words of what can be heard of a run.
import { formatCount, formatNumber, formatShort } from '../../a11y';
import type { LossScale, Scan, ScanLine } from './mapping';
import type { SoundProblem } from './sound';

/** What the figure says; any of it can be replaced. */
export interface SonificationLabels {
  heading: string;
  /** The button that lets the loss be heard while the run plays. */
  follow: string;
  /** The button for the loss so far. */
  sweep: string;
  /** The button for the row or column. */
  scan: (along: ScanLine) => string;
  /** Any of these while it plays. */
  stop: string;
  volume: string;
  volumeValue: (share: number) => string;
  /** Which pitch stands for which loss. */
  lossScale: (scale: LossScale) => string;
  /** Why there is no loss so far. */
  nothingYet: string;
  /** The choice of a row or a column, and each of them. */
  along: string;
  line: (along: ScanLine) => string;
  /** The slider that moves it, and its value. */
  place: (along: ScanLine) => string;
  placeKeys: string;
  /** Which pitch stands for which probability. */
  scanScale: (along: ScanLine, low: number, high: number) => string;
  /** What is heard along the line, in words. */
  reading: (scan: Scan) => string;
  /** Why there is nothing to scan. */
  noBoundary: string;
  problem: (problem: SoundProblem) => string;
  escape: string;
}

export const defaultLabels: SonificationLabels = {
  heading: 'Listen to the run',
  follow: 'Hear the loss while it trains',
  sweep: 'Play the loss so far',
  scan: (along) => (along === 'row' ? 'Play the row' : 'Play the column'),
  stop: 'Stop',
  volume: 'Volume',
  volumeValue: (share) => `${formatCount(100 * share)} %`,
  lossScale: ({ low, high }) =>
    `The lower the loss, the lower the pitch: ${formatCount(low.hertz)} Hz at ${formatShort(low.value, 2)}, ` +
    `${formatCount(high.hertz)} Hz at ${formatShort(high.value, 2)}.`,
  nothingYet: 'Nothing is trained yet.',
  along: 'Scan along',
  line: (along) => (along === 'row' ? 'a row' : 'a column'),
  place: (along) => (along === 'row' ? 'Row, y' : 'Column, x'),
  placeKeys: 'Arrow keys move it a little, with Shift or Page Up and Page Down further.',
  scanScale: (along, low, high) =>
    `${along === 'row' ? 'From left to right' : 'From bottom to top'}, the pitch is the probability of class 1: ` +
    `${formatCount(low)} Hz for 0, ${formatCount(high)} Hz for 1. A click where it passes one half.`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const begins = `${line} ${formatNumber(at, 2)}: begins in class ${probabilities[0]! > 0.5 ? 1 : 0}, `;
    const range = `probability of class 1 from ${formatNumber(Math.min(...probabilities), 2)} to ${formatNumber(Math.max(...probabilities), 2)}.`;
    if (crossings.length === 0) return `${begins}no crossing, ${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    const all = [places.slice(0, -1).join(', '), places.at(-1)].filter(Boolean).join(' and ');
    return `${begins}crosses at ${across} ${all}, ${range}`;
  },
  noBoundary: 'There is no boundary to scan: it takes two inputs and two classes.',
  problem: (problem) =>
    problem === 'missing'
      ? 'This browser cannot make sound (it has no Web Audio). The numbers are in words here and in the other figures.'
      : 'The browser does not let this page make sound. The numbers are in words here and in the other figures.',
  escape: 'Escape stops the sound.',
};
