// The pure calls' plugin, for rollup: importing this package does nothing, so a call that makes a
// module's constant, as `forwardRef(…)` does, is marked for bundlers: unused, it can go.
import MagicString from 'magic-string';

const mark = '/* @__PURE__ */ ';

/**
 * @param {(id: string) => boolean} includes which modules keep that promise
 * @returns a plugin, to be put behind those that give JavaScript
 */
export function pureCalls(includes) {
  return {
    name: 'pure-calls',
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!includes(id)) return null;
      /** @type {Set<number>} */
      const places = new Set();
      for (const statement of this.parse(code).body) {
        const declared = statement.declaration ?? statement;
        if (declared.type === 'VariableDeclaration') walk(declared);
        if (declared.type === 'ClassDeclaration') walk(declared.body);
      }
      if (places.size === 0) return null;
      const marked = new MagicString(code);
      for (const place of places) marked.appendLeft(place, mark);
      return { code: marked.toString(), map: marked.generateMap({ hires: 'boundary' }) };

      /** Marks what runs while the module loads: no function's body. */
      function walk(node) {
        if (!node || typeof node !== 'object' || /Function|^MethodDef/.test(node.type)) return;
        if (node.type === 'PropertyDefinition' && !node.static) return;
        if (/^(Call|New)Expression$/.test(node.type)) places.add(node.start);
        for (const child of Object.values(node).flat()) walk(child);
      }
    },
  };
}
