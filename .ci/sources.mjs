// The sources' plugin, for rollup and vite alike: gives the engine's own methods, as they stand in
// its files, to `sources.virtual`, with what each line does and which tensor each name stands for.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { SourceFiles, cut, memberOf, parametersOf, textsOf } from './source-files.mjs';
import { analyse } from './source-roles.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const virtual = '\0sources.virtual';

/**
 * A piece of a file. Its lines are counted from 0: `roles` has a word or more for those that do
 * something, and `needs` names what must be there for a line to run. `names` tells what a name stands
 * for, wherever it stands in the excerpt.
 *
 * @typedef {object} Excerpt
 * @property {string} name
 * @property {string} file
 * @property {number} first the number of its first line in the file
 * @property {string} text
 * @property {Record<number, string>} roles
 * @property {Record<number, string>} needs
 * @property {Record<string, string>} names
 *
 * @typedef {import('./source-files.mjs').Found} Found
 * @typedef {Partial<import('./source-roles.mjs').Setting> & {
 *   helpers?: (name: string) => Found | undefined }} Setting
 */

/** @param {string} [root] the repository */
export function sources(root = repository) {
  return {
    name: 'sources',
    enforce: /** @type {const} */ ('pre'),
    resolveId: (/** @type {string} */ id) => (id.endsWith('/sources.virtual') ? virtual : null),
    load(/** @type {string} */ id) {
      if (id !== virtual) return null;
      const { files, excerpts, methods } = collectSources(root);
      for (const file of files) this.addWatchFile?.(path.join(root, file));
      const code = `export default ${JSON.stringify({ excerpts, methods })};`;
      return { code, map: null, moduleType: 'js' };
    },
  };
}

/** Kernels that call what is shown anyway, or do what their name says. */
const wellKnown = ['activate', 'differentiate', 'assess', 'assessSlope', 'clear', 'sum', 'finite'];

/**
 * The excerpts, and which of them belong to what: `{ Linear: { forward: [0, 1] } }`.
 *
 * @param {string} [root]
 */
