// The words of the checks of a reader's code in Japanese.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { formatCount, formatNumber } from './grammar';

const points = (count: number) => (count === 1 ? '1つの点' : `同時に${formatCount(count)}個の点`);
const shape = (sizes: readonly number[]) =>
  sizes.length ? `形状[${sizes.join(', ')}]` : '1つの数';
// Whole factors as they are said: 4, and not 4.000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name}が${complaint.got}です。returnが抜けていませんか`;
    case 'odd':
      return `${name}の型が${complaint.type}です。数のリストにする必要があります`;
    case 'ragged':
      return `${name}が数の表になっていません。どの行も同じ長さで、数だけを含む必要があります`;
    case 'shape': {
      const why = complaint.isTurned ? '。行と列が入れ替わっています' : '';
      return `${name}は${shape(complaint.got)}ですが、${shape(complaint.wanted)}である必要があります${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? '計算の途中に数でないものがありました。リストの範囲外を読んでいることがよくあります'
        : '数が際限なく大きくなりました';
      return `${name}${complaint.place}が${complaint.value}です。${why}`;
    }
    case 'mistake':
      return `${name}${complaint.words}`;
    case 'zero':
      return `${name}がすべて0のままです。何も入れられていません`;
    case 'sign':
      return `${name}の符号がすべて逆です`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const size = isTooSmall ? `${inTimes(times)}分の1` : `${inTimes(times)}倍`;
      const sign = isNegative ? 'で、符号も逆です' : 'です';
      const small = '。バッチで割らずに、和を取ってください';
      const large = '。それぞれの点を足すのは1回だけにしてください';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name}の形状は合っていますが、値が本来の${size}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1 ? `（${formatCount(count)}個の数のうち${formatCount(wrong)}個が違います）` : '';
      return `${name}${place}は${formatNumber(got)}ですが、${formatNumber(wanted)}である必要があります${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return '出力';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `2回の呼び出し後の${value.name}`;
    case 'afterSteps':
      return `${formatCount(value.steps)}ステップ後の${value.name}`;
    case 'afterZeroGrad':
      return `zeroGrad後の${value.name}の勾配`;
    case 'afterEpochs':
      return `${formatCount(value.epochs)}エポック後の${value.name}`;
    case 'given':
      return `${value.call}に渡されたもの`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forwardが${formula}を返す（${points(count)}）`,
  anyFunction: 'それぞれの数に対する1つの数',
  input: (count) => `backwardがdObj/dInを返す（${points(count)}）`,
  parameter: (name, count) => `backwardが${name}に足す（${points(count)}）`,
  addsUp: (name) => `backwardを2回呼び出すと${name}が足し合わされる`,
  step: 'stepが各パラメータを、学習率に応じて勾配と逆の方向に動かす',
  zeroGrad: 'zeroGradがすべての勾配を0にする',
  twoSteps: '学習ステップを2回続けて行える',
  asked: 'モデルが4つの点について予測する',
  goesBack: '勾配がモデルを逆向きに通る',
  oneEpoch: '1エポックで各数が勾配と逆の方向に動く',
  secondEpoch: '2回目のエポックが勾配0から始まる',
  notCalled: (call, given) => `${call}が呼び出されていません。${given}を渡す必要があります`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `${name}がありません。この名前で定義されている必要があります`,
  notLoaded:
    'コードを調べる機能を読み込めませんでした。接続を確認してください。「コードを確かめる」でもう一度試せます。',
  noNumber: (layer, what, number, at) =>
    `${formatNumber(at)}での${layer}の${what === 'slope' ? '傾き' : '値'}が${number}です。どこでも数になる必要があります`,
};
