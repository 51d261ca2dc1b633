// <ActivationPlot>: a function, its slope, and what the slope does to a gradient.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  ActivationPlot,
  Pancake,
  TrainerControls,
  type ActivationPlotProps,
  type TrainerOptions,
} from 'react-pancake';
import { LeakyReLU } from 'react-pancake/engine';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

const meta = {
  title: 'Figures/ActivationPlot',
  component: ActivationPlot as never,
  render: (args) => (
    <div style={{ maxWidth: 620 }}>
      <ActivationPlot {...args} />
    </div>
  ),
} satisfies Meta<ActivationPlotProps>;
export default meta;

type Story = StoryObj<ActivationPlotProps>;

const slider = (root: HTMLElement) => within(root).getByRole('slider', { name: 'Input x' });

/** ReLU has a kink at 0: its slope jumps from 0 to 1, and is drawn with a gap. */
export const Kink: Story = { args: { defaultOf: 'ReLU', defaultInput: 0 } };

/** A sigmoid is steepest in the middle, and even there lets only a quarter of a gradient through. */
export const SigmoidCurve: Story = { name: 'Sigmoid', args: { defaultOf: 'Sigmoid' } };

/** Far out a tanh is nearly flat: almost nothing of a gradient comes back. */
export const Saturation: Story = { args: { defaultOf: 'Tanh', defaultInput: 3 } };

/** The slope of a square is twice the input: it may be larger than 1, and negative. */
export const SquareCurve: Story = {
  name: 'Square',
  args: { defaultOf: 'Square', defaultInput: -1.5 },
};

/** Any elementwise layer can be shown, without a chooser beside it. */
export const OwnLayer: Story = {
  name: 'A layer of one’s own',
  args: { of: new LeakyReLU({ negativeSlope: 0.2 }), choose: false, defaultInput: -2 },
};

/** Arrow keys move the input; with Shift in large steps, with Alt in small ones. */
export const ByKeyboard: Story = {
  name: 'Moved by keyboard',
  args: { defaultOf: 'Sigmoid', defaultInput: 0 },
  play: async ({ canvasElement }) => {
    const handle = slider(canvasElement);
    handle.focus();
    await userEvent.keyboard('{ArrowRight>5/}');
    await expect(handle).toHaveAttribute('aria-valuetext', 'x 0.5: f(x) 0.622, slope 0.235');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Alt>}{ArrowRight}{/Alt}');
    await expect(handle).toHaveAttribute('aria-valuenow', '-0.49');
    await userEvent.keyboard('{End}');
    await expect(handle).toHaveAttribute('aria-valuenow', '5');
  },
};

/** A finger drags the handle; elsewhere it scrolls the page, and a tap brings the input there. */
export const ByTouch: Story = {
  name: 'Moved by touch',
  args: { defaultOf: 'ELU', defaultInput: 0 },
  play: async ({ canvasElement }) => {
    const handle = slider(canvasElement);
    await expect(getComputedStyle(handle).touchAction).toBe('none');
    const { left, width } = handle.parentElement!.getBoundingClientRect();
    const touch = { pointerType: 'touch', button: 0 };
    await fireEvent.pointerDown(handle, { ...touch, clientX: left + width / 2 });
    await fireEvent.pointerMove(handle, { ...touch, clientX: left + 0.3 * width });
    await fireEvent.pointerUp(handle, touch);
    await waitFor(() => expect(handle).toHaveAttribute('aria-valuenow', '-2'));
  },
};

/** A click on a small picture chooses another activation. */
export const Chosen: Story = {
  name: 'Another activation',
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('radio', { name: 'GELU' }));
    await expect(canvasElement.querySelector('[data-activation="GELU"]')).not.toBeNull();
  },
};

function InRun({
  run,
  epochs,
  ...props
}: ActivationPlotProps & { run: TrainerOptions; epochs: number }) {
  const trainer = useTrained(run, epochs);
  return (
    <div style={{ maxWidth: 620, display: 'grid', gap: 20 }}>
      <TrainerControls trainer={trainer} />
      <ActivationPlot trainer={trainer} {...props} />
    </div>
  );
}

/** The strip shows where the inputs of the first ReLU fall: hollow where it is flat. */
export const LiveInputs: Story = {
  name: 'Inputs of a layer in training',
  render: (args) => <InRun run={{ data: 'moons', seed: 7 }} epochs={40} layer={1} {...args} />,
};

/** Sigmoids in a second layer, after large steps: most inputs lie where nothing comes back. */
export const SaturatedLayer: Story = {
  name: 'A saturated layer',
  render: (args) => (
    <InRun
      run={{ data: 'circles', seed: 3, model: [2, 8, 8, 1], activation: 'Tanh', learningRate: 0.9 }}
      epochs={200}
      layer={3}
      {...args}
    />
  ),
};

/** At a place without an activation the figure says where there is one. */
export const NoActivation: Story = {
  name: 'No activation there',
  render: () => <InRun run={{ data: 'moons', seed: 7 }} epochs={0} layer={0} />,
};

function Linked() {
  const [input, setInput] = useState(1);
  return (
    <div
      style={{
        display: 'grid',
        gap: 24,
        gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
      }}
    >
      <ActivationPlot of="Sigmoid" choose={false} {...{ input, onInputChange: setInput }} />
      <ActivationPlot of="Tanh" choose={false} {...{ input, onInputChange: setInput }} />
    </div>
  );
}

/** Two plots with one input. */
export const TwoLinked: Story = { name: 'Two with one input', render: () => <Linked /> };

/** Inside `<Pancake>` the run need not be given. */
export const InPancake: Story = {
  name: 'Inside a Pancake',
  render: () => (
    <Pancake data="moons" seed={7}>
      <ActivationPlot layer={1} />
    </Pancake>
  ),
};
