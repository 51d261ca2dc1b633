// The stepper on models of every kind: what the page says is what the engine computed.
import { fireEvent, render, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/a11y';
import {
  BinaryCrossEntropy,
  ChainRuleStepper,
  LayerNorm,
  Linear,
  MeanSquaredError,
  Mul,
  ReLU,
  Sequential,
  Sigmoid,
  Softmax,
  Tanh,
  Tensor,
  createRng,
  trace,
  type ChainRuleStepperProps,
  type Layer,
} from '../../src';
import '../../src/theme/style.css';
import { cases } from '../support/long';

const parameterNames: Record<string, string> = { weight: 'W', bias: 'b' };

/** A model of two to eight layers at a batch, with or without a loss, from a seed. */
function randomChain(seed: number) {
  const rng = createRng(seed);
  const count = 2 + rng.int(7);
  let width = 1 + rng.int(3);
  const inputs = width;
  const layers = Array.from({ length: count }, (): Layer => {
    const kind = rng.int(8);
    if (kind === 0) return new Mul({ k: rng.normal() });
    if (kind === 1) return new Tanh();
    if (kind === 2) return new Sigmoid();
    if (kind === 3) return new Softmax();
    if (kind === 4) return new LayerNorm(width);
    if (kind === 5) return new ReLU();
    const from = width;
    width = 1 + rng.int(3);
    return new Linear(from, width, { rng });
  });
  const samples = 1 + rng.int(4);
  const table = (rows: number, columns: number) =>
    Tensor.from(
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => rng.normal())),
    );
  const loss = rng.int(2) ? new MeanSquaredError() : undefined;
  return {
    model: new Sequential(layers),
    x: table(samples, inputs),
    loss,
    target: table(samples, width),
    sample: rng.int(samples),
    samples,
    rng,
  };
}

function show(props: ChainRuleStepperProps) {
  const view = render(<ChainRuleStepper {...props} code="none" />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="ChainRuleStepper"]')!;
  return { root, ...view };
}

/** The numbers of an element, however many they are. */
function numbersOf(element: HTMLElement): number[] {
  const { value, values } = element.dataset;
  return (values ?? value ?? '').split(' ').filter(Boolean).map(Number);
}

type Matrix = { rows: number; columns: number; values: number[] };

function matrixOf(tile: HTMLElement): Matrix {
  const values = numbersOf(tile);
  const shape = /(\d+) × (\d+)$/.exec(tile.querySelector('.pancake-heat')?.textContent ?? '1 × 1')!;
  return { rows: Number(shape[1]), columns: Number(shape[2]), values };
}

function times(a: Matrix, b: Matrix): Matrix {
  const values = Array.from({ length: a.rows * b.columns }, (_, at) => {
    const [row, column] = [Math.floor(at / b.columns), at % b.columns];
    let sum = 0;
    for (let i = 0; i < a.columns; i++) {
      sum += a.values[row * a.columns + i]! * b.values[i * b.columns + column]!;
    }
    return sum;
  });
  return { rows: a.rows, columns: b.columns, values };
}

function absolute({ values, ...shape }: Matrix): Matrix {
  return { ...shape, values: values.map(Math.abs) };
}

/** @param size the size of the numbers that were added up, which may cancel out */
function expectClose(
  actual: readonly number[],
  expected: readonly number[],
  size = Math.max(...expected.map(Math.abs)),
) {
  const scale = size || 1;
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - expected[i]!) / scale).toBeLessThan(1e-9));
}

const seeds = Array.from({ length: cases(200, 8) }, (_, seed) => seed);

