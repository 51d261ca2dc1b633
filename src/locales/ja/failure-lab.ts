// The words of the failure lab in Japanese.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { formatCount, formatShort, list } from './grammar';

export const failureLab: Words['FailureLab'] = {
  heading: '注意すること',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') {
      return `学習は発散し、エポック${formatCount(epoch)}の後で終わりました。`;
    }
    const found = [
      problems && `問題${formatCount(problems)}件`,
      watches && `要注意${formatCount(watches)}件`,
    ].filter(Boolean);
    const told = found.join('、');
    if (told) return `${told}。`;
    return epoch === 0 ? '最初のエポックの前に異常はありません。' : '今のところ異常はありません。';
  },
  kinds: {
    exploding: 'ステップの爆発',
    deadReLU: '死んだReLU',
    saturated: '飽和したニューロン',
    symmetry: 'どれも同じニューロン',
    overfitting: '過学習',
  },
  states: { fine: '良好', watch: '要注意', problem: '問題', none: '対象外' },
  fine: {
    exploding: '損失は暴走していません。',
    deadReLU: 'どのReLUも、いくつかの点で0より大きくなります。',
    saturated: '曲線の端で動かなくなったニューロンはありません。',
    symmetry: '同じ層に、同じ重みを持つニューロンはありません。',
    overfitting: '訓練損失が下がる間に、テスト損失は上がっていません。',
  },
  none: {
    exploding: '',
    deadReLU: 'このモデルの隠れ層にReLUはありません。',
    saturated: 'このモデルにシグモイドとtanhはありません。',
    symmetry: 'このモデルには、ニューロンが2つ以上ある隠れ層がありません。',
    overfitting: '比べるためのテスト点がありません。',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few = '少しあるのは普通のことで、ほかのニューロンだけで学習できます。増えてきたら、';
    const advice = {
      exploding:
        'ステップを小さくしてみてください。今は谷を飛び越えていますが、小さければ谷に下りられます。',
      deadReLU: 'ステップを小さくするか、傾きが0にならない活性化関数を試してください。',
      saturated: '最初の重みを小さくするか、ステップを小さくしてみてください。',
      symmetry: '最初の重みを乱数にしてみてください。違いがあれば、違うことを学習できます。',
      overfitting:
        'データを増やす、モデルを小さくする、大きな重みにペナルティを課す、早めに止めるなどを試してください。',
    }[kind];
    return isFew ? few + advice : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'Xavierの乱数の重み',
      learningRate !== undefined && `学習率${formatShort(learningRate)}`,
      l2 !== undefined && `L2ペナルティ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => `${remedy}でやり直す`,
  tried: (remedy) => `${remedy}でやり直しました。`,
  putBack: '元に戻す',
  goTo: (epoch) => `エポック${formatCount(epoch)}へ`,
  show: '表示する',
  shown: (unit, at, count) =>
    count === 1
      ? `ニューロン${unit + 1}を表示中`
      : `ニューロン${unit + 1}（${at + 1}/${formatCount(count)}）`,
  cause: '起こしてみる',
  causeAgain: 'もう一度',
  causeHint: (kind, again) => (again ? `もう一度：${kind}` : `起こしてみる：${kind}`),
  aside: (kind) => `これは${kind}を見せるための学習です。元のモデルは別に取ってあります。`,
  back: '元のモデルに戻る',
  weightsOnly:
    '重みは元どおりです。学習の途中で設定が変わっていたため、エポックは0から数え直します。',
  play: '再生',
  pause: '一時停止',
  step: 'ステップ',
  stepHint: 'ステップ：1エポック学習する',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `問題：${list(problems)}。` : '',
      watches.length ? `要注意：${list(watches)}。` : '',
    ].filter(Boolean);
    return parts.length ? parts.join('') : '異常はありません。';
  },
};
