// The words of the code challenge in Chinese.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless: '代码已被停止：它没有在规定时间内运行完。是不是有死循环？',
  gone: '运行代码的环境消失了。可能是代码占用了太多内存。',
  blocked: '运行代码的隔离环境无法启动。可能是页面的 Content-Security-Policy 不允许。',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}：代码`,
  keys: '按 Ctrl+Enter 检查，按 Tab 离开编辑器。',
  check: '检查我的代码',
  nextHole: '下一处空白',
  reset: '重新开始',
  undoReset: '撤销',
  hint: (number, of) => `提示 ${number}/${of}`,
  hints: '提示',
  checks: '检查项',
  states: { passed: '通过', failed: '未通过', waiting: '尚未检查' },
  untouched: '请把每个 ___ 换成代码。',
  touched: '尚未检查。',
  openHoles: (lines) => `还有 ___ 没有填：第 ${list(lines.map(formatCount))} 行。`,
  checking: '正在检查……',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `第 ${line} 行：${said}`;
  },
  failed: (passed, of) => `通过的检查：${formatCount(passed)} 项，共 ${formatCount(of)} 项。`,
  training: '所有检查都通过了。正在用你的代码训练……',
  progress: '已训练的轮次',
  solved: '所有检查都通过了。已用你的代码完成训练。',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `训练提前停止：第 ${formatCount(epoch)} 轮之后，模型的参数与原来的不一致了。`
      : `训练提前停止：在第 ${formatCount(epoch)} 轮，有一个参数不再是有限的数。`,
  solution: '显示解答',
  solutionName: '解答',
  solutionAsk: '也许看提示就够了。要显示完整解答吗？',
  useSolution: '放入编辑器',
  run: '用你的代码训练',
};
