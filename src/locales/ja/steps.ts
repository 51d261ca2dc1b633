// What each step of the chain rule is called and does, in Japanese.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { formatCount, list } from './grammar';

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;

function madeBy(layers: number, objective: string): string {
  if (layers === 0) return `適用する関数はなく、そのまま${objective}になります。`;
  return layers === 1
    ? `1つの関数で${objective}になります。`
    : `${formatCount(layers)}つの関数を順に通って${objective}になります。`;
}

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `入力に${k}を掛けます`,
  Square: () => '結果を2乗します',
  Linear: ([weight, bias]) => `重み${weight}を掛け、バイアス${bias}を足します`,
  ReLU: () => '正の数はそのまま通し、それ以外は0にします',
  LeakyReLU: () => '正の数はそのまま通し、それ以外は小さくして通します',
  Sigmoid: () => 'それぞれの数を0から1の間に収めます',
  Tanh: () => 'それぞれの数を−1から1の間に収めます',
  Softplus: () => '大きな数はほぼそのまま通し、小さな数は滑らかに0に近づけます',
  Softmax: () => '数を、和が1になる確率に変えます',
  Sin: () => '正弦を取ります',
  Dropout: () => '使うときには、すべての数をそのまま通します',
  LayerNorm: () => '数の平均を0、分散を1にそろえ、それから拡大縮小してずらします',
  Residual: () => '受け取った数に、内側の層の計算結果を足します',
  Features: () => '座標から特徴量を作ります',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `${description}を適用します`;

export const titles: StepSentences = {
  start: () => '開始',
  forward: ({ formula }) => `順伝播：${formula}`,
  objective: ({ formula }) => `順伝播：${formula}`,
  backwardObjective: ({ objective, input }) => `逆伝播：${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `逆伝播：${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `逆伝播：${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `逆伝播：${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `逆伝播：${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => '検証：数値的な傾き',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const parameters = given.parameters.length ? `とパラメータ${list(given.parameters)}` : '';
    const batch = samples > 1 ? `バッチのサンプルは${formatCount(samples)}個です。` : '';
    return `入力${given.input}${parameters}があります。${madeBy(layers, objective)}${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}：${facts.numbers}。`
      : `${doing(facts)}。1つのユニットでは：${facts.numbers}。`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `微分する数が1つになるように、すべての出力を足します：${objective} = ${value}。`
      : `${input}を目標${target}と比べると、損失は${objective} = ${value}です。`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `逆伝播の始まりです。各出力は${objective}に1回ずつ入るので、傾きはすべて1です。`
      : `逆伝播の始まりです。モデルの出力に対する損失の変化は、${d(objective, input)} = ${gradient}です。`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `届いた${d(objective, output)}に局所的な傾き${d(output, input)}を掛け、複数の経路が合流するところでは足します：${facts.product}。`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `${right}の傾きは${how.join(' = ')}です。${input}を少し動かすと、${objective}はその${local}倍変わります。`
      : `届いた${facts.incoming}に、局所的な傾き${how.at(0) === local ? local : `${localFormula} = ${local}`}を掛けます：${facts.product}。`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `届いた${incoming}をもう一度使い、もう一方の傾き${first.formula} = ${first.local}を掛けます：${first.product}。`;
    }
    const whole = slopes.map(({ product }) => product).join('；');
    return samples === 1
      ? `届いたものをもう一度使い、${list(slopes.map(({ name }) => name))}に対する傾きを掛けます：${whole}。`
      : `届いたものをもう一度使います。各サンプルが自分の分を足す（+=）ので、勾配はバッチ全体の和になります：${whole}。`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon}は${given.input}に比べて小さすぎます。コンピュータでは${moved} + εが${moved}そのものになるので、測定した傾きは${measured}です。連鎖律では${analytic}です。`
      : `${moved}をε = ${epsilon}だけ動かして測ります：(${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}。連鎖律では${analytic}です。`,
};
