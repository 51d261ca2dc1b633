// The words of the figures about gradients in Chinese: adding up, fanning out.
import type { Words } from '../words';
import { formatCount, formatPower, formatShort, quoted } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `${name} 的梯度，一步一步看`,
  note: (step) => `接下来是第 ${formatCount(step + 1)} 步`,
  zeroGrad: 'zeroGrad',
  step: '走一步',
  parameter: '参数',
  entry: '元素',
  of: (count) => `共 ${formatCount(count)} 个`,
  previous: '上一个元素',
  next: '下一个元素',
  held: '之前各步留下的',
  added: '这个批次加上的',
  used: '优化器使用的',
  alone: '用 zeroGrad 时优化器会使用的',
  picture: (name, steps) => `${formatCount(steps)} 步中 ${name} 的梯度原有多少、又加上多少`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `这一步从 grad = 0 开始，所以 grad 就是批次给出的值：${n(used)}。${name} 变化 ${n(moved)}。${zeroGrad ? '' : '之后的步会继续往上累加。'}`
      : `grad 中还留有之前各步的 ${n(held)}。批次再加上 ${n(added)}，于是 ${name} 变化 ${n(moved)}，就像梯度是 ${n(used)} 一样。`,
  stepNumber: (step) => `第 ${formatCount(step + 1)} 步`,
  stepToCome: '下一步',
  failed: () => '下一步无法进行：数值变得太大了。请重置训练，或退回去。',
  none: '这个模型没有参数，所以没有梯度可以累加。',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const fanOut: FanOut = {
  heading: (formula) => `一个值用了两次：${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: '平方' })[way],
  ways: '计算图',
  rule: '在分叉处',
  rules: { add: '相加：grad += …', overwrite: '覆盖：grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `先是 ${first}，再是 ${second}：剩下 ${gradient}`,
  backward: 'backward 给出 ∂b/∂a',
  measured: (epsilon) => `用 ε = ${epsilon} 测得`,
  agrees: '两者一致',
  differs: (by) => `相差 ${by}`,
  unclear: '这个 ε 无法判断',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `前向：a 走两条路。一条送来 ${a}，另一条送来 ${second}，b 是它们的和 ${b}。a 的梯度还是 0。`;
    }
    if (step === 1) {
      return `沿第一条路反向，这条路上 a 没有被改变：b 的梯度 1 传回来是 ${first}，分叉处把它记下。`;
    }
    return rule === 'add'
      ? 'a 的变化沿两条路到达 b，所以它的两个梯度要相加。'
      : '第二个梯度取代了第一个，好像 a 只沿一条路到达 b。测量表明这是错的。';
  },
  soFar: '分叉处到目前为止的 grad',
  previous: '上一步',
  next: '下一步',
  step: (step, count) => `第 ${step} 步，共 ${count} 步`,
  picture: (formula) => `计算图 ${formula}：a 走两条路，两条路在一个加法处汇合。`,
  forward: '前向',
  back: '反向',
  tooLarge: '这些数太大，无法计算。请换小一些的数。',
  exact: (name) => `${name}，精确值`,
  notANumber: (text) => `${quoted(text)}不是数字；保留上一个有效的值。`,
  beyond: (text) => `${quoted(text)}太大了；保留上一个有效的值。`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
