// Sharing: every figure as a picture, as numbers, as a link and as code.
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ReactElement } from 'react';
import {
  ActivationPlot,
  ChainRuleStepper,
  Compare,
  DataEditor,
  DecisionBoundary,
  ExportProgram,
  FailureLab,
  FanOut,
  GradientAccumulation,
  GradientCheck,
  LayerCode,
  LayerStack,
  LinearBackward,
  LinearProduct,
  LossChart,
  LossLandscape,
  NetworkGraph,
  OptimizerRace,
  OuterProductSum,
  Pancake,
  PancakeLanguage,
  PancakeSharing,
  Playground,
  Tanh,
  TensorGrid,
  TrainerControls,
  checkGradients,
  createTrainer,
  decodeRun,
  diagnose,
  toPyTorch,
  trace,
  type Tensor,
  type Trainer,
  type TrainerOptions,
} from '../../src';
import { LossSlice, createRace } from '../../src/trainer';
import plainKernels from '../../src/engine/kernels/plain.ts?raw';
import linear from '../../src/engine/layers/linear.ts?raw';
import { catchClipboard, catchFiles, readCells } from '../support/taken-away';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => {
  restore();
  vi.restoreAllMocks();
});

const small: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };

function trained(options: TrainerOptions = {}): Trainer {
  const trainer = createTrainer({ ...small, ...options });
  trainer.step('epoch', 12);
  return trainer;
}

const step = (trainer: Trainer) => trainer.trace([0, 1, 2]).steps[0]!;
const names = {
  place: 1,
  input: 'x',
  output: 'F1',
  objective: 'L',
  parameters: { weight: 'W1', bias: 'b1' },
};
const pair = [
  { name: '2.weight', place: 0 },
  { name: '2.weight', place: 3 },
] as const;
// Every neuron of a layer is like every other.
const allZero: TrainerOptions = { ...small, initialization: 'zeros' };
// Large figures take a busy machine some seconds to draw.
const patient = { timeout: 30_000 };
type Numbers = (number | string | null)[][];

interface Case {
  show: (trainer: Trainer) => ReactElement;
  /** The numbers of the engine that are in the CSV, all of its rows, in its first columns at least. */
  rows: (trainer: Trainer) => Numbers;
  /** What the menu does not offer. */
  without?: string[];
}

const history = (trainer: Trainer, name: string[] = []): Numbers =>
  trainer.history.map((entry) => [
    ...name,
    entry.epoch,
    entry.loss,
    entry.testLoss,
    entry.accuracy,
    entry.testAccuracy,
  ]);
const entries = (
  name: string,
  { data, shape }: { data: Float64Array; shape: readonly number[] },
) => {
  const columns = shape.length > 1 ? shape.at(-1)! : 1;
  return Array.from(data, (value, i) => [name, Math.floor(i / columns), i % columns, value]);
};
const traced = (trainer: Trainer, samples: number | number[]): Numbers => {
  const { steps } = trainer.trace(samples);
  const rows = (path: string, name: string, values: Tensor, gradients: Tensor) => {
    const units = values.data.length / values.shape[0]!;
    return Array.from(values.data, (one, i) => [
      ...[path, name, Math.floor(i / units), i % units, one, gradients.data[i]!],
    ]);
  };
  return [
    ...rows('input', 'input', steps[0]!.input, steps[0]!.gradIn),
    ...steps.flatMap(({ path, description, output, gradOut }) =>
      rows(path, description, output, gradOut),
    ),
  ];
};

