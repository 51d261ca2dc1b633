// Figures far from the viewport: what a server sent stays as it is, and nothing is made or trained.
import { act, within } from '@testing-library/react';
import { StrictMode, startTransition, useEffect, useLayoutEffect, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CodeChallenge,
  DecisionBoundary,
  GradientAccumulation,
  LayerCode,
  LinearBackward,
  LinearProduct,
  LossChart,
  NetworkGraph,
  OuterProductSum,
  Pancake,
  Playground,
  TensorGrid,
  TrainerControls,
  createTrainer,
  trace,
} from 'react-pancake';
import { TrainerContext } from '../../src/hooks';
import '../../src/theme/style.css';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
let page: HTMLElement;
let root: Root | undefined;
beforeEach(() => {
  ({ frames, restore } = takeOverFrames());
  page = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  page.remove();
  scrollTo(0, 0);
  restore();
});

const moons = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 } as const;
const figures = (name = 'DecisionBoundary') => [
  ...page.querySelectorAll<HTMLElement>(`figure[data-pancake="${name}"]`),
];
const isPoster = (figure: HTMLElement) => figure.querySelector('.pancake-poster') !== null;
const isPainted = (figure: HTMLElement) => {
  const picture = figure.querySelector('canvas')!.getContext('2d')!;
  return picture.getImageData(0, 0, 1, 1).data[3]! > 0;
};

// One figure at the top of the page, one far below.
const far = <div style={{ height: '6000px' }} />;
const twoRuns = (options = {}) => (
  <StrictMode>
    <Pancake {...moons} posterEpoch={20} {...options}>
      <DecisionBoundary heading="top" />
    </Pancake>
    {far}
    <Pancake {...moons} posterEpoch={30} {...options}>
      <DecisionBoundary heading="bottom" />
      <LossChart />
    </Pancake>
  </StrictMode>
);

function hydrate(tree: ReactElement): unknown[] {
  const complaints: unknown[] = [];
  act(() => {
    root = hydrateRoot(page, tree, {
      onRecoverableError: (error) => complaints.push(error),
      onUncaughtError: (error) => complaints.push(error),
    });
  });
  return complaints;
}

