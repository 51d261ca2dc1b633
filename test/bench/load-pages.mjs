// The pages of the bench of load, the same on the server and in the browser.
import { createElement as h } from 'react';
import {
  DecisionBoundary,
  LossChart,
  Pancake,
  TrainerControls,
  NetworkGraph,
} from '../../dist/index.js';

const data = ['moons', 'circles', 'xor', 'spiral', 'gauss', 'checkerboard'];
const grid = {
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))',
};

/** Each page by its name. */
export const pages = {
  'one figure': () => h(Pancake, { autoplay: true, data: 'moons' }, h(DecisionBoundary)),
  'fifty figures': () =>
    h(
      'div',
      { style: grid },
      Array.from({ length: 50 }, (_, i) =>
        h(
          Pancake,
          { key: i, autoplay: true, data: data[i % data.length], seed: i, points: 80 },
          h(DecisionBoundary, { 'aria-label': `Decision boundary, seed ${i}` }),
        ),
      ),
    ),
  '100,000 points': () => h(Pancake, { autoplay: true, data: 'moons', points: 100_000 }),
  '12 layers of 64': () =>
    h(
      Pancake,
      { autoplay: true, data: 'moons', model: [2, ...Array.from({ length: 12 }, () => 64), 1] },
      h(TrainerControls),
      h(DecisionBoundary),
      h(LossChart),
      h(NetworkGraph),
    ),
};
