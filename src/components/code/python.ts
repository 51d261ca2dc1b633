// Methods in Python: how their lines are written down.
import type { CodeExcerpt, CodeLine, CodeRole } from './excerpt';

/** A line of a method's body, and what it does. */
export type Written = readonly [text: string, ...roles: CodeRole[]];

/** A layer, a loss or an optimizer, as far as its NumPy depends on it. */
export interface InNumPy {
  /** The kind: `Linear`. */
  type: string;
}

/** A method with its lines, indented below its head. */
export function inPython(
  name: string,
  head: string,
  body: readonly Written[],
  names: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): CodeExcerpt {
  const method: CodeLine[] = [
    ...before.map((text) => ({ text, roles: [] })),
    { text: head, roles: [] },
    ...body.map(([text, ...roles]) => ({ text: `    ${text}`, roles })),
  ];
  return { name, language: 'python', lines: method, names };
}