export function collectSources(root = repository) {
  const files = new SourceFiles(root);
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {Excerpt[]} */
  const excerpts = [];
  /** @type {Record<string, Record<string, number[]>>} */
  const methods = {};
  /** @param {Record<string, Excerpt[]>} found */
  const add = (/** @type {string} */ type, found) => {
    methods[type] = Object.fromEntries(
      Object.entries(found).map(([name, list]) => [name, [...new Set(list.map(placeOf))]]),
    );
  };

  for (const layer of files.classesIn('src/engine/layers')) {
    add(layer.type, layer.parent === 'Elementwise' ? elementwise(layer) : ownLayer(layer));
  }
  for (const loss of files.classesIn('src/engine/losses')) add(loss.type, lossOf(loss));
  for (const found of files.classesIn('src/engine/optimizers')) add(found.type, optimizer(found));
  const layer = files.classNamed('src/engine/layer.ts', 'Layer');
  add('zeroGrad', { zeroGrad: chain(layer, 'zeroGrad', { pass: 'zeroGrad' }) });
  return { excerpts, methods, files: files.read };

  function placeOf(/** @type {Excerpt} */ excerpt) {
    const key = JSON.stringify(excerpt);
    const place = places.get(key) ?? excerpts.push(excerpt) - 1;
    places.set(key, place);
    return place;
  }

  function ownLayer(/** @type {Found} */ found) {
    const properties = parametersOf(found.node);
    const helpers = (/** @type {string} */ name) => (hasLoop(found, name) ? found : undefined);
    const both = { properties, helpers };
    return {
      forward: chain(found, 'forward', { ...forward, given: ['input'], ...both }),
      backward: chain(found, 'backward', { ...backward, given: ['dOut'], ...both }),
    };
  }

  // An activation is a function of one number in a frame that is common to all.
  function elementwise(/** @type {Found} */ found) {
    const frame = files.classNamed('src/engine/layers/elementwise.ts', 'Elementwise');
    const [remembers] = textsOf(memberOf(found.node, 'remembers'));
    if (!remembers) throw new Error(`${found.file}: ${found.name} does not say what it remembers`);
    const both = { constants: new Map([['remembers', remembers]]), properties: new Map() };
    const slope = { ...backward, result: 'local', scalar: true };
    return {
      forward: [
        ...chain(frame, 'forward', { ...forward, given: ['input'], ...both }),
        ...chain(found, 'value', { ...forward, given: ['input'], scalar: true }),
      ],
      backward: [
        ...chain(frame, 'backward', { ...backward, given: ['dOut'], ...both }),
        ...chain(found, 'slope', { ...slope, given: [remembers] }),
      ],
    };
  }

  function lossOf(/** @type {Found} */ found) {
    const frame = files.classNamed('src/engine/losses/loss.ts', 'Loss');
    const pointwise = found.parent === 'PointwiseLoss';
    const helpers = (/** @type {string} */ name) => {
      if (['compare', 'reduce'].includes(name)) return frame;
      return ['each', 'eachSlope'].includes(name) && !pointwise ? found : undefined;
    };
    const constants = new Map([['reduction', 'mean']]);
    const both = { constants, properties: new Map(), globals: { scratch: 'output' }, helpers };
    const given = ['input', 'target'];
    const one = { given, scalar: true };
    const [first, ...further] = chain(frame, 'forward', { ...forward, given, ...both });
    return {
      forward: [
        first,
        ...(pointwise ? chain(found, 'value', { ...forward, ...one }) : []),
        ...further,
      ],
      backward: [
        ...chain(frame, 'backward', { ...backward, ...both }),
        ...(pointwise ? chain(found, 'slope', { ...backward, ...one }) : []),
      ],
    };
  }

  function optimizer(/** @type {Found} */ found) {
    const frame = files.classNamed('src/engine/optimizers/optimizer.ts', 'Optimizer');
    // AdamW is an Adam.
    const parent = files
      .classesIn('src/engine/optimizers')
      .find((one) => one.name === found.parent);
    const has = (/** @type {string} */ name) =>
      [found, parent].find((one) => one && memberOf(one.node, name));
    const holder = has('update');
    const memory = has('memory');
    if (!holder || !memory) throw new Error(`${found.file}: ${found.name} has no update or memory`);
    const own = { pass: 'step', slots: [...new Set(textsOf(memberOf(memory.node, 'memory')))] };
    const properties = new Map([['spanSlots', 'slots']]);
    return {
      step: [
        ...chain(frame, 'step', { pass: 'step', properties }),
        ...chain(holder, 'update', { ...own, given: ['parameter', 'gradient', 'slots'] }),
        // What an Adam hands to its kernel.
        ...['stepSize', 'root', 'decay', 'keep'].flatMap((name) => {
          const from = has(name);
          return from ? chain(from, name, { pass: 'step', resultRoles: ['update'] }) : [];
        }),
      ],
      zeroGrad: chain(frame, 'zeroGrad', { pass: 'zeroGrad' }),
    };
  }

  function hasLoop(/** @type {Found} */ { node }, /** @type {string} */ name) {
    const statements = memberOf(node, name)?.body?.statements ?? [];
    return statements.some((/** @type {ts.Node} */ one) => ts.isIterationStatement(one, false));
  }

  /**
   * A method, or a function of the same file, and what it calls.
   *
   * @param {Found} found
   * @param {string} name
   * @param {Setting} setting
   * @returns {Excerpt[]}
   */
  function chain(found, name, setting) {
    const member = found.node && memberOf(found.node, name);
    const method = member ?? files.functionNamed(found.file, name);
    if (!method) throw new Error(`${found.file}: ${found.name} has no ${name}`);
    const title = member ? `${found.name}.${name}` : name;
    const { excerpt, calls } = excerptOf(files.parse(found.file), method, title, setting);
    const further = calls.flatMap((call) => {
      const callee = calleeOf(found, call.name, setting);
      if (!callee) return [];
      const inner = chain(callee, call.name.split(':')[1], {
        ...setting,
        given: call.given,
        result: call.result,
        resultRoles: call.result ? undefined : [...call.roles],
      });
      if (callee.node) {
        // A line does what the method does that it calls.
        const done = inner.flatMap(({ roles }) => Object.values(roles));
        for (const line of call.lines) {
          const at = line - excerpt.first + 1;
          excerpt.roles[at] = inOrder([excerpt.roles[at] ?? '', ...done]);
        }
      }
      return inner;
    });
    return [excerpt, ...further];
  }

  /** @returns {Found | undefined} */
  function calleeOf(
    /** @type {Found} */ found,
    /** @type {string} */ call,
    /** @type {Setting} */ { helpers },
  ) {
    const [where, name] = call.split(':');
    if (where === 'own') return helpers?.(name);
    const kernels = { kernel: 'plain', loops: 'loops' }[where];
    const file = kernels ? `src/engine/kernels/${kernels}.ts` : found.file;
    if (wellKnown.includes(name) || !files.functionNamed(file, name)) return undefined;
    return { ...found, file, node: undefined };
  }
}

const forward = { pass: 'forward', result: 'output' };
const backward = { pass: 'backward', result: 'dIn' };

/**
 * @param {ts.SourceFile} file
 * @param {ts.FunctionLikeDeclaration} method
 * @param {string} name
 * @param {Setting} setting
 */
function excerptOf(file, method, name, setting) {
  const { lines, start } = cut(file, method);
  const { roles, needs, names, calls } = analyse(method, {
    file,
    properties: new Map(),
    constants: new Map(),
    given: [],
    calls: nameOfCall,
    ...setting,
  });
  const fromStart = (/** @type {Map<number, Iterable<string>>} */ map) =>
    Object.fromEntries([...map].map(([line, words]) => [line - start, inOrder(words)]));
  /** @type {Excerpt} */
  const excerpt = {
    name,
    file: file.fileName,
    first: start + 1,
    text: lines.join('\n'),
    roles: fromStart(roles),
    needs: fromStart(needs),
    names,
  };
  return { excerpt, calls };
}

/** What is called, as far as it can be shown: `kernel:linear`, `loops:dot`, `own:add`, `file:f`. */
function nameOfCall(/** @type {ts.CallExpression} */ { expression }) {
  if (ts.isIdentifier(expression)) return `file:${expression.text}`;
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const { expression: of, name } = expression;
  if (of.kind === ts.SyntaxKind.ThisKeyword) return `own:${name.text}`;
  if (ts.isIdentifier(of) && of.text === 'loops') return `loops:${name.text}`;
  const kernels = ts.isCallExpression(of) && of.expression.getText() === 'kernelsOf';
  return kernels ? `kernel:${name.text}` : undefined;
}

const inOrder = (/** @type {Iterable<string>} */ words) =>
  [...new Set([...words].join(' ').split(' '))].filter(Boolean).sort().join(' ');
