// The words of the activation plot in Chinese.
import type { Words } from '../words';
import {
  casesOf,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  list,
  quoted,
} from './grammar';

type Plot = Words['ActivationPlot'];
type Reading = Parameters<Plot['read']>[0];

// A slope below this size lets almost nothing of a gradient through.
const nearlyFlat = 0.05;

function effect({ slope, jump }: Reading): string {
  if (jump && jump.before.slope !== jump.after.slope) {
    const [before, after] = [jump.before.slope, jump.after.slope].map((one) => formatShort(one, 3));
    return `这里是折点：斜率从 ${before} 跳到 ${after}，计算时取 ${formatShort(slope, 3)}。`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? '符号会反过来。' : '';
  if (slope === 0) return '这里是平的：没有梯度传回去。';
  if (size < nearlyFlat) return `这里几乎是平的：几乎没有梯度传回去。${turned}`;
  if (slope === 1) return '梯度原样传回去。';
  if (size > 1) return `这里很陡：传回去的比传来的更大。${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesOf,
  choose: '激活函数',
  value: 'f(x)',
  slope: 'f′(x)',
  input: '输入 x',
  inputField: 'x',
  notANumber: (text) => `${quoted(text.trim())}不是数字。`,
  outsideDomain: (from, to) => `图的范围是 ${formatShort(from)} 到 ${formatShort(to)}。`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}：f(x) ${formatNumber(value)}，斜率 ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `在这里，该层把传回来的梯度乘以 ${formatShort(reading.slope, 3)}。${effect(reading)}`,
  strip: '当前的输入',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? '该层' : `单元 ${unit} `;
    const words = `${whose}的 ${formatCount(inputs)} 个输入中，有 ${share(flat, inputs)} 落在斜率几乎为零的地方。`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? '这个单元已经死亡：没有一个点能通过它得到梯度。'
          : `${formatCount(units)} 个单元中有 ${formatCount(dead)} 个已经死亡：没有一个点能通过它们得到梯度。`;
    return words + silent + (outside ? `有 ${share(outside, inputs)} 在图的范围之外。` : '');
  },
  noActivation: (place, found, activations) =>
    `模型的位置 ${place} 上没有激活函数` +
    (found === null ? '' : `，而是 ${found}`) +
    (activations.length
      ? `；激活函数在${list(activations.map((one) => `位置 ${one}`))}。`
      : '；它没有任何激活函数。'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle ? '切线上的三角形宽为 1：它的高就是下方那根柱的高度 f′(x)。' : '') +
    '拖动 x，或使用方向键。' +
    (hasStrip ? '柱形：该层从训练数据得到的输入；空心的落在函数平坦的地方。' : ''),
  description: (name, formula, reading) =>
    `${name}，${formula}，以及它的斜率 f′(x)。` +
    `x 为 ${formatShort(reading.x)} 时：f(x) ${formatNumber(reading.value)}，斜率 ${formatNumber(reading.slope)}。`,
};
