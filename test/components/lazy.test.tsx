// Lazy figures: what a server sent stays until their code is there; what does not come says so.
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, Suspense, createRef, useId, type ReactElement } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as all from 'react-pancake';
import * as lazy from 'react-pancake/lazy';
import { createTrainer, encodeRun, useTrainerValue } from 'react-pancake';
import { lazyFigure } from '../../src/components/figure';
import '../../src/theme/style.css';
import { devtools } from '../support/accessibility-tree';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import { casesOf, serverCases } from '../support/server-cases';

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
  history.replaceState(null, '', location.pathname + location.search);
  restore();
});

const moons = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 } as const;
const figure = (name: string) => page.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;
const figures = () => [...page.querySelectorAll<HTMLElement>('[data-pancake]')];

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

function mount(tree: ReactElement) {
  root = createRoot(page);
  act(() => root!.render(tree));
}

// The observer and the modules come in frames of the browser, not of the page's fake ones.
const oneFrame = async () => {
  await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  frames.tick();
};

async function until(isSo: () => boolean) {
  // A test that failed is over, however it may be.
  const ours = page;
  while (ours.isConnected && !isSo()) await act(oneFrame);
}

/** Lets what was asked for come or fail, and the page hear of it. */
const settle = (end: () => void) =>
  act(async () => {
    end();
    await oneFrame();
  });

/** The same figure twice: as a server has it, and as a shell whose code the test lets come. */
function shellOf<Name extends 'DecisionBoundary' | 'LossChart' | 'TrainerControls' | 'Predict'>(
  name: Name,
) {
  const attempts: { come: () => void; fail: () => void }[] = [];
  const load = vi.fn(
    () =>
      new Promise<(typeof all)[Name]>((resolve, reject) => {
        attempts.push({
          come: () => resolve(all[name]),
          fail: () => reject(new Error('Failed to fetch')),
        });
      }),
  );
  const tag = name === 'Predict' ? 'div' : 'figure';
  const Shell = lazyFigure({ name, height: 300, tag }, load as never) as (typeof all)[Name];
  return { Shell, load, attempts };
}

const isLive = (one: Element) =>
  one.querySelector('canvas')!.getContext('2d')!.getImageData(0, 0, 1, 1).data[3]! > 0;
const far = <div style={{ height: '6000px' }} />;

