// <LayerStack>: one point on its way up the layers, and the gradient of its loss on its way down.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  DecisionBoundary,
  LayerStack,
  Linear,
  Residual,
  Sequential,
  Sigmoid,
  Tanh,
  Tensor,
  type LayerStackProps,
} from 'react-pancake';
import { createTrainer, type Dataset, type TrainerOptions } from 'react-pancake/engine';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { useTrained, haveCome } from './support';

interface Args extends Pick<
  LayerStackProps,
  'defaultSample' | 'defaultView' | 'slowMotion' | 'defaultStage' | 'defaultPace'
> {
  run: TrainerOptions;
  epochs: number;
}

function Trained({ run, epochs, ...props }: Args) {
  return <LayerStack trainer={useTrained(run, epochs)} {...props} />;
}

const meta = {
  title: 'Figures/LayerStack',
  component: LayerStack as never,
  render: (args) => <Trained {...args} />,
  args: { run: { data: 'moons', seed: 7 }, epochs: 20, defaultSample: 2 },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

/** Two hidden layers of ten units: input at the bottom, loss at the top. */
export const TwoHiddenLayers: Story = { name: 'Two hidden layers' };

/** Few units: the numbers stand in the cells. */
export const Perceptron: Story = {
  args: { run: { data: 'simple', model: [2, 1], batchSize: 'full' }, epochs: 50 },
};

/** Three classes: three outputs, and a gradient for each. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  args: { run: { data: 'blobs', model: [2, 6, 3], activation: 'Tanh' } },
};

/** Wide layers begin folded. */
export const WideLayers: Story = {
  name: 'Wide layers',
  args: { run: { data: 'moons', model: [2, 64, 64, 1], points: 40 }, epochs: 2 },
};

/** Layers inside layers: a residual block is one slab. */
export const Nested: Story = {
  args: {
    run: {
      data: 'moons',
      model: (rng) =>
        new Sequential([
          new Linear(2, 4, { rng }),
          new Residual(new Sequential([new Linear(4, 4, { rng }), new Tanh()])),
          new Sequential([new Linear(4, 1, { rng }), new Sigmoid()]),
        ]),
    },
  },
};

/** A slab opened: what the layer remembers, its derivative, and what this point adds to each gradient. */
export const Opened: Story = {
  args: { run: { data: 'simple', model: [2, 3, 1], batchSize: 'full' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Linear\(2, 3\): what/ }));
    await expect(canvas.getByText('added to the gradient of weight by this point')).toBeVisible();
  },
};

function InSlowMotion() {
  const [trainer] = useState(() => createTrainer({ data: 'moons', seed: 7, model: [2, 6, 1] }));
  return (
    <>
      <LayerStack trainer={trainer} />
      <button type="button" onClick={() => trainer.step('layer')}>
        One layer further
      </button>
    </>
  );
}

/** A training step, layer by layer: the slab at work is warm. */
export const LayerByLayer: Story = {
  name: 'Layer by layer',
  render: () => <InSlowMotion />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const further = canvas.getByRole('button', { name: 'One layer further' });
    for (let i = 0; i < 7; i++) await userEvent.click(further);
    await waitFor(() => expect(canvas.getByText('training step: backward, 7 of 9')).toBeVisible());
    await expect(canvasElement.querySelector('[aria-current="step"]')).toHaveAttribute(
      'aria-label',
      'Linear(6, 1)',
    );
  },
};

/** The cells are one tab stop; arrow keys move through them and read their numbers. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  play: async ({ canvasElement }) => {
    const first = canvasElement.querySelector<HTMLElement>('[data-cell="input value 0"]')!;
    first.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
    const cell = document.activeElement as HTMLElement;
    await expect(cell).toHaveAttribute('data-cell', '0 value 2');
    await waitFor(() =>
      expect(canvasElement.querySelector('.pancake-stack-readout')).toHaveTextContent(
        cell.dataset['reading']!,
      ),
    );
  },
};

/** After many epochs the gradients are small; a cell keeps their sign and size. */
export const SmallGradients: Story = {
  name: 'Small gradients',
  args: {
    run: { data: 'simple', model: [2, 3, 1], activation: 'Tanh', batchSize: 'full' },
    epochs: 3000,
  },
};

