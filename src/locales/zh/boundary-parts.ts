// What the decision boundary says in Chinese of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { counted, formatCount, formatNumber, formatTight, spaced } from './grammar';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return '特征';
  return kind === 'output' ? `输出层（${type}）` : `第 ${number} 层（${type}）`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `特征 ${unit + 1}`;
  return layer.kind === 'output'
    ? `输出 ${unit + 1}（${layer.type}）`
    : `${layerInWords(layer)}的神经元 ${unit + 1}`;
}

const picturesByOverlay = {
  probability: '平面，按模型的输出着色',
  hard: '平面，按模型选择的类别着色',
  uncertainty: '平面，模型越不确定的地方颜色越深',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) {
    return space.layer.kind === 'features'
      ? '经特征变换后的数据和平面网格'
      : `经${layerInWords(space.layer)}变换后的数据和平面网格`;
  }
  if (neuron) {
    const { layer, unit } = neuron;
    return layer.kind === 'hidden'
      ? spaced(`平面，按${neuronInWords(layer, unit)}的输出着色`)
      : spaced(`平面，按${neuronInWords(layer, unit)}着色`);
  }
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: '颜色的含义',
  overlays: { probability: '概率', hard: '决策', uncertainty: '不确定性' },
  overlayNote: (overlay) =>
    ({
      probability: '概率',
      hard: '选择的类别',
      uncertainty: '不确定性：两个类别不相上下处为 1',
    })[overlay],
  noOverlay: '数值没有类别：没有决策，也没有分错的点可显示。',
  mistakes: '分错的点',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${counted(trainPoints, '个训练点')}中有 ${formatCount(train)} 个`;
    const tested =
      test === null ? '' : `、${counted(testPoints, '个测试点')}中有 ${formatCount(test)} 个`;
    return `圈出的点：${trained}${tested}落在错误的一侧。`;
  },
  className: (index) => String(index),
  region: (index) => `类别 ${index}`,
  layer: layerInWords,
  neuron: neuronInWords,
  space: '空间',
  inputSpace: '输入（平面）',
  spaceName: '某一层的空间',
  spaceNote: ({ layer }) => `${layerInWords(layer)}的空间`,
  someDrawn: (drawn, all) => `画出了 ${formatCount(all)} 个点中的 ${formatCount(drawn)} 个。`,
  spaceCaption: ({ units, of }, task) => {
    const lines = '线条是输入平面的网格，经各层变形后的样子。';
    if (of === 1) {
      return task === 'regression'
        ? '只有一个单元：横轴是它的值，纵轴是要预测的值。'
        : '只有一个单元：横轴是它的值，每个类别占一行。';
    }
    return of === 2
      ? `${lines}颜色是模型其余部分对这个空间的输出。`
      : `${lines}显示 ${formatCount(of)} 个单元中的第 ${units.map((unit) => unit + 1).join(' 和第 ')} 个：模型其余部分用到全部 ${formatCount(of)} 个，所以这个空间没有颜色。`;
  },
  unit: (unit) => `单元 ${unit + 1}`,
  unitAcross: '横轴',
  unitUp: '纵轴',
  target: '目标值',
  classes: '类别',
  points: '数据的点。用方向键在点之间移动。',
  pointKeys: '在点之间，按 M 跳到下一个分错的点。',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? '测试点' : '点'} ${formatCount(row + 1)}${among ? `（共 ${formatCount(among.count)} 个）` : ''}：${task === 'regression' ? `值 ${formatNumber(target, 2)}` : `类别 ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}，位于 ${formatNumber(x, 2)}`
      : `${point}，位于 (${formatNumber(x, 2)}, ${formatNumber(y, 2)})`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `预测 ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `类别 ${predicted}`;
    return `预测 ${said}，${isWrong ? '错误' : '正确'}`;
  },
  activations: '每一层对这个点的输出',
  noPoint: '指向平面上的一处，查看那里的情况。',
  input: '输入',
  spokenRow: ({ layer, values }) => {
    const name = layer ? layerInWords(layer) : '输入';
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}：${numbers.map(formatTight).join('，')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' 到 ');
    return `${name}：${formatCount(numbers.length)} 个值，从 ${ends}`;
  },
  numbers: '所有数值',
  openFullscreen: '全屏',
  closeFullscreen: '退出全屏',
};
