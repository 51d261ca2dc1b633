// Builds the site of the course and the guides once for all tests of it.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    site: string;
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'pancake-docs-'));
  const program = fileURLToPath(new URL('../../docs/site/build.mjs', import.meta.url));
  execFileSync(process.execPath, [program, folder], { stdio: 'pipe' });
  project.provide('site', folder);
  return () => rm(folder, { recursive: true });
}
