// A small site of three pages, each a chunk of its own, with links that do not load it anew.
import { useEffect, useState, type ComponentType, type MouseEvent } from 'react';

const pages: Record<string, () => Promise<ComponentType>> = {
  '/': async () => (await import('./home')).Home,
  '/away/': async () => (await import('./away')).Away,
  '/everything/': async () => (await import('./everything')).Everything,
};

export const paths = Object.keys(pages);

export const load = (path: string) => (pages[path] ?? pages['/']!)();

export function App({ first }: { first: ComponentType }) {
  const [Page, setPage] = useState(() => first);
  useEffect(() => {
    const follow = async () => {
      const loaded = await load(location.pathname);
      setPage(() => loaded);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
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
