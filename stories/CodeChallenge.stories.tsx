// CodeChallenge: code with holes, checked in the page, and trained once it holds.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { CodeChallenge } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'In prose/CodeChallenge',
  component: CodeChallenge,
  // A story begins anew each time; a course keeps the reader's draft.
  args: { storageKey: null },
} satisfies Meta<typeof CodeChallenge>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Forward and backward of Square: two holes. Code with holes is not run; the lines are named. */
export const Square: Story = {
  args: { name: 'square' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Check my code' }));
    await expect(canvas.getByText(/^Still to fill: ___ in lines/)).toBeVisible();
  },
};

/** A layer with a number that learns: its gradient adds up over the batch. */
export const Mul: Story = { args: { name: 'mul' } };

/** The challenge of the course. The solution asks first, then goes into the editor. */
export const Linear: Story = {
  args: { name: 'linear' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Hint 1 of 3' }));
    await expect(canvas.getByText(/^Forward: output o/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show the solution' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Yes, show it' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Put it into the editor' }));
    await expect(
      await canvas.findByText('Trained with your code', {}, { timeout: 20_000 }),
    ).toBeVisible();
  },
};

/** An activation function of the reader's own invention. */
export const OwnLayer: Story = { args: { name: 'own-layer' } };

/** zeroGrad and step. */
export const Optimizer: Story = { args: { name: 'optimizer' } };

/** The loop: four calls in the right order. Checked only when asked. */
export const TrainingLoop: Story = { args: { name: 'training-loop', check: 'asked' } };
