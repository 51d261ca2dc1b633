// react-pancake/lazy: the same components, each of which is loaded when its place comes near the viewport.
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { LossChart, Pancake, TrainerControls } from 'react-pancake/lazy';
import { expect, userEvent, waitFor, within } from 'storybook/test';

const meta = {
  title: 'Loaded when near',
  component: Pancake,
  args: { data: 'moons', points: 60, model: [2, 6, 1], seed: 7 },
} satisfies Meta<typeof Pancake>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Text between figures, longer than two screens; not in parts of a screen, which a picture of the whole page has none of. */
function Far({ children }: { children: ReactNode }) {
  return <p style={{ height: 2600 }}>{children}</p>;
}

/**
 * The controls are here at once; the loss is three screens further down, where nothing of it is loaded until a reader
 * comes near. It is the same run: what was trained above is drawn below.
 */
export const FurtherDown: Story = {
  name: 'Further down',
  args: { stopWhen: { epoch: 20 } },
  render: (args) => (
    <Pancake {...args}>
      <TrainerControls />
      <Far>Scroll down: the loss is drawn when you come near it.</Far>
      <LossChart />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const chart = () => canvasElement.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(chart().dataset['epoch']).toBe('20'), { timeout: 20_000 });
    // Its room, with its run's epoch, and nothing drawn.
    await expect(chart()).toHaveAttribute('data-far');
    await expect(chart().querySelector('svg')).toBeNull();
    chart().scrollIntoView({ block: 'center', behavior: 'instant' });
    await waitFor(() => expect(chart().querySelector('path[data-points="21"]')).toBeVisible(), {
      timeout: 20_000,
    });
    scrollTo(0, 0);
  },
};

/** All that is on the screen comes at once, in the room that was kept for it. */
export const OnTheScreen: Story = {
  name: 'On the screen',
  args: { posterEpoch: 30 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('slider', { name: /^Probe/ });
    await canvas.findByRole('slider', { name: 'Read the loss at an epoch' });
    await expect(await canvas.findByRole('button', { name: 'Play' })).toBeVisible();
  },
};
