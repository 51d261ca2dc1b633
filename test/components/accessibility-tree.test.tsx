// What screen readers are given, read from the browser's accessibility tree, against written expectations
// and the engine's numbers.
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../src/theme/style.css';
import { Playground } from '../../src';
import { createTrainer, diagnose, type Trainer } from '../../src/engine-entry';
import { accessibilityTree, each, type Accessible } from '../support/accessibility-tree';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { mainFigures, smallMatrix, smallRun, trained } from '../support/main-figures';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

async function settle(): Promise<void> {
  await act(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  for (let i = 0; i < 3; i++) act(() => frames.tick());
}

async function read(element: ReactElement): Promise<Accessible> {
  render(<div style={{ width: 700 }}>{element}</div>);
  await settle();
  return accessibilityTree();
}

const nodes = (tree: Accessible, role: string) => [...each(tree)].filter((n) => n.role === role);
const names = (tree: Accessible, role: string) => nodes(tree, role).map(({ name }) => name);
const figure = (tree: Accessible) => nodes(tree, 'figure')[0]!;

/** A number as it is spoken: with the sign of a minus. */
const said = (value: number, digits = 3) => value.toFixed(digits).replace('-', '−');

const rolesWithNames = new Set([
  ...[
    'button',
    'checkbox',
    'radio',
    'combobox',
    'textbox',
    'slider',
    'spinbutton',
    'link',
    'option',
  ],
  ...['DisclosureTriangle', 'application', 'image', 'table', 'group', 'figure'],
]);

// What each figure is called, and a part of what it says of an untrained run.
const expected = {
  DecisionBoundary: ['Decision boundary', /10 training and 2 test points\. Epoch 0: \d+ of 10/],
  LossChart: ['Loss', /^Loss \d\.\d{3} at epoch 0; test loss \d\.\d{3}\./],
  LayerStack: ['Layer stack', /^Point 1 of 10: x 0\.26, y 1\.36, class 0\./],
  NetworkGraph: [
    'Network',
    /^A network of 2 inputs, 3 neurons \(ReLU\), 1 output \(Sigmoid\): 13 parameters/,
  ],
  DataEditor: ['Data', /^10 to train on, 2 to test on\. Arrow keys move the cursor/],
  ChainRuleStepper: ['E = (k·v)²', /\./],
  TrainerControls: ['Training controls', /Epoch 0 · Loss \d\.\d{3}/i],
  TensorGrid: ['Numbers of W', /^W, shape 2 by 3: 6 numbers from −4 to .*, mean .*\.$/],
  OptimizerRace: ['Optimizer race', /^Ravine, step 0 of 200: SGD is nearest to the minimum/],
  LossLandscape: ['Loss landscape', /Across: 2\.weight \[0, 0\].* Epoch 0: they are at/],
  FailureLab: ['What to watch', /./],
  Playground: [
    'Neural network playground',
    /^A model of 13 parameters and 10 training points, 2 to test on\. Epoch 0: loss 0\.\d{3}, /,
  ],
} satisfies Partial<Record<keyof typeof mainFigures, [string, RegExp]>>;

describe.each(Object.entries(expected))('%s', (name, [called, says]) => {
  it('is a figure with a name that says what it shows', async () => {
    const tree = await read(mainFigures[name as keyof typeof expected](trained()));
    expect(figure(tree).name).toBe(called);
    expect(figure(tree).description).toMatch(says);
    for (const inner of nodes(tree, 'figure')) expect(inner.name).not.toBe('');
  });
});

describe.each(Object.entries(mainFigures))('in %s', (_, make) => {
  it('every control, picture and table has a name, and nothing hidden has the focus', async () => {
    const tree = await read(make(trained(3)));
    const named = [...each(tree)].filter(
      ({ role, states }) =>
        rolesWithNames.has(role) || (states['focusable'] === 'true' && role !== 'RootWebArea'),
    );
    expect(named.length).toBeGreaterThan(1);
    // What opens and closes is a group for Chromium; its summary is the button with the name.
    const isDetails = ({ children: [first] }: Accessible) => first?.role === 'DisclosureTriangle';
    const nameless = named.filter((one) => one.name.trim() === '' && !isDetails(one));
    expect(nameless.map(({ role, children }) => [role, children.map(({ name }) => name)])).toEqual(
      [],
    );
  });

  it('nothing that only decorates is exposed', async () => {
    const tree = await read(make(trained(3)));
    const exposed = [...each(tree)];
    // Canvases and drawings are pictures with a name, or not there at all.
    expect(
      exposed.filter(({ role }) => ['Canvas', 'SvgRoot', 'graphics-symbol'].includes(role)),
    ).toEqual([]);
    for (const { role, name } of exposed) if (/image|img/i.test(role)) expect(name).not.toBe('');
  });
});

describe('after training, what is said is what the engine says', () => {
  async function compared(name: keyof typeof mainFigures, epochs = 40) {
    const trainer = trained();
    const before = await read(mainFigures[name](trainer));
    act(() => void trainer.step('epoch', epochs));
    await settle();
    return { trainer, before, after: await accessibilityTree() };
  }

  it('DecisionBoundary: the epoch and how many are wrong', async () => {
    const { trainer, before, after } = await compared('DecisionBoundary');
    const { x, y } = trainer.data;
    const output = trainer.model.forward(x).data;
    const wrong = [...y.data].filter((label, i) => output[i]! >= 0.5 !== (label === 1)).length;
    expect(figure(after).description).not.toBe(figure(before).description);
    expect(figure(after).description).toContain(`Epoch 40: ${wrong} of 10`);
  });

  it('DecisionBoundary: each point, one after the other', async () => {
    const trainer = trained(40);
    let tree = await read(mainFigures.DecisionBoundary(trainer));
    const { x, y } = trainer.data;
    const output = trainer.model.forward(x).data;
    const heard: string[] = [];
    act(() => document.querySelector<SVGElement>('[role="listbox"]')!.focus());
    for (let i = 0; i < 10; i++) {
      tree = await accessibilityTree();
      heard.push(...names(nodes(tree, 'listbox')[0]!, 'option'));
      await userEvent.keyboard('{ArrowRight}');
    }
    expect(heard).toEqual(
      [...y.data].map((label, i) => {
        const verdict = output[i]! > 0.5 === (label === 1) ? 'right' : 'wrong';
        const place = `${said(x.data[2 * i]!, 2)}, ${said(x.data[2 * i + 1]!, 2)}`;
        return `point ${i + 1} of 10: class ${label}, at ${place}; predicted ${said(output[i]!, 2)}, ${verdict}`;
      }),
    );
  });

  it('Playground: how large the model is, and how far it is', async () => {
    const trainer = trained();
    const before = await read(<Playground trainer={trainer} />);
    act(() => void trainer.step('epoch', 40));
    await settle();
    const after = await accessibilityTree();
    const wrong = trainer.countWrong();
    const { loss, testLoss } = trainer.now;
    expect(figure(after).description).not.toBe(figure(before).description);
    expect(figure(after).description).toBe(
      `A model of 13 parameters and 10 training points, 2 to test on. Epoch 40: loss ${said(loss)}, ` +
        `test loss ${said(testLoss!)}, ${wrong} of 10 training points on the wrong side.`,
    );
  });

  it('LossChart: both losses', async () => {
    const { trainer, after } = await compared('LossChart');
    expect(figure(after).description).toBe(
      `Loss from ${said(trainer.history.at(0)!.loss)} at epoch 0 to ${said(trainer.now.loss)} at epoch 40, falling; test loss ${said(trainer.now.testLoss!)}.`,
    );
  });

  it('LayerStack: the point, what the model says of it, and every value', async () => {
    const { trainer, after } = await compared('LayerStack');
    const [x, y] = trainer.data.x.data;
    const [p] = trainer.model.forward(trainer.data.x).data;
    expect(figure(after).description).toContain(
      `Point 1 of 10: x ${said(x!, 2)}, y ${said(y!, 2)}, class 0. The model says ${said(p!)};`,
    );
    expect(names(after, 'image')).toContain(`Sigmoid, value 1: ${said(p!, 4)}`);
    expect(names(after, 'image').filter((one) => one.includes('value'))).toHaveLength(11);
  });

  it('NetworkGraph: each neuron by its place, its bias and its strongest weight', async () => {
    const { trainer, before, after } = await compared('NetworkGraph');
    const [weight, bias, lastWeight, lastBias] = parameters(trainer);
    const neuron = (at: number) => {
      const weights = weight!.slice(2 * at, 2 * at + 2);
      return `Neuron ${at + 1} of hidden layer 1, bias ${said(bias![at]!)}, ${strongest(weights, ['Input x', 'Input y'])}`;
    };
    const expectedNames = [
      'Input x',
      'Input y',
      ...[0, 1, 2].map(neuron),
      `Output, bias ${said(lastBias![0]!)}, ${strongest(
        lastWeight!,
        [1, 2, 3].map((n) => `Neuron ${n} of hidden layer 1`),
      )}`,
    ];
    const listed = names(after, 'button').filter((one) => /^(Input|Neuron|Output)/.test(one));
    expect(listed).toEqual(expectedNames);
    expect(names(before, 'button')).not.toContain(expectedNames[2]);
  });

  it('NetworkGraph: the numbers of a neuron that is opened', async () => {
    const trainer = trained(3);
    const tree = await read(mainFigures.NetworkGraph(trainer));
    const first = names(tree, 'button').find((one) => one.startsWith('Neuron 1'))!;
    await userEvent.click(document.querySelector(`[aria-label="${first}"]`)!);
    await settle();
    const opened = await accessibilityTree();
    const numbers = nodes(opened, 'combobox').find(({ name }) => name === 'Number')!;
    expect(names(numbers, 'option')).toEqual([
      ...['Bias', 'Weight from input x', 'Weight from input y'],
    ]);
    const field = nodes(opened, 'textbox').find(({ name }) => name === 'Value')!;
    expect(Number(field.value.replace('−', '-'))).toBeCloseTo(parameters(trainer)[1]![0]!, 6);
    expect(names(opened, 'slider')).toEqual(['Drag the value']);
  });

  it('TrainerControls: epoch, loss and how many are wrong', async () => {
    const { trainer, after } = await compared('TrainerControls');
    const { loss, accuracy } = trainer.now;
    expect(figure(after).description).toBe(
      `epoch 40 · loss ${said(loss)} · ${Math.round((1 - accuracy!) * 10)} of 10 wrong`,
    );
  });

  it('LossLandscape: where the weights are, and the loss there', async () => {
    const { trainer, after } = await compared('LossLandscape');
    const data = parameters(trainer)[2]!;
    expect(figure(after).description).toContain(
      `Epoch 40: they are at ${said(data[0]!, 2)}, ${said(data[2]!, 2)}, where the loss is ${said(trainer.now.loss)}`,
    );
  });

  it('FailureLab: how many things are wrong', async () => {
    const fine = figure(await read(mainFigures.FailureLab(trained(40))));
    expect(fine.description).toBe('Nothing wrong so far.');
    cleanup();
    const ill = createTrainer({ ...smallRun, learningRate: 1000 });
    for (let i = 0; i < 30 && ill.now.status !== 'diverged'; i++) ill.step('epoch');
    const found = diagnose(ill);
    expect(found.every(({ severity }) => severity === 'problem')).toBe(true);
    const count = new Set(found.map(({ kind }) => kind)).size;
    const words = ['One problem.', 'Two problems.', 'Three problems.', 'Four problems.'];
    expect(figure(await read(mainFigures.FailureLab(ill))).description).toBe(words[count - 1]);
  });

  it('ChainRuleStepper: the step and its numbers', async () => {
    const tree = await read(mainFigures.ChainRuleStepper());
    // E = (k·v)² at k = 0.5, v = 42: dE/dv = 2k²v, and k² · ε more when it is measured.
    const slope = 2 * 0.25 * 42;
    expect(figure(tree).description).toContain(`= ${slope + 0.25 * 0.001}.`);
    expect(figure(tree).description).toContain(`The chain rule says ${slope}.`);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await settle();
    expect(figure(await accessibilityTree()).description).not.toContain('measure');
  });
});

describe('what figures are made of', () => {
  it('TensorGrid: a table of named rows and columns, every entry in its place', async () => {
    const tree = await read(mainFigures.TensorGrid());
    expect(names(tree, 'table')).toEqual([
      'W, shape 2 by 3: a row for each row, a column for each column',
    ]);
    expect(names(tree, 'columnheader')).toEqual(['column 0', 'column 1', 'column 2']);
    expect(names(tree, 'rowheader')).toEqual(['row 0', 'row 1']);
    const entries = names(tree, 'cell').filter((one) => one !== '');
    expect(entries).toEqual(smallMatrix.flat().map((value) => said(value, 2)));
  });

  it('OptimizerRace: a table with a row for each optimizer', async () => {
    const tree = await read(mainFigures.OptimizerRace());
    expect(names(tree, 'rowheader')).toEqual(['SGD', 'Momentum', 'RMSProp', 'Adam']);
    expect(names(tree, 'columnheader')).toEqual([
      ...['Optimizer', 'Learning rate', 'Loss f', 'To minimum'],
    ]);
  });

  it('DataEditor: a plane on which N goes from point to point, each of which is said', async () => {
    const trainer = trained();
    const tree = await read(mainFigures.DataEditor(trainer));
    expect(names(tree, 'application')).toEqual(['The points on the plane']);
    act(() => document.querySelector<HTMLElement>('[role="application"]')!.focus());
    await userEvent.keyboard('n');
    const [x, y] = trainer.data.x.data;
    const heard = nodes(await accessibilityTree(), 'status').flatMap((one) => [...each(one)]);
    expect(heard.map(({ name }) => name)).toContain(
      `Point 1 of 12, class 0, at x ${said(x!, 2)}, y ${said(y!, 2)}`,
    );
  });

  it('Predict: a group with the question as its name', async () => {
    const tree = await read(mainFigures.Predict());
    expect(names(tree, 'group')).toEqual(['Predict: How many corners has a square?']);
    expect(names(tree, 'textbox')).toEqual(['Your answer']);
  });

  it('a formula reads as mathematics', async () => {
    const tree = await read(mainFigures.ChainRuleStepper());
    const formulas = nodes(tree, 'MathMLMath');
    expect(formulas.length).toBeGreaterThan(5);
    for (const formula of formulas) expect(formula.children.length).toBeGreaterThan(0);
    const [slope] = formulas;
    expect([...each(slope!)].map(({ role }) => role)).toContain('MathMLFraction');
  });
});

const parameters = ({ model }: Trainer) => model.parameters().map(({ value }) => [...value.data]);

function strongest(weights: readonly number[], from: readonly string[]): string {
  const at = weights.reduce((best, w, i) => (Math.abs(w) > Math.abs(weights[best]!) ? i : best), 0);
  return `strongest weight ${said(weights[at]!)} from ${from[at]}`;
}