const noLink = ['link', 'react', 'mdx', 'html', 'iframe'];
const cases: Record<string, Case> = {
  LossChart: { show: (trainer) => <LossChart trainer={trainer} />, rows: (run) => history(run) },
  TrainerControls: {
    show: (trainer) => <TrainerControls trainer={trainer} />,
    rows: (run) => history(run),
  },
  Playground: { show: (trainer) => <Playground trainer={trainer} />, rows: (run) => history(run) },
  DecisionBoundary: {
    show: (trainer) => <DecisionBoundary trainer={trainer} grid={20} />,
    rows: (trainer) => {
      const cell = 10 / 20;
      return Array.from({ length: 400 }, (_, i) => {
        const x = -5 + cell * ((i % 20) + 0.5);
        const y = 5 - cell * (Math.floor(i / 20) + 0.5);
        return [x, y, trainer.predict([[x, y]]).data[0]!];
      });
    },
  },
  NetworkGraph: {
    show: (trainer) => <NetworkGraph trainer={trainer} />,
    rows: (trainer) =>
      trainer.model
        .parameters()
        .flatMap(({ name, value }, p) =>
          entries(name, value).map((row, i) => [...row, trainer.gradients()[p]![i]!]),
        ),
  },
  DataEditor: {
    show: (trainer) => <DataEditor trainer={trainer} />,
    rows: ({ data, testData }) =>
      [data, testData!].flatMap(({ x, y }, part) =>
        Array.from(y.data, (label, i) => [
          ...[x.data[2 * i]!, x.data[2 * i + 1]!, label, part ? 'test' : 'train'],
        ]),
      ),
  },
  LayerStack: {
    show: (trainer) => <LayerStack trainer={trainer} sample={3} />,
    rows: (trainer) => traced(trainer, 3),
  },
  ChainRuleStepper: {
    show: (trainer) => <ChainRuleStepper trainer={trainer} />,
    rows: (trainer) => traced(trainer, 0),
  },
  GradientCheck: {
    show: (trainer) => <GradientCheck trainer={trainer} samples={4} />,
    rows: (trainer) => {
      const { x, y } = trainer.data;
      const first = Array.from({ length: 4 }, (_, i) => [x.data[2 * i]!, x.data[2 * i + 1]!]);
      const target = Array.from(y.data.slice(0, 4), (label) => [label]);
      const { entries: found } = checkGradients(trainer.model, first, {
        loss: trainer.loss,
        target,
      });
      return found.map(({ analytic, numeric }) => [analytic, numeric]);
    },
  },
  ActivationPlot: {
    show: () => <ActivationPlot of="Tanh" />,
    rows: () => {
      const xs = Array.from({ length: 401 }, (_, i) => [-5 + (10 * i) / 400]);
      const tanh = new Tanh();
      const { data: values } = tanh.forward(xs);
      const { data: slopes } = tanh.backward(xs.map(() => [1]));
      return xs.map(([x], i) => [x!, values[i]!, slopes[i]!]);
    },
    without: ['link'],
  },
  FailureLab: {
    show: () => <FailureLab trainer={createTrainer(allZero)} />,
    rows: () => {
      const found = diagnose(createTrainer(allZero));
      expect(found.length).toBeGreaterThan(0);
      return found.map(({ kind, severity }) => [kind, severity]);
    },
  },
  ExportProgram: {
    show: (trainer) => <ExportProgram trainer={trainer} format="pytorch" />,
    rows: (trainer) =>
      toPyTorch(trainer)
        .split('\n')
        .map((line, i) => [i + 1, line]),
  },
  GradientAccumulation: {
    show: (trainer) => <GradientAccumulation trainer={trainer} />,
    // A whole row of the one step that was looked at: of the first parameter's steepest number, with zeroGrad on.
    rows: (trainer) => {
      const { step: at, parameters } = trainer.rehearse();
      const used = [...parameters[0]!.gradient.used!.data];
      const steepest = used.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      return [[at, 0, steepest]];
    },
  },
  LossLandscape: {
    show: (trainer) => <LossLandscape trainer={trainer} grid={12} span={1} weights={pair} />,
    rows: (trainer) => {
      const { data } = trainer.model.parameters().find(({ name }) => name === '2.weight')!.value;
      const ranges = {
        a: [data[0]! - 1, data[0]! + 1],
        b: [data[3]! - 1, data[3]! + 1],
      } as const;
      const slice = new LossSlice(trainer, { a: pair[0], b: pair[1], ranges });
      const centre = ([low, high]: readonly [number, number], cell: number) =>
        low + ((high - low) * (cell + 0.5)) / 12;
      return Array.from({ length: 144 }, (_, i) => {
        const [a, b] = [centre(ranges.a, i % 12), centre(ranges.b, 11 - Math.floor(i / 12))];
        return [a, b, slice.lossAt(a, b)];
      });
    },
  },
  Compare: {
    show: () => (
      <Compare options={small} runs={[{ name: 'One' }, { name: 'Two', learningRate: 0.5 }]} />
    ),
    rows: () =>
      [{}, { learningRate: 0.5 }].flatMap((options, i) =>
        history(createTrainer({ ...small, ...options }), [['One', 'Two'][i]!]),
      ),
    without: noLink,
  },
  OptimizerRace: {
    show: () => <OptimizerRace posterStep={5} optimizers={['SGD', 'Adam']} />,
    rows: () =>
      createRace({ posterStep: 5, optimizers: ['SGD', 'Adam'] }).lanes.flatMap((lane) =>
        [0, 1, 2, 3, 4, 5].map((at) => [lane.name, at, lane.x(at), lane.y(at), lane.loss(at)]),
      ),
    without: ['link'],
  },
  FanOut: {
    show: () => <FanOut defaultA={3} />,
    rows: () => [[3, 6, 1, 1, 2]],
    without: ['link'],
  },
  TensorGrid: {
    show: (trainer) => <TensorGrid tensor={step(trainer).output} name="F1" />,
    rows: (trainer) => entries('F1', step(trainer).output),
    without: noLink,
  },
  LinearProduct: {
    show: (trainer) => <LinearProduct step={step(trainer)} names={names} />,
    rows: (trainer) => {
      const { input, output, parameters } = step(trainer);
      return [
        ...entries('x', input),
        ...entries('W1', parameters[0]!.value),
        ...entries('b1', parameters[1]!.value),
        ...entries('F1', output),
      ];
    },
    without: noLink,
  },
  LinearBackward: {
    show: (trainer) => <LinearBackward step={step(trainer)} names={names} />,
    rows: (trainer) => {
      const { gradOut, gradIn, parameters } = step(trainer);
      return [gradOut, parameters[0]!.value, gradIn].flatMap((tensor) =>
        entries('', tensor).map((row) => row.slice(1)),
      );
    },
    without: noLink,
  },
  OuterProductSum: {
    show: (trainer) => <OuterProductSum step={step(trainer)} names={names} />,
    rows: (trainer) => {
      const { shares, added } = step(trainer).parameters[0]!;
      return [...shares, added].flatMap((tensor) => entries('', tensor).map((row) => row.slice(1)));
    },
    without: noLink,
  },
  LayerCode: {
    show: (trainer) => <LayerCode step={step(trainer)} names={names} phase="forward" />,
    rows: () => [],
    without: noLink,
  },
};

