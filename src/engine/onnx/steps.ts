// What nodes mean: a step from one value to another, which is a layer of this package.
import type { Layer } from '../layer';
import type { FeatureName } from '../layers/features';
import type { GraphView } from './graph-view';
import type { OnnxNode } from './proto';

/** From one value to another through a layer. */
export interface Step {
  readonly from: string;
  /** Makes the layer, for points of so many features if that is known; null if nothing is done. */
  readonly make: ((width: number | undefined) => Layer) | null;
  /** How many parameters it will have. */
  readonly parameters?: number;
  /** Of a Residual: the steps that it goes around. */
  readonly inner?: readonly Step[];
}

/** One column of a value, or a feature of its columns: what `Features` puts together. */
export interface Column {
  readonly from: string;
  readonly feature: FeatureName;
}

/** What is known of the values before a node. */
export interface Known {
  readonly view: GraphView;
  step(name: string): Step | undefined;
  column(name: string | undefined): Column | undefined;
}

/** What a node is, or in words why there is no layer for it. */
export type Meaning = Step | { column: Column } | string;

/**
 * Reads one operator; undefined for a node that has a meaning only as a part of others.
 *
 * @param output which of the node's outputs is meant
 */
export type Reader = (known: Known, node: OnnxNode, output: number) => Meaning | undefined;

/** The value behind multiplications and divisions by a plain one, which exporters leave behind. */
export function withoutOnes(view: GraphView, name: string): string {
  let value = name;
  for (;;) {
    const node = view.made(value, 'Mul') ?? view.made(value, 'Div');
    const inner = node && timesOne(view, node);
    if (inner === undefined) return value;
    value = inner;
  }
}

/** The other side of a product with a plain one, or of a quotient by it. */
export function timesOne(view: GraphView, node: OnnxNode): string | undefined {
  const [a, b] = node.inputs;
  const isOne = (name: string | undefined) =>
    view.constant(name)?.dims.length === 0 && view.scalar(name) === 1;
  if (isOne(b)) return a;
  return node.op === 'Mul' && isOne(a) ? b : undefined;
}

/** The value behind changes of precision. */
export function withoutCasts(view: GraphView, name: string): string {
  let value = name;
  for (let cast = view.made(value, 'Cast'); cast; cast = view.made(value, 'Cast')) {
    value = cast.inputs[0]!;
  }
  return value;
}

/** The other input of a sum or product, if one is a number that will do. */
export function besides(
  view: GraphView,
  node: OnnxNode | undefined,
  is: (value: number) => boolean,
): string | undefined {
  if (!node) return undefined;
  const [a, b] = node.inputs;
  const will = (name: string | undefined) => {
    const value = view.scalar(name);
    return value !== undefined && is(value);
  };
  if (will(b)) return a;
  return will(a) ? b : undefined;
}

/** The inputs of a node in both orders. */
export function bothWays({ inputs }: OnnxNode): [string, string][] {
  const [a = '', b = ''] = inputs;
  return [
    [a, b],
    [b, a],
  ];
}

export const is = (wanted: number) => (value: number) => value === wanted;
export const isNear = (wanted: number) => (value: number) => Math.abs(value - wanted) < 1e-5;
