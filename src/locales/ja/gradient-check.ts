// The words of the gradient check in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPower } from './grammar';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the point.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const kinds: Check['mistakes'] = {
  sign: '符号が逆',
  factor: '2倍',
  batch: 'バッチの和を取らない',
  overwrite: '+=でなく=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'の符号が逆です',
  factor: 'が本来の2倍です',
  batch: 'がバッチの和ではなく、最初のサンプルのものです',
  overwrite: 'が、足すところで上書きされます',
};

export const gradientCheck: Check = {
  heading: '勾配の検証',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `バッチ${formatCount(samples)}個`
        : samples < points
          ? `訓練点${formatCount(points)}個のうち最初の${formatCount(samples)}個`
          : `訓練点${formatCount(points)}個`,
      epoch !== null &&
        (hasDiverged
          ? `発散しました。表示は最後の有効なエポック${formatCount(epoch)}です`
          : `エポック${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join('、'),
  reading:
    '数値微分：(f(v + ε) − f(v − ε)) / 2ε。相対誤差：差を、2つの傾きのうち大きい方（どちらも1より小さければ1）で割ったもの。行を選ぶと、εごとの誤差が見られます。',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `検証した${formatCount(checked)}個（全${formatCount(size)}個）の勾配`
        : `${formatCount(checked)}個の勾配`;
    // The places of a number stay in one line.
    const furthest =
      worst && `${worst.label.replaceAll(' ', '\u00a0')}で、誤差は${amount(worst.error)}です`;
    const within = formatPower(tolerance);
    if (counts.wrong > 0) {
      return `${all}のうち${formatCount(counts.wrong)}個が一致しません。最大のずれは${furthest}。`;
    }
    if (counts.epsilon > 0) {
      return `${all}のうち${formatCount(counts.epsilon)}個は、このεでは確かめられません。別のεなら一致します。`;
    }
    if (counts.kink > 0) {
      return `${all}のうち${formatCount(counts.agrees)}個が${within}以内で一致し、${formatCount(counts.kink)}個は折れ目にあります。`;
    }
    return `${all}が${checked === 1 ? '' : 'すべて'}${within}以内で一致します。最大のずれは${furthest}。`;
  },
  meanings: {
    wrong: '規則と測定値がどのεでも違います。ここか、これより上の規則が間違っています。',
    epsilon:
      'このεではうまく測れません。大きすぎると途中で曲線が曲がり、小さすぎると桁が足りません。規則は合っています。',
    kink: '0でのReLUのように、この数からε以内で傾きが跳びます。跳びをまたぐ差分はどちら側の傾きでもないので、規則が間違っていることにはなりません。',
  },
  verdicts: {
    agrees: '一致',
    wrong: '不一致',
    epsilon: 'εが不適切',
    kink: '折れ目',
  },
  overflow: () => '数が大きすぎて検証できません。学習率を下げてやり直してください。',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'もう一度検証',
  worstFirst: 'ずれの大きい層から',
  mistake: '誤りを入れる',
  noMistake: 'なし',
  mistakes: kinds,
  mistakeIn: '入れる層',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `層${number}（${description}）に入れた誤り：${
      ownOnly
        ? `パラメータの勾配${consequences[kind]}。`
        : `下へ渡す勾配${consequences[kind]}。下の層すべてに影響します。`
    }学習そのものは、誤りなしで続きます。`,
  input: '入力',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name}（${formatCount(size)}個の数のうち、等間隔の${formatCount(checked)}個）`
          : name,
      )
      .join('、'),
  maxError: ({ maxError }) => `最大${amount(maxError)}`,
  table: (name) => `${name}：勾配（誤差の大きい順）`,
  entry: '数',
  analytic: '解析的',
  numerical: '数値的',
  error: '相対誤差',
  showAll: (count) => `${formatCount(count)}個すべて表示`,
  showFewer: '表示を減らす',
  curve: ({ label }, objective) => `εごとの∂${objective}/∂${label}の誤差`,
  rounding: '丸め誤差',
  truncation: '打ち切り誤差',
  tolerance: (tolerance) => `${formatPower(tolerance)}以内`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'どのεでも誤差はありません。';
    if (verdict === 'wrong') return 'どのεでも2つは近づきません。規則が間違っています。';
    if (verdict === 'kink') return '折れ目をまたぐ差分は、どちら側の傾きでもありません。';
    return [
      `ε = ${formatPower(epsilon)}での誤差は${amount(error)}です。`,
      truncation
        ? 'εが大きいと、曲線を直線とみなして測ることになります。'
        : 'ここでは、大きなεでも問題ありません。',
      rounding && 'εが小さすぎると、桁が失われます。',
    ]
      .filter(Boolean)
      .join('');
  },
  curveDescription: (points) =>
    `εごとの誤差：${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${formatPower(epsilon)}で${amount(error)}`)
      .join('、')}。`,
};
