// An error in one figure: it says what happened, keeps its room, and can be tried again; the rest goes on.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, StrictMode, useEffect, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DecisionBoundary,
  Layer,
  Linear,
  LossChart,
  Pancake,
  PancakeLanguage,
  Sequential,
  Sigmoid,
  Tensor,
  TrainerControls,
  Value,
  createTrainer,
  useTrainerFrame,
  type DecisionBoundaryProps,
  type TensorLike,
} from '../../src';
import { de } from '../../src/locales/de';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { boxes } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small = { data: 'moons', points: 50 } as const;
const figure = (name: string) => document.querySelector<HTMLElement>(`[data-pancake="${name}"]`);
const box = () => figure('Error')!;

/** A layer of a reader's: it does what it is told, until it is told to fail. */
class Moody extends Layer {
  fails: 'never' | 'forward' | 'backward' | 'shape' | 'string' | 'nothing' = 'never';
  override get type(): string {
    return 'Moody';
  }
  override get formula(): string {
    return 'y = x';
  }
  private rows = 0;

  forward(x: TensorLike): Tensor {
    if (this.fails === 'forward') throw new Error('my forward is broken');
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- readers do
    if (this.fails === 'string') throw 'a string was thrown';
    if (this.fails === 'nothing') return undefined as unknown as Tensor;
    const input = Tensor.from(x);
    this.rows = input.shape[0]!;
    return this.fails === 'shape' ? Tensor.zeros([this.rows, 7]) : input;
  }
  backward(dOut: TensorLike): Tensor {
    if (this.fails === 'backward') throw new Error('my backward is broken');
    return Tensor.from(dOut);
  }
}

function moodyRun() {
  const layer = new Moody();
  const model = new Sequential([new Linear(2, 3), layer, new Linear(3, 1), new Sigmoid()]);
  return { layer, trainer: createTrainer({ ...small, model }) };
}

/** By the keyboard, on the loss chart. */
function goToTheThirdEpoch(): void {
  const reader = screen.getByRole('slider', { name: 'Read the loss at an epoch' });
  act(() => reader.focus());
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) {
    fireEvent.keyDown(reader, { key });
  }
}

