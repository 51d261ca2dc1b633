// Light or dark: as the system has it until the reader chooses. `theme-script.js` does the same
// before the page is painted.
import { useSyncExternalStore } from 'react';

/** What the reader can choose. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'react-pancake-docs-theme';
const listeners = new Set<() => void>();

function read(): ThemeChoice {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system'; // a browser that keeps nothing
  }
}

function show() {
  const choice = read();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset['theme'] =
    choice === 'system' ? (dark ? 'dark' : 'light') : choice;
  listeners.forEach((listener) => listener());
}

// On paper all is light. What is drawn follows the attribute at once.
const showForPaper = () => {
  document.documentElement.dataset['theme'] = 'light';
};

function subscribe(listener: () => void) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  listeners.add(listener);
  system.addEventListener('change', show);
  addEventListener('storage', show); // chosen in another tab
  addEventListener('pageshow', show); // the page comes back as it was left
  addEventListener('beforeprint', showForPaper);
  addEventListener('afterprint', show);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', show);
    removeEventListener('storage', show);
    removeEventListener('pageshow', show);
    removeEventListener('beforeprint', showForPaper);
    removeEventListener('afterprint', show);
  };
}

function choose(choice: ThemeChoice) {
  try {
    if (choice === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // It holds for this page only.
  }
  show();
  if (choice !== 'system') document.documentElement.dataset['theme'] = choice;
}

/** The reader's choice, and how to change it. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, read, () => 'system' as const), choose];
}
