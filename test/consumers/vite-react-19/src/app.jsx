// A small site of three pages, with links that do not load the page anew.
import { useEffect, useState } from 'react';
import Away from './away.mdx';
import { Everything } from './everything';
import Home from './home.mdx';

export const pages = { '/': Home, '/away/': Away, '/everything/': Everything };

export function App({ path: first }) {
  const [path, setPath] = useState(first);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    setPath(location.pathname);
  };
  const Page = pages[path];
  return (
    <main onClick={go}>
      <Page />
    </main>
  );
}
