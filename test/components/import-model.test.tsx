// <ImportModel>: a file becomes the run's model, by button, by drop and by keyboard; what does not is told.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  ImportModel,
  Linear,
  Sequential,
  Sigmoid,
  Tanh,
  createRng,
  createTrainer,
  toJSON,
  toONNX,
  type ImportModelProps,
  type TrainerOptions,
} from '../../src';
import { takeOverFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => {
  restore();
  vi.restoreAllMocks();
});

const rng = createRng(5);
const classifier = (inputs = 2, outputs = 1) =>
  new Sequential([
    new Linear(inputs, 3, { rng }),
    new Tanh(),
    new Linear(3, outputs, { rng }),
    new Sigmoid(),
  ]);
const withoutEnd = (model: Sequential) => new Sequential(model.layers.slice(0, -1));
const asFile = (content: BlobPart, name: string) => new File([content], name);
const onnx = (model: Sequential, name = 'model.onnx') =>
  asFile(toONNX(model, { precision: 'float64' }), name);

function show(props: ImportModelProps = {}, options: TrainerOptions = {}) {
  const trainer = createTrainer({ data: 'moons', points: 40, model: [2, 4, 1], ...options });
  const view = render(<ImportModel trainer={trainer} {...props} />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="ImportModel"]')!;
  const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
  const choose = (file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    Object.defineProperty(input, 'files', { value: transfer.files, configurable: true });
    fireEvent.change(input);
  };
  return { trainer, root, input, choose };
}

const status = () => screen.getByRole('status');
const opened = () => screen.findByText(/The run begins with it\./);
const refusal = () => screen.findByRole('alert');

describe('a file that is opened', () => {
  it('in ONNX: the run begins with its model, to the last bit', async () => {
    const onImport = vi.fn();
    const { trainer, root, choose } = show({ onImport });
    act(() => trainer.step('epoch', 3));
    const model = classifier();
    const file = onnx(model, 'from-afar.onnx');
    choose(file);
    await opened();
    expect(trainer.model.describe()).toBe(model.describe());
    expect(toJSON(trainer.model)).toEqual(toJSON(model));
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0, status: 'idle' });
    expect(status()).toHaveTextContent(
      'from-afar.onnx: Sequential(Linear(2, 3), Tanh, Linear(3, 1), Sigmoid), 13 parameters.',
    );
    expect(root).toHaveAttribute('data-state', 'opened');
    expect(onImport).toHaveBeenCalledExactlyOnceWith(trainer.model, file);
  });

  it('as JSON, whatever it is called: the same', async () => {
    const { trainer, choose } = show();
    const model = classifier();
    choose(asFile(` \n${JSON.stringify(toJSON(model))}`, 'model.txt'));
    await opened();
    expect(toJSON(trainer.model)).toEqual(toJSON(model));
  });

  it('the run trains it from there, and goes back to it', async () => {
    const { trainer, choose } = show();
    const model = classifier();
    const before = toJSON(model);
    choose(onnx(model));
    await opened();
    act(() => trainer.step('epoch', 5));
    expect(toJSON(trainer.model)).not.toEqual(before);
    act(() => trainer.reset());
    expect(toJSON(trainer.model)).toEqual(before);
  });

  it('a model that gives logits comes with the loss for them, and one with probabilities too', async () => {
    const { trainer, choose } = show();
    choose(onnx(withoutEnd(classifier()), 'logits.onnx'));
    expect(await opened()).toHaveTextContent('Its loss is BinaryCrossEntropyWithLogits now');
    expect(trainer.loss.type).toBe('BinaryCrossEntropyWithLogits');
    act(() => trainer.step('epoch'));
    choose(onnx(classifier(), 'chances.onnx'));
    await screen.findByText(/^chances\.onnx/);
    expect(status()).toHaveTextContent('Its loss is BinaryCrossEntropy now');
    expect(trainer.loss.type).toBe('BinaryCrossEntropy');
  });

  it('can be the same one again', async () => {
    const { trainer, input, choose } = show();
    const file = onnx(classifier());
    choose(file);
    await opened();
    expect(input.value).toBe('');
    act(() => trainer.step('epoch', 2));
    choose(file);
    await opened();
    expect(trainer.now.epoch).toBe(0);
  });

  it('of two, one after the other, only the later counts', async () => {
    const { trainer, choose } = show();
    const slow = onnx(classifier(), 'slow.onnx');
    let finish!: (bytes: ArrayBuffer) => void;
    vi.spyOn(slow, 'arrayBuffer').mockReturnValue(new Promise((resolve) => (finish = resolve)));
    choose(slow);
    expect(status()).toHaveTextContent('Reading slow.onnx…');
    const quick = new Sequential([new Linear(2, 1, { rng }), new Sigmoid()]);
    choose(onnx(quick, 'quick.onnx'));
    await screen.findByText(/^quick\.onnx/);
    await act(async () => finish(new ArrayBuffer(3)));
    expect(status()).toHaveTextContent('quick.onnx');
    expect(trainer.model.describe()).toBe(quick.describe());
  });
});

