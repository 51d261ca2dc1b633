// Builds the script file and the page for iframes once for all tests of them.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built files. */
    standalone: string;
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'pancake-elements-'));
  const program = fileURLToPath(new URL('../../.ci/standalone.mjs', import.meta.url));
  execFileSync(process.execPath, [program, folder], { stdio: 'inherit' });
  project.provide('standalone', folder);
  return () => rm(folder, { recursive: true });
}
