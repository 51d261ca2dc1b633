// <TrainerControls>: buttons and fields for a run.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  DecisionBoundary,
  LossChart,
  Pancake,
  TrainerControls,
  fromPoints,
  type TrainerOptions,
} from 'react-pancake';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

const meta = {
  title: 'Figures/TrainerControls',
  component: TrainerControls,
  render: (args) => (
    <Pancake data="moons" points={60}>
      <TrainerControls {...args} />
    </Pancake>
  ),
} satisfies Meta<typeof TrainerControls>;
export default meta;

type Story = StoryObj<typeof meta>;

function Trained({ epochs, ...options }: TrainerOptions & { epochs: number }) {
  return <TrainerControls trainer={useTrained(options, epochs)} />;
}

/** Before the first epoch. */
export const Ready: Story = {};

/** After some epochs by hand. */
export const Paused: Story = { render: () => <Trained epochs={40} /> };

/** Its stop rule is met: Play again starts over from the same weights. */
export const Done: Story = {
  render: () => <Trained epochs={60} stopWhen={{ epoch: 50 }} />,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Play again' })).toBeVisible();
  },
};

/** The learning rate was far too high: the run stops, says where, and shows the last good epoch. */
export const Diverged: Story = {
  render: () => <Trained epochs={40} data="plane" model={[2, 4, 1]} learningRate={1e6} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Play' })).toBeDisabled();
    await expect(canvas.getByText(/grew beyond all bounds/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    await expect(canvas.getByRole('button', { name: 'Play' })).toBeEnabled();
  },
};

/** Everything can be done with the keyboard alone. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Play' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(Number(root.dataset['epoch'])).toBeGreaterThan(3));
    await userEvent.keyboard(' ');
    await expect(root.dataset['status']).toBe('paused');
    const epoch = Number(root.dataset['epoch']);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(root.dataset['epoch']).toBe(String(epoch + 1)));
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('combobox', { name: 'Step by' })).toHaveFocus();
    await userEvent.keyboard('{Escape}{ArrowRight}{Enter}');
    await waitFor(() => expect(root.dataset['epoch']).toBe('0'));
  },
};

/** Other words, for instance in another language. */
export const OtherWords: Story = {
  name: 'Other words',
  args: {
    labels: {
      play: 'Lancer',
      pause: 'Pause',
      step: 'Pas',
      reset: 'Recommencer',
      learningRate: 'Taux d’apprentissage',
      speed: 'Vitesse',
      epoch: 'époque',
      loss: 'perte',
      epochsPerSecond: (speed) => (speed === Infinity ? 'au plus vite' : `${speed} époques/s`),
      wrong: (wrong, count) => `${wrong} faux sur ${count}`,
    },
  },
};

/** On a dark page. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  render: () => <Trained epochs={40} />,
};

/** In a narrow column the row wraps without losing its order. */
export const Narrow: Story = {
  render: () => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <Trained epochs={40} />
    </div>
  ),
};

/** Every control there is, with the run that it changes. */
export const Everything: Story = {
  render: () => (
    <Pancake data="moons" points={100} seed={7}>
      <TrainerControls show="all" />
      <DecisionBoundary />
      <LossChart />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="TrainerControls"]')!;
    for (let i = 0; i < 3; i++) {
      await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    }
    await expect(root.dataset['epoch']).toBe('3');
    await fireEvent.change(canvas.getByRole('slider', { name: 'Go to epoch' }), {
      target: { value: '1' },
    });
    await expect(root.dataset['epoch']).toBe('1');
  },
};

/** With an optimizer, a schedule and a penalty in force, each with its numbers. */
export const WithParameters: Story = { render: () => <WithAll /> };

function WithAll() {
  const trainer = useTrained(
    {
      ...{ data: 'moons', points: 100, optimizer: 'RMSProp', optimizerOptions: { momentum: 0.5 } },
      ...{ schedule: { name: 'step', stepSize: 20, gamma: 0.5 }, l2: 0.001, dropout: 0.1 },
    },
    45,
  );
  return <TrainerControls trainer={trainer} show="all" />;
}

