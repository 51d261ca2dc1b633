// What the lines of a method do, found in its code: which one remembers, which computes the output,
// which adds to a gradient, and which names stand for which tensor.
import ts from 'typescript';

/**
 * What a name stands for: `input`, `output`, `target`, `dOut`, `dIn`, `local` (dOut/dIn),
 * `parameter.weight`, `gradient.weight`, `memory.mask`, or the list `slots`.
 * @typedef {string} Quantity
 *
 * @typedef {'forward' | 'backward' | 'step' | 'zeroGrad'} Pass
 *
 * @typedef {object} Setting
 * @property {ts.SourceFile} file
 * @property {Pass} pass
 * @property {Map<string, Quantity>} properties what `this.name` stands for; more is learned here
 * @property {Map<string, string>} constants what is known of `this.name` beforehand
 * @property {readonly (Quantity | undefined)[]} given what the arguments stand for
 * @property {Quantity} [result] what is returned
 * @property {readonly string[]} [resultRoles] what returning does, if that does not follow from it
 * @property {boolean} [scalar] whether it works on single numbers, so that every line counts
 * @property {readonly string[]} [slots] what an optimizer remembers, in the order of its list
 * @property {Record<string, Quantity>} [globals] what names from outside the method stand for
 * @property {(node: ts.CallExpression) => string | undefined} calls what is called, if it is to be followed
 */

/** For each pass: what it means to write to a quantity. */
const writing = {
  forward: { output: 'compute', memory: 'remember' },
  backward: { dIn: 'dIn', local: 'dIn', gradient: 'accumulate' },
  step: { parameter: 'update', memory: 'remember', slots: 'remember' },
  zeroGrad: { gradient: 'clear' },
};

/** Calls that give a tensor of their own, to be written into. */
const makers = new Set(['buffer', 'matrix']);
/** Calls that give back what they were given. */
const passers = new Set(['accept', 'acceptGradient', 'from']);

/**
 * @param {ts.FunctionLikeDeclaration} method
 * @param {Setting} setting
 */
