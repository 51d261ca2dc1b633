// <Pancake>: a run, shared by what is inside it.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, LossChart, Pancake, TrainerControls } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { haveCome } from './support';

const meta = {
  title: 'Figures/Pancake',
  component: Pancake,
  args: { data: 'moons' },
} satisfies Meta<typeof Pancake>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Without children, it is a whole live figure: one line in MDX. */
export const Alone: Story = {};

/** Shown first at a later epoch, on a server as in a browser; Play goes on from there. */
export const Poster: Story = {
  args: { seed: 7, posterEpoch: 40 },
  play: async ({ canvasElement }) => {
    await haveCome(canvasElement, 'DecisionBoundary', 'TrainerControls');
    const figure = canvasElement.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]');
    await expect(figure?.dataset).toMatchObject({ epoch: '40', status: 'paused' });
    const reset = within(canvasElement).getByRole('button', { name: /reset/i });
    await userEvent.click(reset);
    await expect(figure?.dataset).toMatchObject({ epoch: '0', status: 'idle' });
  },
};

/** Figures anywhere in a text show the same run. */
export const InAText: Story = {
  name: 'In a text',
  args: { data: 'circles', model: [2, 8, 1], activation: 'Tanh', seed: 3 },
  render: (args) => (
    <Pancake {...args}>
      <p>A ring around a disc: no straight line can part them, but eight units can.</p>
      <DecisionBoundary heading={null} style={{ maxWidth: 340, marginInline: 'auto' }} />
      <p>This is the same run, seen as its loss:</p>
      <LossChart heading={null} height={180} />
      <TrainerControls />
    </Pancake>
  ),
};

/** Three classes: the model has an output for each. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  args: { data: 'spirals', model: [2, 16, 16, 3], activation: 'Tanh', optimizer: 'Adam' },
};

/** A number for each point, instead of a class. */
export const Regression: Story = {
  args: { data: 'bumps', model: [2, 16, 16, 1], activation: 'Tanh', optimizer: 'Adam' },
};

/**
 * Figures without controls of a run that starts by itself: the first has a button to pause it. With reduced motion it
 * waits for the reader.
 */
export const AutoplayWithoutControls: Story = {
  name: 'Autoplay without controls',
  args: { data: 'moons', seed: 7, autoplay: true },
  render: (args) => (
    <Pancake {...args}>
      <DecisionBoundary style={{ maxWidth: 340 }} />
      <LossChart height={180} />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const figures = within(canvasElement);
    const figure = canvasElement.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
    const isPlaying = () => figure.dataset['status'] === 'running';
    if (isPlaying()) {
      await userEvent.click(figures.getByRole('button', { name: 'Pause' }));
    }
    await expect(isPlaying()).toBe(false);
    await expect(figures.getAllByRole('button', { name: 'Play' })).toHaveLength(1);
  },
};

/** Starts by itself, unless the reader asked for reduced motion; stops after 60 epochs. */
export const Autoplay: Story = {
  args: { autoplay: true, speed: 120, stopWhen: { epoch: 60 } },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      await expect(root.dataset['status']).toBe('idle');
      return;
    }
    await waitFor(() => expect(root.dataset['status']).toBe('done'), { timeout: 20_000 });
    await expect(within(root).getByRole('button', { name: 'Play again' })).toBeVisible();
  },
};

/** A dark page: figures follow its `color-scheme`. */
export const Dark: Story = {
  globals: { theme: 'dark' },
};

/** A narrow column: the curve moves below the picture. */
export const Narrow: Story = {
  render: (args) => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <Pancake {...args} />
    </div>
  ),
};
