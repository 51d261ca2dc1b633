// Tensors as they are: grids of numbers, products of matrices, and sums over a batch.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  LinearBackward,
  LinearProduct,
  OuterProductSum,
  TensorGrid,
  type TensorGridProps,
} from 'react-pancake';
import { Linear, ReLU, Sequential, Tensor, createRng, trace } from 'react-pancake/engine';
import { expect, userEvent, within } from 'storybook/test';

const four = [
  [1, 2],
  [2, 1],
  [-3, 2],
  [2, -0.5],
];
const names = {
  place: 1,
  input: 'x',
  output: 'F1',
  objective: 'L',
  parameters: { weight: 'W1', bias: 'b1' },
};

function perceptron() {
  const model = new Sequential([
    new Linear(2, 3, { rng: createRng(4) }),
    new ReLU(),
    new Linear(3, 1, { rng: createRng(2) }),
  ]);
  return trace(model, four)[0]!;
}

function random(...shape: number[]) {
  const rng = createRng(3);
  const tensor = Tensor.zeros(shape);
  for (let i = 0; i < tensor.size; i++) tensor.data[i] = rng.normal(0, 1);
  return tensor;
}

function wide(samples: number, inputs: number, outputs: number) {
  const layer = new Linear(inputs, outputs, { rng: createRng(5) });
  return trace(layer, random(samples, inputs), random(samples, outputs))[0]!;
}

const meta = {
  title: 'Figures/Tensors',
  component: TensorGrid as never,
} satisfies Meta<TensorGridProps>;
export default meta;

type Story = StoryObj<TensorGridProps>;

/** A matrix: orange below zero, blue above, and the sign in each number. */
export const Grid: Story = {
  name: 'A grid',
  args: { tensor: random(3, 4), name: 'W1', rowName: 'output', columnName: 'input' },
};

/** A number alone is still a tensor. */
export const SingleNumber: Story = {
  name: 'A single number',
  args: { tensor: Tensor.from([[42]]), name: 'v' },
};

/** One dimension is a row. */
export const Row: Story = { name: 'A row', args: { tensor: random(5), name: 'b1' } };

/** Three dimensions: a matrix at a time. */
export const ThreeDimensions: Story = {
  name: 'Three dimensions',
  args: { tensor: random(4, 3, 2), name: '∂F2/∂F1', rowName: 'output', columnName: 'input' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Next sample' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('∂F2/∂F1[1], 2 of 4');
  },
};

/** Numbers that are none look like none. */
export const NotFinite: Story = {
  name: 'NaN and infinity',
  args: {
    tensor: Tensor.from([
      [0.5, NaN, -1.25],
      [Infinity, 0, -Infinity],
    ]),
    name: 'F1',
  },
};

/** Very small numbers keep their sign. */
export const VerySmall: Story = {
  name: 'Very small numbers',
  args: {
    tensor: Tensor.from([
      [1.5, -2e-9, 0],
      [0.25, 3e-4, -12],
    ]),
    name: '∂L/∂W1',
  },
};

/** A large tensor is a picture and a few facts. */
export const Large: Story = { args: { tensor: random(64, 32), name: 'W1' } };

/** Opened, it scrolls. */
export const LargeOpened: Story = {
  name: 'Large, opened',
  args: { tensor: random(64, 32), name: 'W1', rowName: 'output', columnName: 'input' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Show all 2.048 numbers of W1/ }));
    await expect(canvas.getByRole('region', { name: 'Numbers of W1' })).toBeVisible();
    await expect(canvas.getAllByRole('row')).toHaveLength(65);
  },
};

/** A batch through a Linear layer: each number stands where its row and its column meet. */
export const Product: StoryObj = {
  render: () => <LinearProduct step={perceptron()} names={names} sample={1} />,
};

/** A number chosen: its row, its column, and the sum that it is. */
export const ProductEntry: StoryObj = {
  name: 'Product, one entry',
  render: () => <LinearProduct step={perceptron()} names={names} />,
  play: async ({ canvasElement }) => {
    const grid = within(canvasElement).getByRole('grid');
    await userEvent.click(within(grid).getAllByRole('gridcell', { name: /\d/ })[7]!);
    const sum = canvasElement.querySelector<HTMLElement>('.pancake-sum')!;
    await expect(sum.dataset['entry']).toBe('F1[2, 1]');
  },
};

/** Sixteen inputs: the matrices are folded, and a long sum is shortened in its middle. */
export const WideProduct: StoryObj = {
  name: 'Product, large',
  render: () => <LinearProduct step={wide(20, 16, 3)} names={names} defaultEntry={[10, 1]} />,
};

/** A batch of twenty: some rows at a time. */
export const LongBatch: StoryObj = {
  name: 'Product, a long batch',
  render: () => <LinearProduct step={wide(20, 3, 4)} names={names} sample={11} />,
};

/** The widest that stands side by side. */
export const EightByEight: StoryObj = {
  name: 'Product, eight by eight',
  render: () => <LinearProduct step={wide(4, 8, 8)} names={names} defaultEntry={[2, 5]} />,
};

/** The way back: the same matrix, turned over. */
export const Backward: StoryObj = {
  render: () => <LinearBackward step={perceptron()} names={names} defaultEntry={[1, 0]} />,
};

/** The first sample's share of the gradient of W1. */
export const OuterProduct: StoryObj = {
  name: 'Sum of outer products',
  render: () => <OuterProductSum step={perceptron()} names={names} />,
};

/** Walked to the end, with one number of the sum expanded over the batch. */
export const OuterProductWalked: StoryObj = {
  name: 'Sum of outer products, walked through',
  render: () => <OuterProductSum step={perceptron()} names={names} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const next = canvas.getByRole('button', { name: 'Add the next sample' });
    for (let i = 0; i < 3; i++) await userEvent.click(next);
    await expect(canvas.getByText('4 of 4 samples added')).toBeVisible();
    const grid = canvas.getAllByRole('grid')[0]!;
    await userEvent.click(within(grid).getAllByRole('gridcell', { name: /\d/ })[1]!);
    const sum = canvasElement.querySelector<HTMLElement>('.pancake-sum')!;
    await expect(sum.dataset['entry']).toBe('∂L/∂W1[0, 1]');
  },
};

/** Forty samples, eight pictures at a time. */
export const OuterProductLongBatch: StoryObj = {
  name: 'Sum of outer products, a long batch',
  render: () => (
    <OuterProductSum step={wide(40, 3, 4)} names={names} defaultSample={21} defaultEntry={[2, 1]} />
  ),
};

/** A batch of one: the outer product is all there is. */
export const OuterProductOne: StoryObj = {
  name: 'Sum of outer products, one sample',
  render: () => <OuterProductSum step={wide(1, 3, 2)} names={names} />,
};

/** The bias alone: its share is the gradient of the output. */
export const Bias: StoryObj = {
  render: () => (
    <OuterProductSum
      step={perceptron()}
      names={names}
      parameter="bias"
      defaultSample={3}
      defaultEntry={[0, 1]}
    />
  ),
};

/** On a phone. */
export const Phone: StoryObj = {
  render: () => (
    <div style={{ width: 343, display: 'grid', gap: 24 }}>
      <LinearProduct step={perceptron()} names={names} defaultEntry={[2, 1]} />
      <OuterProductSum step={perceptron()} names={names} defaultSample={2} />
    </div>
  ),
};
