// What each step of the chain rule is called and does, in Chinese.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { counted, formatCount, list } from './grammar';

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;

function madeBy(layers: number, objective: string): string {
  if (layers === 0) return `没有函数作用于它：它就是 ${objective}。`;
  return layers === 1
    ? `经过一个函数，它变成 ${objective}。`
    : `依次经过 ${formatCount(layers)} 个函数，它变成 ${objective}。`;
}

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `把输入乘以 ${k}`,
  Square: () => '把结果平方',
  Linear: ([weight, bias]) => `乘以权重 ${weight}，再加上偏置 ${bias}`,
  ReLU: () => '正数原样通过，其余变为 0',
  LeakyReLU: () => '正数原样通过，其余只通过一小部分',
  Sigmoid: () => '把每个数压缩到 0 和 1 之间',
  Tanh: () => '把每个数压缩到 −1 和 1 之间',
  Softplus: () => '大的数几乎原样通过，越往下越平滑地趋于 0',
  Softmax: () => '把这些数变成概率，总和为 1',
  Sin: () => '取正弦',
  Dropout: () => '使用模型时，每个数都原样通过',
  LayerNorm: () => '把这些数变成均值为 0、方差为 1，再缩放和平移',
  Residual: () => '把内层的计算结果加到它的输入上',
  Features: () => '由坐标计算特征',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `应用 ${description}`;

export const titles: StepSentences = {
  start: () => '起点',
  forward: ({ formula }) => `前向：${formula}`,
  objective: ({ formula }) => `前向：${formula}`,
  backwardObjective: ({ objective, input }) => `反向：${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `反向：${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `反向：${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `反向：${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `反向：${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => '检验：数值斜率',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const parameters = given.parameters.length ? `和参数 ${list(given.parameters)}` : '';
    const batch = samples > 1 ? `批次中有 ${counted(samples, '个样本')}。` : '';
    return `给定输入 ${given.input}${parameters && ` ${parameters}`}。${madeBy(layers, objective)}${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}：${facts.numbers}。`
      : `${doing(facts)}。以一个单元为例：${facts.numbers}。`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `把所有输出加起来，得到一个可以求导的数：${objective} = ${value}。`
      : `把 ${input} 与目标 ${target} 比较：损失为 ${objective} = ${value}。`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `反向传播开始：每个输出在 ${objective} 中计一次，所以每个斜率都是 1。`
      : `反向传播开始：模型的输出变化时损失如何变化，${d(objective, input)} = ${gradient}。`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `把传来的 ${d(objective, output)} 乘以局部斜率 ${d(output, input)}，多条路径汇合处则相加：${facts.product}。`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `${right} 的斜率是 ${how.join(' = ')}：${input} 变化一点，${objective} 的变化是它的 ${local} 倍。`
      : `把传来的 ${facts.incoming} 乘以局部斜率 ${how.at(0) === local ? local : `${localFormula} = ${local}`}：${facts.product}。`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `同样用传来的 ${incoming}，乘以另一个斜率 ${first.formula} = ${first.local}：${first.product}。`;
    }
    const whole = slopes.map(({ product }) => product).join('；');
    return samples === 1
      ? `同样用传来的梯度，乘以对 ${list(slopes.map(({ name }) => name))} 的斜率：${whole}。`
      : `同样用传来的梯度。每个样本都把自己的贡献加上去（+=），所以梯度是整个批次之和：${whole}。`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon} 与 ${given.input} 相比太小了：对计算机来说，${moved} + ε 就等于 ${moved}，所以测得的斜率是 ${measured}。链式法则给出 ${analytic}。`
      : `让 ${moved} 变化 ε = ${epsilon}，再测量：(${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}。链式法则给出 ${analytic}。`,
};
