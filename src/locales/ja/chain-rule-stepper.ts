// The words of the chain rule stepper in Japanese.
import type { Words } from '../words';
import { formatCount, formatPower, formatShort, quoted } from './grammar';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => '2乗',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join('、'),
  batchNote: (sample, count) => `サンプル${formatCount(sample + 1)}/${formatCount(count)}`,
  back: '戻る',
  next: '次へ',
  restart: '最初から',
  play: '再生',
  pause: '一時停止',
  pace: '速さ',
  paceOf: (pace) => (pace >= 1 ? `毎秒${n(pace)}ステップ` : `${n(1 / pace)}秒ごと`),
  scrub: 'ステップ',
  steps: '連鎖律のステップ',
  progress: (step, count) => `ステップ${step}/${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? '損失' : '和'),
  slope: '傾き',
  stack: '層（最後の層が上）',
  input: '入力',
  valueColumn: '値、順伝播 ↑',
  gradientColumn: '勾配、逆伝播 ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: '積で表した連鎖律',
  product: (top, by) => `${slope(top, by)}を積で表す`,
  fewerProducts: '積の表示を減らす',
  moreProducts: (count) => `さらに${formatCount(count)}個の積を表示`,
  fold: (top, middle, bottom) =>
    `${slope(top, middle)}と${slope(middle, bottom)}を${slope(top, bottom)}にまとめる`,
  unfold: (top, bottom) => `${slope(top, bottom)}を分ける`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}。積は変わりません。`,
  foldHint: '×を押すと、両側の因子が1つにまとまります。',
  foldAll: 'すべてまとめる',
  unfoldAll: 'すべて分ける',
  order: '因子の順序',
  objectiveFirst: '最後の層から',
  inputFirst: '最初の層から',
  costs: (shared, alone, allShared, allAlone) =>
    `掛け算${formatCount(allShared)}回のうち${formatCount(shared)}回（共有しない場合は${formatCount(allAlone)}回のうち${formatCount(alone)}回）`,
  measuredAs: (measured, epsilon) => `ε = ${epsilonValue(epsilon)}で測定：${measured}`,
  measuredWith: (epsilon) => `測定値、ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}の正確な値`,
  entry: (name, place) => `${name}${place}`,
  sample: 'サンプル',
  ofSamples: (count) => `/ ${formatCount(count)}`,
  previousSample: '前のサンプル',
  nextSample: '次のサンプル',
  notANumber: (text) => `${quoted(text)}は数ではありません。直前の正しい値のままにします。`,
  beyond: (text) => `${quoted(text)}は大きすぎる数です。直前の正しい値のままにします。`,
  tooLarge: 'このステップの数は大きすぎて計算できません。もっと小さい数を選んでください。',
  large: '大きすぎます',
  missing: 'ステップには、kとvとεの数が必要です。εは0以外にしてください。',
  unknown: '未計算',
  empty: 'このモデルにはまだ層がありません。入力がそのまま出力され、傾きは1です。',
  remembers: '逆伝播のために覚えておくもの',
  nothing: 'なし',
  incoming: '届いた勾配',
  local: '局所的な傾き',
  outgoing: '次に渡す勾配',
  gradients: 'パラメータの勾配',
  accumulate: (name, count) =>
    count === 1
      ? `${name}の勾配に足されます`
      : `${formatCount(count)}個のサンプルが、それぞれの分を${name}の勾配に足します`,
  matrices: 'バッチ全体を行列で',
  formulas: '式',
  termValue: (term, value) => `${term} = ${value}`,
  hide: '自分で計算する',
  hideHint: '各ステップの結果は、入力するまで隠されます。',
  workItOut: (asked) => `${asked}はいくつですか。計算して、下に入力してください。`,
  code: 'このステップのコード',
  check: '測定して確かめる',
  analytic: '連鎖律',
  measured: '測定値',
  difference: '差',
  rounding: '丸め誤差',
  truncation: '打ち切り誤差',
  curve: '測定した傾きの誤差とεの関係',
  curveHint:
    'εが大きいと、曲線を直線とみなして測ることになります。εが小さすぎると、丸めで桁が失われます。',
};
