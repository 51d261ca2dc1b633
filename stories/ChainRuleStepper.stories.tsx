// <ChainRuleStepper>: every factor of the chain rule as a symbol and a number.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  BinaryCrossEntropy,
  ChainRuleStepper,
  DecisionBoundary,
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
} from 'react-pancake';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';

const meta = {
  title: 'Figures/ChainRuleStepper',
  component: ChainRuleStepper,
} satisfies Meta<typeof ChainRuleStepper>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The scalar chain E = (k·v)². At the beginning only k and v are known. */
export const ScalarChain: Story = { name: 'The scalar chain' };

/** Halfway: the forward pass is done, the first factor is known. */
export const Halfway: Story = { args: { defaultStep: 3 } };

/** Multiplying what came in by the local slope. */
export const Multiplying: Story = { args: { defaultStep: 4 } };

/** The parameter's derivative reuses what came in. */
export const Parameter: Story = { args: { defaultStep: 5 } };

/** The end: every gradient measured, beside the chain rule's. */
export const Checked: Story = { args: { defaultStep: 6 } };

/** Four functions with a parameter each: F(x) = f4(f3(f2(f1(x)))), folded and unfolded. */
export const FourFunctions: Story = {
  name: 'Four functions',
  args: {
    model: () => new Sequential([1.5, -2, 0.5, 3].map((k) => new Mul({ k }))),
    defaultX: [[2]],
    names: { parameters: [{ k: 'w1' }, { k: 'w2' }, { k: 'w3' }, { k: 'w4' }] },
    defaultStep: 13,
  },
};

/** The same product, its first three factors folded into one: its value stays. */
export const Folded: Story = {
  args: { ...FourFunctions.args, defaultFolded: ['F3', 'F2'] },
};

/** Four different functions. */
export const FourKinds: Story = {
  name: 'Four kinds of functions',
  args: {
    model: () =>
      new Sequential([new Mul({ k: 0.5 }), new Square(), new Tanh(), new Mul({ k: -3 })]),
    defaultX: [[1.2]],
    defaultStep: 9,
  },
};

/** Eight layers: one row of products for each parameter, and factors that all of them share. */
export const EightLayers: Story = {
  name: 'Eight layers',
  args: {
    model: () =>
      new Sequential(
        [0.9, 1.1, -1.2, 0.8].flatMap((k, i) => [
          new Mul({ k }),
          i % 2 ? new Tanh() : new Square(),
        ]),
      ),
    defaultX: [[1.1]],
    defaultStep: 12,
  },
};

const perceptron = () => new Sequential([new Linear(2, 1, { rng: createRng(4) }), new Sigmoid()]);

/** A perceptron at one point, with its loss on top. */
export const Perceptron: Story = {
  args: {
    model: perceptron,
    defaultX: [[1, -2]],
    loss: new BinaryCrossEntropy(),
    target: [[1]],
    defaultStep: 5,
  },
};

const mlp = () => {
  const rng = createRng(7);
  return new Sequential([
    new Linear(2, 3, { rng }),
    new ReLU(),
    new Linear(3, 1, { rng }),
    new Sigmoid(),
  ]);
};

/** A small network on a batch of four: every sample adds its share to the gradients. */
export const MLP: Story = {
  name: 'An MLP with batch 4',
  args: {
    model: mlp,
    defaultX: [
      [1, 0.5],
      [-1, 2],
      [0.3, -0.7],
      [-2, -1],
    ],
    loss: new BinaryCrossEntropy(),
    target: [[1], [0], [1], [0]],
    defaultStep: 1,
  },
};

/** The engine's lines for the step, and the notebook's: point at a name to see its numbers. */
export const LockStep: Story = {
  name: 'Code in lock-step',
  args: { ...MLP.args, defaultStep: 8, code: 'open' },
  play: async ({ canvasElement }) => {
    // The listing wakes up when a reader comes near.
    canvasElement.querySelector('[data-pancake="LayerCode"]')!.scrollIntoView();
    const term = canvasElement.querySelector('.pancake-formula [data-term="dL_dF2"]')!;
    await waitFor(async () => {
      await userEvent.hover(term);
      const lit = canvasElement.querySelectorAll('.pancake-code-listing [data-linked]');
      await expect(lit.length).toBeGreaterThan(0);
      await userEvent.unhover(term);
    });
    scrollTo(0, 0);
    await userEvent.hover(term);
  },
};

/** One value used twice, inside a residual block: its gradient comes back along both ways. */
export const FanOut: Story = {
  name: 'One value used twice',
  args: {
    model: () => new Sequential([new Residual(new Sequential([])), new Square()]),
    defaultX: [[3]],
    names: { input: 'a', values: ['b', 'E'] },
    defaultStep: 4,
  },
};

/** A run's own model, as it is now: point at a dot to follow it. */
export const Live: Story = {
  render: (args) => (
    <Pancake data="simple" model={[2, 3, 1]} seed={3}>
      <TrainerControls />
      <DecisionBoundary />
      <ChainRuleStepper {...args} defaultStep={8} />
    </Pancake>
  ),
};

/** The reader works every result out. */
export const HiddenAnswers: Story = {
  name: 'Hidden answers',
  args: { defaultHideAnswers: true, defaultStep: 4 },
};

/** A wrong answer gets a hint, an expression is as good as a number. */
export const Answering: Story = {
  args: { defaultHideAnswers: true, defaultStep: 1 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('textbox', { name: /^M/ });
    await userEvent.type(field, '-21{Enter}');
    await expect(canvas.getByText(/sign/i)).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'k·v{Enter}');
    await expect(canvasElement.querySelector('[data-factor="M"]')).toHaveTextContent('M = 21');
  },
};

/** Through all steps, with buttons and with the arrow keys. */
export const ThroughAllSteps: Story = {
  name: 'Through all steps',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(
      canvas.getByText(/M = 0\.5 × 42 = 21\./, { selector: '[role=status] *' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect(
      canvas.getByText(/dE\/dv = 42 × 0\.5 = 21\./, { selector: '[role=status] *' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{End}');
    await expect(canvas.getAllByText('21.00025')[0]).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Start again' })).toBeVisible();
  },
};

/** The sliders change every number at once, at any step. */
export const Sliding: Story = {
  args: { defaultStep: 5 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await fireEvent.change(canvas.getByRole('slider', { name: 'k' }), { target: { value: '-2' } });
    await fireEvent.change(canvas.getByRole('slider', { name: 'v' }), { target: { value: '10' } });
    await expect(canvas.getByText('k = −2, v = 10')).toBeVisible();
  },
};

/** Negative numbers and long ones. */
export const LongNumbers: Story = {
  name: 'Long numbers',
  args: { defaultK: 0.9913112285501614, defaultV: -3.9094716948130825, defaultStep: 6 },
};

/** A very small ε: truncation error turns into rounding error. */
export const TinyEpsilon: Story = {
  name: 'Tiny epsilon',
  args: { defaultStep: 6, defaultEpsilon: 1e-12 },
};

/** Numbers too large to compute with are said to be so. */
export const TooLarge: Story = { name: 'Too large', args: { defaultV: 1e200, defaultStep: 6 } };

/** A model without layers. */
export const Empty: Story = { args: { model: () => new Sequential([]), defaultX: [[1]] } };

function Owned() {
  const [step, setStep] = useState(2);
  return (
    <>
      <p>This page owns the step: it is {step}.</p>
      <ChainRuleStepper step={step} onStepChange={setStep} />
    </>
  );
}

/** The page owns the step. */
export const Controlled: Story = { render: () => <Owned /> };
