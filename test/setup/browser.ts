// Component tests: every test leaves an empty page behind, on which no run goes on. The next file may
// be shown on the same page.
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { frameLoop, type Player } from '../../src/trainer';

const add = frameLoop.add.bind(frameLoop);
const playing = new Set<Player>();

// What the file before did with the mouse: a focus that is set by a script is visible only after a key.
beforeAll(() => userEvent.keyboard('{Shift}'));
beforeEach(() => {
  frameLoop.add = (player) => {
    playing.add(player);
    add(player);
  };
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  frameLoop.add = add;
  for (const player of playing) frameLoop.remove(player);
  playing.clear();
});
