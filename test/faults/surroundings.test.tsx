// Browsers that lack something, lose it, or tell another time: figures do without, or say what is missing.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, Suspense, use } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DataEditor,
  DecisionBoundary,
  LayerStack,
  LossChart,
  LossLandscape,
  NetworkGraph,
  OptimizerRace,
  Pancake,
  TrainerControls,
  createTrainer,
  kernels,
  useTrainerFrame,
  type Trainer,
} from '../../src';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { boxes } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  kernels.use('auto');
  restore();
});

const options = { data: 'moons', points: 50, model: [2, 4, 1], seed: 3, speed: 30 } as const;
const figure = (name: string) => document.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;
const names = () =>
  [...document.querySelectorAll<HTMLElement>('[data-pancake]')].map(
    ({ dataset }) => dataset['pancake'],
  );
// All on the screen, since what is far is not live.
const shown = (
  <div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 240px)', width: 960 }}>
    <DecisionBoundary />
    <NetworkGraph />
    <DataEditor />
    <LossChart />
    <LossLandscape />
    <LayerStack />
    <TrainerControls />
    <Witness />
  </div>
);
const all = [
  ...['DecisionBoundary', 'NetworkGraph', 'DataEditor', 'LossChart'],
  ...['LossLandscape', 'LayerStack', 'TrainerControls'],
];

let run!: Trainer;
/** Tells which run the page has. */
function Witness() {
  useTrainerFrame((trainer) => (run = trainer));
  return null;
}
const epoch = () => run.now.epoch;

function pixels(of: string): string {
  const canvas = figure(of).querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.join();
}

describe('a browser without', () => {
  it.each([
    ['ResizeObserver'],
    ['OffscreenCanvas'],
    ['IntersectionObserver'],
    ['matchMedia'],
    ['requestIdleCallback'],
  ])('%s shows all figures, and trains', (missing) => {
    vi.stubGlobal(missing, undefined);
    render(<Pancake {...options}>{shown}</Pancake>);
    act(() => frames.run(0.2));
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(1));
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(names()).toEqual(expect.arrayContaining(all));
    expect(boxes()).toEqual([]);
    expect(Number(figure('LossChart').dataset['epoch'])).toBeGreaterThan(20);
  });

  it('WebAssembly shows the same picture', () => {
    const draw = () => {
      const trainer = createTrainer(options);
      trainer.step('epoch', 10);
      const { unmount } = render(<DecisionBoundary trainer={trainer} />);
      act(() => frames.run(0.1));
      const picture = pixels('DecisionBoundary');
      unmount();
      return picture;
    };
    const fast = draw();
    kernels.use('plain');
    expect(draw()).toBe(fast);
  });

  it('a place to draw on says so, in the figures that need one, until there is one', () => {
    expectConsole('error', /this browser gave no place to draw on/);
    const refuse = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    render(
      <Pancake {...options}>
        <p>Text around.</p>
        <DecisionBoundary />
        <LossChart />
        <TrainerControls />
      </Pancake>,
    );
    act(() => frames.tick());
    expect(boxes()).toEqual([expect.stringMatching(/^this browser gave no place to draw on/)]);
    expect(names()).toEqual(['Error', 'LossChart', 'TrainerControls']);
    expect(screen.getByText('Text around.')).toBeVisible();
    refuse.mockRestore();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    act(() => frames.tick());
    expect(boxes()).toEqual([]);
    expect(new Set(pixels('DecisionBoundary').split(',')).size).toBeGreaterThan(10);
  });
});

describe('a canvas whose picture the graphics card lost', () => {
  it.each([
    ['DecisionBoundary', <DecisionBoundary key="" />],
    ['NetworkGraph', <NetworkGraph key="" />],
    ['DataEditor', <DataEditor key="" boundary />],
    ['LossLandscape', <LossLandscape key="" />],
    ['OptimizerRace', <OptimizerRace key="" />],
  ])('%s: is painted again, though the run rests', (name, element) => {
    render(<Pancake {...options}>{element}</Pancake>);
    act(() => frames.run(2));
    const before = pixels(name);
    const canvas = figure(name).querySelector('canvas')!;
    canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
    canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
    expect(pixels(name)).not.toBe(before);
    canvas.dispatchEvent(new Event('contextrestored'));
    act(() => frames.tick());
    expect(pixels(name)).toBe(before);
  });
});

