// The words of the gradient check in Chinese.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPower } from './grammar';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the point.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const kinds: Check['mistakes'] = {
  sign: '符号相反',
  factor: '多乘 2',
  batch: '没有对批次求和',
  overwrite: '用 = 代替 +=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: '符号相反',
  factor: '是应有值的两倍',
  batch: '只来自第一个样本，而不是整个批次之和',
  overwrite: '在应当累加的地方被覆盖',
};

export const gradientCheck: Check = {
  heading: '梯度检验',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `${formatCount(samples)} 个样本的批次`
        : samples < points
          ? `使用 ${formatCount(points)} 个训练点中的前 ${formatCount(samples)} 个`
          : points === 1
            ? '使用唯一的训练点'
            : `使用全部 ${formatCount(points)} 个训练点`,
      epoch !== null &&
        (hasDiverged
          ? `已发散；显示最后一个有效的轮次：第 ${formatCount(epoch)} 轮`
          : `第 ${formatCount(epoch)} 轮`),
    ]
      .filter(Boolean)
      .join('，'),
  reading:
    '数值梯度：(f(v + ε) − f(v − ε)) / 2ε。相对误差：两者之差除以两个斜率中较大的一个，若两者都小于 1 则除以 1。选择一行，查看它在每个 ε 下的误差。',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `检验过的 ${counted(checked, '个梯度')}（共 ${formatCount(size)} 个）`
        : counted(checked, '个梯度');
    // The places of a number stay in one line.
    const furthest =
      worst && `${worst.label.replaceAll(' ', '\u00a0')}，相差 ${amount(worst.error)}`;
    if (counts.wrong > 0) {
      return `${all}中有 ${formatCount(counts.wrong)} 个不一致；最差的是 ${furthest}。`;
    }
    if (counts.epsilon > 0) {
      return `${all}中有 ${formatCount(counts.epsilon)} 个用这个 ε 无法确认；换一个 ε 则一致。`;
    }
    if (counts.kink > 0) {
      return `${all}中有 ${formatCount(counts.agrees)} 个在 ${formatPower(tolerance)} 以内一致；${formatCount(counts.kink)} 个位于折点。`;
    }
    const agree = checked === 1 ? '这个梯度' : `${all}都`;
    return `${agree}在 ${formatPower(tolerance)} 以内一致；最差的是 ${furthest}。`;
  },
  meanings: {
    wrong: '公式与测量在每个 ε 下都不一致：公式有错，错在这里或更上面。',
    epsilon: '这个 ε 测不准：太大，曲线途中会弯；太小，有效数字不够。公式是对的。',
    kink: '在离这个数不到 ε 的地方，斜率有跳变，就像 ReLU 在零处那样。跨过跳变的差分测不出任何一侧的斜率，也不能说明公式有错。',
  },
  verdicts: {
    agrees: '一致',
    wrong: '不一致',
    epsilon: 'ε 测不准',
    kink: '位于折点',
  },
  overflow: () => '数值太大，无法检验。请用更小的学习率重新开始。',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: '重新检验',
  worstFirst: '最差的层在前',
  mistake: '植入一个错误',
  noMistake: '无',
  mistakes: kinds,
  mistakeIn: '所在的层',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `已植入第 ${number} 层 ${description}：${
      ownOnly
        ? `它的参数的梯度${consequences[kind]}。`
        : `它往下传的梯度${consequences[kind]}，下面的所有层都受影响。`
    }训练本身不受这个错误影响。`,
  input: '输入',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name}（${formatCount(size)} 个数中均匀选取的 ${formatCount(checked)} 个）`
          : name,
      )
      .join('，'),
  maxError: ({ maxError }) => `最大 ${amount(maxError)}`,
  table: (name) => `${name}：梯度，误差最大的在前`,
  entry: '元素',
  analytic: '解析',
  numerical: '数值',
  error: '相对误差',
  showAll: (count) => `显示全部 ${formatCount(count)} 个`,
  showFewer: '收起',
  curve: ({ label }, objective) => `∂${objective}/∂${label} 的误差随 ε 的变化`,
  rounding: '舍入误差',
  truncation: '截断误差',
  tolerance: (tolerance) => `${formatPower(tolerance)} 以内`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return '无论 ε 取多少，都没有误差。';
    if (verdict === 'wrong') return '没有哪个 ε 能让两者接近：公式有错。';
    if (verdict === 'kink') return '跨过折点的差分不是任何一侧的斜率。';
    return [
      `ε = ${formatPower(epsilon)} 时相差 ${amount(error)}。`,
      truncation ? 'ε 大，会把曲线当成直线来量。' : 'ε 大在这里没有妨碍。',
      rounding && 'ε 极小，会丢失有效数字。',
    ]
      .filter(Boolean)
      .join('');
  },
  curveDescription: (points) =>
    `误差随 ε 的变化：${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${formatPower(epsilon)} 时 ${amount(error)}`)
      .join('；')}。`,
};
