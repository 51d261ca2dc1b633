// <Compare>: several runs side by side, in step.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Compare, NetworkGraph } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';

const meta = {
  title: 'Figures/Compare',
  component: Compare,
  parameters: { wide: true },
  args: { options: { data: 'moons', seed: 7, speed: 20 } },
} satisfies Meta<typeof Compare>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Too small, wide, deep, and far too large: which of them gets the test points right? */
export const Models: Story = {
  args: { options: { data: 'moons', seed: 7, speed: 20, stopWhen: { epoch: 12 } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="Compare"]')!;
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await expect(root).toHaveAttribute('data-epoch', '1');
    await userEvent.click(canvas.getByRole('button', { name: 'Play all' }));
    await waitFor(() => expect(Number(root.dataset['epoch'])).toBeGreaterThan(3));
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const epochs = [...canvasElement.querySelectorAll<HTMLElement>('[data-pancake="LossChart"]')];
    await expect(new Set(epochs.map(({ dataset }) => dataset['epoch'])).size).toBe(1);
    await userEvent.click(canvas.getByRole('button', { name: 'Play all' }));
    await waitFor(() => expect(root).toHaveAttribute('data-status', 'done'));
  },
};

/** The same network with four activations. */
export const Activations: Story = {
  args: { runs: 'activations', options: { data: 'circles', model: [2, 4, 1], seed: 2 } },
};

/** The same network and learning rate, four optimizers. */
export const Optimizers: Story = {
  args: {
    runs: 'optimizers',
    options: { data: 'spiral', model: [2, 12, 12, 1], activation: 'Tanh', learningRate: 0.01 },
  },
};

/** Two runs of one's own: the learning rate alone differs. */
export const LearningRates: Story = {
  name: 'Learning rates',
  args: {
    runs: [
      { name: 'Learning rate 0.01', learningRate: 0.01 },
      { name: 'Learning rate 1', learningRate: 1 },
    ],
    options: { data: 'moons', model: [2, 6, 1], seed: 4 },
  },
};

/** Whatever is to be seen of each run can be put in. */
export const OfYourOwn: Story = {
  name: 'Of your own',
  args: {
    runs: [
      { name: 'x and y', model: [2, 3, 1] },
      { name: 'x² and y²', features: ['x2', 'y2'], model: [2, 1] },
    ],
    options: { data: 'circles', activation: 'Tanh' },
    children: (trainer, name) => (
      <NetworkGraph trainer={trainer} heading={name} caption={null} editable={false} />
    ),
  },
};
