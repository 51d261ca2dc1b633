// Which classes are this package's own, so that a kernel may stand in for their code.

/**
 * Whether an object is of one of the classes that say so of themselves, with a static `builtIn`. A
 * reader's own class that extends one of them may do more than it does.
 */
export function isBuiltIn(object: object): boolean {
  return Object.hasOwn(object.constructor, 'builtIn');
}