describe('a page from a server', () => {
  const cases = casesOf({ ...all, ...lazy });

  // What is further down is a shell still, with the server's HTML in it.
  const isAwaited = () => page.querySelector('[aria-busy="true"]') !== null;

  it.each(Object.keys(cases))('%s: taken over without a word, and without a jump', async (name) => {
    page.style.width = '680px';
    page.innerHTML = renderToString(<StrictMode>{serverCases[name]!.page}</StrictMode>);
    const html = page.innerHTML;
    const before = figures().map((one) => one.getBoundingClientRect().height);
    const sent = figures();

    const complaints = hydrate(<StrictMode>{cases[name]!.page}</StrictMode>);
    expect(complaints).toEqual([]);
    if (sent[0]!.isConnected) expect(page.innerHTML).toBe(html);
    await until(() => !sent[0]!.isConnected && !isAwaited());
    expect(figures().map((one) => one.dataset['pancake'])).toEqual(
      sent.map((one) => one.dataset['pancake']),
    );
    // A program in ONNX is loaded later still, and longer than the word that stands for it.
    if (!name.includes('ONNX')) {
      expect(figures().map((one) => one.getBoundingClientRect().height)).toEqual(before);
    }
    expect(complaints).toEqual([]);
  });

  it('takes over what stands in a sentence, also a number that cannot be changed in this run', async () => {
    const tree = ({ Pancake, Set, Value }: Pick<typeof all, 'Pancake' | 'Set' | 'Value'>) => (
      <Pancake {...moons} model={[2, 1]}>
        <p>
          Epoch <Value of="epoch" />, a rate of <Value of="learningRate" editable />, a dropout of{' '}
          <Value of="dropout" editable />. <Set learningRate={0.1}>Make it 0.1</Set>
        </p>
      </Pancake>
    );
    page.innerHTML = renderToString(tree(all));
    const [text, sent] = [page.textContent, figures()];
    const complaints = hydrate(tree(lazy));
    expect(page.textContent).toBe(text);
    await until(() => sent.every((one) => !one.isConnected));
    expect(page.textContent).toBe(text);
    await userEvent.click(screen.getByRole('button', { name: 'Make it 0.1' }));
    expect(screen.getByRole('spinbutton')).toHaveTextContent('0.1');
    expect(complaints).toEqual([]);
  });

  it('asks for no code of what is far, and for it once when it comes near', async () => {
    const { Shell, load, attempts } = shellOf('DecisionBoundary');
    const tree = (Boundary: typeof all.DecisionBoundary) => (
      <all.Pancake {...moons} posterEpoch={20}>
        {far}
        <Boundary heading="below" />
        <Boundary heading="again" />
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.DecisionBoundary));
    const html = page.innerHTML;
    hydrate(tree(Shell));
    await act(oneFrame);
    await act(oneFrame);
    expect(load).not.toHaveBeenCalled();
    expect(page.innerHTML).toBe(html);

    figure('DecisionBoundary').scrollIntoView();
    await until(() => load.mock.calls.length > 0);
    expect(page.innerHTML).toBe(html);
    await settle(attempts[0]!.come);
    figures()[1]!.scrollIntoView();
    await until(() => figures().every(isLive));
    expect(load).toHaveBeenCalledTimes(1);
    const { loss } = createTrainer({ ...moons, posterEpoch: 20 }).now;
    expect(figure('DecisionBoundary').dataset).toMatchObject({ epoch: '20', loss: String(loss) });
  });

  it('keeps what was sent of a figure that the reader has passed by when its code comes', async () => {
    const { Shell, load, attempts } = shellOf('DecisionBoundary');
    const tree = (Boundary: typeof all.DecisionBoundary) => (
      <all.Pancake {...moons} posterEpoch={20}>
        <Boundary />
        {far}
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.DecisionBoundary));
    const sent = figure('DecisionBoundary');
    hydrate(tree(Shell));
    await until(() => load.mock.calls.length > 0);
    scrollTo(0, 6000);
    await settle(attempts[0]!.come);
    expect(figure('DecisionBoundary')).toBe(sent);
    scrollTo(0, 0);
    await until(() => isLive(figure('DecisionBoundary')));
  });

  it('loses no press on a figure whose code is on its way', async () => {
    const { Shell, attempts } = shellOf('TrainerControls');
    const tree = (Controls: typeof all.TrainerControls) => (
      <all.Pancake {...moons}>
        <Controls />
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.TrainerControls));
    hydrate(tree(Shell));
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    await settle(attempts[0]!.come);
    act(() => frames.run(1));
    expect(figure('TrainerControls').dataset['status']).toBe('running');
    expect(screen.getByRole('button', { name: 'Pause' })).toHaveFocus();
  });

  it('loses no press whose figure comes before the mouse is released', async () => {
    const { Shell, attempts } = shellOf('TrainerControls');
    const tree = (Controls: typeof all.TrainerControls) => (
      <all.Pancake {...moons}>
        <Controls />
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.TrainerControls));
    const sent = figure('TrainerControls');
    hydrate(tree(Shell));
    const play = screen.getByRole('button', { name: 'Play' });
    const mouse = userEvent.setup();
    await mouse.pointer({ keys: '[MouseLeft>]', target: play });
    await settle(attempts[0]!.come);
    expect(figure('TrainerControls')).toBe(sent);
    await mouse.pointer({ keys: '[/MouseLeft]', target: play });
    expect(sent.isConnected).toBe(false);
    act(() => frames.run(1));
    expect(figure('TrainerControls').dataset['status']).toBe('running');
  });

  it('puts a figure in its place once a mouse that only held it is released', async () => {
    const { Shell, attempts } = shellOf('TrainerControls');
    const tree = (Controls: typeof all.TrainerControls) => (
      <all.Pancake {...moons}>
        <Controls />
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.TrainerControls));
    const sent = figure('TrainerControls');
    hydrate(tree(Shell));
    const mouse = userEvent.setup();
    await mouse.pointer({ keys: '[MouseLeft>]', target: sent });
    await settle(attempts[0]!.come);
    expect(sent.isConnected).toBe(true);
    await mouse.pointer({ keys: '[/MouseLeft]', target: page });
    await until(() => !sent.isConnected);
    expect(figure('TrainerControls').dataset['status']).toBe('idle');
  });

  it('keeps what a reader chooses meanwhile from a list', async () => {
    const { Shell, attempts } = shellOf('TrainerControls');
    const tree = (Controls: typeof all.TrainerControls) => (
      <all.Pancake {...moons}>
        <Controls />
      </all.Pancake>
    );
    page.innerHTML = renderToString(tree(all.TrainerControls));
    const sent = figure('TrainerControls');
    hydrate(tree(Shell));
    const speed = () => screen.getByRole('combobox', { name: 'Speed' });
    // The mouse opens the list; of its end the page hears nothing.
    await userEvent.pointer({ keys: '[MouseLeft>]', target: speed() });
    speed().focus();
    await settle(attempts[0]!.come);
    expect(sent.isConnected).toBe(true);
    (speed() as HTMLSelectElement).value = '120';
    act(() => void speed().dispatchEvent(new Event('change', { bubbles: true })));
    expect(sent.isConnected).toBe(false);
    expect(speed()).toHaveValue('120');
    expect(speed()).toHaveFocus();
    // It is the run's, too.
    act(() => screen.getByRole('button', { name: 'Play' }).click());
    act(() => frames.run(1));
    expect(Number(figure('TrainerControls').dataset['epoch'])).toBeGreaterThan(60);
  });

  it('keeps what a reader writes meanwhile, and where', async () => {
    const { Shell, attempts } = shellOf('Predict');
    const tree = (Predict: typeof all.Predict) => <Predict question="2 × 21?" answer={42} />;
    page.innerHTML = renderToString(tree(all.Predict));
    hydrate(tree(Shell));
    await userEvent.type(within(page).getByRole('textbox'), '42');
    await settle(attempts[0]!.come);
    expect(within(page).getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(page).toHaveTextContent('42');
    expect(figure('Predict').querySelector('[data-right]')).not.toBeNull();
  });

  it.each([{}, { linkKey: 'run' }])('leaves an author’s own ids as they were: %o', (options) => {
    function Own() {
      return <b>{useId()}</b>;
    }
    const tree = (Pancake: typeof all.Pancake) => (
      <Pancake {...moons} {...options}>
        <Own />
        <p>
          <Own />
        </p>
      </Pancake>
    );
    page.innerHTML = renderToString(tree(all.Pancake));
    const html = page.innerHTML;
    expect(hydrate(tree(lazy.Pancake))).toEqual([]);
    expect(page.innerHTML).toBe(html);
  });
});

