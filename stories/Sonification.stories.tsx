// <Sonification>: a run that can be heard.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, Pancake, Sonification, TrainerControls } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';
import { useTrained } from './support';

const meta = {
  title: 'Figures/Sonification',
  component: Sonification,
} satisfies Meta<typeof Sonification>;
export default meta;

type Story = StoryObj<typeof meta>;

function Trained({ data = 'moons' }: { data?: 'moons' | 'bumps' }) {
  const trainer = useTrained({ data, points: 100, model: [2, 8, 1], seed: 7 }, 60);
  return <Sonification trainer={trainer} />;
}

/** After some epochs: the loss so far can be played, and a row of the plane. */
export const Ready: Story = { render: () => <Trained /> };

/** With the run that is heard. Nothing sounds before a button is pressed. */
export const WithItsRun: Story = {
  render: () => (
    <Pancake data="moons" points={100} seed={7}>
      <Sonification />
      <DecisionBoundary />
      <TrainerControls />
    </Pancake>
  ),
};

/** The row is moved by arrow keys, and what is heard there is said in words. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  render: () => <Trained />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const slider = canvas.getByRole('slider', { name: 'Row, y' });
    const before = slider.getAttribute('aria-valuetext');
    slider.focus();
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await expect(slider.getAttribute('aria-valuetext')).not.toBe(before);
  },
};

/** Only the loss. */
export const LossAlone: Story = {
  args: { parts: ['loss'] },
  render: (args) => (
    <Pancake data="circles" points={60}>
      <Sonification {...args} />
      <TrainerControls />
    </Pancake>
  ),
};

/** A regression has no boundary between classes. */
export const Regression: Story = { render: () => <Trained data="bumps" /> };

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' }, render: () => <Trained /> };

/** In a narrow column. */
export const Narrow: Story = {
  render: () => (
    <div style={{ width: 343, maxWidth: '100%' }}>
      <Trained />
    </div>
  ),
};
