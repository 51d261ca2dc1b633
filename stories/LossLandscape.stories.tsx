// <LossLandscape>: a slice of the loss through two weights.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  Features,
  Linear,
  LossLandscape,
  Mul,
  Sequential,
  TrainerControls,
  fromPoints,
  useTrainer,
  type LossLandscapeProps,
  type Rng,
  type TrainerOptions,
} from 'react-pancake';
import { useEffect } from 'react';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';

interface Args extends LossLandscapeProps {
  epochs: number;
  run: TrainerOptions;
  controls?: boolean;
}

// Trained while the figure looks on, so that there is a path.
function Walked({ epochs, run, controls, ...props }: Args) {
  const trainer = useTrainer(run);
  useEffect(() => {
    for (let i = trainer.now.epoch; i < epochs; i++) trainer.step();
  }, [trainer, epochs]);
  return (
    <div style={{ maxWidth: 480 }}>
      <LossLandscape trainer={trainer} {...props} />
      {controls && <TrainerControls trainer={trainer} heading={null} style={{ marginTop: 16 }} />}
    </div>
  );
}

const meta = {
  title: 'Figures/LossLandscape',
  component: LossLandscape as never,
  render: (args) => <Walked {...args} />,
  args: {
    epochs: 60,
    run: { data: 'moons', model: [2, 6, 1], activation: 'Tanh', seed: 4 },
  },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

const bowl: TrainerOptions = { data: 'plane', model: [2, 1], batchSize: 'full', seed: 2 };
const lineWeights = [
  { name: '0.weight', place: 0 },
  { name: '0.weight', place: 1 },
] as const;

// A plane over points that are spread wide in x and narrow in y: flat one way, steep the other.
const stretched = fromPoints(
  Array.from({ length: 60 }, (_, i) => {
    const x = 4.5 * (((i * 37) % 60) / 30 - 1);
    const y = 1.2 * (((i * 23) % 60) / 30 - 1);
    return { x, y, label: 0.6 * x + 0.5 * y };
  }),
  { task: 'regression' },
);

/** Two weights of the output after 60 epochs, with the way that they came. */
export const TwoWeights: Story = { name: 'Two weights' };

/** An untrained model: a point on a slope, and the way downhill. */
export const Untrained: Story = { args: { epochs: 0 } };

/** Two weights of the first layer: the surface folds where a neuron's edge crosses the points. */
export const FirstLayer: Story = {
  name: 'First layer',
  args: {
    run: { data: 'moons', model: [2, 6, 1], seed: 4 },
    defaultWeights: [
      { name: '0.weight', place: 0 },
      { name: '0.weight', place: 1 },
    ],
  },
};

// Far up the slope, so that there is a way to go.
function highUp(rng: Rng) {
  const linear = new Linear(2, 1, { rng });
  linear.weight.data.set([-1.1, -1.6]);
  return new Sequential([linear]);
}

/** Press play: the path runs down the slope of a linear model, and then along the valley's floor. */
export const DownTheValley: Story = {
  name: 'Down the valley',
  args: {
    epochs: 0,
    run: {
      data: stretched,
      model: highUp,
      batchSize: 'full',
      learningRate: 0.03,
      speed: 20,
      stopWhen: { epoch: 150 },
      autoplay: true,
    },
    defaultWeights: lineWeights,
    controls: true,
  },
};

/** A learning rate that is nearly too high: each step leaps across the ravine to the other wall. */
export const Ravine: Story = {
  args: {
    epochs: 0,
    run: {
      data: stretched,
      model: [2, 1],
      batchSize: 'full',
      learningRate: 0.137,
      seed: 1,
      speed: 4,
      stopWhen: { epoch: 60 },
      autoplay: true,
    },
    defaultWeights: lineWeights,
    span: 1.5,
    controls: true,
  },
};

/** Where the loss is too large to be a number there is nothing to shade. */
export const Beyond: Story = { args: { epochs: 0, run: bowl, span: 2e153 } };

/** The author has chosen; the reader looks. */
export const WithoutChooser: Story = { name: 'Without chooser', args: { chooser: false } };

/** The probe reads the loss at any place of the map: with the pointer, a tap, or the arrow keys. */
export const ProbeByKeyboard: Story = {
  name: 'Probe by keyboard',
  play: async ({ canvasElement }) => {
    const probe = within(canvasElement).getByRole('slider', { name: /Probe/ });
    probe.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
    const here = canvasElement.querySelector<SVGElement>('[data-part="here"]')!;
    await expect(Number(probe.dataset['a'])).toBeGreaterThan(Number(here.dataset['a']));
    await expect(Number(probe.dataset['b'])).toBeGreaterThan(Number(here.dataset['b']));
    await expect(probe).toHaveAttribute('aria-valuetext', expect.stringContaining('loss'));
    await expect(canvasElement.querySelector('.pancake-probe-reading')).toBeVisible();
  },
};

/** The point is a handle: drag it, click a place, or press keys, and the run goes on from there. */
export const Editable: Story = {
  args: { editable: true, controls: true, epochs: 20 },
  play: async ({ canvasElement }) => {
    const here = () => canvasElement.querySelector<SVGElement>('[data-part="here"]')!;
    const handle = within(canvasElement).getByRole('slider', { name: /^The two weights/ });
    handle.focus();
    const before = Number(here().dataset['a']);
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(Number(here().dataset['a'])).toBeLessThan(before));
    const map = canvasElement.querySelector('.pancake-landscape-map')!;
    const { left, top, width, height } = map.getBoundingClientRect();
    await fireEvent.click(map, { clientX: left + width / 4, clientY: top + height / 4 });
    await waitFor(() =>
      expect(within(canvasElement).getByText(/The weights are .* now/)).toBeInTheDocument(),
    );
  },
};

/** A model with one number has no map. */
export const TooFew: Story = {
  name: 'Too few numbers',
  args: {
    epochs: 0,
    run: { data: 'plane', model: () => new Sequential([new Features(['x']), new Mul()]) },
  },
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };
