// The words of the data editor in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, list, quoted } from './grammar';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: '4つの点',
  moons: '三日月',
  circles: '円',
  xor: 'XOR',
  spiral: 'らせん',
  gauss: 'ガウス分布',
  checkerboard: '市松模様',
  rings: '輪',
  blobs: 'かたまり',
  spirals: '複数のらせん',
  plane: '傾いた平面',
  bumps: 'こぶ',
  sine: '正弦波',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `${problem.column}がありません。1行はx、y、labelです`;
    case 'notANumber':
      return `${quoted(problem.cell)}は数ではありません`;
    case 'columns':
      return `列の名前が${list(problem.names)}です。x、y、labelにする必要があります`;
    case 'noText':
      return 'テキストがありません。x、y、labelの行が必要です';
    case 'onlyHeader':
      return '見出しの行だけで、その下に点がありません';
  }
}

export const dataEditor: Editor = {
  heading: 'データ',
  plane: '平面上の点',
  keys: '矢印キーでカーソルを動かします（Shiftで大きく、Altで細かく）。Enterで点を追加、または点をつかんで置きます。NとPで点の間を移動し、Deleteで削除、数字キーでクラスを選び、Escapeでつかんだ点を元に戻します。',
  tools: 'ツール',
  tool: { add: '追加', move: '移動', erase: '消去', spray: 'スプレー' },
  hint: (tool, task) =>
    ({
      add: `平面を押すと、選んだ${task === 'regression' ? '値' : 'クラス'}の点が加わります。点はドラッグで動かせます。`,
      move: '点をドラッグして動かします。',
      erase: '点を押すか、なぞると消えます。',
      spray:
        '平面をなぞると点がまかれます。このツールを選んでいる間は、平面を指でなぞってもページはスクロールしません。',
    })[tool],
  classes: 'クラス',
  classOf: (label) => `クラス${label}`,
  addClass: 'クラスを追加',
  value: '値',
  part: '新しい点の用途',
  partOf: { train: '訓練', test: 'テスト' },
  undo: '元に戻す',
  redo: 'やり直す',
  clear: 'すべて消去',
  empty: 'ここを押して最初の点を置いてください。',
  needsPoints: '訓練用の点を1つ以上追加してください。それまでは直前のデータで学習を続けます。',
  full: (most) => `点が${formatCount(most)}個あり、このエディタの上限です。`,
  large: '点が多いため、学習にはドラッグの終了時に反映されます。',
  dataset: 'データセット',
  datasetName: (name) => datasets[name],
  own: '手描き',
  groups: { binary: '2クラス', multiclass: '多クラス', regression: '数値' },
  points: '点の数',
  noise: 'ノイズ',
  split: 'テストの割合',
  seed: 'シード',
  newSample: '別のサンプル',
  ownLocked: '手描きの点にはノイズもシードもありません。使うにはデータセットを選んでください。',
  csv: 'CSVを貼り付け・開く',
  paste: 'x、y、labelの行',
  file: 'ファイルを開く',
  drop: 'または平面にドロップ',
  found: ({ points, classNames }, task, classes) =>
    `${formatCount(points.length)}個の点、` +
    (task === 'regression'
      ? 'それぞれに数が1つ'
      : `${formatCount(classes)}クラス${classNames.length ? `（${classNames.join('、')}）` : ''}`),
  errors: (count) => `${formatCount(count)}行が読み取れません：`,
  line: (line, _, problem) => `${formatCount(line)}行目：${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `${formatCount(low)}から${formatCount(high)}までの整数を入力してください。`,
  moreErrors: (count) => `ほか${formatCount(count)}行`,
  take: (count) => `${formatCount(count)}個の点を使う`,
  takeGood: (count) => `正しい${formatCount(count)}行を使う`,
  cancel: 'キャンセル',
  tooLarge: `500万文字または${formatCount(100_000)}行を超えています。これほど多くの点は、ページでは保持も描画もできません。`,
  downloadTrain: '訓練データのCSVを保存',
  downloadTest: 'テストデータのCSVを保存',
  noTest: 'テスト用の点がありません。',
  count: (train, test) =>
    `訓練${formatCount(train)}個${test ? `、テスト${formatCount(test)}個` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}、y ${formatNumber(y, 2)}${under ? `：${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `クラス${label}`) =>
    `${formatCount(count)}個中${formatCount(index + 1)}番目の点、${task === 'regression' ? `値${formatNumber(label, 2)}` : name}${part === 'test' ? '、テスト用' : ''}、x ${formatNumber(x, 2)}、y ${formatNumber(y, 2)}`,
  added: '追加しました。',
  removed: '削除しました。',
  picked: 'つかみました。矢印キーで動かし、Enterで置き、Escapeで元に戻します。',
  dropped: '置きました。',
  undone: '元に戻しました。',
  redone: 'やり直しました。',
};
