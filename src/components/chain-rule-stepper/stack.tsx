// A longer chain, or one of tensors, as a stack: values go up on the left, gradients down on the right.
import { Amount, termAttributes } from './amount';
import { slopeTerm } from './names';
import type { ChainView } from './view';

/** A slab for each layer, the input below, the objective on top. */
export function Stack({ view }: { view: ChainView }) {
  const { chain, words } = view;
  const { nodes } = chain.names;
  return (
    <div className="pancake-chain-stack" role="list" aria-label={words.stack}>
      <div className="pancake-chain-head" aria-hidden="true">
        <span />
        <span>{words.valueColumn}</span>
        <span>{words.gradientColumn}</span>
      </div>
      {[...nodes.keys()].reverse().map((node) => (
        <Slab key={node} view={view} node={node} />
      ))}
    </div>
  );
}

function Slab({ view, node }: { view: ChainView; node: number }) {
  const { chain, terms, steps, step, isKnown, words } = view;
  const { nodes, layers, objective } = chain.names;
  const name = nodes[node]!;
  const top = nodes.length - 1;
  const gradient = slopeTerm(chain.names, top, node);
  const layer = node === 0 || node > layers.length ? null : chain.layers[node - 1]!;
  const { kind, layer: place } = steps[step]!;
  const working = layer
    ? place === node - 1
    : node === 0
      ? kind === 'start' || kind === 'check'
      : kind === 'objective' || kind === 'backwardObjective';
  return (
    <div
      className="pancake-chain-slab"
      role="listitem"
      data-node={name}
      data-lit={working || undefined}
      aria-current={working ? 'step' : undefined}
    >
      <span className="pancake-chain-name">
        <b>
          {layer
            ? layer.type
            : node === 0
              ? words.input
              : words.objectiveName(chain.objective?.kind ?? 'loss')}
        </b>
        {layer && layer.description !== layer.type && (
          <small>{layer.description.slice(layer.type.length)}</small>
        )}
      </span>
      <span
        className="pancake-chain-quantity"
        {...termAttributes(name, terms.get(name), node === 0 || isKnown(name))}
      >
        <i>{name}</i>
        <Amount value={terms.get(name)} known={node === 0 || isKnown(name)} words={words} />
      </span>
      {node === top ? (
        <span className="pancake-chain-quantity">
          <small>{words.begin(objective)}</small>
        </span>
      ) : (
        <span
          className="pancake-chain-quantity"
          {...termAttributes(gradient, terms.get(gradient), isKnown(gradient))}
          data-factor={undefined}
        >
          <i>{words.derivative(objective, name)}</i>
          <Amount value={terms.get(gradient)} known={isKnown(gradient)} words={words} />
        </span>
      )}
    </div>
  );
}
