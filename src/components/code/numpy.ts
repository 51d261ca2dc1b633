// What the engine does, as a notebook would write it in NumPy: the lines of the engine's export, with
// what the names in them stand for.
import {
  numpyLayer,
  numpyLoss,
  numpyOptimizer,
  numpyZeroGrad,
  type NumPyLine,
  type NumPySubject,
} from '../../engine';
import type { CodeExcerpt, CodeLine, CodeOfPasses } from './excerpt';

/**
 * The notebook's way to write a layer, a loss, an optimizer, or the clearing of the gradients
 * (`'zeroGrad'`).
 *
 * @param of the type, or the object itself where its options change the lines: `Features` with its
 *   names, a loss with its reduction, an optimizer with or without momentum
 * @returns undefined if there is none of that type
 */
export function numpyOf(of: string | NumPySubject): CodeOfPasses | undefined {
  const subject = typeof of === 'string' ? { type: of } : of;
  if (subject.type === 'zeroGrad') return zeroGrad();
  return layer(subject) ?? loss(subject) ?? optimizer(subject);
}

function layer(subject: NumPySubject): CodeOfPasses | undefined {
  const lines = numpyLayer(subject);
  if (!lines) return undefined;
  const { type } = subject;
  const { argument = 'x', before, forward, backward } = lines;
  const names = {
    [argument]: 'input',
    'self.input': 'input',
    'self.output': 'output',
    d_out: 'dOut',
    ...lines.names,
  };
  return {
    forward: [method(type, `compute_forward(self, ${argument})`, forward, names, before)],
    backward: [method(type, 'compute_backward(self, d_out)', backward, names, before)],
  };
}

function loss(subject: NumPySubject): CodeOfPasses | undefined {
  const lines = numpyLoss(subject);
  if (!lines) return undefined;
  const names = {
    pred: 'input',
    'self.input': 'input',
    target: 'target',
    'self.target': 'target',
    losses: 'output',
    d_in: 'dIn',
  };
  const { type } = subject;
  return {
    forward: [method(type, 'compute_forward(self, pred, target)', lines.forward, names)],
    backward: [method(type, 'compute_backward(self)', lines.backward, names)],
  };
}

function optimizer(subject: NumPySubject): CodeOfPasses | undefined {
  const lines = numpyOptimizer(subject);
  if (!lines) return undefined;
  const memory = Object.entries(lines.memory);
  const names = {
    w: 'parameter',
    g: 'gradient',
    ...Object.fromEntries(memory.map(([name, short]) => [short, `memory.${name}`])),
  };
  return { step: [method(subject.type, 'step(self)', lines.step, names)], ...zeroGrad() };
}

function zeroGrad(): CodeOfPasses {
  return { zeroGrad: [method('', 'zero_grad(self)', numpyZeroGrad, { g: 'gradient' })] };
}

// A method with its lines, indented below its head.
function method(
  type: string,
  head: string,
  body: readonly NumPyLine[],
  names: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): CodeExcerpt {
  const lines: CodeLine[] = [
    ...before.map((text) => ({ text, roles: [] })),
    { text: `def ${head}:`, roles: [] },
    ...body.map(([text, ...roles]) => ({ text: `    ${text}`, roles })),
  ];
  const [name] = head.split('(') as [string];
  return { name: type ? `${type}.${name}` : name, language: 'python', lines, names };
}
