// The words of the chain rule stepper in Chinese.
import type { Words } from '../words';
import { counted, formatCount, formatPower, formatShort, quoted } from './grammar';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => '平方',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join('，'),
  batchNote: (sample, count) => `样本 ${formatCount(sample + 1)}，共 ${formatCount(count)} 个`,
  back: '上一步',
  next: '下一步',
  restart: '重新开始',
  play: '播放',
  pause: '暂停',
  pace: '节奏',
  paceOf: (pace) => (pace >= 1 ? `每秒 ${n(pace)} 步` : `每 ${n(1 / pace)} 秒一步`),
  scrub: '步骤',
  steps: '链式法则的步骤',
  progress: (step, count) => `第 ${step} 步，共 ${count} 步`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? '损失' : '求和'),
  slope: '斜率',
  stack: '各层，最后一层在最上面',
  input: '输入',
  valueColumn: '值，前向 ↑',
  gradientColumn: '梯度，反向 ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: '写成乘积的链式法则',
  product: (top, by) => `${slope(top, by)} 写成乘积`,
  fewerProducts: '收起部分乘积',
  moreProducts: (count) => `再显示 ${formatCount(count)} 个乘积`,
  fold: (top, middle, bottom) =>
    `把 ${slope(top, middle)} 和 ${slope(middle, bottom)} 合并为 ${slope(top, bottom)}`,
  unfold: (top, bottom) => `拆开 ${slope(top, bottom)}`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}。乘积不变。`,
  foldHint: '点按 ×，可把两边的因子合并成一个。',
  foldAll: '全部合并',
  unfoldAll: '全部拆开',
  order: '因子的顺序',
  objectiveFirst: '从最后一层起',
  inputFirst: '从第一层起',
  costs: (shared, alone, allShared, allAlone) =>
    `${counted(allShared, '次乘法')}中的 ${formatCount(shared)} 次（若不共用中间结果，则为 ${formatCount(allAlone)} 次中的 ${formatCount(alone)} 次）`,
  measuredAs: (measured, epsilon) => `用 ε = ${epsilonValue(epsilon)} 测得：${measured}`,
  measuredWith: (epsilon) => `测量值，ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}，精确值`,
  entry: (name, place) => `${name}${place}`,
  sample: '样本',
  ofSamples: (count) => `共 ${formatCount(count)} 个`,
  previousSample: '上一个样本',
  nextSample: '下一个样本',
  notANumber: (text) => `${quoted(text)}不是数字；保留上一个有效的值。`,
  beyond: (text) => `${quoted(text)}太大了；保留上一个有效的值。`,
  tooLarge: '这一步的数太大，无法计算。请换小一些的数。',
  large: '太大',
  missing: '这些步骤需要给出 k、v 和 ε 的数值，而且 ε 不能为零。',
  unknown: '尚未计算',
  empty: '这个模型还没有层：输入什么就输出什么，斜率为 1。',
  remembers: '为反向传播记下',
  nothing: '无',
  incoming: '传来的',
  local: '局部斜率',
  outgoing: '传下去的',
  gradients: '参数的梯度',
  accumulate: (name, count) =>
    count === 1
      ? `累加到 ${name} 的梯度上`
      : `${formatCount(count)} 个样本各把自己的贡献累加到 ${name} 的梯度上`,
  matrices: '整个批次，写成矩阵',
  formulas: '公式',
  termValue: (term, value) => `${term} = ${value}`,
  hide: '我自己算',
  hideHint: '每一步的结果都先隐藏，等你输入后再显示。',
  workItOut: (asked) => `${asked} 等于多少？算出来，填在下面。`,
  code: '这一步的代码',
  check: '用测量检验',
  analytic: '链式法则',
  measured: '测量',
  difference: '差',
  rounding: '舍入误差',
  truncation: '截断误差',
  curve: '测量斜率的误差随 ε 的变化',
  curveHint: 'ε 大，会把曲线当成直线来量；ε 极小，有效数字会因舍入而丢失。',
};
