// The words of the data editor in Chinese.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, list, quoted } from './grammar';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: '四个点',
  moons: '双月',
  circles: '同心圆',
  xor: 'XOR',
  spiral: '螺旋',
  gauss: '高斯分布',
  checkerboard: '棋盘',
  rings: '圆环',
  blobs: '点团',
  spirals: '多臂螺旋',
  plane: '斜面',
  bumps: '山丘',
  sine: '正弦',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `缺少 ${problem.column}；每行应有 x、y 和 label`;
    case 'notANumber':
      return `${quoted(problem.cell)}不是数字`;
    case 'columns':
      return `列名是 ${list(problem.names)}；应为 x、y 和 label`;
    case 'noText':
      return '没有文本；需要含 x、y 和 label 的行';
    case 'onlyHeader':
      return '只有表头，下面没有点';
  }
}

export const dataEditor: Editor = {
  heading: '数据',
  plane: '平面上的点',
  keys: '方向键移动光标，配合 Shift 移动得更远，配合 Alt 移动得更细。回车键添加一个点，或拿起一个点再放下。N 和 P 在点之间移动，Delete 删除，数字键选择类别，Esc 把拿起的点放回原处。',
  tools: '工具',
  tool: { add: '添加', move: '移动', erase: '擦除', spray: '喷洒' },
  hint: (tool, task) =>
    ({
      add: `点按平面，添加一个所选${task === 'regression' ? '值' : '类别'}的点；拖动点可以移动它。`,
      move: '拖动点来移动它。',
      erase: '点按点，或在点上划过，将其删除。',
      spray: '在平面上拖动，喷洒出点。选用这个工具时，手指在平面上划动不会滚动页面。',
    })[tool],
  classes: '类别',
  classOf: (label) => `类别 ${label}`,
  addClass: '添加类别',
  value: '值',
  part: '新点用于',
  partOf: { train: '训练', test: '测试' },
  undo: '撤销',
  redo: '重做',
  clear: '清空',
  empty: '点按这里，放下第一个点。',
  needsPoints: '请至少添加一个训练点；在此之前，训练继续使用上一份数据。',
  full: (most) => `已有 ${formatCount(most)} 个点，这是编辑器的上限。`,
  large: '点这么多时，训练会在拖动结束后再更新。',
  dataset: '数据集',
  datasetName: (name) => datasets[name],
  own: '手绘',
  groups: { binary: '两个类别', multiclass: '多个类别', regression: '数值' },
  points: '点数',
  noise: '噪声',
  split: '测试集比例',
  seed: '随机种子',
  newSample: '重新抽样',
  ownLocked: '手绘的点没有噪声和随机种子；要调整它们，请选择一个数据集。',
  csv: '粘贴或打开 CSV',
  paste: '含 x、y 和 label 的行',
  file: '打开文件',
  drop: '或把文件拖到平面上',
  found: ({ points, classNames }, task, classes) =>
    `${counted(points.length, '个点')}，` +
    (task === 'regression'
      ? '各带一个数值'
      : `${counted(classes, '个类别')}${classNames.length ? `（${classNames.join('、')}）` : ''}`),
  errors: (count) => `${counted(count, '行无法读取')}：`,
  line: (line, _, problem) => `第 ${formatCount(line)} 行：${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) => `请输入 ${formatCount(low)} 到 ${formatCount(high)} 之间的整数。`,
  moreErrors: (count) => `还有 ${counted(count, '处')}`,
  take: (count) => `使用 ${counted(count, '个点')}`,
  takeGood: (count) => `使用 ${counted(count, '个正确的行')}`,
  cancel: '取消',
  tooLarge: `超过了 500 万个字符或 ${formatCount(100_000)} 行；一个页面无法容纳或绘制这么多点。`,
  downloadTrain: '下载训练集 CSV',
  downloadTest: '下载测试集 CSV',
  noTest: '没有测试点。',
  count: (train, test) =>
    `${formatCount(train)} 个用于训练${test ? `，${formatCount(test)} 个用于测试` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}，y ${formatNumber(y, 2)}${under ? `：${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `类别 ${label}`) =>
    `点 ${formatCount(index + 1)}，共 ${formatCount(count)} 个，${task === 'regression' ? `值 ${formatNumber(label, 2)}` : name}${part === 'test' ? '，用于测试' : ''}，位于 x ${formatNumber(x, 2)}，y ${formatNumber(y, 2)}`,
  added: '已添加。',
  removed: '已删除。',
  picked: '已拿起；方向键移动，回车键放下，Esc 放回原处。',
  dropped: '已放下。',
  undone: '已撤销。',
  redone: '已重做。',
};
