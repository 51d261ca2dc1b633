// <ChainRuleStepper>: every factor of the chain rule as a symbol and a number.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { ChainRuleStepper } from 'react-pancake';
import { expect, fireEvent, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Figures/ChainRuleStepper',
  component: ChainRuleStepper,
} satisfies Meta<typeof ChainRuleStepper>;
export default meta;

type Story = StoryObj<typeof meta>;

/** At the beginning only k and v are known. */
export const Start: Story = {};

/** Halfway: the forward pass is done, the first factor is known. */
export const Halfway: Story = { args: { defaultStep: 3 } };

/** Multiplying what came in by the local slope. */
export const Multiplying: Story = { args: { defaultStep: 4 } };

/** The parameter's derivative reuses what came in. */
export const Parameter: Story = { args: { defaultStep: 5 } };

/** The end: the numerical slope beside the chain rule's. */
export const Checked: Story = { args: { defaultStep: 6 } };

/** Through all steps, with buttons and with the arrow keys. */
export const ThroughAllSteps: Story = {
  name: 'Through all steps',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('M = 0.5 × 42 = 21.');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect(canvas.getByRole('status')).toHaveTextContent('dE/dv = 42 × 0.5 = 21.');
    await userEvent.keyboard('{End}');
    await expect(canvas.getByText('21.00025')).toBeVisible();
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
    await expect(canvas.getByText(/dE\/dk = −40 × 10 = −400\./)).toBeVisible();
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

/** An ε so small beside v that the computer's v + ε is v. */
export const VanishingEpsilon: Story = {
  name: 'Vanishing epsilon',
  args: { defaultStep: 6, defaultV: 1e6, defaultEpsilon: 1e-12 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(
      'ε = 10⁻¹² is too small beside v = 1000000',
    );
  },
};

/** Typed nonsense is refused; the last good value stays. */
export const Nonsense: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByLabelText('k, exact value');
    await userEvent.clear(field);
    await userEvent.type(field, 'three');
    await expect(canvas.getByRole('alert')).toHaveTextContent('“three” is not a number');
    await expect(canvas.getByText('k = 0.5, v = 42')).toBeVisible();
  },
};

/** Numbers too large to compute with are said to be so. */
export const TooLarge: Story = { name: 'Too large', args: { defaultV: 1e200, defaultStep: 6 } };

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

/** On a dark page. */
export const Dark: Story = { args: { defaultStep: 4 }, globals: { theme: 'dark' } };

/** In a narrow column the line goes down and the tiles wrap like a sentence. */
export const Narrow: Story = {
  args: { defaultStep: 6 },
  render: (args) => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <ChainRuleStepper {...args} />
    </div>
  ),
};

/** The longest numbers in the narrowest column. */
export const NarrowLongNumbers: Story = {
  ...Narrow,
  name: 'Narrow, long numbers',
  args: LongNumbers.args!,
};

/** Every step, and the states at the edges. */
export const States: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 48 }}>
      {[0, 1, 2, 3, 4, 5, 6].map((step) => (
        <ChainRuleStepper key={step} defaultStep={step} />
      ))}
      <ChainRuleStepper {...LongNumbers.args} />
      <ChainRuleStepper {...VanishingEpsilon.args} />
      <ChainRuleStepper {...TooLarge.args} />
      <ChainRuleStepper theme="dark" style={{ background: '#14171c' }} defaultStep={4} />
    </div>
  ),
};
