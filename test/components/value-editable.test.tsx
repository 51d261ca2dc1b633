// A number in a sentence that can be changed: by mouse, by finger, by keys, and by typing.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  Pancake,
  Value,
  createTrainer,
  fromPoints,
  type Trainer,
  type TrainerOptions,
  type ValueProps,
} from '../../src';
import { expectConsole } from '../setup/console';
import { takeOverFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { data: 'moons', points: 100, model: [2, 4, 1], seed: 7 };

function show(of: ValueProps['of'], options: TrainerOptions = {}, props: Partial<ValueProps> = {}) {
  const trainer = createTrainer({ ...small, ...options });
  const { container } = render(
    <p style={{ width: 500 }}>
      It is <Value of={of} trainer={trainer} editable {...props} /> now.
    </p>,
  );
  return { trainer, container, options: () => trainer.options };
}

const number = () => screen.getByRole('spinbutton');
const weights = ({ model }: Trainer) => model.parameters().map(({ value }) => value.toArray());

type Kind = 'mouse' | 'touch';
const at = (kind: Kind, clientX: number, more: object = {}) => ({
  ...{ pointerType: kind, isPrimary: true, pointerId: 1, button: 0, clientX, clientY: 0 },
  ...more,
});
function drag(kind: Kind, pixels: number, more: object = {}) {
  // As far as it takes to be a drag.
  const begin = Math.sign(pixels) * 10;
  fireEvent.pointerDown(number(), at(kind, 0));
  fireEvent.pointerMove(number(), at(kind, begin));
  fireEvent.pointerMove(number(), at(kind, begin + pixels, more));
}
const drop = (kind: Kind) => fireEvent.pointerUp(number(), at(kind, 0));
async function press(keys: string) {
  number().focus();
  await userEvent.keyboard(keys);
}

describe('its name and value', () => {
  it('are those of a spin button', () => {
    show('learningRate');
    expect(number()).toHaveAccessibleName('learning rate');
    expect(number()).toHaveAttribute('aria-valuenow', '0.1');
    expect(number()).toHaveAttribute('aria-valuetext', '0.1');
    expect(number()).toHaveAttribute('aria-valuemin', '0');
    expect(number()).toHaveAccessibleDescription(/Drag sideways/);
    expect(number().getBoundingClientRect().height).toBeGreaterThan(15);
  });

  it.each([
    ['learningRate', 0.1],
    ['batchSize', 10],
    ['l1', 0],
    ['l2', 0],
    ['dropout', 0],
    ['points', 100],
    ['noise', 0.1],
    ['speed', 30],
    ['testRatio', 0.2],
    ['dataSeed', 0],
    ['seed', 7],
  ] as const)('%s can be edited, from %d', async (name, value) => {
    const { options } = show(name);
    expect(number()).toHaveAttribute('aria-valuenow', String(value));
    await press('{ArrowUp}');
    const next = Number(number().getAttribute('aria-valuenow'));
    expect(next).toBeGreaterThan(value);
    expect(options()[name]).toBe(next);
  });

  it('are nothing that can be changed, where they mean nothing', () => {
    const data = fromPoints([
      { x: 0, y: 0, label: 0 },
      { x: 1, y: 1, label: 1 },
    ]);
    const { container } = show('noise', { data });
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(container).toHaveTextContent('It is – now.');
  });

  it('are an error for what comes of a run', () => {
    expectConsole('error', /Value got of = "loss" with editable/);
    render(
      <Pancake {...small}>
        <Value of="loss" editable />
      </Pancake>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'what can be edited is learningRate, batchSize, l1, l2, dropout, points, noise, speed, testRatio, dataSeed, seed, or a number of the model',
    );
  });
});

describe.each<Kind>(['mouse', 'touch'])('by %s', (kind) => {
  it('a learning rate is dragged by factors: a hundred pixels are ten times as much', () => {
    const { trainer } = show('learningRate');
    drag(kind, 100);
    expect(trainer.getSnapshot().learningRate).toBe(1);
    fireEvent.pointerMove(number(), at(kind, 10));
    expect(trainer.getSnapshot().learningRate).toBe(0.1);
    fireEvent.pointerMove(number(), at(kind, -190));
    drop(kind);
    expect(trainer.getSnapshot().learningRate).toBe(0.001);
    fireEvent.pointerMove(number(), at(kind, 300));
    expect(trainer.getSnapshot().learningRate).toBe(0.001);
    expect(number()).toHaveTextContent('0.001');
  });

  it('a batch size is dragged point by point, to its limits', () => {
    const { options } = show('batchSize', {}, { max: 30 });
    drag(kind, 35);
    expect(options().batchSize).toBe(15);
    fireEvent.pointerMove(number(), at(kind, 9999));
    expect(options().batchSize).toBe(30);
    fireEvent.pointerMove(number(), at(kind, -9999));
    expect(options().batchSize).toBe(1);
    drop(kind);
  });

  it('up and down is the page’s', () => {
    const { options } = show('batchSize');
    fireEvent.pointerDown(number(), at(kind, 0));
    fireEvent.pointerMove(number(), at(kind, 20, { clientY: 60 }));
    expect(options().batchSize).toBeUndefined();
    expect(getComputedStyle(number()).touchAction).toBe('pan-y');
  });

  it('Escape puts back what was there, bit for bit', async () => {
    const { trainer } = show('learningRate');
    act(() => trainer.step('epoch', 2));
    drag(kind, 55);
    expect(trainer.options.learningRate).toBe(0.4);
    await press('{Escape}');
    expect(trainer.options.learningRate).toBeUndefined();
    fireEvent.pointerMove(number(), at(kind, 80));
    expect(trainer.options.learningRate).toBeUndefined();
    act(() => trainer.step('epoch', 2));
    const other = createTrainer(small);
    other.step('epoch', 4);
    expect(weights(trainer)).toEqual(weights(other));
  });

  it('a drag that is taken away puts back what was there', () => {
    const { options } = show('batchSize', { batchSize: 'full' });
    drag(kind, 40);
    expect(options().batchSize).not.toBe('full');
    fireEvent.pointerCancel(number(), at(kind, 0));
    expect(options().batchSize).toBe('full');
  });

  it('dropout and seeds change when they are let go', () => {
    const { trainer } = show('dropout');
    const { model } = trainer;
    drag(kind, 60);
    expect(number()).toHaveTextContent('0.3');
    expect(trainer.model).toBe(model);
    drop(kind);
    expect(trainer.architecture!.hidden[0]!.dropout).toBe(0.3);
  });

  it('a double click or tap begins to type', async () => {
    const { options } = show('learningRate');
    fireEvent.doubleClick(number());
    expect(screen.getByRole('textbox', { name: 'learning rate' })).toHaveFocus();
    await userEvent.keyboard('0.25{Enter}');
    expect(options().learningRate).toBe(0.25);
    expect(number()).toHaveFocus();
  });
});

describe('a press without a drag', () => {
  it('changes nothing', async () => {
    const { trainer } = show('learningRate');
    await userEvent.click(number());
    expect(trainer.options.learningRate).toBeUndefined();
    expect(trainer.marks).toEqual([]);
  });

  it('with another button is none', () => {
    const { options } = show('batchSize');
    fireEvent.pointerDown(number(), at('mouse', 0, { button: 2 }));
    fireEvent.pointerMove(number(), at('mouse', 60));
    expect(options().batchSize).toBeUndefined();
  });
});

describe('by keyboard', () => {
  it('a rate goes up and down by factors: coarse with Shift, fine with Alt', async () => {
    const { options } = show('learningRate');
    await press('{ArrowUp}');
    expect(options().learningRate).toBe(0.13);
    await press('{ArrowLeft}');
    expect(options().learningRate).toBe(0.1);
    await press('{Shift>}{ArrowRight}{/Shift}');
    expect(options().learningRate).toBe(1);
    await press('{PageDown}');
    expect(options().learningRate).toBe(0.1);
    await press('{Alt>}{ArrowUp}{/Alt}');
    expect(options().learningRate).toBe(0.102);
    await press('{Home}');
    expect(options().learningRate).toBe(0);
    await press('{ArrowUp}');
    expect(options().learningRate).toBe(0.00001);
    await press('{ArrowDown}');
    expect(options().learningRate).toBe(0);
    await press('{End}');
    expect(options().learningRate).toBe(0);
  });

  it('other numbers go by steps, within their limits', async () => {
    const { options } = show('noise', {}, { min: 0.05, max: 0.5, step: 0.02 });
    await press('{ArrowUp}');
    expect(options().noise).toBe(0.12);
    await press('{Shift>}{ArrowUp}{/Shift}');
    expect(options().noise).toBe(0.32);
    await press('{Alt>}{ArrowDown}{/Alt}');
    expect(options().noise).toBe(0.318);
    await press('{End}');
    expect(options().noise).toBe(0.5);
    await press('{ArrowUp}');
    expect(options().noise).toBe(0.5);
    await press('{Home}');
    expect(options().noise).toBe(0.05);
  });

  it('a digit begins to type, Enter ends it, Escape gives it up', async () => {
    const { options } = show('batchSize');
    await press('25{Enter}');
    expect(options().batchSize).toBe(25);
    await press('{Enter}40{Escape}');
    expect(options().batchSize).toBe(25);
    expect(number()).toHaveFocus();
    await press('7{Tab}');
    expect(options().batchSize).toBe(7);
  });

  it.each([
    ['learningRate', '{Enter}lots{Enter}', '(“lots” is not a number; it stays at 0.1)'],
    ['learningRate', '-2{Enter}', '(it must be at least 0; it stays at 0.1)'],
    ['learningRate', '7{Enter}', '(it must be from 0 to 5; it stays at 0.1)', 5],
    ['batchSize', '2.5{Enter}', '(2.5 is not a whole number; it stays at 10)'],
  ] as const)(
    '%s typed as %s is explained, and changes nothing',
    async (of, keys, text, max?: number) => {
      const { trainer, container } = show(of, {}, { max });
      await press(keys);
      expect(screen.getByRole('alert')).toHaveTextContent(text);
      expect(number()).toHaveAccessibleDescription(text);
      expect(trainer.marks).toEqual([]);
      await press('{Escape}');
      expect(screen.queryByRole('alert')).toBeNull();
      expect(container.querySelector('[aria-invalid]')).toBeNull();
    },
  );

  it('what the run refuses is said as well', async () => {
    const { options } = show('points', {}, { min: 1 });
    await press('{Enter}12{Enter}');
    expect(options().points).toBe(12);
    const refused = show('testRatio', { points: 10 });
    const [, ratio] = screen.getAllByRole('spinbutton');
    ratio!.focus();
    vi.spyOn(refused.trainer, 'set').mockImplementationOnce(() => createTrainer({ testRatio: 2 }));
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByRole('alert')).toHaveTextContent(/it stays at 0.2/);
  });
});

