// Figures in another language: typed numbers, figures from right to left, and Intl kept out of the frames.
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ChainRuleStepper,
  ExportProgram,
  LossChart,
  Pancake,
  PancakeLanguage,
  TrainerControls,
  Value,
  createTrainer,
  type Language,
} from '../../src';
import { de } from '../../src/locales/de';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';
import '../../src/theme/style.css';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7, learningRate: 0.3 } as const;
function trained(epochs = 20) {
  const trainer = createTrainer(moons);
  trainer.step('epoch', epochs);
  return trainer;
}

describe('in German', () => {
  it('a number is typed with a comma, and stands there with one', async () => {
    const trainer = trained();
    render(
      <PancakeLanguage language={de}>
        <Value of="learningRate" editable trainer={trainer} />
        <ChainRuleStepper defaultStep={6} />
      </PancakeLanguage>,
    );
    const user = userEvent.setup();
    const rate = screen.getByRole('spinbutton', { name: 'Lernrate' });
    expect(rate).toHaveTextContent('0,3');
    await user.dblClick(rate);
    await user.keyboard('{Control>}a{/Control}0,05{Enter}');
    expect(trainer.options.learningRate).toBe(0.05);

    const k = screen.getByLabelText('k, genauer Wert');
    expect(k).toHaveValue('0,5');
    await user.clear(k);
    await user.type(k, '1,5');
    expect(document.querySelector('[data-pancake="ChainRuleStepper"]')).toHaveTextContent(
      'k = 1,5; v = 42',
    );
  });

  it('what frames write has the signs of the language, and asks Intl for nothing', () => {
    const trainer = trained();
    render(
      <PancakeLanguage language={de}>
        <LossChart trainer={trainer} />
        <TrainerControls trainer={trainer} />
      </PancakeLanguage>,
    );
    const format = vi.spyOn(Intl, 'NumberFormat');
    const rules = vi.spyOn(Intl, 'PluralRules');
    act(() => {
      trainer.play();
      frames.run(1);
      trainer.pause();
    });
    expect(format).not.toHaveBeenCalled();
    expect(rules).not.toHaveBeenCalled();
    format.mockRestore();
    rules.mockRestore();
    const loss = trainer.getSnapshot().loss.toFixed(3).replace('.', ',');
    expect(screen.getByText(loss, { selector: 'b' })).toBeVisible();
  });

  it('changes to English and back at once, the run going on', () => {
    const trainer = trained();
    const page = (language: Language | null) => (
      <PancakeLanguage language={language}>
        <TrainerControls trainer={trainer} />
      </PancakeLanguage>
    );
    const { rerender } = render(page(de));
    expect(screen.getByRole('button', { name: /^Start/ })).toBeVisible();
    rerender(page(null));
    expect(screen.getByRole('button', { name: /^Play/ })).toBeVisible();
    expect(document.querySelector('[lang]:not(html)')).toBeNull();
    expect(trainer.getSnapshot().epoch).toBe(20);
  });
});

describe('from right to left', () => {
  const arabic: Language = { tag: 'ar-u-nu-latn', direction: 'rtl', words: {} };
  const left = (element: Element) => element.getBoundingClientRect().left;
  const show = (trainer = trained()) =>
    render(
      <Pancake language={arabic} {...moons} style={{ width: 700 }}>
        <LossChart trainer={trainer} heading="الخسارة" />
        <TrainerControls trainer={trainer} />
        <ExportProgram trainer={trainer} />
      </Pancake>,
    );

  it('figures begin at the right', () => {
    const { container } = show();
    const chart = container.querySelector('[data-pancake="LossChart"]')!;
    expect(chart).toHaveAttribute('dir', 'rtl');
    expect(left(chart.querySelector('.pancake-title')!)).toBeGreaterThan(
      left(chart.querySelector('.pancake-note')!),
    );
    const [play, step] = screen.getAllByRole('button', { name: /^(Play|Step)/ });
    expect(left(play!)).toBeGreaterThan(left(step!));
  });

  it('plots keep their direction, and the arrow keys go with them', () => {
    const trainer = trained();
    const { container } = show(trainer);
    const ticks = [...container.querySelectorAll('.pancake-loss .pancake-axis text')].filter(
      ({ textContent }) => ['0', '20'].includes(textContent.trim()),
    );
    const at = (text: string) => left(ticks.findLast((one) => one.textContent.trim() === text)!);
    expect(at('20')).toBeGreaterThan(at('0'));
    const reader = screen.getByRole('slider', { name: 'Read the loss at an epoch' });
    act(() => reader.focus());
    fireEvent.keyDown(reader, { key: 'Home' });
    fireEvent.keyDown(reader, { key: 'ArrowRight' });
    expect(reader).toHaveAttribute('aria-valuenow', '1');
  });

  it('the arrow keys go to the tab that stands there', () => {
    show();
    const tabs = screen.getAllByRole('tab');
    expect(left(tabs[0]!)).toBeGreaterThan(left(tabs[1]!));
    act(() => tabs[0]!.focus());
    fireEvent.keyDown(tabs[0]!, { key: 'ArrowLeft' });
    expect(tabs[1]).toHaveFocus();
    fireEvent.keyDown(tabs[1]!, { key: 'ArrowRight' });
    expect(tabs[0]).toHaveFocus();
  });

  it('nothing sticks out of a narrow page', () => {
    const { container } = show();
    (container.firstElementChild as HTMLElement).style.width = '343px';
    const page = document.documentElement;
    page.dir = 'rtl';
    frames.run(0.1);
    expect(page.scrollWidth).toBe(page.clientWidth);
    page.removeAttribute('dir');
  });
});
