// Tensors as they are: the numbers are the trace's, and every sum adds up.
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import {
  LinearBackward,
  LinearProduct,
  OuterProductSum,
  TensorGrid,
  type LinearProductProps,
  type OuterProductSumProps,
} from '../../src';
import { Linear, Sigmoid, Tensor, createRng, trace, type TraceStep } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';

const names = {
  place: 1,
  input: 'x',
  output: 'F1',
  objective: 'L',
  parameters: { weight: 'W1', bias: 'b1' },
};

function random(shape: number[], seed = 1, size = 1) {
  const rng = createRng(seed);
  const tensor = Tensor.zeros(shape);
  for (let i = 0; i < tensor.size; i++) tensor.data[i] = rng.normal(0, size);
  return tensor;
}

function stepOf(batch: number, inputs: number, outputs: number, seed = 1, size = 1): TraceStep {
  const layer = new Linear(inputs, outputs, { rng: createRng(seed) });
  const x = random([batch, inputs], seed + 1, size);
  return trace(layer, x, random([batch, outputs], seed + 2, size))[0]!;
}

type Rows = number[][];
const rowsOf = (tensor: Tensor) => {
  const array = tensor.toArray() as Rows | number[];
  return (Array.isArray(array[0]) ? array : [array]) as Rows;
};
const turned = (rows: Rows) => rows[0]!.map((_, column) => rows.map((row) => row[column]!));
const cellsOf = (tensor: Element) => [...tensor.querySelectorAll<HTMLElement>('td[data-value]')];
const tables = (root: ParentNode) => [...root.querySelectorAll('table')];
const shownRows = (table: Element) =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    cellsOf(row).map((cell) => Number(cell.dataset['value'])),
  );
const cellAt = (table: Element, row: number, column: number) =>
  table.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!;
const sumOf = (root: ParentNode) => root.querySelector<HTMLElement>('.pancake-sum');
const termsOf = (sum: Element) =>
  [...sum.querySelectorAll<HTMLElement>('.pancake-sum-term')].map((term) => ({
    text: [...term.querySelectorAll('i')].map((name) => name.textContent).join(' · '),
    product: Number(term.dataset['value']),
    factors: [...term.querySelectorAll<HTMLElement>('[data-value]')].map((factor) =>
      Number(factor.dataset['value']),
    ),
  }));
const total = (sum: Element) => termsOf(sum).reduce((all, { product }) => all + product, 0);

/** The text of a cell is its number to the digits shown. */
function expectExactText(cell: HTMLElement) {
  const text = cell.textContent.replace('−', '-');
  const value = Number(cell.dataset['value']);
  const power = /^(-?[\d.]+)·10(.+)$/.exec(text);
  if (power) {
    const exponent = [...power[2]!].map((c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c) - 1);
    const digits = exponent.map((digit) => (digit < 0 ? '-' : digit)).join('');
    expect(Number(`${power[1]}e${digits}`) / value).toBeCloseTo(1, 0);
    return;
  }
  const decimals = text.split('.')[1]?.length ?? 0;
  expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5000001 / 10 ** decimals);
  if (value < 0 && Number(text) !== 0) expect(text).toMatch(/^-/);
}

