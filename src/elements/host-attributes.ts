// Attributes that are about the element itself, and not about its figure or its run.
import type { Kind } from './kinds';
import { words } from './labels';

/**
 * The room that is kept for a figure, in pixels, and what is wrong with it. A chart takes its height itself.
 */
export function roomOf(
  host: Element,
  kind: Kind | null,
): { pixels: number | null; problem: string | null } {
  const given = host.getAttribute('height');
  if (given === null || kind?.attributes.has('height')) return { pixels: null, problem: null };
  const height = Number(given);
  if (given.trim() !== '' && height > 0 && height < Infinity) {
    return { pixels: height, problem: null };
  }
  return { pixels: null, problem: words.attribute('height', given, words.height) };
}

/** Where the site has `embed.html`, for code that embeds the figure; undefined where nobody says it. */
export function embedAddressOf(host: Element): string | undefined {
  const given = host.getAttribute('embed-address');
  if (!given || !URL.canParse(given, document.baseURI)) return undefined;
  return new URL(given, document.baseURI).href;
}
