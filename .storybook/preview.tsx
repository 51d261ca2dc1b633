import type { Preview } from '@storybook/react-vite';
import { DocsPage, showTheme } from './docs-page';
import '../src/theme/style.css';
import '../docs/site/prose.css';
import './preview.css';

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
  },
  initialGlobals: { theme: 'light' },
  decorators: [
    (Story, { globals, viewMode, parameters }) => {
      const theme = globals['theme'] === 'dark' ? 'dark' : 'light';
      // On a docs page, where stories of both themes stand side by side, each has its own.
      if (viewMode === 'story') showTheme(theme);
      return (
        <div
          className="preview-article"
          data-theme={theme}
          data-wide={parameters['wide'] === true || undefined}
        >
          <Story />
        </div>
      );
    },
  ],
};

export default preview;
