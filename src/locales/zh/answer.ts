// The words of hidden answers in Chinese.
import type { Words } from '../words';
import { counted, either, formatCount, list, quoted, spaced } from './grammar';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: '输入一个数、分数或算式，然后按回车键。',
  check: '检查',
  checkNamed: (name) => `检查 ${name}`,
  show: '显示',
  showNamed: (name) => `显示 ${name}`,
  hide: '隐藏',
  hideNamed: (name) => `隐藏 ${name}`,
  showAnswer: '显示答案',
  right: '正确',
  shown: '已显示',
  isRight: (name, value) => `正确：${name} = ${value}。`,
  isShown: (name, value) => `${name} = ${value}。`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `对了，但只精确到 ${digitCount(given)}；需要 ${formatCount(digits)} 位。`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? `（第 ${problem.place} 个字符处）` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

const digitCount = (count: number) => counted(count, '位有效数字');

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient' ? '不是 0：微小的变化是有影响的。' : '不是 0。';
    case 'sign':
      return '大小对了，符号不对。';
    case 'oneSample': {
      const which = hint.row === null ? '一个样本' : `样本 ${hint.row + 1} `;
      return `这只是${which}的贡献；请把批次中 ${formatCount(hint.batch)} 个样本的贡献加起来。`;
    }
    case 'mean':
      return `这是批次的平均值；要求的是 ${formatCount(hint.batch)} 个样本之和。`;
    case 'sampleMissing':
      return hint.row === null
        ? '求和时漏掉了批次中的一个样本。'
        : `求和时漏掉了批次中的样本 ${hint.row + 1}。`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      return `乘积中少了${hint.factors === null ? '一个因子' : ` ${list(hint.factors)}`}。`;
    case 'twice':
      return spaced(`${hint.factor ?? '有一个因子'}乘了两次。`);
    case 'divided':
      return spaced(`应当乘以${hint.factor ?? '某个因子'}，你却除以了它。`);
    case 'inverse':
      return '这是倒数：分子和分母颠倒了。';
    case 'added':
      return '这是各因子之和；要求的是它们的乘积。';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return '这是答案的一半。';
    case 'double':
      return '这是答案的两倍。';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return hint.exponent > 0
        ? `数字对了，但大了，是答案的 ${times} 倍。`
        : `数字对了，但小了，只有答案的 1/${times}。`;
    }
    case 'close':
      return `很接近，但前 ${digitCount(hint.digits)}还不全对。`;
    case 'unknown':
      return tries < 2 ? '还不对。' : `还不对：${sayDifference(hint)}。`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `这只是 ${either(factors)}；要求的是所有因子的乘积。`;
  const others = list(rest);
  return isLocal
    ? `这只是局部斜率 ${factors[0]}；还要乘以 ${others}。`
    : `这只是 ${factors[0]}；还要乘以 ${others}。`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `这是 ${name}；要求的是另一个量。`;
  return is === 'value'
    ? `这是 ${name}，是前向传播的值；要求的是导数。`
    : `这是 ${name}，是导数；要求的是值。`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? '，而且符号相反' : '';
  if (size === 'same') return `离 0 的远近差不多${sign}`;
  return `离 0 太${size === 'tooLarge' ? '远' : '近'}了${sign}`;
}

const expected = {
  number: '一个数',
  operator: '一个运算符，如 + 或 ×',
  opening: '一个左括号',
  closing: '一个右括号',
  exponent: '一个作为指数的数',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return '还没有输入';
    case 'tooLong':
      return `超过了 ${formatCount(problem.limit)} 个字符`;
    case 'tooDeep':
      return `括号或符号的嵌套超过了 ${formatCount(problem.limit)} 层`;
    case 'expected': {
      const after = problem.after === null ? '' : `${problem.after} 后面`;
      return `${after}缺少${expected[problem.what]}`;
    }
    case 'unopened':
      return '这个右括号没有对应的左括号';
    case 'unknownName': {
      const known = problem.known.length ? `可以用的名称有 ${list(problem.known)}` : '请使用数字';
      return `这里没有${quoted(problem.name)}；${known}`;
    }
    case 'unknownSign':
      return `这里不能使用${quoted(problem.sign)}`;
    case 'divisionByZero':
      return '除数为零';
    case 'rootOfNegative':
      return '负数没有这样的方根';
    case 'logarithm':
      return '只有大于 0 的数才有对数';
    case 'tooLarge':
      return '结果太大了';
    case 'notFinite':
      return `${problem.name} 目前不是有限的数`;
  }
}
