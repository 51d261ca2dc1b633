// The words of numbers and options within a sentence, in Chinese.
import type { Words } from '../words';
import { formatCount, formatShort, quoted } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: '学习率',
  batchSize: '批量大小',
  l1: 'L1 系数',
  l2: 'L2 系数',
  dropout: 'Dropout',
  points: '点数',
  noise: '噪声',
  speed: '速度，每秒轮数',
  testRatio: '测试点比例',
  dataSeed: '数据的随机种子',
  seed: '权重的随机种子',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}，第 ${place + 1} 个数`,
  hint: '左右拖动，或使用方向键；按回车键或双击后输入',
  notANumber: (text) => `${quoted(text.trim())}不是数字`,
  notWhole: (number) => `${formatShort(number)} 不是整数`,
  beyond: (min, max) =>
    max === Infinity
      ? `至少应为 ${formatShort(min)}`
      : min === -Infinity
        ? `至多应为 ${formatShort(max)}`
        : `应在 ${formatShort(min)} 到 ${formatShort(max)} 之间`,
  stays: (complaint, kept) => `（${complaint}；仍为 ${kept}）`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: '层',
  activation: '激活函数',
  features: '特征',
  dropout: 'Dropout',
  initialization: '初始权重',
  data: '数据',
  points: '点数',
  noise: '噪声',
  testRatio: '测试点比例',
  loss: '损失',
  reduction: '归约方式',
  optimizer: '优化器',
  optimizerOptions: '优化器选项',
  learningRate: '学习率',
  schedule: '学习率调度',
  l1: 'L1 系数',
  l2: 'L2 系数',
  batchSize: '批量大小',
  shuffle: '打乱顺序',
  zeroGrad: 'zeroGrad',
  seed: '随机种子',
  dataSeed: '数据的随机种子',
  autoplay: '自动开始',
  speed: '速度',
  stopWhen: '停止条件',
  posterEpoch: '最先显示的轮次',
  weights: '已保存的权重',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: '开始',
  pause: '暂停',
  step: '再训练一轮',
  reset: '重新开始',
  newWeights: '换一组权重',
  newData: '换一批点',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: '点按以应用这项设置',
  undoHint: '再次点按，恢复之前的设置',
  refused: (message) => `（${message}）`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return '与开始时相同';
  if (given === Infinity) return '最快';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? '开启' : '关闭';
  if (given === 'full') return '全部点';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join('，');
}
