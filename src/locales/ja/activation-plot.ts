// The words of the activation plot in Japanese.
import type { Words } from '../words';
import {
  casesInWords,
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
    return `ここは折れ目です。傾きが${before}から${after}に跳び、計算ではここで${formatShort(slope, 3)}を使います。`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? '符号は反転します。' : '';
  if (slope === 0) return '平らなので、勾配はまったく戻りません。';
  if (size < nearlyFlat) return `ほぼ平らなので、勾配はほとんど戻りません。${turned}`;
  if (slope === 1) return '勾配はそのまま戻ります。';
  if (size > 1) return `傾きが急なので、入ってきたときより大きな勾配が戻ります。${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesInWords,
  choose: '活性化関数',
  value: 'f(x)',
  slope: 'f′(x)',
  input: '入力x',
  inputField: 'x',
  notANumber: (text) => `${quoted(text.trim())}は数ではありません。`,
  outsideDomain: (from, to) => `図の範囲は${formatShort(from)}から${formatShort(to)}までです。`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}：f(x) ${formatNumber(value)}、傾き${formatNumber(slope)}`,
  chainRule: (reading) =>
    `この位置では、層は戻ってくる勾配に${formatShort(reading.slope, 3)}を掛けます。${effect(reading)}`,
  strip: '現在の入力',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'この層' : `ユニット${unit}`;
    const words = `${whose}への${formatCount(inputs)}個の入力のうち${share(flat, inputs)}は、傾きがほぼ0の場所にあります。`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? 'このユニットは死んでいて、どの点の勾配も通りません。'
          : `${formatCount(units)}個のユニットのうち${formatCount(dead)}個は死んでいて、どの点の勾配も通りません。`;
    return words + silent + (outside ? `${share(outside, inputs)}は図の外にあります。` : '');
  },
  noActivation: (place, found, activations) =>
    `モデルの位置${place}に活性化関数はありません` +
    (found === null ? '。' : `（あるのは${found}）。`) +
    (activations.length
      ? `活性化関数は位置${list(activations.map(String))}にあります。`
      : 'このモデルに活性化関数はありません。'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle ? '接線の三角形は幅が1で、高さは下の棒と同じf′(x)です。' : '') +
    'xをドラッグするか、矢印キーで動かせます。' +
    (hasStrip ? '棒は、訓練データから層に入ってくる値です。白抜きは関数が平らなところです。' : ''),
  description: (name, formula, reading) =>
    `${name}（${formula}）とその傾きf′(x)。` +
    `x ${formatShort(reading.x)}で、f(x) ${formatNumber(reading.value)}、傾き${formatNumber(reading.slope)}。`,
};
