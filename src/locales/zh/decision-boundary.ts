// The words of the decision boundary in Chinese.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { counted, formatCount, formatNumber } from './grammar';

const shapes = ['圆点', '方块', '三角形', '菱形', '十字', '倒三角形', '六边形', '星形'];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: '决策边界',
  note: (task) =>
    ({
      binary: '类别 1 的概率',
      multiclass: '最可能的类别，越确定颜色越鲜明',
      regression: '预测值',
    })[task],
  diverged: ({ epoch }) => `已发散；显示最后一个有效的轮次：第 ${formatCount(epoch)} 轮`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `每个点的颜色表示它的值。${hasTest ? '圆点用于训练，菱形用于测试。' : ''}`;
    }
    const filled = hasTest ? '实心点用于训练，空心点用于测试。' : '';
    const names = shapes.slice(0, classes).map((shape, k) => `${shape}为类别 ${k}`);
    return `${names.join('，')}。${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const trained = counted(count, '个训练点');
    const points = test ? `${trained}和 ${counted(test.x.shape[0]!, '个测试点')}` : trained;
    const judged =
      wrong === null
        ? `损失 ${formatNumber(run.loss)}`
        : `${trained}中有 ${formatCount(wrong)} 个落在错误的一侧`;
    const unseen = outside ? `有 ${counted(outside, '个点')}在图的范围之外。` : '';
    return `${picture(view)}，图上有 ${points}。第 ${formatCount(run.epoch)} 轮：${judged}。${unseen}`;
  },
  probe: '探针：模型在某一点的输出。用方向键移动。',
  readingAt: (x, y) => `位于 (${formatNumber(x, 1)}, ${formatNumber(y, 1)})`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `类别 ${predicted}：${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `不确定性：${formatNumber(uncertainty, 2)}`;
    return `类别 ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}，y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}：神经元输出 ${formatNumber(value)}`;
    if (task === 'regression') return `${place}：值 ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}：类别 ${of} 的概率 ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}：类别 ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}，不确定性 ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `这幅图需要有 x 和 y 两个输入的点；这份数据有 ${formatCount(inputs)} 个输入。`,
};
