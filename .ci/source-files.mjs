// Finds classes, methods and functions in the source files, and cuts them out as they stand there.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * A class: where it stands, its `type` (empty for a frame under others), and what it extends.
 * @typedef {{ file: string, node: ts.ClassDeclaration, name: string, type: string, parent: string }} Found
 */

/** The files below a root, each read and parsed once. */
export class SourceFiles {
  /** @type {Map<string, ts.SourceFile>} */
  #parsed = new Map();

  constructor(/** @type {string} */ root) {
    this.root = root;
  }

  /** The files that were read, from the root. */
  get read() {
    return [...this.#parsed.keys()];
  }

  parse(/** @type {string} */ file) {
    const known = this.#parsed.get(file);
    if (known) return known;
    const text = readFileSync(path.join(this.root, file), 'utf8');
    const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    this.#parsed.set(file, parsed);
    return parsed;
  }

  /** The classes of a folder that have a `type`: all but the frames under them. */
  classesIn(/** @type {string} */ folder) {
    return readdirSync(path.join(this.root, folder))
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => this.classesOf(`${folder}/${name}`))
      .filter(({ type }) => type !== '');
  }

  /** @returns {Found[]} */
  classesOf(/** @type {string} */ file) {
    return this.parse(file)
      .statements.filter(ts.isClassDeclaration)
      .map((node) => ({
        file,
        node,
        name: node.name?.text ?? '',
        type: textsOf(memberOf(node, 'type'))[0] ?? '',
        parent: node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '',
      }));
  }

  /** @returns {Found} */
  classNamed(/** @type {string} */ file, /** @type {string} */ name) {
    const found = this.classesOf(file).find((one) => one.name === name);
    if (!found) throw new Error(`${file} has no class ${name}`);
    return found;
  }

  /** A function of a file, or a method of an object that stands there, such as `plain`. */
  functionNamed(/** @type {string} */ file, /** @type {string} */ name) {
    for (const statement of this.parse(file).statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
      if (!ts.isVariableStatement(statement)) continue;
      for (const { initializer } of statement.declarationList.declarations) {
        if (!initializer || !ts.isObjectLiteralExpression(initializer)) continue;
        const method = initializer.properties.find((one) => one.name?.getText() === name);
        if (method && ts.isMethodDeclaration(method)) return method;
      }
    }
    return undefined;
  }
}

/** A member of a class that has a body or a value. */
export function memberOf(/** @type {ts.ClassDeclaration} */ node, /** @type {string} */ name) {
  return node.members.find(
    (one) => one.name?.getText() === name && (one.body ?? one.initializer) !== undefined,
  );
}

/** The texts in quotation marks in a piece of code, in their order. */
export function textsOf(/** @type {ts.Node | undefined} */ node) {
  /** @type {string[]} */
  const texts = [];
  const walk = (/** @type {ts.Node} */ inner) => {
    if (ts.isStringLiteral(inner)) texts.push(inner.text);
    ts.forEachChild(inner, walk);
  };
  if (node) walk(node);
  return texts;
}

/**
 * What a class's properties stand for, as its `parameters()` says: `weight` is `parameter.weight`,
 * and `gradWeight` is `gradient.weight`.
 */
export function parametersOf(/** @type {ts.ClassDeclaration} */ node) {
  /** @type {Map<string, string>} */
  const properties = new Map();
  const walk = (/** @type {ts.Node} */ inner) => {
    if (ts.isObjectLiteralExpression(inner)) {
      const fields = new Map(
        inner.properties
          .filter(ts.isPropertyAssignment)
          .map(({ name, initializer }) => [name.getText(), initializer]),
      );
      const [name, value, grad] = ['name', 'value', 'grad'].map((key) => fields.get(key));
      if (name && ts.isStringLiteral(name) && value && grad) {
        properties.set(value.getText().replace(/^this\./, ''), `parameter.${name.text}`);
        properties.set(grad.getText().replace(/^this\./, ''), `gradient.${name.text}`);
      }
    }
    ts.forEachChild(inner, walk);
  };
  const member = memberOf(node, 'parameters');
  if (member) walk(member);
  return properties;
}

/**
 * A piece of code with the comments before it, moved to the left as a whole.
 *
 * @param {ts.SourceFile} file
 * @param {ts.Node} node
 */
export function cut(file, node) {
  const comment = ts.getLeadingCommentRanges(file.text, node.pos)?.[0];
  const start = file.getLineAndCharacterOfPosition(comment?.pos ?? node.getStart(file)).line;
  const end = file.getLineAndCharacterOfPosition(node.end).line;
  const lines = file.text.split('\n').slice(start, end + 1);
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  const moved = lines.map((line) => line.slice(indent));
  // In an object, a comma parts it from what comes next.
  moved.push(moved.pop().replace(/,$/, ''));
  return { lines: moved, start };
}
