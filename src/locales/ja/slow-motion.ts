// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in Japanese.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';

const points = (count: number) => `${formatCount(count)}個の点`;
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `${formatPercent(0.01)}未満`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);

type Range = Pick<StageFacts, 'low' | 'high'>;
// The numbers that arrive: `0.1から0.9までの`, `すべて0.5の`, or nothing.
const range = ({ low, high }: Range) =>
  low === null || high === null
    ? ''
    : low === high
      ? `すべて${n(low)}の`
      : `${n(low)}から${n(high)}までの`;
const lossRange = ({ low, high }: Range) =>
  low === null || high === null
    ? '分かりません'
    : low === high
      ? `${n(low)}です`
      : `${n(low)}から${n(high)}までです`;

const columns = { value: '値', gradient: '勾配' } as const;
const ways = { forward: '順伝播', backward: '逆伝播' } as const;
const slotNames: Record<string, string> = { momentum: '速度', sum: '2乗の和' };
const slotMeanings: Record<string, string> = {
  momentum:
    '速度は、前のステップの動きを引き継ぎます。これまでの勾配を合わせたもので、古いものほど弱くなります。',
  m: 'mは勾配の移動平均で、最近の勾配の向きを表します。',
  v: 'vは勾配の2乗の移動平均です。勾配が大きかったところでは、ステップが小さくなります。',
  sum: 'これまでの勾配の2乗をすべて足したものです。大きいところでは、ステップが小さくなります。',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `学習ステップ${formatCount(step)}は${points(facts.points)}を使います。` +
      (cleared
        ? 'zeroGradがすべての勾配を0にするので、前のステップは影響しません。'
        : 'zeroGradはオフです。前のステップの勾配が残り、このステップの勾配がそれに足されます。'),
    forward: () =>
      `${of}の順伝播：${points(facts.points)}に対して、${range(facts)}数を出力します。`,
    loss: () =>
      `${of}が予測を目標と比べます。${points(facts.points)}の損失は${lossRange(facts)}。その勾配から逆伝播が始まります。`,
    backward: () =>
      `${of}の逆伝播：${range(facts)}勾配を下に渡し` +
      (parameters.length ? `、${list(parameters)}の勾配に足します。` : 'ます。'),
    update: () =>
      `${of}が、学習率${formatTight(learningRate)}で、各パラメータを勾配に従って変えます。最大の変化は${n(change)}です。`,
  }[kind]();
  return failure === null ? said : `${said}数が大きくなりすぎて、ここでステップは失敗します。`;
}

function distribution(facts: DistributionFacts): string {
  const { count, low, high, mean, zeros, units, silent, nonFinite } = facts;
  const ends = low === high ? n(low) : `${n(low)}から${n(high)}まで`;
  const parts = count > nonFinite ? [`${ends}、平均${n(mean)}`] : ['有限の数がありません'];
  if (zeros > 0) parts.push(`0が${percent(zeros)}`);
  if (silent > 0) {
    parts.push(`${formatCount(units)}個のユニットのうち${formatCount(silent)}個はすべての点で0`);
  }
  if (nonFinite > 0 && count > nonFinite) {
    parts.push(`有限でない数が${formatCount(nonFinite)}個`);
  }
  return parts.join('；');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: '学習ステップのスローモーション',
  play: '再生',
  pause: '一時停止',
  back: '戻る',
  nextStage: '次へ',
  takeStep: 'ステップを実行',
  replay: '通常の速さでもう一度',
  pace: '速さ',
  paceOf: (pace) => (pace >= 1 ? `毎秒${formatShort(pace)}段階` : `${formatShort(1 / pace)}秒ごと`),
  stage: '学習ステップの段階',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${of}の${ways[kind]}`;
    return { zeroGrad: of, loss: '損失', update: `${of}のステップ` }[kind];
  },
  progress: (name, at, count) => `${name}、${at}/${count}`,
  notBegun: '開始前',
  atRest: (step) =>
    `次は学習ステップ${formatCount(step)}です：zeroGrad、順伝播、損失、逆伝播、オプティマイザのステップ。`,
  sentence,
  replaying: (step) => `学習ステップ${formatCount(step)}を通常の速さでもう一度再生しています。`,
  taken: (step, loss) =>
    `学習ステップ${formatCount(step)}が終わりました。バッチの損失は${n(loss)}でした。再生を押すと次に進みます。`,
  notInBatch: (wanted, shown) =>
    `点${formatCount(wanted + 1)}はこのバッチにありません。点${formatCount(shown + 1)}を表示しています。`,
  pending: 'まだ',
  largestGradient: (size) => `最大の勾配${formatTight(size)}`,
  largestChange: (size) => `最大の変化${formatTight(size)}`,

  shown: '表示',
  oneSample: '1サンプル',
  batch: 'バッチ',
  batchNote: '次のバッチ：値は上へ、勾配は下へ',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `学習ステップ${formatCount(step)}、${points(count)}`
      : `学習ステップ${formatCount(step)}：点${formatCount(sample + 1)}（${formatCount(count)}個のうちの1つ）`,
  distribution,
  pendingHistogram: (of, which) => `${of}、${columns[which]}：まだ`,
  histogram: (facts) =>
    `${facts.of}、バッチの${formatCount(facts.count)}個の${columns[facts.column]}：${distribution(facts)}`,
  batchCaption:
    '次の学習ステップで使うバッチについて、全ユニット・全点の数の中にそれぞれの大きさが何回現れるかを示します。中央の線は0で、灰色の棒はちょうど0の個数です。',

  parameterByNumber: 'パラメータの1つの数と、オプティマイザがそれについて覚えているもの',
  parameter: 'パラメータ',
  entry: '要素',
  ofEntries: (count) => `/ ${formatCount(count)}`,
  previousEntry: '前の要素',
  nextEntry: '次の要素',
  entryPlace: (indices) =>
    indices.length === 2
      ? `${indices[0]! + 1}行${indices[1]! + 1}列`
      : `位置${indices.map((index) => index + 1).join(', ')}`,
  now: '現在',
  beforeStep: 'ステップの前',
  parameterRow: '値',
  gradientRow: '勾配',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer}は前のステップについて何も覚えていません。`,
};
