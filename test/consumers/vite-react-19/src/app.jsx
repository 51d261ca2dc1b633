// A small site of three pages, each a chunk of its own, with links that do not load it anew.
import { useEffect, useState } from 'react';

const pages = {
  '/': async () => (await import('./home.mdx')).default,
  '/away/': async () => (await import('./away.mdx')).default,
  '/everything/': async () => (await import('./everything')).Everything,
};

export const paths = Object.keys(pages);

export const load = (path) => (pages[path] ?? pages['/'])();

export function App({ first }) {
  const [Page, setPage] = useState(() => first);
  useEffect(() => {
    const follow = async () => {
      const loaded = await load(location.pathname);
      setPage(() => loaded);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  return (
    <main onClick={go}>
      <Page />
    </main>
  );
}
