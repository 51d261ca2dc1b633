// Earlier ways: which of the futures that were given up are shown.
import type { Branch, Trainer } from '../../trainer';

// More of them would hide each other.
const shownByDefault = 3;

/**
 * The earlier ways to show, the latest last.
 *
 * @param most how many; by default the last three that a change on the way gave up, and none that
 * starting over did
 */
export function earlierWays({ branches }: Trainer, most?: number): readonly Branch[] {
  if (most === undefined) return branches.filter(({ from }) => from > 0).slice(-shownByDefault);
  return most > 0 ? branches.slice(-most) : [];
}
