import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { aliases, lazySide } from '../.ci/aliases.mjs';
import { kernels } from '../.ci/kernels.mjs';
import { sources } from '../.ci/sources.mjs';
import { style } from '../.ci/style.mjs';
import { texts } from '../.ci/texts.mjs';
import { pagePlaces, sitePage } from './pages.mjs';

const config: StorybookConfig = {
  stories: [
    '../stories/**/*.mdx',
    '../stories/**/*.stories.tsx',
    // The pages of the site (docs/site), as they are.
    { directory: '../docs/course', files: '*.mdx', titlePrefix: 'Course' },
    { directory: '../docs/guides', files: '*.mdx', titlePrefix: 'Guides' },
  ],
  framework: '@storybook/react-vite',
  addons: [
    {
      name: '@storybook/addon-docs',
      options: {
        mdxPluginOptions: {
          mdxCompileOptions: {
            remarkPlugins: [remarkGfm],
            rehypePlugins: [sitePage],
          },
        },
      },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
  },
  features: { sidebarOnboardingChecklist: false },
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
      // Our own props, not the hundreds that every element has.
      propFilter: (prop) => !prop.parent?.fileName.includes('node_modules'),
    },
  },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [
      pagePlaces(),
      ...(vite.plugins ?? []),
      lazySide(),
      kernels(),
      sources(),
      style(),
      texts(),
    ],
    // Stories import what users import.
    resolve: { ...vite.resolve, alias: [...listOf(vite.resolve?.alias), ...aliases] },
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
};

type Aliases = NonNullable<NonNullable<Parameters<ViteFinal>[0]['resolve']>['alias']>;
type ViteFinal = NonNullable<StorybookConfig['viteFinal']>;

function listOf(given: Aliases | undefined) {
  if (given === undefined) return [];
  return Array.isArray(given)
    ? (given as { find: string | RegExp; replacement: string }[])
    : Object.entries(given as Record<string, string>).map(([find, replacement]) => ({
        find,
        replacement,
      }));
}

export default config;
