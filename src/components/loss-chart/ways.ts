// Earlier ways: which of the futures that were given up are shown.
import type { Branch, Trainer } from '../../trainer';
import { eventsOf, type MarkWords } from './marks';

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

/**
 * What tells ways apart that parted at the same epoch: the changes made there, and if those are the same
 * too, which of them it is. Empty for a way that parted where no other did.
 */
export function detailsOf(ways: readonly Branch[], words: MarkWords): readonly string[] {
  const changes = ways.map(({ from, marks }) => {
    if (ways.filter((way) => way.from === from).length === 1) return '';
    const here = marks.filter(({ epoch }) => epoch === from);
    return eventsOf(here, [], words)
      .map((event) => event.words)
      .join(', ');
  });
  const isSame = (i: number, j: number) =>
    ways[i]!.from === ways[j]!.from && changes[i] === changes[j];
  return ways.map((_, i) => {
    const same = ways.map((_way, j) => j).filter((j) => isSame(i, j));
    const place = same.length > 1 ? `${same.indexOf(i) + 1}/${same.length}` : '';
    const detail = [changes[i], place].filter(Boolean).join(', ');
    return detail && ` (${detail})`;
  });
}
