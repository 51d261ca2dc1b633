// The page of the hydration bench: an article with so many runs, the same on the server and in the browser.
import { createElement as h } from 'react';
import { Pancake } from '../../dist/index.js';

const words =
  'A network learns where the line between two classes runs. Press play, and watch it find its place. ';

/** @param {number} count how many runs the article has */
export function article(count) {
  return h(
    'article',
    { style: { maxWidth: 680, margin: '0 auto' } },
    Array.from({ length: count }, (_, i) =>
      h(
        'section',
        { key: i },
        h('h2', null, `Run ${i + 1}`),
        h('p', null, words.repeat(4)),
        h(Pancake, { data: 'moons', seed: i, posterEpoch: 60 }),
      ),
    ),
  );
}
