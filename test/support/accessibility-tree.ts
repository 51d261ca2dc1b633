// What the browser hands to screen readers: its accessibility tree, without what they pass over.
import { cdp } from 'vitest/browser';

/** One node that a screen reader meets. */
export interface Accessible {
  role: string;
  name: string;
  description: string;
  value: string;
  /** Its states and properties, such as `pressed` or `focusable`, as text. */
  states: Readonly<Record<string, string>>;
  children: Accessible[];
}

interface Value {
  value?: string | number | boolean;
}
interface RawNode {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
}
interface FrameTree {
  frame: { id: string; url: string };
  childFrames?: FrameTree[];
}

/** A command to the browser's developer interface. */
export function devtools<Answer>(method: string, parameters: object = {}): Promise<Answer> {
  const session = cdp() as unknown as {
    send(method: string, parameters: object): Promise<Answer>;
  };
  return session.send(method, parameters);
}

/** The tree of the page with the tests; `root` is what stands for the document. */
export async function accessibilityTree(): Promise<Accessible> {
  const { frameTree } = await devtools<{ frameTree: FrameTree }>('Page.getFrameTree');
  const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame);
  const frameId = frames.find(({ url }) => url === location.href)!.id;
  const { nodes } = await devtools<{ nodes: RawNode[] }>('Accessibility.getFullAXTree', {
    frameId,
  });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: RawNode): Accessible[] => {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? read(child) : [];
    });
    return node.ignored ? children : [{ ...facts(node), children }];
  };
  return read(nodes[0]!)[0]!;
}

function facts({ role, name, description, value, properties = [] }: RawNode) {
  return {
    role: text(role),
    name: text(name),
    description: text(description),
    value: text(value),
    states: Object.fromEntries(properties.map((one) => [one.name, text(one.value)])),
  };
}
const text = (value?: Value) => (value?.value === undefined ? '' : String(value.value));

/** All nodes of a tree, from the outside in. */
export function* each(node: Accessible): Generator<Accessible> {
  yield node;
  for (const child of node.children) yield* each(child);
}
