// <Pancake>: one run for everything inside it, whatever happens around it.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, createRef } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ChainRuleStepper,
  DecisionBoundary,
  LayerStack,
  LossChart,
  Pancake,
  TrainerControls,
} from '../../src';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { refusal } from '../support/boxes';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const roots = () => [...document.querySelectorAll<HTMLElement>('[data-pancake]')];
const small = { data: 'moons', points: 50, model: [2, 4, 1] } as const;

describe('<Pancake>', () => {
  it('is a whole figure without children', () => {
    render(<Pancake {...small} />);
    expect(roots().map(({ dataset }) => dataset['pancake'])).toEqual([
      'DecisionBoundary',
      'LossChart',
      'TrainerControls',
    ]);
  });

  it('gives one run to all that is inside, in every frame', async () => {
    render(
      <StrictMode>
        <Pancake {...small}>
          <p>Text before.</p>
          <DecisionBoundary />
          <section>
            <LossChart />
            <LayerStack />
          </section>
          <TrainerControls />
        </Pancake>
      </StrictMode>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(0.5));
    const states = roots().map(({ dataset: { status, epoch, loss } }) => ({ status, epoch, loss }));
    expect(states).toHaveLength(4);
    expect(Number(states[0]!.epoch)).toBeGreaterThan(10);
    for (const state of states) expect(state).toEqual(states[0]);
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  });

  it('keeps the run when the page renders again, and follows a changed option', async () => {
    const page = (learningRate: number) => (
      <Pancake {...small} model={[2, 4, 1]} learningRate={learningRate} stopWhen={{ epoch: 900 }}>
        <TrainerControls />
      </Pancake>
    );
    const { rerender } = render(page(0.1));
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    rerender(page(0.1));
    rerender(page(0.4));
    expect(roots()[0]!.dataset['epoch']).toBe('1');
    expect(screen.getByRole('slider', { name: 'Learning rate' })).toHaveAttribute(
      'aria-valuetext',
      '0.4',
    );
  });

  it('puts attributes and ref on its element, and keeps options from it', () => {
    const ref = createRef<HTMLDivElement>();
    render(<Pancake {...small} ref={ref} id="here" className="mine" seed={3} />);
    expect(ref.current).toHaveAttribute('id', 'here');
    expect(ref.current).toHaveClass('pancake-run', 'mine');
    expect(ref.current).not.toHaveAttribute('seed');
  });

  it('says what is wrong with its options in its own place, and can be tried again', async () => {
    expectConsole('error', /data is "moon"/);
    const { rerender } = render(
      <>
        <p>The rest of the page.</p>
        <Pancake data={'moon' as 'moons'} />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Did you mean "moons"?');
    expect(screen.getByText('The rest of the page.')).toBeVisible();
    rerender(
      <>
        <p>The rest of the page.</p>
        <Pancake data="moons" />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(roots()).toHaveLength(3);
  });
});

describe('every figure', () => {
  const figures = { DecisionBoundary, LossChart, LayerStack, TrainerControls };

  it.each(Object.entries(figures))('%s carries its name and the run’s state', (name, Figure) => {
    render(
      <Pancake {...small}>
        <Figure />
      </Pancake>,
    );
    const { dataset } = roots()[0]!;
    expect(dataset).toMatchObject({ pancake: name, status: 'idle', epoch: '0' });
    expect(Number(dataset['loss'])).toBeGreaterThan(0);
  });

  it.each(Object.entries({ ...figures, ChainRuleStepper }))(
    '%s takes className, style, ref, aria-label and attributes on its root',
    (name, Figure) => {
      const ref = createRef<HTMLElement>();
      render(
        <Pancake {...small}>
          <Figure
            ref={ref}
            className="mine"
            style={{ opacity: 0.5 }}
            aria-label="My figure"
            data-mine="yes"
          />
        </Pancake>,
      );
      const root = screen.getByRole('figure', { name: 'My figure' });
      expect(ref.current).toBe(root);
      expect(root).toHaveAttribute('data-pancake', name);
      expect(root).toHaveClass('pancake', 'mine');
      expect(root).toHaveStyle({ opacity: '0.5' });
      expect(root).toHaveAttribute('data-mine', 'yes');
    },
  );

  it.each(Object.entries(figures))('%s says what to do where there is no run', (name, Figure) => {
    expect(refusal(() => render(<Figure />))).toMatch(
      `${name} has no run to show; put it inside <Pancake>`,
    );
  });
});
