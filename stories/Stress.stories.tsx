// Many live figures on one page: they share one loop and one time budget.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  DecisionBoundary,
  LossChart,
  Pancake,
  Playground,
  TrainerControls,
  useTrainer,
} from 'react-pancake';
import { NeuronMaps } from './neuron-maps';

const meta = { title: 'Stress', tags: ['!autodocs'] } satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const data = ['moons', 'circles', 'xor', 'spiral', 'gauss', 'checkerboard'] as const;

/** Sixteen runs at once. Those that are scrolled out of sight do not train. */
export const ManyRuns: Story = {
  name: 'Many runs',
  render: () => (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
        gap: 16,
      }}
    >
      {Array.from({ length: 16 }, (_, i) => (
        <Pancake
          key={i}
          autoplay
          points={80}
          data={data[i % data.length]}
          seed={i}
          stopWhen={{ epoch: 100 }}
        >
          <DecisionBoundary heading={`Seed ${i}`} aria-label={`Decision boundary, seed ${i}`} />
        </Pancake>
      ))}
    </div>
  ),
};

/** Twelve small figures, all playing: the page stays at the screen's pace. */
export const TwelveFigures: Story = {
  name: 'Twelve figures',
  render: () => (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
        gap: 12,
      }}
    >
      {Array.from({ length: 12 }, (_, i) => (
        <Pancake key={i} autoplay speed={30} data={data[i % data.length]} seed={i}>
          <DecisionBoundary
            grid={50}
            heading={`Seed ${i}`}
            aria-label={`Decision boundary, seed ${i}`}
          />
        </Pancake>
      ))}
    </div>
  ),
};

function WholePage() {
  const trainer = useTrainer({
    autoplay: true,
    data: 'moons',
    points: 500,
    testRatio: 0,
    model: [2, 8, 8, 1],
    activation: 'tanh',
    batchSize: 10,
    learningRate: 0.03,
    speed: 1000,
  });
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <TrainerControls trainer={trainer} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 24, alignItems: 'start' }}>
        <NeuronMaps trainer={trainer} places={[1, 3]} />
        <DecisionBoundary trainer={trainer} style={{ width: 'min(360px, 100%)' }} />
        <LossChart trainer={trainer} style={{ width: 'min(360px, 100%)' }} />
      </div>
    </div>
  );
}

/** A thousand epochs a second, with the boundary, a map for every neuron, and the loss. */
export const EverythingAtOnce: Story = { name: 'Everything at once', render: () => <WholePage /> };

/** The whole playground at the same pace. */
export const WholePlayground: Story = {
  name: 'Whole playground',
  parameters: { wide: true },
  render: () => (
    <Playground
      autoplay
      data="moons"
      points={500}
      testRatio={0}
      model={[2, 8, 8, 1]}
      learningRate={0.03}
      speed={1000}
    />
  ),
};

/** One figure by itself at the same pace. */
export const OneFigure: Story = {
  name: 'One figure',
  render: () => (
    <Pancake
      autoplay
      data="moons"
      points={500}
      testRatio={0}
      model={[2, 8, 8, 1]}
      activation="tanh"
      learningRate={0.03}
      speed={1000}
    >
      <DecisionBoundary width={360} />
    </Pancake>
  ),
};
