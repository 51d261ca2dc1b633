// <CodeChallenge>: the editor, the checks as a reader meets them, the draft, and the run at the end.
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CodeChallenge, type CodeChallengeProps } from '../../src';
import { challengeIn, challenges } from '../../src/components/code-challenge/challenges';
import { bench } from '../../src/components/code-challenge/use-checking';
import { defaultLabels } from '../../src/components/code-challenge/labels';
import '../../src/theme/style.css';
import { refusal } from '../support/boxes';

const key = 'react-pancake:challenge:square';
const clear = () => localStorage.clear();
beforeEach(clear);
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const soon = { timeout: 15_000 };
const root = () => document.querySelector<HTMLElement>('[data-pancake="CodeChallenge"]')!;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const status = () => root().querySelector('.pancake-challenge-status')!;
const content = () => root().querySelector<HTMLElement>('.cm-content')!;
const lines = () => [...content().querySelectorAll('.cm-line')].map((line) => line.textContent);
const { solution, code } = challengeIn(challenges.square, defaultLabels);

async function show(props: Partial<CodeChallengeProps> = {}) {
  const view = render(<CodeChallenge name="square" {...props} />);
  await waitFor(() => expect(content()).toBeVisible(), soon);
  return view;
}

/** Types over all that is in the editor, as one paste. */
async function put(text: string) {
  await userEvent.click(content());
  await userEvent.keyboard('{Control>}a{/Control}');
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
  content().dispatchEvent(paste);
}

describe('the editor', () => {
  it('is not loaded before a reader comes near, and then takes the place of a plain field', async () => {
    const view = render(
      <>
        <div style={{ height: 1.8 * innerHeight }} />
        <CodeChallenge name="square" style={{ width: 320 }} />
      </>,
    );
    const field = screen.getByRole('textbox', { name: 'Write Square: code' });
    expect(field).toHaveValue(code);
    // Long lines are not broken: each line is one of the field's.
    expect(field.scrollHeight).toBeLessThanOrEqual(field.clientHeight);
    expect(field.scrollWidth).toBeGreaterThan(field.clientWidth);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(document.querySelector('.cm-editor')).toBeNull();
    const before = root().getBoundingClientRect().height;
    root().scrollIntoView();
    await waitFor(() => expect(content()).toBeVisible(), soon);
    expect(root().getBoundingClientRect().height).toBe(before);
    expect(view.container.querySelector('textarea')).toBeNull();
    expect(lines().join('\n')).toBe(code);
    scrollTo(0, 0);
  });

  it('lets Tab out, and Control and Enter check', async () => {
    await show();
    await userEvent.click(content());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(status()).toHaveTextContent(/^Still to fill: ___ in lines/));
    await userEvent.keyboard('{Tab}');
    expect(button('Check my code')).toHaveFocus();
  });

  it('goes to the next hole, so that typing fills it', async () => {
    await show({ check: 'asked' });
    const holes = () => lines().join('\n').split('___').length - 1;
    const before = holes();
    await userEvent.click(button('Next hole'));
    await userEvent.keyboard('v * v');
    expect(holes()).toBe(before - 1);
    expect(lines().join('\n')).toContain('v * v');
  });
});

describe('the checks', () => {
  it('run as the reader types, and tell what is wrong', async () => {
    await show();
    await put(solution.replace('v * v', 'v + v'));
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'failed'), soon);
    const failed = root().querySelector<HTMLElement>('li[data-state="failed"] p')!;
    expect(failed).toHaveTextContent('the output is 2x; the square of x is x · x.');
    // Who listens is told what differs, too; who looks sees it in the list.
    expect(status()).toHaveTextContent(/^\d of \d checks pass\. .*the square of x is x · x\.$/);
    expect(status().querySelector('.pancake-hidden')).toHaveTextContent(failed.textContent);
    expect(within(root()).queryByText('Trained with your code')).toBeNull();
  });

  it('wait until they are asked, where the author wants it so', async () => {
    await show({ check: 'asked' });
    await put(solution);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(status()).toHaveTextContent('Not checked yet.');
    await userEvent.click(button('Check my code'));
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
  });

  it.each([
    ['a line that cannot be read', 'class Square {\n  forward(x) {\n    return x +* 2;\n', 3],
    ['a line that throws', 'const one = 1;\nnull.two;\n', 2],
  ])('point at %s', async (_, text, line) => {
    await show();
    await put(text);
    await waitFor(() => expect(status()).toHaveTextContent(`Line ${line}: `), soon);
    const isWrong = (element: Element) => element.matches('.pancake-challenge-wrong');
    await waitFor(() =>
      expect([...content().querySelectorAll('.cm-line')].findIndex(isWrong)).toBe(line - 1),
    );
    expect(content()).toHaveAttribute('aria-invalid', 'true');
    expect(content()).toHaveAccessibleDescription(expect.stringContaining(`Line ${line}: `));
    await userEvent.click(button('Start over'));
    expect(root().querySelector('.pancake-challenge-wrong')).toBeNull();
    expect(content()).not.toHaveAttribute('aria-invalid');
  });

  it('say that a name is missing', async () => {
    await show();
    await put(solution.replace('class Square', 'class Sqare'));
    await waitFor(() => expect(status()).toHaveTextContent(/^Square is not there/), soon);
  });

  it('stop what never ends, and go on with what comes next', async () => {
    await show();
    await put('for (;;) {}');
    await waitFor(() => expect(status()).toHaveTextContent(/was stopped/), soon);
    await put(solution);
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
  });
});

