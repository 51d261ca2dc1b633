import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { kernels } from '../.ci/kernels.mjs';
import { sources } from '../.ci/sources.mjs';
import { texts } from '../.ci/texts.mjs';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  framework: '@storybook/react-vite',
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
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
    plugins: [...(vite.plugins ?? []), kernels(), sources(), texts()],
    // Stories import what users import.
    resolve: {
      ...vite.resolve,
      alias: [
        ...aliases(vite.resolve?.alias),
        { find: /^react-pancake$/, replacement: here('../src/index.ts') },
        { find: /^react-pancake\/engine$/, replacement: here('../src/engine-entry.ts') },
        { find: /^react-pancake\/style\.css$/, replacement: here('../src/theme/style.css') },
      ],
    },
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
};

type Aliases = NonNullable<NonNullable<Parameters<ViteFinal>[0]['resolve']>['alias']>;
type ViteFinal = NonNullable<StorybookConfig['viteFinal']>;

function aliases(given: Aliases | undefined) {
  if (given === undefined) return [];
  return Array.isArray(given)
    ? (given as { find: string | RegExp; replacement: string }[])
    : Object.entries(given as Record<string, string>).map(([find, replacement]) => ({
        find,
        replacement,
      }));
}

export default config;
