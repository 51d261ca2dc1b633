// The words of hidden answers in Japanese.
import type { Words } from '../words';
import { either, formatCount, list, quoted } from './grammar';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: '数、分数、または式を入力して、Enterキーを押してください。',
  check: '確かめる',
  checkNamed: (name) => `${name}を確かめる`,
  show: '表示',
  showNamed: (name) => `${name}を表示`,
  hide: '隠す',
  hideNamed: (name) => `${name}を隠す`,
  showAnswer: '答えを表示',
  right: '正解',
  shown: '表示済み',
  isRight: (name, value) => `正解です。${name} = ${value}。`,
  isShown: (name, value) => `${name} = ${value}。`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `合っていますが、${formatCount(given)}桁までです。${formatCount(digits)}桁まで答えてください。`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? `（${problem.place}文字目）` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient'
        ? '0ではありません。少し変えると、結果も変わります。'
        : '0ではありません。';
    case 'sign':
      return '大きさは合っていますが、符号が違います。';
    case 'oneSample': {
      const which = hint.row === null ? '1つのサンプル' : `サンプル${hint.row + 1}`;
      return `それは${which}の分だけです。バッチの${formatCount(hint.batch)}個すべてを足してください。`;
    }
    case 'mean':
      return `それはバッチの平均です。求めるのは${formatCount(hint.batch)}個のサンプルの和です。`;
    case 'sampleMissing':
      return hint.row === null
        ? 'バッチのサンプルが1つ、和から抜けています。'
        : `バッチのサンプル${hint.row + 1}が、和から抜けています。`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      return `積に${hint.factors === null ? '因子の1つ' : list(hint.factors)}が足りません。`;
    case 'twice':
      return `${hint.factor ?? '因子の1つ'}が2回入っています。`;
    case 'divided':
      return `${hint.factor ?? '因子の1つ'}を掛けるところで、割っています。`;
    case 'inverse':
      return 'それは逆数です。分子と分母が入れ替わっています。';
    case 'added':
      return 'それは因子の和です。求めるのは積です。';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'それは答えの半分です。';
    case 'double':
      return 'それは答えの2倍です。';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return hint.exponent > 0
        ? `数字の並びは合っていますが、答えの${times}倍になっています。`
        : `数字の並びは合っていますが、答えの${times}分の1になっています。`;
    }
    case 'close':
      return `惜しいですが、${formatCount(hint.digits)}桁までは合っていません。`;
    case 'unknown':
      return tries < 2 ? 'まだ違います。' : `まだ違います。${sayDifference(hint)}。`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `それは${either(factors)}だけです。求めるのはすべての積です。`;
  const others = list(rest);
  return isLocal
    ? `それは局所的な傾き${factors[0]}だけです。${others}を掛けてください。`
    : `それは${factors[0]}だけです。さらに${others}を掛ける必要があります。`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `それは${name}です。求めるのは別のものです。`;
  return is === 'value'
    ? `それは順伝播の値${name}です。求めるのは微分です。`
    : `それは微分${name}です。求めるのは値です。`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const [end, sign] = signDiffers ? ['て', '、符号も逆です'] : ['ます', ''];
  if (size === 'same')
    return `0からの距離はほぼ同じ${signDiffers ? 'ですが、符号が逆です' : 'です'}`;
  return `${size === 'tooLarge' ? '0から離れすぎてい' : '0に近すぎ'}${end}${sign}`;
}

const expected = {
  number: '数',
  operator: '+や×などの演算記号',
  opening: '開き括弧',
  closing: '閉じ括弧',
  exponent: '指数の数',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'まだ何も入力されていません';
    case 'tooLong':
      return `${formatCount(problem.limit)}文字を超えています`;
    case 'tooDeep':
      return `括弧や記号の入れ子が${formatCount(problem.limit)}段を超えています`;
    case 'expected': {
      const after = problem.after === null ? '' : `${problem.after}の後に`;
      return `${after}${expected[problem.what]}が必要です`;
    }
    case 'unopened':
      return 'この括弧に対応する開き括弧がありません';
    case 'unknownName': {
      const known = problem.known.length
        ? `使える名前は${list(problem.known)}です`
        : '数を使ってください';
      return `${quoted(problem.name)}は分かりません。${known}`;
    }
    case 'unknownSign':
      return `${quoted(problem.sign)}は読み取れません`;
    case 'divisionByZero':
      return '0で割っています';
    case 'rootOfNegative':
      return '負の数にこの根はありません';
    case 'logarithm':
      return '対数があるのは0より大きい数だけです';
    case 'tooLarge':
      return '結果の数が大きすぎます';
    case 'notFinite':
      return `${problem.name}は今は数ではありません`;
  }
}
