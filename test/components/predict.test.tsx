// <Predict>: an answer first, in numbers, choices or a curve; then what happens.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Pancake, Predict, TrainerControls, createTrainer, type PredictProps } from '../../src';
import { formatShort } from '../../src/a11y';
import { TrainerContext } from '../../src/hooks';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const commit = () => userEvent.click(screen.getByRole('button', { name: 'That is my answer' }));
const show = (props: PredictProps) => render(<Predict {...props} />);

describe('a number', () => {
  const asked = { question: 'dE/dM?', answer: 42, children: <p>the reason</p> };

  it.each([
    ['42', true],
    ['2 * 21', true],
    ['42.3', true],
    ['21', false],
    ['-42', false],
  ])('%s: is it right? %s', async (typed, isRight) => {
    const onCommit = vi.fn();
    show({ ...asked, onCommit });
    expect(screen.getByText('the reason')).not.toBeVisible();
    await userEvent.type(screen.getByRole('textbox'), typed);
    await commit();
    expect(screen.getByText('the reason')).toBeVisible();
    expect(screen.getByText(isRight ? 'That is right.' : 'It is 42.')).toBeVisible();
    expect(onCommit).toHaveBeenCalledOnce();
    expect(onCommit.mock.calls[0]![0]).toMatchObject({ kind: 'number', isRight });
  });

  it.each([
    ['', /^Type a number first/],
    ['fourty-two', /./],
    ['1 / 0', /./],
  ])('%j is not an answer, and the reader hears why', async (typed, message) => {
    const onCommit = vi.fn();
    show({ ...asked, onCommit });
    if (typed) await userEvent.type(screen.getByRole('textbox'), typed);
    await commit();
    expect(screen.getByRole('status')).toHaveTextContent(message);
    expect(screen.getByText('the reason')).not.toBeVisible();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('can be off by as much as the author says', async () => {
    show({ ...asked, tolerance: 5 });
    await userEvent.type(screen.getByRole('textbox'), '38');
    await commit();
    expect(screen.getByText('That is right.')).toBeVisible();
  });

  it('can be given again', async () => {
    show(asked);
    await userEvent.type(screen.getByRole('textbox'), '21');
    await commit();
    await userEvent.click(screen.getByRole('button', { name: 'Answer again' }));
    expect(screen.getByRole('textbox')).toHaveFocus();
  });
});

describe('a choice', () => {
  const asked = {
    question: 'What will the loss do?',
    choices: ['fall', { value: 'up', label: 'rise' }],
    answer: 'up',
  };

  it('works with the keyboard alone', async () => {
    const onCommit = vi.fn();
    show({ ...asked, onCommit });
    await commit();
    expect(screen.getByRole('status')).toHaveTextContent('Choose one first.');
    screen.getByRole('radio', { name: 'fall' }).focus();
    await userEvent.keyboard('{ArrowDown}{Tab}{Enter}');
    expect(onCommit).toHaveBeenCalledWith({ kind: 'choice', value: 'up', isRight: true });
    expect(screen.getByText(/^You said rise\./)).toBeVisible();
  });

  it('without a right answer is not judged', async () => {
    show({ question: asked.question, choices: asked.choices });
    await userEvent.click(screen.getByRole('radio', { name: 'fall' }));
    await commit();
    expect(screen.getByText('Now see what happens.')).toBeVisible();
  });

  it('must have its answer among the choices', () => {
    expect(refusal(() => show({ ...asked, answer: 'down' }))).toMatch(/"down".*"fall", "up"/);
  });
});

describe('a sketch', () => {
  const sketch = { epochs: 80, max: 1 };

  it('is drawn with the arrow keys, and committed with its numbers', async () => {
    const onCommit = vi.fn();
    show({ question: 'The loss?', sketch, onCommit });
    await commit();
    expect(screen.getByRole('status')).toHaveTextContent(/^Draw a curve first/);
    const [first, ...others] = screen.getAllByRole('slider');
    expect(others.length).toBeGreaterThan(4);
    first!.focus();
    const before = Number(first!.getAttribute('aria-valuenow'));
    await userEvent.keyboard('{ArrowUp}');
    expect(Number(first!.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    await commit();
    const [prediction] = onCommit.mock.calls[0]!;
    expect(prediction).toMatchObject({ kind: 'sketch', isRight: null });
    expect(prediction.epochs).toHaveLength(prediction.losses.length);
    expect(prediction.epochs[0]).toBe(0);
    expect(prediction.epochs.at(-1)).toBe(80);
    expect(prediction.losses[0]).toBe(Number(first!.getAttribute('aria-valuenow')));
  });

  it('is one stop of Tab, at the knot where one was', async () => {
    show({ question: 'The loss?', sketch });
    const knots = screen.getAllByRole('slider');
    await userEvent.tab();
    expect(knots[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(knots[2]).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'That is my answer' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(knots[2]).toHaveFocus();
  });

  it('moves in large steps with Shift and in small ones with Alt', async () => {
    show({ question: 'The loss?', sketch });
    const [first] = screen.getAllByRole('slider');
    const value = () => Number(first!.getAttribute('aria-valuenow'));
    const moved = async (keys: string) => {
      const before = value();
      await userEvent.keyboard(keys);
      return value() - before;
    };
    first!.focus();
    const step = await moved('{ArrowDown}');
    expect(await moved('{Shift>}{ArrowDown}{/Shift}')).toBeLessThan(2 * step);
    expect(await moved('{Alt>}{ArrowDown}{/Alt}')).toBeGreaterThan(step / 2);
  });

  function pointerOn(container: HTMLElement) {
    const svg = container.querySelector<SVGSVGElement>('.pancake-sketch svg')!;
    // A made-up pointer cannot be captured.
    svg.setPointerCapture = () => {};
    svg.hasPointerCapture = () => true;
    const box = svg.getBoundingClientRect();
    const at = (x: number, y: number) => ({
      clientX: box.left + x * box.width,
      clientY: box.top + y * box.height,
      pointerId: 1,
      button: 0,
    });
    return { at, target: container.querySelector('.pancake-sketch-paper')! };
  }
  const values = () =>
    screen.getAllByRole('slider').map((slider) => Number(slider.getAttribute('aria-valuenow')));

  it('is drawn with a pointer: a drag sets every point that it passes', () => {
    const { container } = show({ question: 'The loss?', sketch });
    const { at, target } = pointerOn(container);
    fireEvent.pointerDown(target, at(0.02, 0.1));
    fireEvent.pointerMove(target, at(0.99, 0.8));
    fireEvent.pointerUp(target, at(0.99, 0.8));
    expect(values()).toEqual([...values()].sort((a, b) => b - a));
    expect(values()[0]! - values().at(-1)!).toBeGreaterThan(0.4);
  });

  it('lets a finger scroll the page, but for the points that it moves', () => {
    const { container } = show({ question: 'The loss?', sketch });
    const svg = container.querySelector('.pancake-sketch svg')!;
    expect(getComputedStyle(svg).touchAction).toMatch(/pan-y/);
    for (const point of screen.getAllByRole('slider')) {
      expect(getComputedStyle(point).touchAction).toBe('none');
    }
  });

  it('is as it was before when the finger on it scrolls the page', async () => {
    const { container } = show({ question: 'The loss?', sketch });
    const { at, target } = pointerOn(container);
    const before = values();
    fireEvent.pointerDown(target, at(0.5, 0.1));
    expect(values()).not.toEqual(before);
    fireEvent.pointerCancel(target, at(0.5, 0.1));
    expect(values()).toEqual(before);
    await commit();
    expect(screen.getByRole('status')).toHaveTextContent(/^Draw a curve first/);
  });

  it('is laid under the loss of the run, point for point', async () => {
    const trainer = createTrainer({ data: 'simple', model: [2, 1], batchSize: 'full', seed: 3 });
    const { container } = render(
      <TrainerContext.Provider value={trainer}>
        <Predict question="The loss?" sketch={sketch} />
      </TrainerContext.Provider>,
    );
    screen.getAllByRole('slider')[0]!.focus();
    await userEvent.keyboard('{ArrowUp}');
    await commit();
    act(() => {
      trainer.step('epoch', 80);
      frames.run(0.1);
    });
    const d = container.querySelector('.pancake-sketch-run')!.getAttribute('d')!;
    const paper = container.querySelector<SVGRectElement>('.pancake-sketch-paper')!;
    const height = Number(paper.getAttribute('height'));
    const losses = d.match(/ [\d.]+/g)!.map((y) => 1 - Number(y) / height);
    const known = trainer.curves.curve('loss');
    expect(losses[0]).toBeCloseTo(known[0]!, 2);
    expect(losses.at(-1)).toBeCloseTo(trainer.getSnapshot().loss, 2);
    expect(known[0]! - known[80]!).toBeGreaterThan(0.05);
  });

  it('lists its keys behind ?', async () => {
    show({ question: 'The loss?', sketch });
    screen.getAllByRole('slider')[0]!.focus();
    await userEvent.keyboard('?');
    // It is loaded when it is asked for.
    const list = await screen.findByRole('dialog', { name: 'Keys · Your curve of the loss' });
    for (const does of ['Change a value', 'In large steps', 'In small steps', 'To the least']) {
      expect(list).toHaveTextContent(does);
    }
    await userEvent.keyboard('{Escape}');
    expect(screen.getAllByRole('slider')[0]).toHaveFocus();
  });

  it('has its numbers as a table behind T: the reader’s, and the run’s once it is fixed', async () => {
    const trainer = createTrainer({ data: 'simple', model: [2, 1], batchSize: 'full', seed: 3 });
    const { container } = render(
      <TrainerContext.Provider value={trainer}>
        <Predict question="The loss?" sketch={sketch} />
      </TrainerContext.Provider>,
    );
    const table = async () => {
      await userEvent.keyboard('t');
      await screen.findByRole('dialog');
      const cells = screen
        .getAllByRole('row')
        .map((row) => [...row.children].map(({ textContent }) => textContent));
      await userEvent.keyboard('{Escape}');
      return cells;
    };
    const [first] = screen.getAllByRole('slider');
    first!.focus();
    await userEvent.keyboard('t');
    expect(await screen.findByRole('dialog')).toHaveTextContent('There are no numbers yet.');
    await userEvent.keyboard('{Escape}{ArrowUp}');
    const drawn = values();
    expect(await table()).toEqual([
      ['epoch', 'your curve'],
      ...drawn.map((loss, knot) => [String(10 * knot), formatShort(loss)]),
    ]);
    await commit();
    act(() => trainer.step('epoch', 25));
    const figure = container.querySelector<HTMLElement>('.pancake-sketch')!;
    figure.tabIndex = -1;
    figure.focus();
    const known = trainer.curves.curve('loss');
    expect(await table()).toEqual([
      ['epoch', 'your curve', 'the run'],
      ...drawn.map((loss, knot) => [
        String(10 * knot),
        formatShort(loss),
        knot <= 2 ? formatShort(known[10 * knot]!) : '',
      ]),
    ]);
  });
});

it('unlocks what it holds: seen before, used after', async () => {
  const { container } = render(
    <Pancake data="simple" model={[2, 1]}>
      <Predict question="Which?" choices={['one', 'two']} reveal="unlock">
        <TrainerControls />
      </Predict>
    </Pancake>,
  );
  const held = container.querySelector<HTMLElement>('.pancake-predict-held > div')!;
  expect(held.inert).toBe(true);
  expect(screen.getByText('Answer first; then this comes alive.')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'one' }));
  await commit();
  expect(held.inert).toBe(false);
  expect(screen.getByRole('button', { name: 'Play' })).toBeEnabled();
});
