// The hooks: a run's life in React, and how seldom React hears of it.
import { act, render, screen } from '@testing-library/react';
import { Profiler, StrictMode, useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  PancakeError,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { TrainerContext, useTrainer, useTrainerFrame, useTrainerValue } from '../../src/hooks';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const perceptron = { data: 'simple', model: [2, 1], batchSize: 'full' } as const;

/** Renders a component that owns a run, and hands that run out. */
function mount(options: TrainerOptions, children?: ReactNode, strict = true) {
  let trainer!: Trainer;
  function Owner({ given }: { given: TrainerOptions }) {
    const own = useTrainer(given);
    return (
      <TrainerContext.Provider value={own}>
        <Grab />
        {children}
      </TrainerContext.Provider>
    );
  }
  function Grab() {
    useTrainerValue((_, run) => {
      trainer = run;
      return null;
    });
    return null;
  }
  const wrap = (given: TrainerOptions) =>
    strict ? (
      <StrictMode>
        <Owner given={given} />
      </StrictMode>
    ) : (
      <Owner given={given} />
    );
  const view = render(wrap(options));
  return {
    get trainer() {
      return trainer;
    },
    set: (given: TrainerOptions) => view.rerender(wrap(given)),
    unmount: view.unmount,
  };
}

describe('useTrainer', () => {
  it('keeps one run through re-renders, with options written in place', () => {
    const options = () => ({ ...perceptron, model: [2, 4, 1], stopWhen: () => false });
    const page = mount(options());
    const { trainer } = page;
    act(() => trainer.step('epoch', 3));
    page.set(options());
    expect(page.trainer).toBe(trainer);
    expect(trainer.getSnapshot().epoch).toBe(3);
  });

  it('sets what changed on the run while it goes on', () => {
    const page = mount({ ...perceptron, learningRate: 0.1 });
    act(() => page.trainer.step('epoch', 3));
    page.set({ ...perceptron, learningRate: 0.5, batchSize: 2 });
    expect(page.trainer.getSnapshot()).toMatchObject({
      epoch: 3,
      learningRate: 0.5,
      batchSize: 2,
    });
    page.set(perceptron);
    expect(page.trainer.getSnapshot()).toMatchObject({ epoch: 3, learningRate: 0.1 });
  });

  it('plays by itself with autoplay, under StrictMode too, in one loop', () => {
    const page = mount({ ...perceptron, autoplay: true });
    expect(frames.pending).toBe(1);
    act(() => frames.run(1));
    expect(page.trainer.getSnapshot()).toMatchObject({ status: 'running' });
    expect(page.trainer.now.epoch).toBeGreaterThanOrEqual(29);
    expect(page.trainer.now.epoch).toBeLessThanOrEqual(31);
    page.unmount();
  });

  it('leaves no frame and no listener behind when it is unmounted while playing', () => {
    const page = mount({ ...perceptron, autoplay: true }, <Drawing />);
    act(() => frames.run(0.2));
    const { trainer } = page;
    page.unmount();
    expect(frames.pending).toBe(0);
    const { epoch } = trainer.now;
    frames.run(1);
    expect(trainer.now.epoch).toBe(epoch);
    trainer.step();
    expect(frames.pending).toBe(0);
  });

  it('goes on playing through a change of options, in one loop', () => {
    const page = mount({ ...perceptron, autoplay: true });
    act(() => frames.run(0.5));
    page.set({ ...perceptron, autoplay: true, learningRate: 0.7 });
    page.set({ ...perceptron, autoplay: true, model: [2, 3, 1] });
    expect(page.trainer.getSnapshot().status).toBe('running');
    expect(frames.pending).toBe(1);
    act(() => frames.run(0.5));
    expect(page.trainer.now.epoch).toBeGreaterThan(10);
    page.unmount();
    expect(frames.pending).toBe(0);
  });

  it('throws what is wrong with the options', () => {
    expect(() => mount({ learningRate: -1 }, null, false)).toThrow(PancakeError);
  });
});

function Drawing() {
  useTrainerFrame(() => {});
  return null;
}

describe('useTrainerValue', () => {
  it('renders when the value changes and not otherwise', () => {
    let renders = 0;
    function Status() {
      renders++;
      return <p>{useTrainerValue((run) => run.status)}</p>;
    }
    const page = mount(perceptron, <Status />, false);
    expect(renders).toBe(1);
    act(() => page.trainer.step());
    expect(screen.getByText('paused')).toBeVisible();
    expect(renders).toBe(2);
    act(() => page.trainer.step());
    act(() => page.trainer.set({ learningRate: 0.3 }));
    expect(renders).toBe(2);
  });

  it('takes objects written in place for the same while their entries are', () => {
    let renders = 0;
    function Pair() {
      renders++;
      const { status, speed } = useTrainerValue(({ status, speed }) => ({ status, speed }));
      return <p>{`${status} ${speed}`}</p>;
    }
    const page = mount(perceptron, <Pair />, false);
    act(() => page.trainer.step());
    act(() => page.trainer.step());
    expect(renders).toBe(2);
    expect(screen.getByText('paused 30')).toBeVisible();
  });

  it('reads the run that it is given rather than that of the page', () => {
    const other = createTrainer(perceptron);
    other.step('epoch', 5);
    const Epoch = () => <p>{useTrainerValue((run) => run.epoch, other)}</p>;
    mount(perceptron, <Epoch />);
    expect(screen.getByText('5')).toBeVisible();
  });

  it('says what to do where there is no run', () => {
    const Lost = () => <p>{useTrainerValue((run) => run.epoch)}</p>;
    expect(() => render(<Lost />)).toThrow(
      'useTrainerValue has no run to show; put it inside <Pancake>, or give it one',
    );
  });
});

describe('useTrainerFrame', () => {
  it('draws in every frame, with the latest callback, and renders nothing', () => {
    let renders = 0;
    const drawn: string[] = [];
    let rename!: (name: string) => void;
    function Figure() {
      renders++;
      const [name, setName] = useState('first');
      rename = setName;
      useTrainerFrame((run) => drawn.push(`${name} ${run.now.epoch}`));
      return null;
    }
    const page = mount({ ...perceptron, speed: 60 }, <Figure />, false);
    frames.tick();
    expect(drawn).toEqual(['first 0']);
    act(() => page.trainer.play());
    for (let i = 0; i < 5; i++) frames.tick();
    expect(drawn).toHaveLength(6);
    expect(renders).toBe(1);
    act(() => rename('second'));
    frames.tick();
    expect(drawn.at(-1)).toMatch(/^second /);
    page.unmount();
  });
});

describe('a run that plays fast', () => {
  it.each([30, 600, 6000])('commits at most ten times a second at %i epochs a second', (speed) => {
    let commits = 0;
    const Reader = () => {
      const { epoch, loss } = useTrainerValue(({ epoch, loss }) => ({ epoch, loss }));
      return <p>{`${epoch} ${loss}`}</p>;
    };
    const children = (
      <Profiler id="page" onRender={() => commits++}>
        <Reader />
        <Reader />
      </Profiler>
    );
    const page = mount({ ...perceptron, speed }, children, false);
    act(() => page.trainer.play());
    commits = 0;
    for (let i = 0; i < 180; i++) act(() => frames.tick());
    expect(page.trainer.now.epoch).toBeGreaterThan(speed * 2.8);
    expect(commits).toBeGreaterThan(10);
    expect(commits).toBeLessThanOrEqual(30);
    page.unmount();
  });
});
