// The words of the optimizer race and of the loss landscape in Chinese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort, quoted, spaced } from './grammar';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: '碗',
  ravine: '峡谷',
  saddle: '鞍面',
  rosenbrock: 'Rosenbrock 香蕉函数',
  twoValleys: '双谷',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `${nearest.name} 离最小值点最近，距离 ${formatNumber(nearest.distance)}`
    : '没有优化器接近最小值点';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`；${name} 在第 ${formatCount(divergedAt)} 步发散`],
  );
  return `${leader}${lost.join('')}。`;
}

export const optimizerRace: Race = {
  heading: '优化器赛跑',
  surfaces,
  surface: '曲面',
  play: '开始',
  pause: '暂停',
  replay: '重播',
  step: '单步',
  reset: '重置',
  scrub: '赛跑的步数',
  progress: (step, steps) => `第 ${formatCount(step)} 步，共 ${formatCount(steps)} 步`,
  speed: '速度',
  stepsPerSecond: (speed) => `${formatShort(speed)} 步/秒`,
  start: '起点；用方向键移动',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}，y ${formatShort(y)}，损失 ${formatNumber(loss)}`,
  startMark: '起点',
  minimum: '最小值',
  localMinimum: '局部极小值',
  table: '这一步时的各优化器',
  optimizer: '优化器',
  learningRate: '学习率',
  learningRateOf: (name) => `学习率，${name}`,
  loss: '损失 f',
  distance: '距最小值点',
  nearest: '最近',
  notARate: '学习率是不小于 0 的数。',
  toggle: (name) => name,
  diverged: (step) => `在第 ${formatCount(step)} 步发散`,
  divergedPath: (name) => `${name} 已发散`,
  caption:
    '所有优化器从同一点出发，面对同一个损失：每条线连接损失相同的点，十字处损失最低。路径上每十步有一个点。拖动起点，或点击它该在的位置。',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}，第 ${formatCount(step)} 步，共 ${formatCount(steps)} 步：${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `${formatCount(step)} 步之后，${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `赛跑 ${formatCount(number)}，${surfaces[surface]}：${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `(${formatNumber(a, 2)}, ${formatNumber(b, 2)})`;
const finite = (loss: number) => (loss === Infinity ? '不是有限值' : formatNumber(loss));

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `输入 ${from.input}`;
  return typeof from === 'number' ? `神经元 ${from}` : from;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  const to = { no: `神经元 ${neuron}`, one: `输出 ${neuron}`, only: '输出' }[output];
  if (from === null) return spaced(`${number}：${to}的偏置`);
  return spaced(`${number}：从${sourceOf(from)}到${to}`);
}

export const lossLandscape: Landscape = {
  heading: '损失地形',
  note: '所有训练点上的损失',
  diverged: ({ epoch }) => `已发散；显示最后一个有效的轮次：第 ${formatCount(epoch)} 轮`,
  caption: ({ arrow, editable }) =>
    [
      '这两个权重取其他值时的损失：颜色越深损失越大，每个刻度处有一条线。其余权重都保持现在的值；而在走过的路径上，它们当时也在变化。',
      arrow && '箭头指向最陡的下坡方向，与梯度相反；它的长短没有含义。',
      editable && '拖动圆点，或点击一处，来设置这两个权重。',
    ]
      .filter(Boolean)
      .join(''),
  beyond: '斜线区域：那里没有有限的损失。',
  description: ({ run, across, up, here }) =>
    `训练损失随模型的两个权重变化的地图。横轴：${describeWeight(across)}。纵轴：${describeWeight(up)}。第 ${formatCount(run.epoch)} 轮：它们位于 ${at(here)}，那里的损失为 ${formatNumber(run.loss)}。`,
  across: '横轴',
  up: '纵轴',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) => `还有 ${formatCount(count)} 个：用属性${quoted('weights')}指定`,
  closer: '+',
  closerHint: '放大',
  further: '−',
  furtherHint: '缩小',
  recentre: '居中',
  recentreHint: '居中到当前的权重',
  controls: '地图',
  arrow: '−梯度',
  start: (epoch) => `第 ${formatCount(epoch)} 轮`,
  probe: (editable) =>
    `探针：地图上某处的损失。用方向键移动，用加号和减号缩放。${editable ? '回车键把两个权重移到那里。' : ''}`,
  reading: finite,
  place: (place) => ` 位于 ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}：损失 ${finite(loss)}`,
  handle: '这两个权重。用方向键改变。',
  moved: (loss, place) => `权重现在是 ${at(place)}；损失 ${finite(loss)}。`,
  refused: '那里的损失不是有限值；权重保持不变。',
  tooFew: '这幅图需要一个至少有两个可学习的数的模型。',
};
