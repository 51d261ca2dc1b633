// <FailureLab>: what goes wrong in a run, why, and what may help.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  DecisionBoundary,
  FailureLab,
  LossChart,
  NetworkGraph,
  Pancake,
  TrainerControls,
  type FailureLabProps,
  type TrainerOptions,
} from 'react-pancake';
import { failures } from 'react-pancake/engine';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { useTrained, haveCome } from './support';

interface Args extends FailureLabProps {
  epochs: number;
  run: TrainerOptions;
}

function Trained({ epochs, run, ...props }: Args) {
  return <FailureLab trainer={useTrained(run, epochs)} {...props} />;
}

const meta = {
  title: 'Figures/FailureLab',
  component: FailureLab as never,
  render: (args) => <Trained {...args} />,
  args: { epochs: 40, run: { data: 'moons', seed: 4 } },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

const rootOf = (element: HTMLElement) =>
  element.querySelector<HTMLElement>('[data-pancake="FailureLab"]')!;

/** A healthy run: what is looked for, and that none of it was found. */
export const NothingWrong: Story = {
  name: 'Nothing wrong',
  play: async ({ canvasElement }) => {
    await expect(rootOf(canvasElement)).toHaveAttribute('data-findings', '');
    await expect(within(canvasElement).getByText('Nothing wrong so far.')).toBeVisible();
  },
};

/** Before the first epoch there are only weights to judge. */
export const BeforeTheFirstEpoch: Story = {
  name: 'Before the first epoch',
  args: { epochs: 0 },
};

/** Steps that are too large carried neurons away from all points, where no gradient reaches them. */
export const DeadRelus: Story = {
  name: 'Dead ReLUs',
  args: { epochs: 30, run: failures.deadReLU.options },
};

/** Weights that begin far too large put every tanh at an end of its curve. */
export const Saturated: Story = { args: { epochs: 5, run: failures.saturated.options } };

/** Neurons that begin the same stay the same. */
export const Symmetry: Story = { args: { epochs: 20, run: failures.symmetry.options } };

/** Thirty noisy points, learnt by heart. */
export const Overfitting: Story = { args: { epochs: 100, run: failures.overfitting.options } };

/** The loss is above that of guessing, and rises: there is still time to stop. */
export const Exploding: Story = { args: { epochs: 2, run: failures.exploding.options } };

/** Too late: the numbers are no longer finite. */
export const Diverged: Story = {
  args: { epochs: 30, run: failures.exploding.options },
};

/** Without buttons that cause or change anything, and for two failures only. */
export const ToReadOnly: Story = {
  name: 'To read only',
  args: {
    epochs: 30,
    run: failures.deadReLU.options,
    kinds: ['deadReLU', 'overfitting'],
    presets: false,
    hide: ['remedies', 'summary'],
  },
};

/** Cause a failure, look at its neurons, try the remedy, and come back to your own model. */
export const WithTheOtherFigures: Story = {
  name: 'With the other figures',
  parameters: { wide: true },
  render: () => (
    <Pancake data="moons" model={[2, 6, 6, 1]} seed={1}>
      <div style={{ display: 'grid', gap: 28 }}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 28 }}>
          <NetworkGraph style={{ flex: '2 1 320px' }} editable={false} caption={null} />
          <DecisionBoundary style={{ flex: '1 1 260px' }} caption={null} />
          <LossChart style={{ flex: '1 1 220px' }} />
        </div>
        <TrainerControls />
        <FailureLab />
      </div>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await haveCome(canvasElement, 'FailureLab', 'DecisionBoundary');
    const root = rootOf(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Cause this: neurons all the same' }));
    await expect(root).toHaveAttribute('data-findings', 'symmetry');
    await userEvent.click(canvas.getByRole('button', { name: 'Show me' }));
    const boundary = canvasElement.querySelector<HTMLElement>('[data-pancake="DecisionBoundary"]')!;
    await waitFor(() => expect(boundary).toHaveAttribute('data-neuron', '1.0'));
    await userEvent.click(canvas.getByRole('button', { name: /^Start over with Xavier/ }));
    await expect(root).toHaveAttribute('data-findings', '');
    await userEvent.click(canvas.getByRole('button', { name: 'Put it back' }));
    await expect(root).toHaveAttribute('data-findings', 'symmetry');
    await userEvent.click(canvas.getByRole('button', { name: 'Back to my model' }));
    await expect(root).not.toHaveAttribute('data-shown');
    await expect(root).toHaveAttribute('data-findings', '');
  },
};
