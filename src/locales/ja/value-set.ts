// The words of numbers and options within a sentence, in Japanese.
import type { Words } from '../words';
import { formatCount, formatShort, quoted } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: '学習率',
  batchSize: 'バッチサイズ',
  l1: 'L1係数',
  l2: 'L2係数',
  dropout: 'ドロップアウト',
  points: '点の数',
  noise: 'ノイズ',
  speed: '速さ（毎秒のエポック数）',
  testRatio: 'テスト点の割合',
  dataSeed: 'データのシード',
  seed: '重みのシード',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}の${place + 1}番目の数`,
  hint: '左右にドラッグするか、矢印キーで変えられます。Enterまたはダブルクリックで入力',
  notANumber: (text) => `${quoted(text.trim())}は数ではありません`,
  notWhole: (number) => `${formatShort(number)}は整数ではありません`,
  beyond: (min, max) =>
    max === Infinity
      ? `${formatShort(min)}以上にしてください`
      : min === -Infinity
        ? `${formatShort(max)}以下にしてください`
        : `${formatShort(min)}から${formatShort(max)}までにしてください`,
  stays: (complaint, kept) => `（${complaint}。値は${kept}のままです）`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: '層',
  activation: '活性化関数',
  features: '特徴量',
  dropout: 'ドロップアウト',
  initialization: '初期の重み',
  data: 'データ',
  points: '点の数',
  noise: 'ノイズ',
  testRatio: 'テスト点の割合',
  loss: '損失関数',
  reduction: '集約',
  optimizer: 'オプティマイザ',
  optimizerOptions: 'オプティマイザの設定',
  learningRate: '学習率',
  schedule: 'スケジュール',
  l1: 'L1係数',
  l2: 'L2係数',
  batchSize: 'バッチサイズ',
  shuffle: 'シャッフル',
  zeroGrad: 'zeroGrad',
  seed: 'シード',
  dataSeed: 'データのシード',
  autoplay: '自動再生',
  speed: '速さ',
  stopWhen: '停止条件',
  posterEpoch: '最初に表示するエポック',
  weights: '保存された重み',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: '再生',
  pause: '一時停止',
  step: 'もう1エポック',
  reset: 'やり直す',
  newWeights: '別の重み',
  newData: '別の点',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: '押すと、この設定になります',
  undoHint: 'もう一度押すと、前の設定に戻ります',
  refused: (message) => `（${message}）`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return '最初と同じ';
  if (given === Infinity) return '最速';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? 'オン' : 'オフ';
  if (given === 'full') return 'すべての点';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
