// The words of exported programs and of comparisons in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `エポック${formatCount(epoch)}の損失`
    : `エポック${formatCount(epoch)}から${formatCount(epoch + epochs - 1)}までの損失`;

export const exportProgram: Export = {
  heading: (format) => `この学習を${names[format]}で`,
  formats: names,
  choose: 'ライブラリ',
  weights: '開始時の重み',
  initial: '初期の重み',
  now: '現在の重み',
  note: ({ lines }) => `Pythonで${formatCount(lines)}行`,
  caption: (shown) =>
    shown.weights === 'initial'
      ? `同じ重み、同じ点、同じ順序で、この学習を${names[shown.format]}で最初から繰り返し、${printed(shown)}を出力します。`
      : `エポック${formatCount(shown.epoch)}の後の重みから始めて、${printed(shown)}を出力します。学習が進んでいる間、プログラムは変わりません。`,
  copy: 'コピー',
  copied: 'コピーしました',
  marked:
    'このページではコピーが許可されていません。プログラムを選択したので、Ctrl+Cまたは⌘Cを押してください。',
  download: 'ダウンロード',
  downloadNamed: (fileName) => `${fileName}をダウンロード`,
  listing: (format) => `${names[format]}のプログラム`,
  description: ({ format, lines, weights, epoch }, model) =>
    `${weights === 'initial' ? '初期の重み' : `エポック${formatCount(epoch)}の後の重み`}から` +
    `${model}を学習する、${formatCount(lines)}行の${names[format]}のプログラム。`,
};

export const compare: Words['Compare'] = {
  heading: '比較',
  caption:
    '上は平面に対する各モデルの出力、下はエポックごとの損失です。点、シード、エポックはすべて同じで、グラフの軸も共通です。',
  play: 'すべて再生',
  pause: '一時停止',
  step: 'ステップ',
  stepHint: 'ステップ：すべてのモデルを1エポック学習する',
  reset: 'リセット',
  resetHint: 'リセット：同じ重みからすべてやり直す',
  newWeights: '新しい重み',
  newWeightsHint: '新しい重み：次のシードからすべてやり直す',
  models: {
    minimal: '最小',
    shallow: '浅い',
    deep: '深い',
    overParametrised: '過剰パラメータ',
  },
  controls: 'すべての学習の操作',
  epoch: 'エポック',
  parameters: (count) => `パラメータ${formatCount(count)}個`,
  boundary: (name) => `決定境界、${name}`,
  loss: (name) => `損失、${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `、テスト${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? '（発散）' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `エポック${formatCount(epoch)}。損失の小さい順：${told.join('；')}。`;
  },
};
