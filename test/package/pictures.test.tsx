// The package's pictures are those of its sources, to the letter: nothing was lost on the way into
// dist, where visx and d3 are leaner than they come.
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import * as sources from 'react-pancake';
import { load } from './dist';

type Package = typeof sources;

const pictures: Record<string, (all: Package) => React.ReactElement> = {
  DecisionBoundary: ({ DecisionBoundary, Pancake }) => (
    <Pancake data="moons" model={[2, 6, 1]} seed={3}>
      <DecisionBoundary width={400} />
    </Pancake>
  ),
  'DecisionBoundary, of a regression': ({ DecisionBoundary, Pancake }) => (
    <Pancake data="plane" seed={3}>
      <DecisionBoundary width={400} />
    </Pancake>
  ),
  'LossChart, logarithmic': (all) => (
    <all.LossChart trainer={trained(all)} scale="log" width={500} height={260} />
  ),
  'LossChart, linear': (all) => (
    <all.LossChart trainer={trained(all)} scale="linear" width={500} height={260} />
  ),
  ActivationPlot: ({ ActivationPlot }) => <ActivationPlot width={400} />,
  DataEditor: ({ DataEditor, Pancake }) => (
    <Pancake data="moons">
      <DataEditor />
    </Pancake>
  ),
  OptimizerRace: ({ OptimizerRace }) => <OptimizerRace />,
  LossLandscape: (all) => <all.LossLandscape trainer={trained(all)} />,
  Predict: (all) => (
    <all.Pancake data="moons">
      <all.Predict question="How does the loss fall?" sketch={{ epochs: 50, max: 1 }} />
    </all.Pancake>
  ),
};

function trained({ createTrainer }: Package) {
  const trainer = createTrainer({ data: 'circles', model: [2, 6, 1], seed: 5 });
  trainer.step('epoch', 30);
  return trainer;
}

describe('a picture of the package', () => {
  it.each(Object.entries(pictures))('%s', async (_, draw) => {
    const built = (await load('index.js')) as Package;
    const html = renderToString(draw(built));
    expect(html).toContain('data-pancake');
    expect(html).toBe(renderToString(draw(sources)));
  });
});
