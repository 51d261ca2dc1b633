// One run builds all entries, so that they share their classes: dist/index.js, dist/lazy.js and dist/elements.js
// (React, marked "use client") and dist/engine.js (no React). A module of the sources is a module in dist, so that a
// page pays for the figures it imports and for no other. A second part rolls up the types.
// visx and d3 go along in dist/vendor, only what is used of them, with their licence notices.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import dts from 'rollup-plugin-dts';
import ts from 'typescript';
import { kernels } from './.ci/kernels.mjs';
import { leanVendor } from './.ci/lean-vendor.mjs';
import { noticeFile, noticesOf } from './.ci/licences.mjs';
import { pureCalls } from './.ci/pure-calls.mjs';
import { sources } from './.ci/sources.mjs';
import { guardLightDark } from './.ci/light-dark.mjs';
import { layeredStyle, raisedStyle, styleFile } from './.ci/style.mjs';
import { texts } from './.ci/texts.mjs';
import { pageSource } from './src/sandbox/page-source.mjs';

// A language is an entry of its own: `react-pancake/locales/de`.
const languages = readdirSync('src/locales', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [`locales/${name}`, `src/locales/${name}/index.ts`]);
const input = {
  index: 'src/index.ts',
  engine: 'src/engine-entry.ts',
  elements: 'src/elements/index.ts',
  lazy: 'src/lazy/index.ts',
  ...Object.fromEntries(languages),
};
const external = /^react(-dom)?(\/|$)/;
const clientMark = '"use client";';
const ownSource = /^(?!.*node_modules).*[\\/]src[\\/].*\.(tsx?|mjs)$/;

/** Nothing is "probably fine": a warning stops the build. d3's known cycles are d3's own. */
function onLog(level, log, handle) {
  const foreign = log.ids?.every((id) => id.includes('node_modules'));
  if (log.code === 'CIRCULAR_DEPENDENCY' && foreign) return;
  // Types that no entry names stay unnamed, in a file that the entries share.
  if (log.plugin === 'dts' && log.message.includes('private shared type exports')) return;
  handle(level === 'warn' ? 'error' : level, log);
}

rmSync('dist', { recursive: true, force: true });

export default [
  {
    // What `#lazy` may be, as package.json says: a shell for browsers, the figures for servers.
    input: {
      ...input,
      'lazy/browser': 'src/lazy/browser.tsx',
      'lazy/server': 'src/lazy/server.ts',
    },
    external: [external, '#lazy'],
    onLog,
    plugins: [
      kernels(),
      sources(),
      texts(),
      inlineStyles(),
      dropDirectives(),
      typescript(),
      pureCalls((id) => ownSource.test(id)),
      leanVendor(),
      nodeResolve({ extensions: ['.ts', '.tsx', '.mjs', '.js'] }),
      commonjs({ include: /node_modules/ }),
      engineStandsAlone(),
      licences('THIRD-PARTY-LICENSES.txt'),
      styleSheets(),
      sandboxFile(),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      entryFileNames: ({ name }) => `${fileOf(name)}.js`,
      banner: (chunk) => (isForClients(chunk) ? clientMark : ''),
    },
  },
  {
    input,
    external: [external],
    onLog,
    plugins: [lazyTypes(), dts(), typesStandAlone()],
    output: {
      dir: 'dist',
      format: 'es',
      chunkFileNames: ({ name }) => `chunks/${name.replace(/\.d$/, '')}.d.ts`,
    },
  },
];

/** The entries for the browser: a language too, so that a page on the server can hand it on. */
function isForClients({ isEntry, facadeModuleId }) {
  return (
    isEntry &&
    /[\\/]src[\\/]((elements|lazy|locales[\\/]\w+)[\\/])?index\.ts$/.test(facadeModuleId ?? '')
  );
}

/** A module's place in dist. npm packs no folder of the name node_modules. */
function fileOf(name) {
  return name
    .replaceAll('node_modules', 'vendor')
    .replace(/^_virtual[\\/]_?/, 'virtual/')
    .replace(/^\.ci[\\/]/, '')
    .replace(/^src[\\/]/, '');
}

