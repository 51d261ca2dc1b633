// Whether a figure shows its poster: what stands in for a canvas where no script has painted one yet.
import { useSyncExternalStore } from 'react';

/**
 * True on a server and while its HTML is taken over, false from then on. What is drawn for it is in
 * the HTML: for a reader without JavaScript, for paper and for feeds. A canvas is painted before the
 * browser shows what took over, so the poster below it can go without a flash.
 */
export function usePoster(): boolean {
  return useSyncExternalStore(never, no, yes);
}

const never = () => () => {};
const no = () => false;
const yes = () => true;
