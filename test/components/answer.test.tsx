// The hidden answer, worked with keys, mouse and touch, and heard.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Answer, AnswerHints, type AnswerProps } from '../../src';
import '../../src/theme/style.css';

const question: AnswerProps['question'] = {
  value: 21,
  kind: 'gradient',
  names: { k: 0.5, v: 42 },
  factors: [
    { term: 'dE_dM', name: 'dE/dM', value: 42 },
    { term: 'dM_dv', name: 'dM/dv', value: 0.5, isLocal: true },
  ],
};

function show(props: Partial<AnswerProps> = {}) {
  const view = render(<Answer question={question} name="dE/dv" {...props} />);
  const root = view.container.querySelector<HTMLElement>('[data-pancake="Answer"]')!;
  return { root, user: userEvent.setup(), ...view };
}
const field = () => screen.getByRole('textbox', { name: /^dE\/dv/ });

describe('by keyboard', () => {
  it.each(['21', '42/2', 'k·v', '21,0'])(
    'takes %s for right, and hands the focus on',
    async (typed) => {
      const onAnswer = vi.fn();
      const { root, user } = show({ onAnswer });
      await user.tab();
      expect(field()).toHaveFocus();
      await user.keyboard(`${typed}{Enter}`);
      expect(root.dataset['state']).toBe('right');
      expect(root).toHaveTextContent('21right');
      expect(screen.getByRole('status')).toHaveTextContent(/^Right: dE\/dv = /);
      expect(document.activeElement).toHaveAttribute('value', '21');
      expect(onAnswer.mock.calls.map(([{ typed: was, verdict }]) => [was, verdict.kind])).toEqual([
        [typed, 'right'],
      ]);
    },
  );

  it('gives a hint that belongs to the field, and keeps what was typed', async () => {
    const { root, user } = show();
    await user.type(field(), '-21{Enter}');
    expect(root.dataset).toMatchObject({ state: 'hidden', mistake: 'sign' });
    expect(field()).toHaveAccessibleDescription('The size is right; the sign is not.');
    expect(field()).toHaveAttribute('aria-invalid', 'true');
    expect(field()).toHaveValue('-21');
    expect(field()).toHaveFocus();
  });

  it('says more about a second wrong answer', async () => {
    const { user } = show();
    await user.type(field(), '1000{Enter}');
    expect(field()).toHaveAccessibleDescription('Not yet.');
    await user.clear(field());
    await user.type(field(), '-1111{Enter}');
    expect(field()).toHaveAccessibleDescription(
      'Not yet: that is too far from 0, and it has the other sign.',
    );
  });

  it('says what cannot be read, and where, without counting it as a try', async () => {
    const { user } = show();
    await user.type(field(), '42 ×{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent(/Expected a number after × \(place 5\)/);
    await user.clear(field());
    await user.type(field(), 'q{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('I do not know “q”; known are k, v');
  });

  it('clears with Escape, and leaves other keys of the page alone only when there is nothing', async () => {
    const onKeyDown = vi.fn();
    render(
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a page with keys
      <div onKeyDown={({ key }) => onKeyDown(key)}>
        <Answer question={question} name="dE/dv" />
      </div>,
    );
    const user = userEvent.setup();
    await user.type(field(), '12');
    await user.keyboard('{ArrowLeft}{Escape}');
    expect(field()).toHaveValue('');
    expect(onKeyDown).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onKeyDown).toHaveBeenCalledWith('Escape');
  });
});

describe('by mouse and touch', () => {
  it('is checked, shown and hidden again with buttons', async () => {
    const onStateChange = vi.fn();
    const { root, user } = show({ onStateChange });
    await user.click(screen.getByRole('button', { name: 'show dE/dv' }));
    expect(root.dataset['state']).toBe('shown');
    expect(root).toHaveTextContent('21shown');
    await user.click(screen.getByRole('button', { name: 'hide dE/dv again' }));
    expect(root.dataset['state']).toBe('hidden');
    await user.type(field(), '21');
    await user.pointer({
      keys: '[TouchA]',
      target: screen.getByRole('button', { name: 'check dE/dv' }),
    });
    expect(root.dataset['state']).toBe('right');
    expect(onStateChange.mock.calls).toEqual([['shown'], ['hidden'], ['right']]);
  });

  it('may be given away behind a hint', async () => {
    const { root, user } = show();
    await user.type(field(), '42{Enter}');
    await user.click(screen.getByRole('button', { name: 'Show the answer' }));
    expect(root.dataset['state']).toBe('shown');
  });
});

it('does not give the answer away in the page while it is hidden', () => {
  const { container } = show({ question: { ...question, value: 21.0625 } });
  expect(container.innerHTML).not.toContain('21.06');
});

it('cannot be answered with its own name', async () => {
  const { root, user } = show({ question: { ...question, names: { dE_dv: 21 } } });
  await user.type(field(), 'dE/dv{Enter}');
  expect(root.dataset['state']).toBe('hidden');
});

it('forgets what it said when the question becomes another', async () => {
  const { root, user, rerender } = show();
  await user.type(field(), '-21{Enter}');
  expect(root.dataset['mistake']).toBe('sign');
  rerender(<Answer question={{ ...question, value: -21 }} name="dE/dv" />);
  expect(root.dataset['mistake']).toBeUndefined();
  await user.type(field(), '{Enter}');
  expect(root.dataset['state']).toBe('right');
});

it('belongs to the page where the page says so', async () => {
  function Page() {
    const [asked, setAsked] = useState(0);
    return (
      <>
        <Answer
          question={question}
          name="dE/dv"
          state="hidden"
          onStateChange={() => setAsked(asked + 1)}
        />
        <p>asked {asked} times</p>
      </>
    );
  }
  render(<Page />);
  await userEvent.type(field(), '21{Enter}');
  expect(screen.getByText('asked 1 times')).toBeVisible();
  expect(field()).toBeVisible();
});

it('says what it has to say in the row set aside, where there is one', async () => {
  const { container } = render(
    <AnswerHints>
      <Answer question={question} name="dE/dv" />
      <Answer question={{ ...question, value: 1764 }} name="dE/dk" />
    </AnswerHints>,
  );
  const row = container.querySelector('.pancake-answers-row')!;
  expect(row).toHaveTextContent('Type a number, a fraction or an expression');
  const height = container.getBoundingClientRect().height;
  await userEvent.type(field(), '42{Enter}');
  expect(row).toHaveTextContent('That is dE/dM alone');
  await userEvent.type(screen.getByRole('textbox', { name: /^dE\/dk/ }), '-1764{Enter}');
  expect(row).toHaveTextContent('The size is right; the sign is not.');
  expect(container.getBoundingClientRect().height).toBe(height);
});

it('shows a number that is not finite for what it is: there is nothing to ask', () => {
  const { root } = show({ question: { ...question, value: Infinity } });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(root).toHaveTextContent('∞');
});
