// <ChainRuleStepper>: every factor of the chain rule as a symbol and a number.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { ChainRuleStepper } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

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
    await expect(canvas.getByRole('status')).toHaveTextContent('So dE/dv = 21.');
    await userEvent.keyboard('{End}');
    await expect(canvas.getByText('21.00025')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Start again' })).toBeVisible();
  },
};

/** A very small ε: truncation error turns into rounding error. */
export const TinyEpsilon: Story = {
  name: 'Tiny epsilon',
  args: { defaultStep: 6, defaultEpsilon: 1e-12 },
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

/** In a narrow column the tiles wrap like a sentence. */
export const Narrow: Story = {
  args: { defaultStep: 6 },
  render: (args) => (
    <div style={{ width: 320, maxWidth: '100%' }}>
      <ChainRuleStepper {...args} />
    </div>
  ),
};