describe('a link that cannot be opened', () => {
  it('is said by the server, and taken over without a word', async () => {
    const tree = ({ Pancake, LossChart }: Pick<typeof all, 'Pancake' | 'LossChart'>) => (
      <StrictMode>
        <Pancake {...moons} link="nonsense">
          <LossChart />
        </Pancake>
      </StrictMode>
    );
    page.innerHTML = renderToString(tree(all));
    const html = page.innerHTML;
    const alert = () => within(page).queryByRole('alert');
    expect(alert()).toHaveTextContent('This link could not be opened');
    const sent = alert();
    expect(hydrate(tree(lazy))).toEqual([]);
    if (alert() === sent) expect(page.innerHTML).toBe(html);

    await until(() => alert() !== sent);
    expect(alert()).toHaveTextContent('This link could not be opened');
    await userEvent.click(screen.getByRole('button', { name: 'All right' }));
    expect(alert()).toBeNull();
    expect(figure('LossChart')).toBeVisible();
  });
});

describe('on paper, a figure that nobody came near', () => {
  afterEach(() => devtools('Emulation.setEmulatedMedia', { media: '' }));

  it('says what it is instead of an empty room, and is there when printed again', async () => {
    const { Shell, load, attempts } = shellOf('LossChart');
    mount(
      <all.Pancake {...moons}>
        {far}
        <Shell heading="How fast it learns" />
      </all.Pancake>,
    );
    const place = figure('LossChart');
    const note = () => within(place).getByText(/was not loaded yet when the page was printed/);
    expect(note()).not.toBeVisible();
    expect(load).not.toHaveBeenCalled();

    act(() => void dispatchEvent(new Event('beforeprint')));
    await devtools('Emulation.setEmulatedMedia', { media: 'print' });
    expect(note()).toBeVisible();
    expect(note()).toHaveTextContent(/^How fast it learns: /);
    expect(place.getBoundingClientRect().height).toBeLessThan(100);

    await settle(attempts[0]!.come);
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(figure('LossChart').querySelector('svg')).toBeVisible();
    expect(page).not.toHaveTextContent('was not loaded yet');
  });
});

