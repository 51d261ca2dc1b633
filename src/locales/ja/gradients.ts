// The words of the figures about gradients in Japanese: adding up, fanning out.
import type { Words } from '../words';
import { formatCount, formatPower, formatShort, quoted } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `${name}の勾配をステップごとに`,
  note: (step) => `次はステップ${formatCount(step + 1)}`,
  zeroGrad: 'zeroGrad',
  step: '1ステップ進む',
  parameter: 'パラメータ',
  entry: '数',
  of: (count) => `/ ${formatCount(count)}`,
  previous: '前の数',
  next: '次の数',
  held: '前のステップから残った分',
  added: 'このバッチが足した分',
  used: 'オプティマイザが使う値',
  alone: 'zeroGradがあれば使う値',
  picture: (name, steps) =>
    `${formatCount(steps)}ステップの間に${name}の勾配が持っている値と受け取る値`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `このステップはgrad = 0から始まるので、gradはこのバッチの求める値${n(used)}になります。${name}は${n(moved)}だけ変わります。${zeroGrad ? '' : 'これからのステップの勾配は、これに足されます。'}`
      : `gradには前のステップの${n(held)}が残っています。バッチが${n(added)}を足し、${name}は勾配が${n(used)}であるかのように${n(moved)}だけ変わります。`,
  stepNumber: (step) => `ステップ${formatCount(step + 1)}`,
  stepToCome: '次のステップ',
  failed: () =>
    '数が大きくなりすぎて、次のステップに進めません。学習をリセットするか、前に戻ってください。',
  none: 'このモデルにはパラメータがないため、蓄積する勾配もありません。',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const fanOut: FanOut = {
  heading: (formula) => `2回使われる値：${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: '2乗' })[way],
  ways: '回路',
  rule: '分岐点で',
  rules: { add: '足す：grad += …', overwrite: '上書き：grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `${first}、次に${second}：残るのは${gradient}`,
  backward: 'backwardの∂b/∂a',
  measured: (epsilon) => `ε = ${epsilon}で測定`,
  agrees: '一致します',
  differs: (by) => `${by}の差`,
  unclear: 'このεでは判断できません',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `順伝播：aは2つの経路を通ります。一方は${a}、もう一方は${second}となり、bはその和${b}です。aの勾配はまだ0です。`;
    }
    if (step === 1) {
      return `1つ目の経路の逆伝播：この経路ではaは変わりません。bの勾配1が${first}として戻り、分岐点がそれを持ちます。`;
    }
    return rule === 'add'
      ? 'aの変化は両方の経路を通ってbに届くので、2つの勾配を足します。'
      : '2つ目の勾配が1つ目を置き換えました。aがbに届く経路が1つしかないかのようです。測定すると、間違いだと分かります。';
  },
  soFar: 'ここまでの分岐点のgrad',
  previous: '戻る',
  next: '次へ',
  step: (step, count) => `ステップ${step}/${count}`,
  picture: (formula) => `回路${formula}：aは2つの経路に分かれ、和で合流します。`,
  forward: '順伝播',
  back: '逆伝播',
  tooLarge: '数が大きすぎて計算できません。もっと小さい数を選んでください。',
  exact: (name) => `${name}の正確な値`,
  notANumber: (text) => `${quoted(text)}は数ではありません。直前の正しい値のままにします。`,
  beyond: (text) => `${quoted(text)}は大きすぎる数です。直前の正しい値のままにします。`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
