// Gradients that add up: what the bars show is what the steps find, with and without zeroGrad.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import {
  GradientAccumulation,
  Features,
  Sequential,
  Sigmoid,
  createTrainer,
  type GradientAccumulationProps,
  type TrainerOptions,
} from '../../src';
import '../../src/theme/style.css';

const options: TrainerOptions = { data: 'circles', model: [2, 4, 1], learningRate: 0.05, seed: 1 };

function show(given: TrainerOptions = options, props: GradientAccumulationProps = {}) {
  const trainer = createTrainer(given);
  const { container } = render(<GradientAccumulation trainer={trainer} {...props} />);
  const root = container.querySelector<HTMLElement>('[data-pancake="GradientAccumulation"]')!;
  const bars = () =>
    [...root.querySelectorAll<SVGElement>('g[data-step]')].map(({ dataset }) => ({
      step: Number(dataset['step']),
      held: Number(dataset['held']),
      used: Number(dataset['used']),
    }));
  const step = screen.queryByRole('button', { name: 'Take a step' });
  return { trainer, root, bars, step: step! };
}

/** The gradient of the number shown, after each training step of a run of its own. */
function gradients(
  given: TrainerOptions,
  { name, place }: { name: string; place: number },
  n: number,
) {
  const trainer = createTrainer(given);
  return Array.from({ length: n }, () => {
    trainer.step('batch');
    return trainer.model.parameters().find((own) => own.name === name)!.grad.data[place]!;
  });
}

const entry = { name: '0.weight', place: 3 };

describe.each([true, false])('with zeroGrad %s', (zeroGrad) => {
  it('shows what each step holds and uses', async () => {
    const given = { ...options, zeroGrad };
    const { bars, step } = show(given, { entry });
    const user = userEvent.setup();
    for (let i = 0; i < 5; i++) await user.click(step);
    const used = gradients(given, entry, 6);
    expect(bars()).toEqual(
      used.map((value, i) => ({ step: i, held: zeroGrad ? 0 : (used[i - 1] ?? 0), used: value })),
    );
  });
});

it('draws bars as high as the numbers, on a scale that says so', async () => {
  const { root, bars, step } = show({ ...options, zeroGrad: false }, { entry });
  for (let i = 0; i < 3; i++) await userEvent.click(step);
  const svg = root.querySelector('svg')!;
  const [low, high] = [Number(svg.dataset['low']), Number(svg.dataset['high'])];
  const groups = [...root.querySelectorAll('g[data-step]')];
  const zero = Number(root.querySelector('line[data-zero="true"]')!.getAttribute('y1'));
  groups.forEach((group, i) => {
    const { held, used } = bars()[i]!;
    const [grey, colored] = [...group.querySelectorAll('rect')];
    const pixels = (value: number) => (136 * Math.abs(value)) / (high - low);
    expect(Number(grey!.getAttribute('height'))).toBeCloseTo(pixels(held), 6);
    expect(Number(colored!.getAttribute('height'))).toBeCloseTo(pixels(used - held), 6);
    expect(Number(colored!.dataset['sign'])).toBe(Math.sign(used - held));
    // What the step would use with zeroGrad has a mark of its own, where that is another number.
    const alone = group.querySelector('circle');
    if (held === 0) expect(alone).toBeNull();
    else {
      const fromZero = Number(alone!.getAttribute('cy')) - zero;
      expect(-Math.sign(used - held) * fromZero).toBeCloseTo(pixels(used - held), 6);
    }
  });
});

it('switches zeroGrad by mouse, touch and keyboard, and the run notes it', async () => {
  const { trainer, step } = show();
  const user = userEvent.setup();
  const zeroGrad = screen.getByRole('switch', { name: 'zeroGrad' });
  expect(zeroGrad).toBeChecked();
  await user.click(step);
  await user.click(zeroGrad);
  expect(trainer.options.zeroGrad).toBe(false);
  await user.click(step);
  await user.click(step);
  expect(screen.getByRole('status')).toHaveTextContent('grad still holds');
  zeroGrad.focus();
  await user.keyboard(' ');
  expect(trainer.options.zeroGrad).toBe(true);
  await user.pointer({ keys: '[TouchA]', target: zeroGrad });
  expect(trainer.options.zeroGrad).toBe(false);
  expect(trainer.marks.map(({ kind }) => kind)).toContain('zeroGrad');
});

it('follows the run wherever it goes', () => {
  const { trainer, bars } = show();
  act(() => trainer.step('batch', 3));
  expect(bars().map(({ step }) => step)).toEqual([0, 3]);
  act(() => trainer.reset());
  expect(bars().map(({ step }) => step)).toEqual([0]);
  act(() => trainer.step('epoch', 40));
  act(() => trainer.reshape({ kind: 'addNeuron', layer: 0 }));
  expect(bars()).toHaveLength(1);
});

it('keeps the last 24 steps', async () => {
  const { bars, step } = show();
  const user = userEvent.setup();
  for (let i = 0; i < 30; i++) await user.click(step);
  expect(bars().map(({ step: at }) => at)).toEqual(Array.from({ length: 24 }, (_, i) => i + 7));
});

it('shows another number, chosen by the reader or the page', async () => {
  const onEntryChange = vi.fn();
  const { root } = show(options, { defaultEntry: entry, onEntryChange });
  expect(root).toHaveTextContent('The gradient of W1[1, 1], step by step');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Next number' }));
  expect(root.dataset['place']).toBe('4');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Parameter' }), 'b3');
  expect(root.dataset['parameter']).toBe('2.bias');
  expect(onEntryChange.mock.calls).toEqual([
    [{ name: '0.weight', place: 4 }],
    [{ name: '2.bias', place: 0 }],
  ]);
});

it('says why the next step cannot be taken, and keeps what was seen', async () => {
  const { trainer, root, bars, step } = show();
  await userEvent.click(step);
  act(() => trainer.set({ learningRate: 1e308 }));
  act(() => trainer.set({ l2: 1e10 }));
  expect(trainer.rehearse().failure).not.toBeNull();
  expect(root).toHaveTextContent(/The next step cannot be taken: .* became/);
  expect(step).toBeDisabled();
  expect(bars().length).toBeGreaterThan(0);
  expect(root.outerHTML).not.toMatch(/NaN/);
  act(() => trainer.set({ learningRate: 0.1, l2: 0 }));
  expect(step).toBeEnabled();
});

it('has a word for a model without parameters', () => {
  const { root } = show({
    data: 'circles',
    model: () => new Sequential([new Features(['x']), new Sigmoid()]),
  });
  expect(root).toHaveTextContent('This model has no parameters');
});
