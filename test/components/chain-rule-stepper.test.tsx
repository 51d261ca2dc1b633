// The chain rule stepper against reference numbers, and worked with buttons, keys and nonsense.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { userEvent as realUser } from 'vitest/browser';
import { ChainRuleStepper, type ChainRuleStepperProps } from '../../src';
import '../../src/theme/style.css';
import cases from '../reference/chain-rule.json';

const factors = ['M', 'E', 'dE_dM', 'dM_dv', 'dE_dv', 'dM_dk', 'dE_dk', 'slope'] as const;

function show(props: ChainRuleStepperProps = {}) {
  const view = render(<ChainRuleStepper {...props} />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="ChainRuleStepper"]')!;
  const factor = (name: string) => root.querySelector<HTMLElement>(`[data-factor="${name}"]`)!;
  return { root, factor, ...view };
}

describe('every factor', () => {
  it.each(cases)('is that of the reference at k = $k, v = $v', (expected) => {
    const { root, factor } = show({
      defaultK: expected.k,
      defaultV: expected.v,
      defaultEpsilon: expected.eps,
      defaultStep: 6,
    });
    for (const name of factors) {
      const shown = Number(factor(name).dataset['value']);
      expect(Math.abs(shown - expected[name])).toBeLessThanOrEqual(1e-9 * Math.abs(expected[name]));
    }
    expect(root.dataset['loss']).toBe(factor('E').dataset['value']);
  });

  it('is shown as symbol and number', () => {
    const { factor } = show({ defaultStep: 6 });
    expect(factor('M')).toHaveTextContent('M = 21');
    expect(factor('E')).toHaveTextContent('E = 441');
    expect(factor('dE_dM')).toHaveTextContent('∂E∂M2M = 42');
    expect(factor('dM_dv')).toHaveTextContent('∂M∂vk = 0.5');
    expect(factor('dE_dv')).toHaveTextContent('∂E∂v21');
    expect(factor('dM_dk')).toHaveTextContent('∂M∂kv = 42');
    expect(factor('dE_dk')).toHaveTextContent('∂E∂k1764');
    expect(factor('slope')).toHaveTextContent('21.00025');
  });

  it('is a question mark until its step, and keeps its place', async () => {
    const { root, factor } = show();
    const user = userEvent.setup();
    const known = [
      [],
      ['M'],
      ['M', 'E'],
      ['M', 'E', 'dE_dM'],
      ['M', 'E', 'dE_dM', 'dM_dv', 'dE_dv'],
      ['M', 'E', 'dE_dM', 'dM_dv', 'dE_dv', 'dM_dk', 'dE_dk'],
      [...factors],
    ];
    const height = root.offsetHeight;
    for (const [step, names] of known.entries()) {
      expect(root.dataset['step']).toBe(String(step));
      expect(factors.filter((name) => factor(name).dataset['value'] !== undefined)).toEqual(names);
      const hidden = factors.filter((name) => !(names as string[]).includes(name));
      for (const name of hidden) expect(factor(name)).toHaveTextContent('?not worked out yet');
      expect(root.offsetHeight).toBe(height);
      if (step < 6) await user.click(screen.getByRole('button', { name: 'Next' }));
    }
  });
});

describe('the steps', () => {
  it('go by buttons, and start again at the end', async () => {
    const { root } = show();
    const user = userEvent.setup();
    expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('status')).toHaveTextContent(
      'Forward: multiply v by k. M = 0.5 × 42 = 21.',
    );
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(root).toHaveTextContent('step 1 of 7');
    for (let i = 0; i < 6; i++) await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(root.dataset['step']).toBe('0');
  });

  it('go by arrow keys, Home and End, but not while a number is typed', async () => {
    const { root } = show();
    const user = userEvent.setup();
    screen.getByRole('button', { name: 'Next' }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(root.dataset['step']).toBe('1');
    await user.keyboard('{End}{ArrowRight}');
    expect(root.dataset['step']).toBe('6');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(root.dataset['step']).toBe('0');
    await user.click(screen.getByLabelText('k, exact value'));
    await user.keyboard('{ArrowRight}{End}');
    expect(root.dataset['step']).toBe('0');
  });

  it('light up what is being multiplied', () => {
    const { root } = show({ defaultStep: 4 });
    const lit = [...root.querySelectorAll<HTMLElement>('[data-lit]')];
    expect(lit.map(({ dataset }) => dataset['factor'])).toEqual(['dE_dv', 'dM_dv']);
  });

  it('may belong to the page', async () => {
    const asked: number[] = [];
    function Page() {
      const [step, setStep] = useState(2);
      return (
        <ChainRuleStepper
          step={step}
          onStepChange={(next) => {
            asked.push(next);
            if (next !== 4) setStep(next);
          }}
        />
      );
    }
    const { container } = render(<Page />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(asked).toEqual([3, 4]);
    expect(container.querySelector('[data-step]')).toHaveAttribute('data-step', '3');
  });
});

describe('the numbers', () => {
  it('change with the sliders, at every step', async () => {
    const asked: number[] = [];
    const { factor } = show({ defaultStep: 6, onVChange: (v) => asked.push(v) });
    screen.getByRole('slider', { name: 'v' }).focus();
    await realUser.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(asked).toEqual([41, 40]);
    expect(factor('E')).toHaveTextContent('E = 400');
    expect(factor('dE_dk')).toHaveTextContent('1600');
  });

  it('can be typed, beyond the sliders too', async () => {
    const { factor, root } = show({ defaultStep: 6 });
    const user = userEvent.setup();
    const field = screen.getByLabelText('v, exact value');
    await user.clear(field);
    await user.type(field, '-1000');
    expect(root).toHaveTextContent('k = 0.5, v = −1000');
    expect(factor('dE_dv')).toHaveTextContent('−500');
  });

  it('stay as they were when nonsense is typed, with a message', async () => {
    const { root } = show({ defaultStep: 6 });
    const user = userEvent.setup();
    const field = screen.getByLabelText('k, exact value');
    await user.clear(field);
    await user.type(field, '1e');
    expect(screen.getByRole('alert')).toHaveTextContent(
      '“1e” is not a number; the last good value stays.',
    );
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(root).toHaveTextContent('k = 1, v = 42');
    await user.tab();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field).toHaveValue('1');
  });

  it('are never NaN: too large ones are said to be so', () => {
    const { root } = show({ defaultV: 1e200, defaultStep: 6 });
    expect(screen.getByRole('status')).toHaveTextContent('These numbers grow too large');
    expect(root.textContent).not.toMatch(/NaN|Infinity|∞/);
  });

  it('show how the measured slope loses its digits when ε is tiny', async () => {
    const { factor } = show({ defaultStep: 6, defaultEpsilon: 1e-6 });
    const error = () => Math.abs(Number(factor('slope').dataset['value']) - 21);
    const fine = error();
    screen.getByRole('slider', { name: 'ε' }).focus();
    await realUser.keyboard('{Home}');
    expect(factor('slope')).toHaveTextContent('ε = 1.00·10⁻¹²');
    expect(error()).toBeGreaterThan(100 * fine);
    await realUser.keyboard('{End}');
    expect(error()).toBeCloseTo(0.025, 6);
  });
});
