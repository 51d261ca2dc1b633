// The words of the layer stack in Japanese.
import type { Words } from '../words';
import { casesInWords, formatCount, formatNumber } from './grammar';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: '値', gradient: '勾配' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join('、');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `目標値${formatNumber(target, 2)}` : `クラス${target}`;

const phases = { forward: '順伝播', loss: '損失', backward: '逆伝播' } as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: '層の積み重ね',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `点${formatCount(sample + 1)}：値は上へ、勾配は下へ`
      : `学習ステップ：${phases[phase.kind]}、${step}/${count}`,
  diverged: (epoch) => `発散しました。表示は最後の有効なエポック${formatCount(epoch)}です`,
  value: '値、順伝播 ↑',
  gradient: '勾配、逆伝播 ↓',
  input: '入力',
  loss: '損失',
  target: (target, task) => `正解は${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => `パラメータ${formatCount(count)}個`,
  shape: (from, to) => `${from} → ${to}`,
  formula: casesInWords,
  cell: (column, unit, of, number) => `${of}、${columns[column]}${unit + 1}：${number}`,
  hint: 'マスを指すと、その数値が読めます。',
  caption: '各行で色が最も濃いのは、絶対値が最大の数です。負の数にはマイナスが付きます。',
  more: (count) => `さらに${formatCount(count)}個を表示`,
  fewer: '表示を減らす',
  details: (of) => `${of}：層が覚えているもの、導関数、パラメータ`,
  remembers: '逆伝播のために覚えておくもの',
  nothing: 'なし',
  localElementwise: '局所的な傾きdOut/dIn（要素ごと）',
  localJacobian: '局所的な微分dOut/dIn（出力ごとに1行）',
  parameterValue: (name) => name,
  parameterAdded: (name) => `この点が${name}の勾配に足した分`,
  summary: (shape, low, high) =>
    `${shape}個の数、${formatNumber(low)}から${formatNumber(high)}まで`,
  point: '点',
  ofPoints: (count) => `/ ${formatCount(count)}`,
  previous: '前の点',
  next: '次の点',
  place: (x, target, task) => `${coordinates(x)}、${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `${formatCount(count)}個中${formatCount(sample + 1)}番目の点：${coordinates(x)}、${goal(target, task)}。モデルの予測は${prediction}、損失は${formatNumber(loss)}。`,
  noLayers: 'このモデルにはまだ層がありません。入力がそのまま出力されます。',
  predictedClass: (label, probability) => `クラス${label}（${formatNumber(probability)}）`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () =>
    '数が大きすぎて、この点を追えません。学習率を下げて、学習をリセットしてください。',
};
