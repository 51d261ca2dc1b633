// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in Chinese.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';

const points = (count: number) => counted(count, '个点');
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `不到 ${formatPercent(0.01)}`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);

type Range = Pick<StageFacts, 'low' | 'high'>;
// The numbers that arrive: `，从 0.1 到 0.9`, `，都等于 0.5`.
const range = ({ low, high }: Range) =>
  low === null || high === null
    ? ''
    : low === high
      ? `，都等于 ${n(low)}`
      : `，从 ${n(low)} 到 ${n(high)}`;
const lossRange = ({ low, high }: Range) =>
  low === null || high === null
    ? '未知'
    : low === high
      ? `为 ${n(low)}`
      : `从 ${n(low)} 到 ${n(high)}`;

const column = { value: '值', gradient: '梯度' } as const;
const ways = { forward: '前向经过', backward: '反向经过' } as const;
const slotNames: Record<string, string> = { momentum: '速度', sum: '平方和' };
const slotMeanings: Record<string, string> = {
  momentum: '速度延续之前的步：它由到目前为止的梯度构成，越早的梯度影响越小。',
  m: 'm 是梯度的移动平均：梯度最近的方向。',
  v: 'v 是梯度平方的移动平均：梯度一直较大的地方，步长变小。',
  sum: '到目前为止所有梯度的平方和：它大的地方，步长变小。',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `第 ${formatCount(step)} 个训练步取 ${points(facts.points)}。` +
      (cleared
        ? 'zeroGrad 把每个梯度清零，使上一步不再计入。'
        : 'zeroGrad 已关闭：上一步的梯度保留着，这一步会往上累加。'),
    forward: () => `前向经过 ${of}：对 ${points(facts.points)}，输出一些数${range(facts)}。`,
    loss: () =>
      `${of} 把预测与目标比较：对 ${points(facts.points)}，损失${lossRange(facts)}。反向传播从它的梯度开始。`,
    backward: () =>
      `反向经过 ${of}：梯度往下传${range(facts)}` +
      (parameters.length ? `；同时有梯度累加到 ${list(parameters)} 上。` : '。'),
    update: () =>
      `${of} 按梯度改变每个参数，学习率为 ${formatTight(learningRate)}：最大的改变是 ${n(change)}。`,
  }[kind]();
  return failure === null ? said : `${said}这一步在此失败：数值变得太大了。`;
}

function distribution(facts: DistributionFacts): string {
  const { count, low, high, mean, zeros, units, silent, nonFinite } = facts;
  const ends = low === high ? n(low) : `从 ${n(low)} 到 ${n(high)}`;
  const parts = count > nonFinite ? [`${ends}，均值 ${n(mean)}`] : ['没有有限的数'];
  if (zeros > 0) parts.push(`${percent(zeros)} 为零`);
  if (silent > 0) {
    parts.push(`${formatCount(units)} 个单元中有 ${formatCount(silent)} 个对所有点都为零`);
  }
  if (nonFinite > 0 && count > nonFinite) parts.push(counted(nonFinite, '个数不是有限值'));
  return parts.join('；');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: '慢动作看一个训练步',
  play: '播放',
  pause: '暂停',
  back: '后退',
  nextStage: '前进',
  takeStep: '执行这一步',
  replay: '全速重播',
  pace: '节奏',
  paceOf: (pace) =>
    pace >= 1 ? `每秒 ${formatShort(pace)} 个阶段` : `每 ${formatShort(1 / pace)} 秒一个阶段`,
  stage: '训练步的阶段',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: '损失', update: `更新，${of}` }[kind];
  },
  progress: (name, at, count) => `${name}，${at}/${count}`,
  notBegun: '尚未开始',
  atRest: (step) =>
    `接下来是第 ${formatCount(step)} 个训练步：zeroGrad、前向、损失、反向、优化器更新。`,
  sentence,
  replaying: (step) => `全速重播第 ${formatCount(step)} 个训练步。`,
  taken: (step, loss) =>
    `第 ${formatCount(step)} 个训练步已完成。它的批次损失为 ${n(loss)}。按“播放”继续下一步。`,
  notInBatch: (wanted, shown) =>
    `点 ${formatCount(wanted + 1)} 不在这个批次中；显示的是点 ${formatCount(shown + 1)}。`,
  pending: '尚未到达',
  largestGradient: (size) => `最大梯度 ${formatTight(size)}`,
  largestChange: (size) => `最大改变 ${formatTight(size)}`,

  shown: '显示',
  oneSample: '一个样本',
  batch: '批次',
  batchNote: '接下来的批次：值往上走，梯度往下走',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `第 ${formatCount(step)} 个训练步，${points(count)}`
      : `第 ${formatCount(step)} 个训练步：点 ${formatCount(sample + 1)}，${points(count)}之一`,
  distribution,
  pendingHistogram: (of, which) => `${of}，${column[which]}：尚未到达`,
  histogram: (facts) =>
    `${facts.of}，批次的 ${formatCount(facts.count)} 个${column[facts.column]}：${distribution(facts)}`,
  batchCaption:
    '下一个训练步所取的批次中，所有单元、所有点的数里，各种大小出现的次数。中间的线是零；灰色的柱表示恰好为零的数。',

  parameterByNumber: '参数中的一个数，以及优化器对它的记忆',
  parameter: '参数',
  entry: '元素',
  ofEntries: (count) => `共 ${formatCount(count)} 个`,
  previousEntry: '上一个元素',
  nextEntry: '下一个元素',
  entryPlace: (indices) =>
    indices.length === 2
      ? `第 ${indices[0]! + 1} 行，第 ${indices[1]! + 1} 列`
      : `位置 ${indices.map((index) => index + 1).join(', ')}`,
  now: '现在',
  beforeStep: '这一步之前',
  parameterRow: '值',
  gradientRow: '梯度',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer} 不保留之前各步的任何信息。`,
};
