// How many random cases a test tries: a share of them in `npm test`, all in `npm run test:long`.

declare const __LONG__: boolean;

/** Whether this is the long run. */
export const isLong = __LONG__;

/** So many cases, or these: `all` in the long run, `share` in every other. */
export function cases<T extends number | readonly number[]>(all: T, share: T): T {
  return isLong ? all : share;
}
