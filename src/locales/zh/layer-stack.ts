// The words of the layer stack in Chinese.
import type { Words } from '../words';
import { casesOf, counted, formatCount, formatNumber, spaced } from './grammar';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: '值', gradient: '梯度' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join('，');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `目标 ${formatNumber(target, 2)}` : `类别 ${target}`;

const phases = { forward: '前向', loss: '损失', backward: '反向' } as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: '层的堆叠',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `点 ${formatCount(sample + 1)}：值往上走，梯度往下走`
      : `训练步：${phases[phase.kind]}，${step}/${count}`,
  diverged: (epoch) => `已发散；显示最后一个有效的轮次：第 ${formatCount(epoch)} 轮`,
  value: '值，前向 ↑',
  gradient: '梯度，反向 ↓',
  input: '输入',
  loss: '损失',
  target: (target, task) => `对应${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => counted(count, '个参数'),
  shape: (from, to) => `${from} → ${to}`,
  formula: casesOf,
  cell: (column, unit, of, number) => `${of}，${columns[column]} ${unit + 1}：${number}`,
  hint: '指向一个格子，查看它的数值。',
  caption: '每一行中颜色最深的是绝对值最大的数；负数用减号标出。',
  more: (count) => `再显示 ${formatCount(count)} 个`,
  fewer: '收起',
  details: (of) => `${of}：该层记下的值、它的导数和参数`,
  remembers: '为反向传播记下',
  nothing: '无',
  localElementwise: '局部斜率 dOut/dIn，逐元素',
  localJacobian: '局部导数 dOut/dIn，每个输出一行',
  parameterValue: (name) => name,
  parameterAdded: (name) => `这个点累加到 ${name} 梯度上的值`,
  summary: (shape, low, high) => `${shape} 个数，从 ${formatNumber(low)} 到 ${formatNumber(high)}`,
  point: '点',
  ofPoints: (count) => `共 ${formatCount(count)} 个`,
  previous: '上一个点',
  next: '下一个点',
  place: (x, target, task) => `${coordinates(x)}，${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `点 ${formatCount(sample + 1)}，共 ${formatCount(count)} 个：${coordinates(x)}，${goal(target, task)}。${spaced(`模型输出${prediction}`)}；损失 ${formatNumber(loss)}。`,
  noLayers: '这个模型还没有层：输入什么就输出什么。',
  predictedClass: (label, probability) => `类别 ${label}，概率 ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () => '数值变得太大，无法跟踪这个点。请用更小的学习率重置训练。',
};
