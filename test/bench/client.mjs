// A program for a browser, bundled with React and the built package as a site would.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * @param {string} name the program's file in this folder
 * @returns {Promise<Map<string, string>>} the text of each file by its address: `/client.js`, and what it
 *   loads later
 */
export async function bundleClient(name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pancake-client-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      lib: {
        entry: fileURLToPath(new URL(name, import.meta.url)),
        formats: ['es'],
        fileName: () => 'client.js',
      },
    },
  });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const files = new Map(
    names.map((file) => [`/${file}`, readFileSync(path.join(folder, file), 'utf8')]),
  );
  rmSync(folder, { recursive: true });
  return files;
}
