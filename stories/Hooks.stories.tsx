// The hooks: a figure of one's own.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef } from 'react';
import { TrainerControls, useTrainer, useTrainerFrame, useTrainerValue } from 'react-pancake';
import type { Trainer } from 'react-pancake/engine';
import { expect, userEvent, within } from 'storybook/test';

const meta = { title: 'Hooks' } satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

function Weights({ trainer }: { trainer: Trainer }) {
  const line = useRef<SVGLineElement>(null);
  const text = useRef<HTMLElement>(null);
  useTrainerFrame(({ model }) => {
    const [weight, bias] = model.parameters();
    const [w1, w2] = weight!.value.data as unknown as [number, number];
    const b = bias!.value.data[0]!;
    // The line where w1 x + w2 y + b = 0, at x = −5 and x = 5.
    line.current?.setAttribute('y1', String(-(5 * w1 - b) / w2));
    line.current?.setAttribute('y2', String((5 * w1 + b) / w2));
    text.current!.textContent = [w1, w2, b]
      .map((value) => value.toFixed(3).replace('-', '−'))
      .join('  ');
  }, trainer);
  return (
    <>
      <svg viewBox="-5 -5 10 10" width="240" role="img" aria-label="The neuron's line">
        <rect
          x="-5"
          y="-5"
          width="10"
          height="10"
          fill="none"
          stroke="currentColor"
          strokeWidth="0.05"
        />
        <line ref={line} x1="-5" x2="5" y1="0" y2="0" stroke="currentColor" strokeWidth="0.1" />
      </svg>
      <p>
        w1, w2, b: <b ref={text} />
      </p>
    </>
  );
}

function Epoch({ trainer }: { trainer: Trainer }) {
  const epoch = useTrainerValue((run) => run.epoch, trainer);
  return <p>epoch {epoch}</p>;
}

function OwnFigure() {
  const trainer = useTrainer({ data: 'simple', model: [2, 1], batchSize: 'full' });
  return (
    <>
      <Weights trainer={trainer} />
      <Epoch trainer={trainer} />
      <TrainerControls trainer={trainer} />
    </>
  );
}

/**
 * `useTrainer` makes a run, `useTrainerFrame` draws its line in every frame without rendering, and
 * `useTrainerValue` gives React the epoch a few times a second.
 */
export const AFigureOfYourOwn: Story = {
  name: 'A figure of your own',
  render: () => <OwnFigure />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await expect(canvas.getByText('epoch 1', { selector: 'p' })).toBeVisible();
  },
};
