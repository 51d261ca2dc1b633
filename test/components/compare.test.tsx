// A comparison: every run has the numbers that it has alone, at one epoch, on the same axes.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Compare, type CompareProps } from '../../src/components/compare';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const options: TrainerOptions = { data: 'moons', points: 40, seed: 3, speed: 60 };
const runs = [
  { name: 'narrow', model: [2, 2, 1] },
  { name: 'wide', model: [2, 20, 1] },
];

function show(props: Partial<CompareProps> = {}) {
  const view = render(<Compare runs={runs} options={options} {...props} />);
  act(() => frames.tick());
  const root = view.container.querySelector<HTMLElement>('[data-pancake="Compare"]')!;
  const charts = () => [...root.querySelectorAll<HTMLElement>('[data-pancake="LossChart"]')];
  return { root, charts, ...view };
}

const lossesAlone = (epoch: number) =>
  runs.map(({ model }) => {
    const trainer = createTrainer({ ...options, model });
    if (epoch) trainer.step('epoch', epoch);
    return trainer.now.loss;
  });

describe('the runs', () => {
  it('have their names, their sizes, and the numbers that they have alone', async () => {
    const { root, charts } = show();
    expect(within(root).getByText('9 parameters')).toBeVisible();
    expect(within(root).getByText('81 parameters')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    act(() => frames.tick());
    expect(charts().map(({ dataset }) => Number(dataset['loss']))).toEqual(lossesAlone(1));
    expect(root.dataset['epoch']).toBe('1');
  });

  it('play in step, and pause at one epoch', async () => {
    const { root, charts } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Play all' }));
    act(() => frames.run(0.5));
    expect(root.dataset['status']).toBe('running');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    act(() => frames.tick());
    const epoch = Number(root.dataset['epoch']);
    expect(epoch).toBeGreaterThan(10);
    expect(charts().map(({ dataset }) => dataset['epoch'])).toEqual([`${epoch}`, `${epoch}`]);
    expect(charts().map(({ dataset }) => Number(dataset['loss']))).toEqual(lossesAlone(epoch));
  });

  it('start over together, from the same or from new weights', async () => {
    const { root, charts } = show();
    const losses = () => charts().map(({ dataset }) => Number(dataset['loss']));
    const before = losses();
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    act(() => frames.tick());
    expect(root.dataset['epoch']).toBe('0');
    expect(losses()).toEqual(before);
    await userEvent.click(screen.getByRole('button', { name: 'New weights' }));
    act(() => frames.tick());
    expect(losses()).toEqual(
      runs.map(({ model }) => createTrainer({ ...options, model, seed: 4 }).now.loss),
    );
  });
});

describe('the picture', () => {
  it('has the same axes in every chart', async () => {
    const { root, charts } = show();
    for (let i = 0; i < 12; i++) {
      await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    }
    act(() => frames.tick());
    const ticks = charts().map((chart) =>
      [...chart.querySelectorAll('.pancake-axis text')].map(({ textContent }) => textContent),
    );
    expect(ticks[0]!.length).toBeGreaterThan(2);
    expect(ticks[1]).toEqual(ticks[0]);
    expect(root).toHaveAccessibleDescription(/Epoch 12\. Loss, from the lowest: /);
  });

  it('tells the runs in words, the best one first', async () => {
    const { root } = show();
    for (let i = 0; i < 5; i++) {
      await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    }
    const [narrow, wide] = lossesAlone(5);
    const order = narrow! < wide! ? /narrow .*wide/ : /wide .*narrow/;
    expect(root).toHaveAccessibleDescription(order);
  });
});

describe('what is compared', () => {
  it.each([
    ['models', ['Minimal', 'Shallow', 'Deep', 'Over-parametrised']],
    ['activations', ['ReLU', 'Tanh', 'Sigmoid', 'Sin']],
    ['optimizers', ['SGD', 'Momentum', 'RMSProp', 'Adam']],
  ] as const)('can be %s by name, for any data', (name, names) => {
    const { root } = show({ runs: name, options: { data: 'blobs', points: 30 } });
    const sections = [...root.querySelectorAll<HTMLElement>('[data-run]')];
    expect(sections.map(({ dataset }) => dataset['run'])).toEqual(names);
  });

  it('changes with its options while the runs go on, and anew with other names', async () => {
    const { root, container, rerender } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    rerender(<Compare runs={runs} options={{ ...options, learningRate: 0.5 }} />);
    expect(root.dataset['epoch']).toBe('1');
    rerender(<Compare runs={[{ name: 'one', model: [2, 3, 1] }]} options={options} />);
    expect(container.querySelectorAll('[data-run]')).toHaveLength(1);
    expect(container.querySelector('[data-pancake="Compare"]')).toHaveAttribute('data-epoch', '0');
  });

  it('can be shown in a way of one’s own', () => {
    show({ children: (trainer, name) => <p>{`${name} ${trainer.model.describe()}`}</p> });
    expect(screen.getByText(/narrow Sequential\(Linear\(2, 2\)/)).toBeVisible();
  });
});

it('plays by itself if asked to, once in strict mode, and stops when it goes', () => {
  const { container, unmount } = render(
    <StrictMode>
      <Compare runs={runs} options={{ ...options, autoplay: true }} />
    </StrictMode>,
  );
  act(() => frames.run(0.5));
  const root = container.querySelector<HTMLElement>('[data-pancake="Compare"]')!;
  expect(root.dataset['status']).toBe('running');
  expect(Number(root.dataset['epoch'])).toBeGreaterThan(10);
  expect(Number(root.dataset['epoch'])).toBeLessThan(40);
  unmount();
  frames.tick();
  expect(frames.pending).toBe(0);
});
