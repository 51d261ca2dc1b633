// Goal: what a reader is to reach with the run.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, Goal, Pancake, TrainerControls } from 'react-pancake';
import { expect, fn, userEvent, within } from 'storybook/test';
import { haveCome } from './support';

const meta = {
  title: 'In prose/Goal',
  component: Goal,
  args: { onComplete: fn() },
} satisfies Meta<typeof Goal>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A number to reach, with the run's own beside it. `onComplete` is called once. */
export const ReachALoss: Story = {
  args: { when: { loss: 0.5 } },
  render: (args) => (
    <Pancake
      data="simple"
      model={[2, 1]}
      learningRate={1}
      batchSize="full"
      stopWhen={{ epoch: 60 }}
    >
      <Goal {...args}>Train until the loss is small.</Goal>
      <DecisionBoundary />
      <TrainerControls />
    </Pancake>
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'TrainerControls');
    await expect(args.onComplete).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await canvas.findByText(/reached/i, {}, { timeout: 10_000 });
    await expect(args.onComplete).toHaveBeenCalledOnce();
    await canvas.findByRole('button', { name: 'Play again' }, { timeout: 10_000 });
  },
};

/** The smallest model that solves it. */
export const TheSmallestModel: Story = {
  args: { when: { accuracy: 0.95, maxParams: 17 } },
  render: (args) => (
    <Pancake data="circles" model={[2, 8, 1]} learningRate={0.1} seed={2}>
      <Goal {...args}>Separate the ring from its middle with as few parameters as you can.</Goal>
      <DecisionBoundary />
      <TrainerControls />
    </Pancake>
  ),
};
