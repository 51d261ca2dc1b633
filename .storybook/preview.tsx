import type { Preview } from '@storybook/react-vite';
import { DocsPage, showTheme } from './docs-page';
import { PancakeLanguage, type Language } from 'react-pancake';
import '../src/theme/style.css';
import '../docs/site/prose.css';
import './preview.css';

// Those that come along, by their tags without what they say of digits.
const languages: Readonly<Record<string, Language>> = Object.fromEntries(
  Object.values(
    import.meta.glob<Record<string, Language>>('../src/locales/*/index.ts', { eager: true }),
  )
    .flatMap((module) => Object.values(module))
    .map((language) => [language.tag.replace(/-u-.*$/, ''), language]),
);
const nameOf = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    options: {
      storySort: {
        order: [
          'Playground',
          'Introduction',
          'Course',
          'Guides',
          'Live',
          'Figures',
          'In prose',
          'Hooks',
          'Stress',
        ],
      },
    },
    a11y: { test: 'error' },
    docs: { container: DocsPage },
    controls: { expanded: true },
    layout: 'fullscreen',
    backgrounds: { disable: true },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark page',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Language of the components, and the direction of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: ['en', ...Object.keys(languages)].map((tag) => ({ value: tag, title: nameOf(tag) })),
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', language: 'en' },
  // A page's figures come after it: what a story does with them begins when they are there.
  beforeEach: (context) => {
    const { mount } = context;
    context.mount = async (...given) => {
      const canvas = await mount(...given);
      await seenFiguresAreThere(context.canvasElement);
      return canvas;
    };
  },
  decorators: [
    (Story, { globals, viewMode, parameters }) => {
      const theme = globals['theme'] === 'dark' ? 'dark' : 'light';
      // On a docs page, where stories of both themes stand side by side, each has its own.
      if (viewMode === 'story') showTheme(theme);
      const tag = String(globals['language'] ?? 'en');
      const language = languages[tag] ?? null;
      return (
        <PancakeLanguage language={language}>
          <div
            className="preview-article"
            lang={tag}
            dir={language?.direction ?? 'ltr'}
            data-theme={theme}
            data-wide={parameters['wide'] === true || undefined}
          >
            <Story />
          </div>
        </PancakeLanguage>
      );
    },
  ],
};

/** Until all figures on the screen have come; those further down stay away. */
async function seenFiguresAreThere(root: HTMLElement): Promise<void> {
  const isSeen = (figure: Element) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom >= 0 && top <= innerHeight;
  };
  for (let frames = 0; frames < 600; frames++) {
    if (![...root.querySelectorAll('[data-far], [aria-busy="true"]')].some(isSeen)) return;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

export default preview;
