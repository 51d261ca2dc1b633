// What an element's attributes say, and what is said of those that make no sense.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as engine from '../../src/engine-entry';
import { createTrainer } from '../../src/engine-entry';
import { elementAttributes } from '../../src/components/share/embed';
import * as everything from '../../src/index';
import { readAttributes } from '../../src/elements/attributes/read-attributes';
import { optionsByAttribute } from '../../src/elements/attributes/run-options';
import { readAddress } from '../../src/elements/embed/options';
import { kinds } from '../../src/elements/kinds';
import { version } from '../../src/elements/version';

const known = ['learning-rate', 'batch-size', ...optionsByAttribute.keys()];

function reading(attributes: Record<string, string>, type: string | null = null, csv?: string) {
  const element = {
    getAttribute: (name: string) => attributes[name] ?? null,
    getAttributeNames: () => Object.keys(attributes),
  };
  return readAttributes(element, type === null ? null : kinds[type]!, csv ?? null, known);
}

describe('the options of a run', () => {
  it('are those of the trainer, in kebab-case', () => {
    const { options, problems } = reading({
      model: '2, 10,10 1',
      activation: 'tanh',
      'learning-rate': '0.1',
      'batch-size': 'full',
      autoplay: '',
      shuffle: 'false',
      speed: 'max',
      'stop-when': 'loss: 0.01, epoch: 500',
      schedule: 'step, step-size: 50, gamma: 0.5',
      'optimizer-options': 'momentum: 0.9, nesterov, betas: 0.9 0.99',
      features: 'x,y,x2',
    });
    expect(problems).toEqual([]);
    expect(options).toEqual({
      model: [2, 10, 10, 1],
      activation: 'tanh',
      learningRate: 0.1,
      batchSize: 'full',
      autoplay: true,
      shuffle: false,
      speed: Infinity,
      stopWhen: { loss: 0.01, epoch: 500 },
      schedule: { name: 'step', stepSize: 50, gamma: 0.5 },
      optimizerOptions: { momentum: 0.9, nesterov: true, betas: [0.9, 0.99] },
      features: ['x', 'y', 'x2'],
    });
  });

  it.each([
    ['learning-rate', 'fast', 'learning-rate is "fast"; it must be a number above 0'],
    ['seed', '1.5', 'seed is "1.5"; it must be a whole number of at least 0'],
    ['noise', '2', 'noise is "2"; it must be a number from 0 to 1'],
    ['model', '2,x,1', 'model is "2,x,1"; it must be such as "2,10,10,1"'],
    ['batch-size', '0', 'batch-size is "0"; it must be a whole number of at least 1, or full'],
    ['autoplay', 'maybe', 'autoplay is "maybe"; it must be true or false'],
    [
      'stop-when',
      'epochs: 5',
      'stop-when is "epochs: 5"; it must be such as "epoch: 500", of epoch, loss, accuracy',
    ],
    ['learningrate', '1', 'there is no attribute learningrate; it is written learning-rate'],
  ])('that make no sense are told: %s="%s"', (name, value, sentence) => {
    const { options, problems } = reading({ [name]: value });
    expect(problems).toEqual([sentence]);
    expect(options).toEqual({});
  });

  it('take points as CSV, and keep some for testing', () => {
    const csv = 'x,y,label\n0,0,0\n1,1,1\n2,0,1\n0,2,0';
    const { options } = reading({ csv, 'test-ratio': '0.25', task: 'regression' });
    const { train, test } = options.data as engine.SplitDataset;
    expect([train.x.shape, test!.x.shape, train.task]).toEqual([[3, 2], [1, 2], 'regression']);
    expect(reading({ csv: '0,0,0\n1,one' }).problems[0]).toMatch(/^csv: line 2: /);
    expect(reading({ csv }, null, csv).problems[0]).toContain('only one of them');
  });
});

it('what a figure is shared as, in HTML, is read as the same run', () => {
  const trainer = createTrainer({
    data: 'circles',
    model: [3, 4, 1],
    features: ['x', 'y', 'x2'],
    activation: 'Tanh',
    optimizer: 'Adam',
    optimizerOptions: { betas: [0.8, 0.9], weightDecay: 0.01 },
    schedule: { name: 'step', stepSize: 50, gamma: 0.5 },
    stopWhen: { epoch: 500, loss: 0.01 },
    batchSize: 'full',
    learningRate: 1e-7,
    speed: Infinity,
    shuffle: false,
  });
  const record = trainer.record();
  const { options, problems } = reading(Object.fromEntries(elementAttributes(record)));
  expect(problems).toEqual([]);
  expect(createTrainer(options).record().options).toEqual(record.options);
});

describe('figures', () => {
  it('are all those of the package, but what needs values that only a program has', () => {
    const inCode = ['Answer', 'AnswerHints', 'MathFormula', 'PancakeLanguage', 'PancakeSharing'];
    const components = Object.keys(everything).filter(
      (name) => /^[A-Z]/.test(name) && !(name in engine),
    );
    const kebab = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
    const expected = components.filter((name) => !inCode.includes(name)).map(kebab);
    expect(Object.keys(kinds).sort()).toEqual(expected.sort());
  });

  it('have attributes that cannot be taken for options, where they have a run', () => {
    for (const [type, { run, attributes }] of Object.entries(kinds)) {
      if (run === 'none') continue;
      const both = [...attributes.keys()].filter((name) => optionsByAttribute.has(name));
      expect(both, type).toEqual([]);
    }
  });

  it('read their own attributes', () => {
    const chart = reading({ metric: 'accuracy', heading: 'none', height: '200' }, 'loss-chart');
    expect(chart.props).toEqual({ defaultMetric: 'accuracy', heading: null, height: 200 });
    expect(reading({ metric: 'loss' }, 'loss-chart').beginning).not.toBe(chart.beginning);
    const map = reading({ weights: '0.weight[0], 0.weight[3]' }, 'loss-landscape');
    expect(map.props['defaultWeights']).toEqual([
      { name: '0.weight', place: 0 },
      { name: '0.weight', place: 3 },
    ]);
    const value = reading({ of: 'test-loss' }, 'value');
    expect(value.props).toEqual({ of: 'testLoss' });
    const goal = reading({ when: 'accuracy: 2', type: 'goal' }, 'goal');
    expect([goal.isWhole, goal.problems]).toEqual([
      false,
      [
        'when is "accuracy: 2"; it must be such as "accuracy: 0.95, max-params: 50", of loss, test-loss, accuracy, test-accuracy, epoch, max-params',
      ],
    ]);
  });
});

it('the address of the embedded page says the same, and what is not meant for it is left alone', () => {
  const search = '?type=goal,loss-chart&data=moons&learningRate=1&utm_source=x&theme=dark';
  const said = readAddress({ search, hash: '#data=circles&id=one&run=abc' }, [
    'data',
    'learning-rate',
  ]);
  expect(said).toEqual({
    types: ['goal', 'loss-chart'],
    id: 'one',
    theme: 'dark',
    attributes: new Map([
      ['data', 'circles'],
      ['learningRate', '1'],
      ['link', 'abc'],
    ]),
  });
});

it("the elements' version is the package's", () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(version).toBe(manifest.version);
});