// The observer tells in a frame of the browser, not of the page's fake one.
async function come(to: HTMLElement, until: () => boolean) {
  to.scrollIntoView();
  while (!until()) await act(frame);
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

// As on a page of its own: React goes on when it is its turn.
async function withoutAct(work: () => Promise<void>) {
  const home = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
  const before = home.IS_REACT_ACT_ENVIRONMENT;
  home.IS_REACT_ACT_ENVIRONMENT = false;
  await work().finally(() => (home.IS_REACT_ACT_ENVIRONMENT = before));
}

describe('a page from a server', () => {
  it('takes over what is near, at its epoch, and leaves the rest as it was sent', () => {
    page.innerHTML = renderToString(twoRuns());
    const sent = figures();
    expect(sent.map(isPoster)).toEqual([true, true]);
    const html = sent[1]!.outerHTML;

    expect(hydrate(twoRuns())).toEqual([]);
    expect(figures()[1]).toBe(sent[1]);
    expect(figures().map(isPainted)).toEqual([true, false]);
    expect(figures().map(isPoster)).toEqual([false, true]);
    expect(figures().map((figure) => figure.dataset['epoch'])).toEqual(['20', '30']);
    expect(sent[1]!.outerHTML).toBe(html);
  });

  it('takes over what comes near: the same run, in the same room', async () => {
    page.innerHTML = renderToString(twoRuns());
    hydrate(twoRuns());
    const before = page.getBoundingClientRect().height;
    await come(figures()[1]!, () => figures().every(isPainted));
    expect(page.getBoundingClientRect().height).toBe(before);
    const trainer = createTrainer({ ...moons, posterEpoch: 30 });
    expect(figures()[1]!.dataset).toMatchObject({
      epoch: '30',
      status: 'paused',
      loss: String(trainer.now.loss),
    });
    expect(figures().map(isPoster)).toEqual([false, false]);
  });

  it('stays as it was sent when the page around it is rendered again', async () => {
    const tree = (note: string) => (
      <Pancake {...moons} posterEpoch={20}>
        {far}
        <DecisionBoundary heading={note} />
      </Pancake>
    );
    page.innerHTML = renderToString(tree('before'));
    const html = figures()[0]!.outerHTML;
    const complaints = hydrate(tree('before'));
    act(() => root!.render(tree('after')));
    expect(figures()[0]!.outerHTML).toBe(html);
    expect(complaints).toEqual([]);
    await come(figures()[0]!, () => figures().every(isPainted));
    expect(figures()[0]!.textContent).toContain('after');
  });

  it('loses no press on what was not yet taken over', () => {
    const tree = (
      <>
        {far}
        <Pancake {...moons} posterEpoch={20}>
          <TrainerControls />
        </Pancake>
      </>
    );
    page.innerHTML = renderToString(tree);
    hydrate(tree);
    const play = () =>
      [...figures('TrainerControls')[0]!.querySelectorAll('button')].find((button) =>
        button.textContent.includes('Play'),
      );
    act(() => play()!.click());
    act(() => frames.run(1));
    expect(figures('TrainerControls')[0]!.dataset['status']).toBe('running');
    expect(play()).toBe(undefined);
  });

  describe('with several figures near', () => {
    let came: string[];
    function Name({ children: name, then }: { children: string; then?: () => void }) {
      useLayoutEffect(() => void came.push(name), [name]);
      useEffect(() => then?.(), [then]);
      return name;
    }
    // In a column of so many pixels: one above the screen, three on it, one below.
    const names = ['above', 'first', 'second', 'last', 'below'];
    const column = (whenFirst?: () => void) => (
      <>
        {names.map((name) => (
          <Pancake key={name} {...moons} style={{ height: '400px', overflow: 'hidden' }}>
            <TrainerControls
              heading={<Name {...(name === 'first' && { then: whenFirst })}>{name}</Name>}
              style={{ height: '400px' }}
            />
          </Pancake>
        ))}
      </>
    );
    const all = () => figures('TrainerControls');
    const play = (place: number) => within(all()[place]!).getByRole('button', { name: 'Play' });

    // Says which are the elements that were sent.
    async function takeOver({ before = () => {}, whenFirst = () => {} } = {}) {
      page.innerHTML = renderToString(column());
      const sent = all();
      document.body.style.minHeight = '4000px';
      scrollTo(0, page.offsetTop + 500);
      before();
      came = [];
      const complaints: unknown[] = [];
      await withoutAct(async () => {
        root = hydrateRoot(page, column(whenFirst), {
          onRecoverableError: (error) => complaints.push(error),
        });
        while (came.length < names.length) await frame();
      });
      document.body.style.minHeight = '';
      expect(complaints).toEqual([]);
      return sent.map((figure, i) => all()[i] === figure);
    }

    it('takes over one after another, the nearest first', async () => {
      await takeOver();
      expect(came).toEqual(['first', 'second', 'last', 'above', 'below']);
    });

    it('takes the one next that is pressed, and presses it', async () => {
      await takeOver({ whenFirst: () => queueMicrotask(() => play(4).click()) });
      expect(came).toEqual(['first', 'below', 'second', 'last', 'above']);
      act(() => frames.tick());
      expect(all().map(({ dataset }) => dataset['status'])).toEqual([
        ...Array<string>(4).fill('idle'),
        'running',
      ]);
    });

    it('takes over in place the one that has the focus', async () => {
      let focused: HTMLElement;
      const kept = await takeOver({
        before: () => {
          focused = play(3);
          focused.focus({ preventScroll: true });
        },
      });
      expect(kept).toEqual([false, false, false, true, false]);
      expect(focused!).toHaveFocus();
    });

    it('shows no button that stops a run for as long as its controls are on their way', async () => {
      const tree = (
        <Pancake {...moons} autoplay>
          <LossChart heading={null} />
          <TrainerControls />
        </Pancake>
      );
      page.innerHTML = renderToString(tree);
      const [sent] = all();
      const seen = new Set<boolean>();
      const look = new MutationObserver(() =>
        seen.add(page.querySelector('.pancake-run-pause') !== null),
      );
      look.observe(page, { childList: true, subtree: true });
      await withoutAct(async () => {
        root = hydrateRoot(page, tree);
        while (sent!.isConnected) await frame();
        await frame();
      });
      look.disconnect();
      expect([...seen]).toEqual([false]);
    });
  });

  it('does not play what is far, and plays it once it comes near', async () => {
    page.innerHTML = renderToString(twoRuns({ autoplay: true }));
    hydrate(twoRuns({ autoplay: true }));
    act(() => frames.run(1));
    const [top, bottom] = figures();
    expect(Number(top!.dataset['epoch'])).toBeGreaterThan(40);
    expect(bottom!.dataset['epoch']).toBe('30');
    await come(bottom!, () => figures().every(isPainted));
    act(() => frames.run(1));
    expect(Number(figures()[1]!.dataset['epoch'])).toBeGreaterThan(50);
  });
});

describe('a page made in the browser', () => {
  const mount = (tree: ReactElement) => {
    root = createRoot(page);
    act(() => root!.render(tree));
  };

  it('has what is near at once, and room for the rest', () => {
    mount(twoRuns());
    act(() => frames.tick());
    const [top, bottom] = figures();
    expect(isPainted(top!)).toBe(true);
    expect(bottom!.childElementCount).toBe(0);
    expect(bottom!.getBoundingClientRect().height).toBeGreaterThan(300);
    expect(figures('LossChart')[0]!.getBoundingClientRect().height).toBeGreaterThan(200);
  });

  it('has the rest when one comes near', async () => {
    mount(twoRuns());
    const made = () => figures().every((figure) => figure.childElementCount > 0);
    await come(figures()[1]!, made);
    act(() => frames.tick());
    expect(figures().map(isPainted)).toEqual([true, true]);
    expect(figures()[1]!.dataset['epoch']).toBe('30');
  });

  it('has room for all at once, and has them one after another, the nearest first', async () => {
    const came: { name: string; left: number }[] = [];
    const awaited = () => page.querySelectorAll('[data-far]').length;
    function Name({ children: name }: { children: string }) {
      useLayoutEffect(() => void came.push({ name, left: awaited() }), [name]);
      return name;
    }
    // In a column of so many pixels: two above the screen, three on it, one below.
    page.style.width = '300px';
    page.style.paddingTop = '700px';
    document.body.style.minHeight = '4000px';
    scrollTo(0, 1600);
    const names = ['far above', 'above', 'first', 'second', 'last', 'below'];
    await withoutAct(async () => {
      root = createRoot(page);
      flushSync(() =>
        root!.render(
          names.map((name) => (
            <Pancake key={name} {...moons} style={{ height: '400px', overflow: 'hidden' }}>
              <DecisionBoundary
                heading={<Name>{name}</Name>}
                style={{ minHeight: 0, height: '400px' }}
              />
            </Pancake>
          )),
        ),
      );
      expect(came).toEqual([]);
      expect(awaited()).toBe(names.length);
      while (came.length < names.length) await frame();
      flushSync(() => root!.unmount());
      root = undefined;
    });
    document.body.style.minHeight = '';
    expect(came).toEqual([
      { name: 'first', left: 5 },
      { name: 'second', left: 4 },
      { name: 'last', left: 3 },
      { name: 'above', left: 2 },
      { name: 'below', left: 1 },
      { name: 'far above', left: 0 },
    ]);
  });

  it('has the frame of a figure first, and what is drawn in it in a task of its own', async () => {
    const seen: { hasDrawing: boolean; isBusy: boolean }[] = [];
    await withoutAct(async () => {
      root = createRoot(page);
      // It is told once of all that came in one task.
      const observer = new MutationObserver(() => {
        const hasFrame = page.querySelector('.pancake-plane canvas') !== null;
        const hasDrawing = page.querySelector('.pancake-plane svg') !== null;
        const isBusy = page.querySelector('[aria-busy="true"]') !== null;
        if (hasFrame) seen.push({ hasDrawing, isBusy });
      });
      observer.observe(page, { childList: true, subtree: true });
      flushSync(() =>
        root!.render(
          <Pancake {...moons}>
            <DecisionBoundary />
          </Pancake>,
        ),
      );
      while (!seen.at(-1)?.hasDrawing) {
        // Of a run that rests, no other frame may come.
        frames.tick();
        await frame();
      }
      observer.disconnect();
      frames.tick();
      expect(isPainted(figures()[0]!)).toBe(true);
      flushSync(() => root!.unmount());
      root = undefined;
    });
    expect(seen[0]).toEqual({ hasDrawing: false, isBusy: true });
    expect(seen.at(-1)).toEqual({ hasDrawing: true, isBusy: false });
  });

  describe('between the frame of a figure and its drawing', () => {
    const drawingOf = (name: string) =>
      page.querySelector(
        `[data-pancake="${name}"] :is(.pancake-plane svg, .pancake-loss svg, .pancake-network-link)`,
      );

    // Calls once, in the task in which the frames have come.
    function onFrames(tree: ReactElement, then: () => void): Promise<void> {
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (page.querySelector('[aria-busy="true"]') === null) return;
          observer.disconnect();
          resolve(Promise.resolve().then(then));
        });
        observer.observe(page, { childList: true, subtree: true });
        root = createRoot(page);
        flushSync(() => root!.render(tree));
      });
    }
    const alone = (figure: ReactElement) => <Pancake {...moons}>{figure}</Pancake>;
    const afterwards = () => {
      flushSync(() => root!.unmount());
      root = undefined;
    };

    it.each([
      ['DecisionBoundary', <DecisionBoundary key="figure" />],
      ['LossChart', <LossChart key="figure" />],
      ['NetworkGraph', <NetworkGraph key="figure" />],
    ])('a printer has all of it: %s', async (name, figure) => {
      await withoutAct(async () => {
        await onFrames(alone(figure), () => {
          expect(drawingOf(name)).toBeNull();
          dispatchEvent(new Event('beforeprint'));
          expect(drawingOf(name)).not.toBeNull();
          expect(page.querySelector('[aria-busy="true"]')).toBeNull();
          if (name === 'DecisionBoundary') expect(isPainted(figures()[0]!)).toBe(true);
        });
        afterwards();
      });
    });

    describe('of a network of many lines', () => {
      const lines = () => page.querySelectorAll('.pancake-network-link').length;
      const network = (
        <Pancake {...moons} model={[2, 6, 6, 6, 6, 1]}>
          <NetworkGraph />
        </Pancake>
      );
      const all = 2 * 6 + 3 * 36 + 6;

      it('a printer has all of them before anything is drawn', async () => {
        await withoutAct(async () => {
          await onFrames(network, () => {
            dispatchEvent(new Event('beforeprint'));
            expect(lines()).toBe(all);
          });
          afterwards();
        });
      });

      it('a printer has all of them before the first have come', async () => {
        await withoutAct(async () => {
          await onFrames(network, () => {
            frames.tick();
            frames.tick();
          });
          while (!page.querySelector('.pancake-network-neuron')) await frame();
          expect(lines()).toBe(0);
          dispatchEvent(new Event('beforeprint'));
          expect(lines()).toBe(all);
          afterwards();
        });
      });
    });

    it('who comes in by Tab finds the drawing', async () => {
      await withoutAct(async () => {
        await onFrames(alone(<NetworkGraph />), () => {
          page.querySelector('button')!.focus();
        });
        await Promise.resolve();
        expect(drawingOf('NetworkGraph')).not.toBeNull();
        afterwards();
      });
    });

    it('a printer has the picture for which there was no frame yet', async () => {
      await withoutAct(async () => {
        await onFrames(alone(<DecisionBoundary />), () => {});
        while (!drawingOf('DecisionBoundary')) await frame();
        expect(isPainted(figures()[0]!)).toBe(false);
        dispatchEvent(new Event('beforeprint'));
        expect(isPainted(figures()[0]!)).toBe(true);
        afterwards();
      });
    });

    it('controls stand for the width of their place already', async () => {
      page.style.width = '300px';
      const width = () => page.querySelector<HTMLElement>('.pancake-network-plane')!.style.width;
      await withoutAct(async () => {
        let first = '';
        await onFrames(alone(<NetworkGraph />), () => void (first = width()));
        while (!drawingOf('NetworkGraph')) await frame();
        expect(first).toBe(width());
        expect(parseFloat(first)).toBeLessThan(400);
        afterwards();
      });
    });

    it('a transition of the page that goes on and on holds up nothing for long', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const drawn = () => page.querySelectorAll('.pancake-plane:has(svg)').length;
      try {
        await withoutAct(async () => {
          let arrive!: () => void;
          startTransition(() => new Promise<void>((resolve) => (arrive = resolve)));
          const boundary = <DecisionBoundary style={{ height: '300px' }} />;
          await onFrames(
            <Pancake {...moons}>
              {boundary}
              {boundary}
            </Pancake>,
            () => {},
          );
          await frame();
          await frame();
          expect(drawn()).toBe(0);
          // The second one comes within a second, and its drawing within another.
          for (const count of [1, 2]) {
            vi.advanceTimersByTime(1000);
            await frame();
            await frame();
            expect(drawn()).toBe(count);
          }
          arrive();
          await frame();
          afterwards();
        });
      } finally {
        vi.useRealTimers();
      }
    });
  });

  it('has a plane at once that comes back in the place of a layer’s space', async () => {
    const tree = (space: number | null) => (
      <Pancake {...moons}>
        <DecisionBoundary space={space} />
      </Pancake>
    );
    await withoutAct(async () => {
      root = createRoot(page);
      flushSync(() => root!.render(tree(0)));
      while (!page.querySelector('.pancake-plane')) await frame();
      frames.tick();
      flushSync(() => root!.render(tree(null)));
      expect(page.querySelector('.pancake-plane svg [role="slider"]')).not.toBeNull();
      expect(isPainted(figures()[0]!)).toBe(true);
      flushSync(() => root!.unmount());
      root = undefined;
    });
  });

  it('has all of a figure that gets the focus, and gives it to its first control', async () => {
    await withoutAct(async () => {
      root = createRoot(page);
      flushSync(() =>
        root!.render(
          <>
            {far}
            <Pancake {...moons}>
              <DecisionBoundary />
            </Pancake>
          </>,
        ),
      );
      const awaited = figures()[0]!;
      expect(awaited).toHaveAttribute('data-far');
      awaited.focus({ preventScroll: true });
      expect(figures()[0]!.querySelector('.pancake-plane svg')).not.toBeNull();
      expect(document.activeElement).toHaveRole('slider');
      flushSync(() => root!.unmount());
      root = undefined;
    });
  });

  it('gives the focus on also where a figure stands right in a shadow tree', async () => {
    await withoutAct(async () => {
      page.style.paddingTop = '6000px';
      const shadow = page.attachShadow({ mode: 'open' });
      root = createRoot(shadow);
      flushSync(() => root!.render(<TensorGrid tensor={[[1, 2]]} name="x" />));
      const awaited = shadow.firstElementChild as HTMLElement;
      expect(awaited).toHaveAttribute('data-far');
      awaited.focus({ preventScroll: true });
      expect(shadow.querySelector('figure')).toContainElement(shadow.activeElement as HTMLElement);
      expect(shadow.activeElement).not.toBe(shadow.firstElementChild);
      flushSync(() => root!.unmount());
      root = undefined;
    });
  });

  it('has everything when it is printed', () => {
    mount(twoRuns());
    act(() => void dispatchEvent(new Event('beforeprint')));
    // No frame comes before the page is printed.
    expect(isPainted(figures()[1]!)).toBe(true);
    expect(figures('LossChart')[0]!.querySelector('.pancake-loss svg')).not.toBeNull();
  });

  it('has what is in its figures when it is printed, too', () => {
    mount(
      <>
        {far}
        <Playground {...moons} />
      </>,
    );
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(page.querySelector('[data-far]')).toBeNull();
    expect(isPainted(figures()[0]!)).toBe(true);
  });

  it('does not train a run that was given to figures which are all far', () => {
    const trainer = createTrainer(moons);
    mount(
      <>
        {far}
        <DecisionBoundary trainer={trainer} />
      </>,
    );
    trainer.play();
    act(() => frames.run(1));
    expect(trainer.now.epoch).toBe(0);
    trainer.pause();
  });

  it('says how a run stands that is given, and follows it', () => {
    const trainer = createTrainer({ ...moons, posterEpoch: 3 });
    mount(
      <>
        {far}
        <DecisionBoundary trainer={trainer} />
      </>,
    );
    const stands = () => ({ ...figures()[0]!.dataset });
    expect(stands()).toMatchObject({
      status: 'paused',
      epoch: '3',
      loss: String(trainer.now.loss),
    });
    act(() => trainer.step('epoch', 2));
    expect(stands()).toMatchObject({ epoch: '5', loss: String(trainer.now.loss) });
    expect(figures()[0]!.childElementCount).toBe(0);
  });

  it('says where a run will begin that nobody has made yet', () => {
    mount(twoRuns());
    const { status, epoch, loss } = figures()[1]!.dataset;
    expect([status, epoch, loss]).toEqual(['paused', '30', undefined]);
  });
});

