// The figures of a run, by `type`.
import {
  list,
  name,
  number,
  oneOf,
  pair,
  place,
  share,
  text,
  whole,
  yesOrNo,
  orWord,
} from '../attributes/parser';
import { failureKinds, type FailureKind } from '../../trainer';
import { ActivationPlot } from '../../components/activation-plot';
import { DataEditor } from '../../components/data-editor';
import { DecisionBoundary } from '../../components/decision-boundary';
import { ExportProgram } from '../../components/export-program';
import { FailureLab } from '../../components/failure-lab';
import { GradientAccumulation } from '../../components/gradient-accumulation';
import { GradientCheck } from '../../components/gradient-check';
import { ImportModel } from '../../components/import-model';
import { LayerStack } from '../../components/layer-stack';
import { LossChart } from '../../components/loss-chart';
import { LossLandscape } from '../../components/loss-landscape';
import { NetworkGraph } from '../../components/network-graph';
import { Sonification } from '../../components/sonification';
import { TrainerControls } from '../../components/trainer-controls';
import { entry, entries, neuron, editable, controls, limits, speeds } from './values';
import { frameProps, kind } from './kind';
import { whole as wholeFigure } from './whole';

const height = number({ above: 0 });

export const runFigures = {
  'activation-plot': kind(
    ActivationPlot,
    {
      ...frameProps,
      defaultOf: name(),
      choose: yesOrNo,
      defaultInput: number(),
      domain: pair('-5, 5'),
      layer: place,
      height,
    },
    { run: 'given' },
  ),
  'data-editor': kind(DataEditor, {
    ...frameProps,
    tools: list(oneOf('add', 'move', 'erase', 'spray'), { example: 'add, move' }),
    hide: list(dataParts(), { example: 'csv, download' }),
    lock: orWord('all', true as const, list(dataParts(), { example: 'noise, points' })),
    maxPoints: whole(1),
    boundary: yesOrNo,
  }),
  'decision-boundary': kind(
    DecisionBoundary,
    {
      ...frameProps,
      grid: whole(2),
      contours: list(number(), { example: '0.25, 0.5, 0.75' }),
      points: oneOf('all', 'train', 'none'),
      defaultOverlay: name(),
      defaultMistakes: yesOrNo,
      overlayControl: yesOrNo,
      neuron,
      linked: yesOrNo,
      defaultSpace: place,
      spaceControl: yesOrNo,
      defaultUnits: list(place, { least: 2, most: 2, example: '0, 1' }) as never,
      readout: oneOf('value', 'activations'),
      fullscreen: yesOrNo,
    },
    // `points` alone says how many there are.
    { names: { points: 'show-points' } },
  ),
  'export-program': kind(ExportProgram, {
    ...frameProps,
    format: oneOf('pytorch', 'numpy', 'onnx'),
    defaultWeights: oneOf('initial', 'now'),
    epochs: whole(0),
    maxHeight: height,
    fileName: text,
  }),
  'failure-lab': kind(FailureLab, {
    ...frameProps,
    kinds: failureList(),
    presets: { read: presets, must: `true, false, or ${failureList().must}` },
    hide: list(oneOf('remedies', 'show', 'fine', 'notHere', 'summary', 'controls'), {
      example: 'remedies, summary',
    }),
  }),
  'gradient-accumulation': kind(GradientAccumulation, {
    ...frameProps,
    defaultEntry: entry,
    canSwitch: yesOrNo,
  }),
  'gradient-check': kind(GradientCheck, {
    ...frameProps,
    samples: whole(1),
    defaultEps: number({ above: 0 }),
    tolerance: number({ above: 0 }),
    maxRows: whole(1),
    maxEntries: whole(1),
    defaultOrder: oneOf('model', 'worst'),
    mistakes: yesOrNo,
  }),
  'import-model': kind(ImportModel, frameProps),
  'layer-stack': kind(LayerStack, {
    ...frameProps,
    defaultSample: place,
    defaultView: oneOf('sample', 'batch'),
    slowMotion: yesOrNo,
    defaultStage: place,
    defaultPace: number({ above: 0 }),
    linked: yesOrNo,
  }),
  'loss-chart': kind(LossChart, {
    ...frameProps,
    defaultMetric: oneOf('loss', 'accuracy'),
    metricControl: yesOrNo,
    defaultScale: oneOf('linear', 'log'),
    scaleControl: yesOrNo,
    showTest: yesOrNo,
    earlier: whole(),
    marks: yesOrNo,
    seekable: yesOrNo,
    height,
  }),
  'loss-landscape': kind(LossLandscape, {
    ...frameProps,
    defaultWeights: entries,
    chooser: yesOrNo,
    span: number({ above: 0 }),
    grid: whole(2),
    editable: yesOrNo,
    arrow: yesOrNo,
  }),
  'network-graph': kind(NetworkGraph, {
    ...frameProps,
    defaultShow: oneOf('weights', 'gradients'),
    editable,
  }),
  pancake: wholeFigure,
  sonification: kind(Sonification, {
    ...frameProps,
    parts: list(oneOf('loss', 'boundary'), { example: 'loss, boundary' }),
    defaultVolume: share,
    defaultAlong: oneOf('row', 'column'),
  }),
  'trainer-controls': kind(TrainerControls, {
    ...frameProps,
    show: orWord('all', 'all' as const, controls),
    hide: controls,
    lock: orWord('all', true as const, controls),
    limits,
    speeds,
    defaultStepUnit: oneOf('layer', 'batch', 'epoch'),
    spoken: orWord('false', false as const, number({ min: 1 })),
  }),
};

function dataParts() {
  return oneOf(
    ...(['draw', 'classes', 'dataset', 'noise', 'points'] as const),
    ...(['split', 'seed', 'csv', 'download'] as const),
  );
}

function failureList() {
  return list(oneOf(...(failureKinds as readonly FailureKind[])), {
    example: failureKinds.slice(0, 2).join(', '),
  });
}

function presets(given: string) {
  return yesOrNo.read(given) ?? failureList().read(given);
}
