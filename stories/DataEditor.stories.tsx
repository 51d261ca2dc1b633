// <DataEditor>: the points, under the reader's hands.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DataEditor, DecisionBoundary, Pancake, TrainerControls } from 'react-pancake';
import { expect, fireEvent, userEvent, within } from 'storybook/test';

const meta = {
  title: 'Figures/DataEditor',
  component: DataEditor,
  render: (args) => (
    <Pancake data="moons" points={80} model={[2, 6, 1]} activation="Tanh" seed={7}>
      <DataEditor {...args} />
    </Pancake>
  ),
} satisfies Meta<typeof DataEditor>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Press to add, drag to move, spray, erase, undo. */
export const Drawing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const root = canvasElement.querySelector<HTMLElement>('[data-pancake="DataEditor"]')!;
    const plane = canvas.getByRole('application');
    const { left, top, width, height } = plane.getBoundingClientRect();
    const place = { clientX: left + 0.8 * width, clientY: top + 0.85 * height };
    const event = { pointerId: 1, isPrimary: true, button: 0, pointerType: 'mouse', ...place };
    await fireEvent.pointerDown(plane, event);
    await fireEvent.pointerUp(plane, event);
    await expect(root).toHaveAttribute('data-train', '65');
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await expect(root).toHaveAttribute('data-train', '64');
  },
};

/** Drag a point while the run plays: the boundary answers. */
export const Live: Story = {
  parameters: { wide: true },
  render: () => (
    <Pancake data="circles" points={80} model={[2, 6, 1]} activation="Tanh" seed={7}>
      <TrainerControls />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32, marginTop: 20 }}>
        <DataEditor style={{ flex: '1 1 320px' }} />
        <DecisionBoundary style={{ flex: '1 1 280px' }} />
      </div>
    </Pancake>
  ),
};

/** CSV is looked at before it is taken; what is wrong is told line by line. */
export const CSV: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Paste or open CSV' }));
    await fireEvent.change(canvas.getByLabelText('Lines of x, y and label'), {
      target: { value: 'x,y,label\n1,2,red\n-1,drei,blue\n0,0.5,red\n2,-2,blue\n4,4\n' },
    });
    await expect(canvas.getByText('Line 3: "drei" is not a number')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use the 3 good lines' })).toBeEnabled();
  },
};

/** Everything by keyboard: a cursor, Enter, digits for the class. */
export const ByKeyboard: Story = {
  name: 'By keyboard',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowUp}{ArrowUp}{/Shift}1{Enter}');
    await expect(canvas.getByRole('status')).toHaveTextContent('Added.');
  },
};

/** Three classes. */
export const ThreeClasses: Story = {
  name: 'Three classes',
  render: (args) => (
    <Pancake data="blobs" points={90} model={[2, 6, 3]} seed={7}>
      <DataEditor {...args} />
    </Pancake>
  ),
};

/** Numbers to predict: each point has the colour of its value. */
export const Regression: Story = {
  render: (args) => (
    <Pancake data="bumps" points={120} model={[2, 8, 1]} activation="Tanh">
      <DataEditor {...args} />
    </Pancake>
  ),
};

/** With nothing to learn from: the run goes on with the last data. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Clear' }));
  },
};

/** Only what the lesson needs. */
export const ForALesson: Story = {
  name: 'For a lesson',
  args: { tools: ['add', 'move'], hide: ['csv', 'download', 'noise', 'seed', 'points', 'split'] },
};

/** To be looked at only. */
export const Locked: Story = { args: { lock: true } };

/** Twenty thousand points are drawn on a canvas. */
export const Many: Story = {
  render: (args) => (
    <Pancake data="spiral" points={20000} model={[2, 6, 1]}>
      <DataEditor {...args} />
    </Pancake>
  ),
};
