// Taking down what was changed by hand on a run's way.
import { PancakeError, ensure } from '../../engine';
import type { Change } from '../changes';
import { ofData } from '../options';
import type { RecordedRun } from '../recorded-run';
import type { Settings } from '../settings';
import { limits } from './limits';
import { changeOfData } from './points';
import { changeOfOptions, ofTraining } from './recordable-options';
import type { RecordedEvent } from './record';
import type { Start } from './take-state';

/**
 * What was changed from where a record begins.
 *
 * @param last the part in which the run stands if its future is left out, or null
 * @throws PancakeError if it was changed too often for a link, or in a way that a link cannot hold
 */
export function eventsFrom(
  parts: readonly RecordedRun[],
  start: Start,
  last: RecordedRun | null,
): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  const end = last ? last.run.step : Infinity;
  for (let i = parts.indexOf(start.part); i < parts.length; i++) {
    const part = parts[i]!;
    const isFirst = part === start.part;
    const { step: from, settings } = isFirst ? start.state : part.nearest(part.startEpoch);
    let before = settings;
    for (const [step, changes] of part.allChanges()) {
      if (step > end) break;
      if (isFirst && (step < from || (start.isChanged && step === from))) continue;
      for (const change of changes) {
        const event = eventOf(step, change, before);
        if (event) events.push(event);
        if ('settings' in change) before = change.settings;
      }
    }
    const next = parts[i + 1];
    if (!next || part === last) break;
    ensure(next.reshapedBy, () => 'a link cannot hold how this model was changed');
    events.push({ step: next.nearest(next.startEpoch).step, reshape: next.reshapedBy });
  }
  if (events.length > limits.events) {
    throw new PancakeError(
      `the run was changed ${events.length} times; a link holds at most ${limits.events} changes, so take one with the weights`,
    );
  }
  return events;
}

function eventOf(step: number, change: Change, before: Settings): RecordedEvent | null {
  if ('edit' in change) return { step, edit: change.edit };
  const { settings } = change;
  const { data } = settings.options;
  const isOwn = typeof data === 'object';
  const options = changeOfOptions(before.options, settings.options, [
    ...ofTraining,
    ...ofData.filter((name) => name !== 'data' || !isOwn),
  ]);
  const points = isOwn && changeOfData(before, settings);
  const moved = points && (points.train !== null || points.test !== null) ? points : null;
  const becameOwn = isOwn && typeof before.options.data !== 'object';
  if (!moved && !becameOwn && Object.keys(options).length === 0) return null;
  return { step, options, data: moved ?? (becameOwn ? { train: null, test: null } : null) };
}