describe('a page made in the browser', () => {
  it('keeps room with a word in it, and has the figure in it, its ref and all, when it is there', async () => {
    const { Shell, attempts } = shellOf('DecisionBoundary');
    const ref = createRef<HTMLElement>();
    mount(
      <lazy.Pancake {...moons}>
        <Shell ref={ref} className="mine" />
      </lazy.Pancake>,
    );
    const place = figure('DecisionBoundary');
    expect(place).toHaveAttribute('aria-busy', 'true');
    expect(place).toHaveTextContent('This figure is being loaded');
    expect(place).toHaveClass('pancake', 'mine');
    expect(place.getBoundingClientRect().height).toBe(300);
    expect(ref.current).toBe(place);

    await settle(attempts[0]!.come);
    await until(() => figure('DecisionBoundary').querySelector('canvas') !== null);
    act(() => frames.tick());
    expect(isLive(figure('DecisionBoundary'))).toBe(true);
    expect(ref.current).toBe(figure('DecisionBoundary'));
  });

  it('has a whole live figure in one line, and a playground', async () => {
    mount(
      <>
        <lazy.Pancake {...moons} />
        <lazy.Playground {...moons} />
      </>,
    );
    await until(() => figures().some(({ dataset }) => dataset['pancake'] === 'NetworkGraph'));
    const names = figures().map(({ dataset }) => dataset['pancake']);
    expect(names).toEqual(expect.arrayContaining(['LossChart', 'TrainerControls', 'Playground']));
    const [play] = screen.getAllByRole('button', { name: 'Play' });
    await userEvent.click(play!);
    act(() => frames.run(1));
    expect(Number(figure('LossChart').dataset['epoch'])).toBeGreaterThan(10);
  });

  it('says that a figure did not come, and has it when tried again; the rest goes on', async () => {
    const { Shell, attempts } = shellOf('LossChart');
    mount(
      <all.Pancake {...moons}>
        <Shell />
        <all.TrainerControls />
      </all.Pancake>,
    );
    await settle(attempts[0]!.fail);
    const box = page.querySelector<HTMLElement>('[data-pancake="Error"]')!;
    expect(box.dataset['figure']).toBe('LossChart');
    expect(within(box).getByRole('alert')).toHaveTextContent('could not be loaded');
    expect(box.getBoundingClientRect().height).toBe(300);
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();

    const again = () => userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await again();
    expect(screen.queryByRole('alert')).toBeNull();
    await settle(attempts[1]!.fail);
    await again();
    await settle(attempts[2]!.come);
    expect(figure('LossChart').querySelector('svg')).toBeVisible();
  });

  it('lets a figure of one’s own wait for the run in a Suspense', async () => {
    function Epoch() {
      return <b>epoch {useTrainerValue((run) => run.epoch)}</b>;
    }
    mount(
      <lazy.Pancake {...moons} posterEpoch={5}>
        <Suspense fallback="…">
          <Epoch />
        </Suspense>
      </lazy.Pancake>,
    );
    await until(() => page.querySelector('b') !== null);
    expect(page).toHaveTextContent('epoch 5');
  });

  it('opens the run of the page’s address, which rests', async () => {
    const trainer = createTrainer(moons);
    trainer.step('epoch', 12);
    history.replaceState(null, '', `#run=${encodeRun(trainer).text}`);
    mount(
      <lazy.Pancake data="circles" linkKey="run" autoplay>
        <lazy.LossChart />
      </lazy.Pancake>,
    );
    await until(() => page.querySelector('[data-pancake="LossChart"][data-epoch="12"]') !== null);
    act(() => frames.run(1));
    expect(figure('LossChart').dataset).toMatchObject({
      epoch: '12',
      status: 'paused',
      loss: String(trainer.now.loss),
    });
  });

  it('says what is wrong with the options of a run, once', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    mount(
      <lazy.Pancake data="moons" learningRate={-1}>
        <lazy.LossChart />
        <lazy.DecisionBoundary />
      </lazy.Pancake>,
    );
    await until(() => page.querySelector('[role="alert"]') !== null);
    expect(within(page).getAllByRole('alert')).toHaveLength(1);
    expect(within(page).getByRole('alert')).toHaveTextContent('learningRate');
    errors.mockRestore();
  });
});

it('a goal below is reached though nobody came near it', async () => {
  const onComplete = vi.fn();
  mount(
    <lazy.Pancake {...moons}>
      <lazy.TrainerControls />
      {far}
      <lazy.Goal when={{ epoch: 10 }} onComplete={onComplete} />
    </lazy.Pancake>,
  );
  await until(() => screen.queryByRole('button', { name: 'Play' }) !== null);
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  await until(() => figure('Goal').querySelector('.pancake-goal-state') !== null);
  act(() => frames.run(2));
  expect(onComplete).toHaveBeenCalledTimes(1);
});
