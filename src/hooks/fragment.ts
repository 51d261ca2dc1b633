// A run in the fragment of an address: `#run=…`. Whatever else stands in it, such as a heading's name, stays.

/** The entry of this name in a fragment, or null. */
export function readFragment(hash: string, key: string): string | null {
  const part = partsOf(hash).find((one) => one.startsWith(`${key}=`));
  return part === undefined ? null : part.slice(key.length + 1);
}

/** The fragment with this entry in place of the one before; without it for null. */
export function writeFragment(hash: string, key: string, text: string | null): string {
  const others = partsOf(hash).filter((one) => !one.startsWith(`${key}=`));
  const parts = text === null ? others : [...others, `${key}=${text}`];
  return parts.length ? `#${parts.join('&')}` : '';
}

/** The address of a page with a run in its fragment. */
export function addressOf(page: string, key: string, text: string): string {
  const url = new URL(page);
  url.hash = writeFragment(url.hash, key, text);
  return url.href;
}

function partsOf(hash: string): string[] {
  return hash.replace(/^#/, '').split('&').filter(Boolean);
}
