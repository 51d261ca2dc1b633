// The words of the settings in Japanese.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { formatCount, formatShort, quoted } from './grammar';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: '一定',
  step: '段階的',
  cosine: 'コサイン',
  warmup: 'ウォームアップ',
  custom: 'カスタム',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: '二値交差エントロピー',
  BinaryCrossEntropyWithLogits: '二値交差エントロピー（ロジット）',
  CrossEntropy: '交差エントロピー',
  MeanSquaredError: '平均二乗誤差',
  custom: 'カスタム',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: 'モメンタム',
  nesterov: 'Nesterov',
  weightDecay: '重み減衰',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'nエポックごと',
  gamma: 'γ倍',
  epochs: 'nエポックかけて',
  end: '最終値',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: 'モデルの一部です',
  modelOwnsDropout: 'モデルの一部です',
  noHiddenLayer: '隠れ層がありません',
  needsSums: '最後にSigmoidのないモデルが必要です',
  needsProbabilities: '最後にSigmoidのあるモデルが必要です',
  differsByLayer: '層によって異なります',
};

const names: Record<string, string> = {
  none: 'なし',
  mixed: '層によって異なる',
  custom: 'カスタム',
};

export const settings: SettingLabels = {
  learningRate: '学習率',
  asNumber: (setting) => `${setting}（数値）`,
  speed: '速さ',
  epochsPerSecond: (speed) => (speed === Infinity ? '最速' : `${formatCount(speed)}エポック/秒`),
  schedule: 'スケジュール',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `現在${formatShort(rate, 2)}`,
  batchSize: 'バッチサイズ',
  batch: (size, points) =>
    size === 'full' ? `すべて（${formatCount(points)}）` : formatCount(size),
  lossFunction: '損失関数',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'オプティマイザ',
  optimizerName: (name) => (name === 'custom' ? 'カスタム' : name),
  regularization: '正則化',
  penalty: (name) => ({ none: 'なし', l1: 'L1', l2: 'L2', both: 'L1とL2' })[name],
  penaltyRate: (name) => ({ l1: 'L1係数', l2: 'L2係数' })[name],
  dropout: 'ドロップアウト',
  activation: '活性化関数',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? '各ステップの前' : 'なし：勾配が蓄積します'),
  parameter: (name) => parameters[name],
  moreSettings: 'その他の設定',
  locked: '固定',
  allLocked: '設定は固定されています。',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `${quoted(text.trim())}は数ではありません`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `${formatShort(min)}以上`
        : `${formatShort(min)}から${formatShort(max)}まで`;
    return byAuthor ? `${range}（固定）` : range;
  },
};
