// The fan-out: both rules as the engine runs them, beside the measured slope.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { userEvent as real } from 'vitest/browser';
import {
  FanOut,
  Mul,
  Residual,
  Sequential,
  Square,
  Tensor,
  numericalSlope,
  type FanOutProps,
  type FanOutWay,
  type Layer,
} from '../../src';
import '../../src/theme/style.css';

function show(props: FanOutProps = {}) {
  const { container } = render(<FanOut {...props} />);
  const root = container.querySelector<HTMLElement>('[data-pancake="FanOut"]')!;
  const number = (selector: string, name: string) =>
    Number(root.querySelector<HTMLElement>(selector)!.dataset[name]);
  return {
    root,
    value: (name: string) => number(`[data-term="${name}"][data-value]`, 'value'),
    gradient: () => number('dd[data-gradient]', 'gradient'),
    measured: () => number('[data-measured]', 'measured'),
    way: (part: string) => number(`g[data-gradient="${part}"]`, 'value'),
  };
}

const inner: Record<FanOutWay, () => Layer> = {
  nothing: () => new Sequential([]),
  mul: () => new Mul({ k: -0.75 }),
  square: () => new Square(),
};

describe.each(['nothing', 'mul', 'square'] as const)('b = a + f(a), with %s', (way) => {
  it.each([-2.5, 0, 1.25])('has the engine’s numbers at a = %f', (a) => {
    const block = new Residual(inner[way]());
    const b = block.forward([[a]]).data[0]!;
    const gradient = block.backward([[1]]).data[0]!;
    const x = Tensor.from([[a]]);
    const slope = numericalSlope(() => block.predict(x).data[0]!, x.data, 0, 1e-3);
    const figure = show({ way, a, k: -0.75 });
    expect(figure.value('a')).toBe(a);
    expect(figure.value('b')).toBe(b);
    expect(figure.gradient()).toBe(gradient);
    expect(figure.way('first') + figure.way('second')).toBe(gradient);
    expect(figure.measured()).toBe(slope);
    expect(figure.root.dataset['verdict']).toBe('agrees');
  });

  it('loses the gradient of the first way where it is overwritten, and measuring tells', () => {
    const {
      gradient,
      measured,
      way: along,
      root,
    } = show({ way, rule: 'overwrite', a: 2, k: -0.75 });
    expect(gradient()).toBe(along('second'));
    expect(measured() - gradient()).toBeCloseTo(along('first'), 2);
    expect(root.dataset['verdict']).toBe('differs');
    expect(root).toHaveTextContent(/✗ off by/);
  });
});

it('shows the factor, and strikes out the gradient that is lost', async () => {
  const { root } = show({ way: 'mul', k: -0.75 });
  expect(root.querySelector('svg')).toHaveTextContent('× −0.75');
  const first = root.querySelector('g[data-gradient="first"]')!;
  expect(first.querySelector('line')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /overwrite/ }));
  expect(first.querySelector('line')).not.toBeNull();
  expect(root.querySelector('g[data-gradient="second"] line')).toBeNull();
});

it('goes back a way a step: what the fork holds is added to, or replaced', async () => {
  const block = new Residual(new Square());
  block.forward([[1.5]]);
  const whole = block.backward([[1]]).data[0]!;
  const { root, way, gradient } = show({ way: 'square', a: 1.5, defaultStep: 0 });
  const tags = () => root.querySelectorAll('g[data-gradient]').length;
  const [back, next] = ['Back', 'Next'].map((name) => screen.getByRole('button', { name }));
  expect([tags(), gradient()]).toEqual([0, 0]);
  expect(back).toHaveAttribute('aria-disabled', 'true');
  next!.focus();
  await real.keyboard('{Enter}');
  expect([way('first'), way('add'), gradient()]).toEqual([1, 1, 1]);
  await real.keyboard('{Enter}');
  expect([way('second'), way('add'), gradient()]).toEqual([whole - 1, whole, whole]);
  expect(next).toHaveFocus();
  await userEvent.click(screen.getByRole('radio', { name: /overwrite/ }));
  expect(way('overwrite')).toBe(way('second'));
  await userEvent.pointer({ keys: '[TouchA]', target: back! });
  expect(root.dataset['step']).toBe('1');
  expect(screen.getByRole('status')).toHaveTextContent('Backward along the first way');
});

it('is switched by keyboard, and said aloud', async () => {
  const { root, gradient } = show();
  screen.getByRole('radio', { name: /^add/ }).focus();
  await real.keyboard('{ArrowRight}');
  expect(root.dataset['rule']).toBe('overwrite');
  expect(gradient()).toBe(1);
  expect(screen.getByRole('status')).toHaveTextContent('took the place of the first');
  await real.keyboard('{ArrowLeft}');
  expect(gradient()).toBe(2);
});

it('is switched by touch', async () => {
  const { root } = show();
  const target = screen.getByRole('radio', { name: /overwrite/ });
  await userEvent.pointer({ keys: '[TouchA]', target });
  expect(root.dataset['rule']).toBe('overwrite');
});

it('belongs to the page where the page says so', async () => {
  const asked = { rule: vi.fn(), way: vi.fn(), a: vi.fn(), epsilon: vi.fn(), step: vi.fn() };
  const { root } = show({
    rule: 'add',
    way: 'mul',
    a: 1,
    epsilon: 0.01,
    onRuleChange: asked.rule,
    onWayChange: asked.way,
    onAChange: asked.a,
    onEpsilonChange: asked.epsilon,
    step: 2,
    onStepChange: asked.step,
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: /overwrite/ }));
  await user.click(screen.getByRole('radio', { name: 'b = a + a²' }));
  screen.getByRole('slider', { name: 'a' }).focus();
  await real.keyboard('{ArrowRight}');
  screen.getByRole('slider', { name: 'ε' }).focus();
  await real.keyboard('{ArrowLeft}');
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(Object.values(asked).map((one) => one.mock.calls)).toEqual([
    [['overwrite']],
    [['square']],
    [[1.5]],
    [[0.001]],
    [[1]],
  ]);
  expect(root.dataset).toMatchObject({ rule: 'add', way: 'mul', step: '2' });
});

it('says so where ε can tell nothing', () => {
  const { root } = show({ way: 'square', a: 1000, epsilon: 1e-12, rule: 'overwrite' });
  expect(root.dataset['verdict']).toBe('unclear');
  expect(root).toHaveTextContent('this ε cannot tell');
});

it('says so where a number is too large, and keeps its controls', async () => {
  const { root } = show({ defaultWay: 'square', defaultA: 1e200 });
  expect(root).toHaveTextContent('too large to compute with');
  expect(root.outerHTML).not.toMatch(/NaN|Infinity/);
  await userEvent.click(screen.getByRole('radio', { name: 'b = a + a' }));
  expect(root).toHaveTextContent('1 + 1 = 2');
});

it('fits into 320 pixels', () => {
  const { root } = show({ style: { width: 320 }, defaultWay: 'square', defaultA: -3.25 });
  const { left, right } = root.getBoundingClientRect();
  for (const part of root.querySelectorAll('svg g, svg text, input, dd')) {
    const box = part.getBoundingClientRect();
    if (box.width === 0) continue;
    expect(box.left).toBeGreaterThanOrEqual(left - 0.5);
    expect(box.right).toBeLessThanOrEqual(right + 0.5);
  }
});
