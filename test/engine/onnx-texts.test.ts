// What ONNX files of layers and models are made of, as it is shown to readers: every node, its inputs and shapes.
import {
  Linear,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  createRng,
  toONNX,
} from '../../src/engine-entry';
import { outlineOf } from '../../src/engine/onnx';
import { compareTexts } from '../support/known-texts';
import { Float, featuresCases, file, layerCases, node, tensor, value } from '../support/onnx';
import { otherFiles } from '../support/onnx-files';

const rng = createRng(1);
const model = new Sequential([
  new Linear(2, 3, { rng }),
  new ReLU(),
  new Residual(new Sequential([new Linear(3, 3, { rng }), new ReLU()])),
  new Linear(3, 1, { rng }),
  new Sigmoid(),
]);
const layers = [
  ...Object.entries(layerCases).map(([name, make]) => [name, make(3, createRng(1))] as const),
  ...featuresCases.map((layer) => [layer.describe(), layer] as const),
  ['a model', model] as const,
];

// What no layer needs: texts, lists and numbers as settings, two inputs of two types, nodes without names.
const odd = file({
  nodes: [
    node('Mystery', ['x', '', 'h'], ['y', 'z'], {
      word: 'tanh',
      bytes: tensor('t', [2], [1, 2]),
      list: [3, -4],
      third: new Float(1 / 3),
      whole: -7,
    }),
    node('Relu', ['z'], ['named'], {}, 'its name'),
    node('Relu', ['named'], ['end'], {}, 'last'),
  ],
  numbers: [tensor('one', [], [2.5]), tensor('several', [2, 3], [1, 2, 3, 4, 5, 6])],
  inputs: [value('x', 2), value('h', null, 11), value('k', ['N', 'M', 4]), value('l', 3, 99)],
  outputs: [value('y', [1, 2]), value('end', null)],
  opset: 9,
});

const written = layers.flatMap(([name, layer]) =>
  (['float32', 'float64'] as const).map((precision): [string, () => string] => [
    `${name}, ${precision}`,
    () => {
      const stack = layer instanceof Sequential ? layer : new Sequential([layer]);
      return outlineOf(toONNX(stack, { precision })).text;
    },
  ]),
);
const others = Object.entries(otherFiles).map(([name, [bytes]]): [string, () => string] => [
  name,
  () => outlineOf(bytes).text,
]);

compareTexts(
  'onnx.txt',
  Object.fromEntries([...written, ...others, ['odd', () => outlineOf(odd).text]]),
);