describe.each([0, 1, 2, 3])('random models, lot %i', (lot) => {
  const own = seeds.filter((seed) => seed % 4 === lot);

  it('have the engine’s numbers in the page, to the digits shown', () => {
    for (const seed of own) {
      const { model, x, loss, target, sample, samples } = randomChain(seed);
      const output = model.predict(x).clone();
      const dOut = loss?.gradient(output, target);
      const steps = trace(model, x, dOut);
      const { root, unmount } = show({
        model,
        x,
        ...(loss && { loss, target }),
        sample,
        step: 999,
      });
      const top = loss ? 'L' : output.size > 1 ? 'S' : `F${steps.length}`;
      const row = (whole: Tensor) => {
        const size = whole.size / samples;
        return Array.from(whole.data.subarray(sample * size, (sample + 1) * size));
      };
      const said = new Map<string, number[]>([['x', row(x)]]);
      steps.forEach((step, place) => {
        said.set(`F${place + 1}`, row(step.output));
        said.set(`d${top}_d${place === 0 ? 'x' : `F${place}`}`, row(step.gradIn));
      });
      for (const [term, numbers] of said) {
        const shown = [...root.querySelectorAll<HTMLElement>(`[data-term="${term}"]`)].filter(
          (one) => numbersOf(one).length > 0 && !one.closest('table'),
        );
        // A short chain has no place for the gradients in its middle, but as folded products.
        const isInside = term.startsWith('d') && !term.endsWith('_dx');
        const isLine = root.querySelector('.pancake-line') !== null;
        if (!(isInside && isLine)) {
          expect(shown.length, `seed ${seed}: ${term}`).toBeGreaterThan(0);
        }
        for (const element of shown) {
          expectClose(numbersOf(element), numbers);
          const text = element.querySelector('.pancake-known')?.textContent;
          if (text !== undefined)
            expect(text).toBe(formatShort(Number(element.dataset['value']), 7));
        }
      }
      // The gradients of the parameters, in the table that compares them with measured ones.
      steps.forEach((step, place) => {
        for (const { name, added } of step.parameters) {
          const letter =
            step.type === 'LayerNorm' && name === 'weight' ? 'g' : (parameterNames[name] ?? name);
          const term = `d${top}_d${letter}${place + 1}`;
          const steepest = Math.max(...Array.from(added.data, Math.abs));
          const cell = root.querySelector<HTMLElement>(`tr[data-term="${term}"] [data-analytic]`)!;
          const shown = Number(cell.dataset['analytic']);
          expect(Math.abs(shown)).toBe(steepest);
          expect(cell).toHaveTextContent(formatShort(shown, 7));
        }
      });
      unmount();
    }
  });

  it('keep every product as it is, however it is folded', () => {
    for (const seed of own) {
      const { model, x, loss, target, sample, rng } = randomChain(seed);
      const { root, unmount } = show({
        model,
        x,
        ...(loss && { loss, target }),
        sample,
        step: 999,
      });
      let size: number | undefined;
      const check = () => {
        const [line] = root.querySelectorAll<HTMLElement>('.pancake-product-row');
        const tiles = [...line!.querySelectorAll<HTMLElement>('.pancake-tile[data-factor]')];
        const [whole, ...parts] = tiles.filter((one) => !one.closest('.pancake-measured'));
        if (parts.length === 0) return 0;
        const product = parts.map(matrixOf).reduce(times);
        // Of the factors as they are before anything is folded.
        size ??= Math.max(...parts.map(matrixOf).map(absolute).reduce(times).values);
        expectClose(product.values, matrixOf(whole!).values, size);
        return parts.length;
      };
      let parts = check();
      const folds = () => within(root).queryAllByRole('button', { name: /^Fold / });
      while (folds().length > 0) {
        const all = folds();
        fireEvent.click(all[rng.int(all.length)]!);
        const left = check();
        expect(left).toBe(parts - 1);
        parts = left;
      }
      expect(parts).toBe(1);
      const unfold = within(root).queryAllByRole('button', { name: /^Unfold / });
      if (unfold.length > 0) fireEvent.click(unfold[0]!);
      expect(check()).toBeGreaterThanOrEqual(1);
      unmount();
    }
  });

  it('say in words what each step does', () => {
    for (const seed of own) {
      const { model, x, loss, target, sample } = randomChain(seed);
      const props = { model, x, ...(loss && { loss, target }), sample };
      const { root, rerender, unmount } = show({ ...props, step: 0 });
      const count = Number(
        /of (\d+)$/.exec(root.querySelector('.pancake-steps-count')!.textContent)![1],
      );
      expect(count).toBeGreaterThan(4);
      for (let step = 0; step < count; step++) {
        rerender(<ChainRuleStepper {...props} step={step} code="none" />);
        const said = root.querySelector('.pancake-steps > [role="status"]')!.textContent;
        expect(said.length, `seed ${seed}, step ${step}`).toBeGreaterThan(10);
        expect(said, `seed ${seed}, step ${step}`).not.toMatch(
          /too large|undefined|NaN|∞|\d × \d+\.$/,
        );
      }
      unmount();
    }
  });
});

