// Figures that need no run, parts of a lesson around them, and what stands in a line of text.
import type { ValueName } from '../../components/value';
import { ChainRuleStepper } from '../../components/chain-rule-stepper';
import { CodeChallenge } from '../../components/code-challenge';
import { LayerCode } from '../../components/code';
import { Compare } from '../../components/compare';
import { FanOut } from '../../components/fan-out';
import { Goal } from '../../components/goal';
import { OptimizerRace } from '../../components/optimizer-race';
import { Predict, type Prediction } from '../../components/predict';
import { Set } from '../../components/set';
import { Spoiler } from '../../components/spoiler';
import { LinearBackward, LinearProduct, OuterProductSum } from '../../components/tensor';
import { Value } from '../../components/value';
import { raceEntries, surfaceNames, type RaceEntryName } from '../../trainer';
import {
  json,
  list,
  name,
  number,
  oneOf,
  pair,
  place,
  settings,
  text,
  whole,
  yesOrNo,
  type Parser,
} from '../attributes/parser';
import { frameProps, kind } from './kind';
import { ParameterGrid, traced } from './traced-layer';
import { entry, goal, speeds } from './values';

const positive = number({ above: 0 });
const samples = list(place, { example: '0, 1, 2' });
const ofLayer = { ...frameProps, layer: place, samples };
const showCode = oneOf('both', 'typescript', 'numpy');

/** Figures that work without a run, or with a layer of one. */
export const lessonFigures = {
  'chain-rule-stepper': kind(
    ChainRuleStepper,
    {
      ...frameProps,
      defaultStep: place,
      defaultEpsilon: positive,
      samples,
      defaultSample: place,
      defaultFolded: list(text, { example: 'F2, F3' }),
      defaultHideAnswers: yesOrNo,
      autoplay: yesOrNo,
      pace: positive,
      code: oneOf('open', 'closed', 'none'),
      names: json('{"input": "v", "values": ["M", "E"]}'),
      defaultK: number(),
      defaultV: number(),
    },
    // `autoplay` alone is for training.
    { run: 'given', names: { autoplay: 'autoplay-steps' } },
  ),
  'fan-out': kind(
    FanOut,
    {
      ...frameProps,
      defaultA: number(),
      defaultWay: oneOf('nothing', 'mul', 'square'),
      defaultRule: oneOf('add', 'overwrite'),
      k: number(),
      defaultEpsilon: positive,
      defaultStep: whole(0, 2),
    },
    { run: 'none' },
  ),
  'optimizer-race': kind(
    OptimizerRace,
    {
      ...frameProps,
      defaultSurface: oneOf(...surfaceNames),
      optimizers: list(oneOf(...(Object.keys(raceEntries) as RaceEntryName[])), {
        example: 'SGD, Momentum, Adam',
      }),
      defaultStart: pair('-2, 1.5'),
      steps: whole(1, 5000),
      defaultSpeed: positive,
      speeds,
      autoplay: yesOrNo,
    },
    { run: 'none' },
  ),
  compare: kind(
    Compare,
    { ...frameProps, runs: runsToCompare(), controls: yesOrNo },
    { run: 'none', optionsProp: 'options' },
  ),
  'code-challenge': kind(
    CodeChallenge,
    {
      name: oneOf('square', 'mul', 'linear', 'own-layer', 'optimizer', 'training-loop'),
      check: oneOf('typing', 'asked'),
      storageKey: text,
      sandbox: text,
      nonce: text,
    },
    {
      run: 'none',
      required: ['name'],
      events: { onComplete: (code: string) => ['pass', { code }] },
    },
  ),
  'layer-code': kind(
    traced(LayerCode),
    { ...ofLayer, phase: oneOf('forward', 'backward', 'parameters'), defaultShow: showCode },
    { required: ['phase'] },
  ),
  'linear-backward': kind(traced(LinearBackward), { ...ofLayer, sample: place }),
  'linear-product': kind(traced(LinearProduct), { ...ofLayer, sample: place }),
  'outer-product-sum': kind(traced(OuterProductSum), {
    ...ofLayer,
    parameter: oneOf('weight', 'bias'),
    defaultSample: place,
  }),
  'tensor-grid': kind(ParameterGrid, { ...frameProps, parameter: name(), maxShown: whole(1) }),
};

const content = { hasContent: true } as const;

/** What stands around figures, or in a line of text. What is between the tags is theirs. */
export const textFigures = {
  goal: kind(
    Goal,
    { when: goal },
    { ...content, required: ['when'], events: { onComplete: (run: unknown) => ['goal', run] } },
  ),
  predict: kind(
    Predict,
    {
      question: text,
      answer: numberOrText(),
      tolerance: number({ min: 0 }),
      choices: choices(),
      sketch: settings({ epochs: whole(1), max: positive }, 'epochs: 100, max: 1') as never,
      reveal: oneOf('show', 'unlock'),
    },
    {
      ...content,
      run: 'given',
      required: ['question'],
      events: { onCommit: (prediction: Prediction) => ['commit', prediction] },
    },
  ),
  set: kind(
    Set,
    {
      then: list(oneOf('play', 'pause', 'step', 'reset', 'newWeights', 'newData'), {
        example: 'reset, play',
      }),
    },
    { ...content, run: 'around', optionsProp: '', isInline: true },
  ),
  spoiler: kind(
    Spoiler as never,
    { summary: text, ask: text, defaultOpen: yesOrNo },
    {
      ...content,
      run: 'none',
    },
  ),
  value: kind(
    Value,
    {
      of: valueName(),
      digits: whole(0, 15),
      none: text,
      editable: yesOrNo,
      min: number(),
      max: number(),
      step: positive,
    },
    { required: ['of'], isInline: true },
  ),
};

function runsToCompare(): Parser<'models' | 'activations' | 'optimizers' | never[]> {
  const named = oneOf('models', 'activations', 'optimizers');
  const written = json<never[]>('[{"name": "shallow", "model": [2, 4, 1]}]');
  return {
    read: (given) => named.read(given) ?? written.read(given),
    must: `${named.must}, or ${written.must}`,
  };
}

function numberOrText(): Parser<number | string> {
  const asNumber = number();
  return { read: (given) => asNumber.read(given) ?? given, must: 'a number or a text' };
}

function choices(): Parser<string[]> {
  return {
    read: (given) => {
      const all = given.split('|').map((choice) => choice.trim());
      return all.length > 1 && all.every((choice) => choice !== '') ? all : undefined;
    },
    must: 'two or more answers with a bar between them, such as "yes | no"',
  };
}

// A number of the run, in camelCase as the component knows it, or one of the model.
function valueName(): Parser<ValueName | { parameter: string; place: number }> {
  return {
    read: (given) => {
      const found = entry.read(given);
      if (found) return { parameter: found.name, place: found.place };
      const camel = given.trim().replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return camel === '' ? undefined : (camel as ValueName);
    },
    must: 'a number of the run, such as "loss", or one of the model, such as "0.weight[3]"',
  };
}
