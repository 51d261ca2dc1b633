// <LayerCode>: the code that does a layer's step, and the numbers behind its names.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { LayerCode, type LayerCodeProps } from 'react-pancake';
import {
  Layer,
  Linear,
  Mul,
  ReLU,
  Sequential,
  Sigmoid,
  Square,
  Tensor,
  createRng,
  trace,
  type TensorLike,
} from 'react-pancake/engine';
import { expect, fireEvent, userEvent, within } from 'storybook/test';

type Phase = LayerCodeProps['phase'];

/** One layer of a model on a batch, with the names that a chain would give it. */
function stepOf(model: Layer, x: TensorLike, place: number) {
  const step = trace(model, x)[place]!;
  const names = {
    place: place + 1,
    input: place === 0 ? 'x' : `F${place}`,
    output: `F${place + 1}`,
    objective: 'L',
    parameters: Object.fromEntries(
      step.parameters.map(({ name }) => [
        name,
        `${{ weight: 'W', bias: 'b' }[name] ?? name}${place + 1}`,
      ]),
    ),
  };
  return { step, names };
}

const four = [
  [1, 2],
  [2, 1],
  [3, 2],
  [2, 3],
];
const perceptron = () =>
  new Sequential([new Linear(2, 3, { rng: createRng(1) }), new Sigmoid(), new ReLU()]);

const meta = {
  title: 'Figures/LayerCode',
  component: LayerCode as never,
} satisfies Meta<LayerCodeProps>;
export default meta;

type Story = StoryObj<LayerCodeProps>;

const term = (root: HTMLElement, text: string) =>
  within(root).getAllByText(text, { selector: '.pancake-code-term' })[0]!;
const reading = (root: HTMLElement) =>
  root.querySelector<HTMLElement>('.pancake-code-reading[data-reading]');

/** A Linear layer forward: the line that remembers and the lines that compute are marked. */
export const LinearForward: Story = {
  args: { ...stepOf(perceptron(), four, 0), phase: 'forward' },
  play: async ({ canvasElement }) => {
    const lit = [...canvasElement.querySelectorAll('[aria-current="step"]')];
    const texts = lit.map((line) => line.textContent.trim());
    await expect(texts).toContain(
      'kernelsOf(output).linear(output, input, this.weight, this.bias);',
    );
    await expect(texts).toContain('self.input = x');
    await expect(texts).toContain('return x @ self.w.T + self.b');
  },
};

/** Backward, to what came in: the gradient of the input. */
export const LinearBackward: Story = {
  args: { ...stepOf(perceptron(), four, 0), phase: 'backward' },
};

/** Backward, to the parameters: the lines with `+=`, summed over the batch. */
export const LinearParameters: Story = {
  args: { ...stepOf(perceptron(), four, 0), phase: 'parameters' },
};

/** An activation: a frame that is common to all, and the formula of one number. */
export const Activation: Story = {
  args: { ...stepOf(perceptron(), four, 1), phase: 'backward' },
};

/** The notebook's k, on the number 42. */
export const ScalarChain: Story = {
  name: 'The notebook’s k',
  args: {
    ...stepOf(new Sequential([new Mul({ k: 0.5 }), new Square()]), [[42]], 0),
    phase: 'parameters',
  },
};

/** A pointer on a name shows the tensor that it stands for, wherever it is written. */
export const Pointed: Story = {
  name: 'Pointed at',
  args: { ...stepOf(perceptron(), four, 0), phase: 'parameters' },
  play: async ({ canvasElement }) => {
    const pointed = term(canvasElement, 'self.grad_w');
    await userEvent.hover(pointed);
    await expect(reading(canvasElement)).toHaveTextContent('∂L/∂W1 shape 3 × 2');
    await expect(term(canvasElement, 'gradWeight')).toHaveAttribute('data-linked');
    await userEvent.unhover(pointed);
  },
};

/** A finger that taps a name leaves its numbers there. */
export const Tapped: Story = {
  args: { ...stepOf(perceptron(), four, 0), phase: 'forward' },
  play: async ({ canvasElement }) => {
    const tapped = term(canvasElement, 'this.weight');
    await fireEvent.pointerOver(tapped, { pointerType: 'touch' });
    tapped.focus();
    await fireEvent.pointerLeave(tapped.closest('[role="group"]')!, { pointerType: 'touch' });
    await expect(reading(canvasElement)).toHaveTextContent('W1 shape 3 × 2');
  },
};

/** One stop for a listing; arrow keys go into it, from name to name, and Escape out again. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  args: { ...stepOf(perceptron(), four, 0), phase: 'forward', defaultShow: 'numpy' },
  play: async ({ canvasElement }) => {
    const listing = within(canvasElement).getByRole('group', { name: /in NumPy/ });
    listing.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(document.activeElement).toHaveTextContent('self.input');
    await userEvent.keyboard('{ArrowDown}');
    await expect(reading(canvasElement)).toHaveAttribute('data-reading', 'x');
    await userEvent.keyboard('{ArrowRight}');
    await expect(reading(canvasElement)).toHaveAttribute('data-reading', 'W1');
    await userEvent.keyboard('{Escape}');
    await expect(document.activeElement).toBe(listing);
  },
};

/** A large tensor is summarised: its shape, its range, its mean and how it begins. */
export const Large: Story = {
  args: {
    ...stepOf(
      new Sequential([new Linear(64, 100, { rng: createRng(2) })]),
      Tensor.full([8, 64], 0.5),
      0,
    ),
    phase: 'forward',
  },
  play: async ({ canvasElement }) => {
    await userEvent.hover(term(canvasElement, 'self.w'));
    await expect(reading(canvasElement)).toHaveTextContent(/shape 100 × 64.*from −.* to .*, mean/);
  },
};

/** A layer that a reader wrote: its own code, and a word on why there is nothing beside it. */
class Cube extends Layer {
  private input?: Tensor;
  override get type() {
    return 'Cube';
  }
  forward(x: TensorLike) {
    this.input = this.accept(x);
    return new Tensor(
      this.input.data.map((value) => value * value * value),
      this.input.shape,
    );
  }
  backward(dOut: TensorLike) {
    const { data } = this.acceptGradient(dOut, this.input?.shape);
    const slopes = this.input!.data.map((value, i) => 3 * value * value * data[i]!);
    return new Tensor(slopes, this.input!.shape);
  }
}

export const OwnLayer: Story = {
  name: 'A layer of one’s own',
  args: { ...stepOf(new Sequential([new Cube()]), [[2, 3]], 0), phase: 'backward' },
};

function Steps() {
  const [phase, setPhase] = useState<Phase>('forward');
  return (
    <>
      <p>
        {(['forward', 'backward', 'parameters'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === phase}
            onClick={() => setPhase(one)}
          >
            {one}
          </button>
        ))}
      </p>
      <LayerCode {...stepOf(perceptron(), four, 0)} phase={phase} />
    </>
  );
}

/** From step to step the same listing stays, and other lines are marked. */
export const StepByStep: Story = {
  render: () => <Steps />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'parameters' }));
    const lit = [...canvasElement.querySelectorAll('[aria-current="step"]')];
    const texts = lit.map((line) => line.textContent.trim());
    await expect(texts).toContain('self.grad_b += d_out.sum(axis=0)');
    await expect(texts).not.toContain('return d_out @ self.w');
  },
};
