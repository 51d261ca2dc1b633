// The frame around every page: header, navigation, contents, and the way to the next page.
import { useState } from 'react';
import { Contents } from './contents';
import { Header } from './header';
import { Navigation } from './navigation';
import { neighbours, numberedTitle, type ListedPage, type PageModule } from './page';
import { SearchDialog } from './search-dialog';
import { useSearchKey } from './use-search-key';

export interface LayoutProps {
  page: ListedPage;
  module: PageModule;
  /** The way from this page to the site's start: empty, or `../../`. */
  root: string;
}

export function Layout({ page, module, root }: LayoutProps) {
  const [menuOpen, setMenuOpen] = useState(false);
  const [searching, setSearching] = useState(false);
  useSearchKey(() => setSearching(true));
  const { default: Content, headings = [] } = module;
  const { previous, next } = neighbours(page);
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the text
      </a>
      <Header
        root={root}
        menuOpen={menuOpen}
        onMenu={() => setMenuOpen((open) => !open)}
        onSearch={() => setSearching(true)}
      />
      <div className="site-columns">
        <Navigation page={page} root={root} open={menuOpen} onClose={() => setMenuOpen(false)} />
        <main className="site-main">
          {headings.length > 1 && <Contents headings={headings} />}
          <article className="prose" id="content" tabIndex={-1}>
            {page.section === 'course' && <p className="page-number">Course, page {page.number}</p>}
            {page.section === 'guides' && <p className="page-number">Guide</p>}
            <Content root={root} />
          </article>
          {page.section !== 'start' && (
            <nav className="neighbours" aria-label="Next and previous page">
              {previous && (
                <a className="neighbour-previous" rel="prev" href={root + previous.path}>
                  <span>Previous</span> {numberedTitle(previous)}
                </a>
              )}
              {next && (
                <a className="neighbour-next" rel="next" href={root + next.path}>
                  <span>Next</span> {numberedTitle(next)}
                </a>
              )}
            </nav>
          )}
        </main>
      </div>
      {searching && <SearchDialog page={page} root={root} onClose={() => setSearching(false)} />}
    </>
  );
}
