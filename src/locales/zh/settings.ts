// The words of the settings in Chinese.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { formatCount, formatShort, quoted } from './grammar';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: '恒定',
  step: '阶梯',
  cosine: '半余弦',
  warmup: '预热',
  custom: '自定义',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: '二元交叉熵',
  BinaryCrossEntropyWithLogits: '二元交叉熵（logits）',
  CrossEntropy: '交叉熵',
  MeanSquaredError: '均方误差',
  custom: '自定义',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: '动量',
  nesterov: 'Nesterov',
  weightDecay: '权重衰减',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: '每 n 轮',
  gamma: '乘以 γ',
  epochs: '用 n 轮',
  end: '降到',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: '由这个模型决定',
  modelOwnsDropout: '由这个模型决定',
  noHiddenLayer: '没有隐藏层',
  needsSums: '需要末尾没有 Sigmoid 的模型',
  needsProbabilities: '需要末尾有 Sigmoid 的模型',
  differsByLayer: '各层不同',
};

const names: Record<string, string> = { none: '无', mixed: '各层不同', custom: '自定义' };

export const settings: SettingLabels = {
  learningRate: '学习率',
  asNumber: (setting) => `${setting}，数值`,
  speed: '速度',
  epochsPerSecond: (speed) => (speed === Infinity ? '最快' : `${formatCount(speed)} 轮/秒`),
  schedule: '学习率调度',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `当前 ${formatShort(rate, 2)}`,
  batchSize: '批量大小',
  batch: (size, points) => (size === 'full' ? `全部（${formatCount(points)}）` : formatCount(size)),
  lossFunction: '损失',
  lossName: (type) => losses[type] ?? type,
  optimizer: '优化器',
  optimizerName: (name) => (name === 'custom' ? '自定义' : name),
  regularization: '正则化',
  penalty: (name) => ({ none: '无', l1: 'L1', l2: 'L2', both: 'L1 和 L2' })[name],
  penaltyRate: (name) => ({ l1: 'L1 系数', l2: 'L2 系数' })[name],
  dropout: 'Dropout',
  activation: '激活函数',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? '每步之前' : '从不：梯度会累加'),
  parameter: (name) => parameters[name],
  moreSettings: '更多设置',
  locked: '已固定',
  allLocked: '这些设置已固定。',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `${quoted(text.trim())}不是数字`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity ? `至少 ${formatShort(min)}` : `${formatShort(min)} 到 ${formatShort(max)}`;
    return byAuthor ? `${range}，由本页规定` : range;
  },
};
