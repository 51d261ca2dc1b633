// <ExportProgram>: the run as a program, what can be chosen of it, and how it is taken away.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  ExportProgram,
  Linear,
  Pancake,
  ReLU,
  Sequential,
  Sigmoid,
  createTrainer,
  toNumPy,
  toONNX,
  toPyTorch,
  type ExportProgramProps,
  type TrainerOptions,
} from '../../src';
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

function show(props: ExportProgramProps = {}, options: TrainerOptions = {}) {
  const trainer = createTrainer({ ...small, ...options });
  const view = render(<ExportProgram trainer={trainer} {...props} />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="ExportProgram"]')!;
  const again = (more: ExportProgramProps) =>
    view.rerender(<ExportProgram trainer={trainer} {...props} {...more} />);
  return { trainer, root, again };
}

const listing = () => screen.getByRole('region', { name: /^The program in/ });
const text = () => listing().querySelector('code')!.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the program', () => {
  it.each([
    ['pytorch', toPyTorch],
    ['numpy', toNumPy],
  ] as const)('in %s is the one of the engine, letter by letter', (format, write) => {
    const { trainer, root } = show({ format });
    expect(text()).toBe(write(trainer));
    expect(root).toHaveAttribute('data-lines', String(text().trimEnd().split('\n').length));
    expect(root).toHaveAttribute('data-from-epoch', '0');
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('is that of the nearest Pancake', () => {
    const { container } = render(
      <Pancake {...small}>
        <ExportProgram format="numpy" epochs={3} />
      </Pancake>,
    );
    expect(container.querySelector('code')).toHaveTextContent(
      'for epoch, order in enumerate(orders',
    );
    expect(text()).toBe(toNumPy(createTrainer(small), { epochs: 3 }));
  });

  it('selected by hand gives the program, letter by letter', () => {
    show({ format: 'numpy' });
    const selection = document.getSelection()!;
    selection.selectAllChildren(listing());
    expect(selection.toString().trimEnd()).toBe(text().trimEnd());
    selection.removeAllRanges();
  });

  it('colours words, texts and comments, and leaves the many numbers in peace', () => {
    const { root } = show({ format: 'pytorch' }, { points: 200 });
    const of = (kind: string) => [...root.querySelectorAll(`.pancake-code-${kind}`)];
    expect(of('keyword').map((one) => one.textContent)).toContain('import');
    expect(of('comment').map((one) => one.textContent)).toContain('# The data');
    expect(of('string')[0]).toHaveTextContent('A training run of react-pancake in PyTorch.');
    expect(of('number')).toEqual([]);
    expect(root.querySelectorAll('code > span').length).toBeLessThan(150);
  });
});

describe('the library', () => {
  it('is chosen by the reader, by mouse and by touch', async () => {
    const onFormatChange = vi.fn();
    const { trainer } = show({ onFormatChange });
    expect(text()).toBe(toPyTorch(trainer));
    await userEvent.click(screen.getByRole('tab', { name: 'NumPy' }));
    expect(text()).toBe(toNumPy(trainer));
    const tab = screen.getByRole('tab', { name: 'PyTorch' });
    const touch = { pointerType: 'touch', isPrimary: true, pointerId: 1 };
    fireEvent.pointerDown(tab, touch);
    fireEvent.pointerUp(tab, touch);
    fireEvent.click(tab);
    expect(text()).toBe(toPyTorch(trainer));
    expect(onFormatChange.mock.calls).toEqual([['numpy'], ['pytorch']]);
  });

  it('by keyboard: arrows open the tab beside, Escape and an arrow go on', async () => {
    const { trainer } = show();
    const at = () => document.activeElement!;
    await userEvent.tab();
    expect(at()).toHaveAccessibleName('PyTorch');
    await userEvent.keyboard('{ArrowRight}');
    expect(at()).toHaveAccessibleName('NumPy');
    expect(at()).toHaveAttribute('aria-selected', 'true');
    expect(text()).toBe(toNumPy(trainer));
    await userEvent.keyboard('{End}');
    expect(at()).toHaveAccessibleName('ONNX');
    await userEvent.keyboard('{ArrowRight}');
    expect(at()).toHaveAccessibleName('PyTorch');
    await userEvent.keyboard('{ArrowRight}');
    expect(text()).toBe(toNumPy(trainer));
    expect(screen.getByRole('tabpanel', { name: 'NumPy' })).toContainElement(listing());
    await userEvent.keyboard('{Escape}{ArrowRight}');
    expect(at()).toHaveAccessibleName('Initial weights');
    await userEvent.keyboard('{Escape}{ArrowRight}');
    expect(at()).toHaveAccessibleName('Copy');
    await userEvent.keyboard('{ArrowRight}');
    expect(at()).toHaveAccessibleName('Download pancake_numpy.py');
    await userEvent.keyboard('{ArrowRight}');
    expect(at()).toBe(listing());
  });
});

