// The playground: one run in all of its parts, and an author who hides, locks and limits them.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Goal } from '../../src/components/goal';
import { Playground, type PlaygroundProps } from '../../src/components/playground';
import { createTrainer } from '../../src/engine-entry';
import '../../src/theme/style.css';
import { expectConsole } from '../setup/console';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const options = { data: 'moons', points: 60, model: [2, 4, 1], seed: 7 } as const;

function show(props: Partial<PlaygroundProps> = {}, width = 1100) {
  const view = render(
    <div style={{ width }}>
      <Playground {...options} {...props} />
    </div>,
  );
  act(() => frames.tick());
  const figures = () => [...view.container.querySelectorAll<HTMLElement>('[data-pancake]')];
  const figure = (name: string) => figures().find(({ dataset }) => dataset['pancake'] === name)!;
  return { figures, figure, ...view };
}

const parts = [
  'Playground',
  'TrainerControls',
  'DecisionBoundary',
  'NetworkGraph',
  'LossChart',
  'DataEditor',
  'FailureLab',
];

describe('all parts', () => {
  it('show the run of what stands above them', () => {
    const trainer = createTrainer(options);
    const { container } = show({
      trainer,
      children: <Goal when={{ maxParams: 20, epoch: 5 }} />,
    });
    const goal = container.querySelector('[data-pancake="Goal"]')!;
    const parameters = trainer.model.parameters().reduce((sum, { value }) => sum + value.size, 0);
    expect(goal).toHaveTextContent(`at most 20 parameters (now ${parameters})`);
    expect(goal.compareDocumentPosition(screen.getByRole('button', { name: 'Play' }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('show one run, frame by frame', async () => {
    const trainer = createTrainer(options);
    const { figures } = show({ trainer });
    expect(figures().map(({ dataset }) => dataset['pancake'])).toEqual(parts);
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.run(0.5));
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    act(() => frames.tick());
    const { epoch, loss } = trainer.now;
    expect(epoch).toBeGreaterThan(5);
    for (const { dataset } of figures()) {
      expect(dataset).toMatchObject({ epoch: `${epoch}`, loss: `${loss}`, status: 'paused' });
    }
  });

  it('render a few times a second while it plays', () => {
    let commits = 0;
    const trainer = createTrainer({ ...options, speed: 60 });
    render(
      <Profiler id="playground" onRender={() => commits++}>
        <Playground trainer={trainer} />
      </Profiler>,
    );
    act(() => frames.tick());
    act(() => trainer.play());
    act(() => frames.run(0.2));
    commits = 0;
    for (let i = 0; i < 60; i++) act(() => frames.tick());
    expect(commits).toBeLessThanOrEqual(12);
    act(() => trainer.pause());
  });

  it('are joined: a neuron under the pointer is what the boundary shows', () => {
    const { figure } = show();
    const neuron = figure('NetworkGraph').querySelector<HTMLElement>(
      '[data-layer="1"][data-unit="2"]',
    )!;
    act(() => neuron.focus());
    expect(figure('DecisionBoundary').dataset['neuron']).toBe('1.2');
  });

  it('are made closer looks of when they are opened', async () => {
    const { figures } = show();
    const names = () => figures().map(({ dataset }) => dataset['pancake']);
    expect(names()).not.toContain('LayerStack');
    await userEvent.click(screen.getByText('The values in every layer'));
    expect(names()).toContain('LayerStack');
    await userEvent.click(screen.getByText('The loss around two weights'));
    expect(names()).toContain('LossLandscape');
    await userEvent.click(screen.getByText('The values in every layer'));
    expect(names()).not.toContain('LayerStack');
  });
});

describe('an author', () => {
  it('hides figures and single controls', () => {
    const { figures, figure } = show({
      hide: ['dataset', 'failures', 'layers', 'landscape', 'activationPlot', 'optimizer'],
    });
    expect(figures().map(({ dataset }) => dataset['pancake'])).toEqual(
      parts.filter((part) => part !== 'DataEditor' && part !== 'FailureLab'),
    );
    const controls = within(figure('TrainerControls'));
    expect(controls.queryByLabelText(/Optimizer/)).toBeNull();
    expect(controls.getByLabelText(/Batch size/)).toBeInTheDocument();
    expect(screen.queryByText('The loss around two weights')).toBeNull();
  });

  it('locks what is not the lesson’s', () => {
    const { figure } = show({ lock: ['batchSize', 'network'] });
    const controls = within(figure('TrainerControls'));
    expect(controls.getByLabelText(/Batch size/)).toBeDisabled();
    expect(controls.getByLabelText(/Optimizer/)).toBeEnabled();
    expect(
      within(figure('NetworkGraph')).queryByRole('button', { name: /Add a neuron/ }),
    ).toBeNull();
  });

  it('locks everything, and time goes on', async () => {
    const { figure } = show({ lock: true });
    const fields = [...figure('TrainerControls').querySelectorAll('select, input')];
    expect(fields.length).toBeGreaterThan(3);
    for (const field of fields) expect(field).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Cause this' })).toBeNull();
  });

  it('is told of a part that does not exist', () => {
    expectConsole('error', /Playground got hide = "chart"/);
    show({ hide: ['chart' as 'dataset'] });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Playground got hide = "chart"; it may name controls, dataset, network, boundary, lossChart',
    );
  });
});

describe('the layout', () => {
  it.each([320, 375, 768, 1200])('fits a box %d pixels wide', (width) => {
    const { figures, container } = show({}, width);
    const box = container.firstElementChild!.getBoundingClientRect();
    for (const figure of figures()) {
      const { left, right } = figure.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(box.left - 1);
      expect(right).toBeLessThanOrEqual(box.right + 1);
    }
  });
});
