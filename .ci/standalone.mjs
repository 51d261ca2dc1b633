// Builds what pages without a build of their own load: pancake.js with React and the style sheet in
// it, the editor and the languages that it fetches on demand, and the page for iframes. `npm run build`
// does it last:
//   node .ci/standalone.mjs [folder [files...]]
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { kernels } from './kernels.mjs';
import { addNotices, noticesOf } from './licences.mjs';
import { leanVendor } from './lean-vendor.mjs';
import { sources } from './sources.mjs';
import { style } from './style.mjs';
import { texts } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const elements = path.join(root, 'src/elements');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const banner = `/*! react-pancake ${version}, MIT. Includes React and others: THIRD-PARTY-LICENSES.txt */`;

const lean = { ...leanVendor(), enforce: /** @type {const} */ ('pre') };
const editor = './pancake-editor.js';
const languages = readdirSync(path.join(root, 'src/locales'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const languageEntry = 'language:';
const scripts = [
  // A classic script: it also works from a file on disk, where modules may not be loaded.
  { file: 'pancake.js', entry: path.join(elements, 'script.ts'), format: 'iife' },
  { file: 'embed.js', entry: path.join(elements, 'embed/embed.ts'), format: 'iife' },
  {
    file: 'pancake-editor.js',
    entry: path.join(root, 'src/components/code-challenge/editor.ts'),
    format: 'es',
  },
  ...languages.map((name) => ({
    file: `pancake.${name}.js`,
    entry: languageEntry + name,
    format: 'iife',
  })),
];

// Vite asks it how JSX is to be compiled.
process.env['NODE_ENV'] = 'production';
const folder = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
mkdirSync(folder, { recursive: true });
/** @type {string[]} */
const notices = [];
const wanted = process.argv.slice(3);
for (const { file, entry, format } of scripts) {
  if (wanted.length > 0 && !wanted.includes(file)) continue;
  const [result] = [await build(config(folder, file, entry, format))].flat();
  const { output } = /** @type {import('vite').Rollup.RollupOutput} */ (result);
  if (output.length !== 1) {
    throw new Error(`${file} came out as ${output.map(({ fileName }) => fileName).join(', ')}`);
  }
  notices.push(...noticesOf(output));
  const script = path.join(folder, file);
  // Put in afterwards: a minifier leaves no comment where it is.
  writeFileSync(script, `${banner}\n${readFileSync(script, 'utf8')}`);
}
for (const file of ['embed.html', 'embed-parent.js']) {
  copyFileSync(path.join(elements, 'embed', file), path.join(folder, file));
}
addNotices(path.join(folder, 'THIRD-PARTY-LICENSES.txt'), notices);

/**
 * @param {string} outDir
 * @param {string} file
 * @param {string} entry
 * @param {string} format
 * @returns {import('vite').InlineConfig}
 */
function config(outDir, file, entry, format) {
  const isLibrary = format === 'iife' && !entry.startsWith(languageEntry);
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [kernels(), sources(), texts(), style(), lean, editorApart(), languageFile()],
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      sourcemap: false,
      modulePreload: false,
      target: 'es2022',
      // What figures need of a browser: light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      chunkSizeWarningLimit: 2000,
      // As a library, or else vite adds a helper that preloads what is fetched on demand.
      ...(isLibrary && { lib: { entry, formats: ['iife'], name: 'pancake' } }),
      rolldownOptions: {
        ...(!isLibrary && { input: entry, preserveEntrySignatures: 'strict' }),
        checks: { pluginTimings: false },
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/** The editor is no part of the script: a challenge fetches it from the script's own address. */
function editorApart() {
  return {
    name: 'editor-apart',
    enforce: /** @type {const} */ ('pre'),
    resolveId(/** @type {string} */ id, /** @type {string | undefined} */ importer) {
      const isEditor = id === './editor' && importer?.includes('code-challenge');
      return isEditor ? { id: editor, external: 'relative' } : null;
    },
  };
}

/** A file that gives one language to the elements. */
function languageFile() {
  return {
    name: 'language-file',
    resolveId(/** @type {string} */ id) {
      return id.startsWith(languageEntry) ? `\0${id}` : null;
    },
    load(/** @type {string} */ id) {
      if (!id.startsWith(`\0${languageEntry}`)) return null;
      const name = id.slice(languageEntry.length + 1);
      const [words, offer] = [
        `src/locales/${name}/index.ts`,
        'src/elements/languages/offer.ts',
      ].map((file) => JSON.stringify(path.join(root, file)));
      return `import { ${name} } from ${words};
import { offerLanguage } from ${offer};
offerLanguage(${name});`;
    },
  };
}
