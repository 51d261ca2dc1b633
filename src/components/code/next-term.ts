// Where a key leads among the names in a listing.

/**
 * The element that is to have the focus next, or null if the key leads nowhere and may scroll.
 *
 * @param region the listing
 * @param from what has the focus: the listing itself, or a name in it
 */
export function nextTerm(region: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const all = [...region.querySelectorAll<HTMLElement>('.pancake-code-term')];
  if (all.length === 0) return null;
  const at = all.indexOf(from);
  if (at < 0) {
    // Left and right scroll the listing; what runs is what a reader comes for.
    if (key !== 'ArrowDown' && key !== 'Enter') return null;
    return region.querySelector<HTMLElement>('[data-executing] .pancake-code-term') ?? all[0]!;
  }
  if (key === 'Escape') return region;
  if (key === 'ArrowLeft') return all[at - 1] ?? null;
  if (key === 'ArrowRight') return all[at + 1] ?? null;
  if (key === 'Home') return all[0]!;
  if (key === 'End') return all.at(-1)!;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const lineOf = (one: HTMLElement) => one.parentElement;
  const own = lineOf(from);
  const others = key === 'ArrowUp' ? all.slice(0, at).reverse() : all.slice(at + 1);
  const first = others.find((one) => lineOf(one) !== own);
  if (!first) return key === 'ArrowUp' ? region : null;
  // The one above or below, as far as there is one.
  const left = from.offsetLeft;
  return all
    .filter((one) => lineOf(one) === lineOf(first))
    .reduce((best, one) =>
      Math.abs(one.offsetLeft - left) < Math.abs(best.offsetLeft - left) ? one : best,
    );
}
