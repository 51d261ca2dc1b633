// Predict: the reader commits to an answer before the page shows what happens.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, LossChart, Pancake, Predict, TrainerControls } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'In prose/Predict',
  component: Predict,
} satisfies Meta<typeof Predict>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A number; a fraction or an expression will do. */
export const ANumber: Story = {
  args: {
    question: 'E = M², and M = 21. What is dE/dM?',
    answer: 42,
    children: <p>The slope of M² is 2 M.</p>,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), '2 * 21');
    await userEvent.click(canvas.getByRole('button', { name: 'That is my answer' }));
    await expect(canvas.getByText('That is right.')).toBeVisible();
  },
};

/** A choice; what it holds is shown afterwards. */
export const AChoice: Story = {
  args: {
    question: 'The learning rate is ten times as large. What will the loss do?',
    choices: ['fall faster', 'fall more slowly', 'rise'],
    answer: 'fall faster',
    children: (
      <Pancake data="simple" model={[2, 1]} learningRate={0.3} batchSize="full">
        <LossChart height={180} />
        <TrainerControls />
      </Pancake>
    ),
  },
};

/** A curve; the loss of the run is drawn over it, and Play works only then. */
export const ASketchedCurve: Story = {
  args: { question: '' },
  render: () => (
    <Pancake data="simple" model={[2, 10, 10, 1]} seed={3} batchSize="full" learningRate={0.1}>
      <Predict
        question="How will the loss go, over 200 epochs?"
        sketch={{ epochs: 200, max: 0.8 }}
        reveal="unlock"
      >
        <div className="pancake-whole">
          <DecisionBoundary />
          <TrainerControls />
        </div>
      </Predict>
    </Pancake>
  ),
};