describe('figures without a run of the page', () => {
  const names = { place: 1, input: 'x', output: 'F1', objective: 'L', parameters: {} };
  const step = () => {
    const { model, data } = createTrainer(moons);
    return trace(model, data.x)[0]!;
  };
  const cases = (): Record<string, ReactElement> => ({
    TensorGrid: <TensorGrid tensor={[[1, 2]]} name="x" />,
    LinearProduct: <LinearProduct step={step()} names={names} />,
    LinearBackward: <LinearBackward step={step()} names={names} />,
    OuterProductSum: <OuterProductSum step={step()} names={names} />,
    LayerCode: <LayerCode step={step()} names={names} phase="forward" />,
    CodeChallenge: <CodeChallenge name="square" />,
    GradientAccumulation: (
      <Pancake {...moons}>
        <GradientAccumulation />
      </Pancake>
    ),
  });
  const own = (name: string) => page.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;

  it.each(Object.keys(cases()))('%s is left as it was sent until it comes near', async (name) => {
    const tree = (
      <>
        {far}
        {cases()[name]}
      </>
    );
    page.innerHTML = renderToString(tree);
    const sent = own(name);
    const html = sent.outerHTML;
    expect(hydrate(tree)).toEqual([]);
    expect(own(name)).toBe(sent);
    expect(sent.outerHTML).toBe(html);
    const before = page.getBoundingClientRect().height;
    await come(sent, () => own(name) !== sent);
    // Taken over: the same words in the same room.
    expect(own(name).textContent).toBe(sent.textContent);
    expect(page.getBoundingClientRect().height).toBe(before);
  });

  it.each(Object.keys(cases()))('%s has room for what is not made yet', async (name) => {
    root = createRoot(page);
    act(() =>
      root!.render(
        <>
          {far}
          {cases()[name]}
        </>,
      ),
    );
    expect(own(name).childElementCount).toBe(0);
    const reserved = own(name).getBoundingClientRect().height;
    await come(own(name), () => own(name).childElementCount > 0);
    expect(reserved).toBeGreaterThan(20);
  });

  it('take no run out of sight', () => {
    const trainer = createTrainer(moons);
    root = createRoot(page);
    act(() =>
      root!.render(
        <TrainerContext.Provider value={trainer}>
          {far}
          <TensorGrid tensor={[[1, 2]]} name="x" />
        </TrainerContext.Provider>,
      ),
    );
    act(() => trainer.play());
    act(() => frames.run(1));
    expect(trainer.now.epoch).toBeGreaterThan(0);
    act(() => trainer.pause());
  });
});
