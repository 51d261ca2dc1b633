// Japanese: links and the menu for sharing.
import type { Words } from '../words';
import { list } from './grammar';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) =>
    `このリンクは開けませんでした：${problem}。代わりに、このページの学習を表示しています。`,
  understood: 'OK',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `共有：${name}` : '共有'),
  items: {
    link: 'リンクをコピー',
    embed: 'コードをコピー',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'ダウンロード',
  weights: 'すべての重みを含める',
  copied: (what) => `${what}：コピーしました。`,
  saved: (fileName) => `${fileName}：保存しました。`,
  byHand:
    'このページではクリップボードを使えません。テキストを選択したので、手動でコピーしてください。',
  field: 'コピーするテキスト',
  leftOut: (names) => `関数のため含まれないもの：${list(names)}。`,
  failed: (problem) => `うまくいきませんでした：${problem}`,
};
