// <GradientAccumulation>: why gradients are set to zero before each step.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { GradientAccumulation, LossChart, Pancake, TrainerControls } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Lessons/Why zeroGrad',
  component: GradientAccumulation,
  decorators: [
    (Story, { parameters }) => (
      <Pancake
        data="circles"
        model={[2, 6, 1]}
        activation="Tanh"
        learningRate={(parameters['learningRate'] as number | undefined) ?? 0.1}
        batchSize={(parameters['batchSize'] as number | undefined) ?? 'full'}
        seed={2}
        speed={parameters['speed'] as number | undefined}
        zeroGrad={parameters['zeroGrad'] as boolean | undefined}
      >
        <Story />
      </Pancake>
    ),
  ],
} satisfies Meta<typeof GradientAccumulation>;
export default meta;

type Story = StoryObj<typeof meta>;

/** As it should be: each step begins with a gradient of zero. */
export const ZeroGrad: Story = { name: 'With zeroGrad' };

/** Without it, each step adds to what the steps before left, and the gradient grows. */
export const Missing: Story = {
  name: 'The missing zeroGrad',
  parameters: { zeroGrad: false },
  play: async ({ canvasElement }) => {
    const step = within(canvasElement).getByRole('button', { name: 'Take a step' });
    for (let i = 0; i < 8; i++) await userEvent.click(step);
    const last = canvasElement.querySelector<SVGElement>('g[data-next]')!;
    await expect(Number(last.dataset['held'])).not.toBe(0);
    await expect(canvasElement.querySelectorAll('g[data-step]')).toHaveLength(9);
  },
};

/** The learner switches it off, sees the gradient grow, and switches it on again. */
export const Switching: Story = {
  name: 'Switched off and on',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const step = canvas.getByRole('button', { name: 'Take a step' });
    const zeroGrad = canvas.getByRole('switch', { name: 'zeroGrad' });
    for (let i = 0; i < 3; i++) await userEvent.click(step);
    await userEvent.click(zeroGrad);
    for (let i = 0; i < 6; i++) await userEvent.click(step);
    await expect(canvas.getAllByText(/grad still holds/)[0]).toBeVisible();
    zeroGrad.focus();
    await userEvent.keyboard(' ');
    for (let i = 0; i < 3; i++) await userEvent.click(step);
    await expect(canvas.getAllByText(/begins with grad = 0/)[0]).toBeVisible();
  },
};

/**
 * The whole lesson: with a loss that swings where the gradient is a sum of old ones. With a small
 * learning rate the sum is at first of use, as momentum is; but nothing ever brakes it.
 */
export const Lesson: Story = {
  parameters: { learningRate: 0.2, batchSize: 10, speed: 5 },
  render: (args) => (
    <>
      <p>
        Press Play, let the model learn for some 40 epochs, then switch <code>zeroGrad</code> off:
        each step now moves along the sum of all gradients since, old and new, goes too far, and the
        loss swings. Switch it on again, and the swinging ends; the longer you wait, the more is
        lost.
      </p>
      <TrainerControls />
      <GradientAccumulation {...args} />
      <LossChart />
    </>
  ),
};

/** One number of a bias. */
export const OfABias: Story = {
  name: 'Of a bias',
  args: { defaultEntry: { name: '2.bias', place: 0 } },
};
