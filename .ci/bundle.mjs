// What a page pays for its imports: a bundle, minified, as a site's bundler makes it. What is
// loaded later, by an import() of its own, is left out.
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The options that make a site's bundle out of any others, for esbuild. */
export const asSite = {
  bundle: true,
  // A site has not this repository's own paths.
  tsconfigRaw: '{}',
  minify: true,
  format: /** @type {const} */ ('esm'),
  target: 'es2023',
  external: ['react', 'react-dom'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: /** @type {const} */ ('none'),
  plugins: [
    {
      name: 'later',
      setup(/** @type {import('esbuild').PluginBuild} */ build) {
        build.onResolve({ filter: /./ }, ({ kind, path }) =>
          kind === 'dynamic-import' ? { path, external: true } : undefined,
        );
      },
    },
  ],
};

/**
 * Bundles an import of the built package.
 *
 * @param {string} clause as it stands behind `import`: `{ LossChart }`
 * @param {string} [entry]
 * @returns {Promise<{ bytes: Uint8Array, modules: Record<string, number> }>} the modules with their
 *   bytes in the bundle, by their names in dist
 */
export async function bundle(clause, entry = 'index.js') {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    ...asSite,
    stdin: {
      contents: `import ${clause} from './dist/${entry}';\nconsole.log(${clause.replace('* as', '')});`,
      resolveDir: root,
    },
    absWorkingDir: root,
    metafile: true,
    write: false,
    outfile: 'page.js',
  });
  const inputs = Object.entries(metafile.outputs['page.js'].inputs);
  const modules = inputs
    .filter(([name, { bytesInOutput }]) => name.startsWith('dist/') && bytesInOutput > 0)
    .map(([name, { bytesInOutput }]) => [path.posix.relative('dist', name), bytesInOutput]);
  return { bytes: outputFiles[0].contents, modules: Object.fromEntries(modules) };
}
