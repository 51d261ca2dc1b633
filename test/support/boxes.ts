// The boxes of figures that could not be shown.
import { expectConsole } from '../setup/console';

/** Why figures could not be shown, as their boxes say, in order. */
export function boxes(): string[] {
  const found = document.querySelectorAll('[data-pancake="Error"] .pancake-error-cause');
  return [...found].map((cause) => cause.textContent);
}

/** Shows what cannot be shown; returns why, as the last box says. React tells the console of it. */
export function refusal(show: () => unknown): string {
  expectConsole('error', /The above error occurred/);
  show();
  return boxes().at(-1) ?? 'nothing was refused';
}
