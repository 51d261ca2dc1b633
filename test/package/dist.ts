// The built package, as a user's Node loads it (no bundler, no alias).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');

/** A built file's path. */
export function built(file: string): string {
  const full = path.join(dist, file);
  if (!existsSync(full)) throw new Error(`${full} is missing: run npm run build first`);
  return full;
}

/** A built file's text. */
export function text(file: string): string {
  return readFileSync(built(file), 'utf8');
}

/** A built module, loaded. */
export async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(/* @vite-ignore */ pathToFileURL(built(file)).href)) as never;
}

/** A built file and all that it imports from the package, by their names in dist. */
export function graph(file: string, seen = new Set<string>()): string[] {
  const name = path.posix.normalize(file);
  if (seen.has(name)) return [...seen];
  seen.add(name);
  for (const specifier of imports(name)) {
    if (specifier.startsWith('.'))
      graph(path.posix.join(path.posix.dirname(name), specifier), seen);
  }
  return [...seen];
}

/** What a built file imports, as written; code that a file has in its texts imports nothing. */
export function imports(file: string): string[] {
  return ts.preProcessFile(text(file)).importedFiles.map(({ fileName }) => fileName);
}

/** What a program prints in a fresh Node in the package's folder, where its own name resolves. */
export function inNode(program: string, flags: readonly string[] = []): string {
  return execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  }).trim();
}
