// ExportProgram: the run on the page as a program in PyTorch or NumPy, its model as a file in ONNX.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { ExportProgram, LossChart, Pancake, TrainerControls, useTrainer } from 'react-pancake';
import { Linear, ReLU, Sequential, Sigmoid } from 'react-pancake/engine';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { haveCome } from './support';

const meta = {
  title: 'Figures/ExportProgram',
  component: ExportProgram,
} satisfies Meta<typeof ExportProgram>;
export default meta;

type Story = StoryObj<typeof meta>;

const listing = (canvasElement: HTMLElement) =>
  canvasElement.querySelector<HTMLElement>('.pancake-program-scroll')!;

/** The program prints the losses of the chart beside it; tabs choose between PyTorch and NumPy. */
export const PyTorchOrNumPy: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <LossChart height={180} />
      <TrainerControls />
      <ExportProgram />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'ExportProgram');
    await expect(listing(canvasElement)).toHaveTextContent('import torch');
    await userEvent.click(canvas.getByRole('tab', { name: 'NumPy' }));
    await expect(listing(canvasElement)).toHaveTextContent('import numpy as np');
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('tab', { name: 'PyTorch' })).toHaveFocus();
    await expect(listing(canvasElement)).toHaveTextContent('import torch');
    await userEvent.keyboard('{Escape}{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: 'Initial weights' })).toHaveFocus();
  },
};

/** In one library alone, as high as the page likes. */
export const InOneLibrary: Story = {
  args: { format: 'numpy', maxHeight: 260 },
  render: (args) => (
    <Pancake data="simple" model={[2, 1]} batchSize="full">
      <ExportProgram {...args} />
    </Pancake>
  ),
};

/** The model as a file for other engines: its graph is shown, and Download gives the bytes. */
export const AsAFileInONNX: Story = {
  render: () => (
    <Pancake data="moons" points={60} model={[2, 6, 1]} seed={3}>
      <TrainerControls />
      <ExportProgram defaultFormat="onnx" />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(listing(canvasElement)).toHaveTextContent('# ONNX, opset 17'));
    await expect(listing(canvasElement)).toHaveTextContent('y = /3/Sigmoid(/2/Gemm) # [N, 1]');
    await expect(canvas.queryByRole('button', { name: 'Copy' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: /^Step/ }));
    await waitFor(() => expect(canvasElement).toHaveTextContent('with the weights after epoch 1'));
  },
};

/** The weights of this moment: the program is written again when the run comes to rest. */
export const WeightsOfThisMoment: Story = {
  render: () => (
    <Pancake data="moons" points={60} model={[2, 6, 1]} seed={3} optimizer="Adam">
      <TrainerControls />
      <ExportProgram defaultWeights="now" />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const text = () => listing(canvasElement).textContent;
    await haveCome(canvasElement, 'TrainerControls', 'ExportProgram');
    const before = text();
    await userEvent.click(canvas.getByRole('button', { name: /^Step/ }));
    await waitFor(() => expect(text()).not.toBe(before));
    await expect(text()).toContain('print(f"epoch 1: loss');
    await userEvent.click(canvas.getByRole('radio', { name: 'Initial weights' }));
    await expect(text()).toBe(before);
  },
};

/** It follows the options of the run. */
export const FollowsTheOptions: Story = {
  render: () => (
    <Pancake data="moons" points={60} model={[2, 6, 1]} seed={3}>
      <TrainerControls show={['optimizer', 'learningRate', 'batchSize', 'schedule']} />
      <ExportProgram format="pytorch" />
    </Pancake>
  ),
};

class Cube extends ReLU {
  override get type() {
    return 'Cube';
  }
  override value(x: number) {
    return x * x * x;
  }
}

function WithALayerOfOnesOwn() {
  const trainer = useTrainer({
    model: (rng) =>
      new Sequential([
        new Linear(2, 4, { rng }),
        new Cube(),
        new Linear(4, 1, { rng }),
        new Sigmoid(),
      ]),
  });
  return <ExportProgram trainer={trainer} />;
}

/** A layer of one's own is JavaScript: there is no program, and the figure says what to do. */
export const ALayerOfOnesOwn: Story = {
  render: () => <WithALayerOfOnesOwn />,
};
