// <Answer>: a number that the reader works out.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Answer, AnswerHints } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Figures/Answer',
  component: Answer,
  args: {
    name: 'dE/dv',
    question: {
      value: 21,
      kind: 'gradient',
      names: { k: 0.5, v: 42, M: 21.5 },
      factors: [
        { term: 'dE_dM', name: 'dE/dM', value: 42 },
        { term: 'dM_dv', name: 'dM/dv', value: 0.5, isLocal: true },
      ],
    },
  },
  render: (args) => (
    <div className="pancake">
      <AnswerHints>
        <p>With E = (k·v)², k = 0.5 and v = 42, dE/dM is 42 and dM/dv is 0.5. What is dE/dv?</p>
        <Answer {...args} layout="line" />
      </AnswerHints>
    </div>
  ),
} satisfies Meta<typeof Answer>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A number behind a question mark. */
export const Hidden: Story = {};

const answered =
  (typed: string, said: RegExp): Story['play'] =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), `${typed}{Enter}`);
    await expect(canvas.getByRole('status')).toHaveTextContent(said);
  };

/** A number. */
export const Right: Story = { play: answered('21', /^Right: dE\/dv = 21/) };

/** A fraction. */
export const Fraction: Story = { play: answered('42/2', /^Right/) };

/** An expression, with names from the page. */
export const Expression: Story = { play: answered('k·v', /^Right/) };

/** The sign is wrong. */
export const WrongSign: Story = { name: 'Wrong sign', play: answered('-21', /the sign is not/) };

/** A factor is missing. */
export const MissingFactor: Story = {
  name: 'Missing factor',
  play: answered('42', /dE\/dM alone; it still has to be multiplied by dM\/dv/),
};

/** The sum over the batch was forgotten. */
export const ForgottenSum: Story = {
  name: 'Forgotten sum',
  args: {
    name: 'dL/dw',
    question: { value: 0.7, kind: 'gradient', names: {}, shares: [0.1, 0.4, -0.2, 0.4] },
  },
  render: (args) => (
    <div className="pancake">
      <AnswerHints>
        <p>Four samples add 0.1, 0.4, −0.2 and 0.4 to the gradient of w. What is dL/dw?</p>
        <Answer {...args} layout="line" />
      </AnswerHints>
    </div>
  ),
  play: answered('0.1', /add up all 4 of the batch/),
};

/** What cannot be read is said, with its place. */
export const Unreadable: Story = { play: answered('42 ×', /Expected a number after ×/) };

/** The reader gives up. */
export const GivenAway: Story = {
  name: 'Given away',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^show/ }));
    await expect(canvas.getByRole('button', { name: /^hide/ })).toBeVisible();
  },
};

/** In the middle of a sentence, with the hint over what is below. */
export const InALine: Story = {
  name: 'In a line',
  render: (args) => (
    <p>
      The derivative of E by v is <Answer {...args} layout="line" /> at this place, which you can
      check by measuring.
    </p>
  ),
  play: answered('-21', /the sign is not/),
};
