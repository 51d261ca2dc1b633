// <DecisionBoundary>: the plane as the model sees it.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, type DecisionBoundaryProps, type TrainerOptions } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

interface Args extends DecisionBoundaryProps {
  epochs: number;
  run: TrainerOptions;
}

function Trained({ epochs, run, ...props }: Args) {
  return (
    <div style={{ maxWidth: 420 }}>
      <DecisionBoundary trainer={useTrained(run, epochs)} {...props} />
    </div>
  );
}

const meta = {
  title: 'Figures/DecisionBoundary',
  component: DecisionBoundary as never,
  render: (args) => <Trained {...args} />,
  args: { epochs: 150, run: { data: 'moons', seed: 7 } },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

/** Two moons after 150 epochs: the line bends around them. */
export const TwoMoons: Story = { name: 'Two moons' };

/** An untrained model knows nothing: the plane is pale, the line is anywhere. */
export const Untrained: Story = { args: { epochs: 0 } };

/** One neuron cuts the plane with a straight line, here between the notebook's four points. */
export const Perceptron: Story = {
  args: { epochs: 400, run: { data: 'simple', model: [2, 1], batchSize: 'full' } },
};

/** Two arms of a spiral. */
export const Spiral: Story = {
  args: {
    epochs: 300,
    run: { data: 'spiral', model: [2, 16, 16, 1], activation: 'Tanh', optimizer: 'Adam' },
  },
};

/** Three classes: each region has the colour and each point the shape of its class. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  args: { epochs: 60, run: { data: 'blobs', model: [2, 8, 3] } },
};

/** A number for each point: orange below zero, blue above. */
export const Regression: Story = {
  args: {
    epochs: 200,
    run: { data: 'bumps', model: [2, 16, 16, 1], activation: 'Tanh', optimizer: 'Adam' },
  },
};

/** Training points only. */
export const TrainingPointsOnly: Story = {
  name: 'Training points only',
  args: { points: 'train' },
};

/** A coarse grid costs less; cells melt into each other, the line stays sharp. */
export const CoarseGrid: Story = { name: 'Coarse grid', args: { grid: 25 } };

/** The probe reads the model at any point: with the pointer, a tap, or the arrow keys. */
export const ProbeByKeyboard: Story = {
  name: 'Probe by keyboard',
  play: async ({ canvasElement }) => {
    const probe = within(canvasElement).getByRole('slider', { name: /Probe/ });
    await userEvent.tab();
    await expect(probe).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowUp}{/Shift}{Alt>}{ArrowLeft}{/Alt}');
    await expect(Number(probe.dataset['x'])).toBeCloseTo(0.18, 10);
    await expect(Number(probe.dataset['y'])).toBeCloseTo(1, 10);
    await expect(probe).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('x 0.18, y 1.00'),
    );
    await expect(canvasElement.querySelector('.pancake-probe-reading')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvasElement.querySelector('.pancake-probe-reading')).toBeNull());
  },
};

/** The learning rate was far too high: the picture is that of the last good epoch. */
export const Diverged: Story = {
  args: {
    epochs: 40,
    run: { data: 'plane', model: [2, 4, 1], learningRate: 1e6 },
  },
};

/** As small as a thumbnail. */
export const Small: Story = {
  args: { width: 180, heading: 'Moons', caption: null },
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** The states on one page. */
export const States: Story = {
  tags: ['!autodocs'],
  render: () => (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
        gap: 16,
      }}
    >
      <Trained
        epochs={0}
        run={{ data: 'moons' }}
        heading="Untrained"
        caption={null}
        aria-label="Untrained"
      />
      <Trained
        epochs={100}
        run={{ data: 'moons' }}
        heading="Trained"
        caption={null}
        aria-label="Trained"
      />
      <Trained
        epochs={50}
        run={{ data: 'blobs' }}
        heading="Classes"
        caption={null}
        aria-label="Classes"
      />
      <Trained
        epochs={50}
        run={{ data: 'sine' }}
        heading="Regression"
        caption={null}
        aria-label="Regression"
      />
      <Trained
        epochs={50}
        run={{ data: 'moons', testRatio: 0 }}
        heading="No test points"
        caption={null}
        aria-label="No test points"
      />
    </div>
  ),
};
