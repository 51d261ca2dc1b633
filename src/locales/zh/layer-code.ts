// The words of a layer's code in Chinese.
import type { Words } from '../words';
import { formatCount, formatShort, formatTight } from './grammar';

type Code = Words['LayerCode'];
type Nested = Parameters<Code['values']>[0];

const dimensions = (shape: readonly number[]) => shape.map(formatCount).join(' × ');
const n = (value: number) => formatShort(value, 4);

function nested(values: Nested): string {
  return typeof values === 'number' ? formatTight(values) : `[${values.map(nested).join(', ')}]`;
}

export const layerCode: Code = {
  listing: (name, language) => `${name}，${language === 'python' ? 'NumPy' : 'TypeScript'}`,
  keys: '用上下方向键在名称之间移动；它的数值在代码下方。',
  shape: (shape) => (shape.length ? `形状 ${dimensions(shape)}` : '单个数'),
  values: nested,
  summary: ({ min, max, mean }) => `${n(min)} 到 ${n(max)}，均值 ${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join(', ')}, …`,
  spoken: (name, shape, values) =>
    `${name}，${shape.length ? `形状 ${shape.join(' 乘 ')}` : '单个数'}：${values.map(n).join('，')}`,
  unknown: '尚未计算',
  heading: (layer, phase) =>
    ({
      forward: `${layer}：forward`,
      backward: `${layer}：backward`,
      parameters: `${layer}：backward，到参数`,
    })[phase],
  caption: '标记的行在这一步执行。指向带下划线的名称，查看它的数值。',
  show: '显示哪种代码',
  both: '两者',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: '在这个页面上运行的代码',
  numpyNote: '同样的计算，像在 notebook 里那样写',
  own: (layer) =>
    `${layer} 是你自己写的层：这是浏览器中它的代码。它旁边没有 NumPy 版本，也没有标记。`,
  noParameters: (layer) => `${layer} 没有参数：没有哪一行会往梯度上累加。`,
};
