// Code in lock-step: what is marked, what the names stand for, and what can be copied.
import { render, screen, within } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import elementwiseFile from '../../src/engine/layers/elementwise.ts?raw';
import linearFile from '../../src/engine/layers/linear.ts?raw';
import plainFile from '../../src/engine/kernels/plain.ts?raw';
import reluFile from '../../src/engine/layers/relu.ts?raw';
import {
  Layer,
  Linear,
  ReLU,
  Residual,
  SGD,
  Sequential,
  Sigmoid,
  Tensor,
  createRng,
  trace,
  type TensorLike,
} from '../../src/engine';
import {
  CodeListing,
  LayerCode,
  numpyOf,
  sourcesOf,
  type LayerCodeProps,
} from '../../src/components/code';
import { formatTight } from '../../src/a11y';
import '../../src/theme/style.css';

const files: Record<string, string> = {
  'src/engine/layers/elementwise.ts': elementwiseFile,
  'src/engine/layers/linear.ts': linearFile,
  'src/engine/layers/relu.ts': reluFile,
  'src/engine/kernels/plain.ts': plainFile,
};
const x = [
  [1, -2],
  [0.5, 3],
  [2, 2],
  [-1, 1],
];
const model = new Sequential([new Linear(2, 3, { rng: createRng(5) }), new ReLU(), new Sigmoid()]);
const nameOf = (place: number) => ({
  place: place + 1,
  input: place === 0 ? 'x' : `F${place}`,
  output: `F${place + 1}`,
  objective: 'L',
  parameters: { weight: `W${place + 1}`, bias: `b${place + 1}` },
});

function show(props: Partial<LayerCodeProps> = {}, place = 0, of: Layer = model) {
  const step = trace(of, x)[place]!;
  const whole = { step, names: nameOf(place), phase: 'forward' as const, ...props };
  const view = render(<LayerCode {...whole} />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="LayerCode"]')!;
  const again = (more: Partial<LayerCodeProps>) =>
    view.rerender(<LayerCode {...whole} {...more} />);
  return { step, root, again, ...view };
}

const marked = (root: HTMLElement) =>
  [...root.querySelectorAll('[aria-current="step"]')].map((line) => line.textContent.trim());
const listings = (root: HTMLElement) => within(root).getAllByRole('group', { name: /, in / });
const term = (root: HTMLElement, text: string) =>
  within(root).getAllByText(text, { selector: '.pancake-code-term' })[0]!;
const reading = (root: HTMLElement) => root.querySelector<HTMLElement>('[data-reading]');
const brackets = (tensor: Tensor) =>
  `[${(tensor.toArray() as number[][]).map((row) => `[${row.map(formatTight).join(', ')}]`).join(', ')}]`;

describe('the TypeScript', () => {
  it.each([
    [0, 'forward'],
    [0, 'backward'],
    [1, 'forward'],
    [1, 'backward'],
  ] as const)('of layer %i, %s, stands in the file at the line that is given', (place, phase) => {
    const { root } = show({ phase, show: 'typescript' }, place);
    const shown = listings(root);
    expect(shown).toHaveLength(2);
    for (const listing of shown) {
      const [, file] = [...listing.parentElement!.querySelector('p')!.children];
      const lines = files[file!.textContent]!.split('\n');
      for (const line of listing.querySelectorAll<HTMLElement>('[data-line]')) {
        const there = lines[Number(line.dataset['line']) - 1]!;
        expect(there.trim().replace(/\},$/, '}')).toBe(line.textContent.trim());
      }
    }
  });
});