describe('a box of no size', () => {
  it('that grows later is filled', async () => {
    const page = (width: number, display: 'none' | 'block') => (
      <div style={{ width, display, overflow: 'hidden' }}>
        <Pancake {...options}>
          <DecisionBoundary />
          <NetworkGraph />
          <LossChart />
          <LossLandscape />
        </Pancake>
      </div>
    );
    const { rerender } = render(page(0, 'block'));
    act(() => frames.run(0.1));
    rerender(page(0, 'none'));
    act(() => frames.run(0.1));
    expect(boxes()).toEqual([]);
    rerender(page(520, 'block'));
    await vi.waitFor(() => {
      for (const name of ['DecisionBoundary', 'NetworkGraph', 'LossChart', 'LossLandscape']) {
        const [svg] = [...figure(name).querySelectorAll('svg')].sort(
          (a, b) => b.getBoundingClientRect().width - a.getBoundingClientRect().width,
        );
        expect(svg!.getBoundingClientRect().width, name).toBeGreaterThan(300);
        expect(svg!.getBoundingClientRect().width, name).toBeLessThanOrEqual(520);
      }
    });
    expect(document.body.innerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('time', () => {
  function play() {
    render(
      <StrictMode>
        <Pancake {...options}>{shown}</Pancake>
      </StrictMode>,
    );
    act(() => frames.run(0.1));
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(1));
    expect(epoch()).toBeGreaterThan(25);
  }

  it('in a hidden tab does not count, be it an hour', () => {
    play();
    const before = epoch();
    frames.isHidden = true;
    act(() => frames.tick(3_600_000));
    expect(epoch()).toBe(before);
    frames.isHidden = false;
    act(() => frames.tick(3_600_000));
    // A tenth of a second at most is made up for.
    expect(epoch()).toBeLessThanOrEqual(before + 4);
    act(() => frames.run(1));
    expect(epoch()).toBeGreaterThan(before + 20);
    expect(epoch()).toBeLessThan(before + 40);
    expect(boxes()).toEqual([]);
  });

  it('that jumps back and forth neither stops a run nor lets it race', () => {
    play();
    const before = epoch();
    for (const jump of [-60_000, 1e9, -2e9, 0, -1e-3, 5e8]) act(() => frames.tick(jump));
    expect(epoch()).toBeGreaterThanOrEqual(before);
    expect(epoch()).toBeLessThanOrEqual(before + 15);
    const after = epoch();
    act(() => frames.run(1));
    expect(epoch()).toBeGreaterThan(after + 20);
    expect(epoch()).toBeLessThan(after + 40);
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(boxes()).toEqual([]);
  });
});

describe('Suspense', () => {
  // What a page waits for until `arrive`.
  function late() {
    let arrive!: () => void;
    const waiting = new Promise<void>((resolve) => (arrive = resolve));
    return { Late: () => (use(waiting), (<p>Here at last.</p>)), arrive };
  }

  it('hides figures of a run, and shows them as they are when it is over', async () => {
    const { Late, arrive } = late();
    const trainer = createTrainer(options);
    const page = (withLate: boolean) => (
      <Suspense fallback={<p>Wait.</p>}>
        <Pancake {...options}>{shown}</Pancake>
        <DecisionBoundary trainer={trainer} className="same" />
        {withLate && <Late />}
      </Suspense>
    );
    const { rerender } = render(page(false));
    act(() => frames.run(0.1));
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(0.5));
    await act(async () => rerender(page(true)));
    expect(screen.getByText('Wait.')).toBeVisible();
    expect(figure('LossChart')).not.toBeVisible();
    act(() => frames.run(1));
    await act(async () => arrive());
    expect(screen.getByText('Here at last.')).toBeVisible();
    expect(figure('LossChart')).toBeVisible();
    const before = epoch();
    // What cannot be seen does not train: the browser tells when it can.
    await vi.waitFor(() => {
      act(() => frames.run(0.1));
      expect(epoch()).toBeGreaterThan(before + 10);
    });
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    act(() => run.step('epoch'));
    expect(boxes()).toEqual([]);
    expect(figure('LossChart').dataset['epoch']).toBe(String(epoch()));
    // The picture is the one of that epoch.
    trainer.step('epoch', epoch());
    act(() => frames.run(0.1));
    const [live, same] = [...document.querySelectorAll('[data-pancake="DecisionBoundary"] canvas')];
    const read = (canvas: Element) => {
      const { width, height } = canvas as HTMLCanvasElement;
      return (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data;
    };
    expect(read(live!)).toEqual(read(same!));
  });

  it('hides pictures that were not painted yet, and has them painted when it is over', async () => {
    const { Late, arrive } = late();
    const trainer = createTrainer(options);
    const page = (withLate: boolean) => (
      <Suspense fallback={<p>Wait.</p>}>
        <DecisionBoundary trainer={trainer} />
        <NetworkGraph trainer={trainer} />
        {withLate && <Late />}
      </Suspense>
    );
    const isPainted = (name: string) => {
      const { width, height } = figure(name).querySelector('canvas')!;
      const picture = figure(name).querySelector('canvas')!.getContext('2d')!;
      return picture.getImageData(0, 0, width, height).data.some((value) => value > 0);
    };
    const { rerender } = render(page(false));
    await act(async () => rerender(page(true)));
    expect(screen.getByText('Wait.')).toBeVisible();
    await act(async () => trainer.step('epoch'));
    await act(async () => frames.run(0.1));
    await act(async () => arrive());
    expect(screen.getByText('Here at last.')).toBeVisible();
    await act(async () => frames.run(0.1));
    expect(boxes()).toEqual([]);
    expect([isPainted('DecisionBoundary'), isPainted('NetworkGraph')]).toEqual([true, true]);
  });
});
