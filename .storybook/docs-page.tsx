// A docs page that follows the toolbar's light and dark, prose and figures alike.
import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, useState, type PropsWithChildren } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { themes } from 'storybook/theming';

type Theme = 'light' | 'dark';

/** Puts the theme on the document, as a reader's own site would have it. */
export function showTheme(theme: unknown): void {
  document.documentElement.dataset['theme'] = theme === 'dark' ? 'dark' : 'light';
}

// The toolbar's choice comes with the page's address; a page of prose alone has no story to ask.
function themeOfAddress(): Theme {
  const globals = new URLSearchParams(location.search).get('globals') ?? '';
  return /(^|;)theme:dark(;|$)/.test(globals) ? 'dark' : 'light';
}

export function DocsPage({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(themeOfAddress);
  useEffect(() => {
    const update = ({ globals }: { globals: Record<string, unknown> }) =>
      setTheme(globals['theme'] === 'dark' ? 'dark' : 'light');
    context.channel.on(GLOBALS_UPDATED, update);
    return () => context.channel.off(GLOBALS_UPDATED, update);
  }, [context]);
  useEffect(() => showTheme(theme), [theme]);
  return (
    <DocsContainer context={context} theme={themes[theme]}>
      {children}
    </DocsContainer>
  );
}
