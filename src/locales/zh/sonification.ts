// What can be heard of a run, in Chinese.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: '聆听训练',
  follow: '训练时聆听损失',
  sweep: '播放至今的损失',
  scan: (along) => (along === 'row' ? '播放这一行' : '播放这一列'),
  stop: '停止',
  volume: '音量',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `损失越小，音调越低：${formatShort(low.value, 2)} 为 ${formatCount(low.hertz)} Hz，` +
    `${formatShort(high.value, 2)} 为 ${formatCount(high.hertz)} Hz。`,
  nothingYet: '尚未训练。',
  along: '扫描方向',
  line: (along) => (along === 'row' ? '行' : '列'),
  place: (along) => (along === 'row' ? '行，y' : '列，x'),
  placeKeys: '方向键小幅移动；按住 Shift，或用 Page Up 和 Page Down，大幅移动。',
  scanScale: (along, low, high) =>
    `${along === 'row' ? '从左到右' : '从下到上'}，音调表示类别 1 的概率：` +
    `0 为 ${formatCount(low)} Hz，1 为 ${formatCount(high)} Hz。越过二分之一处有一声咔嗒。`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}：起于类别 ${first}，`;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `类别 1 的概率从 ${lowest} 到 ${highest}。`;
    if (crossings.length === 0) return `${begins}没有越过边界，${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}在 ${across} ${list(places)} 处越过边界，${range}`;
  },
  noBoundary: '没有可扫描的边界：需要两个输入和两个类别。',
  problem: (problem) =>
    problem === 'missing'
      ? '此浏览器无法发声（没有 Web Audio）。数值在这里和其他图中都有文字说明。'
      : '浏览器不允许此页面发声。数值在这里和其他图中都有文字说明。',
  escape: '按 Escape 停止声音。',
};
