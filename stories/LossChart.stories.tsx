// LossChart: the loss of a run, epoch by epoch.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import {
  LossChart,
  Pancake,
  TrainerControls,
  createTrainer,
  type LossChartProps,
  type Trainer,
  type TrainerOptions,
} from 'react-pancake';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { useTrained, haveCome } from './support';

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
    <Pancake {...moons} speed={120} stopWhen={{ epoch: 120 }}>
      <LossChart {...args} />
      <TrainerControls style={{ marginTop: 12 }} />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'LossChart', 'TrainerControls');
    const chart = chartIn(canvasElement);
    await expect(canvas.getByText(/Press Play/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await waitFor(() => expect(Number(chart.dataset['epoch'])).toBeGreaterThan(30));
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await expect(canvas.queryByText(/Press Play/)).toBeNull();
    // A step finishes the epoch: its loss is the last one drawn.
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await waitFor(() => expect(chart.dataset['trainLoss']).toBe(chart.dataset['loss']));
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await waitFor(() => expect(chart.dataset['status']).toBe('done'), { timeout: 10_000 });
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

/** The share of points classified right, on the same axis whatever the run. */
export const Accuracy: Story = {
  args: { heading: 'Accuracy on two moons', metric: 'accuracy' },
};

/** The reader goes between loss and accuracy. */
export const MetricControl: Story = {
  name: 'Metric control',
  args: { metricControl: true, onMetricChange: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'accuracy' }));
    await expect(args.onMetricChange).toHaveBeenLastCalledWith('accuracy');
    await expect(chartIn(canvasElement).dataset['metric']).toBe('accuracy');
    await expect(canvas.getByRole('button', { name: 'log scale' })).toBeDisabled();
    canvas.getByRole('button', { name: 'loss' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(chartIn(canvasElement).dataset['metric']).toBe('loss');
  },
};

/** A run that predicts numbers has no accuracy: there is no switch, and asked for it, it says so. */
export const AccuracyOfRegression: Story = {
  name: 'Accuracy of a regression',
  args: { heading: 'Plane', metric: 'accuracy', metricControl: true },
  render: (args) => (
    <Trained epochs={20} options={{ data: 'plane', model: [2, 1], learningRate: 0.01 }} {...args} />
  ),
};

const rates = [0.003, 0.03, 0.3];
const withRate = (learningRate: number): TrainerOptions => ({ ...moons, learningRate });

function useRuns(all: readonly TrainerOptions[], epochs: number) {
  const [trainers] = useState(() =>
    all.map((options) => {
      const made = createTrainer(options);
      if (epochs) made.step('epoch', epochs);
      return made;
    }),
  );
  return trainers;
}

interface CompareProps extends LossChartProps {
  all: readonly { name: string; options: TrainerOptions }[];
  epochs: number;
}

function Compare({ all, epochs, ...chart }: CompareProps) {
  const trainers = useRuns(
    all.map(({ options }) => options),
    epochs,
  );
  const runs = trainers.map((trainer, i) => ({ trainer, name: all[i]!.name }));
  return <LossChart {...chart} runs={runs} />;
}

const threeRates = rates.map((rate) => ({ name: `rate ${rate}`, options: withRate(rate) }));

/** Three learning rates on the same axes: a colour, a shape and a name for each. */
export const Runs: Story = {
  args: { heading: 'Three learning rates' },
  render: (args) => <Compare all={threeRates} epochs={120} {...args} />,
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^epoch 1, loss: rate 0\.003 0\.\d{3}; rate 0\.03 .*; rate 0\.3 /),
    );
  },
};

/** The test data too, dashed. */
export const RunsWithTest: Story = {
  name: 'Runs with test data',
  args: { heading: 'Small and large', showTest: true, defaultScale: 'log' },
  render: (args) => (
    <Compare
      all={[
        { name: '2 units', options: { ...moons, model: [2, 2, 1] } },
        { name: '30 units', options: { ...moons, model: [2, 30, 30, 1] } },
      ]}
      epochs={150}
      {...args}
    />
  ),
};

/** Eight runs whose ends are close to each other, one of which stopped early: their names keep apart. */
export const ManyRuns: Story = {
  name: 'Many runs',
  args: { heading: 'Eight seeds' },
  render: (args) => (
    <Compare
      all={Array.from({ length: 8 }, (_, seed) => ({
        name: `seed ${seed}`,
        options: {
          ...moons,
          seed,
          ...(seed === 5 && { learningRate: 3, stopWhen: { epoch: 40 } }),
        },
      }))}
      epochs={80}
      {...args}
    />
  ),
};

function Multiples(props: LossChartProps) {
  const trainers = useRuns(rates.map(withRate), 100);
  return (
    <div
      style={{
        display: 'grid',
        gap: 20,
        gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      }}
    >
      {trainers.map((trainer, i) => (
        <LossChart
          key={i}
          {...props}
          trainer={trainer}
          alignWith={trainers}
          heading={`Learning rate ${rates[i]}`}
          scaleControl={false}
          height={180}
        />
      ))}
    </div>
  );
}

/** Small multiples: each chart leaves room for the runs of the others, so that heights compare. */
export const Aligned: Story = {
  name: 'Small multiples',
  render: (args) => <Multiples {...args} />,
};