async function openMenu(root: Element): Promise<HTMLElement> {
  const button = within(root as HTMLElement).getAllByRole('button', { name: /^Share/ })[0]!;
  button.focus();
  await userEvent.keyboard('{Enter}');
  return waitFor(() => {
    const panel = root.querySelector<HTMLElement>('.pancake-share-panel');
    expect(panel).not.toBeNull();
    // It takes the focus when it has come.
    expect(panel!.contains(document.activeElement)).toBe(true);
    return panel!;
  }, patient);
}

const item = (panel: Element, name: string) =>
  panel.querySelector<HTMLButtonElement>(`[data-share="${name}"]`)!;

async function press(panel: Element, name: string): Promise<string> {
  item(panel, name).focus();
  await userEvent.keyboard('{Enter}');
  return waitFor(() => {
    const said = within(panel as HTMLElement).getByRole('status').textContent;
    expect(said).toMatch(/saved|copied|clipboard|work/);
    return said;
  }, patient);
}

function sharedFigure(name: string) {
  const trainer = trained();
  const { show } = cases[name]!;
  const { container } = render(<PancakeSharing share>{show(trainer)}</PancakeSharing>);
  act(() => {
    for (let i = 0; i < 3; i++) frames.tick();
  });
  return { trainer, root: container.querySelector<HTMLElement>(`[data-pancake="${name}"]`)! };
}

describe.each(Object.keys(cases))('%s', (name) => {
  it('is taken along by keyboard: as numbers, as a drawing and as pixels', async () => {
    const files = catchFiles();
    const { trainer, root } = sharedFigure(name);
    const panel = await openMenu(root);
    const offered = [...panel.querySelectorAll<HTMLElement>('[data-share]')];
    const all = ['link', 'react', 'mdx', 'html', 'iframe', 'png', 'svg', 'csv'];
    const { without = [] } = cases[name]!;
    expect(offered.map(({ dataset }) => dataset['share'])).toEqual(
      all.filter((one) => !without.includes(one)),
    );

    expect(await press(panel, 'csv')).toMatch(/\.csv saved\.$/);
    const table = readCells(await files[0]!.blob.text());
    const [head, ...rows] = table;
    const wanted = cases[name]!.rows(trainer);
    for (const row of rows) expect(row).toHaveLength(head!.length);
    compareRows(name, rows, wanted);

    await press(panel, 'svg');
    await waitFor(() => expect(files).toHaveLength(2), patient);
    checkDrawing(root, await files[1]!.blob.text());

    await press(panel, 'png');
    await waitFor(() => expect(files).toHaveLength(3), patient);
    await checkPixels(root, files[2]!.blob);
  });
});

