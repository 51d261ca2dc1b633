// <DecisionBoundary>: the plane as the model sees it.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, type DecisionBoundaryProps, type TrainerOptions } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { useSelection } from '../src/hooks';
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

function WithNeurons({ epochs, run, ...props }: Args) {
  const trainer = useTrained(run, epochs);
  const [, select] = useSelection(trainer);
  return (
    <div style={{ maxWidth: 420 }}>
      <DecisionBoundary trainer={trainer} {...props} />
      {[0, 1, 2, 3].map((unit) => (
        <button
          key={unit}
          type="button"
          style={{ margin: 4, minHeight: 28 }}
          onPointerEnter={() => select({ neuron: { layer: 1, unit } })}
          onPointerLeave={() => select({ neuron: null })}
          onFocus={() => select({ neuron: { layer: 1, unit } })}
          onBlur={() => select({ neuron: null })}
        >
          Neuron {unit + 1}
        </button>
      ))}
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

/** The reader chooses what the colours say, and has the mistakes ringed. */
export const Overlays: Story = {
  args: { overlayControl: true, epochs: 25 },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake]')!;
    const button = (name: string) => within(canvasElement).getByRole('button', { name });
    await userEvent.click(button('Uncertainty'));
    await expect(root.dataset['overlay']).toBe('uncertainty');
    await expect(button('Uncertainty')).toHaveAttribute('aria-pressed', 'true');
    button('Mistakes').focus();
    await userEvent.keyboard('{Enter}');
    await expect(within(canvasElement).getByText(/^Ringed: /)).toBeVisible();
    await userEvent.click(button('Decision'));
    await expect(root.dataset['overlay']).toBe('hard');
  },
};

/** The class that the model decides for, with its mistakes ringed and counted. */
export const HardDecision: Story = {
  name: 'Hard decision and mistakes',
  args: { overlay: 'hard', mistakes: true, epochs: 25 },
};

/** Where the model is unsure: the darker, the closer two classes are to a tie. */
export const Uncertainty: Story = { args: { overlay: 'uncertainty', epochs: 60 } };

/** How unsure a model of three classes is, mistakes ringed. */
export const UncertaintyOfThreeClasses: Story = {
  name: 'Uncertainty of three classes',
  args: {
    overlay: 'uncertainty',
    mistakes: true,
    epochs: 20,
    run: { data: 'blobs', model: [2, 8, 3], noise: 0.35 },
  },
};

/** A value has no classes: the choosers say why they are not there. */
export const RegressionHasNoDecision: Story = {
  name: 'Regression has no decision',
  args: { overlayControl: true, epochs: 100, run: { data: 'plane' } },
};

/** What one hidden neuron makes of the plane; the line is where it turns on. */
export const OneNeuron: Story = {
  name: 'One neuron',
  args: { neuron: { layer: 1, unit: 2 } },
};

/** A neuron chosen in any other figure of the run is shown here, live. */
export const LinkedNeuron: Story = {
  name: 'Neuron chosen elsewhere',
  render: (args) => <WithNeurons {...args} />,
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake]')!;
    await userEvent.hover(within(canvasElement).getByRole('button', { name: 'Neuron 3' }));
    await expect(root.dataset['neuron']).toBe('1.2');
    await expect(root).toHaveTextContent('Neuron 3 of layer 1 (ReLU)');
    await userEvent.unhover(within(canvasElement).getByRole('button', { name: 'Neuron 3' }));
    await expect(root.dataset['neuron']).toBeUndefined();
  },
};

/**
 * How the layers fold the plane until a straight line parts the classes: the slider goes from the
 * input through all layers.
 */
export const Spaces: Story = {
  args: {
    spaceControl: true,
    defaultSpace: 3,
    epochs: 40,
    run: { data: 'circles', model: [2, 8, 2, 1], activation: 'Tanh', learningRate: 0.05 },
  },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake]')!;
    const slider = within(canvasElement).getByRole('slider', { name: /^Space of/ });
    await expect(slider).toHaveAttribute('aria-valuetext', 'Layer 2 (Tanh)');
    await expect(root.dataset['space']).toBe('3');
    slider.focus();
  },
};

/** A wide layer: two of its units at a time, and no colours, since the rest sees all of them. */
export const WideSpace: Story = {
  name: 'Space of a wide layer',
  args: { spaceControl: true, defaultSpace: 1, epochs: 150, mistakes: true },
};

/** A layer of one unit: the points on a line, a row for each class. */
export const OneUnitSpace: Story = {
  name: 'Space of one unit',
  args: { space: 4, epochs: 80 },
};

/** What each layer makes of the point under the probe. */
export const Activations: Story = {
  args: {
    readout: 'activations',
    run: { data: 'moons', seed: 7, model: [2, 4, 10, 1] },
  },
  play: async ({ canvasElement }) => {
    const probe = within(canvasElement).getByRole('slider', { name: /Probe/ });
    probe.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    const row = canvasElement.querySelector('[data-row-place="1"]')!;
    await expect(row).toHaveAttribute('aria-label', expect.stringContaining('layer 1 (ReLU): '));
  },
};

/** A button fills the screen with the figure. */
export const FullScreen: Story = {
  name: 'Full screen',
  args: { fullscreen: true, overlayControl: true, readout: 'activations' },
};

/** At 160 pixels: fewer numbers, no colour bar, nothing on top of anything else. */
export const Narrow: Story = {
  args: { width: 160, overlayControl: true, mistakes: true, epochs: 25 },
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
