// Formulas: what they say of random layers is what the engine computed, in MathML, text and LaTeX.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  BinaryCrossEntropy,
  BinaryCrossEntropyWithLogits,
  CrossEntropy,
  Dropout,
  ELU,
  Features,
  GELU,
  Huber,
  LayerNorm,
  LeakyReLU,
  Linear,
  MeanSquaredError,
  Mul,
  ReLU,
  Residual,
  Sequential,
  SiLU,
  Sigmoid,
  Sin,
  Softmax,
  Softplus,
  Square,
  Tanh,
  Tensor,
  createRng,
  sampleOf,
  trace,
  type Layer,
  type Loss,
} from '../../src/engine';
import {
  CopyLaTeX,
  MathFormula,
  layerFormulas,
  lossFormulas,
  toLaTeX,
  toText,
  useLinkedTerms,
  type Formula,
  type StepNames,
} from '../../src/components/formula';
import { formatShort } from '../../src/a11y';
import '../../src/theme/style.css';

const names = (layer: Layer): StepNames => ({
  place: 2,
  input: 'F1',
  output: 'F2',
  objective: 'L',
  parameters: Object.fromEntries(
    layer.parameters().map(({ name }) => [name, { weight: 'W2', bias: 'b2' }[name] ?? `${name}2`]),
  ),
});

const rng = createRng(5);
const layers: [string, () => Layer, number][] = [
  ['Mul', () => new Mul({ k: -1.5 }), 3],
  ['Square', () => new Square(), 3],
  ['ReLU', () => new ReLU(), 3],
  ['LeakyReLU', () => new LeakyReLU({ negativeSlope: 0.2 }), 3],
  ['ELU', () => new ELU({ alpha: 1.5 }), 3],
  ['Sigmoid', () => new Sigmoid(), 3],
  ['Tanh', () => new Tanh(), 3],
  ['Softplus', () => new Softplus(), 3],
  ['SiLU', () => new SiLU(), 3],
  ['GELU', () => new GELU(), 3],
  ['Sin', () => new Sin(), 3],
  ['Dropout', () => new Dropout(), 3],
  ['Linear', () => new Linear(3, 2, { rng }), 3],
  ['Linear of many inputs', () => new Linear(9, 2, { rng }), 9],
  ['LayerNorm', () => new LayerNorm(3), 3],
  ['Softmax', () => new Softmax(), 3],
  ['Residual', () => new Residual(new Linear(3, 3, { rng })), 3],
  ['Features', () => new Features(['x', 'y2', 'sinX']), 2],
];

function traced(make: () => Layer, inputs: number, samples: number) {
  const layer = make();
  const random = createRng(inputs * 10 + samples);
  const x = Tensor.from(
    Array.from({ length: samples }, () => Array.from({ length: inputs }, () => random.normal())),
  );
  const out = layer.predict(x);
  const dOut = Tensor.zeros(out.shape);
  for (let i = 0; i < dOut.size; i++) dOut.data[i] = random.normal();
  const [step] = trace(layer, x, dOut);
  return { step: step!, formulas: layerFormulas(step!, names(layer)) };
}

// The number behind the last equals sign.
const resultOf = (formula: Formula) => toText(formula).split(' because ')[0]!.split(' = ').at(-1)!;

