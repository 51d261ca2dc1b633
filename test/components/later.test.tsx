// A part that is loaded when it is wanted: it comes, or the figure says that it did not.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PancakeLanguage } from '../../src/a11y';
import { layerSpace } from '../../src/components/decision-boundary/later-space';
import { useLater } from '../../src/components/figure';
import { helpPanel } from '../../src/components/figure/help';
import { Later } from '../../src/hooks';
import { DecisionBoundary, createTrainer } from '../../src/index';
import { de } from '../../src/locales/de';
import '../../src/theme/style.css';

interface Part {
  text: string;
}

/** A part whose coming the test decides on, attempt by attempt. */
function awaited() {
  const attempts: { come: (part: Part) => void; fail: (error: Error) => void }[] = [];
  const get = () =>
    new Promise<Part>((come, fail) => {
      attempts.push({ come, fail });
    });
  return { later: new Later(get), attempts };
}

function Place({ later }: { later: Later<Part> }) {
  const { part, failure } = useLater(later);
  return <div>{part ? part.text : (failure ?? '…')}</div>;
}

const here = { text: 'Here it is.' };
const offline = new Error('Failed to fetch');

afterEach(() => vi.restoreAllMocks());

describe('a part that is loaded later', () => {
  it('is asked for once by all who want it, and shown to all', async () => {
    const { later, attempts } = awaited();
    render(
      <StrictMode>
        <Place later={later} />
        <Place later={later} />
      </StrictMode>,
    );
    expect(attempts).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
    await act(async () => attempts[0]!.come(here));
    expect(screen.getAllByText(here.text)).toHaveLength(2);
  });

  it('is there at once for whoever comes when it is loaded', async () => {
    const { later, attempts } = awaited();
    const coming = later.load();
    attempts[0]!.come(here);
    await coming;
    render(<Place later={later} />);
    expect(screen.getByText(here.text)).toBeVisible();
  });

  it('says that it did not come, and comes when tried again', async () => {
    const { later, attempts } = awaited();
    render(<Place later={later} />);
    await act(async () => attempts[0]!.fail(offline));
    expect(screen.getByRole('alert')).toHaveTextContent('This part could not be loaded');
    expect(screen.getByRole('alert')).toHaveTextContent('Failed to fetch');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    await act(async () => attempts[1]!.fail(offline));
    expect(screen.getByRole('alert')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await act(async () => attempts[2]!.come(here));
    expect(screen.getByText(here.text)).toBeVisible();
  });

  it('says so in the language of the page', async () => {
    const { later, attempts } = awaited();
    render(
      <PancakeLanguage language={de}>
        <Place later={later} />
      </PancakeLanguage>,
    );
    await act(async () => attempts[0]!.fail(offline));
    expect(screen.getByRole('alert')).toHaveTextContent('konnte nicht geladen werden');
  });

  it('is on no server, and a page takes over what that sent though it has the part', async () => {
    const { later, attempts } = awaited();
    const root = document.createElement('div');
    root.innerHTML = renderToString(<Place later={later} />);
    expect(root).toHaveTextContent('…');
    expect(attempts).toEqual([]);

    const coming = later.load();
    attempts[0]!.come(here);
    await coming;
    const complain = vi.fn();
    const react = await act(async () =>
      hydrateRoot(root, <Place later={later} />, { onRecoverableError: complain }),
    );
    expect(complain).not.toHaveBeenCalled();
    expect(root).toHaveTextContent(here.text);
    act(() => react.unmount());
  });
});

describe('the space of a layer', () => {
  const trainer = createTrainer({ data: 'moons', points: 40, seed: 1 });
  const figure = <DecisionBoundary trainer={trainer} space={0} readout="activations" />;

  it('keeps its room until it is there', async () => {
    await layerSpace.load();
    vi.spyOn(layerSpace, 'now').mockReturnValue({ part: null, error: null });
    const view = render(figure);
    const root = view.container.querySelector('figure')!;
    const { height } = root.getBoundingClientRect();
    expect(root.querySelector('.pancake-space')).toHaveAttribute('aria-busy', 'true');
    expect(root.querySelector('.pancake-space > svg')).toBeNull();

    vi.restoreAllMocks();
    view.rerender(<DecisionBoundary trainer={trainer} space={0} readout="activations" data-test />);
    expect(root.querySelector('.pancake-space > svg')).toBeVisible();
    expect(root.getBoundingClientRect().height).toBe(height);
  });

  it('says in its place that it could not be loaded', () => {
    vi.spyOn(layerSpace, 'now').mockReturnValue({ part: null, error: offline });
    vi.spyOn(layerSpace, 'load').mockRejectedValue(offline);
    render(figure);
    expect(screen.getByRole('alert')).toHaveTextContent('This part could not be loaded');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('the help of a figure', () => {
  it('says that it could not be loaded, and comes when tried again', async () => {
    const trainer = createTrainer({ data: 'moons', points: 40, seed: 1 });
    const now = vi.spyOn(helpPanel, 'now').mockReturnValue({ part: null, error: offline });
    vi.spyOn(helpPanel, 'load').mockRejectedValue(offline);
    render(<DecisionBoundary trainer={trainer} />);
    await userEvent.click(screen.getByRole('button', { name: 'Keys' }));
    expect(screen.getByRole('alert')).toHaveTextContent('could not be loaded');

    now.mockRestore();
    vi.mocked(helpPanel.load).mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('dialog')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
