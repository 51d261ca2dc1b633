// The words of exported programs, opened models and comparisons in Chinese.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `第 ${formatCount(epoch)} 轮的损失`
    : `第 ${formatCount(epoch)} 到 ${formatCount(epoch + epochs - 1)} 轮的损失`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial' ? '初始权重' : `第 ${formatCount(epoch)} 轮之后的权重`;

export const exportProgram: Export = {
  heading: (format) =>
    format === 'onnx' ? `这个模型的 ${names[format]} 文件` : `用 ${names[format]} 写出这次训练`,
  formats: names,
  choose: '程序库',
  weights: '起始权重',
  initial: '初始权重',
  now: '当前权重',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${counted(lines, '行')} Python`
      : `${counted(nodes, '个节点')}，${counted(bytes, '字节')}`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `文件的内容：从点 x 到预测 y 的计算图，带有${weightsOf(shown)}。ONNX Runtime 可以运行它，也可以在这里重新打开。`
      : shown.weights === 'initial'
        ? `它用 ${names[shown.format]} 从头重复这次训练，权重、点和顺序都相同，并输出${printed(shown)}。`
        : `它从第 ${formatCount(shown.epoch)} 轮之后的权重开始，并输出${printed(shown)}。训练进行时，程序保持不变。`,
  copy: '复制',
  copied: '已复制',
  marked: '页面不能复制；程序已选中，请按 Ctrl+C 或 ⌘C。',
  download: '下载',
  downloadNamed: (fileName) => `下载 ${fileName}`,
  loading: '正在写入文件……',
  notLoaded: '无法加载写入 ONNX 文件的程序；页面的网络连接还正常吗？',
  listing: (format) => `${names[format]} ${format === 'onnx' ? '计算图' : '程序'}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `计算 ${model} 的 ONNX 文件，带有${weightsOf(shown)}。`
      : `一个 ${counted(shown.lines, '行')}的 ${names[shown.format]} 程序，从${weightsOf(shown)}开始训练 ${model}。`,
};

export const importModel: Words['ImportModel'] = {
  heading: '从文件打开模型',
  open: '打开模型',
  drop: '.onnx 文件，或保存为 JSON 的模型；也可以拖到这里',
  reading: (fileName) => `正在读取 ${fileName}……`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}：${model}，${counted(parameters, '个参数')}。训练从它开始。` +
    (loss === null ? '' : `按最后一层的要求，损失函数现在是 ${loss}。`),
  refused: (fileName) => `无法打开 ${fileName}。`,
  tooLarge: (most) => `文件超过 ${counted(most, '字节')}；页面上训练的是更小的模型。`,
  notLoaded: '无法加载读取 ONNX 文件的程序；页面的网络连接还正常吗？',
  unreadable: '无法读取文件；它可能已被移动或删除。',
  onlyOne: '这里有多个文件；请只拖入一个。',
};

export const compare: Words['Compare'] = {
  heading: '对比',
  caption:
    '上方是每个模型在平面上的输出，下方是它每一轮的损失。所有模型的点、随机种子和轮次都相同，所有图表的坐标轴也相同。',
  play: '全部开始',
  pause: '暂停',
  step: '单步',
  stepHint: '单步：每个模型训练一轮',
  reset: '重置',
  resetHint: '重置：全部用相同的权重重新开始',
  newWeights: '新权重',
  newWeightsHint: '新权重：全部用下一个随机种子重新开始',
  models: {
    minimal: '最小',
    shallow: '浅',
    deep: '深',
    overParametrised: '过参数化',
  },
  controls: '所有训练的控件',
  epoch: '轮次',
  parameters: (count) => counted(count, '个参数'),
  boundary: (name) => `决策边界，${name}`,
  loss: (name) => `损失，${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `，测试 ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? '（已发散）' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `第 ${formatCount(epoch)} 轮。损失从低到高：${told.join('；')}。`;
  },
};
