// The challenges in Japanese: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';

const onlyAdd = '=は上書きするので、+=で足してください';

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: 'が2xになっています。xの2乗はx · xです',
  squareUntouched: 'が入力のxのままです。x · xにする必要があります',
  slopeAlone: 'が傾き2xだけになっています。dObj/dOutを掛ける必要があります',
  halfSlope: 'が本来の半分です。x²の傾きはxではなく2xです',
  valueForSlope: 'で、傾き2xを使うところに値x²を使っています',
  slopeOfTwo: 'で傾き2を使っています。xでのx²の傾きは2xです',
  sumForProduct: 'がk + xになっています。k · xにする必要があります',
  factorAlone: 'がkだけになっています。dObj/dOutを掛ける必要があります',
  inputForFactor: 'で、傾きdOut/dIn = kを使うところに入力を使っています',
  inputsAlone: 'が入力だけの和になっています。それぞれに対応するdObj/dOutを掛ける必要があります',
  gradientsAlone: 'がdObj/dOutだけの和になっています。それぞれに対応する入力を掛ける必要があります',
  gradientsWithoutWeights:
    'がdObj/dOutだけの和になっています。それぞれに対応する重みを掛ける必要があります',
  factorTwice: 'にkが因子として入っています。傾きdOut/dkは入力だけです',
  batchDivided: 'が本来の4分の1です。バッチで割らずに、和を取ってください',
  lastNumber: `に最後の数の分しか入っていません。${onlyAdd}`,
  biasMissing: 'にバイアスがありません。それぞれの和にb[o]を足してください',
  biasPerInput: 'に入力ごとにバイアスが入っています。足すのは1つの和につき1回です',
  biasSubtracted: 'でバイアスが引かれています。足す必要があります',
  biasAlone: 'がバイアスだけになっています。入力の重み付き和がありません',
  weightsAlone: 'が重みだけの和になっています。それぞれに対応するdObj/dOutを掛ける必要があります',
  firstOutput: 'で最初の出力しか考慮されていません。すべての出力で和を取ってください',
  lastOutput: 'で最後の出力しか考慮されていません。すべての出力で和を取ってください',
  lastPoint: `に最後の点の分しか入っていません。${onlyAdd}`,
  firstPoint: 'に最初の点の分しか入っていません。バッチのすべての点を処理してください',
  weightAsFactor: 'に重みが因子として入っています。重みに対する出力の傾きは入力です',
  pointsCounted: 'が点の個数になっています。それぞれの点が自分のdObj/dOutを足します',
  biasAsFactor: 'にバイアスが因子として入っています。バイアスに対する出力の傾きは1です',
  untouched: 'が変わっていません。元の場所に新しい数を入れてください',
  unchanged: 'が変わっていません',
  upTheSlope: 'が坂を上っています。損失は勾配と逆の方向で減ります',
  wholeGradient: 'が勾配の大きさのまま動いています。学習率を掛けてください',
  wholeGradientByLr: 'が勾配の大きさのまま動いています。lrを掛けてください',
  stepAlone: 'に動かす量しか入っていません。元の数から始めてください',
  signAlone: 'が勾配の符号だけで動いています。大きさも必要です',
  notCleared: 'がまだ残っています。すべての数を0にしてください',
  gradientsKept: 'が、これまでの全エポックの勾配で動いています。先に勾配を0にしてください',
  gradientPassedOn: 'が届いたdObj/dOutのままです。層の傾きdOut/dInを掛ける必要があります',
  onlySecond: `に2回目の分しか入っていません。${onlyAdd}`,
};

