// The words of exported programs, opened models and comparisons in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `エポック${formatCount(epoch)}の損失`
    : `エポック${formatCount(epoch)}から${formatCount(epoch + epochs - 1)}までの損失`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial' ? '初期の重み' : `エポック${formatCount(epoch)}の後の重み`;

export const exportProgram: Export = {
  heading: (format) => `${format === 'onnx' ? 'このモデル' : 'この学習'}を${names[format]}で`,
  formats: names,
  choose: 'ライブラリ',
  weights: '開始時の重み',
  initial: '初期の重み',
  now: '現在の重み',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `Pythonで${formatCount(lines)}行`
      : `ノード${formatCount(nodes)}個、${formatCount(bytes)}バイト`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `ファイルの中身は、点xから予測yへのグラフと${weightsOf(shown)}です。ONNX Runtimeで実行でき、ここで再び開くこともできます。`
      : shown.weights === 'initial'
        ? `同じ重み、同じ点、同じ順序で、この学習を${names[shown.format]}で最初から繰り返し、${printed(shown)}を出力します。`
        : `エポック${formatCount(shown.epoch)}の後の重みから始めて、${printed(shown)}を出力します。学習が進んでいる間、プログラムは変わりません。`,
  copy: 'コピー',
  copied: 'コピーしました',
  marked:
    'このページではコピーが許可されていません。プログラムを選択したので、Ctrl+Cまたは⌘Cを押してください。',
  download: 'ダウンロード',
  downloadNamed: (fileName) => `${fileName}をダウンロード`,
  loading: 'ファイルを作成中…',
  notLoaded: 'ONNXファイルを作成する機能を読み込めませんでした。接続を確認してください。',
  listing: (format) => `${names[format]}の${format === 'onnx' ? 'グラフ' : 'プログラム'}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `${weightsOf(shown)}で${model}を計算する、${names[shown.format]}のファイル。`
      : `${weightsOf(shown)}から${model}を学習する、${formatCount(shown.lines)}行の${names[shown.format]}のプログラム。`,
};

export const importModel: Words['ImportModel'] = {
  heading: 'ファイルからのモデル',
  open: 'モデルを開く',
  drop: '.onnxファイル、またはJSONで保存したファイル。ここにドロップもできます',
  reading: (fileName) => `${fileName}を読み込み中…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}：${model}、パラメータ${formatCount(parameters)}個。このモデルから学習を始めます。` +
    (loss === null ? '' : `最後の層に合わせて、損失関数を${loss}にしました。`),
  refused: (fileName) => `${fileName}を開けませんでした。`,
  tooLarge: (most) =>
    `${formatCount(most)}バイトを超えています。ページで学習できるのは、もっと小さいモデルです。`,
  notLoaded: 'ONNXファイルを読む機能を読み込めませんでした。接続を確認してください。',
  unreadable: 'ファイルを読み取れません。移動または削除された可能性があります。',
  onlyOne: 'ファイルが複数あります。1つだけドロップしてください。',
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
