// The sentences about a finding in Chinese: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { formatCount, formatPercent, formatTight, list, spaced } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return '输出层';
  if (name.kind === 'place') return `位置 ${name.place} 的 ${name.type} 层`;
  return `隐藏层 ${name.number}${name.activation ? `（${name.activation}）` : ''}`;
}

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return '唯一的神经元';
  if (units.length === of) return `全部 ${formatCount(of)} 个神经元`;
  if (units.length > mostListed)
    return `${formatCount(of)} 个神经元中的 ${formatCount(units.length)} 个`;
  return `神经元 ${list(units.map((unit) => String(unit + 1)))}`;
}

export const whatHappens: Lab['what'] = (...facts) => spaced(happens(...facts));
export const whyItMatters: Lab['why'] = (...facts) => spaced(matters(...facts));

const happens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const one = units.length === 1;
  const where = layer ? layerInWords(layer) : '模型';
  const who = `${where}中${neurons(units, of)}`;
  const twins = () => `${where}中${list(groups.map((group) => neurons(group, of)))}`;
  switch (sign) {
    case 'diverged': {
      const first = divergence?.layer === 'loss' ? '损失' : where;
      return `数值超出了计算机能表示的范围，最先出现在${first}中。你看到的是最后一个有效的轮次：第 ${formatCount(epoch)} 轮。`;
    }
    case 'lossRose':
      return `损失是随机猜测的模型的 ${formatTight(measure)} 倍。`;
    case 'lossClimbs':
      return '最近三轮，损失每一轮都增加了一半或更多。';
    case 'dead':
      return `${who}对所有训练点都输出 0。`;
    case 'nearlyDead':
      return `${who}${one ? '只' : '最多'}对 ${formatPercent(measure, 1)} 的训练点大于 0。`;
    case 'flat':
      return `${who}${one ? '' : '至少'}对 ${formatPercent(measure)} 的点处在曲线的两端。`;
    case 'sureAndWrong':
      return `对 ${formatPercent(measure)} 的点，输出很确定，但类别是错的。`;
    case 'twins':
      return `${twins()}的权重相同，输入和输出两侧都一样。`;
    case 'sameForNow':
      return `${twins()}的输入权重相同，输出权重不同。`;
    case 'testLossRose':
      return `测试损失在第 ${formatCount(since ?? 0)} 轮最低。现在是那时的 ${formatTight(measure)} 倍，而训练损失仍在下降。`;
  }
};

const matters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer ? `所有层中，${layerInWords(layer)}对传来的值放大得最多。` : '';
      const overshoot = '每一步都走得太远，落到比之前更高的地方，使下一步更大。';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut = units.length === of ? '这一层什么也传不过去，所以它之前的一切都不再变化。' : '';
      return one ? '它的梯度也为零，所以无法再学习。' : `它们的梯度也为零，所以无法再学习。${cut}`;
    }
    case 'nearlyDead':
      return `能让${one ? '它' : '它们'}学习的点所剩无几：再走几步，可能就完全停止了。`;
    case 'flat':
      return `那里的斜率几乎为零，梯度也就几乎为零：${one ? '这个神经元' : '这些神经元'}的权重几乎不变。`;
    case 'sureAndWrong':
      return '在曲线上这么远的地方，斜率几乎为零，要走非常多步才能回来。';
    case 'twins':
      return '它们的计算相同，得到的梯度也相同，会一直相同下去：合在一起，能力也不比一个神经元强。';
    case 'sameForNow':
      return '它们的计算相同，但得到的梯度不同：接下来的几步会把它们分开。';
    case 'testLossRose':
      return '模型在死记训练点，连噪声也记住了，对没见过的点反而变差。';
  }
};