const change = 'リストの各数vを、もう一方のリストの対応するgを使ってrule(v, g)に置き換える。';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'Squareを書く',
    task: '3つの空欄を埋めてください。forwardが覚えておくもの、forwardが返すもの、backwardの連鎖律です。',
    hints: [
      'x²の傾きは2xなので、backwardはforwardが見たxを知っている必要があります。',
      'backwardでは、nが行、iが列です。forwardがそこで見た数はthis.input[n][i]です。',
      'dObj/dInはdObj/dOutに傾きを掛けたものです。d * 2 * this.input[n][i]となります。',
    ],
    comments: [
      'x ↦ x²。バッチのすべての数に適用する。xは行のリストで、1行が1つの点。',
      'backwardで必要になるものを覚えておく。',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: '2つの円のデータと、2つのLinear層の間に自作のSquareを入れたモデルです。',
  },
  mul: {
    title: 'Mulを書く',
    task: '3つの空欄を埋めてください。forwardのk xと、backwardのkの勾配、入力の勾配です。',
    hints: [
      'M = k vには傾きが2つあります。dM/dv = kと、dM/dk = vです。',
      'kはリストに入っていて、その数はthis.k[0]です。dに対応するvはthis.input[n][i]です。',
      'grad_kはd * this.input[n][i]だけ増え、入力はd * this.k[0]を受け取ります。',
    ],
    comments: [
      'x ↦ k x。学習する数kは1つで、バッチのすべての数に共通。',
      '参照で渡せるようにリストにする',
      'バッチの各数が自分の分を足す：dObj/dOut × dOut/dk。',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: '2つの点の集まりと、シグモイドの前に自作のMulを入れたパーセプトロンです。kが大きくなると、境界がはっきりします。',
  },
  linear: {
    title: 'Linearを書く',
    task: '4つの空欄を埋めてください。まずforwardからです。backwardより先に、forwardだけで確かめられます。',
    hints: [
      '順伝播：点の出力oは、b[o]に、iにわたるw[o][i]とrow[i]の積の和を足したものです。reduceはthis.b[o]から始められます。',
      'バイアスは出力に傾き1で効くので、各点はgrad_b[o]にdを足します。重みは入力を傾きとして効くので、各点はdとthis.input[n][i]の積を足します。',
      '入力は重みを通してすべての出力に効きます。dObj/dIn[i]は、oにわたるdとw[o][i]の積の和です。',
    ],
    comments: [
      '各出力は、入力の重み付き和にバイアスを足したもの。',
      'バッチの点がB個、入力がI個、出力がO個：xは(B, I)、wは(O, I)、bは(O)。',
      '(B, I)',
      '点ごとに、O個の出力を1行にする。',
      'dOutは(B, O)。すべての点の分を勾配に足す。',
      'dObj/dIn、(B, I)：入力はすべての出力に効く。',
    ],
    run: '4つの点と、自作のLinearとシグモイドからなるパーセプトロンです。',
  },
  'own-layer': {
    title: '自分で考えた層',
    task: '1つの数vの関数を自由に選び、その傾きを書いてください。傾きは、forwardから測定した傾きと比べられます。',
    hints: [
      '直線でない関数なら何でもかまいません。Math.sin(v)、Math.abs(v)、v * Math.exp(-v * v)など。',
      'Math.sin(v)の傾きはMath.cos(v)、Math.abs(v)の傾きはMath.sign(v)です。',
    ],
    comments: [
      '自分で選んだ関数を、それぞれの数に適用する。sinか、|x|か、まだ誰も使っていない関数か。',
      'forwardが見た数での、その関数の傾き。',
    ],
    run: '2つの円のデータと、2つのLinear層の間に自作の層を入れたモデルです。',
  },
  optimizer: {
    title: 'オプティマイザを書く',
    task: '2つの空欄を埋めてください。zeroGradが各勾配を何にするか、stepが各数をどこへ動かすかです。',
    hints: [
      'zeroGradは、元の値が何であっても、すべての勾配を0にします。',
      '勾配は坂の上を指します。ステップは、勾配のlr倍だけ逆向きに進みます。',
    ],
    comments: [
      'モデルを渡して作る。zeroGrad()は各学習ステップの前、step()は各backwardの後。',
      '[{ value, grad }, …]：1段または2段の数のリストで、参照で渡される。',
      change,
    ],
    run: '4つの点と、自作のオプティマイザで学習するパーセプトロンです。',
  },
  'training-loop': {
    title: '学習ループを書く',
    task: '1エポックの4つの空欄を埋めてください。勾配の消去、順伝播、逆伝播、ステップです。',
    hints: [
      'backwardは勾配に足していきます。その前に、勾配をどうする必要がありますか。',
      'モデルはすべての点を一度に受け取ります：model.forward(x)。勾配は逆向きに進みます：model.backward(dPred)。',
      '勾配は坂の上を指します。ステップは逆向きに進みます：v - lr * g。',
    ],
    comments: [
      'すべての点で1エポック。modelにはforward、backward、zeroGrad、parametersがあり、',
      'lossにはforward(pred, target)とbackward()がある。',
      '1. 前のエポックの勾配を消す。',
      '2. モデルの予測はどうで、どれだけ間違っているか。',
      '3. 逆伝播：まず損失、次にモデルを通る。',
      '4. それぞれの数を勾配と逆の方向に動かす。',
      change,
    ],
    run: '4つの点と、自作の学習ループで学習するパーセプトロンです。',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
