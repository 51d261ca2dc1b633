// The words of tensors and of products of matrices in Chinese.
import type { Words } from '../words';
import { formatCount, formatPercent, formatShort } from './grammar';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

const sample = '样本';
const row = '行';
const column = '列';

// What rows and columns stand for; that a row is a row need not be said.
function meaning(rows?: string, columns?: string): string {
  return [
    rows && rows !== row && `每行对应一个${rows}`,
    columns && columns !== column && `每列对应一个${columns}`,
  ]
    .filter(Boolean)
    .join('，');
}

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name} 没有数。`;
    if (count === 1) return notFinite ? `${name} 是 NaN 或无穷大。` : `${name} 是 ${n(min)}。`;
    const numbers = `${name}，形状 ${shape.join(' 乘 ')}：${formatCount(count)} 个数`;
    if (notFinite === count) return `${numbers}，全是 NaN 或无穷大。`;
    const odd = notFinite ? `${tensorGrid.notFinite(notFinite)}。` : '';
    return `${numbers}，从 ${n(min)} 到 ${n(max)}，均值 ${n(mean)}。${odd}`;
  },
  caption: (name, shape, rows, columns) => {
    if (shape.length === 0) return `${name}，单个数`;
    const said = meaning(rows, columns);
    return `${name}，形状 ${shape.join(' 乘 ')}${said && `：${said}`}`;
  },
  meaning,
  row,
  column,
  facts: ({ count, min, max, mean, zeros }) => [
    ['个数', formatCount(count)],
    ['最小', n(min)],
    ['均值', n(mean)],
    ['最大', n(max)],
    ['零', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) => `其中 ${formatCount(count)} 个是 NaN 或无穷大`,
  picture: (name) => `用颜色表示 ${name} 的所有数`,
  open: (name, count) => `显示 ${name} 的全部 ${formatCount(count)} 个数`,
  close: (name) => `收起 ${name}`,
  region: (name) => `${name} 的数`,
  some: (what, from, to, count) =>
    from === to
      ? `${what} ${from}，共 ${formatCount(count)}`
      : `${what} ${from}–${to}，共 ${formatCount(count)}`,
  earlier: (what) => `前面的${what}`,
  later: (what) => `后面的${what}`,
  slice: (name, slice, count) =>
    `${name}${indices([slice])}，第 ${slice + 1} 个，共 ${formatCount(count)} 个`,
  previousSlice: '上一个样本',
  nextSlice: '下一个样本',
  empty: '没有数',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `结果的每一行是一个样本。${weight} 以形状 ${dimensions(shape)} 保存，每个输出一行；ᵀ 将它转置，使它的列与左边的行相对应。`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `前向时乘以 ${transposed}；反向时乘以 ${weight} 本身，也就是同样的数转置过来：一个输入送往每个输出的，又从每个输出传回来。`,
  agree: (length, what) => `两边都有 ${formatCount(length)} 个${what}：这两个长度必须相等`,
  sample,
  inputs: '输入',
  outputs: '输出',
  choose: (name) => `选择 ${name} 中的一个数，查看它由哪些项相加而成。`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… 还有 ${formatCount(count)} 项`,
  fewer: '收起',
  closeSum: '关闭求和式',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}，逐个样本`,
  note: (added, count) => `已加上 ${formatCount(added)} 个样本，共 ${formatCount(count)} 个`,
  explanation: (gradient, count) =>
    count === 1
      ? `权重得到的是它的输入乘以它的输出的梯度。如果有更多样本，每个样本都会给 ${gradient} 加上一个这样的表。`
      : `对每个样本，权重得到的是它的输入乘以它的输出的梯度。所有样本共用同一个权重，所以它们的贡献要相加：${gradient} += 贡献。`,
  biasExplanation: (gradient) =>
    `偏置是直接加上去的，所以每个样本的贡献就是它那一行梯度：${gradient} += 贡献。`,
  share: (index) => `样本 ${index + 1} 的贡献`,
  goTo: (index) => `样本 ${index + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient}（到目前为止）`),
  shares: '各样本的贡献',
  back: '后退',
  next: '加上下一个样本',
  slider: '已加上的样本',
  sliderValue: (index, count) => `样本 ${index + 1}，共 ${formatCount(count)} 个`,
  entrySoFar: (entry) => `${entry}（到目前为止）`,
  overBatch: (last) => `b = 0 … ${last}`,
};
