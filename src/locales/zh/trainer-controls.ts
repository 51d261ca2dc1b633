// The words of the controls in Chinese: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = { falling: '下降', rising: '上升', flat: '持平', diverging: '发散' };

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: '训练控件',
  play: '开始',
  pause: '暂停',
  replay: '重播',
  step: '单步',
  stepHint: '单步：训练一轮',
  stepBy: (unit) => (unit === 'batch' ? '一个批次' : '一层'),
  stepByHint: (unit) =>
    unit === 'batch' ? '一个批次：用一个批次训练' : '一层：前向或反向经过一层',
  stepUnit: '每次前进',
  unit: (unit) => ({ layer: '层', batch: '批次', epoch: '轮' })[unit],
  layer: (number, type) => `第 ${number} 层，${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `前向：${layer}`;
    if (kind === 'backward') return `反向：${layer}`;
    if (kind === 'loss') return '批次的损失';
    return step === 0 ? '两个训练步之间' : `权重已更新，第 ${formatCount(step)} 个训练步`;
  },
  reset: '重置',
  resetHint: '重置：用相同的权重重新开始',
  newWeights: '新权重',
  newWeightsHint: '新权重：用另一组随机权重重新开始',
  newData: '新数据',
  newDataHint: '新数据：抽取另一批点，用相同的权重重新开始',
  ownData: '这些点是给定的，没有别的点可以抽取。',
  epoch: '轮次',
  loss: '损失',
  wrong: (wrong, count) => `分错 ${formatCount(wrong)} 个，共 ${formatCount(count)} 个`,
  timeline: '转到轮次',
  timelineAt: (epoch, last) => `第 ${formatCount(epoch)} 轮，共 ${formatCount(last)} 轮`,
  timelineEmpty: '尚未训练',
  announce: ({ status, epoch, loss }) => {
    const where = `第 ${formatCount(epoch)} 轮，损失 ${formatNumber(loss)}`;
    if (status === 'running') return `训练中，从${where}开始。`;
    if (status === 'paused') return `已暂停：${where}。`;
    if (status === 'done') return `已完成：${where}。`;
    if (status === 'diverged') return `已发散，此前为${where}。`;
    return `已就绪：${where}。`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `第 ${formatCount(epoch)} 轮，损失 ${formatNumber(loss)}，${trends[trend]}，` +
    (wrong === null
      ? `典型误差 ${formatNumber(error)}。`
      : `分错 ${formatCount(wrong)} 个，共 ${formatCount(count)} 个。`),
  ofRun: (name, number, sentence) => `${name ?? `训练 ${formatCount(number)}`}：${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where =
      divergence && divergence.layer !== 'loss' ? `（最先出现在 ${divergence.layer} 中）` : '';
    return (
      `数值无限增大了${where}。` +
      `你看到的是最后一个有效的轮次：第 ${formatCount(epoch)} 轮。请降低学习率并重置。`
    );
  },
};
