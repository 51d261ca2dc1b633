// A short chain of single numbers: the values on a line, the functions between them.
import type { NamedChain } from './names';
import { slopeTerm } from './names';
import { Amount, amountText, termAttributes } from './amount';
import type { ChainView } from './view';

/** The most values that stand on a line; longer chains are a stack. */
const mostNodes = 5;

/** Whether a chain is short enough for a line, and made of single numbers. */
export function fitsOnLine({ chain }: Pick<ChainView, 'chain'>): boolean {
  const isSingle = chain.values.every(({ size, shape }) => size === shape[0]);
  return chain.names.nodes.length <= mostNodes && isSingle;
}

/** The line, from the input to the objective. */
export function Line({ view }: { view: ChainView }) {
  const { chain, step, steps, words } = view;
  const { nodes, layers } = chain.names;
  const { kind, layer } = steps[step]!;
  const atWork = (place: number) =>
    (kind === 'start' && Object.keys(layers[place]?.parameters ?? {}).length > 0) ||
    (kind === 'forward' && layer === place) ||
    (kind === 'objective' && place === layers.length);
  return (
    <div className="pancake-line">
      <Node view={view} node={0} />
      {nodes.slice(1).map((name, place) => (
        <Between key={name} view={view} place={place} lit={atWork(place)} />
      ))}
    </div>
  );

  function Between({ place, lit }: { view: ChainView; place: number; lit: boolean }) {
    return (
      <>
        <Edge view={view} place={place} lit={lit} name={functionName(place)} />
        <Node view={view} node={place + 1} />
      </>
    );
  }

  function functionName(place: number): string {
    if (place === layers.length) return words.objectiveName(chain.objective!.kind);
    const { type, description } = chain.layers[place]!;
    return words.functionName(type, description, Object.values(layers[place]!.parameters));
  }
}

/** A value on the line: `M = 21`. */
function Node({ view, node }: { view: ChainView; node: number }) {
  const { chain, terms, isKnown, isLit, words } = view;
  const name = chain.names.nodes[node]!;
  const value = terms.get(name);
  const known = node === 0 || isKnown(name);
  return (
    <span
      className="pancake-node"
      {...termAttributes(name, value, known)}
      data-factor={node === 0 ? undefined : name}
      data-lit={isLit(name) || undefined}
    >
      <i>{name}</i> = <Amount value={value} known={known} words={words} />
    </span>
  );
}

interface EdgeProps {
  view: ChainView;
  place: number;
  lit: boolean;
  name: string;
}

/** A function between two values, with its local slope below once it is known. */
function Edge({ view, place, lit, name }: EdgeProps) {
  const { chain, terms, isKnown, isLit, words } = view;
  const term = slopeTerm(chain.names, place + 1, place);
  const value = terms.get(term);
  const known = isKnown(term);
  // Where the last function's slope is the first factor, the line shows it as it is found.
  const slopeLit = isLit(term) && isBackward(view);
  return (
    <span className="pancake-edge" data-place={place}>
      <span>
        <span data-lit={lit || undefined}>{name}</span>
      </span>
      {known && (
        <span
          className="pancake-edge-slope"
          data-term={term}
          data-sign={Math.sign(value?.data[0] ?? 0) || 0}
        >
          <span data-lit={slopeLit || undefined}>
            <span>{words.slope} </span>
            {amountText(value, view)}
          </span>
        </span>
      )}
    </span>
  );
}

function isBackward({ steps, step }: ChainView): boolean {
  return steps[step]!.kind.startsWith('backward');
}

/** The name of the chain as a composition: `F4 = f4(f3(f2(f1(x))))`. */
export function composition({ nodes, layers }: NamedChain): string {
  const inner = layers.reduce((inside, { place }) => `f${place}(${inside})`, nodes[0]!);
  return `${nodes[layers.length]} = ${inner}`;
}
