// The words of the decision boundary in Japanese.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { formatCount, formatNumber } from './grammar';

const shapes = ['丸', '四角', '三角', 'ひし形', '十字', '逆三角', '六角形', '星'];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: '決定境界',
  note: (task) =>
    ({
      binary: 'クラス1の確率',
      multiclass: '最も確率の高いクラス（濃いほど確か）',
      regression: '予測値',
    })[task],
  diverged: ({ epoch }) => `発散しました。表示は最後の有効なエポック${formatCount(epoch)}です`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `点の色はその値を表します。${hasTest ? '丸は訓練用、ひし形はテスト用です。' : ''}`;
    }
    const filled = hasTest ? '塗りつぶした点は訓練用、白抜きの点はテスト用です。' : '';
    const names = shapes.slice(0, classes).map((shape, k) => `${shape}はクラス${k}`);
    return `${names.join('、')}です。${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const trained = `訓練点${formatCount(data.x.shape[0]!)}個`;
    const points = test ? `${trained}とテスト点${formatCount(test.x.shape[0]!)}個` : trained;
    const judged =
      wrong === null
        ? `損失${formatNumber(run.loss)}`
        : `${trained}のうち${formatCount(wrong)}個が境界の反対側`;
    const unseen = outside ? `${formatCount(outside)}個の点が図の外にあります。` : '';
    return `${picture(view)}、${points}。エポック${formatCount(run.epoch)}：${judged}。${unseen}`;
  },
  probe: '探針：1点でのモデルの出力。矢印キーで動かします。',
  readingAt: (x, y) => `位置(${formatNumber(x, 1)}, ${formatNumber(y, 1)})`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `クラス${predicted}：${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `不確かさ：${formatNumber(uncertainty, 2)}`;
    return `クラス${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}、y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}：ニューロンの出力${formatNumber(value)}`;
    if (task === 'regression') return `${place}：値${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}：クラス${of}の確率${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}：クラス${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}、不確かさ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `この図には、xとyの2つの入力を持つ点が必要です。データの入力は${formatCount(inputs)}個です。`,
};