describe('a file that is refused leaves the run as it was, and is told why:', () => {
  const cut = toONNX(classifier()).slice(0, -20);
  it.each<[string, File, RegExp]>([
    [
      'no model',
      asFile('x,y\n1,2\n', 'points.csv'),
      /^points\.csv could not be opened\. fromONNX: this is not a whole ONNX file/,
    ],
    ['cut off', asFile(cut, 'cut.onnx'), /^cut\.onnx could not be opened\. .*It may be cut off/],
    [
      'other JSON',
      asFile('{"a": 1}', 'a.json'),
      /^a\.json could not be opened\. fromJSON got an object.*it must be what toJSON gave/,
    ],
    ['other inputs', onnx(classifier(3)), /Linear\(3, 3\) got an input of shape \[1, 2\]/],
    ['other outputs', onnx(classifier(2, 4)), /model gives 4 outputs a point; the data needs one/],
    [
      'too large',
      asFile(new Uint8Array(17 * 2 ** 20), 'big.onnx'),
      /more than 16.777.216 bytes; a page trains smaller models/,
    ],
    ['empty', asFile('', 'empty.onnx'), /fromONNX got an empty file/],
  ])('%s', async (_, file, words) => {
    const { trainer, root, choose } = show();
    act(() => trainer.step('epoch', 2));
    const { model, loss } = trainer;
    const before = trainer.getSnapshot();
    choose(file);
    expect((await refusal()).textContent).toMatch(words);
    expect(root).toHaveAttribute('data-state', 'refused');
    expect(trainer.model).toBe(model);
    expect(trainer.loss).toBe(loss);
    expect(trainer.getSnapshot()).toEqual(before);
  });

  it('one that cannot be read from the disk', async () => {
    const { choose } = show();
    const gone = onnx(classifier(), 'gone.onnx');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
    choose(gone);
    expect(await refusal()).toHaveTextContent(
      'gone.onnx could not be opened. The file cannot be read',
    );
  });

  it('and after it another can be opened', async () => {
    const { choose } = show();
    choose(asFile('?', 'a.onnx'));
    await refusal();
    choose(onnx(classifier()));
    await opened();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('by hand', () => {
  const carrying = (...files: File[]) => {
    const dataTransfer = new DataTransfer();
    files.forEach((file) => dataTransfer.items.add(file));
    return dataTransfer;
  };
  // Whether the browser would still do what it does by itself: leave the page for the file.
  const drag = (root: Element, type: 'dragover' | 'drop', dataTransfer: DataTransfer) => {
    let isLeft = true;
    act(() => {
      isLeft = root.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
      );
    });
    return isLeft;
  };

  it('a file is dropped on the figure', async () => {
    const { trainer, root } = show();
    const model = classifier();
    const files = carrying(onnx(model));
    expect(drag(root, 'dragover', files)).toBe(false);
    expect(root).toHaveAttribute('data-over');
    expect(drag(root, 'drop', files)).toBe(false);
    await opened();
    expect(root).not.toHaveAttribute('data-over');
    expect(trainer.model.describe()).toBe(model.describe());
  });

  it('several are too many, and text is none', async () => {
    const { root } = show();
    drag(root, 'drop', carrying(onnx(classifier()), onnx(classifier())));
    expect(await refusal()).toHaveTextContent('These are several files; drop one.');
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');
    expect(drag(root, 'dragover', text)).toBe(true);
    expect(root).not.toHaveAttribute('data-over');
  });

  it('the button opens the browser’s own window, by mouse and by keyboard', async () => {
    const { input } = show();
    const click = vi.spyOn(input, 'click').mockImplementation(() => undefined);
    await userEvent.tab();
    expect(document.activeElement).toHaveAccessibleName('Open a model');
    await userEvent.click(screen.getByRole('button', { name: 'Open a model' }));
    await userEvent.keyboard('{Enter}');
    expect(click).toHaveBeenCalledTimes(2);
    expect(input.accept).toContain('.onnx');
  });
});

it('its words can be replaced', () => {
  const { root } = show({ labels: { open: 'Modell öffnen', heading: 'Aus einer Datei' } });
  expect(screen.getByRole('button', { name: 'Modell öffnen' })).toBeVisible();
  expect(root).toHaveTextContent('Aus einer Datei');
});