describe('a number of the model', () => {
  const of = { parameter: '0.weight', place: 3 };
  const inModel = ({ model }: Trainer) => model.parameters()[0]!.value.data[3]!;

  it('is read while it is trained, and can be set', async () => {
    const { trainer } = show(of);
    expect(number()).toHaveAccessibleName('0.weight, number 4');
    act(() => trainer.step('epoch', 2));
    expect(number()).toHaveAttribute('aria-valuenow', String(inModel(trainer)));
    const before = inModel(trainer);
    await press('{ArrowUp}');
    expect(inModel(trainer)).toBe(Number((before + 0.05).toFixed(6)));
    await press('{Enter}-1.5{Enter}');
    expect(inModel(trainer)).toBe(-1.5);
    expect(number()).toHaveTextContent('−1.500');
  });

  it('makes the same run as if it had been set in code', () => {
    const { trainer } = show(of);
    act(() => trainer.step('epoch', 2));
    drag('mouse', 60);
    drop('mouse');
    const value = inModel(trainer);
    act(() => trainer.step('epoch', 2));
    const other = createTrainer(small);
    other.step('epoch', 2);
    other.setParameter('0.weight', 3, value);
    other.step('epoch', 2);
    expect(weights(trainer)).toEqual(weights(other));
  });

  it('is put back by Escape', async () => {
    const { trainer } = show(of);
    const before = inModel(trainer);
    drag('mouse', 60);
    expect(inModel(trainer)).not.toBe(before);
    await press('{Escape}');
    expect(inModel(trainer)).toBe(before);
  });

  it('that is not there is an error; one that went away is none', () => {
    const { trainer, container } = show({ parameter: '0.weight', place: 7 });
    act(() => trainer.reshape({ kind: 'removeNeuron', layer: 0, unit: 3 }));
    expect(container).toHaveTextContent('It is – now.');
    expectConsole('error', /Value got the parameter/);
    render(
      <Pancake {...small}>
        <Value of={{ parameter: '9.weight', place: 0 }} />
      </Pancake>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Value got the parameter "9.weight"; the model has 0.weight, 0.bias, 2.weight, 2.bias',
    );
  });
});

describe('owned by the page', () => {
  it('a change is only asked for', async () => {
    const onChange = vi.fn();
    const { options } = show('learningRate', {}, { value: 0.5, onChange });
    expect(number()).toHaveTextContent('0.5');
    await press('{ArrowUp}');
    expect(onChange).toHaveBeenLastCalledWith(0.63);
    expect(number()).toHaveTextContent('0.5');
    expect(options().learningRate).toBeUndefined();
  });

  it('goes through the page and back', async () => {
    function Page() {
      const [rate, setRate] = useState(0.1);
      return (
        <Pancake {...small} learningRate={rate}>
          <Value
            of="learningRate"
            editable
            value={rate}
            onChange={(next) => setRate(Math.min(1, next))}
          />
        </Pancake>
      );
    }
    render(<Page />);
    await press('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    expect(number()).toHaveTextContent('1');
  });

  it('is told of a change that it does not own', async () => {
    const onChange = vi.fn();
    const { options } = show('l2', {}, { onChange });
    await press('{Enter}0.01{Enter}');
    expect(onChange.mock.calls).toEqual([[0.01]]);
    expect(options().l2).toBe(0.01);
  });
});
