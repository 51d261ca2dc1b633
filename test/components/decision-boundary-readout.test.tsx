// The readout of the activations behind the probed point, against the engine.
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Trainer, TrainerOptions } from '../../src/engine-entry';
import { selectionOf } from '../../src/hooks';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { moons, show } from './decision-boundary-helpers';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

// 0 Linear 2→3, 1 ReLU, 2 Linear 3→12, 3 ReLU, 4 Linear 12→1, 5 Sigmoid
const options: TrainerOptions = { ...moons, model: [2, 3, 12, 1] };
const readout = () => screen.getByRole('group', { name: 'What each layer makes of the point' });
const cellsOf = (place: number) => [
  ...readout().querySelectorAll<HTMLElement>(`[data-row-place="${place}"] [data-unit]`),
];
const numbers = (place: number) => cellsOf(place).map(({ dataset }) => Number(dataset['value']));

function hover(root: HTMLElement, across: number, down: number, type = 'mouse') {
  const svg = root.querySelector('.pancake-plane svg')!;
  const box = svg.getBoundingClientRect();
  const at = { clientX: box.left + across * box.width, clientY: box.top + down * box.height };
  if (type === 'mouse') fireEvent.pointerMove(svg, { ...at, pointerType: type });
  else fireEvent.pointerDown(svg, { ...at, pointerType: type });
  return svg;
}

function compare(trainer: Trainer) {
  const x = Number(readout().dataset['x']);
  const y = Number(readout().dataset['y']);
  expect(numbers(-1)).toEqual([x, y]);
  const outputs = trainer.model.activations([[x, y]]);
  outputs.forEach(({ data }, place) => expect(numbers(place)).toEqual([...data]));
}

describe('the readout', () => {
  it('is there only on request', () => {
    show(frames, options);
    expect(screen.queryByRole('group', { name: /What each layer/ })).toBeNull();
  });

  it.each(['mouse', 'touch'])('has every layer’s numbers at the point, by %s', (type) => {
    const { trainer, root } = show(frames, options, 20, { readout: 'activations' });
    hover(root, 0.3, 0.35, type);
    compare(trainer);
    hover(root, 0.8, 0.6, type);
    compare(trainer);
    const colored = cellsOf(2).map(({ style }) => style.background);
    const values = numbers(2);
    const largest = Math.max(...values.map(Math.abs));
    values.forEach((value, i) => {
      const share = Math.round((Math.abs(value) / largest) * 100);
      const end = value < 0 ? 'negative' : 'positive';
      expect(colored[i]).toBe(`color-mix(in srgb, var(--pk-${end}) ${share}%, var(--pk-zero))`);
    });
  });

  it('is as high with a point as without, and for every point', () => {
    const { root } = show(frames, options, 20, { readout: 'activations' });
    const height = () => root.getBoundingClientRect().height;
    const before = height();
    const svg = hover(root, 0.3, 0.35);
    expect(height()).toBe(before);
    hover(root, 0.9, 0.9);
    expect(height()).toBe(before);
    fireEvent.pointerLeave(svg, { pointerType: 'mouse' });
    expect(height()).toBe(before);
    expect(
      cellsOf(2)
        .map(({ textContent }) => textContent)
        .join(''),
    ).toBe('');
    expect(readout()).toHaveTextContent('Point at the plane to look inside.');
  });

  it('writes the numbers of small layers, and of wide ones on demand', async () => {
    const { root } = show(frames, options, 20, { readout: 'activations' });
    hover(root, 0.3, 0.35, 'touch');
    expect(cellsOf(1).every(({ textContent }) => /\d/.test(textContent))).toBe(true);
    expect(cellsOf(2).some(({ textContent }) => /\d/.test(textContent))).toBe(false);
    const user = userEvent.setup();
    const button = within(readout()).getByRole('button', { name: 'All numbers' });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-pressed', 'true');
    hover(root, 0.3, 0.35, 'touch');
    expect(cellsOf(2).every(({ textContent }) => /\d/.test(textContent))).toBe(true);
  });

  it('is spoken: small layers in full, with the probe’s own number', () => {
    const { trainer, root } = show(frames, options, 20, { readout: 'activations' });
    hover(root, 0.3, 0.35);
    const rows = readout().querySelectorAll('[role="img"]');
    const names = [...rows].map((row) => row.getAttribute('aria-label')!);
    expect(names.map((name) => name.split(':')[0])).toEqual([
      'output (Sigmoid)',
      'output (Linear)',
      'layer 2 (ReLU)',
      'layer 2 (Linear)',
      'layer 1 (ReLU)',
      'layer 1 (Linear)',
      'input',
    ]);
    expect(names[2]).toMatch(/^layer 2 \(ReLU\): 12 values, .+ to .+$/);
    const probe = screen.getByRole('slider', { name: /Probe/ });
    const text = probe.getAttribute('aria-valuetext')!;
    expect(text).toContain(names[4]);
    expect(text).not.toContain('layer 2');
    const x = Number(readout().dataset['x']);
    const y = Number(readout().dataset['y']);
    const first = trainer.model.activations([[x, y]])[1]!.data[0]!;
    expect(names[4]).toContain(first === 0 ? '0.00' : first.toFixed(2));
  });

  it('keeps up with the run, and with edits of the model', () => {
    const { trainer, root } = show(frames, options, 3, { readout: 'activations' });
    hover(root, 0.3, 0.35);
    const before = numbers(2);
    act(() => trainer.step('epoch', 3));
    expect(numbers(2)).not.toEqual(before);
    compare(trainer);
    act(() => trainer.reshape({ kind: 'addNeuron', layer: 0 }));
    act(() => frames.tick());
    expect(cellsOf(0)).toHaveLength(4);
    compare(trainer);
    act(() => trainer.reshape({ kind: 'removeLayer', at: 1 }));
    act(() => frames.tick());
    compare(trainer);
  });

  it('shows the training point that another figure looks at', () => {
    const { trainer } = show(frames, options, 20, { readout: 'activations' });
    act(() => selectionOf(trainer).set({ point: 4 }));
    expect(numbers(-1)).toEqual((trainer.data.x.toArray() as number[][])[4]);
    compare(trainer);
  });
});
