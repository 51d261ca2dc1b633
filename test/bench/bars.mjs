// The bars: how fast this engine means to be beside the others.
import { base } from './contestants/index.mjs';
import { ratios, summarize } from './statistics.mjs';

const tfjs = ['tfjs-cpu', 'tfjs-wasm'];

// `atMost` times the other's time, or `faster` times faster than the fastest of the others.
const bars = [
  { shape: 'small', than: ['c'], name: 'C', atMost: 2 },
  { shape: 'full', than: ['c'], name: 'C', atMost: 2 },
  { shape: 'small', than: tfjs, name: 'the faster tfjs', faster: 100 },
  { shape: 'full', than: tfjs, name: 'the faster tfjs', faster: 6 },
  { shape: 'wide', than: tfjs, name: 'the faster tfjs', faster: 4 },
  { shape: 'small', than: ['convnet'], name: 'ConvNetJS', faster: 20 },
  { shape: 'full', than: ['convnet'], name: 'ConvNetJS', faster: 20 },
  { shape: 'wide', than: ['convnet'], name: 'ConvNetJS', faster: 20 },
];

/**
 * Whether the bars of a shape are reached; those of contestants who are not here are left out.
 *
 * @param {string} shape
 * @param {Map<string, number[]>} times
 */
export function measureBars(shape, times) {
  const own = times.get(base);
  return bars
    .filter((bar) => bar.shape === shape && bar.than.every((id) => times.has(id)))
    .map(({ than, name, atMost, faster }) => {
      const others = than.map((id) => times.get(id));
      const middle = (numbers) => summarize(numbers).median;
      const other = others.reduce((a, b) => (middle(b) < middle(a) ? b : a));
      const measured = summarize(atMost ? ratios(own, other) : ratios(other, own));
      const missedBy = atMost ? measured.median / atMost : faster / measured.median;
      const bar = atMost
        ? `at most ${atMost}x the time of ${name}`
        : `${faster}x faster than ${name}`;
      return { bar, measured, reached: missedBy <= 1, missedBy };
    });
}
