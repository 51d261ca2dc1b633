// <OptimizerRace>: optimizers side by side on one loss surface.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { OptimizerRace, type OptimizerRaceProps } from 'react-pancake';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';

const meta = {
  title: 'Figures/OptimizerRace',
  component: OptimizerRace as never,
  render: (args) => (
    <div style={{ maxWidth: 620 }}>
      <OptimizerRace {...args} />
    </div>
  ),
} satisfies Meta<OptimizerRaceProps>;
export default meta;

type Story = StoryObj<OptimizerRaceProps>;

const scrub = (root: HTMLElement, step: number) =>
  fireEvent.change(within(root).getByRole('slider', { name: 'Step of the race' }), {
    target: { value: String(step) },
  });
const at =
  (step: number): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await scrub(canvasElement, step);
    await expect(canvasElement.querySelector('[data-pancake]')).toHaveAttribute(
      'data-step',
      String(step),
    );
  };

/** Before the first step all stand at the start. */
export const AtTheStart: Story = { name: 'At the start' };

/** In a ravine gradient descent swings from wall to wall; the others find the floor. */
export const Ravine: Story = { play: at(40) };

/** In a round bowl every optimizer goes down, each in its own way. */
export const Bowl: Story = { args: { defaultSurface: 'bowl' }, play: at(30) };

/** At a saddle the slope is nearly 0: plain gradient descent waits there for long. */
export const Saddle: Story = { args: { defaultSurface: 'saddle' }, play: at(60) };

/** The banana's floor is flat: all are quick to reach it, and slow along it. */
export const Rosenbrock: Story = { args: { defaultSurface: 'rosenbrock' }, play: at(200) };

/** Momentum rolls over the hump; the others stay in the nearer, higher valley. */
export const TwoValleys: Story = {
  name: 'Two valleys',
  args: { defaultSurface: 'twoValleys' },
  play: at(90),
};

/** All seven optimizers that the engine knows by name. */
export const AllSeven: Story = {
  name: 'All seven',
  args: {
    defaultSurface: 'ravine',
    optimizers: ['SGD', 'Momentum', 'Nesterov', 'RMSProp', 'AdaGrad', 'Adam', 'AdamW'],
  },
  play: at(25),
};

/** With a learning rate above the limit gradient descent leaves for infinity; the rest go on. */
export const Diverged: Story = {
  args: { defaultLearningRates: { SGD: 0.1 } },
  play: async (context) => {
    await at(60)(context);
    const row = context.canvasElement.querySelector('[data-row="SGD"]')!;
    await expect(row).toHaveTextContent(/diverged at step \d+/);
  },
};

/** One optimizer with three momenta. */
export const Momenta: Story = {
  name: 'Three momenta',
  args: {
    optimizers: [0.5, 0.9, 0.98].map((momentum) => ({
      name: `Momentum ${momentum}`,
      optimizer: 'SGD' as const,
      options: { momentum },
      learningRate: 0.012,
    })),
  },
  play: at(60),
};

/** It plays by itself, in the page's frame loop. */
export const Autoplay: Story = { args: { autoplay: true, defaultSurface: 'twoValleys' } };

/** The start is moved by the arrow keys; with Shift far, with Alt a little. */
export const StartByKeyboard: Story = {
  name: 'Start moved by keyboard',
  args: { defaultStart: [-2, 1] },
  play: async (context) => {
    await at(50)(context);
    const start = within(context.canvasElement).getByRole('slider', { name: /Starting point/ });
    start.focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowUp}{/Shift}{Alt>}{ArrowLeft}{/Alt}');
    await expect([start.dataset['x'], start.dataset['y']]).toEqual(['-1.91', '2']);
  },
};

/** The start is dragged with a finger; elsewhere the page scrolls. */
export const StartByTouch: Story = {
  name: 'Start moved by touch',
  play: async (context) => {
    await at(80)(context);
    const start = within(context.canvasElement).getByRole('slider', { name: /Starting point/ });
    await expect(getComputedStyle(start).touchAction).toBe('none');
    const box = start.parentElement!.getBoundingClientRect();
    const touch = { pointerType: 'touch', button: 0 };
    await fireEvent.pointerDown(start, touch);
    await fireEvent.pointerMove(start, {
      ...touch,
      clientX: box.left + 0.75 * box.width,
      clientY: box.top + 0.25 * box.height,
    });
    await fireEvent.pointerUp(start, touch);
    await waitFor(() => expect(Number(start.dataset['x'])).toBeCloseTo(2, 1));
    await expect(Number(start.dataset['y'])).toBeCloseTo(1.5, 1);
  },
};

/** A learning rate is typed: at the same step, its path is another at once. */
export const RateTyped: Story = {
  name: 'A learning rate typed',
  play: async (context) => {
    await at(30)(context);
    const field = within(context.canvasElement).getByLabelText('Learning rate of SGD');
    const path = context.canvasElement.querySelector('[data-optimizer="SGD"]')!;
    const before = path.getAttribute('data-x');
    await userEvent.clear(field);
    await userEvent.type(field, '0.02');
    await expect(path.getAttribute('data-x')).not.toBe(before);
  },
};

function Owned() {
  const [start, setStart] = useState<readonly [number, number]>([-3, -2]);
  return (
    <div style={{ maxWidth: 620 }}>
      <p>
        The page knows the start: <output>{start.join(', ')}</output>
      </p>
      <OptimizerRace surface="bowl" start={start} onStartChange={setStart} />
    </div>
  );
}

/** The page owns the surface and the start. */
export const Controlled: Story = { render: () => <Owned />, play: at(20) };
