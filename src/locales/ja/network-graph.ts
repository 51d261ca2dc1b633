// The words of the network graph in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort, quoted } from './grammar';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

const nouns = { input: '入力', output: '出力' } as const;

function unitsOf({ units, kind, label }: Column): string {
  const noun = kind === 'input' || kind === 'output' ? nouns[kind] : 'ニューロン';
  return `${noun}${formatCount(units)}個${label ? `（${label}）` : ''}`;
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: 'ネットワーク',
  caption:
    '四角は、各ニューロンが平面をどう見ているかを表します。線が太いほど重みは強く、正なら実線、負なら破線です。ニューロンのそばの円はバイアスです。',
  note: (shown, largest) =>
    shown === 'weights' ? '線：重み' : `線：勾配、最大${formatNumber(largest, 4)}`,
  show: '線の表示',
  weights: '重み',
  gradients: '勾配',
  undo: '元に戻す',
  column: ({ kind, hidden }) =>
    kind === 'input' || kind === 'output' ? nouns[kind] : `隠れ層${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `入力${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? '出力' : `クラス${unit}の出力`;
    return `隠れ層${hidden + 1}のニューロン${unit + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}、バイアス${formatNumber(bias)}` +
        (strongest
          ? `、最も強い重みは${strongest.name}からの${formatNumber(strongest.weight)}`
          : ''),
  weightFrom: (name) => `${name}からの重み`,
  bias: 'バイアス',
  number: '数',
  value: '値',
  slider: '値をドラッグ',
  putBack: (value) => `${formatNumber(value)}に戻す`,
  close: '閉じる',
  notANumber: (text) =>
    `${quoted(text)}は数ではありません。${formatShort(-0.5)}のような数を入力してください。`,
  pin: '大きな図に固定',
  unpin: '固定を解除',
  addNeuron: 'ニューロンを追加',
  removeNeuron: '最後のニューロンを削除',
  removeThisNeuron: 'このニューロンを削除',
  addLayer: 'この後に層を追加',
  removeLayer: 'この層を削除',
  layerPlus: '+ 層',
  activation: '活性化関数',
  none: 'なし',
  features: '特徴量',
  cost: ({ parameters, multiplications }) =>
    `パラメータ${formatCount(parameters)}個、1エポックにつき掛け算約${formatCount(multiplications)}回`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `パラメータが${formatCount(Math.abs(more))}個${more < 0 ? '減って' : '増えて'}${formatCount(after.parameters)}個になり、` +
      `1エポックの掛け算は約${formatShort(after.multiplications / before.multiplications, 2)}倍になります`
    );
  },
  more: (count) => `ほか${formatCount(count)}個`,
  fewer: '減らす',
  fixed: 'このモデルの形は固定です。コードでしか変えられない層があります。',
  description: (columns, { parameters }) =>
    `${columns.map(unitsOf).join('、')}のネットワーク：パラメータ${formatCount(parameters)}個。矢印キーでニューロンの間を移動し、Enterでニューロンの数値を表示します。`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
