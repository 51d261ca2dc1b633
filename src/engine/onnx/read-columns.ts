// Features: columns taken out of the points, what is made of them, and how they are put together.
import { Features, type FeatureName } from '../layers/features';
import { activations } from './read-activations';
import type { Reader } from './steps';

// One column of the points.
const readColumn: Reader = ({ view }, node) => {
  const index = view.constant(node.inputs[1]);
  const at = index?.data[0];
  const isColumn = index?.data.length === 1 && [-2, -1, 0, 1].includes(at!);
  if (!isColumn || ![-1, 1].includes(view.number(node, 'axis', 0))) {
    return 'only a point’s x or y can be taken out here, for Features';
  }
  return { column: { from: node.inputs[0]!, feature: at === 0 || at === -2 ? 'x' : 'y' } };
};

// All columns at once, as PyTorch's unbind does.
const readSplit: Reader = ({ view }, node, output) => {
  if (node.outputs.length !== 2 || ![-1, 1].includes(view.number(node, 'axis', 0))) {
    return 'only a point’s x and y can be taken apart here, for Features';
  }
  return { column: { from: node.inputs[0]!, feature: output === 0 ? 'x' : 'y' } };
};

// A column stays one, whether it lies or stands.
const keepColumn: Reader = (known, { inputs }) => {
  const column = known.column(inputs[0]);
  return column ? { column } : 'only the columns of Features change their shape here';
};

const readSin: Reader = (known, node) => {
  const column = known.column(node.inputs[0]);
  if (column?.feature === 'x') return { column: { ...column, feature: 'sinX' } };
  if (column?.feature === 'y') return { column: { ...column, feature: 'sinY' } };
  return activations['Sin']!(known, node, 0);
};

const readPow: Reader = (known, node) => {
  const column = known.column(node.inputs[0]);
  const feature = column && productOf(column.feature, column.feature);
  if (feature && known.view.scalar(node.inputs[1]) === 2) return { column: { ...column, feature } };
  return activations['Pow']!(known, node, 0);
};

/** The feature that is the product of two. */
export function productOf(a: FeatureName, b: FeatureName): FeatureName | undefined {
  const both = [a, b].sort().join();
  return { 'x,x': 'x2', 'y,y': 'y2', 'x,y': 'xy' }[both] as FeatureName | undefined;
}

const readConcat: Reader = (known, node) => {
  const columns = node.inputs.map((name) => known.column(name));
  const from = columns[0]?.from;
  const names = columns.map((column) => column?.feature);
  if (from === undefined || columns.some((column) => column?.from !== from)) {
    return 'only x, y, x², y², xy, sin x and sin y of a point can be put side by side here';
  }
  if (![-1, 1].includes(known.view.number(node, 'axis', 0)))
    return 'it puts points below one another';
  return { from, make: () => new Features(names as FeatureName[]) };
};

/** The operators that are about columns. */
export const columnReaders: Readonly<Record<string, Reader>> = {
  Gather: readColumn,
  Split: readSplit,
  Squeeze: keepColumn,
  Unsqueeze: keepColumn,
  Sin: readSin,
  Pow: readPow,
  Concat: readConcat,
};
