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
import { featuresCases, layerCases } from '../support/onnx';

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

compareTexts(
  'onnx.txt',
  Object.fromEntries(
    layers.flatMap(([name, layer]) =>
      (['float32', 'float64'] as const).map((precision) => [
        `${name}, ${precision}`,
        outlineOf(
          toONNX(layer instanceof Sequential ? layer : new Sequential([layer]), { precision }),
        ).text,
      ]),
    ),
  ),
);
