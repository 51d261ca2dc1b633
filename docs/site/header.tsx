// The line at the top of every page.
import { siteTitle, startAddress } from './page';
import { ThemeSwitch } from './theme-switch';

export interface HeaderProps {
  root: string;
  menuOpen: boolean;
  onMenu: () => void;
  onSearch: () => void;
}

export function Header({ root, menuOpen, onMenu, onSearch }: HeaderProps) {
  return (
    <header className="site-header">
      <button
        type="button"
        className="site-button menu-button"
        aria-expanded={menuOpen}
        aria-controls="site-navigation"
        onClick={onMenu}
      >
        Pages
      </button>
      <a className="site-title" href={startAddress(root)}>
        <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
          <rect x="3" y="0" width="14" height="4" rx="2" />
          <rect x="1" y="6" width="18" height="4" rx="2" />
          <rect x="2" y="12" width="16" height="4" rx="2" />
        </svg>
        {siteTitle}
      </a>
      <div className="site-tools">
        <button type="button" className="site-button" aria-keyshortcuts="/" onClick={onSearch}>
          Search <kbd aria-hidden="true">/</kbd>
        </button>
        <ThemeSwitch />
      </div>
    </header>
  );
}