describe('code that holds', () => {
  it('trains in the figures, and completes the challenge once', async () => {
    const onComplete = vi.fn();
    await show({ onComplete });
    await put(solution);
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
    expect(onComplete).toHaveBeenCalledExactlyOnceWith(solution);
    expect(root().querySelector('[data-pancake="DecisionBoundary"]')).toBeVisible();
    await waitFor(() => expect(button('Pause')).toBeVisible(), soon);
    await userEvent.click(button('Check my code'));
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'training'));
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
    expect(onComplete).toHaveBeenCalledOnce();
  });

  it('can be the solution, which asks first', async () => {
    await show();
    expect(screen.queryByRole('button', { name: 'Put it into the editor' })).toBeNull();
    await userEvent.click(button('Show the solution'));
    await userEvent.click(button('Yes, show it'));
    await userEvent.click(button('Put it into the editor'));
    expect(lines().join('\n')).toBe(solution);
    await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
  });
});

describe('the draft', () => {
  it('outlives the page, can be thrown away, and be brought back', async () => {
    const { unmount } = await show({ check: 'asked' });
    await userEvent.click(button('Next hole'));
    await userEvent.keyboard('v * v');
    const draft = lines().join('\n');
    unmount();
    await show({ check: 'asked' });
    expect(lines().join('\n')).toBe(draft);
    await userEvent.click(button('Start over'));
    expect(lines().join('\n')).toBe(code);
    expect(localStorage.getItem(key)).toBeNull();
    await userEvent.click(button('Undo'));
    expect(lines().join('\n')).toBe(draft);
    expect(localStorage.getItem(key)).toBe(draft);
  });

  it('is not kept where the author wants none', async () => {
    await show({ storageKey: null, check: 'asked' });
    await userEvent.click(button('Next hole'));
    await userEvent.keyboard('v');
    expect(localStorage.length).toBe(0);
  });

  it('does without storage that is forbidden', async () => {
    const forbid = () => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbid);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbid);
    await show({ check: 'asked' });
    await userEvent.click(button('Next hole'));
    await userEvent.keyboard('v * v');
    expect(lines().join('\n')).toContain('v * v');
  });
});

describe('hints', () => {
  it('come one after the other', async () => {
    await show();
    await userEvent.click(button(/^Hint 1 of/));
    const list = screen.getByRole('list', { name: 'Hints' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(button(/^Hint 2 of/));
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  });

  it('with the last the button goes, and the keyboard on to the solution', async () => {
    await show();
    act(() => button(/^Hint/).focus());
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    expect(screen.queryByRole('button', { name: /^Hint/ })).toBeNull();
    expect(button('Show the solution')).toHaveFocus();
  });
});

it('leaves no frame behind', async () => {
  const { unmount } = await show();
  await put(solution);
  await waitFor(() => expect(root()).toHaveAttribute('data-state', 'solved'), soon);
  expect(document.querySelector('iframe[sandbox]')).not.toBeNull();
  unmount();
  expect(document.querySelector('iframe[sandbox]')).toBeNull();
});

it('names the challenges that there are', () => {
  expect(refusal(() => render(<CodeChallenge name={'cube' as 'square'} />))).toMatch(
    /it must be one of "square", "mul", "linear"/,
  );
});

describe('what checks', () => {
  it('is loaded at the first check; if it does not come, that is said, and the next check asks again', async () => {
    const load = vi.spyOn(bench, 'load');
    await show({ check: 'asked' });
    await put(solution);
    expect(load).not.toHaveBeenCalled();

    load.mockRejectedValueOnce(new Error('Failed to fetch'));
    await userEvent.click(button('Check my code'));
    await waitFor(() => expect(status()).toHaveTextContent(/^What checks the code could not/));
    expect(lines().join('\n')).toBe(solution);

    await userEvent.click(button('Check my code'));
    await waitFor(() => expect(status()).toHaveTextContent('Your code has trained.'), soon);
  });
});
