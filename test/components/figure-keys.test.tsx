// The keyboard in figures: one tab stop each, arrow keys inside, and help one key away.
import { act, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import '../../src/theme/style.css';
import {
  ActivationPlot,
  Compare,
  DataEditor,
  DecisionBoundary,
  ExportProgram,
  LayerStack,
  LossChart,
  LossLandscape,
  NetworkGraph,
  Pancake,
  PancakeLanguage,
  Playground,
  TrainerControls,
  createTrainer,
  type Trainer,
} from '../../src';
import { ar } from '../../src/locales/ar';
import { takeOverFrames } from '../support/fake-frames';
import { coveredBy } from '../support/covered';
import { mainFigures, moreFigures, trained } from '../support/main-figures';

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => restore());

const small = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 } as const;
const figureOf = (element: Element | null) =>
  element?.closest('[data-pancake]')?.getAttribute('data-pancake');
const focused = () => document.activeElement as HTMLElement;
/** Until the browser has told of sizes that changed. */
const drawn = () =>
  act(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));
const press = (keys: string) => act(() => userEvent.keyboard(keys));

function show(trainer: Trainer = createTrainer(small)) {
  render(
    <>
      <button>before</button>
      <TrainerControls trainer={trainer} />
      <DecisionBoundary trainer={trainer} />
      <LossChart trainer={trainer} />
      <LayerStack trainer={trainer} />
      <NetworkGraph trainer={trainer} />
      <DataEditor trainer={trainer} />
      <ExportProgram trainer={trainer} />
      <ActivationPlot trainer={trainer} of="ReLU" />
      <button>after</button>
    </>,
  );
  screen.getByText('before').focus();
  return trainer;
}

