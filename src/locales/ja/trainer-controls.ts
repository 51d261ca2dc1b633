// The words of the controls in Japanese: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = { falling: '減少中', rising: '増加中', flat: '横ばい', diverging: '発散中' };

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: '学習の操作',
  play: '再生',
  pause: '一時停止',
  replay: 'もう一度',
  step: 'ステップ',
  stepHint: 'ステップ：1エポック学習する',
  stepBy: (unit) => (unit === 'batch' ? '1バッチ進む' : '1層進む'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? '1バッチ進む：1つのバッチで学習する'
      : '1層進む：順伝播または逆伝播で1つの層を通る',
  stepUnit: '進む単位',
  unit: (unit) => ({ layer: '層', batch: 'バッチ', epoch: 'エポック' })[unit],
  layer: (number, type) => `層${number}（${type}）`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `順伝播：${layer}`;
    if (kind === 'backward') return `逆伝播：${layer}`;
    if (kind === 'loss') return 'バッチの損失';
    return step === 0 ? '学習ステップの間' : `重みを更新、学習ステップ${formatCount(step)}`;
  },
  reset: 'リセット',
  resetHint: 'リセット：同じ重みからやり直す',
  newWeights: '新しい重み',
  newWeightsHint: '新しい重み：別の乱数の重みからやり直す',
  newData: '新しいデータ',
  newDataHint: '新しいデータ：別の点を選び、同じ重みからやり直す',
  ownData: 'これらの点は指定されたものなので、別の点は選べません。',
  epoch: 'エポック',
  loss: '損失',
  wrong: (wrong, count) => `誤り${formatCount(wrong)}/${formatCount(count)}`,
  timeline: 'エポックへ移動',
  timelineAt: (epoch, last) => `${formatCount(epoch)}/${formatCount(last)}`,
  timelineEmpty: 'まだ学習していません',
  announce: ({ status, epoch, loss }) => {
    const where = `エポック${formatCount(epoch)}、損失${formatNumber(loss)}`;
    if (status === 'running') return `学習を始めました。${where}。`;
    if (status === 'paused') return `一時停止しました。${where}。`;
    if (status === 'done') return `終了しました。${where}。`;
    if (status === 'diverged') return `発散しました。最後の有効な状態は${where}。`;
    return `準備ができました。${where}。`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `エポック${formatCount(epoch)}、損失${formatNumber(loss)}、${trends[trend]}、` +
    (wrong === null
      ? `典型的な誤差${formatNumber(error)}。`
      : `${formatCount(count)}個のうち${formatCount(wrong)}個が誤り。`),
  ofRun: (name, number, sentence) => `${name ?? `学習${formatCount(number)}`}：${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where = divergence && divergence.layer !== 'loss' ? `（最初は${divergence.layer}）` : '';
    return (
      `数が際限なく大きくなりました${where}。` +
      `表示は最後の有効なエポック${formatCount(epoch)}です。学習率を下げて、リセットしてください。`
    );
  },
};
