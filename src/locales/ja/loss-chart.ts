// The words of the loss chart in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, list, localize } from './grammar';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: '減少中', rising: '増加中', level: '横ばい' } as const;
const nouns: Record<Metric, string> = { loss: '損失', accuracy: '正解率' };

// What a listener can keep in mind.
const mostTold = 5;

const markNames: Record<Mark['kind'], string> = {
  learningRate: '学習率',
  schedule: '学習率スケジュール',
  batchSize: 'バッチサイズ',
  loss: '損失関数',
  optimizer: 'オプティマイザ',
  zeroGrad: 'zeroGrad',
  regularization: '正則化',
  data: 'データ',
  weights: '重み',
  model: 'モデル',
};

export const lossChart: LossChart = {
  heading: '損失',
  accuracyHeading: '正解率',
  name: 'エポックごとの損失',
  accuracyName: 'エポックごとの正解率',
  loss: '損失',
  accuracy: '正解率',
  epoch: 'エポック',
  train: '訓練',
  test: 'テスト',
  log: '対数',
  logName: '対数目盛',
  metric: '表示する値',
  now: '現在',
  diverged: 'ここで発散',
  plateau: '停滞',
  plateauInWords: ({ from, to }) =>
    `エポック${formatCount(from)}から${formatCount(to)}まで損失がほとんど変わらない`,
  mark: shortMark,
  markInWords,
  changes: (count) => `${formatCount(count)}件の変更`,
  more: (count) => `ほか${formatCount(count)}件`,
  empty: '再生を押すと、エポックごとの損失がここに描かれます。',
  accuracyEmpty: '再生を押すと、エポックごとの正解率がここに描かれます。',
  noAccuracy: 'この学習は数値を予測するため、正解率はありません。損失を見てください。',
  reader: 'エポックでの損失を読む',
  accuracyReader: 'エポックでの正解率を読む',
  readerKeys: '矢印キーで移動、Mで次の印へ、Enterで学習をそのエポックに移します。',
  goHint: 'クリックで移動',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `エポック${formatCount(epoch)}：訓練${nouns[metric]}${write(metric, train)}` +
      (test === null ? '' : `、テスト${nouns[metric]}${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${way(from)}${detail}${write(metric, value)}`,
    );
    return [values, ...ways, ...events].join('；');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? `（エポック${formatCount(run.epoch)}で終了）` : '';
      const tested = test === null ? '' : `、テスト${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `エポック${formatCount(epoch)}、${nouns[metric]}：${told.join('；')}`;
  },
  describe,
  describeRuns: (runs) =>
    `同じ軸に${formatCount(runs.length)}件の学習。` +
    runs.map(({ name, summary }) => `${name}：${describe(summary)}`).join(''),
  travelled: (epoch, lastEpoch) =>
    `エポック${formatCount(lastEpoch)}までのうち、エポック${formatCount(epoch)}にいます。` +
    '再生すると同じ数値を繰り返します。何かを変えると、別の道筋になります。',
  clamped: (firstEpoch) =>
    `エポック${formatCount(firstEpoch)}より前には戻れません。` +
    '保存された重みでそこから始まったか、モデルの変更が多く、初期のモデルが残っていないためです。',
  latest: (lastEpoch) => `エポック${formatCount(lastEpoch)}に戻る`,
  arrived: (epoch, lastEpoch) =>
    `学習はエポック${formatCount(epoch)}にあります（最後は${formatCount(lastEpoch)}）。`,
};

function way(from: number): string {
  return from === 0 ? 'やり直す前' : `エポック${formatCount(from)}での変更前`;
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
  if (train === null) return `この学習では${name}が測られていません。`;
  const tested = test === null ? '' : `、テスト${name}は${write(metric, test)}`;
  const end = diverged ? 'そこで学習が発散しました。' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `${name}はエポック0で${write(metric, train)}${tested}。${end}${history}`;
  }
  const back = epoch < lastEpoch ? `学習はエポック${formatCount(epoch)}に戻っています。` : '';
  return (
    `${name}はエポック0で${write(metric, first)}、` +
    `エポック${formatCount(lastEpoch)}で${write(metric, train)}、${trends[trend]}${tested}。${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${localize(value)}`;
    case 'batchSize':
      return `バッチ ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'optimizer':
    case 'regularization':
    case 'model':
      return value || markNames[kind];
    case 'schedule':
      return 'スケジュール';
    case 'loss':
      return '損失';
    case 'data':
    case 'weights':
      return markNames[kind];
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `${value}の重みを手動で設定`;
  if (kind === 'data' || kind === 'schedule' || !value) return `${markNames[kind]}を変更`;
  return `${markNames[kind]}を${kind === 'learningRate' ? localize(value) : value}に変更`;
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => `停滞：${words}。`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `エポック${formatCount(epoch)}で${words}`);
  const left = changes.length - told.length;
  const lead = left
    ? `手動の変更${formatCount(changes.length)}件のうち最後の${formatCount(told.length)}件`
    : '手動の変更';
  return `${level}${lead}：${told.join('；')}。`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = list(
    earlier.map(
      ({ from: epoch, detail }) =>
        (epoch === 0 ? '最初' : `エポック${formatCount(epoch)}`) + detail,
    ),
  );
  return earlier.length === 1
    ? `後ろに、${from}で離れた以前の道筋が1本見えます。`
    : `後ろに、${from}で離れた以前の道筋が${formatCount(earlier.length)}本見えます。`;
}
