// Chinese: links and the menu for sharing.
import type { Words } from '../words';
import { list } from './grammar';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) => `无法打开这个链接：${problem}。下面是页面自带的训练。`,
  understood: '知道了',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `分享：${name}` : '分享'),
  items: {
    link: '复制链接',
    embed: '复制代码',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: '下载',
  weights: '包含所有权重',
  copied: (what) => `${what}：已复制。`,
  saved: (fileName) => `${fileName}：已保存。`,
  byHand: '这个页面不能使用剪贴板。文本已选中：请手动复制。',
  field: '待复制的内容',
  leftOut: (names) => `因为是函数，未包含在内：${list(names)}。`,
  failed: (problem) => `没有成功：${problem}`,
};
