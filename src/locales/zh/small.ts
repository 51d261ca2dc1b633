// The words of the small components in Chinese: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { answer } from './answer';
import { formatCount, formatNumber, formatShort, withPercent } from './grammar';

export const figureError: Words['FigureError'] = {
  failed: '无法显示此图。',
  stopped: '训练因错误而停止。',
  notReached: '因出错，训练未能到达那里。',
  notLoaded: '无法加载这一部分；页面的网络连接还正常吗？',
  coming: '正在加载此图…',
  notPrinted: (figure) => `${figure}：打印时此图尚未加载。请再打印一次。`,
  retry: '重试',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `复制为 LaTeX：${what}`,
  copied: '已复制',
  marked: '按 Ctrl+C 或 ⌘C 复制',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: '若',
  otherwise: '否则',
  because: '因为',
};

export const spoiler: Words['Spoiler'] = {
  summary: '显示答案',
  yes: '好，显示',
  no: '先不看',
};

export const playground: Words['Playground'] = {
  name: '神经网络实验场',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = `${formatCount(points)} 个训练点`;
    const tested = testPoints === null ? '' : `、${formatCount(testPoints)} 个测试点`;
    const testLoss = run.testLoss === null ? '' : `，测试损失 ${formatNumber(run.testLoss)}`;
    const judged = wrong === null ? '' : `，${trained}中有 ${formatCount(wrong)} 个落在错误的一侧`;
    const end = run.status === 'diverged' ? '之后训练发散了。' : '';
    return `有 ${formatCount(parameters)} 个参数的模型，${trained}${tested}。第 ${formatCount(run.epoch)} 轮：损失 ${formatNumber(run.loss)}${testLoss}${judged}。${end}`;
  },
  more: '深入观察',
  layers: '每一层中的值',
  landscape: '两个权重附近的损失',
  activation: '激活函数及其斜率',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `损失不超过 ${value}`,
  testLoss: (value) => `测试损失不超过 ${value}`,
  accuracy: (value) => `准确率不低于 ${value}`,
  testAccuracy: (value) => `测试准确率不低于 ${value}`,
  epoch: (value) => `不超过 ${value} 轮`,
  maxParams: (value) => `不超过 ${value} 个参数`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    return withPercent(formatShort(Math.floor(value * 1000) / 10, 4));
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: '目标',
  open: '尚未达到',
  done: '已达到',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `当前 ${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: '先预测',
  commit: '这是我的答案',
  again: '重新回答',
  field: '你的答案',
  emptyNumber: '请先输入一个数；分数或 2 * 21 也可以。',
  emptyChoice: '请先选择一个答案。',
  emptySketch: '请先画一条曲线：在图上拖动，或用方向键移动一个点。',
  problem: answer.problem,
  youSaid: (said) => `你的答案：${said}。`,
  right: '正确。',
  wrong: (right) => `正确答案是 ${right}。`,
  see: '现在看看会发生什么。',
  locked: '请先回答；之后图才会动起来。',
  sketchName: '你画的损失曲线',
  sketchHow: '在图上拖动，或使用 Tab 键和方向键。',
  knot: (epoch) => `第 ${formatCount(epoch)} 轮的损失`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: '你的曲线',
  theRun: '实际训练',
  epoch: '轮次',
  loss: '损失',
};
