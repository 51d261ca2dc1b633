// The texts' plugin, for rollup and vite alike: `import source, { sha256 } from './frame.js?text'` gives
// a file as it stands, for code that runs elsewhere, and the hash by which a policy may allow it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const mark = '\0text:';

/** @returns a plugin */
export function texts() {
  return {
    name: 'texts',
    enforce: /** @type {const} */ ('pre'),
    resolveId(/** @type {string} */ id, /** @type {string | undefined} */ importer) {
      if (!id.endsWith('?text') || importer === undefined) return null;
      const from = path.dirname(importer.split('?')[0] ?? importer);
      return `${mark}${path.resolve(from, id.slice(0, -'?text'.length))}`;
    },
    load(/** @type {string} */ id) {
      if (!id.startsWith(mark)) return null;
      const file = id.slice(mark.length);
      this.addWatchFile?.(file);
      const text = readFileSync(file, 'utf8');
      const sha256 = createHash('sha256').update(text).digest('base64');
      const code = `export default ${JSON.stringify(text)};\nexport const sha256 = '${sha256}';`;
      return { code, map: null, moduleType: 'js' };
    },
  };
}
