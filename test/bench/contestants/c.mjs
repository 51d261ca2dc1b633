// The contestant in C: compiles epoch.c, and talks to the program by lines of numbers.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('epoch.c', import.meta.url));
// Two doubles at a time, as the engine's kernels have; and no -ffast-math, so that it computes what
// is written.
const flags = ['-O3', '-msse2', '-mfpmath=sse'];

/** The compiled program, which is deleted at the end of this process; null without gcc. */
export function compileC() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pancake-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = path.join(folder, 'epoch');
  const { error, status, stderr } = spawnSync('gcc', [...flags, source, '-o', program, '-lm'], {
    encoding: 'utf8',
  });
  if (error) return null;
  if (status !== 0) throw new Error(`gcc did not compile epoch.c:\n${stderr}`);
  return program;
}

/**
 * @param {string} program what `compileC` gave
 * @param {import('../problems.mjs').Problem} problem
 * @returns {Promise<import('../runners.mjs').Runner>}
 */
export async function startC(program, problem) {
  const { sizes, points, batch, rate, layers, x, y } = problem;
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const parameters = layers.flatMap(({ weight, bias }) => [...weight, ...bias]);
  const numbers = [layers.length, ...sizes, points, batch, rate, ...parameters, ...x, ...y];
  child.stdin.write(`${numbers.join('\n')}\n`);

  const ask = async (epochs) => {
    child.stdin.write(`${epochs}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the program in C ended early');
    const [nanoseconds, loss, right] = value.split(' ').map(Number);
    return { milliseconds: nanoseconds / 1e6, loss, accuracy: right / points };
  };
  return {
    train: async (epochs) => (await ask(epochs)).milliseconds,
    judge: () => ask(0),
    ready: async () => {},
    stop: () => void child.kill(),
  };
}