describe('four functions', () => {
  const props: ChainRuleStepperProps = {
    model: new Sequential([1.5, -2, 0.5, 3].map((k) => new Mul({ k }))),
    x: [[2]],
    names: { parameters: [{ k: 'w1' }, { k: 'w2' }, { k: 'w3' }, { k: 'w4' }] },
    step: 999,
  };
  const symbols = (row: Element) =>
    [...row.querySelectorAll('.pancake-product-part .pancake-tile')].map((tile) =>
      tile.getAttribute('data-term'),
    );

  it('are the products of the lesson, in both orders', async () => {
    const { root } = show(props);
    const rows = [...root.querySelectorAll('.pancake-product-row')];
    expect(rows.map(symbols)).toEqual([
      ['dF4_dF3', 'dF3_dF2', 'dF2_dF1', 'dF1_dx'],
      ['dF4_dw4'],
      ['dF4_dF3', 'dF3_dw3'],
      ['dF4_dF3', 'dF3_dF2', 'dF2_dw2'],
      ['dF4_dF3', 'dF3_dF2', 'dF2_dF1', 'dF1_dw1'],
    ]);
    const lefts = () =>
      [...rows[0]!.querySelectorAll('.pancake-product-part')].map(
        (part) => part.getBoundingClientRect().left,
      );
    const inOrder = (values: number[]) =>
      values.every((value, i) => i === 0 || value > values[i - 1]!);
    expect(inOrder(lefts())).toBe(true);
    await userEvent.selectOptions(
      within(root).getByRole('combobox', { name: 'Order of the factors' }),
      'first layer first',
    );
    expect(inOrder(lefts().reverse())).toBe(true);
  });

  it('fold over any neighbours, by mouse and by keyboard, and unfold again', async () => {
    const { root } = show(props);
    const user = userEvent.setup();
    const first = () => symbols(root.querySelector('.pancake-product-row')!);
    await user.click(within(root).getAllByRole('button', { name: /^Fold ∂F4\/∂F3 and/ })[0]!);
    expect(first()).toEqual(['dF4_dF2', 'dF2_dF1', 'dF1_dx']);
    expect(root).toHaveTextContent('∂F4/∂F2 = ∂F4/∂F3 · ∂F3/∂F2 = 3 × 0.5.');
    const tile = root.querySelector<HTMLElement>('[data-factor="dF4_dF2"]')!;
    expect(tile.dataset['value']).toBe('1.5');
    within(root)
      .getAllByRole('button', { name: /^Fold ∂F4\/∂F2 and/ })[0]!
      .focus();
    await user.keyboard('{Enter}');
    expect(first()).toEqual(['dF4_dF1', 'dF1_dx']);
    // The parameters' products are folded over the same values.
    expect(symbols(root.querySelector('[data-by="w1"]')!)).toEqual(['dF4_dF1', 'dF1_dw1']);
    await user.click(within(root).getAllByRole('button', { name: 'Unfold ∂F4/∂F1' })[0]!);
    expect(first()).toEqual(['dF4_dF3', 'dF3_dF2', 'dF2_dF1', 'dF1_dx']);
  });

  it('mark the factors that a parameter shares with the others', async () => {
    const { root } = show(props);
    await userEvent.hover(root.querySelector('[data-by="w2"] .pancake-tile')!);
    const shared = [...root.querySelectorAll('.pancake-product-part[data-shared]')].map((part) => [
      part.closest('[data-by]')!.getAttribute('data-by'),
      part.querySelector('.pancake-tile')!.getAttribute('data-term'),
    ]);
    expect(shared).toEqual([
      ['x', 'dF4_dF3'],
      ['x', 'dF3_dF2'],
      ['w3', 'dF4_dF3'],
      ['w2', 'dF4_dF3'],
      ['w2', 'dF3_dF2'],
      ['w1', 'dF4_dF3'],
      ['w1', 'dF3_dF2'],
    ]);
  });

  it('count what sharing saves', () => {
    const { root } = show(props);
    const { dataset } = root.querySelector<HTMLElement>('.pancake-product-costs')!;
    // Shared: 3 on the way to x, and 1 for each of w3, w2, w1. Alone: 3 + 0 + 1 + 2 + 3.
    expect(dataset).toMatchObject({ shared: '6', alone: '9', allShared: '6', allAlone: '9' });
  });
});

