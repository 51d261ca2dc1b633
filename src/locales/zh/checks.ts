// The words of the checks of a reader's code in Chinese.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { formatCount, formatNumber, spaced } from './grammar';

const points = (count: number) =>
  count === 1 ? '一个点' : `一次传入的 ${formatCount(count)} 个点`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `形状 [${sizes.join(', ')}]` : '单个数的形状';
// Whole factors as they are said: 4, and not 4.000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name}是 ${complaint.got}；是不是漏了 return？`;
    case 'odd':
      return `${name}的类型是 ${complaint.type}；应为列表中的数`;
    case 'ragged':
      return `${name}不是由数组成的表；每一行的长度要相同，而且只能包含数`;
    case 'shape': {
      const why = complaint.isTurned ? '；行和列颠倒了' : '';
      return `${name}是${shape(complaint.got)}；应为${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? '计算中碰到了不是数的东西，多半是下标超出了列表的末尾'
        : '有一个数无限增大了';
      return `${name}${complaint.place} 是 ${complaint.value}：${why}`;
    }
    case 'mistake':
      return `${name}${complaint.words}`;
    case 'zero':
      return `${name}处处还是零；没有往里面放任何值`;
    case 'sign':
      return `${name}的符号处处相反`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? '，符号也相反' : '';
      const small = '：对批次求和，不要做除法';
      const large = '：每个点只能加一次';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      const size = isTooSmall
        ? `太小，只有应有值的 1/${inTimes(times)}`
        : `太大，是应有值的 ${inTimes(times)} 倍`;
      return `${name}的形状对了，但数值${size}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1 ? `（${formatCount(count)} 个数中有 ${formatCount(wrong)} 个不对）` : '';
      return `${name}${place} 是 ${formatNumber(got)}；应为 ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return '输出';
    case 'named':
      return `${value.name}`;
    case 'afterTwoCalls':
      return `调用两次之后，${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? '一步' : '两步'}之后，${value.name}`;
    case 'afterZeroGrad':
      return `zeroGrad 之后，${value.name} 的梯度`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? '一轮' : '两轮'}之后，${value.name}`;
    case 'given':
      return `传给 ${value.call} 的值`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forward 对${points(count)}给出 ${formula}`,
  anyFunction: '每个数对应的一个数',
  input: (count) => `backward 对${points(count)}返回 dObj/dIn`,
  parameter: (name, count) => `backward 对${points(count)}累加到 ${name}`,
  addsUp: (name) => `两次调用 backward，${name} 会累加`,
  step: 'step 按学习率让每个参数朝梯度的反方向移动',
  zeroGrad: 'zeroGrad 把每个梯度清零',
  twoSteps: '连续进行两个训练步',
  asked: '用四个点询问模型',
  goesBack: '梯度反向经过模型',
  oneEpoch: '一轮训练让每个数朝梯度的反方向移动',
  secondEpoch: '第二轮从清零的梯度开始',
  notCalled: (call, given) => `没有调用 ${call}；它应当得到 ${given}`,
  value: valueName,
  complaint: (name, complaint) => spaced(complaintOf(name, complaint)),
  undefined: (name) => `缺少 ${name}；检查时按这个名称查找`,
  notLoaded: '无法加载检查代码的程序；页面的网络连接还正常吗？按“检查我的代码”可再试一次。',
  noNumber: (layer, what, number, at) =>
    `${layer} 在 ${formatNumber(at)} 处给出${what === 'slope' ? '斜率' : ''} ${number}；它在任何地方都应给出一个数`,
};
