// The words of hidden answers in Arabic.
import type { Words } from '../words';
import { code, counted, either, formatCount, list, quoted } from './grammar';
import { noun } from './nouns';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => code(`${name} = ?`),
  placeholder: '?',
  howTo: 'يُكتب عدد أو كسر أو تعبير، ثم يُضغط Enter.',
  check: 'تحقق',
  checkNamed: (name) => `تحقق ${name}`,
  show: 'إظهار',
  showNamed: (name) => `إظهار ${name}`,
  hide: 'إخفاء',
  hideNamed: (name) => `إخفاء ${name}`,
  showAnswer: 'إظهار الجواب',
  right: 'صحيح',
  shown: 'معروض',
  isRight: (name, value) => `صحيح: ${code(`${name} = ${value}`)}.`,
  isShown: (name, value) => `${code(`${name} = ${value}`)}.`,
  computed: (typed, value) => code(`${typed} = ${value}`),
  coarse: (given, digits) =>
    `صحيح، لكن بدقة ${digitCount(given)} فقط؛ والمطلوب ${formatCount(digits)}.`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? ` (الموضع ${problem.place})` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

const factorName = (name: string | null) => (name === null ? 'أحد العوامل' : code(name));
const digitCount = (count: number) => counted(count, noun.digitOf);

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient' ? 'ليس 0: للتغيير الصغير أثر.' : 'ليس 0.';
    case 'sign':
      return 'القيمة المطلقة صحيحة، لكن الإشارة ليست كذلك.';
    case 'oneSample': {
      const which = hint.row === null ? 'مثال واحد' : `المثال ${hint.row + 1}`;
      return `هذه حصة ${which}؛ والمطلوب جمع حصص كل أمثلة الدفعة (${formatCount(hint.batch)}).`;
    }
    case 'mean':
      return `هذا متوسط الدفعة؛ والمطلوب مجموع أمثلتها (${formatCount(hint.batch)}).`;
    case 'sampleMissing':
      return hint.row === null
        ? 'ينقص المجموعَ مثال من الدفعة.'
        : `ينقص المجموعَ المثال ${hint.row + 1} من الدفعة.`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      return `ينقص الجداءَ ${hint.factors === null ? 'عامل' : list(hint.factors.map(code))}.`;
    case 'twice':
      return `${factorName(hint.factor)} وارد مرتين.`;
    case 'divided':
      return `جرت القسمة على ${factorName(hint.factor)} بدل الضرب.`;
    case 'inverse':
      return 'هذا هو المقلوب: البسط والمقام متبادلان.';
    case 'added':
      return 'هذا مجموع العوامل؛ والمطلوب جداؤها.';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'هذا نصف الجواب.';
    case 'double':
      return 'هذا ضعف الجواب.';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return `الأرقام صحيحة، لكن العدد ${hint.exponent > 0 ? 'أكبر' : 'أصغر'} مما يجب ${times} مرة.`;
    }
    case 'close':
      return `قريب، لكنه غير صحيح بدقة ${digitCount(hint.digits)}.`;
    case 'unknown':
      return tries < 2 ? 'ليس بعد.' : `ليس بعد: ${sayDifference(hint)}.`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `هذا ${either(factors.map(code))} وحده؛ والمطلوب جداء الكل.`;
  const others = list(rest.map(code));
  return isLocal
    ? `هذا الميل المحلي ${code(factors[0]!)} وحده؛ ويبقى ضربه في ${others}.`
    : `هذا ${code(factors[0]!)} وحده؛ ويبقى الضرب في ${others}.`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `هذا ${code(name)}؛ والمطلوب شيء آخر.`;
  return is === 'value'
    ? `هذا ${code(name)}، وهو قيمة من التمرير الأمامي؛ والمطلوب المشتقة.`
    : `هذا ${code(name)}، وهو مشتقة؛ والمطلوب القيمة.`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? '، والإشارة معاكسة' : '';
  if (size === 'same') return `البعد عن 0 صحيح تقريبًا${sign}`;
  return `العدد ${size === 'tooLarge' ? 'أبعد عن' : 'أقرب إلى'} 0 مما يجب${sign}`;
}

const expected = {
  number: 'عدد',
  operator: 'رمز مثل + أو ×',
  opening: 'قوس فتح',
  closing: 'قوس إغلاق',
  exponent: 'عدد في الأس',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'لم يُكتب شيء بعد';
    case 'tooLong':
      return `النص أطول من ${formatCount(problem.limit)} حرف`;
    case 'tooDeep':
      return `الأقواس أو الرموز المتداخلة أكثر من ${formatCount(problem.limit)}`;
    case 'expected': {
      const after = problem.after === null ? '' : ` بعد ${problem.after}`;
      return `ينقص ${expected[problem.what]}${after}`;
    }
    case 'unopened':
      return 'هذا القوس لم يُفتح';
    case 'unknownName': {
      const known = problem.known.length
        ? `الأسماء المعروفة: ${list(problem.known)}`
        : 'تُستعمل هنا الأعداد';
      return `${quoted(problem.name)} غير معروف هنا؛ ${known}`;
    }
    case 'unknownSign':
      return `لا يمكن قراءة ${quoted(problem.sign)} هنا`;
    case 'divisionByZero':
      return 'هذه قسمة على صفر';
    case 'rootOfNegative':
      return 'ليس للعدد السالب جذر كهذا';
    case 'logarithm':
      return 'اللوغاريتم للأعداد الأكبر من 0 فقط';
    case 'tooLarge':
      return 'الناتج عدد كبير جدًا';
    case 'notFinite':
      return `${problem.name} ليس عددًا الآن`;
  }
}