describe('a figure that throws while it renders', () => {
  it('is a box of its height with what happened; the rest of the page goes on', async () => {
    expectConsole('error', /"dull"/);
    const page = (overlay: DecisionBoundaryProps['overlay']) => (
      <Pancake {...small}>
        <p>Text around.</p>
        <DecisionBoundary overlay={overlay} />
        <TrainerControls />
      </Pancake>
    );
    const { rerender } = render(page('probability'));
    const before = figure('DecisionBoundary')!.offsetHeight;
    rerender(page('dull' as never));
    expect(boxes()).toEqual([expect.stringContaining('"dull"')]);
    expect(box()).toHaveTextContent('This figure could not be shown.');
    expect(box().dataset['figure']).toBe('DecisionBoundary');
    expect(box().offsetHeight).toBe(before);
    expect(screen.getByText('Text around.')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    expect(figure('TrainerControls')!.dataset['epoch']).toBe('1');

    rerender(page('probability'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(boxes()).toEqual([]);
    expect(figure('DecisionBoundary')!.dataset['epoch']).toBe('1');
  });

  it.each([-3, 0, 2.5, NaN, 1e9])(
    'names the prop that no picture can have: the grid %d',
    (grid) => {
      expectConsole('error', /the grid/);
      render(
        <Pancake {...small}>
          <DecisionBoundary grid={grid} />
        </Pancake>,
      );
      expect(box()).toHaveTextContent(`the grid ${grid}; it must be a whole number from 1 to 1000`);
    },
  );

  it('says so in a sentence, where it stands in one', () => {
    expectConsole('error', /nonsense/);
    render(
      <Pancake {...small}>
        <p>
          It is <Value of={'nonsense' as 'loss'} /> now.
        </p>
      </Pancake>,
    );
    expect(screen.getByText(/It is/)).toContainElement(screen.getByRole('alert'));
    expect(box().tagName).toBe('SPAN');
  });

  it('says so in the language of the page', () => {
    expectConsole('error', /no run to show/);
    render(
      <PancakeLanguage language={de}>
        <LossChart />
      </PancakeLanguage>,
    );
    expect(box()).toHaveTextContent('Diese Abbildung konnte nicht gezeigt werden.');
    expect(screen.getByRole('button', { name: 'Noch einmal versuchen' })).toBeVisible();
    expect(box().querySelector('[lang="en"]')).toHaveTextContent('LossChart has no run to show');
  });
});

describe('a figure that throws outside of rendering', () => {
  const Own = ({ when }: { when: 'frame' | 'effect' | 'click' | 'never' }) => {
    useTrainerFrame(() => {
      if (when === 'frame') throw new Error('in a frame');
    });
    useEffect(() => {
      if (when === 'effect') throw new Error('in an effect');
    });
    return (
      <button
        type="button"
        onClick={() => {
          throw new Error('in a handler');
        }}
      >
        Own
      </button>
    );
  };
  const page = (when: 'frame' | 'effect' | 'click' | 'never', strict = true) => {
    const inside = (
      <>
        <LossChart heading={<Own when={when} />} />
        <TrainerControls />
      </>
    );
    return <Pancake {...small}>{strict ? <StrictMode>{inside}</StrictMode> : inside}</Pancake>;
  };

  it.each(['frame', 'effect'] as const)('in a(n) %s: the same box', (when) => {
    expectConsole('error', new RegExp(`in an? ${when}`));
    const { rerender } = render(page(when));
    act(() => frames.tick());
    expect(boxes()).toEqual([expect.stringMatching(`in an? ${when}`)]);
    expect(box().dataset['figure']).toBe('LossChart');
    expect(figure('TrainerControls')).toBeVisible();
    rerender(page('never'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    act(() => frames.tick());
    expect(boxes()).toEqual([]);
    expect(figure('LossChart')).toBeVisible();
  });

  it('in an event handler: the same box, in the figure of the event', async () => {
    expectConsole('error', 'in a handler');
    render(page('click'));
    await userEvent.click(screen.getByRole('button', { name: 'Own' }));
    expect(boxes()).toEqual(['in a handler']);
    expect(box().dataset['figure']).toBe('LossChart');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(figure('LossChart')).toBeVisible();
  });

  it('is not blamed for an error elsewhere on the page', async () => {
    expectConsole('error', 'of the page');
    render(
      <>
        <button
          type="button"
          onClick={() => {
            throw new Error('of the page');
          }}
        >
          Of the page
        </button>
        {page('never')}
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Own' }).parentElement!);
    await userEvent.click(screen.getByRole('button', { name: 'Of the page' }));
    expect(boxes()).toEqual([]);
  });

  it('keeps no other drawing of its run from its frame', () => {
    expectConsole('error', 'in a frame');
    render(page('frame'));
    act(() => frames.tick());
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(0.5));
    expect(Number(figure('TrainerControls')!.dataset['epoch'])).toBeGreaterThan(5);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  });
});

describe('an error in a layer of the reader’s own', () => {
  const causes = {
    forward: 'my forward is broken',
    backward: 'my backward is broken',
    string: 'a string was thrown',
    nothing: 'forward returned undefined; it must return a Tensor',
    shape: 'Linear',
  } as const;

  it.each(Object.entries(causes))(
    '%s, while it plays: told once, and the run goes on after it',
    async (how, why) => {
      const { layer, trainer } = moodyRun();
      render(
        <>
          <LossChart trainer={trainer} />
          <TrainerControls trainer={trainer} />
        </>,
      );
      await userEvent.click(screen.getByRole('button', { name: 'Play' }));
      act(() => frames.run(1));
      const { epoch, loss } = trainer.getSnapshot();
      expect(epoch).toBeGreaterThan(5);

      expectConsole('error', why);
      layer.fails = how as Moody['fails'];
      act(() => frames.run(1));
      await act(async () => Promise.resolve());
      const alerts = screen.getAllByRole('alert');
      expect(alerts).toHaveLength(1);
      expect(alerts[0]).toHaveTextContent('The training was stopped by an error.');
      expect(alerts[0]).toHaveTextContent(why);
      expect(figure('TrainerControls')).toContainElement(alerts[0]!);
      expect(trainer.getSnapshot().status).toBe('paused');
      expect(trainer.getSnapshot().loss).toBeCloseTo(loss, 0);

      layer.fails = 'never';
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      act(() => frames.run(1));
      expect(screen.queryByRole('alert')).toBeNull();
      expect(trainer.getSnapshot().epoch).toBeGreaterThan(epoch);
      trainer.pause();
      // The numbers are those of a run that was never disturbed.
      const same = moodyRun().trainer;
      same.step('epoch', trainer.getSnapshot().epoch);
      trainer.seek(same.getSnapshot().epoch);
      expect(trainer.getSnapshot().loss).toBe(same.getSnapshot().loss);
    },
  );

  it('is told in the same place when the reader steps by hand', async () => {
    const { layer, trainer } = moodyRun();
    render(<TrainerControls trainer={trainer} />);
    expectConsole('error', 'my backward is broken');
    layer.fails = 'backward';
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(boxes()).toEqual([]);
    expect(figure('TrainerControls')).toHaveTextContent('my backward is broken');
  });

  it('is told by a figure that there is, where there are no controls', () => {
    const { layer, trainer } = moodyRun();
    render(<LossChart trainer={trainer} />);
    expectConsole('error', 'my backward is broken');
    layer.fails = 'backward';
    act(() => {
      trainer.play();
      frames.tick();
    });
    expect(figure('LossChart')).toHaveTextContent('my backward is broken');
  });

  it('on the way to another epoch: the run stays, one of its figures tells, and goes there when it is mended', () => {
    const { layer, trainer } = moodyRun();
    trainer.step('epoch', 200);
    trainer.setParameter('0.bias', 0, 0.5);
    render(
      <>
        <LossChart trainer={trainer} />
        <TrainerControls trainer={trainer} />
      </>,
    );
    const before = trainer.getSnapshot();
    expectConsole('error', 'my backward is broken');
    layer.fails = 'backward';
    goToTheThirdEpoch();
    const alerts = screen.getAllByRole('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toHaveTextContent('An error kept the run from going there.');
    expect(alerts[0]).toHaveTextContent('my backward is broken');
    expect(boxes()).toEqual([]);
    expect(trainer.getSnapshot()).toEqual({
      ...before,
      fault: { during: 'travel', message: 'my backward is broken' },
    });
    expect(trainer.model.parameters()[1]!.value.data[0]).toBe(0.5);

    layer.fails = 'never';
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 3, lastEpoch: 200, status: 'paused' });
    const same = moodyRun().trainer;
    same.step('epoch', 3);
    expect(trainer.getSnapshot().loss).toBe(same.getSnapshot().loss);
  });

  it('on the way of several runs: the others go there all the same', () => {
    const [{ layer, trainer }, other] = [moodyRun(), moodyRun().trainer];
    trainer.step('epoch', 200);
    other.step('epoch', 200);
    const runs = [
      { name: 'broken', trainer },
      { name: 'whole', trainer: other },
    ];
    render(<LossChart runs={runs} />);
    expectConsole('error', 'my backward is broken');
    layer.fails = 'backward';
    goToTheThirdEpoch();
    expect(figure('LossChart')).toHaveTextContent('my backward is broken');
    expect([trainer, other].map(({ now }) => now.epoch)).toEqual([200, 3]);
  });

  it('while a pointer scrubs: told in the same place', async () => {
    const { layer, trainer } = moodyRun();
    trainer.step('epoch', 200);
    render(<LossChart trainer={trainer} />);
    expectConsole('error', 'my backward is broken');
    layer.fails = 'backward';
    const reader = screen.getByRole('slider', { name: 'Read the loss at an epoch' });
    const { left, top, width } = reader.getBoundingClientRect();
    const at = (share: number) => ({ clientX: left + share * width, clientY: top + 20 });
    const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 };
    fireEvent.pointerDown(reader, { ...mouse, ...at(0.6) });
    fireEvent.pointerMove(reader, { ...mouse, ...at(0.497) });
    act(() => frames.tick());
    await act(async () => Promise.resolve());
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(figure('LossChart')).toHaveTextContent('my backward is broken');
    expect(boxes()).toEqual([]);
    expect(trainer.getSnapshot().epoch).toBe(200);
  });

  it('that its picture needs as well is told by the picture, until it is mended', async () => {
    const { layer, trainer } = moodyRun();
    render(
      <>
        <DecisionBoundary trainer={trainer} />
        <LossChart trainer={trainer} />
      </>,
    );
    act(() => frames.tick());
    expectConsole('error', 'my forward is broken');
    layer.fails = 'forward';
    act(() => {
      trainer.play();
      frames.run(0.5);
    });
    await act(async () => Promise.resolve());
    expect(document.body).toHaveTextContent('my forward is broken');
    layer.fails = 'never';
    for (const button of screen.getAllByRole('button', { name: 'Try again' }))
      fireEvent.click(button);
    act(() => frames.run(0.5));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(figure('DecisionBoundary')).toBeVisible();
    trainer.pause();
  });
});

describe('a page’s own error boundary', () => {
  it('hears nothing of a figure’s error', () => {
    class Own extends Component<{ children: ReactNode }> {
      override state = { failed: false };
      static getDerivedStateFromError() {
        return { failed: true };
      }
      override render() {
        return this.state.failed ? 'All is lost.' : this.props.children;
      }
    }
    expectConsole('error', /no run to show/);
    render(
      <Own>
        <LossChart />
        <p>Still here.</p>
      </Own>,
    );
    expect(screen.getByText('Still here.')).toBeVisible();
  });
});