/** Layer by layer: what was done last is told in words. */
export const ByLayer: Story = {
  render: () => (
    <Pancake data="moons" points={60} model={[2, 4, 4, 1]}>
      <TrainerControls defaultStepUnit="layer" show={['play', 'step', 'reset', 'readout']} />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const step = canvas.getByRole('button', { name: 'Step a layer' });
    await userEvent.click(step);
    await userEvent.click(step);
    await expect(canvas.getByText('forward through layer 2, ReLU')).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Step by' }), 'batch');
    await userEvent.click(canvas.getByRole('button', { name: 'Step a batch' }));
    await expect(canvas.queryByText(/forward through/)).toBeNull();
  },
};

/** The author's limits and locks: each is said where it bites. */
export const LimitedAndLocked: Story = {
  render: () => (
    <Pancake data="moons" points={60} learningRate={0.1}>
      <TrainerControls
        show={['play', 'step', 'reset', 'readout', 'learningRate', 'batchSize', 'optimizer']}
        lock={['optimizer']}
        limits={{ learningRate: [0.01, 0.5], batchSize: [5, 10, 'full'] }}
      />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('textbox', { name: 'Learning rate, as a number' });
    await userEvent.clear(field);
    await userEvent.type(field, '3');
    await expect(canvas.getByText('from 0.01 to 0.5, set by the author')).toBeVisible();
    await expect(canvas.getByRole('combobox', { name: 'Optimizer' })).toBeDisabled();
  },
};

/** Nothing can be changed but the time. */
export const AllLocked: Story = {
  render: () => (
    <Pancake data="moons" points={60} l2={0.01}>
      <TrainerControls show="all" hide={['newWeights', 'newData']} lock />
    </Pancake>
  ),
};

/** The author's own points, loss rate and optimizer cannot be drawn or named, and it is said so. */
export const OfTheAuthorsOwn: Story = {
  render: () => <OwnRun />,
};

const corners = fromPoints([
  { x: -2, y: -2, label: 0 },
  { x: 2, y: 2, label: 0 },
  { x: -2, y: 2, label: 1 },
  { x: 2, y: -2, label: 1 },
]);

function OwnRun() {
  const trainer = useTrained(
    { data: corners, schedule: (epoch) => 1 / (1 + epoch / 100), batchSize: 'full', seed: 7 },
    20,
  );
  return <TrainerControls trainer={trainer} show="all" />;
}

/** The page owns the learning rate: the controls ask, and the page shows what it made of it. */
export const OwnedByThePage: Story = {
  render: () => <Owned />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('slider', { name: 'Learning rate' }).focus();
    await fireEvent.change(canvas.getByRole('slider', { name: 'Learning rate' }), {
      target: { value: '80' },
    });
    await expect(canvas.getByText('The page says 1.')).toBeVisible();
  },
};

function Owned() {
  const [learningRate, setLearningRate] = useState(0.1);
  return (
    <Pancake data="moons" points={60} learningRate={learningRate}>
      <TrainerControls
        options={{ learningRate }}
        onOptionsChange={(change) => setLearningRate(change.learningRate ?? learningRate)}
      />
      <p>The page says {learningRate}.</p>
    </Pancake>
  );
}

/** On a phone, all but the first settings are folded. */
export const EverythingNarrow: Story = {
  render: () => (
    <div style={{ width: 343, maxWidth: '100%' }}>
      <WithAll />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('combobox', { name: 'Optimizer' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'More settings' }));
    await expect(canvas.getByRole('combobox', { name: 'Optimizer' })).toBeVisible();
  },
};

/** To those who listen, a run is summarised while it plays: here every second, by default every five. */
export const Spoken: Story = {
  args: { spoken: 1 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }));
    await waitFor(
      () => expect(canvas.getByRole('status')).toHaveTextContent(/^Epoch \d+, loss .* wrong\.$/),
      { timeout: 10_000 },
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await expect(canvas.getByRole('status')).toHaveTextContent(/^Paused at epoch/);
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
  },
};
