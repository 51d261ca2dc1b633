// What every figure has: the list of its keys, its numbers as a table, and a message where it cannot be shown.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Layer, Linear, LossChart, Pancake, Sequential, Tensor } from 'react-pancake';
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { useTrained } from './support';

const meta = { title: 'Figures/Every figure', tags: ['!autodocs'] } satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

function Trained() {
  return (
    <LossChart trainer={useTrained({ data: 'moons', points: 60, model: [2, 6, 1], seed: 7 }, 12)} />
  );
}

const press =
  (key: string): Story['play'] =>
  async ({ canvasElement }) => {
    within(canvasElement).getByRole('slider').focus();
    await userEvent.keyboard(key);
  };

/** The question mark lists the keys. */
export const Keys: Story = {
  render: () => <Trained />,
  play: async (context) => {
    await press('?')!(context);
    const { body } = context.canvasElement.ownerDocument;
    await waitFor(() => expect(within(body).getByRole('dialog')).toBeVisible());
  },
};

/** T shows the numbers as a table. */
export const Numbers: Story = {
  render: () => <Trained />,
  play: async (context) => {
    await press('t')!(context);
    const { body } = context.canvasElement.ownerDocument;
    await waitFor(() => expect(within(body).getByRole('dialog')).toBeVisible());
  },
};

const quiet = () => {
  spyOn(console, 'error').mockImplementation(() => {});
};

/** An option that makes no sense: the figure says what was given, and the rest of the page stays. */
export const CannotBeShown: Story = {
  name: 'Cannot be shown',
  beforeEach: quiet,
  render: () => (
    <>
      <Pancake data="moons" learningRate={-1} />
      <Trained />
    </>
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(/learningRate.*-1/);
  },
};

class Half extends Layer {
  override get type() {
    return 'Half';
  }
  forward(x: Parameters<Layer['forward']>[0]): never {
    throw new Error(`Half expected an even number of columns, got ${Tensor.from(x).shape[1]}.`);
  }
  backward(): never {
    throw new Error('There is nothing to go back from.');
  }
}

/** A layer of one's own that fails: the run stops and says why. */
export const LayerFails: Story = {
  name: 'A layer fails',
  beforeEach: quiet,
  render: () => (
    <Pancake data="moons" points={60} model={() => new Sequential([new Linear(2, 1), new Half()])}>
      <LossChart />
    </Pancake>
  ),
};
