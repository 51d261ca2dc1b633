// The sentences about a finding in Japanese: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { formatCount, formatPercent, formatTight, list } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return '出力層';
  if (name.kind === 'place') return `位置${name.place}の層（${name.type}）`;
  return `隠れ層${name.number}${name.activation ? `（${name.activation}）` : ''}`;
}

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return 'ただ1つのニューロン';
  if (units.length === of) return `${formatCount(of)}個すべてのニューロン`;
  if (units.length > mostListed)
    return `${formatCount(of)}個のうち${formatCount(units.length)}個のニューロン`;
  return `ニューロン${list(units.map((unit) => String(unit + 1)))}`;
}

export const whatHappens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const one = units.length === 1;
  const where = layer ? layerInWords(layer) : 'モデル';
  const who = `${where}の${neurons(units, of)}`;
  const twins = () => `${where}の${list(groups.map((group) => neurons(group, of)))}`;
  switch (sign) {
    case 'diverged': {
      const first = divergence?.layer === 'loss' ? '損失' : where;
      return `数がコンピュータで扱える範囲を超えました。最初に超えたのは${first}です。表示は最後の有効なエポック${formatCount(epoch)}です。`;
    }
    case 'lossRose':
      return `損失が、当てずっぽうで答えるモデルの${formatTight(measure)}倍になっています。`;
    case 'lossClimbs':
      return '損失が、直近の3エポックのそれぞれで1.5倍以上に増えました。';
    case 'dead':
      return `${who}は、すべての訓練点で0を出力します。`;
    case 'nearlyDead':
      return `${who}が0より大きくなるのは、訓練点の${one ? '' : '多くても'}${formatPercent(measure, 1)}だけです。`;
    case 'flat':
      return `${who}は、${one ? '' : '少なくとも'}${formatPercent(measure)}の点で曲線の端にあります。`;
    case 'sureAndWrong':
      return `出力は、${formatPercent(measure)}の点で誤ったクラスを確信しています。`;
    case 'twins':
      return `${twins()}は、入力側も出力側も同じ重みを持っています。`;
    case 'sameForNow':
      return `${twins()}は、入力側は同じ重みですが、出力側は違います。`;
    case 'testLossRose':
      return `テスト損失はエポック${formatCount(since ?? 0)}で最小でした。今はその${formatTight(measure)}倍で、訓練損失はまだ下がっています。`;
  }
};

export const whyItMatters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer
        ? `すべての層のうち、受け取った値を最も大きくしているのは${layerInWords(layer)}です。`
        : '';
      const overshoot =
        'どのステップも行き過ぎて、前より高いところに着き、次のステップをさらに大きくします。';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut =
        units.length === of && !one
          ? '勾配はこの層をまったく通らないので、これより前もすべて止まったままです。'
          : '';
      return `勾配も0なので、再び学習することができません。${cut}`;
    }
    case 'nearlyDead':
      return `${one ? 'このニューロン' : 'これらのニューロン'}が学習する手がかりはほとんど残っていません。あと数ステップで、まったくなくなるかもしれません。`;
    case 'flat':
      return `そこでは傾きがほぼ0で、勾配もほぼ0です。${one ? 'このニューロン' : 'これらのニューロン'}の重みはほとんど変わりません。`;
    case 'sureAndWrong':
      return '曲線のこれほど端では傾きがほぼ0なので、戻るのに非常に多くのステップが必要です。';
    case 'twins':
      return '同じ計算をして同じ勾配を受け取るので、ずっと同じままです。合わせても、ニューロン1つ分のことしかできません。';
    case 'sameForNow':
      return '同じ計算をしていますが、受け取る勾配は違うので、これからのステップで違いが生まれます。';
    case 'testLossRose':
      return 'モデルが訓練点をノイズも含めて丸暗記し、見たことのない点に対しては悪くなっています。';
  }
};