describe('the matrices of random layers', () => {
  const sizes = Array.from({ length: 12 }, (_, seed) => {
    const rng = createRng(seed);
    const size = () => 1 + rng.int(6);
    return [size(), size(), size(), seed, [1, 1e-3, 300][seed % 3]!] as const;
  });

  it.each(sizes)('forward: batch %i, %i inputs, %i outputs', (batch, inputs, outputs, ...how) => {
    const step = stepOf(batch, inputs, outputs, ...how);
    const { container } = render(<LinearProduct step={step} names={names} />);
    const [weight, bias, input, output] = tables(container);
    const [w, b] = step.parameters;
    expect(shownRows(weight!)).toEqual(turned(rowsOf(w!.value)));
    expect(shownRows(bias!)).toEqual(rowsOf(b!.value));
    expect(shownRows(input!)).toEqual(rowsOf(step.input));
    expect(shownRows(output!)).toEqual(rowsOf(step.output));
    cellsOf(container).forEach(expectExactText);
    const shapes = container.querySelector('.pancake-shapes')!.textContent;
    expect(shapes).toBe(
      `(${batch}, ${inputs}) × (${inputs}, ${outputs}) + (${outputs}) = (${batch}, ${outputs})`,
    );
  });

  it.each(sizes)('backward: batch %i, %i inputs, %i outputs', (batch, inputs, outputs, ...how) => {
    const step = stepOf(batch, inputs, outputs, ...how);
    const { container } = render(<LinearBackward step={step} names={names} />);
    const [weight, above, below] = tables(container);
    expect(shownRows(weight!)).toEqual(rowsOf(step.parameters[0]!.value));
    expect(shownRows(above!)).toEqual(rowsOf(step.gradOut));
    expect(shownRows(below!)).toEqual(rowsOf(step.gradIn));
    cellsOf(container).forEach(expectExactText);
  });

  it.each(sizes)('each entry is its sum: %i, %i, %i', (batch, inputs, outputs, ...how) => {
    const step = stepOf(batch, inputs, outputs, ...how);
    const entry = [batch - 1, outputs - 1] as const;
    const forward = render(<LinearProduct step={step} names={names} entry={entry} />);
    const near = (sum: Element, value: number) =>
      expect(total(sum)).toBeCloseTo(value, how[1] > 1 ? 6 : 12);
    near(sumOf(forward.container)!, rowsOf(step.output)[entry[0]]![entry[1]]!);
    const back = [batch - 1, inputs - 1] as const;
    const backward = render(<LinearBackward step={step} names={names} entry={back} />);
    near(sumOf(backward.container)!, rowsOf(step.gradIn)[back[0]]![back[1]]!);
    const of = [outputs - 1, inputs - 1] as const;
    const outer = render(
      <OuterProductSum step={step} names={names} sample={batch - 1} entry={of} />,
    );
    near(sumOf(outer.container)!, rowsOf(step.parameters[0]!.added)[of[0]]![of[1]]!);
  });
});

