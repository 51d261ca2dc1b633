// LossChart: the loss of a run, epoch by epoch.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import {
  LossChart,
  Pancake,
  TrainerControls,
  type LossChartProps,
  type Trainer,
  type TrainerOptions,
} from 'react-pancake';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

const moons: TrainerOptions = {
  data: 'moons',
  points: 100,
  noise: 0.3,
  model: [2, 10, 10, 1],
  batchSize: 20,
  seed: 7,
};
const diverging: TrainerOptions = { data: 'plane', model: [2, 1], learningRate: 0.3, seed: 1 };

const meta = {
  title: 'Figures/LossChart',
  component: LossChart,
  args: { heading: 'Loss on two moons' },
  render: (args) => <Trained epochs={200} {...args} />,
} satisfies Meta<typeof LossChart>;
export default meta;

type Story = StoryObj<typeof meta>;

interface TrainedProps extends LossChartProps {
  epochs: number;
  options?: TrainerOptions;
  /** What else to do with the run, once. */
  then?: (trainer: Trainer) => void;
}

function Trained({ epochs, options = moons, then, ...chart }: TrainedProps) {
  const trainer = useTrained(options, epochs);
  useState(() => then?.(trainer));
  return <LossChart {...chart} trainer={trainer} />;
}

function Narrow({ children }: { children: ReactNode }) {
  return <div style={{ width: 320, maxWidth: '100%' }}>{children}</div>;
}

const chartIn = (canvasElement: HTMLElement) =>
  canvasElement.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;

/** After 200 epochs; the ends of the lines say which is which. */
export const Default: Story = {};

/** Before the first epoch: the loss of the untrained model, and a word on what to do. */
export const Empty: Story = {
  render: (args) => <Trained epochs={0} {...args} />,
};

/** It follows the run from the first epoch on, and the axes grow in steps. */
export const Live: Story = {
  render: (args) => (
    <Pancake {...moons} speed={Infinity}>
      <LossChart {...args} />
      <TrainerControls style={{ marginTop: 12 }} />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const chart = chartIn(canvasElement);
    await expect(canvas.getByText(/Press Play/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await waitFor(() => expect(Number(chart.dataset['epoch'])).toBeGreaterThan(30));
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await expect(canvas.queryByText(/Press Play/)).toBeNull();
    // A step finishes the epoch: its loss is the last one drawn.
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await waitFor(() => expect(chart.dataset['trainLoss']).toBe(chart.dataset['loss']));
  },
};

/** Equal heights are equal factors: what happens near zero can be seen. */
export const Log: Story = {
  args: { defaultScale: 'log' },
};

/** The button goes between the two scales. */
export const ScaleControl: Story = {
  name: 'Scale control',
  args: { onScaleChange: fn() },
  play: async ({ canvasElement, args }) => {
    const button = within(canvasElement).getByRole('button', { name: 'log scale' });
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(args.onScaleChange).toHaveBeenLastCalledWith('log');
    await expect(chartIn(canvasElement).dataset['scale']).toBe('log');
    await userEvent.keyboard('{Enter}');
    await expect(chartIn(canvasElement).dataset['scale']).toBe('linear');
  },
};

/** The author decides on the scale, and the reader gets no button. */
export const WithoutScaleControl: Story = {
  name: 'Without scale control',
  args: { scale: 'log', scaleControl: false },
};

/** The arrow keys move a rule along the epochs; Shift moves it further, Escape hides it. */
export const Reading: Story = {
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    await userEvent.tab();
    await userEvent.tab();
    await expect(slider).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    await expect(slider).toHaveAttribute('aria-valuenow', '12');
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^epoch 12: train loss 0\.\d{3}, test loss 0\.\d{3}$/),
    );
    await userEvent.keyboard('{Escape}');
    await expect(canvasElement.querySelector('dl')).toBeNull();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvasElement.querySelector('dl')).toHaveTextContent(/^epoch13train0\.\d{3}test/);
  },
};

/** The run has gone back to epoch 80: a mark stands there, and what came after is paler. */
export const GoneBack: Story = {
  name: 'Gone back in time',
  render: (args) => <Trained epochs={200} then={(trainer) => trainer.seek(80)} {...args} />,
};

/** The learning rate was too high: the line ends where the numbers stopped being finite. */
export const Diverged: Story = {
  args: { heading: 'A learning rate of 0.3', defaultScale: 'log' },
  render: (args) => <Trained epochs={60} options={diverging} {...args} />,
  play: async ({ canvasElement }) => {
    await expect(chartIn(canvasElement).dataset['status']).toBe('diverged');
    await expect(within(canvasElement).getByText('diverged here')).toBeVisible();
  },
};

/** The stop rule ends the axis: at epoch 90, not at the next round number. */
export const Done: Story = {
  render: (args) => (
    <Trained epochs={90} options={{ ...moons, stopWhen: { epoch: 90 } }} {...args} />
  ),
};

/** All data is for training, so there is one line. */
export const WithoutTestData: Story = {
  name: 'Without test data',
  args: { heading: 'Loss on four points' },
  render: (args) => <Trained epochs={200} options={{ data: 'simple', model: [2, 1] }} {...args} />,
};

/** A small batch and a large learning rate; every spike is kept, however long the run. */
export const Spikes: Story = {
  args: { heading: 'Four points to a step', defaultScale: 'log' },
  render: (args) => (
    <Trained epochs={2000} options={{ ...moons, batchSize: 4, learningRate: 0.6 }} {...args} />
  ),
};

/** Lower than by default, without a heading. */
export const Low: Story = {
  args: { heading: null, height: 140 },
};

/** Other words, for instance in another language. */
export const OtherWords: Story = {
  name: 'Other words',
  args: {
    heading: 'Deux lunes',
    labels: { loss: 'perte', epoch: 'époque', train: 'entraînement', test: 'validation' },
  },
};

/** In a narrow column. */
export const InNarrowColumn: Story = {
  name: 'Narrow',
  render: (args) => (
    <Narrow>
      <Trained epochs={200} {...args} />
    </Narrow>
  ),
};

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** A light figure on a dark page's terms, and the other way around. */
export const OwnTheme: Story = {
  name: 'Its own theme',
  args: { theme: 'dark', style: { background: '#14171c', padding: 12 } },
};

/** All states beside each other. */
export const States: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 28, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
      <Trained epochs={0} heading="Empty" />
      <Trained epochs={1} heading="One epoch" />
      <Trained epochs={200} heading="Trained" />
      <Trained epochs={200} heading="Logarithmic" defaultScale="log" />
      <Trained epochs={200} heading="Gone back" then={(trainer) => trainer.seek(80)} />
      <Trained epochs={60} heading="Diverged" options={diverging} defaultScale="log" />
      <Trained
        epochs={9}
        heading="Diverged at once"
        options={{ ...diverging, learningRate: 1e200 }}
      />
      <Trained epochs={90} heading="Done" options={{ ...moons, stopWhen: { epoch: 90 } }} />
    </div>
  ),
};
