// Spoiler: what is hidden until the reader asks for it.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Spoiler } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'In prose/Spoiler',
  component: Spoiler,
  args: { children: <p>dE/dk = 2 k v², which is 1764 at k = 0.5 and v = 42.</p> },
} satisfies Meta<typeof Spoiler>;
export default meta;

type Story = StoryObj<typeof meta>;

/** One press opens it. */
export const AnAnswer: Story = {
  args: { summary: 'What is dE/dk?' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/^dE\/dk = /)).not.toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'What is dE/dk?' }));
    await expect(canvas.getByText(/^dE\/dk = /)).toBeVisible();
  },
};

/** A solution asks first; Escape and "Not yet" leave it closed. */
export const ItAsksFirst: Story = {
  args: { summary: 'Show the solution', ask: 'Have you tried the hints?' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Show the solution' }));
    await expect(canvas.getByRole('button', { name: 'Not yet' })).toHaveFocus();
  },
};

/** Open from the start. */
export const Open: Story = { args: { summary: 'The whole derivation', defaultOpen: true } };
