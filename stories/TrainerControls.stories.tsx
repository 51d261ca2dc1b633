// <TrainerControls>: buttons and fields for a run.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Pancake, TrainerControls, type TrainerOptions } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

const meta = {
  title: 'Figures/TrainerControls',
  component: TrainerControls,
  render: (args) => (
    <Pancake data="moons" points={60}>
      <TrainerControls {...args} />
    </Pancake>
  ),
} satisfies Meta<typeof TrainerControls>;
export default meta;

type Story = StoryObj<typeof meta>;

function Trained({ epochs, ...options }: TrainerOptions & { epochs: number }) {
  return <TrainerControls trainer={useTrained(options, epochs)} />;
}

/** Before the first epoch. */
export const Ready: Story = {};

/** After some epochs by hand. */
export const Paused: Story = { render: () => <Trained epochs={40} /> };

/** Its stop rule is met: Play again starts over from the same weights. */
export const Done: Story = {
  render: () => <Trained epochs={60} stopWhen={{ epoch: 50 }} />,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Play again' })).toBeVisible();
  },
};

/** The learning rate was far too high: the run stops, says where, and shows the last good epoch. */
export const Diverged: Story = {
  render: () => <Trained epochs={40} data="plane" model={[2, 4, 1]} learningRate={1e6} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Play' })).toBeDisabled();
    await expect(canvas.getByText(/grew beyond all bounds/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    await expect(canvas.getByRole('button', { name: 'Play' })).toBeEnabled();
  },
};

/** Everything can be done with the keyboard alone. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Play' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(Number(root.dataset['epoch'])).toBeGreaterThan(3));
    await userEvent.keyboard(' ');
    await expect(root.dataset['status']).toBe('paused');
    const epoch = Number(root.dataset['epoch']);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(root.dataset['epoch']).toBe(String(epoch + 1)));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(root.dataset['epoch']).toBe('0'));
  },
};

/** Other words, for instance in another language. */
export const OtherWords: Story = {
  name: 'Other words',
  args: {
    labels: {
      play: 'Lancer',
      pause: 'Pause',
      step: 'Pas',
      reset: 'Recommencer',
      learningRate: 'Taux d’apprentissage',
      speed: 'Vitesse',
      epoch: 'époque',
      loss: 'perte',
      epochsPerSecond: (speed) => (speed === Infinity ? 'au plus vite' : `${speed} époques/s`),
      wrong: (wrong, count) => `${wrong} faux sur ${count}`,
    },
  },
};

/** On a dark page. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  render: () => <Trained epochs={40} />,
};

/** In a narrow column the row wraps without losing its order. */
export const Narrow: Story = {
  render: () => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <Trained epochs={40} />
    </div>
  ),
};
