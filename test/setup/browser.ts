// Component tests: every test leaves an empty page behind. The next file may be shown on the same page.
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { userEvent } from 'vitest/browser';

// What the file before did with the mouse: a focus that is set by a script is visible only after a key.
beforeAll(() => userEvent.keyboard('{Shift}'));
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
