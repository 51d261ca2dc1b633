// The whole batch of a step as matrices, where there is more than a single number.
import { LinearBackward, LinearProduct, OuterProductSum, TensorGrid } from '../tensor';
import { derivative } from '../formula';
import { slopeTerm } from './names';
import type { ChainView } from './view';

/** The tensors that the step works with, as they are. */
export function Matrices({ view }: { view: ChainView }) {
  const { chain, steps, step, sample } = view;
  const { kind, layer } = steps[step]!;
  const { nodes } = chain.names;
  const top = nodes.length - 1;
  const traced = layer === null ? undefined : chain.steps?.[layer];
  if (!traced || layer === null) return null;
  if (traced.input.size === 1 && traced.output.size === 1) return null;
  const names = chain.names.layers[layer]!;
  const isLinear = traced.type === 'Linear';
  if (kind === 'forward') {
    if (isLinear) return <LinearProduct step={traced} names={names} sample={sample} />;
    return (
      <div className="pancake-step-tensors">
        <TensorGrid tensor={traced.input} name={names.input} term={names.input} />
        <TensorGrid tensor={traced.output} name={names.output} term={names.output} />
      </div>
    );
  }
  if (kind === 'backward') {
    if (isLinear) return <LinearBackward step={traced} names={names} sample={sample} />;
    const [incoming, outgoing] = [
      slopeTerm(chain.names, top, layer + 1),
      slopeTerm(chain.names, top, layer),
    ];
    return (
      <div className="pancake-step-tensors">
        {layer + 1 < top && (
          <TensorGrid
            tensor={traced.gradOut}
            name={view.words.derivative(names.objective, names.output)}
            term={incoming}
          />
        )}
        <TensorGrid
          tensor={traced.local.value}
          name={view.words.derivative(names.output, names.input)}
          term={derivative(names.output, names.input)}
        />
        <TensorGrid
          tensor={traced.gradIn}
          name={view.words.derivative(names.objective, names.input)}
          term={outgoing}
        />
      </div>
    );
  }
  if (kind !== 'parameters') return null;
  if (isLinear) return <OuterProductSum step={traced} names={names} />;
  return (
    <div className="pancake-step-tensors">
      {traced.parameters.map(({ name, added }) => (
        <TensorGrid
          key={name}
          tensor={added}
          name={view.words.derivative(names.objective, names.parameters[name]!)}
          term={derivative(names.objective, names.parameters[name]!)}
        />
      ))}
    </div>
  );
}
