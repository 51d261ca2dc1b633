// A run in the page's address: opened after hydration, followed, refused with a reason.
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LossChart,
  Pancake,
  createTrainer,
  decodeRun,
  encodeRun,
  useRunLink,
  useTrainer,
  type TrainerOptions,
} from '../../src';
import { takeOverFrames } from '../support/fake-frames';

const small: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };
const shared = createTrainer({ ...small, data: 'xor', learningRate: 0.05 });
shared.step('epoch', 7);
shared.setParameter('0.weight', 1, 0.5);
const { text } = encodeRun(shared);

let restore: () => void;
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => {
  cleanup();
  restore();
  history.replaceState(null, '', location.pathname + location.search);
});

const goTo = (hash: string) => {
  history.replaceState(null, '', location.pathname + location.search + hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
};
const chart = () => document.querySelector<HTMLElement>('[data-pancake="LossChart"]')!;
const page = (props = {}) => (
  <StrictMode>
    <Pancake {...small} linkKey="run" {...props}>
      <LossChart />
    </Pancake>
  </StrictMode>
);

describe('a link in the address', () => {
  it('opens, to the bit, and the run rests there', () => {
    goTo(`#run=${text}`);
    render(page({ autoplay: true }));
    expect(chart().dataset).toMatchObject({ epoch: '7', status: 'paused' });
    expect(chart().dataset['loss']).toBe(String(shared.now.loss));
  });

  it('opens after hydration, which finds what the server sent', () => {
    goTo(`#part-2&run=${text}`);
    const root = document.body.appendChild(document.createElement('main'));
    root.innerHTML = renderToString(page());
    expect(chart().dataset['epoch']).toBe('0');
    const complaints: unknown[] = [];
    let taken: Root;
    act(() => {
      taken = hydrateRoot(root, page(), { onRecoverableError: (error) => complaints.push(error) });
    });
    expect(complaints).toEqual([]);
    expect(chart().dataset['epoch']).toBe('7');
    act(() => taken.unmount());
    root.remove();
  });

  it('opens when the reader follows another one on the page', () => {
    render(page());
    expect(chart().dataset['epoch']).toBe('0');
    act(() => goTo(`#run=${text}`));
    expect(chart().dataset['epoch']).toBe('7');
  });

  it('is of no concern to a run that has no key, or another one', () => {
    goTo(`#run=${text}`);
    render(page({ linkKey: undefined }));
    expect(chart().dataset['epoch']).toBe('0');
    cleanup();
    render(page({ linkKey: 'second' }));
    expect(chart().dataset['epoch']).toBe('0');
  });

  it.each([
    [text.slice(0, -4), 'the link is damaged'],
    ['9xyz', 'the link is of version "9"'],
    ['', 'the link is ""'],
  ])('that cannot be opened says why, and the run is the page’s: %.12s', async (bad, why) => {
    goTo(`#run=${bad}`);
    render(page());
    expect(screen.getByRole('alert')).toHaveTextContent(why);
    expect(chart().dataset['epoch']).toBe('0');
    await userEvent.click(screen.getByRole('button', { name: 'All right' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that cannot be opened and is put away by a key leaves the focus to the next figure', async () => {
    goTo('#run=9xyz');
    render(page());
    screen.getByRole('button', { name: 'All right' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(chart()).toContainElement(document.activeElement as HTMLElement);
  });

  it('leaves it to a figure that has a control, also in a shadow tree', async () => {
    goTo('#run=9xyz');
    const host = document.body.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    const root = createRoot(shadow);
    act(() =>
      root.render(
        <Pancake {...small} linkKey="run">
          <figure className="pancake">Words alone.</figure>
          <LossChart />
        </Pancake>,
      ),
    );
    const button = [...shadow.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'All right',
    )!;
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button.isConnected).toBe(false);
    const focused = shadow.activeElement!.closest('[data-pancake]');
    expect(focused).toHaveAttribute('data-pancake', 'LossChart');
    act(() => root.unmount());
    host.remove();
  });
});

describe('a link given as a prop', () => {
  it('is the beginning, on a server too', () => {
    const html = renderToString(page({ link: text }));
    expect(html).toContain('data-epoch="7"');
    expect(html).toContain(`data-loss="${shared.now.loss}"`);
  });

  it('that is damaged is said on a server too', () => {
    expect(renderToString(page({ link: `${text}x` }))).toContain('the link is damaged');
  });
});

describe('an address that follows the run', () => {
  it('has the run whenever it rests, beside what else was in it', async () => {
    goTo('#part-2');
    let trainer!: ReturnType<typeof useTrainer>;
    function Own() {
      trainer = useTrainer(small);
      useRunLink(trainer, { keepLink: true });
      return null;
    }
    render(<Own />);
    expect(location.hash).toBe('#part-2');
    act(() => trainer.step('epoch', 4));
    await waitFor(() => expect(location.hash).toMatch(/^#part-2&run=1/));
    const opened = createTrainer();
    opened.open(decodeRun(location.hash.split('run=')[1]!));
    expect(opened.now).toEqual(trainer.now);
  });
});
