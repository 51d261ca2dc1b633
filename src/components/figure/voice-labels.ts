// What is said of a run to those who listen. The controls have these words among theirs.
import { formatCount, formatNumber } from '../../a11y';
import type { Snapshot } from '../../trainer';
import type { RunSummary } from './run-summary';

/** The sentences about a run; any of them can be replaced, as labels of the controls. */
export interface VoiceLabels {
  /** What is announced when the run starts, stops or goes wrong. */
  announce: (run: Snapshot) => string;
  /** What is said now and then while the run plays. */
  summary: (run: RunSummary) => string;
  /**
   * A sentence about one of several runs that speak on a page.
   *
   * @param name what the page calls the run, or null
   * @param number its place among them on the page, from 1
   */
  ofRun: (name: string | null, number: number, sentence: string) => string;
}

export const voiceLabels: VoiceLabels = {
  announce: ({ status, epoch, loss }) => {
    const where = `epoch ${epoch}, loss ${formatNumber(loss)}`;
    if (status === 'running') return `Training from ${where}.`;
    if (status === 'paused') return `Paused at ${where}.`;
    if (status === 'done') return `Done at ${where}.`;
    if (status === 'diverged') return `Diverged after ${where}.`;
    return `Ready at ${where}.`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `Epoch ${formatCount(epoch)}, loss ${formatNumber(loss)}, ${trend}, ` +
    (wrong === null
      ? `typical error ${formatNumber(error)}.`
      : `${formatCount(wrong)} of ${formatCount(count)} wrong.`),
  ofRun: (name, number, sentence) => `${name ?? `Run ${formatCount(number)}`}: ${sentence}`,
};
