// <Spoiler>: opened by mouse and keyboard, hidden from everyone until then, and open on paper.
import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { Spoiler, type SpoilerProps } from '../../src';
import '../../src/theme/style.css';

function show(props: Partial<SpoilerProps> = {}) {
  return render(
    <Spoiler summary="The slope" {...props}>
      <p>
        It is 42, see <a href="#why">why</a>.
      </p>
    </Spoiler>,
  );
}
const button = (name = 'The slope') => screen.getByRole('button', { name });
const answer = () => screen.getByText(/^It is 42/);

describe('without a question', () => {
  it('opens and closes with its button, and tells so', async () => {
    const onOpen = vi.fn();
    show({ onOpen });
    expect(answer()).not.toBeVisible();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button());
    expect(answer()).toBeVisible();
    expect(button()).toHaveAttribute('aria-expanded', 'true');
    expect(onOpen).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Enter}');
    expect(answer()).not.toBeVisible();
  });

  it('hides its links from Tab, and its text from a screen reader', async () => {
    show();
    expect(screen.queryByRole('link')).toBeNull();
    button().focus();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByText('why')).not.toHaveFocus();
  });

  it('can be open from the start', () => {
    show({ defaultOpen: true });
    expect(answer()).toBeVisible();
  });
});

describe('with a question', () => {
  it('asks first, with the focus on the way back', async () => {
    const onOpen = vi.fn();
    show({ ask: 'Sure?', onOpen });
    await userEvent.click(button());
    expect(screen.getByRole('group', { name: 'Sure?' })).toBeVisible();
    expect(button('Not yet')).toHaveFocus();
    expect(answer()).not.toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(answer()).not.toBeVisible();
    expect(button()).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('closes with Escape, and opens with yes', async () => {
    show({ ask: 'Sure?' });
    await userEvent.click(button());
    await userEvent.keyboard('{Escape}');
    expect(button()).toHaveFocus();
    expect(screen.queryByRole('group')).toBeNull();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button('Yes, show it'));
    expect(answer()).toBeVisible();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByRole('link')).toHaveFocus();
  });
});

it('is open on paper', async () => {
  show({ ask: 'Sure?' });
  const session = cdp() as unknown as {
    send: (method: string, params: object) => Promise<unknown>;
  };
  await session.send('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    expect(answer()).toBeVisible();
  } finally {
    await session.send('Emulation.setEmulatedMedia', { media: '' });
  }
});
