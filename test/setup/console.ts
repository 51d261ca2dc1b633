// A test that prints is a test that hides something: every console.error, console.warn and
// console.log fails the test it happens in, unless the test said before that it expects it.
import { afterAll, afterEach, beforeEach } from 'vitest';

const methods = ['error', 'warn', 'log'] as const;

/** The methods that are watched. */
export type ConsoleMethod = (typeof methods)[number];

interface Expectation {
  method: ConsoleMethod;
  pattern: RegExp | string;
  met: boolean;
}

// One record for the page, should the module be loaded twice (as a setup file and by a test).
interface Watch {
  expected: Expectation[];
  unexpected: string[];
}
const home = globalThis as { __pancakeConsole?: Watch };
const installed = home.__pancakeConsole !== undefined;
const watch = (home.__pancakeConsole ??= { expected: [], unexpected: [] });

/**
 * Allows, and asks for, one kind of console output in the test that calls it: what matches is
 * silent however often it comes, and the test fails if it never does.
 */
export function expectConsole(method: ConsoleMethod, pattern: RegExp | string): void {
  watch.expected.push({ method, pattern, met: false });
}

function matches(text: string, pattern: RegExp | string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

// React and others print with "%s" and the values behind it.
function format(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  const show = (value: unknown) =>
    value instanceof Error ? (value.stack ?? value.message) : String(value);
  const head =
    typeof first === 'string'
      ? first.replace(/%[sdifoOc]/g, (mark) => {
          if (rest.length === 0) return mark;
          const value = rest.shift();
          return mark === '%c' ? '' : show(value);
        })
      : show(first);
  return [head, ...rest.map(show)].join(' ');
}

function check(): void {
  const unmet = watch.expected.filter(({ met }) => !met);
  const { unexpected } = watch;
  watch.expected = [];
  watch.unexpected = [];
  if (unexpected.length > 0) {
    throw new Error(`Unexpected console output:\n${unexpected.join('\n')}`);
  }
  if (unmet.length > 0) {
    const list = unmet.map(({ method, pattern }) => `console.${method} with ${String(pattern)}`);
    throw new Error(`Expected console output never came: ${list.join(', ')}`);
  }
}

if (!installed) {
  for (const method of methods) {
    console[method] = (...args: unknown[]) => {
      const text = format(args);
      const known = watch.expected.filter(
        (one) => one.method === method && matches(text, one.pattern),
      );
      known.forEach((one) => (one.met = true));
      if (known.length === 0) watch.unexpected.push(`console.${method}: ${text}`);
    };
  }
}

// What was printed while the file loaded is still in the record and fails its first test.
beforeEach(() => {
  watch.expected = [];
});
afterEach(check);
afterAll(check);
