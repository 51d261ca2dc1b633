// The words of the small components in Japanese: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { answer } from './answer';
import { formatCount, formatNumber, formatShort, withPercent } from './grammar';

export const figureError: Words['FigureError'] = {
  failed: 'この図を表示できませんでした。',
  stopped: 'エラーのため学習が停止しました。',
  notReached: 'エラーのため、そこへ移動できませんでした。',
  notLoaded: 'この部分を読み込めませんでした。接続を確認してください。',
  coming: 'この図を読み込んでいます…',
  notPrinted: (figure) =>
    `${figure}：印刷の時点で、この図はまだ読み込まれていませんでした。もう一度印刷してください。`,
  retry: '再試行',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `LaTeXでコピー：${what}`,
  copied: 'コピーしました',
  marked: 'Ctrl+Cまたは⌘Cでコピー',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: 'ただし',
  otherwise: 'それ以外',
  because: 'なぜなら',
};

export const spoiler: Words['Spoiler'] = {
  summary: '答えを表示',
  yes: 'はい、表示する',
  no: 'まだ見ない',
};

export const playground: Words['Playground'] = {
  name: 'ニューラルネットワークの実験場',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = `訓練点${formatCount(points)}個`;
    const tested = testPoints === null ? '' : `、テスト点${formatCount(testPoints)}個`;
    const testLoss = run.testLoss === null ? '' : `、テスト損失${formatNumber(run.testLoss)}`;
    const judged = wrong === null ? '' : `、${trained}のうち${formatCount(wrong)}個が境界の反対側`;
    const end = run.status === 'diverged' ? 'その後、学習は発散しました。' : '';
    return `パラメータ${formatCount(parameters)}個のモデル、${trained}${tested}。エポック${formatCount(run.epoch)}：損失${formatNumber(run.loss)}${testLoss}${judged}。${end}`;
  },
  more: 'もっと詳しく見る',
  layers: '各層の値',
  landscape: '2つの重みのまわりの損失',
  activation: '活性化関数とその傾き',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `損失${value}以下`,
  testLoss: (value) => `テスト損失${value}以下`,
  accuracy: (value) => `正解率${value}以上`,
  testAccuracy: (value) => `テスト正解率${value}以上`,
  epoch: (value) => `${value}エポック以内`,
  maxParams: (value) => `パラメータ${value}個以下`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    return withPercent(formatShort(Math.floor(value * 1000) / 10, 4));
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: '目標',
  open: '未達成',
  done: '達成',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `現在${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: '予想',
  commit: 'この答えにする',
  again: 'もう一度答える',
  field: '答え',
  emptyNumber: '先に数を入力してください。分数や2 * 21のような式でもかまいません。',
  emptyChoice: '先に答えを選んでください。',
  emptySketch: '先に曲線を描いてください。グラフ上をなぞるか、矢印キーで点を動かします。',
  problem: answer.problem,
  youSaid: (said) => `予想した答え：${said}。`,
  right: '正解です。',
  wrong: (right) => `正しい答えは${right}です。`,
  see: 'では、実際にどうなるか見てみましょう。',
  locked: '先に予想してください。その後で図が動きます。',
  sketchName: '予想した損失の曲線',
  sketchHow: 'グラフ上をなぞるか、Tabと矢印キーを使ってください。',
  knot: (epoch) => `エポック${formatCount(epoch)}での損失`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: '予想の曲線',
  theRun: '実際の学習',
  epoch: 'エポック',
  loss: '損失',
};