describe('the listing', () => {
  it('is no higher than it may be, and is scrolled by keyboard', async () => {
    show({ maxHeight: 200 });
    expect(listing().getBoundingClientRect().height).toBeLessThanOrEqual(200);
    expect(listing().scrollHeight).toBeGreaterThan(1000);
    listing().focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => listing().scrollTop).toBeGreaterThan(500);
  });

  it('never makes the page wider', () => {
    const { root } = show({ style: { width: 300 } });
    expect(root.scrollWidth).toBeLessThanOrEqual(300);
    expect(listing().scrollWidth).toBeGreaterThan(300);
  });
});

describe('the weights', () => {
  const now = () => screen.getByRole('radio', { name: 'Weights now' });

  it('are those of the beginning, whatever the run does', () => {
    const { trainer } = show();
    const before = text();
    act(() => trainer.step('epoch', 5));
    expect(text()).toBe(before);
  });

  it('of this moment follow the run wherever it rests', async () => {
    const onWeightsChange = vi.fn();
    const { trainer, root } = show({ onWeightsChange });
    act(() => trainer.step('epoch', 5));
    await userEvent.click(now());
    expect(onWeightsChange).toHaveBeenCalledWith('now');
    expect(text()).toBe(toPyTorch(trainer, { currentWeights: true }));
    expect(root).toHaveAttribute('data-from-epoch', '5');
    expect(root).toHaveTextContent('begins with the weights after epoch 5');
    act(() => trainer.step('epoch'));
    expect(text()).toBe(toPyTorch(trainer, { currentWeights: true }));
    act(() => trainer.seek(2));
    expect(text()).toBe(toPyTorch(trainer, { currentWeights: true }));
    expect(root).toHaveAttribute('data-from-epoch', '2');
  });

  it('of this moment stay as they are while the run plays', () => {
    const { trainer, root } = show({ weights: 'now' });
    act(() => trainer.play());
    const shown = text();
    act(() => {
      for (let i = 0; i < 120; i++) frames.tick();
    });
    expect(trainer.now.epoch).toBeGreaterThan(20);
    expect(text()).toBe(shown);
    act(() => trainer.pause());
    expect(text()).toBe(toPyTorch(trainer, { currentWeights: true }));
    expect(root).toHaveAttribute('data-from-epoch', String(trainer.now.epoch));
  });

  it('set by hand before the first step are the program’s', () => {
    const { trainer } = show();
    act(() => trainer.setParameter('0.weight', 1, 0.625));
    expect(text()).toContain('0.625');
    expect(text()).toBe(toPyTorch(trainer));
  });

  it('can be the page’s to choose', () => {
    show({ weights: 'initial' });
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('the options of the run', () => {
  it.each<[string, Partial<TrainerOptions>, RegExp]>([
    ['optimizer', { optimizer: 'Adam' }, /torch\.optim\.Adam\(/],
    ['learning rate', { learningRate: 0.375 }, /lr=0\.375/],
    ['batch size', { batchSize: 5 }, /range\(0, len\(x\), 5\)/],
    ['data', { data: 'simple' }, /Data: 4 points/],
    ['loss', { loss: 'MeanSquaredError' }, /nn\.MSELoss/],
    ['model', { model: [2, 3, 1] }, /nn\.Linear\(2, 3\)/],
    ['seed', { seed: 8 }, /nn\.Linear\(2, 4\)/],
    ['schedule', { schedule: { name: 'warmup', epochs: 3 } }, /LambdaLR/],
    ['penalty', { l1: 0.25 }, /0\.25 \* sum\(w\.abs/],
  ])('are followed: %s', (_, options, wanted) => {
    const { trainer } = show();
    const before = text();
    act(() => trainer.set(options));
    expect(text()).not.toBe(before);
    expect(text()).toBe(toPyTorch(trainer));
    expect(text()).toMatch(wanted);
  });

  it('are not looked at while the run trains', () => {
    const { trainer } = show();
    act(() => trainer.step('epoch'));
    const code = listing().querySelector('code')!;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((found) => changes.push(...found));
    observer.observe(code, { childList: true, subtree: true, characterData: true });
    act(() => trainer.play());
    act(() => {
      for (let i = 0; i < 60; i++) frames.tick();
    });
    changes.push(...observer.takeRecords());
    observer.disconnect();
    expect(trainer.now.epoch).toBeGreaterThan(10);
    expect(changes).toEqual([]);
  });
});

describe('Copy', () => {
  it('puts the program on the clipboard and says so, until it is another program', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { trainer } = show();
    const { width } = button('Copy').getBoundingClientRect();
    await act(async () => button('Copy').click());
    expect(write).toHaveBeenCalledWith(toPyTorch(trainer));
    expect(button('Copied').getBoundingClientRect().width).toBe(width);
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
    act(() => trainer.set({ learningRate: 0.01 }));
    expect(button('Copy')).toBeVisible();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('works by keyboard, and is ready again when the focus has left', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show();
    button('Copy').focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Copied' })).toHaveFocus();
    await userEvent.tab();
    expect(button('Copy')).toBeVisible();
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('selects the program where the page may not write to the clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    const { trainer } = show();
    await act(async () => button('Copy').click());
    expect(document.getSelection()!.toString().trimEnd()).toBe(toPyTorch(trainer).trimEnd());
    expect(screen.getByRole('status')).toHaveTextContent('press Ctrl+C');
    expect(button('Copy')).toBeVisible();
    document.getSelection()!.removeAllRanges();
  });
});

describe('Download', () => {
  it.each([
    [{}, 'pancake_pytorch.py'],
    [{ format: 'numpy' }, 'pancake_numpy.py'],
    [{ fileName: 'moons.py' }, 'moons.py'],
  ] as const)('with %j gives %s', async (props, name) => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:program';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    show(props);
    await userEvent.click(button(`Download ${name}`));
    expect(names).toEqual([name]);
    expect(await blobs[0]!.text()).toBe(text());
  });
});

class Cube extends ReLU {
  override get type() {
    return 'Cube';
  }
}

describe('a layer of one’s own', () => {
  it('leaves the figure without a program, and it says why and what to do', () => {
    const { root, trainer } = show(
      {},
      {
        model: (rng) =>
          new Sequential([
            new Linear(2, 3, { rng }),
            new Cube(),
            new Linear(3, 1, { rng }),
            new Sigmoid(),
          ]),
      },
    );
    expect(within(root).getByRole('status')).toHaveTextContent(/cannot write Cube at place 1/);
    expect(root.querySelector('button:not(.pancake-help-button)')).toBeNull();
    act(() => trainer.set({ model: [2, 3, 1] }));
    expect(text()).toBe(toPyTorch(trainer));
  });
});

describe('in ONNX', () => {
  const graph = () => screen.findByText(/^# ONNX, opset/);
  const downloaded = async (name: string) => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:model';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await userEvent.click(button(`Download ${name}`));
    return new Uint8Array(await blobs[0]!.arrayBuffer());
  };

  it('the file is the one of the engine, byte by byte, with the weights of this moment', async () => {
    const { trainer, root } = show();
    act(() => trainer.step('epoch', 3));
    await userEvent.click(screen.getByRole('tab', { name: 'ONNX' }));
    await graph();
    expect(root).toHaveAttribute('data-from-epoch', '3');
    expect(screen.getByRole('radio', { name: 'Weights now' })).toBeChecked();
    expect(await downloaded('pancake.onnx')).toEqual(toONNX(trainer));
    expect(root).toHaveTextContent(`4 nodes, ${toONNX(trainer).length} bytes`);
    expect(root).toHaveTextContent('with the weights after epoch 3');
  });

  it('with the initial weights if the reader likes', async () => {
    const { trainer } = show({ format: 'onnx' });
    await graph();
    act(() => trainer.step('epoch', 3));
    await userEvent.click(screen.getByRole('radio', { name: 'Initial weights' }));
    const bytes = await downloaded('pancake.onnx');
    expect(bytes).toEqual(toONNX(trainer, { currentWeights: false }));
    expect(bytes).not.toEqual(toONNX(trainer));
  });

  it('shows the graph: its input, its numbers, and each node with the shape of what it gives', async () => {
    show({ format: 'onnx' });
    await graph();
    const lines = screen.getByRole('region', { name: 'The graph in ONNX' }).textContent.split('\n');
    expect(lines).toEqual([
      '# ONNX, opset 17, float32, by react-pancake',
      'x  # [N, 2]',
      '0.weight  # [4, 2]',
      '0.bias  # [4]',
      '2.weight  # [1, 4]',
      '2.bias  # [1]',
      '/0/Gemm(x, 0.weight, 0.bias, transB=1)  # [N, 4]',
      '/1/Relu(/0/Gemm)  # [N, 4]',
      '/2/Gemm(/1/Relu, 2.weight, 2.bias, transB=1)  # [N, 1]',
      'y = /3/Sigmoid(/2/Gemm)  # [N, 1]',
      '',
    ]);
  });

  it('has nothing to copy, and is there by keyboard', async () => {
    show({ defaultFormat: 'onnx' });
    await graph();
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    screen.getByRole('tab', { name: 'ONNX' }).focus();
    await userEvent.keyboard('{Escape}{ArrowRight}{Escape}{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName('Download pancake.onnx');
  });
});

describe('the words', () => {
  it('can be replaced', () => {
    const { root } = show({ labels: { copy: 'Kopieren', heading: () => 'Als Programm' } });
    expect(button('Kopieren')).toBeVisible();
    expect(root).toHaveTextContent('Als Programm');
  });

  it('tell those who listen what the program trains', () => {
    const { root, trainer } = show();
    const description = document.getElementById(root.getAttribute('aria-describedby')!)!;
    expect(description).toHaveTextContent(
      `lines in PyTorch that trains ${trainer.model.describe()}, beginning with the initial weights.`,
    );
  });
});
