import type { Meta, StoryObj } from '@storybook/react-vite';
import { LossChart, Pancake, TrainerControls, createTrainer, encodeRun } from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';

const meta: Meta<typeof Pancake> = {
  title: 'Figures/Sharing',
  component: Pancake,
  args: { data: 'moons', model: [2, 6, 1], seed: 7, points: 80, share: true },
  render: (args) => (
    <Pancake {...args}>
      <LossChart />
      <TrainerControls />
    </Pancake>
  ),
};
export default meta;
type Story = StoryObj<typeof meta>;

const trained = createTrainer({ data: 'circles', model: [2, 6, 1], seed: 7, points: 80 });
trained.step('epoch', 60);
const { text } = encodeRun(trained);

/** The menu at the end of a heading, opened. */
export const Menu: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Share Loss' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Copy link' })).toBeVisible());
    const files = within(canvas.getByRole('group', { name: 'Download' }));
    await expect(files.getAllByRole('button')).toHaveLength(3);
  },
};

/** A run that begins as the one of a link. */
export const FromALink: Story = {
  args: { link: text },
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('[data-pancake="LossChart"]');
    await expect(chart).toHaveAttribute('data-epoch', '60');
    await expect(chart).toHaveAttribute('data-loss', String(trained.now.loss));
  },
};

/** A link that lost a part on its way: the message, and the page's own run. */
export const Damaged: Story = {
  args: { link: text.slice(0, -5) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('the link is damaged');
  },
};
