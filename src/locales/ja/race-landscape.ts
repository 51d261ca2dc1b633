// The words of the optimizer race and of the loss landscape in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort, quoted } from './grammar';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: 'お椀',
  ravine: '細い谷',
  saddle: '鞍点',
  rosenbrock: 'ローゼンブロックのバナナ',
  twoValleys: '2つの谷',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `最小点に最も近いのは${nearest.name}で、距離は${formatNumber(nearest.distance)}です。`
    : '最小点に近いオプティマイザはありません。';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`${name}はステップ${formatCount(divergedAt)}で発散しました。`],
  );
  return `${leader}${lost.join('')}`;
}

export const optimizerRace: Race = {
  heading: 'オプティマイザの競走',
  surfaces,
  surface: '曲面',
  play: '再生',
  pause: '一時停止',
  replay: 'もう一度',
  step: 'ステップ',
  reset: 'リセット',
  scrub: '競走のステップ',
  progress: (step, steps) => `ステップ${formatCount(step)}/${formatCount(steps)}`,
  speed: '速さ',
  stepsPerSecond: (speed) => `${formatShort(speed)}ステップ/秒`,
  start: '出発点。矢印キーで動かします',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}、y ${formatShort(y)}、損失${formatNumber(loss)}`,
  startMark: '出発点',
  minimum: '最小点',
  localMinimum: '極小点',
  table: 'このステップでの各オプティマイザ',
  optimizer: 'オプティマイザ',
  learningRate: '学習率',
  learningRateOf: (name) => `学習率、${name}`,
  loss: '損失f',
  distance: '最小点まで',
  nearest: '最も近い',
  notARate: '学習率は0以上の数です。',
  toggle: (name) => name,
  diverged: (step) => `ステップ${formatCount(step)}で発散`,
  divergedPath: (name) => `${name}は発散`,
  caption:
    'すべて同じ点から、同じ損失の上で始まります。線は損失の等しい点を結び、十字は損失が最小の点です。道筋には10ステップごとに点が付きます。出発点は、ドラッグするか、置きたいところをクリックして動かせます。',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}、ステップ${formatCount(step)}/${formatCount(steps)}：${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `${formatCount(step)}ステップが終わりました。${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `競走${formatCount(number)}、${surfaces[surface]}：${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `(${formatNumber(a, 2)}, ${formatNumber(b, 2)})`;
const finite = (loss: number) => (loss === Infinity ? '有限でない' : formatNumber(loss));
const isLoss = (loss: number) =>
  loss === Infinity ? '損失は有限ではありません' : `損失は${formatNumber(loss)}です`;

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `入力${from.input}`;
  return typeof from === 'number' ? `ニューロン${from}` : from;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  const to = { no: `ニューロン${neuron}`, one: `出力${neuron}`, only: '出力' }[output];
  return from === null ? `${number}：${to}のバイアス` : `${number}：${sourceOf(from)}から${to}へ`;
}

export const lossLandscape: Landscape = {
  heading: '損失の地形',
  note: '全訓練点での損失',
  diverged: ({ epoch }) => `発散しました。表示は最後の有効なエポック${formatCount(epoch)}です`,
  caption: ({ arrow, editable }) =>
    [
      'この2つの重みが別の値だったときの損失です。色が濃いほど大きく、目盛ごとに線があります。ほかの重みはすべて現在の値ですが、道筋をたどる間はほかの重みも変わっていました。',
      arrow && '矢印は勾配と逆の、まっすぐ坂を下る方向を指します。長さに意味はありません。',
      editable && '点をドラッグするか、場所をクリックすると、2つの重みを設定できます。',
    ]
      .filter(Boolean)
      .join(''),
  beyond: '斜線：損失が有限でないところ。',
  description: ({ run, across, up, here }) =>
    `モデルの2つの重みに対する訓練損失の地図。横軸：${describeWeight(across)}。縦軸：${describeWeight(up)}。エポック${formatCount(run.epoch)}：現在の位置は${at(here)}で、損失は${formatNumber(run.loss)}です。`,
  across: '横軸',
  up: '縦軸',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) => `ほか${formatCount(count)}個：prop${quoted('weights')}で指定できます`,
  closer: '+',
  closerHint: '拡大',
  further: '−',
  furtherHint: '縮小',
  recentre: '中央に戻す',
  recentreHint: '現在の重みを中央に戻す',
  controls: '地図',
  arrow: '−勾配',
  start: (epoch) => `エポック${formatCount(epoch)}`,
  probe: (editable) =>
    `探針：地図の1点での損失。矢印キーで動かし、プラスとマイナスで拡大・縮小します。${editable ? 'Enterで2つの重みをその位置に設定します。' : ''}`,
  reading: finite,
  place: (place) => `、位置${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}：損失${finite(loss)}`,
  handle: '2つの重み。矢印キーで変えられます。',
  moved: (loss, place) => `重みは${at(place)}になり、${isLoss(loss)}。`,
  refused: 'そこでは損失が有限ではないため、重みは元のままです。',
  tooFew: 'この図には、学習する数が2つ以上あるモデルが必要です。',
};
