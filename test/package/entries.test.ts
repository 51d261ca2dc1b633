// What the two entries promise to the tools that load them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../.ci/bundle.mjs';
import { built, graph, imports, inNode, load, root, text } from './dist';

const useEngine = `
import { Tensor, Linear, Sequential, createRng } from 'react-pancake/engine';
const model = new Sequential([new Linear(2, 1, { rng: createRng(1) })]);
console.log(model.forward(Tensor.from([[1, 2]])).shape.join());`;

describe('react-pancake/engine', () => {
  it('and all it imports carry no "use client" and import no package', () => {
    for (const file of graph('engine.js')) {
      expect(text(file), file).not.toMatch(/^\s*["']use client["']/m);
      expect(imports(file).filter((specifier) => !specifier.startsWith('.'))).toEqual([]);
    }
  });

  it('runs in plain Node', () => {
    expect(inNode(useEngine)).toBe('1,1');
  });

  it('runs in a server component', () => {
    expect(inNode(useEngine, ['--conditions', 'react-server'])).toBe('1,1');
  });
});

describe('react-pancake', () => {
  it('starts with "use client"', () => {
    expect(text('index.js')).toMatch(/^"use client";\n/);
  });

  it('imports React alone', () => {
    const packages = graph('index.js')
      .flatMap(imports)
      .filter((specifier) => !specifier.startsWith('.'));
    for (const name of packages) expect(name).toMatch(/^react(-dom)?(\/|$)/);
  });

  it('loads in plain Node, where pages are rendered on the server', () => {
    expect(inNode(`console.log(Object.keys(await import('react-pancake')).length > 0)`)).toBe(
      'true',
    );
  });

  it("has the engine's classes, not others of the same name", async () => {
    const [react, engine] = [await load('index.js'), await load('engine.js')];
    const Tensor = engine['Tensor'] as { from(numbers: number[]): object };
    expect(Tensor.from([1])).toBeInstanceOf(react['Tensor'] as typeof Object);
    const shared = Object.keys(engine).filter((name) => name in react);
    expect(shared.filter((name) => react[name] !== engine[name])).toEqual([]);
  });
});

describe('react-pancake/lazy', () => {
  it('starts with "use client", and is the figures themselves where pages are rendered on a server', async () => {
    expect(text('lazy.js')).toMatch(/^"use client";\n/);
    const [shells, figures] = [await load('lazy.js'), await load('index.js')];
    for (const name of Object.keys(shells)) expect(shells[name], name).toBe(figures[name]);
  });

  it('loads without a document for whoever takes the shells there, and has the same names', async () => {
    const names = Object.keys(await load('lazy/browser.js')).sort();
    expect(names).toEqual(Object.keys(await load('lazy.js')).sort());
  });

  it('imports no engine, no trainer and no figure before one comes near', async () => {
    const { modules } = await bundle('* as all', 'lazy.js');
    const names = Object.keys(modules);
    expect(names).toContain('lazy/browser.js');
    expect(names.filter((name) => /^(engine|trainer\/trainer|vendor)/.test(name))).toEqual([]);
    const live =
      /^components\/(?!figure|pancake\/around|playground\/around|poster|share\/sharing|answer\/)/;
    expect(names.filter((name) => live.test(name))).toEqual([]);
  });
});

describe('react-pancake/elements', () => {
  it('starts with "use client", and loads in plain Node, where there are no elements', () => {
    expect(text('elements.js')).toMatch(/^"use client";\n/);
    const names = inNode(`console.log(Object.keys(await import('react-pancake/elements')).join())`);
    expect(names.split(',').sort()).toEqual([
      'PancakeFigureElement',
      'PancakePlaygroundElement',
      'PancakeRunElement',
      'addLanguage',
      'defineElements',
    ]);
  });

  it('imports React alone', () => {
    const packages = graph('elements.js')
      .flatMap(imports)
      .filter((specifier) => !specifier.startsWith('.'));
    for (const name of packages) expect(name).toMatch(/^react(-dom)?(\/|$)/);
  });
});

describe('pancake.js', () => {
  it('is one classic script, with the licences of what is in it', () => {
    const script = text('pancake.js');
    expect(script).toMatch(
      /^\/\*! react-pancake [\d.]+, MIT\. [^\n]*THIRD-PARTY-LICENSES\.txt \*\/\n/,
    );
    // It is read as a classic script, in which an import or export would be an error.
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toContain('process.env');
    const notices = text('THIRD-PARTY-LICENSES.txt');
    for (const name of ['react', 'react-dom', 'scheduler', '@codemirror/view', '@visx/shape']) {
      expect(notices).toContain(`\n${name} `);
    }
  });
});

describe('the types', () => {
  it('of both entries come from the same declarations', () => {
    const owners = ['index.d.ts', 'engine.d.ts', ...chunks('.d.ts')].filter((file) =>
      /^declare class Tensor\b/m.test(text(file)),
    );
    expect(owners).toHaveLength(1);
  });
});

describe('the files', () => {
  it('hold one stylesheet without imports', () => {
    expect(text('style.css')).not.toContain('@import');
  });

  it('name every package in package.json that a user needs: React alone', () => {
    const read = readFileSync(path.join(root, 'package.json'), 'utf8');
    const manifest = JSON.parse(read) as Record<string, Record<string, string>>;
    expect(manifest['dependencies']).toBeUndefined();
    expect(manifest['optionalDependencies']).toBeUndefined();
    expect(Object.keys(manifest['peerDependencies']!)).toEqual(['react', 'react-dom']);
  });

  it('keep the licence of what is bundled', () => {
    const [, ...notices] = text('THIRD-PARTY-LICENSES.txt').split(/\n-{78}\n\n/);
    const names = notices.map((notice) => /^(\S+) \d/.exec(notice)?.[1]);
    // The script file has React in it, with what React needs, and lines that only bind visx's names.
    const script = ['react', 'react-dom', 'scheduler', '@visx/curve', '@visx/vendor', '@visx/visx'];
    expect(names.sort()).toEqual([...new Set([...bundled(), ...script])].sort());
    for (const notice of notices) expect(notice).toMatch(/permission|redistribution/i);
  });
});

/** The chunks in dist that end so. */
function chunks(end: string): string[] {
  const folder = path.join(root, 'dist/chunks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => `chunks/${name}`);
}

/** The packages whose code is in the bundle, as its source maps tell. */
function bundled(): string[] {
  const names = graph('index.js').flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(built(`${file}.map`), 'utf8')) as {
      sources: string[];
    };
    return sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  });
  return [...new Set(names)].filter((name) => name !== undefined);
}

describe('react-pancake/locales', () => {
  const languages = readdirSync(path.join(root, 'src/locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(languages)('%s is loaded by those who ask for it, and brings no component', (name) => {
    const files = graph(`locales/${name}.js`);
    expect(files.filter((file) => /^(components|engine|trainer|hooks)\//.test(file))).toEqual([]);
    expect(text(`locales/${name}.js`)).toMatch(/^"use client";\n/);
    expect(built(`locales/${name}.d.ts`)).toBeTruthy();
  });

  it('are not loaded by the other entries', () => {
    for (const entry of ['index.js', 'engine.js']) {
      expect(graph(entry).filter((file) => file.startsWith('locales/'))).toEqual([]);
    }
  });
});
