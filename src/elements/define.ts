// Makes the elements known to the page, once.
import { PancakeFigureElement, PancakePlaygroundElement, PancakeRunElement } from './elements';
import { words } from './labels';
import { version } from './version';

// Runs first: a figure asks for the one around it.
const elements = {
  'pancake-run': PancakeRunElement,
  'pancake-figure': PancakeFigureElement,
  'pancake-playground': PancakePlaygroundElement,
};

/**
 * Makes `<pancake-run>`, `<pancake-figure>` and `<pancake-playground>` known to the page. Where they are
 * known already, they stay what they are: the first script to define them wins, so that all elements
 * of a page come from one version and can share runs.
 */
export function defineElements(): void {
  if (typeof customElements === 'undefined') return;
  const before = Object.keys(elements)
    .map((tag) => customElements.get(tag))
    .find((known) => known !== undefined) as { version?: string } | undefined;
  if (before) {
    const other = before.version ?? 'of another kind';
    // Nothing else would tell an author why the newer script changes nothing.
    // eslint-disable-next-line no-console
    if (other !== version) console.warn(words.otherVersion(version, other));
    return;
  }
  for (const [tag, element] of Object.entries(elements)) customElements.define(tag, element);
}
