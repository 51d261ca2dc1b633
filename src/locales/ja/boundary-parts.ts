// What the decision boundary says in Japanese of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { formatCount, formatNumber, formatTight } from './grammar';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return '特徴量';
  return kind === 'output' ? `出力（${type}）` : `層${number}（${type}）`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `特徴量${unit + 1}`;
  return layer.kind === 'output'
    ? `出力${unit + 1}（${layer.type}）`
    : `${layerInWords(layer)}のニューロン${unit + 1}`;
}

const picturesByOverlay = {
  probability: 'モデルの出力で色分けした平面',
  hard: 'モデルが選ぶクラスで色分けした平面',
  uncertainty: 'モデルの確信が低いところほど暗い平面',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) return `${layerInWords(space.layer)}によって曲げられたデータと平面の格子`;
  if (neuron) return `${neuronInWords(neuron.layer, neuron.unit)}の値で色分けした平面`;
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: '色の意味',
  overlays: { probability: '確率', hard: '判定', uncertainty: '不確かさ' },
  overlayNote: (overlay) =>
    ({
      probability: '確率',
      hard: '選ばれたクラス',
      uncertainty: '不確かさ：2つのクラスが並ぶところで1',
    })[overlay],
  noOverlay: '値の予測にはクラスがないため、判定や誤りは表示できません。',
  mistakes: '誤り',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `訓練点${formatCount(trainPoints)}個のうち${formatCount(train)}個`;
    const tested =
      test === null ? '' : `、テスト点${formatCount(testPoints)}個のうち${formatCount(test)}個`;
    return `丸囲み：${trained}${tested}が境界の反対側にあります。`;
  },
  className: (index) => String(index),
  region: (index) => `クラス${index}`,
  layer: layerInWords,
  neuron: neuronInWords,
  space: '表示する空間',
  inputSpace: '入力（平面）',
  spaceName: '層の空間',
  spaceNote: ({ layer }) => `${layerInWords(layer)}の空間`,
  someDrawn: (drawn, all) => `${formatCount(all)}点のうち${formatCount(drawn)}点を描いています。`,
  spaceCaption: ({ units, of }, task) => {
    const lines = '線は入力平面の格子で、層によって曲げられています。';
    if (of === 1) {
      return task === 'regression'
        ? 'ユニットは1つです。横軸はその値、縦軸は予測すべき値です。'
        : 'ユニットは1つです。横軸はその値で、クラスごとに1行です。';
    }
    return of === 2
      ? `${lines}色は、モデルの残りの部分がこの空間をどう判断するかを表します。`
      : `${lines}${of}個のうちユニット${units.map((unit) => unit + 1).join('と')}です。モデルの残りの部分は${of}個すべてを見るため、この空間に色は付きません。`;
  },
  unit: (unit) => `ユニット${unit + 1}`,
  unitAcross: '横軸',
  unitUp: '縦軸',
  target: '予測すべき値',
  classes: 'クラス',
  points: 'データの点。矢印キーで次の点に移動します。',
  pointKeys: '点の上では、Mで次の誤りに移動します。',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'テスト点' : '点'}${formatCount(row + 1)}${among ? `/${formatCount(among.count)}` : ''}：${task === 'regression' ? `値${formatNumber(target, 2)}` : `クラス${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}、位置${formatNumber(x, 2)}`
      : `${point}、位置(${formatNumber(x, 2)}, ${formatNumber(y, 2)})`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `予測${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `クラス${predicted}`;
    return `予測${said}、${isWrong ? '誤り' : '正解'}`;
  },
  activations: '各層が点から計算する値',
  noPoint: '平面の点を指すと、中の値が見えます。',
  input: '入力',
  spokenRow: ({ layer, values }) => {
    const name = layer ? layerInWords(layer) : '入力';
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}：${numbers.map(formatTight).join('、')}`;
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)].map(formatTight);
    return `${name}：${formatCount(numbers.length)}個の値、${low}から${high}まで`;
  },
  numbers: 'すべての数値',
  openFullscreen: '全画面',
  closeFullscreen: '全画面を終了',
};