describe('the marked lines', () => {
  it('are those that run in the phase, on both sides', () => {
    const { root, again } = show();
    expect(marked(root)).toEqual([
      'const input = (this.input = this.accept(x, this.nIn));',
      'this.outputShape = output.shape;',
      'kernelsOf(output).linear(output, input, this.weight, this.bias);',
      'return output;',
      'let sum = bias[o]!;',
      'for (let i = 0; i < columns; i++, k++) sum += weight[k]! * input[row + i]!;',
      'y[at] = sum;',
      'self.input = x',
      'return x @ self.w.T + self.b',
    ]);
    again({ phase: 'parameters' });
    expect(marked(root).filter((line) => line.startsWith('self'))).toEqual([
      'self.grad_w += d_out.T @ self.input',
      'self.grad_b += d_out.sum(axis=0)',
    ]);
    expect(marked(root)).not.toContain('return dIn;');
    again({ phase: 'backward' });
    expect(marked(root)).toContain('return dIn;');
    expect(marked(root)).toContain('return d_out @ self.w');
    expect(marked(root)).not.toContain('gb[o]! += d;');
  });

  it('can be said from outside, one after the other', () => {
    const { root } = show({ executing: ['remember'], show: 'numpy' });
    expect(marked(root)).toEqual(['self.input = x']);
  });

  it('have a sign in the margin beside their colour', () => {
    const { root } = show();
    const line = root.querySelector('[aria-current]')!;
    const other = root.querySelector('[data-line]:not([aria-current])')!;
    expect(getComputedStyle(line, '::before').backgroundImage).toContain('conic-gradient');
    expect(getComputedStyle(other, '::before').backgroundImage).toBe('none');
    expect(getComputedStyle(line).backgroundColor).not.toBe(
      getComputedStyle(other).backgroundColor,
    );
  });

  it('in a phase of parameters are none for a layer without, and that is said', () => {
    const { root } = show({ phase: 'parameters' }, 1);
    expect(marked(root)).toEqual([]);
    expect(root).toHaveTextContent('ReLU has no parameters: no line adds to a gradient.');
  });
});

describe('a name', () => {
  it('under the pointer shows its tensor, with the numbers of the step, and is lit everywhere', async () => {
    const { root, step } = show({ phase: 'parameters' });
    const added = step.parameters[0]!.added;
    await userEvent.hover(term(root, 'self.grad_w'));
    expect(reading(root)).toHaveAttribute('data-reading', 'dL_dW1');
    expect(reading(root)).toHaveTextContent(`∂L/∂W1 shape 3 × 2 ${brackets(added)}`);
    for (const same of ['gradWeight', 'gradW', 'gw', 'self.grad_w']) {
      expect(term(root, same)).toHaveAttribute('data-linked');
    }
    expect(term(root, 'gradBias')).not.toHaveAttribute('data-linked');
    await userEvent.hover(term(root, 'this.input'));
    expect(reading(root)).toHaveTextContent(`x shape 4 × 2 ${brackets(step.input)}`);
    await userEvent.hover(within(root).getByText('The marked lines', { exact: false }));
    expect(reading(root)).toBeNull();
  });

  it('is announced politely', async () => {
    const { root, step } = show({}, 2);
    await userEvent.hover(term(root, 'self.output'));
    const said = screen.getAllByRole('status').map((one) => one.textContent);
    expect(said.join('')).toMatch(/^F3, shape 4 by 3: 0\.\d/);
    expect(step.output.shape).toEqual([4, 3]);
  });

  it('that stands for many numbers shows how they lie', async () => {
    const wide = new Linear(20, 30, { rng: createRng(1) });
    const batch = Tensor.full([3, 20], 0.5);
    const step = trace(wide, batch)[0]!;
    const { root } = show({ step });
    await userEvent.hover(term(root, 'self.w'));
    const { data } = wide.weight;
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(reading(root)).toHaveTextContent('W1 shape 30 × 20 from −');
    const { 1: shownMean } = /mean (\S+):/.exec(reading(root)!.textContent)!;
    expect(Number(shownMean!.replace('−', '-'))).toBeCloseTo(mean, 4);
    expect(reading(root)).toHaveTextContent(formatTight(data[0]!));
  });

  it('follows a step that changes under the pointer', async () => {
    const { root, again } = show();
    await userEvent.hover(term(root, 'self.w'));
    const moved = new Linear(2, 3, { rng: createRng(9) });
    const step = trace(moved, x)[0]!;
    again({ step });
    expect(reading(root)).toHaveTextContent(brackets(moved.weight));
  });

  it('hides numbers that the page does not want to tell', async () => {
    const { root } = show({ phase: 'backward', isKnown: (id) => id !== 'dL_dx' });
    await userEvent.hover(term(root, 'dIn'));
    expect(reading(root)).toHaveTextContent('∂L/∂x not worked out yet');
    await userEvent.hover(term(root, 'dOut'));
    expect(reading(root)).toHaveTextContent('∂L/∂F1 shape 4 × 3');
  });

  it('keeps its numbers after a tap', async () => {
    const { root } = show();
    const tapped = term(root, 'this.bias');
    const touch = { pointerType: 'touch', bubbles: true };
    tapped.dispatchEvent(new PointerEvent('pointerover', touch));
    tapped.focus();
    tapped.dispatchEvent(
      new PointerEvent('pointerout', { ...touch, relatedTarget: document.body }),
    );
    await expect.element(page.elementLocator(root)).toHaveTextContent(/b1 shape 3/);
  });
});

