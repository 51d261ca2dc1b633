// <NetworkGraph>: neurons, weights and biases, to look at and to change.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  DecisionBoundary,
  NetworkGraph,
  Pancake,
  TrainerControls,
  type NetworkGraphProps,
  type TrainerOptions,
} from 'react-pancake';
import { LayerNorm, Linear, Sequential, Sigmoid } from 'react-pancake/engine';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { useTrained, haveCome } from './support';

interface Args extends NetworkGraphProps {
  epochs: number;
  run: TrainerOptions;
}

function Trained({ epochs, run, ...props }: Args) {
  return <NetworkGraph trainer={useTrained(run, epochs)} {...props} />;
}

const meta = {
  title: 'Figures/NetworkGraph',
  component: NetworkGraph as never,
  render: (args) => <Trained {...args} />,
  args: { epochs: 60, run: { data: 'circles', model: [2, 4, 3, 1], activation: 'Tanh', seed: 3 } },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

/** Every neuron with what it makes of the plane, every weight and every bias. */
export const Circles: Story = {};

/** Look at a neuron, and the big picture shows it, live. */
export const WithTheBoundary: Story = {
  name: 'With the boundary',
  parameters: { wide: true },
  render: () => (
    <Pancake data="moons" model={[2, 4, 4, 1]} activation="Tanh" seed={7}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32 }}>
        <NetworkGraph style={{ flex: '2 1 340px' }} />
        <DecisionBoundary style={{ flex: '1 1 280px' }} />
      </div>
      <TrainerControls style={{ marginTop: 24 }} />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'NetworkGraph', 'DecisionBoundary');
    const boundary = canvasElement.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
    const neuron = canvas.getByRole('button', { name: /^Neuron 2 of hidden layer 1/ });
    await userEvent.hover(neuron);
    await expect(boundary).toHaveAttribute('data-neuron', '1.1');
    await userEvent.unhover(neuron);
    await expect(boundary).not.toHaveAttribute('data-neuron');
  },
};

/** Open a neuron and set one of its weights; the run goes on from there. */
export const SetAWeight: Story = {
  name: 'Set a weight',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Neuron 1 of hidden layer 1/ }));
    await userEvent.selectOptions(canvas.getByLabelText('Number'), 'Weight from input x');
    const link = canvasElement.querySelector('.pancake-network-link[data-place="0"]')!;
    await fireEvent.change(canvas.getByLabelText('Drag the value'), { target: { value: '1.25' } });
    await waitFor(() => expect(Number(link.getAttribute('data-value'))).toBeCloseTo(1.25, 1));
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(Number(link.getAttribute('data-value'))).not.toBeCloseTo(1.25, 1));
  },
};

/** The gradients in the place of the weights: where training pulls each line. */
export const Gradients: Story = { args: { defaultShow: 'gradients' } };

/** With x² and y² a single neuron tells the circle from the ring. */
export const WithFeatures: Story = {
  name: 'With features',
  args: {
    epochs: 80,
    run: { data: 'circles', features: ['x2', 'y2'], model: [2, 1], seed: 1 },
  },
};

/** Three classes have three outputs. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  args: { run: { data: 'blobs', model: [2, 6, 3], seed: 2 } },
};

/** A wide layer is folded, and can be opened. */
export const WideAndDeep: Story = {
  name: 'Wide and deep',
  args: { epochs: 5, run: { data: 'spiral', model: [2, 32, 16, 8, 4, 1], activation: 'ReLU' } },
};

/** A model with layers that cannot be changed here says so. */
export const OfYourOwn: Story = {
  name: 'A model of your own',
  args: {
    run: {
      data: 'moons',
      model: (rng) =>
        new Sequential([
          new Linear(2, 4, { rng }),
          new LayerNorm(4),
          new Linear(4, 1, { rng }),
          new Sigmoid(),
        ]),
    },
  },
};

/** To be looked at only. */
export const ReadOnly: Story = { name: 'Read only', args: { editable: false } };

/** The last good epoch of a run that diverged. */
export const Diverged: Story = {
  args: { epochs: 40, run: { data: 'plane', model: [2, 4, 1], learningRate: 1e6 } },
};
