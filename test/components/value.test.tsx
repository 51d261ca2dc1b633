// <Value>: the run's own numbers, in the middle of a sentence.
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pancake, Value, createTrainer, type TrainerOptions, type ValueName } from '../../src';
import { expectConsole } from '../setup/console';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small: TrainerOptions = { data: 'moons', points: 1250, model: [2, 4, 1], seed: 7 };

function show(of: React.ComponentProps<typeof Value>['of'], options = small, digits?: number) {
  const trainer = createTrainer(options);
  const view = render(
    <p>
      It is <Value of={of} trainer={trainer} digits={digits} /> now.
    </p>,
  );
  const element = view.container.querySelector('data')!;
  return { trainer, element, text: () => element.textContent };
}

describe('<Value>', () => {
  it('is the engine’s number, in full for programs and rounded for readers', () => {
    const { trainer, element, text } = show('loss');
    act(() => trainer.step('epoch', 3));
    expect(element.value).toBe(String(trainer.getSnapshot().loss));
    expect(text()).toBe(trainer.getSnapshot().loss.toFixed(3));
  });

  it.each<[ValueName, string]>([
    ['epoch', '2'],
    ['step', '200'],
    ['points', '1\u202f000'],
    ['parameters', '17'],
    ['batchSize', '10'],
    ['learningRate', '0.03'],
  ])('of %s is written %s', (of, expected) => {
    const { trainer, text } = show(of, { ...small, batchSize: 10, learningRate: 0.03 });
    act(() => trainer.step('epoch', 2));
    expect(text()).toBe(expected);
  });

  it('counts points on the wrong side and tells the share of the others', () => {
    const { trainer, text } = show('wrong');
    const right = show('accuracy', small, 1);
    expect(text()).toBe(String(trainer.countWrong()));
    expect(right.text()).toBe(`${(100 * trainer.getSnapshot().accuracy!).toFixed(1)} %`);
  });

  it('follows a run that plays, a few times a second', () => {
    const { trainer, text } = show('epoch', { ...small, speed: 30 });
    act(() => {
      trainer.play();
      frames.run(1);
      trainer.pause();
    });
    expect(text()).toBe(String(trainer.getSnapshot().epoch));
    expect(Number(text())).toBeGreaterThan(25);
  });

  it('reads what a function tells it to', () => {
    const { trainer, text } = show((_, { model }) => model.parameters()[0]!.value.data[0]!);
    expect(text()).toBe(trainer.model.parameters()[0]!.value.data[0]!.toFixed(3).replace('-', '−'));
  });

  it('says so where there is no number', () => {
    const { element, text } = show('testLoss', { ...small, testRatio: 0 });
    expect(text()).toBe('–');
    expect(element.value).toBe('');
  });

  it('takes the run of the <Pancake> around it', () => {
    const { container } = render(
      <Pancake {...small}>
        <Value of="epoch" />
      </Pancake>,
    );
    expect(container.querySelector('data')).toHaveTextContent('0');
  });

  it('names what can be asked for, if something else is', () => {
    expectConsole('error', /Value got of = "loos"; it must be one of epoch, step, loss/);
    const { container } = render(
      <Pancake {...small}>
        <Value of={'loos' as 'loss'} />
      </Pancake>,
    );
    expect(container).toHaveTextContent(
      'Value got of = "loos"; it must be one of epoch, step, loss',
    );
  });
});