/** Values to predict: the loss is the squared error. */
export const Regression: Story = {
  args: { run: { data: 'plane', model: [2, 4, 1], activation: 'Tanh' }, epochs: 20 },
};

/** A run that diverged has gone back to its last good epoch, and the figure says so. */
export const Diverged: Story = {
  args: { run: { data: 'plane', model: [2, 4, 1], learningRate: 3 }, epochs: 40 },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-status="diverged"]')).toHaveTextContent(
      /diverged; this is epoch \d+, the last good one/,
    );
  },
};

function TooLarge() {
  const [trainer] = useState(() => {
    const made = createTrainer({ data: 'plane', model: [2, 4, 1], activation: 'Tanh' });
    for (const { value } of made.model.parameters()) value.fill(1e200);
    return made;
  });
  return <LayerStack trainer={trainer} />;
}

/** Weights may be finite and yet too large to follow a point: the figure says so and stays. */
export const TooLargeToFollow: Story = {
  name: 'Too large to follow',
  render: () => <TooLarge />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.pancake-message')).toHaveTextContent(
      /too large to follow this point/,
    );
  },
};

function WithoutLayers() {
  const [trainer] = useState(() =>
    createTrainer({ data: oneColumn, model: new Sequential([]), batchSize: 'full' }),
  );
  return <LayerStack trainer={trainer} />;
}

const oneColumn: Dataset = {
  x: Tensor.from([[-1], [0], [2]]),
  y: Tensor.from([[-2], [0], [4]]),
  task: 'regression',
  classes: 0,
  domain: { x: [-2, 2], y: [-4, 4] },
};

/** A model without layers: the input is the output. */
export const NoLayers: Story = { name: 'No layers', render: () => <WithoutLayers /> };

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a narrow column the name stands above the cells. */
export const Narrow: Story = {
  render: (args) => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <Trained {...args} />
    </div>
  ),
};

/** The batch that comes next: how often each size occurs, up the layers and back down. */
export const TheBatch: Story = {
  name: 'The batch',
  args: { defaultView: 'batch', run: { data: 'moons', seed: 7, batchSize: 64 } },
  play: async ({ canvasElement }) => {
    const relu = canvasElement.querySelector<HTMLElement>('[data-histogram="1 value"]')!;
    await waitFor(() => expect(relu).toHaveAttribute('data-count', '640'));
    await expect(Number(relu.dataset['zeros'])).toBeGreaterThan(0);
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'one sample' }));
    await expect(canvasElement.querySelector('[data-histogram]')).toBeNull();
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'batch' }));
  },
};

function BesideBoundary({ run, epochs }: Args) {
  const trainer = useTrained(run, epochs);
  return (
    <div
      style={{
        display: 'grid',
        gap: 24,
        gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))',
      }}
    >
      <DecisionBoundary trainer={trainer} />
      <LayerStack trainer={trainer} />
    </div>
  );
}

/** The point chosen here is ringed in the plane, and a point pointed at there is followed here. */
export const Linked: Story = {
  name: 'Linked with the plane',
  args: { run: { data: 'moons', seed: 7, model: [2, 4, 1] } },
  render: (args) => <BesideBoundary {...args} />,
  parameters: { wide: true },
  play: async ({ canvasElement }) => {
    await haveCome(canvasElement, 'LayerStack', 'DecisionBoundary');
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Next point' }));
    const plane = canvasElement.querySelector('[data-pancake="DecisionBoundary"]');
    await waitFor(() => expect(plane).toHaveAttribute('data-point', '1'));
  },
};

const few: TrainerOptions = { data: 'moons', seed: 7, model: [2, 4, 1], batchSize: 16 };

/** The next training step, a stage at a time: zeroGrad, forward, loss, backward, optimizer step. */
export const SlowMotion: Story = {
  name: 'Slow motion',
  args: { slowMotion: true, run: few },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const figure = canvasElement.querySelector('[data-pancake="LayerStack"]')!;
    const loss = figure.getAttribute('data-loss');
    const next = () =>
      userEvent.click(canvas.getByRole('button', { name: /^(Next|Take the step)$/ }));
    for (let i = 0; i < 11; i++) await next();
    await expect(canvas.getByText('SGD step, 11 of 11')).toBeVisible();
    await expect(figure).toHaveAttribute('data-loss', loss);
    await next();
    await waitFor(() => expect(figure).not.toHaveAttribute('data-loss', loss));
  },
};

