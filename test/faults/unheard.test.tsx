// What React hears nothing of: observers, timers and promises. Their errors are told by the figure that they
// belong to, and code that could not be loaded is loaded when a reader tries again.
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ChainRuleStepper,
  CodeChallenge,
  DataEditor,
  DecisionBoundary,
  ExportProgram,
  ImportModel,
  LossChart,
  Pancake,
  TrainerControls,
  createTrainer,
  toJSON,
  toONNX,
} from '../../src';
import { editorCode } from '../../src/components/code-challenge/code-field';
import { onnxFiles as written } from '../../src/components/export-program/use-program';
import { onnxFiles as read } from '../../src/components/import-model/read-model';
import { sharePanel } from '../../src/components/share/share-button';
import type { Later } from '../../src/hooks';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { boxes } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  restore();
});

const small = { data: 'moons', points: 50, model: [2, 4, 1] } as const;
const figure = (name: string) => document.querySelector<HTMLElement>(`[data-pancake="${name}"]`);
const box = () => figure('Error')!;
function drop(onto: string, file: File, part?: string) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const place = part ? figure(onto)!.querySelector(part)! : figure(onto)!;
  fireEvent(place, new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}
const tryAgain = () => userEvent.click(screen.getByRole('button', { name: 'Try again' }));

/** Observers of this kind as they are, but a test can have all of them call back. */
function hear(kind: 'ResizeObserver' | 'IntersectionObserver') {
  const calls: (() => void)[] = [];
  const Real = window[kind] as new (
    callback: (...args: unknown[]) => void,
    options?: object,
  ) => object;
  class Heard extends Real {
    constructor(callback: (...args: unknown[]) => void, options?: object) {
      super(callback, options);
      calls.push(() => callback([{ isIntersecting: true, target: document.body }], this));
    }
  }
  vi.stubGlobal(kind, Heard);
  return () => act(() => calls.forEach((call) => call()));
}

describe('an error of which React hears nothing is told by its figure', () => {
  it('in a ResizeObserver', async () => {
    const callAll = hear('ResizeObserver');
    render(
      <Pancake {...small}>
        <LossChart />
        <TrainerControls />
      </Pancake>,
    );
    expectConsole('error', 'in a ResizeObserver');
    const measure = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => {
      throw new Error('in a ResizeObserver');
    });
    callAll();
    measure.mockRestore();
    expect(boxes()).toEqual(['in a ResizeObserver']);
    expect(box().dataset['figure']).toBe('LossChart');
    expect(figure('TrainerControls')).toBeVisible();
    await tryAgain();
    expect(boxes()).toEqual([]);
    expect(figure('LossChart')).toBeVisible();
  });

  it('in an IntersectionObserver', async () => {
    const callAll = hear('IntersectionObserver');
    const trainer = createTrainer(small);
    render(
      <>
        <LossChart trainer={trainer} />
        <p>Text around.</p>
      </>,
    );
    expectConsole('error', 'in an IntersectionObserver');
    const sight = vi.spyOn(trainer, 'sight').mockImplementation(() => {
      throw new Error('in an IntersectionObserver');
    });
    callAll();
    sight.mockRestore();
    expect(boxes()).toEqual(['in an IntersectionObserver']);
    expect(box().dataset['figure']).toBe('LossChart');
    await tryAgain();
    expect(boxes()).toEqual([]);
  });

  it('in a MutationObserver: a theme that cannot be read', async () => {
    const page = (theme: 'light' | 'dark') => (
      <div data-theme={theme}>
        <Pancake {...small}>
          <DecisionBoundary />
          <LossChart />
        </Pancake>
      </div>
    );
    const { rerender } = render(page('light'));
    act(() => frames.tick());
    expectConsole('error', 'in a MutationObserver');
    const style = vi.spyOn(window, 'getComputedStyle').mockImplementation(() => {
      throw new Error('in a MutationObserver');
    });
    rerender(page('dark'));
    await waitFor(() => expect(boxes()).toEqual(['in a MutationObserver']));
    style.mockRestore();
    expect(box().dataset['figure']).toBe('DecisionBoundary');
    expect(figure('LossChart')).toBeVisible();
    await tryAgain();
    expect(boxes()).toEqual([]);
  });

  it('in a timer', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let fails = true;
    const trainer = createTrainer(small);
    render(
      <ChainRuleStepper
        trainer={trainer}
        onStepChange={() => {
          if (fails) throw new Error('in a timer');
        }}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    expectConsole('error', 'in a timer');
    act(() => void vi.advanceTimersByTime(5000));
    expect(boxes()).toEqual(['in a timer']);
    expect(box().dataset['figure']).toBe('ChainRuleStepper');
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(boxes()).toEqual([]);
  });

  it('in a promise: a file that cannot be read', async () => {
    render(
      <Pancake {...small}>
        <DataEditor />
      </Pancake>,
    );
    const file = new File(['x,y,label\n0,0,1'], 'points.csv', { type: 'text/csv' });
    vi.spyOn(Blob.prototype, 'text').mockRejectedValue(new Error('in a promise'));
    expectConsole('error', 'in a promise');
    drop('DataEditor', file, '.pancake-data-plane');
    await waitFor(() => expect(boxes()).toEqual(['in a promise']));
    expect(box().dataset['figure']).toBe('DataEditor');
    await tryAgain();
    expect(boxes()).toEqual([]);
  });

  it('in a promise: what the page does with a model that was opened', async () => {
    const trainer = createTrainer(small);
    render(
      <ImportModel
        trainer={trainer}
        onImport={() => {
          throw new Error('in a promise');
        }}
      />,
    );
    expectConsole('error', 'in a promise');
    const file = new File([JSON.stringify(toJSON(trainer.model))], 'model.json');
    drop('ImportModel', file);
    await waitFor(() => expect(boxes()).toEqual(['in a promise']));
    expect(box().dataset['figure']).toBe('ImportModel');
  });
});

