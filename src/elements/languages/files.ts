// Fetches languages from beside the script file, as scripts: modules do not load from a page on disk.

/**
 * What fetches languages from beside a script; null if it is not known to be the package's file. An
 * address that only names the package, as some servers allow, has other packages beside it.
 */
export function filesBeside(script: string): ((tag: string) => Promise<void>) | null {
  const address = URL.canParse(script) ? new URL(script) : null;
  if (!address?.pathname.endsWith('/pancake.js')) return null;
  return (tag) => {
    const name = `pancake.${tag}.js`;
    const there = [...document.scripts].find(({ src }) => src.includes(`/${name}`));
    return there ? cameOrNot(there, true) : fetched(new URL(name + address.search, address).href);
  };
}

/** Ends when the script has run, or will not. */
function fetched(address: string): Promise<void> {
  const script = document.createElement('script');
  const end = cameOrNot(script, false);
  try {
    script.src = address;
    document.head.append(script);
  } catch {
    // A page that trusts no addresses of scripts stays with English.
    return Promise.resolve();
  }
  return end;
}

function cameOrNot(script: HTMLScriptElement, isOfPage: boolean): Promise<void> {
  if (isOfPage && document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => resolve();
    for (const type of ['load', 'error']) script.addEventListener(type, end, { once: true });
    // One that is in the page may have failed before.
    if (isOfPage) addEventListener('load', end, { once: true });
  });
}