describe.each(layers)('%s', (_, make, inputs) => {
  it.each([1, 4])(
    'gives every number of the engine, to the digits shown, in a batch of %i',
    (samples) => {
      const { step, formulas } = traced(make, inputs, samples);
      const outputs = step.output.size / samples;
      for (let sample = 0; sample < samples; sample++) {
        for (let unit = 0; unit < outputs; unit++) {
          const value = step.output.data[sample * outputs + unit]!;
          expect(resultOf(formulas.forwardNumbers(sample, unit))).toBe(formatShort(value, 4));
        }
        for (let unit = 0; unit < inputs; unit++) {
          const value = step.gradIn.data[sample * inputs + unit]!;
          expect(resultOf(formulas.backwardNumbers(sample, unit))).toBe(formatShort(value, 4));
        }
        const { data } = samples === 1 ? step.local.value : sampleOf(step.local.value, sample);
        expect(resultOf(formulas.localNumbers(sample, 0))).toBe(formatShort(data[0]!, 4));
      }
      for (const { name, added } of step.parameters) {
        for (let index = 0; index < added.size; index++) {
          const text = resultOf(formulas.parameters[name]!.numbers(index));
          expect(text).toBe(formatShort(added.data[index]!, 4));
        }
      }
    },
  );

  it('is drawn with the terms that it speaks of, and as valid LaTeX', () => {
    const { step, formulas } = traced(make, inputs, 4);
    const all = [
      formulas.forward,
      formulas.forwardNumbers(1, 0),
      formulas.local,
      formulas.localNumbers(1, 0),
      formulas.backward,
      formulas.backwardNumbers(1, 0),
      ...Object.values(formulas.parameters).flatMap((own) => [own.formula, own.numbers(0)]),
    ];
    for (const formula of all) {
      const { container } = render(<MathFormula formula={formula} />);
      expect(container.querySelector('math')!.namespaceURI).toMatch(/MathML$/);
      expect(container.textContent).not.toMatch(/undefined|NaN|object/);
      expect(toText(formula)).not.toMatch(/undefined|NaN|object/);
      const latex = toLaTeX(formula);
      expect(latex).not.toMatch(/undefined|NaN|[−×·⁰-⁹]/);
      const opened = latex.match(/\{/g)?.length ?? 0;
      expect(latex.match(/\}/g)?.length ?? 0).toBe(opened);
      expect(latex.match(/\\left/g)?.length ?? 0).toBe(latex.match(/\\right/g)?.length ?? 0);
      cleanup();
    }
    const { container } = render(<MathFormula formula={formulas.backward} />);
    const terms = [...container.querySelectorAll('[data-term]')].map((one) =>
      one.getAttribute('data-term'),
    );
    expect(terms).toEqual(expect.arrayContaining(['dL_dF1', 'dL_dF2', 'dF2_dF1']));
    expect(step.type).toBe(make().type);
  });
});

describe('the notebook’s chain', () => {
  const model = new Sequential([new Mul({ k: 0.5 }), new Square()]);
  const [mul, square] = trace(model, [42]);
  const first = layerFormulas(mul!, {
    place: 1,
    input: 'v',
    output: 'M',
    objective: 'E',
    parameters: { k: 'k' },
  });
  const second = layerFormulas(square!, {
    place: 2,
    input: 'M',
    output: 'E',
    objective: 'E',
    parameters: {},
  });

  it('reads as in the lesson', () => {
    expect(toText(first.forward)).toBe('M = k·v');
    expect(toText(first.forwardNumbers(0, 0))).toBe('M = 0.5 × 42 = 21');
    expect(toText(second.forwardNumbers(0, 0))).toBe('E = 21² = 441');
    expect(toText(second.local)).toBe('dE/dM = 2M');
    expect(toText(second.localNumbers(0, 0))).toBe('dE/dM = 2 × 21 = 42');
    expect(toText(first.backward)).toBe('dE/dv = dE/dM · dM/dv');
    expect(toText(first.backwardNumbers(0, 0))).toBe('dE/dv = 42 × 0.5 = 21');
    expect(toText(first.parameters['k']!.formula)).toBe('dE/dk += dE/dM · v');
    expect(toText(first.parameters['k']!.numbers(0))).toBe('dE/dk = 42 × 42 = 1764');
  });

  it('can be copied as LaTeX', () => {
    expect(toLaTeX(second.local)).toBe('\\frac{\\partial E}{\\partial M} = 2\\,M');
    expect(toLaTeX(first.parameters['k']!.formula)).toBe(
      '\\frac{\\partial E}{\\partial k} \\mathrel{+}= \\frac{\\partial E}{\\partial M} \\cdot v',
    );
  });
});

