// What plays at the end of a test is stopped: the next file may be in the same process, or on the same page.
import { afterEach, beforeEach } from 'vitest';
import { frameLoop, type Player } from '../../src/trainer';

const add = frameLoop.add.bind(frameLoop);
const playing = new Set<Player>();

beforeEach(() => {
  frameLoop.add = (player) => {
    playing.add(player);
    add(player);
  };
});
afterEach(() => {
  frameLoop.add = add;
  for (const player of playing) frameLoop.remove(player);
  playing.clear();
});
