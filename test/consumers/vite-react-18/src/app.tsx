// A small site of three pages, with links that do not load the page anew.
import { useEffect, useState, type ComponentType, type MouseEvent } from 'react';
import { Away } from './away';
import { Everything } from './everything';
import { Home } from './home';

export const pages: Record<string, ComponentType> = {
  '/': Home,
  '/away/': Away,
  '/everything/': Everything,
};

export function App({ path: first }: { path: string }) {
  const [path, setPath] = useState(first);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    setPath(location.pathname);
  };
  const Page = pages[path] ?? Away;
  return (
    <main onClick={go}>
      <Page />
    </main>
  );
}