describe('one entry', () => {
  const step = stepOf(4, 2, 3);
  function show(props: Partial<LinearProductProps> = {}) {
    const view = render(<LinearProduct step={step} names={names} {...props} />);
    const [weight, bias, input, output] = tables(view.container);
    return { ...view, weight: weight!, bias: bias!, input: input!, output: output! };
  }
  const lit = (table: Element) =>
    [...table.querySelectorAll<HTMLElement>('td[data-lit]')].map(
      ({ dataset }) => `${dataset['row']},${dataset['column']}`,
    );

  it('chosen with the mouse shows its sum, its row and its column', async () => {
    const { container, output, weight, bias, input } = show();
    expect(screen.getByText('Choose a number of F1 to see the sum that it is.')).toBeVisible();
    await userEvent.click(cellAt(output, 2, 1));
    const sum = sumOf(container)!;
    expect(sum.dataset['entry']).toBe('F1[2, 1]');
    expect(termsOf(sum).map(({ text }) => text)).toEqual([
      'x[2, 0] · W1[1, 0]',
      'x[2, 1] · W1[1, 1]',
      'b1[1]',
    ]);
    const [w, b] = step.parameters;
    expect(termsOf(sum).map(({ factors }) => factors)).toEqual([
      [rowsOf(step.input)[2]![0], rowsOf(w!.value)[1]![0]],
      [rowsOf(step.input)[2]![1], rowsOf(w!.value)[1]![1]],
      [b!.value.data[1]],
    ]);
    expect(total(sum)).toBeCloseTo(rowsOf(step.output)[2]![1]!, 12);
    expect(lit(input)).toEqual(['2,0', '2,1']);
    expect(lit(weight)).toEqual(['0,1', '1,1']);
    expect(lit(bias)).toEqual(['0,1']);
    expect(cellAt(output, 2, 1)).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(cellAt(output, 2, 1));
    expect(sumOf(container)).toBeNull();
    expect(lit(input)).toEqual([]);
  });

  it('with a finger', async () => {
    const { container, output } = show();
    await userEvent.pointer({ keys: '[TouchA]', target: cellAt(output, 0, 2) });
    expect(sumOf(container)!.dataset['entry']).toBe('F1[0, 2]');
    await userEvent.click(screen.getByRole('button', { name: 'Close the sum' }));
    expect(sumOf(container)).toBeNull();
  });

  it('with the keyboard', async () => {
    const { container, output } = show();
    await userEvent.tab();
    expect(cellAt(output, 0, 0)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{End}');
    expect(cellAt(output, 2, 2)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{Enter}');
    expect(sumOf(container)!.dataset['entry']).toBe('F1[2, 1]');
    expect(within(container).getByRole('status')).toHaveTextContent(/^F1\[2, 1\] = /);
    await userEvent.keyboard('{Control>}{Home}{/Control} ');
    expect(sumOf(container)!.dataset['entry']).toBe('F1[0, 0]');
    await userEvent.keyboard('{Escape}');
    expect(sumOf(container)).toBeNull();
    expect(output.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('can be the page’s to choose', async () => {
    const onEntryChange = vi.fn();
    const { container, output, rerender } = show({ entry: [0, 0], onEntryChange });
    await userEvent.click(cellAt(output, 1, 2));
    expect(onEntryChange).toHaveBeenCalledExactlyOnceWith([1, 2]);
    expect(sumOf(container)!.dataset['entry']).toBe('F1[0, 0]');
    rerender(<LinearProduct step={step} names={names} entry={null} />);
    expect(sumOf(container)).toBeNull();
  });

  it('goes when a smaller batch does not have it', () => {
    const { container, rerender } = show({ defaultEntry: [3, 2] });
    expect(sumOf(container)).not.toBeNull();
    rerender(<LinearProduct step={stepOf(2, 2, 3)} names={names} />);
    expect(sumOf(container)).toBeNull();
  });

  it('the sample of the figure around is marked', () => {
    const { input, output } = show({ sample: 1 });
    for (const table of [input, output]) {
      const marked = table.querySelectorAll('th[aria-current]');
      expect([...marked].map((head) => head.textContent)).toEqual(['sample 1']);
    }
  });

  it('a long sum is shortened in its middle, and all of it can be shown', async () => {
    const long = stepOf(2, 20, 2);
    const { container } = render(<LinearProduct step={long} names={names} defaultEntry={[1, 0]} />);
    expect(termsOf(sumOf(container)!)).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: '… 16 more' }));
    expect(termsOf(sumOf(container)!)).toHaveLength(21);
    expect(total(sumOf(container)!)).toBeCloseTo(rowsOf(long.output)[1]![0]!, 12);
    await userEvent.click(screen.getByRole('button', { name: 'show fewer' }));
    expect(termsOf(sumOf(container)!)).toHaveLength(5);
  });

  it('of a long batch some rows are shown at a time, first those of the sample', async () => {
    const long = stepOf(20, 2, 3);
    const { container, rerender } = render(<LinearProduct step={long} names={names} sample={11} />);
    const heads = () =>
      [...tables(container).at(-1)!.querySelectorAll('tbody th')].map((head) => head.textContent);
    expect(heads()).toHaveLength(8);
    expect(heads()[0]).toBe('sample 8');
    await userEvent.click(screen.getByRole('button', { name: 'Later samples' }));
    expect(heads()).toEqual(['sample 16', 'sample 17', 'sample 18', 'sample 19']);
    expect(shownRows(tables(container).at(-1)!)).toEqual(rowsOf(long.output).slice(16));
    rerender(<LinearProduct step={long} names={names} sample={0} />);
    expect(heads()[0]).toBe('sample 0');
  });

  it('only a Linear layer has such a product', () => {
    const [other] = trace(new Sigmoid(), [[1, 2]]);
    expect(refusal(() => render(<LinearProduct step={other!} names={names} />))).toMatch(
      'LinearProduct got a step of Sigmoid',
    );
    expect(
      refusal(() => render(<OuterProductSum step={step} names={names} parameter="gamma" />)),
    ).toMatch('OuterProductSum got parameter = "gamma"; Linear(2, 3) has "weight" and "bias"');
  });
});

describe('a product as on paper', () => {
  it('columns and rows that belong together stand in line', () => {
    const { container } = render(<LinearProduct step={stepOf(4, 2, 3, 7)} names={names} />);
    const [weight, bias, input, output] = tables(container);
    const box = (table: Element | undefined, row: number, column: number) =>
      cellAt(table!, row, column).getBoundingClientRect();
    for (const column of [0, 1, 2]) {
      const { left, right } = box(output, 0, column);
      for (const table of [weight, bias]) {
        expect(box(table, 0, column).left).toBeCloseTo(left, 0);
        expect(box(table, 0, column).right).toBeCloseTo(right, 0);
      }
    }
    for (const row of [0, 3])
      expect(box(input, row, 0).top).toBeCloseTo(box(output, row, 0).top, 0);
  });

  it('too wide for that, one matrix stands below the other, and nothing is lost', () => {
    const { container } = render(
      <div style={{ width: 343 }}>
        <LinearProduct step={stepOf(3, 8, 8)} names={names} />
      </div>,
    );
    const tops = tables(container).map((table) => table.getBoundingClientRect());
    expect(tops.every(({ left }) => Math.abs(left - tops[0]!.left) < 40)).toBe(true);
    for (const scroll of container.querySelectorAll<HTMLElement>('.pancake-tensor-scroll')) {
      expect(scroll.getBoundingClientRect().width).toBeLessThan(352);
    }
  });
});

describe('the sum over the batch', () => {
  const step = stepOf(4, 2, 3, 5);
  const [weight, bias] = step.parameters;
  function show(props: Partial<OuterProductSumProps> = {}) {
    const view = render(<OuterProductSum step={step} names={names} {...props} />);
    const root = view.container.querySelector<HTMLElement>('[data-pancake]')!;
    return { ...view, root };
  }
  const sumShown = (root: Element) => shownRows(root.querySelectorAll('[role="grid"]')[0]!);

  it('goes from the first share to what the batch adds', async () => {
    const { root } = show();
    const soFar = Tensor.zeros(weight!.added.shape);
    for (let sample = 0; sample < 4; sample++) {
      if (sample > 0) await userEvent.click(screen.getByRole('button', { name: /^Add the next/ }));
      expect(root.dataset['added']).toBe(String(sample + 1));
      const [row, column, share, sum] = tables(root);
      expect(shownRows(row!)).toEqual([rowsOf(step.input)[sample]]);
      expect(shownRows(column!)).toEqual(rowsOf(step.gradOut)[sample]!.map((value) => [value]));
      expect(shownRows(share!)).toEqual(rowsOf(weight!.shares[sample]!));
      soFar.data.forEach((_, i) => (soFar.data[i]! += weight!.shares[sample]!.data[i]!));
      shownRows(sum!)
        .flat()
        .forEach((value, i) => expect(value).toBeCloseTo(soFar.data[i]!, 12));
      cellsOf(root).forEach(expectExactText);
    }
    expect(sumShown(root)).toEqual(rowsOf(weight!.added));
    expect(shownRows(root.querySelectorAll('[role="grid"]')[1]!)).toEqual(rowsOf(bias!.added));
    await userEvent.click(screen.getByRole('button', { name: 'Add the next sample' }));
    expect(root.dataset['added']).toBe('4');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(root.dataset['added']).toBe('3');
  });

  it('by slider and by picture', async () => {
    const onSampleChange = vi.fn();
    const { root } = show({ onSampleChange });
    const slider = screen.getByRole('slider', { name: 'Samples added' });
    slider.focus();
    const { userEvent: real } = await import('vitest/browser');
    await real.keyboard('{ArrowRight}{ArrowRight}');
    expect(root.dataset['added']).toBe('3');
    expect(slider).toHaveAttribute('aria-valuetext', 'sample 3 of 4');
    const first = screen.getByRole('button', { name: 'Sample 2' });
    await userEvent.pointer({ keys: '[TouchA]', target: first });
    expect(root.dataset['added']).toBe('2');
    expect(first).toHaveAttribute('aria-current', 'true');
    expect(onSampleChange.mock.calls).toEqual([[1], [2], [1]]);
  });

  it('an entry is a sum over the samples added', async () => {
    const { root } = show({ defaultSample: 3 });
    await userEvent.click(cellAt(root.querySelectorAll('[role="grid"]')[0]!, 0, 1));
    const sum = sumOf(root)!;
    expect(sum.dataset['entry']).toBe('∂L/∂W1[0, 1]');
    expect(termsOf(sum).map(({ text }) => text)).toEqual(
      [0, 1, 2, 3].map((b) => `∂L/∂F1[${b}, 0] · x[${b}, 1]`),
    );
    expect(termsOf(sum).map(({ product }) => product)).toEqual(
      weight!.shares.map((share) => rowsOf(share)[0]![1]),
    );
    expect(total(sum)).toBeCloseTo(rowsOf(weight!.added)[0]![1]!, 12);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(sumOf(root)!.dataset['entry']).toBe('∂L/∂W1[0, 1] so far');
    expect(termsOf(sumOf(root)!)).toHaveLength(3);
    expect(total(sumOf(root)!)).toBeCloseTo(Number(sumOf(root)!.dataset['value']), 12);
  });

  it('the bias adds the rows of the gradient', async () => {
    const { root } = show({ parameter: 'bias', defaultSample: 3 });
    expect(sumShown(root)).toEqual(rowsOf(bias!.added));
    await userEvent.click(cellAt(root.querySelector('[role="grid"]')!, 0, 2));
    expect(termsOf(sumOf(root)!).map(({ factors }) => factors[0])).toEqual(
      rowsOf(step.gradOut).map((row) => row[2]),
    );
    expect(total(sumOf(root)!)).toBeCloseTo(bias!.added.data[2]!, 12);
  });

  it('a batch of one has nothing to add up', () => {
    const one = stepOf(1, 2, 3);
    const { container } = render(<OuterProductSum step={one} names={names} />);
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    expect(sumShown(container)).toEqual(rowsOf(one.parameters[0]!.added));
  });

  it('of a long batch eight shares are shown at a time', async () => {
    const long = stepOf(40, 2, 2);
    render(<OuterProductSum step={long} names={names} defaultSample={20} />);
    const shares = () => within(screen.getByRole('group', { name: /^The shares/ }));
    expect(shares().getAllByRole('button')).toHaveLength(8);
    await userEvent.click(shares().getAllByRole('button').at(-1)!);
    expect(screen.getByText('24 of 40 samples added')).toBeVisible();
  });
});

describe('a grid', () => {
  it('says its name and shape, and what its rows and columns are', () => {
    const tensor = random([3, 2]);
    const { container } = render(
      <TensorGrid tensor={tensor} name="W1" term="W1" rowName="output" columnName="input" />,
    );
    const name = 'W1, shape 3 by 2: a row for each output, a column for each input';
    const table = screen.getByRole('table', { name });
    expect(within(table).getByRole('rowheader', { name: 'output 2' })).toBeVisible();
    expect(within(table).getByRole('columnheader', { name: 'input 1' })).toBeVisible();
    expect(container.querySelector('.pancake-tensor-name')).toHaveTextContent('W1 (3, 2)');
    expect(container.querySelector<HTMLElement>('[data-term="W1"]')!.dataset['shape']).toBe('3,2');
    expect(container.querySelectorAll('[tabindex]')).toHaveLength(0);
  });

  it('numbers have the same decimals; the sign is in the text, the size in the colour', () => {
    const { container } = render(
      <TensorGrid
        tensor={Tensor.from([
          [1.5, -0.25],
          [0, -3],
        ])}
        name="W"
      />,
    );
    expect(cellsOf(container).map((cell) => cell.textContent)).toEqual([
      ...['1.50', '−0.25'],
      ...['0.00', '−3.00'],
    ]);
    const [, , zero, most] = cellsOf(container).map((cell) => getComputedStyle(cell));
    expect(zero!.backgroundColor).not.toBe(most!.backgroundColor);
  });

  it('what is not finite is marked, and leaves the other colours alone', () => {
    const { container } = render(
      <TensorGrid tensor={Tensor.from([[NaN, Infinity, -Infinity, -2, 0.5]])} name="W" />,
    );
    const cells = cellsOf(container);
    expect(cells.map((cell) => cell.textContent)).toEqual(['NaN', '∞', '−∞', '−2.00', '0.50']);
    expect(cells.map((cell) => 'notFinite' in cell.dataset)).toEqual([
      ...[true, true, true, false, false],
    ]);
  });

  it('takes nested arrays, as a page without scripts of its own writes them', () => {
    const { container } = render(
      <TensorGrid
        tensor={[
          [1, 2],
          [3, 4],
        ]}
        name="W"
      />,
    );
    expect(shownRows(tables(container)[0]!)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('a number alone, a row, and no numbers at all', () => {
    const { container, rerender } = render(<TensorGrid tensor={Tensor.from(4)} name="v" />);
    expect(cellsOf(container).map((cell) => cell.textContent)).toEqual(['4']);
    expect(container.querySelectorAll('th')).toHaveLength(0);
    rerender(<TensorGrid tensor={Tensor.from([1, 2, 3])} name="b" />);
    expect(shownRows(tables(container)[0]!)).toEqual([[1, 2, 3]]);
    rerender(<TensorGrid tensor={Tensor.zeros([0, 3])} name="x" />);
    expect(screen.getByText('no numbers')).toBeVisible();
  });

  it('of three dimensions it shows a matrix at a time', async () => {
    const tensor = random([3, 2, 2]);
    const { container } = render(<TensorGrid tensor={tensor} name="J" />);
    const all = tensor.toArray() as number[][][];
    const next = screen.getByRole('button', { name: 'Next sample' });
    for (const matrix of all) {
      expect(shownRows(tables(container)[0]!)).toEqual(matrix);
      await userEvent.click(next);
    }
    expect(shownRows(tables(container)[0]!)).toEqual(all[2]);
    expect(screen.getByRole('status')).toHaveTextContent('J[2], 3 of 3');
  });

  it('numbers can be chosen if the page wants that', async () => {
    const onChoose = vi.fn();
    render(<TensorGrid tensor={random([2, 2])} name="W" chosen={[0, 1]} onChoose={onChoose} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenLastCalledWith([1, 1]);
    await userEvent.click(cellAt(screen.getByRole('grid'), 0, 1));
    expect(onChoose).toHaveBeenLastCalledWith(null);
  });
});

describe('a large tensor', () => {
  it('is summarised, and can be opened with the keyboard', async () => {
    const tensor = random([64, 32]);
    tensor.data[5] = tensor.data[77] = 0;
    const { container } = render(<TensorGrid tensor={tensor} name="W1" />);
    expect(tables(container)).toHaveLength(0);
    const facts = container.querySelector<HTMLElement>('dl')!.dataset;
    const values = [...tensor.data];
    expect(Number(facts['min'])).toBe(Math.min(...values));
    expect(Number(facts['max'])).toBe(Math.max(...values));
    expect(Number(facts['mean'])).toBeCloseTo(values.reduce((a, b) => a + b) / 2048, 12);
    expect(Number(facts['zeros'])).toBe(2 / 2048);
    expect(screen.getByText('0.1 %')).toBeVisible();
    const picture = screen.getByRole<HTMLCanvasElement>('img', { name: /^All numbers of W1/ });
    expect([picture.width, picture.height]).toEqual([32, 64]);
    expect(picture.getContext('2d')!.getImageData(31, 63, 1, 1).data[3]).toBe(255);

    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const region = screen.getByRole('region', { name: 'Numbers of W1' });
    expect(shownRows(tables(region)[0]!)).toEqual(rowsOf(tensor));
    expect(region.scrollHeight).toBeGreaterThan(region.clientHeight);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    await userEvent.keyboard('{ArrowRight}');
    expect(region).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Fold W1' }));
    expect(tables(container)).toHaveLength(0);
  });

  it('of very many numbers some stand in the page at once', async () => {
    const tensor = random([150, 70]);
    const { container } = render(<TensorGrid tensor={tensor} name="W" />);
    await userEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    expect(cellsOf(container)).toHaveLength(64 * 64);
    await userEvent.click(screen.getByRole('button', { name: 'Later rows' }));
    await userEvent.click(screen.getByRole('button', { name: 'Later rows' }));
    await userEvent.click(screen.getByRole('button', { name: 'Later columns' }));
    expect(shownRows(tables(container)[0]!)).toEqual(
      rowsOf(tensor)
        .slice(128)
        .map((row) => row.slice(64)),
    );
    expect(screen.getByText('rows 128–149 of 150')).toBeVisible();
  });

  it('says if some of its numbers are none', () => {
    const tensor = random([10, 10]);
    tensor.data[3] = NaN;
    tensor.data[8] = Infinity;
    const { container, rerender } = render(<TensorGrid tensor={tensor} name="W" />);
    const mean = () => Number(container.querySelector('dl')!.dataset['mean']);
    expect(screen.getByText('2 of them are NaN or infinite')).toBeVisible();
    expect(Number.isFinite(mean())).toBe(true);
    rerender(<TensorGrid tensor={Tensor.full([10, 10], NaN)} name="W" />);
    expect(screen.getByText('100 of them are NaN or infinite')).toBeVisible();
    expect(mean()).toBeNaN();
  });

  it('how much is large is the page’s to say', () => {
    const { container } = render(<TensorGrid tensor={random([12, 3])} name="W" maxShown={12} />);
    expect(shownRows(tables(container)[0]!)).toHaveLength(12);
  });
});

describe('terms', () => {
  it('everything that stands for a value has its id', () => {
    const step = stepOf(3, 2, 2);
    const idsIn = (root: Element) =>
      [
        ...new Set(
          [...root.querySelectorAll<HTMLElement>('[data-term]')].map((one) => one.dataset['term']),
        ),
      ].sort();
    const forward = render(<LinearProduct step={step} names={names} defaultEntry={[0, 0]} />);
    expect(idsIn(forward.container)).toEqual(['F1', 'W1', 'b1', 'x']);
    const backward = render(<LinearBackward step={step} names={names} />);
    expect(idsIn(backward.container)).toEqual(['W1', 'dL_dF1', 'dL_dx']);
    const outer = render(<OuterProductSum step={step} names={names} />);
    expect(idsIn(outer.container)).toEqual(['dL_dF1', 'dL_dW1', 'dL_db1', 'x']);
  });
});
