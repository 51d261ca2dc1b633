// Set: words in a sentence that set options of the run.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, LossChart, Pancake, Set, TrainerControls, Value } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'In prose/Set',
  component: Set,
} satisfies Meta<typeof Set>;
export default meta;

type Story = StoryObj<typeof meta>;

const prose = { maxWidth: 560, lineHeight: 1.6 };

/** A press sets the options; another one puts back what was there. */
export const InASentence: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={prose}>
        The learning rate is <Value of="learningRate" />. With{' '}
        <Set learningRate={3}>
          a learning rate of 3 the steps go far beyond the bottom of the valley
        </Set>
        , and with <Set learningRate={0.001} /> nothing seems to happen. Or let{' '}
        <Set optimizer="Adam" batchSize="full">
          Adam look at all points at once
        </Set>
        . Then <Set then="reset">start over</Set>, or <Set then="play" />.
      </p>
      <DecisionBoundary />
      <LossChart />
      <TrainerControls />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const rate = canvasElement.querySelector('[data-of="learningRate"]')!;
    const set = canvas.getByRole('button', { name: 'learning rate 0.001' });
    await userEvent.click(set);
    await expect(rate).toHaveTextContent('0.001');
    await expect(set).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Enter}');
    await expect(rate).toHaveTextContent('0.1');
    await expect(set).toHaveAttribute('aria-pressed', 'false');
  },
};

/** One of several: what is in force is marked. */
export const OneOfSeveral: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7} activation="Tanh">
      <p style={prose}>
        Compare <Set activation="ReLU">ReLU</Set>, <Set activation="Tanh">Tanh</Set> and{' '}
        <Set activation="Sigmoid">Sigmoid</Set>; each starts over.
      </p>
      <DecisionBoundary />
      <TrainerControls />
    </Pancake>
  ),
};

/** Setting, starting over and playing in one press. */
export const AndPlay: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={prose}>
        Watch how{' '}
        <Set learningRate={1} then={['reset', 'play']}>
          a learning rate of 1
        </Set>{' '}
        does from the beginning.
      </p>
      <LossChart />
      <TrainerControls />
    </Pancake>
  ),
};

/** What the run does not accept is said in the sentence, and nothing is changed. */
export const Refused: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={prose}>
        Try <Set loss="CrossEntropy">the cross-entropy for several classes</Set> on two classes.
      </p>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvas.getByRole('alert')).toHaveTextContent(/this data is binary/);
    await expect(canvas.getByRole('button')).toHaveAttribute('aria-pressed', 'false');
  },
};

/** On a dark page. */
export const Dark: Story = { ...InASentence, globals: { theme: 'dark' }, play: undefined };
