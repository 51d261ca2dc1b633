// The code that is shown: it is what stands in the files now, and every line's work is found in it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectSources, sources } from '../../.ci/sources.mjs';
import { sourcesOf } from '../../src/components/code/sources';
import type { CodeExcerpt, CodePass } from '../../src/components/code/excerpt';
import { isOfEngine } from '../../src/components/code/own-code';
import * as engine from '../../src/engine';

const { excerpts, files } = collectSources();

/** A new one of each layer that the engine has. */
const layers: engine.Layer[] = [
  new engine.Linear(2, 2),
  new engine.Mul(),
  ...engine.activationNames.map((name) => engine.createActivation(name)),
  new engine.Softmax(),
  new engine.Dropout(),
  new engine.LayerNorm(2),
  new engine.Residual(new engine.Linear(2, 2)),
  new engine.Features(['x', 'xy']),
];
const losses = [
  new engine.BinaryCrossEntropy(),
  new engine.BinaryCrossEntropyWithLogits(),
  new engine.CrossEntropy(),
  new engine.Huber(),
  new engine.MeanSquaredError(),
];
const optimizers = ['SGD', 'Adam', 'AdamW', 'RMSProp', 'AdaGrad'];

/** The classes that the engine exports and that are made from this one, without the frames. */
const kindsOf = (base: unknown) =>
  Object.entries(engine)
    .filter(([, it]) => typeof it === 'function' && it.prototype instanceof (base as typeof Object))
    .map(([name]) => name)
    // It has no step of its own: its layers have.
    .filter((name) => name !== 'Sequential');

const codeOf = (type: string, pass: CodePass): readonly CodeExcerpt[] => {
  const found = sourcesOf(type)?.[pass];
  expect(found, `${type}.${pass}`).toBeDefined();
  return found!;
};
const rolesOf = (type: string, pass: CodePass) =>
  new Set(codeOf(type, pass).flatMap(({ lines }) => lines.flatMap(({ roles }) => roles)));
const lit = (type: string, pass: CodePass, role: string) =>
  codeOf(type, pass).flatMap(({ lines }) =>
    lines.filter(({ roles }) => (roles as string[]).includes(role)).map(({ text }) => text.trim()),
  );
const meaning = (type: string, pass: CodePass) =>
  Object.assign({}, ...codeOf(type, pass).map(({ names }) => names)) as Record<string, string>;

describe('the excerpts', () => {
  it('are what stands in the files, line by line', () => {
    expect(excerpts.length).toBeGreaterThan(60);
    for (const { file, first, text, name } of excerpts) {
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .slice(first - 1);
      const shown = text.split('\n');
      const indent = lines[0]!.length - lines[0]!.trimStart().length;
      shown.forEach((line, i) => {
        const there = lines[i]!.slice(indent);
        // In an object, a comma parts a method from what comes next.
        const last = i === shown.length - 1;
        expect(last ? there.replace(/,$/, '') : there, `${name} in ${file}`).toBe(line);
      });
    }
  });

  it('are whole methods', () => {
    for (const { text } of excerpts) expect(text.split('{').length).toBe(text.split('}').length);
  });

  it('are made anew when one of the files changes', () => {
    const watched: string[] = [];
    const plugin = sources();
    const { load, resolveId } = plugin;
    const id = resolveId('./sources.virtual');
    const made = load.call({ addWatchFile: (file: string) => watched.push(file) }, id!);
    expect(made!.code).toContain('kernelsOf(output).linear');
    expect(watched).toHaveLength(files.length);
    expect(watched.some((file) => file.endsWith('src/engine/layers/linear.ts'))).toBe(true);
    expect(load.call({}, '/src/engine/layers/linear.ts')).toBeNull();
  });
});