describe('by keyboard', () => {
  it('a listing is one stop; arrows go from name to name, Escape goes back', async () => {
    const { root } = show();
    const [first, , numpy] = listings(root);
    within(root).getByRole('radio', { name: 'Both' }).focus();
    const at = () => document.activeElement!;
    await userEvent.keyboard('{Escape}{ArrowRight}');
    expect(at()).toBe(first);
    numpy!.focus();
    await userEvent.keyboard('{ArrowDown}');
    // Where something runs.
    expect(at().textContent).toBe('self.input');
    expect(reading(root)).toHaveAttribute('data-reading', 'x');
    await userEvent.keyboard('{ArrowDown}');
    expect(at().closest('[data-roles]')).toHaveTextContent('return x @ self.w.T + self.b');
    await userEvent.keyboard('{End}');
    expect(at().textContent).toBe('self.b');
    expect(reading(root)).toHaveAttribute('data-reading', 'b1');
    await userEvent.keyboard('{ArrowLeft}');
    expect(at().textContent).toBe('self.w');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(at()).toBe(numpy);
    expect(reading(root)).toBeNull();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(at()).toBe(numpy);
    await userEvent.tab();
    expect(root.contains(at())).toBe(false);
  });

  it('scrolls what is too long for its place, and never the page', async () => {
    const { root } = show({ style: { width: '288px' } });
    const [first] = listings(root);
    expect(first!.scrollWidth).toBeGreaterThan(first!.clientWidth);
    expect(root.scrollWidth).toBeLessThanOrEqual(288);
    first!.focus();
    await userEvent.keyboard('{ArrowDown}{End}');
    expect(first!.scrollLeft).toBe(0);
    await userEvent.keyboard('{Escape}{ArrowDown}');
    term(root, 'this.bias').focus();
    expect(first!.scrollLeft).toBeGreaterThan(0);
    // The numbers of the lines stay in sight.
    const line = first!.querySelector('[data-line]')!;
    expect(getComputedStyle(line, '::before').position).toBe('sticky');
  });
});

describe('the text', () => {
  it('is copied as it stands in the file, without numbers', () => {
    const { root } = show({ show: 'typescript' }, 1);
    const [forward] = listings(root);
    const selection = document.getSelection()!;
    selection.selectAllChildren(forward!);
    const start = elementwiseFile.indexOf('  forward(x');
    const inFile = elementwiseFile.slice(start, elementwiseFile.indexOf('\n  }\n', start) + 4);
    const moved = inFile.replace(/^ {2}/gm, '');
    expect(selection.toString().trimEnd()).toBe(moved);
    selection.removeAllRanges();
  });
});

describe('which code', () => {
  it('is the reader’s to choose', async () => {
    const onShowChange = vi.fn();
    const { root } = show({ onShowChange });
    expect(listings(root)).toHaveLength(3);
    await userEvent.click(within(root).getByRole('radio', { name: 'NumPy' }));
    expect(listings(root).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Linear.compute_forward, in NumPy',
    ]);
    await userEvent.keyboard('{ArrowLeft}');
    expect(listings(root)).toHaveLength(2);
    expect(onShowChange.mock.calls).toEqual([['numpy'], ['typescript']]);
  });

  it('is the page’s if it says so', async () => {
    const onShowChange = vi.fn();
    const { root, again } = show({ show: 'numpy', onShowChange });
    await userEvent.click(within(root).getByRole('radio', { name: 'TypeScript' }));
    expect(onShowChange).toHaveBeenCalledWith('typescript');
    expect(listings(root)).toHaveLength(1);
    again({ show: 'typescript' });
    expect(listings(root)).toHaveLength(2);
  });
});

