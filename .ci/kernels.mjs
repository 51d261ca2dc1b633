// The kernels' plugin, for rollup and vite alike: compiles the AssemblyScript sources and gives
// the bytes to `kernels.wasm`, in hexadecimal: compressed, a page's gzip makes it a quarter
// smaller than base64, whose digits straddle bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = path.join(root, 'src/engine/kernels/assembly');
const cache = path.join(root, 'node_modules/.cache/react-pancake');
const virtual = '\0kernels.wasm';

// Under another name, since its types would change those of every array in the project.
const compiler = 'assemblyscript/asc';

// No relaxed SIMD among the features: it may round differently from machine to machine.
const options = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert'],
  ...['--runtime', 'stub', '--enable', 'simd', '--disable', 'bulk-memory'],
  ...['--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--disableWarning', '112'],
];

/** @returns a plugin */
export function kernels() {
  return {
    name: 'kernels',
    enforce: /** @type {const} */ ('pre'),
    resolveId: (/** @type {string} */ id) => (id.endsWith('/kernels.wasm') ? virtual : null),
    async load(/** @type {string} */ id) {
      if (id !== virtual) return null;
      for (const file of files()) this.addWatchFile?.(file);
      const bytes = await compile();
      const code = `export default '${Buffer.from(bytes).toString('hex')}';`;
      return { code, map: null, moduleType: 'js' };
    },
  };
}

/** The compiled kernels; from the cache if neither sources nor compiler have changed. */
export async function compile() {
  const version = readFileSync(path.join(root, 'node_modules/assemblyscript/package.json'));
  const hash = createHash('sha256').update(version).update(options.join());
  for (const file of files()) hash.update(readFileSync(file));
  const kept = path.join(cache, `kernels-${hash.digest('hex').slice(0, 16)}.wasm`);
  try {
    return readFileSync(kept);
  } catch {
    const bytes = await run();
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, bytes);
    return bytes;
  }
}

const files = () =>
  readdirSync(sources)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(sources, name));

async function run() {
  const { default: asc } = await import(compiler);
  let bytes;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernels.wasm', ...options], {
    readFile: (name, base) => {
      try {
        return readFileSync(path.resolve(sources, base, name), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (_, contents) => {
      bytes = contents;
    },
    listFiles: () => [],
  });
  const messages = stderr.toString();
  if (error || messages || !bytes)
    throw new Error(`The kernels do not compile:\n${messages}`, { cause: error });
  return bytes;
}
