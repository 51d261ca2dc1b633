// The words of the failure lab in Chinese.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { formatCount, formatShort, list, spaced } from './grammar';

export const failureLab: Words['FailureLab'] = {
  heading: '需要留意什么',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') return `训练已发散：在第 ${formatCount(epoch)} 轮之后停止。`;
    const told = [
      problems && `${formatCount(problems)} 个问题`,
      watches && `${formatCount(watches)} 处需要留意`,
    ]
      .filter(Boolean)
      .join('，');
    if (told) return `${told}。`;
    return epoch === 0 ? '第一轮之前一切正常。' : '到目前为止一切正常。';
  },
  kinds: {
    exploding: '步长爆炸',
    deadReLU: '死亡的 ReLU',
    saturated: '饱和的神经元',
    symmetry: '完全相同的神经元',
    overfitting: '过拟合',
  },
  states: { fine: '正常', watch: '留意', problem: '问题', none: '不适用' },
  fine: {
    exploding: '损失没有失控。',
    deadReLU: '每个 ReLU 都对某些点大于 0。',
    saturated: '没有神经元卡在曲线的两端。',
    symmetry: '同一层中没有两个神经元的权重相同。',
    overfitting: '训练损失下降时，测试损失没有上升。',
  },
  none: {
    exploding: '',
    deadReLU: '这个模型的隐藏层没有 ReLU。',
    saturated: '这个模型没有 sigmoid 或 tanh。',
    symmetry: '这个模型没有含两个神经元的隐藏层。',
    overfitting: '没有测试点可供比较。',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few = '有几个是正常的，其余的没有它们也能学习。如果更多了：';
    const advice = {
      exploding: '试试更小的步长：现在的步子会跨过谷底，小步子才能走下去。',
      deadReLU: '试试更小的步长，或斜率不会为零的激活函数。',
      saturated: '试试更小的初始权重，或更小的步长。',
      symmetry: '试试随机的初始权重：起点不同，才能学到不同的东西。',
      overfitting: '试试更多的数据、更小的模型或对大权重的惩罚，或者及时停止。',
    }[kind];
    return isFew ? few + advice : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'Xavier 随机权重',
      learningRate !== undefined && `学习率 ${formatShort(learningRate)}`,
      l2 !== undefined && `L2 惩罚 ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => spaced(`改用${remedy}重新开始`),
  tried: (remedy) => spaced(`已改用${remedy}重新开始。`),
  putBack: '恢复原样',
  goTo: (epoch) => `转到第 ${formatCount(epoch)} 轮`,
  show: '显示',
  shown: (unit, at, count) =>
    count === 1
      ? `正在显示神经元 ${unit + 1}`
      : `神经元 ${unit + 1}，第 ${at + 1} 个，共 ${formatCount(count)} 个`,
  cause: '制造这个问题',
  causeAgain: '再来一次',
  causeHint: (kind, again) => (again ? `再来一次：${kind}` : `制造这个问题：${kind}`),
  aside: (kind) => `这次训练是为了演示：${kind}。你的模型已放在一旁。`,
  back: '回到我的模型',
  weightsOnly: '你的权重和原来一样。轮次从 0 重新计数，因为训练途中曾有改动。',
  play: '开始',
  pause: '暂停',
  step: '单步',
  stepHint: '单步：训练一轮',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `问题：${problems.join('、')}。` : '',
      watches.length ? `需要留意：${watches.join('、')}。` : '',
    ].filter(Boolean);
    return parts.length ? parts.join('') : '一切正常。';
  },
};
