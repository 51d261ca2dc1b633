// The engine's own code, as it stood in its files when the package was built.
import type { CodeExcerpt, CodeOfPasses, CodeRole } from './excerpt';
import collected from './sources.virtual';

const excerpts: readonly CodeExcerpt[] = collected.excerpts.map(
  ({ name, file, first, text, roles, needs, names }) => ({
    name,
    language: 'typescript',
    file,
    firstLine: first,
    names,
    lines: text.split('\n').map((line, i) => ({
      text: line,
      roles: (roles[i]?.split(' ') ?? []) as CodeRole[],
      needs: needs[i],
    })),
  }),
);

/**
 * The TypeScript of a layer, a loss or an optimizer of this package: its methods and the loops that
 * they call. `'zeroGrad'` gives the method by which a model clears its gradients.
 *
 * @param type the kind, as in `layer.type`: `'Linear'`
 * @returns undefined if there is none of that type
 */
export function sourcesOf(type: string): CodeOfPasses | undefined {
  if (!Object.hasOwn(collected.methods, type)) return undefined;
  return Object.fromEntries(
    Object.entries(collected.methods[type]!).map(([pass, places]) => [
      pass,
      places.map((place) => excerpts[place]!),
    ]),
  );
}