describe('every layer', () => {
  it('is among those that are tested here', () => {
    expect(layers.map(({ type }) => type).sort()).toEqual(kindsOf(engine.Layer).sort());
    expect(losses.map(({ type }) => type).sort()).toEqual(kindsOf(engine.Loss).sort());
    expect([...optimizers].sort()).toEqual(kindsOf(engine.Optimizer).sort());
  });

  it.each(layers.map((layer) => [layer.type, layer] as const))('%s has its code', (type, layer) => {
    expect(isOfEngine(layer)).toBe(true);
    expect(rolesOf(type, 'forward')).toEqual(new Set(['remember', 'compute']));
    const backward = ['dIn', ...(layer.parameters().length ? ['accumulate'] : [])];
    expect([...rolesOf(type, 'backward')].sort()).toEqual(backward.sort());
  });

  it.each(layers.map((layer) => [layer.type, layer] as const))(
    '%s: its names stand for what it has',
    (type, layer) => {
      layer.forward(engine.Tensor.full([1, 2], 0.5));
      const own = layer.children().length ? [] : layer.parameters();
      const known = [
        ...['input', 'output', 'dOut', 'dIn', 'local'],
        ...own.flatMap(({ name }) => [`parameter.${name}`, `gradient.${name}`]),
        ...layer.memory().map(({ name }) => `memory.${name}`),
      ];
      const found = [
        ...Object.values(meaning(type, 'forward')),
        ...Object.values(meaning(type, 'backward')),
      ];
      expect(known).toEqual(expect.arrayContaining(found));
      expect(found).toEqual(expect.arrayContaining(['input', 'output', 'dOut', 'dIn']));
      for (const { name } of own) {
        expect(found).toEqual(expect.arrayContaining([`parameter.${name}`, `gradient.${name}`]));
      }
    },
  );

  it.each(losses.map(({ type }) => type))('%s has its code', (type) => {
    expect(rolesOf(type, 'forward')).toEqual(new Set(['remember', 'compute']));
    expect(rolesOf(type, 'backward')).toEqual(new Set(['dIn']));
    expect(Object.values(meaning(type, 'forward'))).toContain('target');
  });

  it.each(optimizers)('%s has its code', (type) => {
    expect(rolesOf(type, 'step')).toContain('update');
    expect(rolesOf(type, 'step')).toContain('remember');
    expect(rolesOf(type, 'zeroGrad')).toEqual(new Set(['clear']));
  });

  it('has no code if it is not the engine’s', () => {
    expect(sourcesOf('Cube')).toBeUndefined();
    expect(sourcesOf('constructor')).toBeUndefined();
  });
});

describe('what the lines do', () => {
  it('is found in the engine’s own Linear, down to the loops', () => {
    expect(lit('Linear', 'forward', 'remember')[0]).toContain('this.input = this.accept(x');
    expect(lit('Linear', 'forward', 'compute')).toContain('y[at] = sum;');
    expect(lit('Linear', 'backward', 'accumulate')).toEqual([
      'kernelsOf(dIn).linearBackward(dIn, gradWeight, gradBias, gradient, input, weight);',
      'const d = from[at]!;',
      'gb[o]! += d;',
      'gw[k]! += d * input[row + i]!;',
    ]);
    expect(lit('Linear', 'backward', 'dIn')).toContain('to[row + i]! += d * weight[k]!;');
    expect(meaning('Linear', 'backward')).toMatchObject({
      gw: 'gradient.weight',
      from: 'dOut',
      'this.input': 'input',
    });
  });

  it('depends on what an activation remembers', () => {
    expect(lit('ReLU', 'forward', 'remember')).toEqual([
      "if (this.remembers === 'input') this.input = input;",
    ]);
    expect(lit('Tanh', 'forward', 'remember')).toEqual(['else this.output = output;']);
    expect(meaning('ReLU', 'backward')['kept']).toBe('input');
    expect(meaning('Tanh', 'backward')['kept']).toBe('output');
  });

  it('of a helper is what it is called for', () => {
    expect(lit('Mul', 'backward', 'accumulate')).toContain('return sum;');
    expect(lit('Residual', 'forward', 'compute')).toContain('return sum;');
    expect(lit('Residual', 'backward', 'dIn')).toContain('return sum;');
  });

  it('waits for a momentum where there may be none', () => {
    const lines = codeOf('SGD', 'step').flatMap((one) => one.lines);
    const waiting = lines.filter(({ needs }) => needs === 'memory.momentum');
    expect(waiting.map(({ text }) => text.trim())).toEqual([
      'v[i] = momentum * v[i]! + step;',
      'step = nesterov ? step + momentum * v[i]! : v[i]!;',
    ]);
  });
});
