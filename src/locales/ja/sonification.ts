// What can be heard of a run, in Japanese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: '学習を音で聞く',
  follow: '学習中の損失を聞く',
  sweep: 'これまでの損失を再生',
  scan: (along) => (along === 'row' ? '行を再生' : '列を再生'),
  stop: '停止',
  volume: '音量',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `損失が小さいほど低い音になります：${formatShort(low.value, 2)}で${formatCount(low.hertz)} Hz、` +
    `${formatShort(high.value, 2)}で${formatCount(high.hertz)} Hz。`,
  nothingYet: 'まだ学習していません。',
  along: '走査する向き',
  line: (along) => (along === 'row' ? '行' : '列'),
  place: (along) => (along === 'row' ? '行、y' : '列、x'),
  placeKeys: '矢印キーで少し、ShiftまたはPage Up・Page Downで大きく動きます。',
  scanScale: (along, low, high) =>
    `${along === 'row' ? '左から右へ' : '下から上へ'}、音の高さがクラス1の確率を表します：` +
    `0で${formatCount(low)} Hz、1で${formatCount(high)} Hz。0.5を横切るところでクリック音が鳴ります。`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}：クラス${first}から始まり、`;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `クラス1の確率は${lowest}から${highest}。`;
    if (crossings.length === 0) return `${begins}境界とは交わりません。${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}${across} ${list(places)}で境界と交わります。${range}`;
  },
  noBoundary: '走査する境界がありません。入力が2つ、クラスが2つ必要です。',
  problem: (problem) =>
    problem === 'missing'
      ? 'このブラウザーは音を出せません（Web Audioがありません）。数値はここと他の図に言葉で示されています。'
      : 'ブラウザーがこのページの音を許可していません。数値はここと他の図に言葉で示されています。',
  escape: 'Escapeで音が止まります。',
};
