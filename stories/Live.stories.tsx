// Two whole runs on real input, as a reader would start them.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  BinaryCrossEntropy,
  DecisionBoundary,
  LossChart,
  Pancake,
  TrainerControls,
  fromJSON,
} from 'react-pancake';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { haveCome } from './support';

const meta = {
  title: 'Live',
  component: Pancake,
  parameters: { docs: { story: { inline: true } } },
} satisfies Meta<typeof Pancake>;
export default meta;

type Story = StoryObj<typeof meta>;

// The weights from which the reference run of this perceptron started.
const start = {
  format: 'react-pancake',
  version: 1,
  model: {
    type: 'Sequential',
    options: {},
    parameters: {},
    layers: [
      {
        type: 'Linear',
        options: { nIn: 2, nOut: 1 },
        parameters: {
          weight: [[-0.5503739722746607, 0.7445941015105558]],
          bias: [0.02543075000159044],
        },
      },
      { type: 'Sigmoid', options: {}, parameters: {} },
    ],
  },
};
const lossAfterThousand = 0.19378599778906347;

/** Press Play, choosing the highest speed, and wait for the end of the run. */
async function playToTheEnd(canvasElement: HTMLElement): Promise<HTMLElement> {
  const canvas = within(canvasElement);
  await haveCome(canvasElement, 'TrainerControls');
  await userEvent.selectOptions(canvas.getByLabelText('Speed'), 'as fast as it goes');
  await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
  const root = canvasElement.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
  await waitFor(() => expect(root.dataset['status']).toBe('done'), { timeout: 30_000 });
  return root;
}

/**
 * The notebook's run: one neuron, four points, a learning rate of 0.1, the sum of the losses, all
 * points in each step. After a thousand epochs its loss is 0.194, to the last digit as in PyTorch.
 */
export const PerceptronOnFourPoints: Story = {
  name: 'Perceptron on four points',
  args: {
    data: 'simple',
    model: () => fromJSON(start),
    loss: new BinaryCrossEntropy({ reduction: 'sum' }),
    learningRate: 0.1,
    batchSize: 'full',
    speed: 120,
    stopWhen: { epoch: 1000 },
  },
  render: (args) => (
    <Pancake {...args}>
      <p>
        One neuron can only cut the plane with a straight line. These four points ask for no more:
        press Play, and the line turns until squares and circles stand on their own sides.
      </p>
      <div className="pancake-whole">
        <DecisionBoundary heading="Four points, one neuron" />
        <LossChart />
        <TrainerControls />
      </div>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const root = await playToTheEnd(canvasElement);
    await expect(root.dataset['epoch']).toBe('1000');
    const loss = Number(root.dataset['loss']);
    await expect(Math.abs(loss - lossAfterThousand)).toBeLessThan(1e-9);
    await waitFor(() => expect(root).toHaveTextContent('epoch 1 000 · loss 0.194 · 0 of 4 wrong'));
  },
};

/**
 * Two hidden layers of ten units on two moons: the boundary bends around them, which no single
 * neuron could do.
 */
export const MlpOnMoons: Story = {
  name: 'MLP on moons',
  args: { data: 'moons', model: [2, 10, 10, 1], seed: 7, stopWhen: { epoch: 300 } },
  render: (args) => (
    <Pancake {...args}>
      <p>
        A perceptron can only cut the plane with a straight line. Give it two hidden layers of ten
        units and the line may bend: press Play and watch the moons come apart.
      </p>
      <div className="pancake-whole">
        <DecisionBoundary heading="Two moons, 2–10–10–1" />
        <LossChart />
        <TrainerControls />
      </div>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const root = await playToTheEnd(canvasElement);
    await waitFor(() => expect(root).toHaveTextContent(/ · 0 of 160 wrong/));
  },
};