describe('a loss', () => {
  const output = Tensor.from([[0.3], [0.8], [0.6]]);
  const binary = Tensor.from([[0], [1], [1]]);
  const losses: [string, Loss<'mean' | 'sum'>, Tensor, Tensor][] = [
    ['BinaryCrossEntropy', new BinaryCrossEntropy(), output, binary],
    ['its sum', new BinaryCrossEntropy({ reduction: 'sum' }), output, binary],
    ['BinaryCrossEntropyWithLogits', new BinaryCrossEntropyWithLogits(), output, binary],
    ['MeanSquaredError', new MeanSquaredError(), output, binary],
    ['Huber', new Huber({ delta: 0.3 }), output, binary],
    [
      'CrossEntropy',
      new CrossEntropy(),
      Tensor.from([
        [1, 2, 3],
        [0.5, -1, 0],
      ]),
      new Tensor(Float64Array.from([2, 0]), [2]),
    ],
  ];

  it.each(losses)('says its value and its slope: %s', (_, loss, pred, target) => {
    const formulas = lossFormulas(loss, { input: 'F3', objective: 'L' });
    const value = loss.evaluate(pred, target);
    expect(resultOf(formulas.valueNumbers(pred, target))).toBe(formatShort(value, 7));
    const slopes = loss.gradient(pred, target);
    for (let sample = 0; sample < pred.shape[0]!; sample++) {
      const slope = slopes.data[sample * (slopes.size / slopes.shape[0]!)]!;
      expect(resultOf(formulas.derivativeNumbers(pred, target, sample, 0))).toBe(
        formatShort(slope, 4),
      );
    }
    expect(toText(formulas.value)).not.toMatch(/undefined|object/);
    expect(toLaTeX(formulas.derivative)).not.toMatch(/undefined|object/);
  });
});

describe('in the page', () => {
  const { formulas } = traced(() => new Mul({ k: -1.5 }), 1, 1);

  function Page() {
    const root = useRef<HTMLDivElement>(null);
    useLinkedTerms(root);
    // In a corner where no test leaves the browser's own mouse, which would light a term as well.
    return (
      <div ref={root} style={{ position: 'fixed', right: 0, bottom: 0 }}>
        <MathFormula formula={formulas.backward} />
        <span data-term="dF2_dF1">the same elsewhere</span>
        <span data-term="F1">another</span>
      </div>
    );
  }

  it('a term that is pointed at is lit everywhere, and only that one', async () => {
    const { container } = render(<Page />);
    const user = userEvent.setup();
    const lit = () =>
      [...container.querySelectorAll('[data-linked]')].map((one) => one.getAttribute('data-term'));
    await user.hover(container.querySelector('math [data-term="dF2_dF1"]')!);
    expect(lit()).toEqual(['dF2_dF1', 'dF2_dF1']);
    await user.hover(screen.getByText('another'));
    expect(lit()).toEqual(['F1']);
    await user.unhover(container.firstElementChild!);
    expect(lit()).toEqual([]);
  });

  it('has one tab stop, and arrow keys that lead to each of its terms', async () => {
    const { container } = render(<Page />);
    const user = userEvent.setup();
    const here = () => document.activeElement!.getAttribute('data-term');
    await user.tab();
    expect(here()).toBe('dL_dF1');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(here()).toBe('dF2_dF1');
    expect(container.querySelectorAll('[data-linked]')).toHaveLength(2);
    await user.keyboard('{Home}');
    expect(here()).toBe('dL_dF1');
    await user.keyboard('{End}{ArrowRight}');
    expect(here()).toBe('dF2_dF1');
    await user.tab();
    expect(container.querySelectorAll('[data-linked]')).toHaveLength(0);
    await user.tab({ shift: true });
    expect(here()).toBe('dF2_dF1');
  });

  it('copies as LaTeX, and shows what it copied', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<CopyLaTeX formulas={[formulas.forward, formulas.local]} name="the formulas" />);
    // The document's own clipboard, not that of the test library.
    screen.getByRole('button', { name: 'Copy the formulas as LaTeX' }).click();
    const field = await screen.findByRole('textbox', { name: 'LaTeX' });
    const latex = `${toLaTeX(formulas.forward)} \\\\\n${toLaTeX(formulas.local)}`;
    expect(write).toHaveBeenCalledWith(latex);
    expect(field).toHaveValue(latex);
    expect(screen.getByRole('status')).toHaveTextContent('copied');
    write.mockRestore();
  });

  it('marks the LaTeX to be copied by hand where a page may not write to the clipboard', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    render(<CopyLaTeX formulas={[formulas.forward]} name="the formulas" />);
    screen.getByRole('button').click();
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
    await vi.waitFor(() => expect(field.selectionEnd).toBe(field.value.length));
    expect(screen.getByRole('status')).toHaveTextContent('Ctrl+C');
    write.mockRestore();
  });
});
