// <FanOut>: one value used twice, and why its gradients are added.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { FanOut } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Lessons/Why gradients are added',
  component: FanOut,
} satisfies Meta<typeof FanOut>;
export default meta;

type Story = StoryObj<typeof meta>;

/** b = a + a: the slope of b is 2, one for each way from a to b. */
export const FanOutAdded: Story = { name: 'The fan-out' };

/** The wrong rule: the second gradient takes the place of the first, and measuring disagrees. */
export const Overwritten: Story = { args: { defaultRule: 'overwrite' } };

/** A residual block: x beside k·x. */
export const WithMul: Story = { name: 'With a factor', args: { defaultWay: 'mul' } };

/** A residual block around a square: the two gradients differ. */
export const WithSquare: Story = {
  name: 'With a square',
  args: { defaultWay: 'square', defaultA: -1.5 },
};

/** A way a step: forward, back along the first way, back along the second. */
export const StepByStep: Story = {
  name: 'Step by step',
  args: { defaultStep: 0, defaultWay: 'mul' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="FanOut"]')!;
    const next = canvas.getByRole('button', { name: 'Next' });
    await userEvent.click(next);
    await expect(root.querySelector<SVGElement>('g[data-gradient="add"]')!.dataset['value']).toBe(
      '1',
    );
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByText('1 + 0.5 = 1.5')).toBeVisible();
  },
};

/** On a phone, with the wrong rule. */
export const Narrow: Story = {
  args: { defaultWay: 'mul', defaultRule: 'overwrite', style: { width: 343 } },
};

/** A tiny ε: nothing can be told from the measured slope any more. */
export const TinyEpsilon: Story = {
  name: 'Tiny epsilon',
  args: { defaultWay: 'square', defaultA: 1000, defaultEpsilon: 1e-12, defaultRule: 'overwrite' },
};

/** A number beyond what can be computed with. */
export const TooLarge: Story = {
  name: 'Too large',
  args: { defaultWay: 'square', defaultA: 1e200 },
};

/** The learner breaks the rule, sees what measuring says of it, and mends it again. */
export const Switching: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('1 + 1 = 2')).toBeVisible();
    await expect(canvas.getByText('they agree')).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: /overwrite/ }));
    await expect(canvas.getByText('1, then 1: 1 is left')).toBeVisible();
    await expect(canvas.getByText('off by 1')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByText('they agree')).toBeVisible();
  },
};
