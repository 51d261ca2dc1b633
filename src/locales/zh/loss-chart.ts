// The words of the loss chart in Chinese.
import type { Words } from '../words';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  list,
  localize,
  spaced,
} from './grammar';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: '正在下降', rising: '正在上升', level: '保持平稳' } as const;
const nouns: Record<Metric, string> = { loss: '损失', accuracy: '准确率' };

// What a listener can keep in mind.
const mostTold = 5;

const ofMarks: Record<Mark['kind'], string> = {
  learningRate: '学习率',
  schedule: '学习率调度',
  batchSize: '批量大小',
  loss: '损失函数',
  optimizer: '优化器',
  zeroGrad: 'zeroGrad',
  regularization: '正则化',
  data: '数据',
  weights: '权重',
  model: '模型',
};

export const lossChart: LossChart = {
  heading: '损失',
  accuracyHeading: '准确率',
  name: '每一轮的损失',
  accuracyName: '每一轮的准确率',
  loss: '损失',
  accuracy: '准确率',
  epoch: '轮次',
  train: '训练',
  test: '测试',
  log: '对数',
  logName: '对数刻度',
  metric: '显示什么',
  now: '现在',
  diverged: '在此发散',
  plateau: '平台期',
  plateauInWords: ({ from, to }) =>
    `第 ${formatCount(from)} 轮到第 ${formatCount(to)} 轮，损失几乎不变`,
  mark: shortMark,
  markInWords,
  changes: (count) => counted(count, '处改动'),
  more: (count) => `还有 ${counted(count, '处')}`,
  empty: '按“开始”：每一轮的损失会画在这里。',
  accuracyEmpty: '按“开始”：每一轮的准确率会画在这里。',
  noAccuracy: '这次训练学习的是预测数值，所以没有准确率：请看损失。',
  reader: '读取某一轮的损失',
  accuracyReader: '读取某一轮的准确率',
  readerKeys: '方向键移动，M 跳到下一个标记，回车键让训练回到这一轮。',
  goHint: '点击跳转',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `第 ${formatCount(epoch)} 轮：训练${nouns[metric]} ${write(metric, train)}` +
      (test === null ? '' : `，测试${nouns[metric]} ${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${way(from)}${detail}为 ${write(metric, value)}`,
    );
    return [values, ...ways, ...events].join('；');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? `（在第 ${formatCount(run.epoch)} 轮结束）` : '';
      const tested = test === null ? '' : `，测试 ${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `第 ${formatCount(epoch)} 轮，${nouns[metric]}：${told.join('；')}`;
  },
  describe,
  describeRuns: (runs) =>
    `${counted(runs.length, '次训练')}，坐标轴相同。` +
    runs.map(({ name, summary }) => `${name}：${describe(summary)}`).join(''),
  travelled: (epoch, lastEpoch) =>
    `你在第 ${formatCount(epoch)} 轮，共 ${formatCount(lastEpoch)} 轮。` +
    '按“开始”会重复同样的数值；做些改动，就会走上另一条路。',
  clamped: (firstEpoch) =>
    `训练无法回到第 ${formatCount(firstEpoch)} 轮之前：` +
    '它从那里的已保存权重开始，或者模型改动次数太多，最早的状态已不再保留。',
  latest: (lastEpoch) => `回到第 ${formatCount(lastEpoch)} 轮`,
  arrived: (epoch, lastEpoch) =>
    `训练现在在第 ${formatCount(epoch)} 轮，共 ${formatCount(lastEpoch)} 轮。`,
};

function way(from: number): string {
  return from === 0 ? '重新开始之前' : `第 ${formatCount(from)} 轮的改动之前`;
}

function valuesOf(values: Omit<Reading, 'events' | 'earlier'>) {
  return values.metric === 'loss'
    ? { train: values.loss, test: values.testLoss }
    : { train: values.accuracy, test: values.testAccuracy };
}

function write(metric: Metric, value: number | null): string {
  return metric === 'accuracy' && value !== null ? formatPercent(value, 1) : formatNumber(value);
}

function describe(summary: Summary): string {
  const { epoch, lastEpoch, metric, trend, diverged, events, earlier } = summary;
  const { train, test } = valuesOf(summary);
  const first = metric === 'loss' ? summary.firstLoss : summary.firstAccuracy;
  const name = nouns[metric];
  if (train === null) return `这次训练没有测量${name}。`;
  const tested = test === null ? '' : `；测试${name} ${write(metric, test)}`;
  const end = diverged ? '训练在那里发散了。' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `第 0 轮的${name}为 ${write(metric, train)}${tested}。${end}${history}`;
  }
  const back = epoch < lastEpoch ? `训练已回到第 ${formatCount(epoch)} 轮。` : '';
  return (
    `${name}在第 0 轮为 ${write(metric, first)}，在第 ${formatCount(lastEpoch)} 轮为 ` +
    `${write(metric, train)}，${trends[trend]}${tested}。${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${localize(value)}`;
    case 'batchSize':
      return `批量 ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'optimizer':
      return value || '优化器';
    case 'regularization':
      return value || '正则化';
    case 'model':
      return value || '模型';
    case 'schedule':
      return '调度';
    case 'loss':
      return '损失';
    case 'data':
      return '数据';
    case 'weights':
      return '权重';
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `手动设置了 ${value} 的一个权重`;
  if (kind === 'data' || kind === 'schedule' || !value) return spaced(`改动了${ofMarks[kind]}`);
  return spaced(`${ofMarks[kind]}改为 ${kind === 'learningRate' ? localize(value) : value}`);
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => `平台期：${words}。`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `第 ${formatCount(epoch)} 轮${words}`);
  const left = changes.length - told.length;
  const lead = left
    ? `${formatCount(changes.length)} 处手动改动中的最后 ${formatCount(told.length)} 处`
    : '手动改动';
  return `${level}${lead}：${told.join('；')}。`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = list(
    earlier.map(
      ({ from: epoch, detail }) => (epoch === 0 ? '开头' : `第 ${formatCount(epoch)} 轮`) + detail,
    ),
  );
  return earlier.length === 1
    ? `背景中可以看到一条先前的路径，在${from}离开。`
    : `背景中可以看到 ${formatCount(earlier.length)} 条先前的路径，分别在${from}离开。`;
}