/** Paused on the way back: what the step has not come to is empty. */
export const PausedHalfway: Story = {
  name: 'Paused halfway',
  args: { slowMotion: true, defaultStage: 8, run: few },
};

/** The batch on its way: its histograms fill as the step comes to them. */
export const SlowMotionOfTheBatch: Story = {
  name: 'Slow motion of the batch',
  args: { slowMotion: true, defaultView: 'batch', defaultStage: 7, run: few },
};

async function openFirst(canvasElement: HTMLElement) {
  const button = within(canvasElement).getByRole('button', { name: /^Linear\(2, 4\): what/ });
  await userEvent.click(button);
}

/** SGD with momentum: the velocity of one weight, before the step and after it. */
export const Momentum: Story = {
  args: {
    slowMotion: true,
    defaultStage: 10,
    run: { ...few, optimizer: 'SGD', optimizerOptions: { momentum: 0.9 } },
  },
  play: async ({ canvasElement }) => {
    await openFirst(canvasElement);
    await expect(within(canvasElement).getByText(/^The velocity carries/)).toBeVisible();
  },
};

/** Adam keeps two numbers for each parameter, m and v. */
export const AdamsMemory: Story = {
  name: 'Adam’s memory',
  args: {
    slowMotion: true,
    defaultStage: 10,
    run: { ...few, optimizer: 'Adam', learningRate: 0.01 },
  },
  play: async ({ canvasElement }) => {
    await openFirst(canvasElement);
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('Parameter'), 'bias');
    await userEvent.click(canvas.getByRole('button', { name: 'Next entry' }));
    const row = canvasElement.querySelector<HTMLElement>('[data-row="slot m"]')!;
    await expect(row.dataset['now']).not.toBe(row.dataset['before']);
  },
};

/** Wide layers: of sixty-four numbers, twelve travel. */
export const WideInSlowMotion: Story = {
  name: 'Wide layers in slow motion',
  args: {
    slowMotion: true,
    defaultStage: 3,
    run: { data: 'moons', model: [2, 64, 64, 1], points: 40 },
    epochs: 2,
  },
};

// As if the reader had asked the system for less motion.
function askForLessMotion() {
  const real = window.matchMedia.bind(window);
  window.matchMedia = (query) =>
    query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query);
  return () => {
    window.matchMedia = real;
  };
}

/** With reduced motion nothing travels and nothing is replayed: the same stages, one after the other. */
export const ReducedMotion: Story = {
  name: 'Reduced motion',
  args: { slowMotion: true, run: few },
  beforeEach: askForLessMotion,
  play: async ({ canvasElement }) => {
    const next = within(canvasElement).getByRole('button', { name: 'Next' });
    for (let i = 0; i < 3; i++) await userEvent.click(next);
    await expect(canvasElement.querySelector('[data-travelling]')).toBeNull();
    await expect(canvasElement.querySelector('[data-stage="2"]')).toBeVisible();
  },
};

/** Slow motion in a narrow column. */
export const NarrowInSlowMotion: Story = {
  name: 'Slow motion in a narrow column',
  args: { slowMotion: true, defaultStage: 2, run: few },
  render: (args) => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <Trained {...args} />
    </div>
  ),
};

/** The states side by side, for pictures. */
export const States: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 32 }}>
      <Trained run={{ data: 'moons', seed: 7 }} epochs={20} defaultSample={2} />
      <Trained run={{ data: 'blobs', model: [2, 6, 3], activation: 'Tanh' }} epochs={20} />
      <Trained run={{ data: 'plane', model: [2, 4, 1], learningRate: 3 }} epochs={40} />
      <TooLarge />
      <WithoutLayers />
      <div style={{ width: 320, maxWidth: '100%' }}>
        <Trained run={{ data: 'moons', seed: 7, model: [2, 4, 1] }} epochs={20} />
      </div>
    </div>
  ),
};
