// A page pays for what it imports: bundled as a site does it, one figure brings no other.
import { describe, expect, it } from 'vitest';
import { bundle } from '../../.ci/bundle.mjs';

/** What figures are made of: a frame, marks for points, shades drawn on a server, a button to share them. */
const shared = ['figure', 'marks', 'poster', 'share'];

/** The folders of src/components that a bundle has modules of, but for those. */
async function figuresIn(clause: string): Promise<string[]> {
  const { modules } = await bundle(clause);
  const folders = Object.keys(modules).map((name) => /^components\/([^/]+)/.exec(name)?.[1]);
  return [...new Set(folders)]
    .filter((name) => name !== undefined)
    .filter((name) => !shared.includes(name))
    .sort();
}

describe('one figure', () => {
  it.each([
    ['DecisionBoundary', 'decision-boundary'],
    ['GradientAccumulation', 'gradient-accumulation formula'],
    ['LayerStack', 'layer-stack'],
    ['LossChart', 'loss-chart'],
    ['MathFormula', 'formula'],
    ['NetworkGraph', 'network-graph'],
    ['Spoiler', 'spoiler'],
    ['TensorGrid', 'tensor'],
    ['Value', 'value'],
  ])('%s brings %s alone', async (name, folders) => {
    expect(await figuresIn(`{ ${name} }`)).toEqual(folders.split(' ').sort());
  });

  it('and no trainer, which its page makes with <Pancake> or useTrainer', async () => {
    const { modules } = await bundle('{ LossChart }');
    expect(Object.keys(modules)).not.toContain('trainer/trainer.js');
  });
});

describe('a hook', () => {
  it.each(['useTrainer', 'useTrainerValue', 'useTrainerFrame'])('%s brings none', async (name) => {
    expect(await figuresIn(`{ ${name} }`)).toEqual([]);
  });
});

describe('the engine', () => {
  it('brings for a training loop no trainer, no data set and no layer that is not in it', async () => {
    const { modules } = await bundle('{ Sequential, Linear, ReLU, SGD }', 'engine.js');
    const names = Object.keys(modules);
    expect(names.filter((name) => /^trainer|datasets|export/.test(name))).toEqual([]);
    const layers = names.filter((name) => name.startsWith('engine/layers/')).sort();
    expect(layers).toEqual(['elementwise', 'linear', 'relu'].map((n) => `engine/layers/${n}.js`));
  });
});

describe('the code editor', () => {
  it('is loaded when it is needed, not with the challenge', async () => {
    const { modules } = await bundle('{ CodeChallenge }');
    expect(Object.keys(modules)).not.toContain('components/code-challenge/editor.js');
    expect(Object.keys(modules).filter((name) => name.includes('codemirror'))).toEqual([]);
  });
});

describe('the space of a layer', () => {
  it('is loaded when a reader looks at it, not with the decision boundary', async () => {
    const { modules } = await bundle('{ DecisionBoundary }');
    const names = Object.keys(modules).filter((name) => name.includes('layer-space'));
    // Where things are in it is known to its poster too.
    expect(names).toEqual(['components/decision-boundary/layer-space-layout.js']);
  });
});

describe('what checks a reader’s code', () => {
  it('is loaded at the first check, not with the challenge', async () => {
    const names = Object.keys((await bundle('{ CodeChallenge }')).modules);
    const late = /^sandbox|^virtual.worker|code-challenge.(checks\/|run\/|bench)/;
    expect(names.filter((name) => late.test(name))).toEqual([]);
  });
});