describe('Tab', () => {
  it('has one stop in each figure, forwards and back', async () => {
    show();
    const figures = [
      'TrainerControls',
      'DecisionBoundary',
      'LossChart',
      'LayerStack',
      'NetworkGraph',
      'DataEditor',
      'ExportProgram',
      'ActivationPlot',
    ];
    const there: (string | undefined | null)[] = [];
    for (const _ of figures) {
      await press('{Tab}');
      there.push(figureOf(focused()));
    }
    expect(there).toEqual(figures);
    await press('{Tab}');
    expect(focused().textContent).toBe('after');
    const back: (string | undefined | null)[] = [];
    for (const _ of figures) {
      await press('{Shift>}{Tab}{/Shift}');
      back.push(figureOf(focused()));
    }
    expect(back).toEqual(figures.toReversed());
    await press('{Shift>}{Tab}{/Shift}');
    expect(focused().textContent).toBe('before');
  });

  it('leaves each control as it was, for those who read the page without it', async () => {
    render(<TrainerControls trainer={createTrainer(small)} />);
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('figure *')].map(({ tabIndex }) => tabIndex);
    const before = stops();
    await press('{Tab}{Tab}');
    await waitFor(() => expect(stops()).toEqual(before));
  });

  it('has one stop in each figure of a playground', async () => {
    render(<Playground {...small} />);
    const seen = new Set<Element>();
    for (let i = 0; i < 30; i++) {
      await press('{Tab}');
      const figure = focused().closest('figure.pancake');
      if (!figure) break;
      // What stands above and below them is the playground's own.
      if (figureOf(figure) === 'Playground') continue;
      expect(seen.has(figure), figureOf(figure)!).toBe(false);
      seen.add(figure);
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('comes back to where one was in a figure', async () => {
    show();
    await press('{Tab}{ArrowRight}');
    const here = focused();
    await press('{Tab}');
    expect(figureOf(focused())).toBe('DecisionBoundary');
    await press('{Shift>}{Tab}{/Shift}');
    expect(focused() === here).toBe(true);
  });

  it('leaves a call of focus() alone', async () => {
    show();
    await press('{Tab}{ArrowRight}{Tab}');
    const first = document.querySelector<HTMLElement>('[data-pancake="TrainerControls"] button')!;
    act(() => first.focus());
    expect(focused() === first).toBe(true);
  });
});

describe('inside a figure', () => {
  const reachable = async () => {
    await press('{Escape}{Escape}{Home}');
    const seen = new Set<Element>([focused()]);
    for (let i = 0; i < 60; i++) {
      await press('{Escape}{Escape}{ArrowRight}');
      if (seen.has(focused())) break;
      seen.add(focused());
    }
    return seen;
  };

  it.each([
    ['TrainerControls', TrainerControls],
    ['LossChart', LossChart],
    ['DecisionBoundary', DecisionBoundary],
    ['NetworkGraph', NetworkGraph],
    ['DataEditor', DataEditor],
  ])('arrow keys reach every control: %s', async (name, Shown) => {
    const trainer = createTrainer(small);
    trainer.step();
    render(<Shown trainer={trainer} />);
    await press('{Tab}');
    const seen = await reachable();
    const root = document.querySelector<HTMLElement>(`[data-pancake="${name}"]`)!;
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button, input, select, [tabindex="0"]'),
    ].filter(
      (control) =>
        control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
    );
    const missed = controls.filter((control) => !seen.has(control) && !isRadio(control));
    expect(missed.map((control) => control.outerHTML)).toEqual([]);
  });
  const isRadio = (control: Element) => (control as HTMLInputElement).type === 'radio';

  it('Home and End go to the first and the last control', async () => {
    show();
    await press('{Tab}{End}');
    expect(focused().textContent).toContain('Numbers');
    await press('{Home}');
    expect(focused() === document.querySelector('[data-pancake="TrainerControls"] button')).toBe(
      true,
    );
  });

  it('the arrows follow the direction of writing', async () => {
    render(
      <PancakeLanguage language={{ tag: 'he', direction: 'rtl', words: {} }}>
        <Pancake {...small}>
          <TrainerControls />
        </Pancake>
      </PancakeLanguage>,
    );
    await press('{Tab}');
    const first = focused();
    await press('{ArrowLeft}');
    expect(focused() === first).toBe(false);
    await press('{ArrowRight}');
    expect(focused() === first).toBe(true);
  });

  it('a slider keeps its arrows; Escape leads out of it, and Tab on', async () => {
    const trainer = createTrainer(small);
    for (let i = 0; i < 30; i++) trainer.step();
    render(
      <>
        <LossChart trainer={trainer} />
        <button>after</button>
      </>,
    );
    const slider = screen.getByRole('slider');
    act(() => slider.focus());
    await press('{Home}{ArrowRight}{ArrowRight}');
    expect(focused() === slider).toBe(true);
    expect(slider.getAttribute('aria-valuenow')).toBe('2');
    // The first one hides what was read.
    await press('{Escape}{Escape}');
    expect(focused() === slider.closest('figure')).toBe(true);
    await press('{ArrowRight}');
    expect(figureOf(focused())).toBe('LossChart');
    expect(focused() === slider).toBe(false);
    await press('{Escape}{Tab}');
    expect(focused().textContent).toBe('after');
  });
});

describe('Shift', () => {
  it('moves a slider of the browser’s own by ten steps', async () => {
    render(<TrainerControls trainer={createTrainer(small)} />);
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!;
    const rate = () => screen.getAllByRole<HTMLInputElement>('textbox')[0]!.value;
    const before = rate();
    act(() => slider.focus());
    const { value, step } = slider;
    await press('{Shift>}{ArrowLeft}{/Shift}');
    expect(Number(slider.value)).toBeCloseTo(Number(value) - 10 * Number(step || 1), 9);
    expect(rate()).not.toBe(before);
    await press('{Shift>}{ArrowRight}{/Shift}');
    expect(slider.value).toBe(value);
  });
});

describe('help', () => {
  it('? lists the keys, those of the figure too; Escape closes it where one was', async () => {
    show();
    await press('{Tab}{Tab}{Tab}');
    const here = focused();
    await press('?');
    const list = await screen.findByRole('dialog', { name: 'Keys · Loss' });
    const rows = within(list)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows).toContain('TabTo the next figure');
    expect(rows).toContain('TThe figure’s numbers as a table');
    await press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(focused() === here).toBe(true);
  });

  const listed = async (figure: ReactElement) => {
    render(figure);
    await press('{Tab}{Escape}?');
    const list = await screen.findByRole('dialog', { name: /^Keys/ });
    const rows = within(list).getAllByRole('row');
    const sentences = [...list.querySelectorAll('.pancake-keys ~ p')];
    return [rows, sentences].map((all) => all.map(({ textContent }) => textContent));
  };

  it('lists the keys of a plane, on which no place is the least', async () => {
    const [rows, sentences] = await listed(
      <DataEditor trainer={createTrainer(small)} hide={['noise', 'split']} />,
    );
    expect(rows).toContain('Alt + Arrow keysIn small steps');
    expect(rows).not.toContain('Home / EndTo the least or the greatest');
    expect(sentences).toEqual([expect.stringMatching(/^Arrow keys move the cursor.*Enter adds/)]);
  });

  it('lists the keys of a map', async () => {
    const [, sentences] = await listed(<LossLandscape trainer={createTrainer(small)} grid={8} />);
    expect(sentences).toEqual([expect.stringMatching(/plus and minus zoom/)]);
  });

  it('lists nothing of the figures inside, each of which has a list', async () => {
    const [rows, sentences] = await listed(
      <Compare options={small} runs={[{ name: 'a' }, { name: 'b' }]} />,
    );
    expect(rows).not.toContain('Shift + Arrow keysIn large steps');
    expect(sentences).toEqual([]);
  });

  it('T shows the numbers of the chart, those of the run itself', async () => {
    const trainer = createTrainer(small);
    for (let i = 0; i < 3; i++) trainer.step();
    render(<LossChart trainer={trainer} />);
    await press('{Tab}t');
    const table = within(await screen.findByRole('dialog', { name: 'Numbers · Loss' }));
    const rows = table
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows[0]).toEqual(['epoch', 'loss', 'testLoss', 'accuracy', 'testAccuracy']);
    expect(rows).toHaveLength(1 + trainer.history.length);
    trainer.history.forEach(({ epoch, loss }, i) => {
      const [shownEpoch, shownLoss] = rows[i + 1]!;
      expect(shownEpoch).toBe(String(epoch));
      expect(Math.abs(Number(shownLoss) - loss)).toBeLessThan(0.005 * Math.abs(loss));
    });
  });

  it('a long table comes in parts', async () => {
    const trainer = createTrainer({ ...small, points: 300 });
    render(<DataEditor trainer={trainer} />);
    await press('{Tab}t');
    const table = within(await screen.findByRole('dialog'));
    expect(table.getByText('The first 200 of 300 rows')).toBeTruthy();
    await act(() => userEvent.click(table.getByText('More rows')));
    expect(table.getAllByRole('row')).toHaveLength(301);
  });

  it('letters are the reader’s own in a field', async () => {
    render(<TrainerControls trainer={createTrainer(small)} />);
    act(() => screen.getAllByRole('textbox')[0]!.focus());
    await press('t?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  const { Predict: _, ...framed } = mainFigures;
  const figures = Object.entries<(trainer: Trainer) => ReactElement>({ ...framed, ...moreFigures });
  const cases = figures.flatMap(([name, figure]) =>
    (
      [
        [700, null],
        [375, null],
        [375, ar],
      ] as const
    ).map(([width, language]) => ({
      title: `${name}, ${width} pixels${language ? ', from right to left' : ''}`,
      ...{ figure, width, language },
    })),
  );

  it.each(cases)(
    'lies in the figure, and not on what has the focus: $title',
    async ({ figure, width, language }) => {
      render(
        <div style={{ width }} dir={language?.direction}>
          <button>before</button>
          <PancakeLanguage language={language}>{figure(trained())}</PancakeLanguage>
        </div>,
      );
      screen.getByText('before').focus();
      await press('{Tab}');
      const seen = new Set<Element>();
      const hidden: string[] = [];
      while (!seen.has(focused())) {
        seen.add(focused());
        const root = focused().closest<HTMLElement>('figure.pancake');
        if (!root) break;
        await drawn();
        const help = root.querySelector(':scope > .pancake-help')!.getBoundingClientRect();
        expect(help.width).toBeGreaterThanOrEqual(24);
        const box = root.getBoundingClientRect();
        expect(help.left).toBeGreaterThanOrEqual(box.left - 1);
        expect(help.right).toBeLessThanOrEqual(box.right + 1);
        expect(help.top).toBeGreaterThanOrEqual(Math.min(box.top, box.bottom - help.height) - 1);
        expect(help.bottom).toBeLessThanOrEqual(box.bottom + 1);
        const isHelp = focused().closest('.pancake-help') !== null;
        if (!isHelp) {
          const part = root.querySelector(':scope > .pancake-help')!;
          for (const what of coveredBy(part, root)) hidden.push(`${figureOf(root)}: ${what}`);
          const one = focused().getBoundingClientRect();
          const across = Math.min(one.right, help.right) - Math.max(one.left, help.left);
          const down = Math.min(one.bottom, help.bottom) - Math.max(one.top, help.top);
          const covered = Math.max(0, across) * Math.max(0, down);
          expect(covered / (one.width * one.height || 1), focused().outerHTML).toBeLessThan(0.35);
        }
        await press(
          focused().matches('[role="slider"], [role="listbox"], input, select')
            ? '{Escape}{Escape}'
            : '{ArrowDown}',
        );
        if (focused() === root) await press('{ArrowDown}');
      }
      expect(seen.size).toBeGreaterThan(1);
      expect([...new Set(hidden)]).toEqual([]);
    },
  );

  it('covers no number of a small plane', async () => {
    render(
      <div style={{ width: 150 }}>
        <DecisionBoundary trainer={trained(5)} grid={50} heading={null} caption={null} />
      </div>,
    );
    await press('{Tab}');
    await drawn();
    const root = focused().closest('figure')!;
    const help = root.querySelector(':scope > .pancake-help')!;
    expect(help.getBoundingClientRect().width).toBeGreaterThan(24);
    expect(coveredBy(help, root)).toEqual([]);
  });

  it.each(['ReLU', 'LeakyReLU', 'Sigmoid', 'Tanh', 'ELU', 'Sin', 'Square'] as const)(
    'lies on no curve of %s',
    async (name) => {
      render(
        <div style={{ width: 375 }}>
          <ActivationPlot defaultOf={name} defaultInput={0} />
        </div>,
      );
      const root = document.querySelector('figure')!;
      const onCurves: string[] = [];
      const check = async (when: string) => {
        await drawn();
        const { left, right, top, bottom } = root
          .querySelector(':scope > .pancake-help')!
          .getBoundingClientRect();
        for (const curve of root.querySelectorAll<SVGPathElement>(
          'path[data-part="slope"], path[data-part="value"]',
        )) {
          const toScreen = curve.getScreenCTM()!;
          for (let at = 0; at < curve.getTotalLength(); at += 2) {
            const { x, y } = curve.getPointAtLength(at).matrixTransform(toScreen);
            if (x <= left || x >= right || y <= top || y >= bottom) continue;
            onCurves.push(`${curve.dataset['part']}, ${when}`);
            break;
          }
        }
      };
      screen.getByRole('slider').focus();
      for (const key of ['{ArrowRight}', '{Home}', '{End}', '{Shift>}{ArrowLeft}{/Shift}']) {
        await press(key);
        await check(key);
      }
      screen.getByRole('radio', { checked: true }).focus();
      await check('the choice');
      screen.getByRole('textbox').focus();
      await check('the number');
      expect(onCurves).toEqual([]);
    },
  );

  it('makes way for what a key has changed', async () => {
    render(
      <div style={{ width: 375 }}>
        <ActivationPlot defaultOf="Sigmoid" defaultInput={0} />
      </div>,
    );
    screen.getByRole('slider').focus();
    await press('{End}');
    const root = focused().closest('figure')!;
    expect(root).toHaveTextContent(/Nearly flat/);
    const help = root.querySelector(':scope > .pancake-help')!;
    await waitFor(() => expect(coveredBy(help, root)).toEqual([]));
  });

  it('stays on the screen when the window becomes lower', async () => {
    onTestFinished(() => page.viewport(1000, 800));
    await page.viewport(375, 800);
    render(<LayerStack trainer={trained(5)} />);
    await press('{Tab}');
    const help = focused().closest('figure')!.querySelector(':scope > .pancake-help')!;
    const lowerEdge = () => help.getBoundingClientRect().bottom;
    await waitFor(() => expect(lowerEdge()).toBeGreaterThan(400));
    await page.viewport(375, 300);
    await waitFor(() => expect(lowerEdge()).toBeLessThanOrEqual(300));
  });

  it('its buttons are seen while the keyboard is in the figure, and only then', async () => {
    show();
    const keys = () => document.querySelector('[data-pancake="LossChart"] .pancake-help')!;
    expect(keys().getBoundingClientRect().width).toBeLessThan(2);
    await press('{Tab}{Tab}{Tab}');
    expect(keys().getBoundingClientRect().width).toBeGreaterThanOrEqual(48);
  });
});
