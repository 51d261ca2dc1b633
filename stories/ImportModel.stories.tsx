// ImportModel: a model from a file, into the run.
import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  DecisionBoundary,
  ExportProgram,
  ImportModel,
  Pancake,
  TrainerControls,
} from 'react-pancake';
import { createTrainer, toJSON, toONNX } from 'react-pancake/engine';
import { expect, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Figures/ImportModel',
  component: ImportModel,
} satisfies Meta<typeof ImportModel>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A model that was trained elsewhere. */
function trained() {
  const trainer = createTrainer({ data: 'moons', points: 60, model: [2, 6, 1], seed: 3 });
  trainer.step('epoch', 60);
  return trainer;
}
const fileOf = (content: BlobPart, name: string) => new File([content], name);
const open = (canvasElement: HTMLElement, file: File) =>
  userEvent.upload(canvasElement.querySelector<HTMLInputElement>('input[type=file]')!, file, {
    applyAccept: false,
  });

const render = () => (
  <Pancake data="moons" points={60} model={[2, 4, 1]}>
    <ImportModel />
    <DecisionBoundary />
    <TrainerControls />
    <ExportProgram defaultFormat="onnx" maxHeight={180} />
  </Pancake>
);

/** Before a file is opened: a button, and a place to drop it. */
export const NothingYet: Story = { render };

/** A model in ONNX: the run begins with it. */
export const FromONNX: Story = {
  render,
  play: async ({ canvasElement }) => {
    await open(canvasElement, fileOf(toONNX(trained()), 'moons.onnx'));
    await expect(
      await within(canvasElement).findByText(/^moons\.onnx: Sequential\(Linear\(2, 6\)/),
    ).toBeVisible();
  },
};

/** One that was saved as JSON. */
export const FromJSON: Story = {
  render,
  play: async ({ canvasElement }) => {
    await open(canvasElement, fileOf(JSON.stringify(toJSON(trained().model)), 'moons.json'));
    await expect(
      await within(canvasElement).findByText(/25 parameters\. The run begins with it\./),
    ).toBeVisible();
  },
};

/** A file that is no model is refused in words, and the run stays as it was. */
export const NoModel: Story = {
  render,
  play: async ({ canvasElement }) => {
    await open(canvasElement, fileOf('x,y,label\n1,2,0\n', 'points.csv'));
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent(
      'points.csv could not be opened. fromONNX: this is not a whole ONNX file',
    );
  },
};
