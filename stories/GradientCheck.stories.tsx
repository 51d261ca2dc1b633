// <GradientCheck>: every gradient beside its measurement, and mistakes to plant and find.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  GradientCheck,
  Linear,
  Mul,
  Pancake,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Square,
  Tanh,
  TrainerControls,
  createRng,
  type GradientCheckProps,
} from 'react-pancake';
import { createTrainer, type TrainerOptions } from 'react-pancake/engine';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import { useTrained } from './support';

interface Args extends Omit<GradientCheckProps, 'ref'> {
  run: TrainerOptions;
  epochs: number;
}

function Trained({ run, epochs, ...props }: Args) {
  return <GradientCheck trainer={useTrained(run, epochs)} {...props} />;
}

const moons: TrainerOptions = { data: 'moons', seed: 7, model: [2, 6, 1], activation: 'Tanh' };

const meta = {
  title: 'Figures/GradientCheck',
  component: GradientCheck as never,
  render: (args) => <Trained {...args} />,
  args: { run: moons, epochs: 20 },
  argTypes: { run: { control: false }, epochs: { control: false } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

const summary = (root: HTMLElement) => root.querySelector('.pancake-check-summary');

/** A right model: every gradient agrees with what is measured. */
export const Right: Story = {
  play: async ({ canvasElement }) => {
    await expect(summary(canvasElement)).toHaveTextContent(/^✓ All 57 gradients agree within 10⁻⁶/);
  },
};

/** In a run that plays: the check follows the weights twice a second. */
export const InARun: Story = {
  name: 'In a run',
  render: () => (
    <Pancake data="moons" seed={7} model={[2, 10, 10, 1]} activation="Tanh">
      <GradientCheck mistakes />
      <TrainerControls />
    </Pancake>
  ),
};

/** The reader plants a mistake, and the check finds it. */
export const PlantAMistake: Story = {
  name: 'Plant a mistake',
  args: { mistakes: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('Plant a mistake'), 'sign');
    await expect(summary(canvasElement)).toHaveTextContent(/gradients disagree/);
    await userEvent.selectOptions(canvas.getByLabelText('in layer'), '2');
    await expect(canvas.getByText(/all layers below feel it/)).toBeVisible();
    await userEvent.selectOptions(canvas.getByLabelText('Plant a mistake'), '');
    await expect(summary(canvasElement)).toHaveTextContent(/All 57 gradients agree/);
  },
};

/** A minus too many in the last layer. */
export const SignFlipped: Story = {
  name: 'Mistake: sign flipped',
  args: { mistakes: true, defaultMistake: { kind: 'sign', layer: 3 } },
};

/** A slope twice as steep in the activation: every layer below it is wrong. */
export const FactorTwo: Story = {
  name: 'Mistake: factor 2',
  args: { mistakes: true, defaultMistake: { kind: 'factor', layer: 2 } },
};

/** Only the first sample's share of the gradient. */
export const NoSum: Story = {
  name: 'Mistake: no sum over the batch',
  args: { mistakes: true, defaultMistake: { kind: 'batch', layer: 1 }, defaultOrder: 'worst' },
};

/** A residual block whose inner gradient overwrites the one that goes around it. */
export const Overwrite: Story = {
  name: 'Mistake: = instead of +=',
  args: {
    run: {
      data: 'moons',
      seed: 7,
      model: (rng) =>
        new Sequential([
          new Linear(2, 4, { rng }),
          new Residual(new Sequential([new Linear(4, 4, { rng }), new Tanh()])),
          new Linear(4, 1, { rng }),
          new Sigmoid(),
        ]),
    },
    mistakes: true,
    defaultMistake: { kind: 'overwrite', layer: 2 },
  },
};

/** ε so large that curves bend on the way: the measuring fails, not the rule. */
export const EpsilonTooLarge: Story = {
  name: 'ε too large',
  args: { defaultEps: 0.1 },
  play: async ({ canvasElement }) => {
    await expect(summary(canvasElement)).toHaveTextContent(/^≈ With this ε/);
    const slider = within(canvasElement).getByRole('slider', { name: 'ε' });
    slider.focus();
    await fireEvent.change(slider, { target: { value: '-5' } });
    await expect(summary(canvasElement)).toHaveTextContent(/^✓ All 57/);
  },
};

/** ε so small that the digits run out. */
export const EpsilonTooSmall: Story = {
  name: 'ε too small',
  args: { defaultEps: 1e-12 },
};

/** A wide model: of its large matrices some numbers are checked. */
export const Wide: Story = {
  args: {
    run: { data: 'moons', seed: 7, model: [2, 64, 64, 1], activation: 'Tanh' },
    epochs: 2,
  },
};

/** A number that lies on a kink of ReLU is no mistake. */
export const AtAKink: Story = {
  name: 'At a kink',
  render: () => <Kinked />,
  play: async ({ canvasElement }) => {
    await expect(summary(canvasElement)).toHaveTextContent(/lie at a kink/);
  },
};

function Kinked() {
  const [model] = useState(() => {
    const rng = createRng(3);
    const first = new Linear(2, 3, { rng });
    first.bias.fill(0);
    return new Sequential([first, new ReLU(), new Linear(3, 1, { rng })]);
  });
  return (
    <GradientCheck
      model={model}
      x={[
        [0, 0],
        [1, 2],
      ]}
    />
  );
}

/** A model without a run: the function of the lesson, at one point. */
export const WithoutARun: Story = {
  name: 'Without a run',
  render: () => <Scalar />,
};

function Scalar() {
  const [model] = useState(() => new Sequential([new Mul({ k: 0.5 }), new Square()]));
  return <GradientCheck model={model} x={[[42]]} heading="E = (k·v)² at v = 42" mistakes />;
}

/** A model without parameters: only its input has gradients. */
export const NoParameters: Story = {
  name: 'No parameters',
  render: () => <Bare />,
};

function Bare() {
  const [model] = useState(() => new Sequential([new Tanh(), new Square()]));
  return <GradientCheck model={model} x={[[0.3, -1.2, 2]]} />;
}

/** A run that diverged has gone back to its last good epoch; that is what is checked. */
export const Diverged: Story = {
  args: { run: { data: 'plane', model: [2, 4, 1], learningRate: 3 }, epochs: 40 },
};

/** Weights may be finite and yet too large to check with. */
export const TooLarge: Story = {
  name: 'Too large to check',
  render: () => <Overflowing />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.pancake-message')).toHaveTextContent(
      /too large to check/,
    );
  },
};

function Overflowing() {
  const [trainer] = useState(() => {
    const made = createTrainer({ data: 'plane', model: [2, 4, 1], activation: 'Tanh' });
    for (const { value } of made.model.parameters()) value.fill(1e200);
    return made;
  });
  return <GradientCheck trainer={trainer} />;
}

/** The page owns ε. */
export const ControlledEpsilon: Story = {
  name: 'Controlled ε',
  render: (args) => <Controlled {...args} />,
};

function Controlled({ run, epochs }: Args) {
  const trainer = useTrained(run, epochs);
  const [eps, setEps] = useState(1e-3);
  return (
    <>
      <button type="button" onClick={() => setEps(1e-7)}>
        ε = 1e-7
      </button>
      <GradientCheck trainer={trainer} eps={eps} onEpsChange={setEps} />
    </>
  );
}

/** On a dark page. */
export const Dark: Story = { globals: { theme: 'dark' }, args: { mistakes: true } };
