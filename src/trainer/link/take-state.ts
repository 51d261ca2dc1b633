// Taking down a run's numbers: those that it began with, those of one moment, and their checksum.
import { Sequential, structureOf, type LayerJSON } from '../../engine';
import { begin } from '../begin';
import { curves, type History } from '../history';
import type { TrainerOptions } from '../options';
import type { RecordedRun } from '../recorded-run';
import type { Run, RunState } from '../run';
import type { Settings } from '../settings';
import { countParameters } from '../work';
import { checksum } from './bytes';
import type { LeftOut, RecordedState, RunRecord } from './record';

/** The epochs of the history that a link with weights holds; of a longer one every second, and so on. */
const mostHistory = 400;

/** Where a record begins: a part of the run, and its state there. */
export interface Start {
  part: RecordedRun;
  state: RunState;
  /** Whether what was changed at this very step is in the state. */
  isChanged: boolean;
}

/** The model and the weights to start over from, as far as the options do not tell. */
export function beginningOf(
  { run, initial }: RecordedRun,
  settings: Settings,
): Pick<RunRecord, 'structure' | 'initial'> {
  const { options } = settings;
  const { model: given } = options;
  const isGiven = given instanceof Sequential || typeof given === 'function';
  const layers = structureOf(run.model);
  const drawn = isGiven ? null : drawnRun(options);
  const isSame =
    drawn !== null && JSON.stringify(structureOf(drawn.model)) === JSON.stringify(layers);
  const values = joined(initial);
  const isDrawn =
    isSame &&
    joined(drawn.parameters.map(({ value }) => value.data)).every((value, i) =>
      Object.is(value, values[i]),
    );
  return {
    structure: isSame ? null : { model: layers satisfies LayerJSON, given: isGiven },
    initial: isDrawn ? null : values,
  };
}

function drawnRun(options: TrainerOptions): Run | null {
  try {
    return begin(options).run;
  } catch {
    return null;
  }
}

/** The state in which a record begins, with what was measured before. */
export function stateOf(
  { part: { run }, state }: Start,
  leftOut: readonly LeftOut[],
  history: History,
): RecordedState {
  const { epoch, step, optimizerSteps, gradients, values } = state;
  const weights: Float64Array[] = [];
  const memory: Float64Array[] = [];
  // How many numbers an optimizer remembers of each parameter.
  const slots = values.length / countParameters(run.model) - 1;
  let at = 0;
  for (const { value } of run.parameters) {
    weights.push(values.slice(at, (at += value.size)));
    memory.push(values.slice(at, (at += slots * value.size)));
  }
  const every = distanceOfRows(history, epoch);
  const rows = Math.ceil(epoch / every);
  return {
    epoch,
    step,
    weights: joined(weights),
    memory: leftOut.includes('optimizer') ? null : joined(memory),
    optimizerSteps,
    gradients: gradients && joined(gradients),
    history: {
      every,
      columns: curves.map((curve) => {
        const column = history.curve(curve);
        return Float64Array.from({ length: rows }, (_, row) => column[history.rowAt(row * every)]!);
      }),
    },
  };
}

// So that each row of the link has one in the history, which of a long run does not have every epoch.
function distanceOfRows(history: History, epoch: number): number {
  const least = Math.max(1, Math.ceil(epoch / mostHistory));
  for (let { every } = history; ; every *= 2) {
    const distance = every * Math.ceil(least / every);
    let at = 0;
    while (at < epoch && history.has(at)) at += distance;
    if (at >= epoch) return distance;
  }
}

/** The checksum of all parameters of a run. */
export function fingerprintOf(run: Run): number {
  return checksum(new Uint8Array(joined(run.parameters.map(({ value }) => value.data)).buffer));
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