/** Each number is the engine's, with all its bits. */
function compareRows(name: string, rows: string[][], wanted: Numbers): void {
  if (name === 'GradientCheck') {
    const pair = ([a, b]: Numbers[number]) => `${a} ${b}`;
    const found = rows.map((row) => pair([Number(row[2]), Number(row[3])])).sort();
    expect(found).toEqual(wanted.map(pair).sort());
    return;
  }
  if (name === 'LayerCode') {
    // Each line is one of the engine's own source.
    expect(rows.length).toBeGreaterThan(3);
    rows.forEach(([number, code], i) => {
      expect(number).toBe(String(i + 1));
      expect(linear + plainKernels).toContain(code!.replace(/^'/, '').trim());
    });
    return;
  }
  if (name === 'LossLandscape') {
    expect(rows).toHaveLength(wanted.length);
    // The picture's cells are where these numbers are, but for the last bit.
    rows.forEach((row, i) =>
      row.forEach((cell, c) => expect(Number(cell)).toBeCloseTo(wanted[i]![c] as number, 10)),
    );
    return;
  }
  const skip = name === 'LinearBackward' || name === 'OuterProductSum' ? 1 : 0;
  wanted.forEach((row, i) => {
    row.forEach((value, c) => {
      const cell = rows[i]![c + skip]!;
      if (typeof value === 'number') expect(Object.is(Number(cell), value)).toBe(true);
      else if (value === null) expect(cell).toBe('');
      else expect(cell.replace(/^'/, '')).toBe(value);
    });
  });
  expect(rows).toHaveLength(wanted.length);
}

function checkDrawing(root: HTMLElement, text: string): void {
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(file.querySelector('parsererror')).toBeNull();
  const svg = file.documentElement;
  const box = root.getBoundingClientRect();
  expect(svg.getAttribute('width')).toBe(String(Math.ceil(box.width)));
  expect(svg.getAttribute('height')).toBe(String(Math.ceil(box.height)));
  expect(svg.querySelector('title')!.textContent).not.toBe('');
  // Nothing but itself is needed to show it.
  const foreign = /(href|src)="(?!data:|#)|@import|var\(--|<foreignObject|\sclass="/.exec(text);
  expect(foreign && text.slice(foreign.index - 80, foreign.index + 80)).toBeNull();
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.pancake-share, .pancake-hidden, defs, clipPath');
  const paths = [...root.querySelectorAll('path[d]')].filter(isSeen);
  const drawn = new Set([...file.querySelectorAll('path')].map((path) => path.getAttribute('d')));
  for (const path of paths) expect(drawn).toContain(path.getAttribute('d'));
  const words = svg.textContent.replace(/\s+/g, '');
  const heading = root.querySelector('.pancake-title')?.textContent ?? '';
  expect(words).toContain(heading.replace(/\s+/g, ''));
  const canvases = [...root.querySelectorAll('canvas')].filter(
    (canvas) => isSeen(canvas) && canvas.width && canvas.getBoundingClientRect().width,
  );
  expect(file.querySelectorAll('image')).toHaveLength(canvases.length);
  for (const canvas of canvases) {
    expect(text).toContain(canvas.toDataURL('image/png'));
  }
}

async function checkPixels(root: HTMLElement, blob: Blob): Promise<void> {
  const picture = await createImageBitmap(blob);
  const box = root.getBoundingClientRect();
  expect([picture.width, picture.height]).toEqual([
    2 * Math.ceil(box.width),
    2 * Math.ceil(box.height),
  ]);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const colors = new Set<number>();
  for (let i = 0; i < data.length; i += 4) {
    colors.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
  }
  expect(colors.size).toBeGreaterThan(8);
}

describe('the menu', () => {
  it('is there only where it was asked for', () => {
    const trainer = trained();
    const buttons = () => screen.queryAllByRole('button', { name: /^Share/ }).length;
    const { rerender } = render(<LossChart trainer={trainer} />);
    expect(buttons()).toBe(0);
    rerender(<LossChart trainer={trainer} share />);
    expect(buttons()).toBe(1);
    rerender(
      <PancakeSharing share>
        <LossChart trainer={trainer} share={false} />
        <LayerStack trainer={trainer} />
      </PancakeSharing>,
    );
    expect(buttons()).toBe(1);
    rerender(
      <PancakeSharing share={false}>
        <Playground trainer={trainer} />
      </PancakeSharing>,
    );
    expect(buttons()).toBe(0);
    rerender(<Playground trainer={trainer} />);
    expect(buttons()).toBeGreaterThan(5);
    rerender(<Playground trainer={trainer} share={false} />);
    expect(buttons()).toBe(0);
  });

  it('offers what it is told to', async () => {
    const { container } = render(<LossChart trainer={trained()} share={['csv']} />);
    const panel = await openMenu(container);
    expect(panel.querySelectorAll('[data-share]')).toHaveLength(1);
  });

  it('stands beside the drawing, and is gone on paper', () => {
    const { container } = render(<DecisionBoundary trainer={trained()} share />);
    const button = screen.getByRole('button', { name: 'Share Decision boundary' });
    const drawing = container.querySelector('canvas')!.getBoundingClientRect();
    expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(drawing.top + 1);
  });

  it('closes by Escape, with the focus where it was, and by a press elsewhere', async () => {
    const { container } = render(<LossChart trainer={trained()} share />);
    const button = screen.getByRole('button', { name: /^Share/ });
    await openMenu(container);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(container.querySelector('.pancake-share-panel')!.contains(document.activeElement)).toBe(
      true,
    );
    await userEvent.keyboard('{Escape}');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(document.activeElement).toBe(button);
    await openMenu(container);
    fireEvent.pointerDown(document.body);
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  it('copies a link that opens the same run at the same epoch', async () => {
    const copied = catchClipboard();
    const trainer = trained();
    trainer.setParameter('0.weight', 2, 0.75);
    trainer.step('epoch', 3);
    const { container } = render(<LossChart trainer={trainer} share />);
    const panel = await openMenu(container);
    expect(await press(panel, 'link')).toBe('Copy link copied.');
    const text = new URL(copied[0]!).hash.replace('#run=', '');
    const opened = createTrainer();
    opened.open(decodeRun(text));
    expect(opened.now).toEqual(trainer.now);
    expect(opened.model.parameters()[0]!.value.data).toEqual(
      trainer.model.parameters()[0]!.value.data,
    );
    await userEvent.click(within(panel).getByRole('checkbox'));
    await press(panel, 'link');
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied[1]!.length).toBeGreaterThan(copied[0]!.length);
  });

  it('names what a link cannot hold', async () => {
    catchClipboard();
    const trainer = trained({ schedule: (epoch) => 1 / (1 + epoch) });
    const { container } = render(<LossChart trainer={trainer} share />);
    expect(await press(await openMenu(container), 'link')).toContain('Not held');
  });

  it('shows the text to be copied by hand where the clipboard is closed', async () => {
    catchClipboard({ denied: true });
    const { container } = render(<LossChart trainer={trained()} share />);
    const panel = await openMenu(container);
    expect(await press(panel, 'mdx')).toContain('copy it by hand');
    const field = within(panel).getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toContain('<LossChart');
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    expect(field).toHaveAccessibleDescription(expect.stringContaining('copy it by hand'));
  });

  it('says what is done a second time a second time', async () => {
    catchClipboard();
    const { container } = render(<LossChart trainer={trained()} share />);
    const panel = await openMenu(container);
    const said = await press(panel, 'link');
    const status = within(panel).getByRole('status');
    let spoken = 0;
    const log = new MutationObserver((changes) => {
      spoken += changes.filter(({ addedNodes }) => addedNodes.length > 0).length;
    });
    log.observe(status, { childList: true, subtree: true });
    item(panel, 'link').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(spoken).toBe(1), patient);
    log.disconnect();
    expect(status).toHaveTextContent(said);
  });

  it('says what did not work', async () => {
    const trainer = trained({ model: [2, 200, 200, 1], points: 8 });
    const { container } = render(<LossChart trainer={trainer} share />);
    const said = await press(await openMenu(container), 'link');
    expect(said).toContain('the model has 41001 parameters');
  });
});

describe('the code', () => {
  it.each([
    ['react', '<Pancake data="moons" model={[2, 4, 1]} points={40} seed={7}>'],
    ['mdx', "import { Pancake, LossChart } from 'react-pancake';"],
    ['html', '<pancake-figure type="loss-chart" '],
    ['iframe', 'embed.html?type=loss-chart&amp;'],
  ])('%s has the options of the run', async (format, part) => {
    const copied = catchClipboard();
    const { container } = render(
      <Pancake {...small} share>
        <LossChart />
      </Pancake>,
    );
    await press(await openMenu(container), format);
    const code = copied[0]!.replace(
      /(<Pancake) ([^>]*)>/,
      (_, tag, props: string) =>
        `${tag} ${props
          .split(/ (?=[a-z]+=)/)
          .sort()
          .join(' ')}>`,
    );
    expect(code).toContain(part);
    if (format === 'html') {
      for (const attribute of ['data="moons"', 'model="2,4,1"', 'points="40"', 'seed="7"']) {
        expect(code).toContain(attribute);
      }
    }
  });

  it('has a link for a run that has gone on', async () => {
    const copied = catchClipboard();
    const trainer = trained();
    const { container } = render(<LossChart trainer={trainer} share />);
    await press(await openMenu(container), 'react');
    const text = /link="([\w-]+)"/.exec(copied[0]!)![1]!;
    const { container: other } = render(
      <Pancake link={text}>
        <LossChart />
      </Pancake>,
    );
    const root = other.querySelector('[data-pancake="LossChart"]')!;
    expect(root).toHaveAttribute('data-epoch', '12');
    expect(root).toHaveAttribute('data-loss', String(trainer.now.loss));
  });
});

describe('the code for pages without React', () => {
  it.each(['html', 'iframe'])(
    '%s has the whole run, with weights if they are wanted',
    async (format) => {
      const copied = catchClipboard();
      const trainer = trained();
      trainer.setParameter('0.weight', 2, 0.75);
      const { container } = render(<LossChart trainer={trainer} share={['embed']} />);
      const panel = await openMenu(container);
      await press(panel, format);
      await userEvent.click(within(panel).getByRole('checkbox'));
      await press(panel, format);
      await waitFor(() => expect(copied).toHaveLength(2));
      const [short, long] = copied.map((code) => /(?:link="|#run=)([\w-]+)"/.exec(code)![1]!);
      for (const text of [short!, long!]) {
        const opened = createTrainer();
        opened.open(decodeRun(text));
        expect(opened.now).toEqual(trainer.now);
        const weights = ({ model }: Trainer) => model.parameters().map(({ value }) => value.data);
        expect(weights(opened)).toEqual(weights(trainer));
      }
      expect(long!.length).toBeGreaterThan(short!.length);
    },
  );

  it('says what it cannot hold, and the language', async () => {
    const copied = catchClipboard();
    const trainer = trained({ schedule: (epoch) => 1 / (1 + epoch) });
    const { container } = render(
      <PancakeLanguage language={{ tag: 'de', words: {} }}>
        <LossChart trainer={trainer} share />
      </PancakeLanguage>,
    );
    expect(await press(await openMenu(container), 'html')).toContain('Not held');
    expect(copied[0]).toContain(' lang="de"');
  });

  it('of a playground with a run from outside opens that run, not the one of its own defaults', async () => {
    const copied = catchClipboard();
    const trainer = createTrainer({ data: 'xor', model: [2, 3, 1], seed: 3 });
    const { container } = render(<Playground trainer={trainer} />);
    await press(await openMenu(container), 'html');
    const text = /<pancake-playground link="([\w-]+)"/.exec(copied[0]!)![1]!;
    expect(decodeRun(text).options).toEqual(trainer.record().options);
  });
});

describe('cells of words', () => {
  it.each(['=1+1', '+1', '-x', '@sum', '\tx'])(
    'that look like formulas are not: %j',
    async (name) => {
      const files = catchFiles();
      const { container } = render(
        <TensorGrid tensor={trace(trained().model, [[1, 2]])[0]!.output} name={name} share />,
      );
      await press(await openMenu(container), 'csv');
      const cells = readCells(await files[0]!.blob.text());
      expect(cells[1]![0]).toBe(`'${name}`);
      // Numbers stay numbers, below zero too.
      for (const row of cells.slice(1)) expect(Number.isFinite(Number(row[3]))).toBe(true);
    },
  );
});