export function analyse(method, setting) {
  const { file, pass, properties, constants, given } = setting;
  /** @type {Map<string, Quantity>} */
  const names = new Map(Object.entries(setting.globals ?? {}));
  /** @type {Map<number, Set<string>>} */
  const roles = new Map();
  /** @type {Map<number, string[]>} */
  const needs = new Map();
  /** @type {{ name: string, given: (Quantity | undefined)[], result: Quantity | undefined, roles: Set<string>, lines: number[] }[]} */
  const calls = [];
  /** @type {{ node: ts.Node, roles: Set<string>, reads: Set<string>, writes: Set<string>, spreads: boolean }[]} */
  const statements = [];

  method.parameters.forEach(({ name }, i) => {
    if (ts.isIdentifier(name) && given[i]) names.set(name.text, given[i]);
  });
  if (setting.result) findResult(method.body, setting.result);
  // Twice, since a name may be used before the line that explains it.
  visitNames(method.body);
  visitNames(method.body);
  visit(method.body, { loop: false, off: false, need: undefined });
  spread();
  for (const { node, roles: own } of statements) {
    for (const line of linesOf(node)) {
      const there = roles.get(line) ?? new Set();
      own.forEach((role) => there.add(role));
      if (there.size > 0) roles.set(line, there);
    }
  }
  return { roles, needs, names: namesWithin(), calls };

  function linesOf(/** @type {ts.Node} */ node) {
    const [first, last] = [node.getStart(file), node.end].map(
      (place) => file.getLineAndCharacterOfPosition(place).line,
    );
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  // What a call in a statement gives, if that is all there is to the statement.
  function resultOf(/** @type {ts.Statement} */ node) {
    if (ts.isReturnStatement(node)) return setting.result;
    if (!ts.isVariableStatement(node)) return undefined;
    const { name } = node.declarationList.declarations[0];
    return ts.isIdentifier(name) ? names.get(name.text) : undefined;
  }

  function roleOf(/** @type {Quantity | undefined} */ quantity) {
    return quantity && writing[pass][quantity.split('.')[0]];
  }

  // The tensor that is returned is the result, by whatever name.
  function findResult(/** @type {ts.Node} */ node, /** @type {Quantity} */ result) {
    if (ts.isReturnStatement(node) && node.expression) {
      const what = bare(node.expression);
      if (ts.isIdentifier(what) && !names.has(what.text)) names.set(what.text, result);
      else if (isOwn(what)) properties.set(what.name.text, result);
    }
    if (!ts.isArrowFunction(node)) ts.forEachChild(node, (child) => findResult(child, result));
  }

  function visitNames(/** @type {ts.Node} */ node) {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      bind(node.name, node.initializer, (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) > 0);
    } else if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      bind(node.initializer.declarations[0].name, node.expression, true);
    } else if (isAssignment(node) && isOwn(node.left)) {
      const { text } = node.left.name;
      const quantity = quantityOf(node.right) ?? (makes(node.right) ? `memory.${text}` : undefined);
      if (quantity && !properties.has(text)) properties.set(text, quantity);
    }
    ts.forEachChild(node, visitNames);
  }

  /**
   * @param {ts.BindingName} name
   * @param {ts.Expression} value
   * @param {boolean} fixed
   */
  function bind(name, value, fixed) {
    const what = bare(value);
    if (ts.isIdentifier(name)) {
      const entry = ts.isElementAccessExpression(what) && !fixed;
      const quantity = entry ? undefined : quantityOf(what);
      if (quantity && !names.has(name.text)) names.set(name.text, quantity);
      return;
    }
    name.elements.forEach((element, i) => {
      if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name)) return;
      const { text } = element.name;
      const key = element.propertyName?.getText(file) ?? text;
      let quantity;
      if (ts.isArrayBindingPattern(name)) {
        if (ts.isArrayLiteralExpression(what)) quantity = quantityOf(what.elements[i]);
      } else if (what.kind === ts.SyntaxKind.ThisKeyword) quantity = properties.get(key);
      else quantity = fieldOf(key, quantityOf(what));
      if (quantity && !names.has(text)) names.set(text, quantity);
    });
  }

  /**
   * @param {string} key
   * @param {Quantity | undefined} of
   */
  function fieldOf(key, of) {
    if (key === 'data') return of;
    // A parameter's own two fields, in what walks over all parameters.
    if (pass !== 'step' && pass !== 'zeroGrad') return undefined;
    return { value: 'parameter', grad: 'gradient' }[key];
  }

  /** @returns {Quantity | undefined} */
  function quantityOf(/** @type {ts.Expression} */ expression) {
    const node = bare(expression);
    if (ts.isIdentifier(node)) return names.get(node.text);
    if (isOwn(node)) return properties.get(node.name.text);
    if (ts.isPropertyAccessExpression(node)) {
      return fieldOf(node.name.text, quantityOf(node.expression));
    }
    if (ts.isElementAccessExpression(node)) {
      const of = quantityOf(node.expression);
      if (of !== 'slots') return of;
      const place = node.argumentExpression;
      return ts.isNumericLiteral(place) ? `memory.${setting.slots?.[Number(place.text)]}` : of;
    }
    if (isAssignment(node)) return quantityOf(isOwn(node.left) ? node.left : node.right);
    if (ts.isConditionalExpression(node)) {
      const known = knownTruth(node.condition);
      if (known !== undefined) return quantityOf(known ? node.whenTrue : node.whenFalse);
      return undefined;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.getText(file) === '??') {
      return quantityOf(node.left);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const called = node.expression.name.text;
      if (passers.has(called) && node.arguments[0]) return quantityOf(node.arguments[0]);
      if (called === 'fill') return quantityOf(node.expression.expression);
    }
    return undefined;
  }

  // Whether `this.name === 'text'` holds, where that is known beforehand.
  function knownTruth(/** @type {ts.Expression} */ condition) {
    if (!ts.isBinaryExpression(condition) || !isOwn(condition.left)) return undefined;
    if (condition.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return undefined;
    const known = constants.get(condition.left.name.text);
    return known === undefined || !ts.isStringLiteral(condition.right)
      ? undefined
      : known === condition.right.text;
  }

  /**
   * @param {ts.Node} node
   * @param {{ loop: boolean, off: boolean, need: string | undefined }} where
   */
  function visit(node, where) {
    if (ts.isIfStatement(node)) {
      const known = knownTruth(node.expression);
      const guard = quantityOf(node.expression);
      const need = guard?.startsWith('memory.') ? guard : where.need;
      visit(node.thenStatement, { ...where, need, off: where.off || known === false });
      if (node.elseStatement) {
        visit(node.elseStatement, { ...where, off: where.off || known === true });
      }
    } else if (ts.isIterationStatement(node, false)) {
      visit(node.statement, { ...where, loop: true });
    } else if (
      ts.isExpressionStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isVariableStatement(node)
    ) {
      if (!where.off) addStatement(node, where);
    } else if (ts.isBlock(node)) {
      node.statements.forEach((inner) => visit(inner, where));
    }
  }

  /**
   * @param {ts.Statement} node
   * @param {{ loop: boolean, need: string | undefined }} where
   */
  function addStatement(node, { loop, need }) {
    /** @type {Set<string>} */
    const own = new Set();
    /** @type {Set<string>} */
    const reads = new Set();
    /** @type {Set<string>} */
    const writes = new Set();
    let open = loop || setting.scalar === true;
    const add = (/** @type {string | undefined} */ role) => role && own.add(role);
    if (ts.isReturnStatement(node) && node.expression) {
      (setting.resultRoles ?? [roleOf(setting.result)]).forEach(add);
    }
    const walk = (/** @type {ts.Node} */ inner) => {
      if (isAssignment(inner)) {
        const target = bare(inner.left);
        if (isOwn(target)) add(pass === 'forward' ? 'remember' : undefined);
        else add(roleOf(quantityOf(target)));
        if (ts.isIdentifier(target)) {
          writes.add(target.text);
          open = true;
        }
      } else if (ts.isVariableDeclaration(inner)) {
        bound(inner.name).forEach((name) => writes.add(name));
        if (!(ts.getCombinedNodeFlags(inner) & ts.NodeFlags.Const)) open = true;
      } else if (ts.isCallExpression(inner)) {
        inner.arguments.forEach((argument) => add(roleOf(quantityOf(argument))));
        if (ts.isPropertyAccessExpression(inner.expression)) {
          const { name, expression } = inner.expression;
          if (name.text === 'fill' && ts.isExpressionStatement(node)) {
            add(roleOf(quantityOf(expression)));
          }
          // A layer inside does its part of the work.
          if (name.text === 'forward') add('compute');
          if (name.text === 'backward') ['dIn', 'accumulate'].forEach(add);
        }
        const name = setting.calls(inner);
        if (name) {
          const given = inner.arguments.map(quantityOf);
          calls.push({ name, given, result: resultOf(node), roles: own, lines: linesOf(node) });
        }
      } else if (ts.isIdentifier(inner)) reads.add(inner.text);
      ts.forEachChild(inner, walk);
    };
    walk(node);
    if (need) linesOf(node).forEach((line) => needs.set(line, [need]));
    statements.push({ node, roles: own, reads, writes, spreads: open });
  }

  // What is worked out on the way belongs to whatever it is worked out for.
  function spread() {
    for (let changed = true; changed;) {
      changed = false;
      for (const one of statements) {
        if (!one.spreads) continue;
        for (const other of statements) {
          if (other === one || ![...one.writes].some((name) => other.reads.has(name))) continue;
          for (const role of other.roles) {
            if (one.roles.has(role)) continue;
            one.roles.add(role);
            changed = true;
          }
        }
      }
    }
  }

  /** @returns {Record<string, Quantity>} */
  function namesWithin() {
    const code = method.getText(file);
    const own = [...properties].map(([name, quantity]) => [`this.${name}`, quantity]);
    const used = [...names, ...own].filter(
      ([name, quantity]) =>
        quantity !== 'slots' && new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(code),
    );
    return Object.fromEntries(used);
  }
}

/** An expression without what says nothing of the value: brackets, `!`, `as`, `[i]` on the left. */
function bare(/** @type {ts.Expression} */ node) {
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}

/** @returns {node is ts.PropertyAccessExpression & { name: ts.Identifier }} */
function isOwn(/** @type {ts.Node} */ node) {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

/** @returns {node is ts.BinaryExpression} */
function isAssignment(/** @type {ts.Node} */ node) {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** Whether an expression makes a tensor to write into. */
function makes(/** @type {ts.Expression} */ expression) {
  const node = bare(expression);
  return (
    ts.isCallExpression(node) && isOwn(node.expression) && makers.has(node.expression.name.text)
  );
}

/** @returns {string[]} */
function bound(/** @type {ts.BindingName} */ name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? bound(one.name) : []));
}