/** Has this part fail to load so many times; says how often it was asked for. */
function failing(later: Later<unknown>, times: number) {
  const source = later as unknown as { get: () => Promise<unknown> };
  const get = vi.spyOn(source, 'get');
  for (let i = 0; i < times; i++) get.mockRejectedValueOnce(new Error('no connection'));
  return get;
}

const alert = () => screen.getByRole('alert');

describe('code that could not be loaded is loaded when it is tried again', () => {
  it('the menu to share', async () => {
    const get = failing(sharePanel, 2);
    render(
      <Pancake {...small}>
        <LossChart share />
      </Pancake>,
    );
    await userEvent.click(screen.getByRole('button', { name: /^Share/ }));
    await waitFor(() => expect(alert()).toHaveTextContent('This part could not be loaded'));
    expect(alert()).toHaveTextContent('no connection');
    expect(boxes()).toEqual([]);
    expect(figure('LossChart')).toBeVisible();
    await tryAgain();
    await waitFor(() => expect(alert()).toHaveTextContent('no connection'));
    expect(get).toHaveBeenCalledTimes(2);
    await tryAgain();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Copy link' })).toBeVisible());
    expect(get).toHaveBeenCalledTimes(3);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('the editor, in whose place a plain field does until then', async () => {
    failing(editorCode, 1);
    render(<CodeChallenge name="linear" />);
    await waitFor(() => expect(alert()).toHaveTextContent('no connection'));
    const plain = screen.getByRole('textbox');
    expect(plain.tagName).toBe('TEXTAREA');
    fireEvent.change(plain, { target: { value: '// mine' } });
    await tryAgain();
    await waitFor(() => expect(document.querySelector('.cm-content')).toHaveTextContent('// mine'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(boxes()).toEqual([]);
  });

  it('what writes ONNX files', async () => {
    failing(written, 1);
    render(
      <Pancake {...small}>
        <ExportProgram format="onnx" />
      </Pancake>,
    );
    await waitFor(() => expect(alert()).toHaveTextContent('What writes ONNX files could not be'));
    await tryAgain();
    await waitFor(() => expect(figure('ExportProgram')).toHaveTextContent('Gemm'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('what reads ONNX files: the same file is read', async () => {
    failing(read, 1);
    const trainer = createTrainer(small);
    render(<ImportModel trainer={trainer} />);
    const other = createTrainer({ ...small, seed: 9 });
    const file = new File([toONNX(other.model, { precision: 'float64' })], 'model.onnx');
    drop('ImportModel', file);
    await waitFor(() => expect(alert()).toHaveTextContent('model.onnx'));
    await userEvent.click(within(alert()).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(figure('ImportModel')!.dataset['state']).toBe('opened'));
    expect(toJSON(trainer.model)).toEqual(toJSON(other.model));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
