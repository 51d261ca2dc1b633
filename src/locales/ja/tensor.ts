// The words of tensors and of products of matrices in Japanese.
import type { Words } from '../words';
import { formatCount, formatPercent, formatShort } from './grammar';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name}に数はありません。`;
    if (count === 1)
      return notFinite ? `${name}はNaNまたは無限大です。` : `${name}は${n(min)}です。`;
    const numbers = `${name}、形状${shape.join('×')}：${formatCount(count)}個の数`;
    if (notFinite === count) return `${numbers}、すべてNaNまたは無限大。`;
    const odd = notFinite ? `${tensorGrid.notFinite(notFinite)}。` : '';
    return `${numbers}、最小${n(min)}、最大${n(max)}、平均${n(mean)}。${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}、1つの数`
      : `${name}、形状${shape.join('×')}：${rows}ごとに1行、${columns}ごとに1列`,
  meaning: (rows, columns) =>
    [rows && `${rows}ごとに1行`, columns && `${columns}ごとに1列`].filter(Boolean).join('、'),
  row: '行',
  column: '列',
  facts: ({ count, min, max, mean, zeros }) => [
    ['個数', formatCount(count)],
    ['最小', n(min)],
    ['平均', n(mean)],
    ['最大', n(max)],
    ['0の割合', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) => `そのうち${formatCount(count)}個はNaNまたは無限大`,
  picture: (name) => `${name}のすべての数を色で表した図`,
  open: (name, count) => `${name}の${formatCount(count)}個の数をすべて表示`,
  close: (name) => `${name}をたたむ`,
  region: (name) => `${name}の数`,
  some: (what, from, to, count) =>
    from === to
      ? `${what}${from}/${formatCount(count)}`
      : `${what}${from}–${to}/${formatCount(count)}`,
  earlier: (what) => `前の${what}`,
  later: (what) => `次の${what}`,
  slice: (name, slice, count) => `${name}${indices([slice])}、${slice + 1}/${formatCount(count)}`,
  previousSlice: '前のサンプル',
  nextSlice: '次のサンプル',
  empty: '数がありません',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `結果の各行が1つのサンプルです。${weight}は出力ごとに1行の形状${dimensions(shape)}で保存されています。ᵀで転置すると、その列が左の行と対応します。`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `順伝播では${transposed}を掛けました。逆伝播では${weight}そのもの、つまり転置した同じ数を掛けます。1つの入力が各出力に送ったものが、それぞれの出力から戻ってきます。`,
  agree: (length, what) =>
    `両側とも${what}が${formatCount(length)}個：2つの長さは等しい必要があります`,
  sample: 'サンプル',
  inputs: '入力',
  outputs: '出力',
  choose: (name) => `${name}の数を選ぶと、どんな和でできているかが見られます。`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… ほか${formatCount(count)}個`,
  fewer: '表示を減らす',
  closeSum: '和を閉じる',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}をサンプルごとに`,
  note: (added, count) =>
    `${formatCount(count)}個のサンプルのうち${formatCount(added)}個を足しました`,
  explanation: (gradient, count) =>
    count === 1
      ? `重みは、その入力と出力の勾配との積を受け取ります。サンプルがもっとあれば、それぞれがこのような表を${gradient}に足します。`
      : `重みは、その入力と出力の勾配との積を、各サンプルから受け取ります。すべてのサンプルが同じ重みを使うので、それぞれの分は足し合わされます：${gradient} += 各サンプルの分。`,
  biasExplanation: (gradient) =>
    `バイアスはそのまま足されるので、各サンプルの分は勾配の行そのものです：${gradient} += 各サンプルの分。`,
  share: (index) => `サンプル${index + 1}の分`,
  goTo: (index) => `サンプル${index + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `ここまでの${gradient}`),
  shares: '各サンプルの分',
  back: '戻る',
  next: '次のサンプルを足す',
  slider: '足したサンプル',
  sliderValue: (index, count) => `サンプル${index + 1}/${formatCount(count)}`,
  entrySoFar: (entry) => `ここまでの${entry}`,
  overBatch: (last) => `b = 0 … ${last}`,
};