describe('a batch', () => {
  const model = new Sequential([
    new Linear(2, 3, { rng: createRng(7) }),
    new ReLU(),
    new Linear(3, 1, { rng: createRng(8) }),
    new Sigmoid(),
  ]);
  const x = [
    [1, 0.5],
    [-1, 2],
    [0.3, -0.7],
    [-2, -1],
  ];
  const props: ChainRuleStepperProps = {
    model,
    x,
    loss: new BinaryCrossEntropy(),
    target: [[1], [0], [1], [0]],
  };

  it('follows the sample that is chosen, and adds up over all of them', async () => {
    const { root } = show({ ...props, defaultStep: 1 });
    const user = userEvent.setup();
    await user.click(within(root).getByRole('button', { name: 'Next sample' }));
    expect(root.dataset['sample']).toBe('1');
    const steps = trace(model, x, props.loss!.gradient(model.predict(x), props.target!));
    const value = root.querySelector<HTMLElement>('.pancake-chain-quantity[data-term="F1"]')!;
    expect(numbersOf(value)).toEqual(Array.from(steps[0]!.output.data.subarray(3, 6)));
    await user.keyboard('{Tab}');
    within(root).getByRole('button', { name: 'Next' }).focus();
    for (let i = 0; i < 11; i++) await user.keyboard('{ArrowRight}');
    expect(root).toHaveTextContent('each of the 4 samples adds its share to the gradient of W1');
    const { added } = steps[0]!.parameters[0]!;
    const steepest = Array.from(added.data).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const line = root.querySelector('[aria-label^="dL/dW1["]')!;
    expect(line.getAttribute('aria-label')!.split(' = ').at(-1)).toBe(formatShort(steepest, 4));
  });

  it('lights a term in the stack, the products and the formula together', async () => {
    const { root } = show({ ...props, defaultStep: 8 });
    const inFormula = root.querySelector('.pancake-formula [data-term="dL_dF3"]')!;
    await userEvent.hover(inFormula);
    const lit = [...root.querySelectorAll('[data-linked]')];
    expect(lit.every((one) => one.getAttribute('data-term') === 'dL_dF3')).toBe(true);
    expect(lit.some((one) => one.closest('.pancake-chain-slab'))).toBe(true);
    expect(lit.some((one) => one.closest('.pancake-formula'))).toBe(true);
  });

  it('lights a term’s line of code too', async () => {
    const view = render(<ChainRuleStepper {...props} defaultStep={8} code="open" />);
    view.container.querySelector('[data-pancake="LayerCode"]')!.scrollIntoView();
    const listing = () => view.container.querySelector('.pancake-code-listing');
    await waitFor(() => expect(listing()).not.toBeNull());
    const term = view.container.querySelector('.pancake-formula [data-term="dL_dF3"]')!;
    await userEvent.hover(term);
    const lit = [...view.container.querySelectorAll('[data-linked]')];
    expect(lit.some((one) => one.closest('.pancake-code-listing'))).toBe(true);
    await userEvent.hover(view.container.querySelector('.pancake-code-listing [data-term]')!);
    const id = view.container.querySelector('.pancake-code-listing [data-linked]')!;
    const others = view.container.querySelectorAll(`[data-linked]:not(.pancake-code-term)`);
    expect(others.length).toBeGreaterThan(0);
    expect(others[0]!.getAttribute('data-term')).toBe(id.getAttribute('data-term'));
  });
});

describe('answers to be worked out', () => {
  it('hide each result until it is typed, as a number, a fraction or an expression', async () => {
    const given: string[] = [];
    const { root } = show({
      defaultHideAnswers: true,
      defaultStep: 1,
      onAnswer: ({ typed, verdict, step }) => given.push(`${step}: ${typed} is ${verdict.kind}`),
    });
    const user = userEvent.setup();
    expect(root.querySelector<HTMLElement>('[data-factor="M"]')!.dataset['value']).toBeUndefined();
    expect(root).toHaveTextContent('What is M? Work it out');
    const type = async (text: string) => {
      const field = within(root).getByRole('textbox', { name: /^M/ });
      await user.clear(field);
      await user.type(field, `${text}{Enter}`);
    };
    await type('-21');
    expect(root).toHaveTextContent(/sign/i);
    await type('k·v');
    expect(root.querySelector<HTMLElement>('[data-factor="M"]')!.dataset['value']).toBe('21');
    expect(given).toEqual(['1: -21 is wrong', '1: k·v is right']);
    await user.click(within(root).getByRole('button', { name: 'Next' }));
    expect(root.querySelector<HTMLElement>('[data-factor="E"]')!.dataset['value']).toBeUndefined();
    await user.click(within(root).getByRole('checkbox', { name: 'Let me work it out' }));
    expect(root.querySelector<HTMLElement>('[data-factor="E"]')!.dataset['value']).toBe('441');
  });

  it('give no result away in the formulas, the tensors or the code', () => {
    const { container } = render(
      <ChainRuleStepper hideAnswers defaultStep={4} code="open" defaultK={0.375} />,
    );
    expect(container.textContent).not.toContain('11.8125');
    expect(container.innerHTML).not.toContain('11.8125');
  });
});
