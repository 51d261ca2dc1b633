// The words of the network graph in Chinese.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatShort, quoted } from './grammar';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

function unitsOf({ units, kind, label }: Column): string {
  const noun = { input: '个输入', output: '个输出', hidden: '个神经元' }[kind];
  return label ? `${counted(units, noun)}（${label}）` : counted(units, noun);
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: '网络',
  caption:
    '每个方块显示一个神经元对平面的输出。线越粗，权重越大：大于零为实线，小于零为虚线。神经元旁的圆点是它的偏置。',
  note: (shown, largest) =>
    shown === 'weights' ? '连线：权重' : `连线：梯度，最大 ${formatNumber(largest, 4)}`,
  show: '连线显示',
  weights: '权重',
  gradients: '梯度',
  undo: '撤销',
  column: ({ kind, hidden }) =>
    kind === 'input' ? '输入' : kind === 'output' ? '输出' : `隐藏层 ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `输入 ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? '输出' : `类别 ${unit} 的输出`;
    return `隐藏层 ${hidden + 1} 的神经元 ${unit + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}，偏置 ${formatNumber(bias)}` +
        (strongest ? `，最强的权重 ${formatNumber(strongest.weight)}，来自${strongest.name}` : ''),
  weightFrom: (name) => `来自${name}的权重`,
  bias: '偏置',
  number: '数',
  value: '值',
  slider: '拖动改变值',
  putBack: (value) => `恢复为 ${formatNumber(value)}`,
  close: '关闭',
  notANumber: (text) => `${quoted(text)}不是数字；可以试试 ${formatShort(-0.5)}。`,
  pin: '固定在大图中',
  unpin: '取消固定',
  addNeuron: '添加神经元',
  removeNeuron: '删除最后一个神经元',
  removeThisNeuron: '删除这个神经元',
  addLayer: '在此层之后添加一层',
  removeLayer: '删除此层',
  layerPlus: '+ 层',
  activation: '激活函数',
  none: '无',
  features: '特征',
  cost: ({ parameters, multiplications }) =>
    `${counted(parameters, '个参数')}，每轮约 ${counted(multiplications, '次乘法')}`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${more < 0 ? '减少' : '增加'} ${counted(Math.abs(more), '个参数')}（共 ${formatCount(after.parameters)} 个）；` +
      `之后每轮的乘法次数约为原来的 ${formatShort(after.multiplications / before.multiplications, 2)} 倍`
    );
  },
  more: (count) => `还有 ${formatCount(count)} 个`,
  fewer: '收起',
  fixed: '这个模型的结构是固定的：它含有只能在代码中更改的层。',
  description: (columns, { parameters }) =>
    `由 ${columns.map(unitsOf).join('、')}组成的网络：${counted(parameters, '个参数')}。用方向键在神经元之间移动，按回车键显示神经元的数值。`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
