// The words of a layer's code in Japanese.
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
  listing: (name, language) => `${name}（${language === 'python' ? 'NumPy' : 'TypeScript'}）`,
  keys: '上下の矢印キーで名前の間を移動します。その数値はコードの下に表示されます。',
  shape: (shape) => (shape.length ? `形状${dimensions(shape)}` : '1つの数'),
  values: nested,
  summary: ({ min, max, mean }) => `${n(min)}から${n(max)}まで、平均${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join(', ')}, …`,
  spoken: (name, shape, values) =>
    `${name}、${shape.length ? `形状${shape.join('×')}` : '1つの数'}：${values.map(n).join('、')}`,
  unknown: '未計算',
  heading: (layer, phase) =>
    ({
      forward: `${layer}：forward`,
      backward: `${layer}：backward`,
      parameters: `${layer}：backward（パラメータへ）`,
    })[phase],
  caption:
    '印の付いた行が、このステップで実行されます。下線の付いた名前を指すと、数値が見られます。',
  show: '表示するコード',
  both: '両方',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'このページで実行されるコード',
  numpyNote: 'ノートブックでの同じ計算',
  own: (layer) =>
    `${layer}は自作の層です。ブラウザが持っているコードをそのまま表示しています。NumPyのコードと印はありません。`,
  noParameters: (layer) => `${layer}にはパラメータがないため、勾配に足す行はありません。`,
};
