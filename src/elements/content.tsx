// The figure of an element as React draws it: its component, with what the attributes say.
import type { Kind } from './kinds';

/**
 * @param beginning what it begins with; when that changes, it begins anew
 * @param hasContent whether there is anything between the element's tags
 * @param direction which way the page's own text between the tags goes
 * @param tell tells the page of an event
 */
export function contentOf(
  { component: Figure, events, hasContent: takesContent }: Kind,
  beginning: string,
  props: Readonly<Record<string, unknown>>,
  hasContent: boolean,
  direction: string,
  tell: (type: string, detail: unknown) => void,
) {
  const listeners = Object.entries(events).map(([prop, read]) => [
    prop,
    (...args: never[]) => tell(...read(...args)),
  ]);
  return (
    <Figure key={beginning} {...props} {...(Object.fromEntries(listeners) as object)}>
      {takesContent && hasContent ? <slot dir={direction} /> : undefined}
    </Figure>
  );
}
