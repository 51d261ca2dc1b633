// Value: live numbers in sentences.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Pancake, TrainerControls, Value } from 'react-pancake';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'In prose/Value',
  component: Value,
  args: { of: 'loss' },
} satisfies Meta<typeof Value>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Step, and the sentence counts along. */
export const InASentence: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={{ maxWidth: 560, lineHeight: 1.6 }}>
        This network has <Value of="parameters" /> parameters. After <Value of="epoch" /> epochs at
        a learning rate of <Value of="learningRate" />, its loss on the <Value of="points" />{' '}
        training points is <b>{<Value of="loss" />}</b>, and <Value of="wrong" /> of them are on the
        wrong side: it is right about <Value of="accuracy" />.
      </p>
      <TrainerControls />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const epoch = canvasElement.querySelector('[data-of="epoch"]')!;
    await expect(epoch).toHaveTextContent('0');
    await userEvent.click(canvas.getByRole('button', { name: /Step/ }));
    await expect(epoch).toHaveTextContent('1');
  },
};

/** Any number of the run, read by a function. */
export const OfYourOwn: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p>
        The first weight is{' '}
        <Value of={(_, { model }) => model.parameters()[0]!.value.data[0]!} digits={4} />.
      </p>
      <TrainerControls />
    </Pancake>
  ),
};
