// Finding things by name: case and dashes don't matter, and a wrong name gets a suggestion.
import { PancakeError, show } from './errors';

/**
 * What a name stands for in a table.
 *
 * @param kind what is looked for, for the message: `activation`
 * @throws PancakeError with the known names, and the nearest one first
 */
export function lookUp<T>(kind: string, table: Readonly<Record<string, T>>, name: unknown): T {
  const plain = typeof name === 'string' ? normalize(name) : '';
  const known = Object.keys(table);
  const found = known.find((key) => normalize(key) === plain);
  if (found !== undefined) return table[found]!;
  const near = known
    .map((key) => ({ key, distance: editDistance(normalize(key), plain) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const hint = plain && near && near.distance <= 3 ? ` Did you mean ${show(near.key)}?` : '';
  throw new PancakeError(`${kind} is ${show(name)}; it must be one of ${known.join(', ')}.${hint}`);
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

// Levenshtein's distance: how many letters must be added, removed or changed.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
