// The words of the code challenge in Japanese.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless: '時間内に終わらなかったため、コードを止めました。無限ループになっていませんか。',
  gone: 'コードの実行環境がなくなりました。メモリを使いすぎたのかもしれません。',
  blocked:
    'コードを安全に実行する環境を起動できません。ページのContent-Security-Policyが許可していない可能性があります。',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}：コード`,
  keys: 'Ctrl+Enterで確かめ、Tabでエディタを離れます。',
  check: 'コードを確かめる',
  nextHole: '次の空欄',
  reset: '最初から',
  undoReset: '元に戻す',
  hint: (number, of) => `ヒント${number}/${of}`,
  hints: 'ヒント',
  checks: 'チェック項目',
  states: { passed: '合格', failed: '不合格', waiting: '未確認' },
  untouched: 'それぞれの___をコードに置き換えてください。',
  touched: 'まだ確かめていません。',
  openHoles: (lines) => `残りの空欄：${list(lines.map(formatCount))}行目の___。`,
  checking: '確認中…',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `${line}行目：${said}`;
  },
  failed: (passed, of) => `${formatCount(of)}項目のうち${formatCount(passed)}項目に合格しました。`,
  training: 'すべての項目に合格しました。このコードで学習しています…',
  progress: '学習したエポック数',
  solved: 'すべての項目に合格しました。このコードでの学習が終わりました。',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `学習は途中で終わりました。エポック${formatCount(epoch)}の後、モデルのパラメータが以前と違うものになっています。`
      : `学習は途中で終わりました。エポック${formatCount(epoch)}で、パラメータが有限の数でなくなりました。`,
  solution: '解答を表示',
  solutionName: '解答',
  solutionAsk: 'ヒントで足りるかもしれません。全部表示しますか。',
  useSolution: 'エディタに入れる',
  run: 'このコードでの学習',
};