/** Types out, JSX compiled, one file at a time; `npm run typecheck` checks the types. */
function typescript() {
  const { config, error } = ts.readConfigFile('tsconfig.json', (file) =>
    readFileSync(file, 'utf8'),
  );
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  return {
    name: 'typescript',
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        fileName: id,
        // The types keep the comments, which would be half of the script.
        compilerOptions: {
          ...options,
          noEmit: false,
          removeComments: true,
          sourceMap: true,
          inlineSources: true,
        },
      });
      return {
        code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
        map: JSON.parse(sourceMapText ?? 'null'),
      };
    },
  };
}

/** Blanks "use client" at the top of modules: in a bundle only the entry's own mark counts. */
function dropDirectives() {
  const directive = /^((?:\s|\/\/.*|\/\*[^]*?\*\/)*)(["']use (?:client|server)["'];?)/;
  return {
    name: 'drop-directives',
    transform(code) {
      if (!directive.test(code)) return null;
      // As many blanks as there were letters: every place in the file stays where it was.
      const blanked = code.replace(
        directive,
        (_, before, mark) => before + ' '.repeat(mark.length),
      );
      return { code: blanked, map: null };
    },
  };
}

/** The engine entry and all it loads import no package and carry no "use client". */
function engineStandsAlone() {
  return {
    name: 'engine-stands-alone',
    generateBundle(_, bundle) {
      const seen = new Set();
      const visit = (name) => {
        if (seen.has(name)) return;
        seen.add(name);
        const chunk = bundle[name];
        if (chunk === undefined) this.error(`engine.js comes to import "${name}"`);
        if (chunk.code.startsWith(clientMark)) this.error(`engine.js imports React's ${name}`);
        const foreign = chunk.moduleIds.find((id) => id.includes('node_modules'));
        if (foreign !== undefined) this.error(`engine.js comes to hold ${foreign}`);
        [...chunk.imports, ...chunk.dynamicImports].forEach(visit);
      };
      visit('engine.js');
    },
  };
}

/** The shells have the types of the figures. */
function lazyTypes() {
  const server = path.resolve('src/lazy/server.ts');
  return { name: 'lazy-types', resolveId: (id) => (id === '#lazy' ? server : null) };
}

/** The types name no package but React: all others are bundled and not installed with this one. */
function typesStandAlone() {
  return {
    name: 'types-stand-alone',
    generateBundle(_, bundle) {
      for (const [name, chunk] of Object.entries(bundle)) {
        const foreign = chunk.imports?.find((id) => !(id in bundle) && !external.test(id));
        if (foreign !== undefined) {
          this.error(`${name} mentions a type of "${foreign}", which users do not have`);
        }
      }
    },
  };
}

/** The licence of every package of which at least one line is in the bundle. */
function licences(fileName) {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const source = noticeFile(noticesOf(Object.values(bundle)));
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** `import css from './a.css?inline'`: a style sheet as text, as vite gives it too. */
function inlineStyles() {
  const mark = '\0style:';
  return {
    name: 'inline-styles',
    resolveId(id, importer) {
      if (!id.endsWith('.css?inline') || importer === undefined) return null;
      return mark + path.resolve(path.dirname(importer), id.slice(0, -'?inline'.length));
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      const file = id.slice(mark.length);
      this.addWatchFile(file);
      const css = file === styleFile ? raisedStyle() : readFileSync(file, 'utf8');
      return { code: `export default ${JSON.stringify(css)};`, map: null };
    },
  };
}

/** dist/sandbox.html: the sandbox's page, for sites that give it an address of its own. */
function sandboxFile() {
  return {
    name: 'sandbox-file',
    generateBundle() {
      const script = readFileSync('src/sandbox/inside/frame.js', 'utf8');
      const sha256 = createHash('sha256').update(script).digest('base64');
      const source = pageSource(script, sha256);
      this.emitFile({ type: 'asset', fileName: 'sandbox.html', source });
    },
  };
}

/** The style sheets: the one to load, the same in a layer, the sample themes, and their (empty) types. */
function styleSheets() {
  const themes = path.join(path.dirname(styleFile), 'themes');
  return {
    name: 'style-sheets',
    generateBundle() {
      const emit = (fileName, source) => {
        this.emitFile({ type: 'asset', fileName, source });
        // Without it TypeScript 6 refuses `import 'react-pancake/style.css'`.
        this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: 'export {};\n' });
      };
      emit('style.css', raisedStyle());
      emit('style.layered.css', layeredStyle());
      for (const name of readdirSync(themes)) {
        emit(`themes/${name}`, guardLightDark(readFileSync(path.join(themes, name), 'utf8')));
      }
    },
  };
}
