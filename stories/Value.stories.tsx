// Value: live numbers in sentences.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, Pancake, TrainerControls, Value } from 'react-pancake';
import { expect, fireEvent, userEvent, within } from 'storybook/test';

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

/** Numbers that can be dragged, stepped with the arrow keys, or typed. */
export const Editable: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={{ maxWidth: 560, lineHeight: 1.6 }}>
        Train with a learning rate of <Value of="learningRate" editable /> on{' '}
        <Value of="batchSize" editable /> points at a time, out of{' '}
        <Value of="points" editable max={400} /> with a noise of <Value of="noise" editable />, and
        hold the weights small with an L2 rate of <Value of="l2" editable />. The first weight is{' '}
        <Value of={{ parameter: '0.weight', place: 0 }} editable />; after <Value of="epoch" />{' '}
        epochs the loss is <Value of="loss" />.
      </p>
      <DecisionBoundary />
      <TrainerControls />
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const rate = canvas.getByRole('spinbutton', { name: 'learning rate' });
    await userEvent.click(rate);
    await userEvent.keyboard('{ArrowUp}');
    await expect(rate).toHaveTextContent('0.13');
    await userEvent.dblClick(rate);
    await userEvent.keyboard('0.5{Enter}');
    await expect(canvas.getByRole('spinbutton', { name: 'learning rate' })).toHaveTextContent(
      '0.5',
    );
  },
};

/** A finger drags it sideways; up and down it scrolls the page. */
export const ByTouch: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={{ maxWidth: 560, lineHeight: 1.6 }}>
        A dropout of <Value of="dropout" editable /> silences that share of the hidden neurons in
        each step, and <Value of="batchSize" editable /> points make a step.
      </p>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const size = within(canvasElement).getByRole('spinbutton', { name: 'batch size' });
    const at = (clientX: number) => ({
      pointerType: 'touch',
      isPrimary: true,
      pointerId: 1,
      clientX,
      clientY: 0,
    });
    await fireEvent.pointerDown(size, at(0));
    await fireEvent.pointerMove(size, at(10));
    await fireEvent.pointerMove(size, at(40));
    await fireEvent.pointerUp(size, at(40));
    await expect(size).toHaveTextContent('15');
  },
};

/** What will not do is said, and nothing is changed. */
export const Mistyped: Story = {
  render: () => (
    <Pancake data="moons" points={100} model={[2, 8, 1]} seed={7}>
      <p style={{ maxWidth: 560, lineHeight: 1.6 }}>
        A learning rate of <Value of="learningRate" editable max={1} /> is enough here.
      </p>
    </Pancake>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.dblClick(canvas.getByRole('spinbutton'));
    await userEvent.keyboard('lots{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      '(“lots” is not a number; it stays at 0.1)',
    );
  },
};
