// <Playground>: everything in one.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Playground } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { haveCome } from './support';

const meta = {
  title: 'Playground',
  component: Playground,
  parameters: { wide: true },
  args: { data: 'circles', model: [2, 5, 3, 1], seed: 3 },
} satisfies Meta<typeof Playground>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Press Play. Then change anything: drag a point, a weight, the learning rate; the run goes on. */
export const Everything: Story = {};

/** Played to its end and put back: what was before stays to be seen. */
export const PutBack: Story = {
  name: 'Played and put back',
  args: { stopWhen: { epoch: 5 } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'TrainerControls', 'NetworkGraph');
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="Playground"]')!;
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    const graph = canvasElement.querySelector('[data-pancake="NetworkGraph"]');
    await waitFor(() => expect(root).toHaveAttribute('data-epoch', '5'));
    await waitFor(() => expect(graph).toHaveAttribute('data-epoch', '5'));
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    await expect(root).toHaveAttribute('data-epoch', '0');
  },
};

/** Three classes, with test points. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  args: { data: 'blobs', model: [2, 6, 3] },
};

/** A number for each point. */
export const Regression: Story = { args: { data: 'bumps', model: [2, 8, 8, 1] } };

/**
 * For a lesson on the learning rate: one data set, one model, and everything else out of the way.
 */
export const ForALesson: Story = {
  name: 'For a lesson',
  args: {
    data: 'moons',
    hide: [
      'dataset',
      'failures',
      'layers',
      'landscape',
      'activationPlot',
      'optimizer',
      'loss',
      'newData',
    ],
    lock: ['network', 'batchSize'],
    limits: { learningRate: [0.001, 1] },
  },
};

/** Everything can be seen, nothing but time can be changed. */
export const Locked: Story = {
  args: { lock: true },
};