class Cube extends Layer {
  private input?: Tensor;
  override get type() {
    return 'Cube';
  }
  forward(given: TensorLike) {
    this.input = this.accept(given);
    return new Tensor(
      this.input.data.map((value) => value ** 3),
      this.input.shape,
    );
  }
  backward(dOut: TensorLike) {
    const { data } = this.acceptGradient(dOut, this.input?.shape);
    return new Tensor(
      this.input!.data.map((v, i) => 3 * v * v * data[i]!),
      this.input!.shape,
    );
  }
}

/** Says that it is a ReLU, and is not. */
class Louder extends ReLU {
  override value(given: number) {
    return given <= 0 ? 0 : 2 * given;
  }
}

describe('a layer of one’s own', () => {
  it('shows its own code, no NumPy, and says so', () => {
    const { root } = show({ phase: 'backward' }, 0, new Cube());
    expect(root).toHaveTextContent(/Cube is a layer of your own/);
    expect(listings(root)).toHaveLength(1);
    const text = listings(root)[0]!.textContent;
    expect(text).toContain('backward(');
    expect(text).toContain('3 * v * v * data[i]');
    expect(text.split('\n').filter(Boolean).at(-1)).toBe('}');
    expect(within(root).queryByRole('radio')).toBeNull();
    expect(marked(root)).toEqual([]);
  });

  it('is not taken for the one of ours that it extends', () => {
    const { root } = show({}, 0, new Louder());
    expect(root).toHaveTextContent(/ReLU is a layer of your own/);
  });
});

describe('a layer around another', () => {
  it('has its code, and names for what it has itself', async () => {
    const { root } = show({ phase: 'backward' }, 0, new Residual(new Sigmoid()));
    expect(marked(root)).toContain('return d_out + self.f.compute_backward(d_out)');
    await userEvent.hover(term(root, 'sum'));
    expect(reading(root)).toHaveAttribute('data-reading', 'dL_dx');
  });
});

describe('a listing alone', () => {
  const optimizer = (momentum: number) =>
    new SGD(new Linear(1, 1, { rng: createRng(1) }), { lr: 0.1, momentum });
  const terms = { parameter: { id: 'W1', name: 'W1', value: Tensor.from([[2]]) } };
  const kernel = sourcesOf('SGD')!.step!.at(-1)!;

  it('serves an optimizer’s step, and marks only the lines that have something to do', () => {
    const executing = ['remember', 'update'] as const;
    const { container, rerender } = render(
      <CodeListing {...kernel} executing={executing} terms={terms} />,
    );
    expect(marked(container)).toEqual([
      'let step = g[i]! + weightDecay * value[i]!;',
      'value[i]! -= lr * step;',
    ]);
    const momentum = { id: 'v1', name: 'v1', value: Tensor.from([[0]]) };
    rerender(
      <CodeListing
        {...kernel}
        executing={executing}
        terms={{ ...terms, 'memory.momentum': momentum }}
      />,
    );
    expect(marked(container)).toContain('v[i] = momentum * v[i]! + step;');
    expect(numpyOf(optimizer(0))!.step![0]!.lines.map(({ text }) => text.trim())).toContain(
      'w -= self.lr * g',
    );
    expect(numpyOf(optimizer(0.9))!.step![0]!.lines.map(({ text }) => text.trim())).toContain(
      'v[:] = self.momentum * v + g',
    );
  });

  it('takes plain lines', () => {
    const lines = ['M = k * v', 'E = M**2'].map((text) => ({ text, roles: ['compute' as const] }));
    const { container } = render(
      <CodeListing lines={lines} language="python" name="By hand" executing={['compute']} />,
    );
    expect(marked(container)).toEqual(['M = k * v', 'E = M**2']);
    expect(container.querySelector('.pancake-code-number')).toHaveTextContent('2');
    expect(container.querySelector('[data-line]')).toBeNull();
  });
});
