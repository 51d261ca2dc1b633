// A reader's code in the sandbox: it answers, it is stopped, it points at its line, and it reaches nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox, SandboxError, timeLimit, type Program } from '../../src/sandbox';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.close());

const names = ['Probe'];
const job = (given: number[][] = [[1]]) =>
  ({
    kind: 'layer',
    name: 'Probe',
    args: [],
    values: {},
    steps: [{ call: 'forward', given }],
  }) as const;

/** A program whose forward has this body. */
const probe = (body: string) => `class Probe {\n  forward(x) {\n    ${body}\n  }\n}`;

async function run(code: string): Promise<unknown> {
  const program = await sandbox.start(code, names);
  const [first] = (await program.ask(job())) as { result: unknown }[];
  return first!.result;
}

async function failure(code: string): Promise<SandboxError> {
  const error: unknown = await run(code).then(
    (value) => new Error(`it gave ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SandboxError)) throw error;
  return error;
}

describe('a program in the sandbox', () => {
  it('answers with the numbers that the code gives', async () => {
    expect(await run(probe('return x.map((row) => row.map((v) => v + 0.5));'))).toEqual([[1.5]]);
  });

  it('tells which names are defined', async () => {
    const program: Program = await sandbox.start('const other = 1;', names);
    expect(program.defined).toEqual([]);
  });

  it.each([
    ['class Probe {\n  forward(x) {\n    return ) x;\n  }\n}', 3],
    ['class Probe {\n  forward(x) {\n    return x;\n', 4],
    ['class Probe {\n  forward(x) {\n    return `x;\n  }\n}', 5],
  ])('points at the line of code that cannot be read: %j', async (code, line) => {
    const error = await failure(code);
    expect(error.kind).toBe('syntax');
    expect(error.message).toContain('SyntaxError');
    expect(error.line).toBe(line);
  });

  it('points at the line that throws, as it is run and as it is called', async () => {
    const early = await failure('const a = 1;\nmissing();\nclass Probe {}');
    expect([early.kind, early.line]).toEqual(['runtime', 2]);
    const late = await failure(probe('return x.length.nothing.more;'));
    expect([late.kind, late.line]).toEqual(['runtime', 3]);
    expect(late.message).toContain("reading 'more'");
  });

  it.each([
    ['in a method', probe('for (;;);')],
    ['at the top', 'while (true) {}\nclass Probe {}'],
    [
      'that never lets go',
      probe('const wait = () => Promise.resolve().then(wait); wait(); for (;;);'),
    ],
  ])('stops an endless loop %s, and says so', async (_, code) => {
    const error = await failure(code);
    expect(error.kind).toBe('endless');
    expect(error.message).toMatch(/stopped.*loop that never ends/);
    expect(timeLimit).toBeLessThanOrEqual(1000);
    // The next program runs as if nothing had happened.
    expect(await run(probe('return [[7]];'))).toEqual([[7]]);
  });

  it.each([
    ['lists', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'],
    ['one size', 'return new Array(2 ** 32 - 1).fill(0).map(String);'],
    ['text', "let text = 'a'; for (;;) text += text + text.length;"],
    ['buffers', 'const all = []; for (;;) all.push(new Float64Array(1e6).fill(1));'],
  ])('outlives a memory bomb of %s', async (_, body) => {
    const error = await failure(probe(body));
    expect(['endless', 'runtime', 'gone']).toContain(error.kind);
    expect(await run(probe('return [[7]];'))).toEqual([[7]]);
  });
});

describe('what the code cannot reach', () => {
  it.each([
    [
      'the page',
      'return [[typeof parent, typeof window, typeof document, typeof top].map((t) => t === "undefined" ? 1 : 0)];',
      [[1, 1, 1, 1]],
    ],
    ['its origin', 'return [[self.origin === "null" ? 1 : 0]];', [[1]]],
    [
      'storage',
      'return [[typeof localStorage === "undefined" ? 1 : 0, typeof sessionStorage === "undefined" ? 1 : 0]];',
      [[1, 1]],
    ],
    ['eval', 'try { eval("1"); return [[0]]; } catch { return [[1]]; }', [[1]]],
    [
      'new Function',
      'try { (() => {}).constructor("return 1")(); return [[0]]; } catch { return [[1]]; }',
      [[1]],
    ],
    [
      'scripts of the network',
      `try { importScripts('${location.origin}/x.js'); return [[0]]; } catch (e) { return [[e.name === 'NetworkError' ? 1 : 2]]; }`,
      [[1]],
    ],
    [
      'requests that wait',
      `try { const r = new XMLHttpRequest(); r.open('GET', '${location.href}', false); r.send(); return [[0]]; } catch { return [[1]]; }`,
      [[1]],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await run(probe(body))).toEqual(expected);
  });

  it('the network, the databases and the caches, which answer late', async () => {
    const code = `
      const found = [];
      const note = (name, promise) => promise.then(() => found.push(name + ' answered'), () => found.push(name));
      note('fetch', fetch('${location.href}'));
      note('socket', new Promise((yes, no) => { try { const s = new WebSocket('${location.origin.replace('http', 'ws')}'); s.onopen = yes; s.onerror = no; } catch { no(); } }));
      note('events', new Promise((yes, no) => { try { const s = new EventSource('${location.href}'); s.onopen = yes; s.onerror = no; } catch { no(); } }));
      note('indexedDB', new Promise((yes, no) => { try { const r = indexedDB.open('x'); r.onsuccess = yes; r.onerror = no; } catch { no(); } }));
      note('caches', Promise.resolve().then(() => caches.open('x')));
      class Probe { forward() { return found; } }`;
    const program = await sandbox.start(
      code.replace('return found', 'return [found.length]'),
      names,
    );
    let count = 0;
    while (count < 5) {
      const [first] = (await program.ask(job())) as { result: number[] }[];
      count = first!.result[0]!;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const listing = code.replace(
      'return found',
      "return found.map((name) => (name.includes('answered') ? 1 : 0))",
    );
    const again = await sandbox.start(listing, names);
    let answers: number[] = [];
    while (answers.length < 5) {
      const [first] = (await again.ask(job())) as { result: number[] }[];
      answers = first!.result;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(answers).toEqual([0, 0, 0, 0, 0]);
  });

  it('the page does not take a message of the code for one of its own', async () => {
    const heard: unknown[] = [];
    const listen = ({ data }: MessageEvent) => heard.push(data);
    addEventListener('message', listen);
    const code = `
      postMessage({ kind: 'error', run: 1, message: 'forged', line: 1 });
      postMessage('react-pancake:sandbox');
      ${probe("postMessage({ id: 1, value: [{ result: 'forged' }] }); return x;")}`;
    expect(await run(code)).toEqual([[1]]);
    removeEventListener('message', listen);
    // The frame's own greeting, and nothing that the worker sent.
    expect(heard).toEqual(['react-pancake:sandbox']);
  });

  it('the page’s own prototypes', async () => {
    const code = `
      Array.prototype.map = () => 'tampered';
      Object.prototype.polluted = 1;
      Float64Array.prototype.fill = null;
      ${probe('return [[3]];')}`;
    await run(code).catch(() => {});
    expect([1].map((v) => v)).toEqual([1]);
    expect('polluted' in {}).toBe(false);
  });

  it('a frame that shares anything with the page', async () => {
    await run(probe('return x;'));
    const frame = document.querySelector<HTMLIFrameElement>('iframe[sandbox]')!;
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts');
    expect(() => frame.contentWindow!.document).toThrow(/cross-origin|Blocked/);
  });
});