/** The page sets the ends of the axes. */
export const FixedDomain: Story = {
  name: 'Fixed axes',
  args: { domain: { epochs: 400, high: 0.5 } },
};

/** What was changed by hand has a flag at its epoch; M goes from flag to flag. */
export const Marks: Story = {
  args: { heading: 'A run that was meddled with' },
  render: (args) => <Trained epochs={30} then={meddle} {...args} />,
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{Home}m');
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^epoch 30: .*; learning rate set to 0\.3$/),
    );
    await userEvent.keyboard('mm{Shift>}m{/Shift}');
    await expect(slider).toHaveAttribute('aria-valuenow', '60');
  },
};

function meddle(trainer: Trainer) {
  trainer.set({ learningRate: 0.3 });
  trainer.step('epoch', 30);
  trainer.set({ dataSeed: 3 });
  trainer.step('epoch', 40);
  // A slider that is dragged passes through many values.
  for (let i = 1; i <= 12; i++) {
    trainer.set({ learningRate: 0.3 - i / 50 });
    trainer.step('epoch', 1);
  }
  trainer.step('epoch', 20);
  trainer.setParameter('0.weight', 0, 2);
  trainer.step('epoch', 3);
  trainer.reshape({ kind: 'addLayer', at: 2 });
  trainer.step('epoch', 55);
}

/** The loss stays where it is for a long while before it falls. */
export const Plateau: Story = {
  args: { heading: 'Exclusive or, with sigmoids' },
  render: (args) => (
    <Trained
      epochs={400}
      options={{
        data: 'xor',
        model: [2, 4, 4, 1],
        activation: 'Sigmoid',
        learningRate: 0.1,
        seed: 2,
      }}
      {...args}
    />
  ),
};

/** The run went back twice, and each time something was changed: what was given up stays in sight. */
export const EarlierWays: Story = {
  name: 'Earlier ways',
  args: { heading: 'Three learning rates from epoch 40 on' },
  render: (args) => <Trained epochs={120} then={branch} {...args} />,
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{End}');
    await expect(canvasElement.querySelector('dl')).toHaveTextContent(
      /before the change at epoch 40/,
    );
  },
};

function branch(trainer: Trainer) {
  for (const learningRate of [1, 0.01]) {
    trainer.seek(40);
    trainer.set({ learningRate });
    trainer.step('epoch', 80);
  }
}

/** A click takes the run to an epoch, a drag scrubs, Enter does the same at the keyboard. */
export const TimeTravel: Story = {
  name: 'Time travel',
  args: { onSeek: fn() },
  render: (args) => (
    <Pancake {...moons} stopWhen={{ epoch: 120 }} speed={Infinity}>
      <LossChart {...args} />
      <TrainerControls style={{ marginTop: 12 }} />
    </Pancake>
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'LossChart', 'TrainerControls');
    const chart = chartIn(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await waitFor(() => expect(chart.dataset['status']).toBe('done'), { timeout: 20_000 });
    const slider = canvas.getByRole('slider', { name: 'Read the loss at an epoch' });
    const { left, top, width, height } = slider.getBoundingClientRect();
    const at = (share: number) => ({
      target: slider,
      coords: { clientX: left + share * width, clientY: top + height / 2 },
    });

    // By mouse.
    await userEvent.pointer([{ keys: '[MouseLeft>]', ...at(0.5) }, { keys: '[/MouseLeft]' }]);
    await waitFor(() => expect(chart.dataset['epoch']).toBe('60'));
    await expect(args.onSeek).toHaveBeenLastCalledWith(60);
    await expect(canvas.getByText(/You are at epoch 60 of 120/)).toBeVisible();
    // By touch.
    await userEvent.pointer([
      { keys: '[TouchA>]', ...at(0.5) },
      { pointerName: 'TouchA', ...at(0.6) },
      { pointerName: 'TouchA', ...at(0.25) },
      { keys: '[/TouchA]', ...at(0.25) },
    ]);
    await waitFor(() => expect(chart.dataset['epoch']).toBe('30'));
    // At the keyboard.
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(chart.dataset['epoch']).toBe('31'));
    await userEvent.click(canvas.getByRole('button', { name: 'Back to epoch 120' }));
    await waitFor(() => expect(chart.dataset['epoch']).toBe('120'));
    await expect(slider).toHaveFocus();
    await userEvent.pointer([{ keys: '[MouseLeft>]', ...at(0.2) }, { keys: '[/MouseLeft]' }]);
  },
};

/** The model was changed so often that the first epochs cannot be reached any more. */
export const OutOfReach: Story = {
  name: 'Out of reach',
  render: (args) => <Trained epochs={4} then={reshapeOften} {...args} />,
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{Home}{Enter}');
    await expect(Number(chartIn(canvasElement).dataset['epoch'])).toBeGreaterThan(0);
    await expect(within(canvasElement).getByText(/cannot go back beyond epoch/)).toBeVisible();
  },
};

function reshapeOften(trainer: Trainer) {
  for (let i = 0; i < 40; i++) {
    trainer.reshape(
      i % 2 ? { kind: 'removeNeuron', layer: 0, unit: 0 } : { kind: 'addNeuron', layer: 0 },
    );
    trainer.step('epoch', 1);
  }
}

/** Without time travel the chart is there to be read only. */
export const NotSeekable: Story = {
  name: 'Reading only',
  args: { seekable: false },
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
