// What the parameters of a layer are called in figures: W1, b1, …

const letters: Readonly<Record<string, string>> = {
  weight: 'W',
  bias: 'b',
};

/**
 * A parameter's name in figures: `weight` of the second layer is W2; `inner.0.weight` of a residual
 * block in the third place is W3.0.
 *
 * @param type the layer's kind: `Linear`
 * @param name the parameter's name in the layer: `weight`
 * @param place the layer's number, from 1
 */
export function parameterName(type: string, name: string, place: number): string {
  const path = name.split('.');
  const own = path.pop()!;
  const inside = path.filter((part) => part !== 'inner');
  // LayerNorm's weight is one number a feature, and no matrix.
  const letter = type === 'LayerNorm' && own === 'weight' ? 'g' : (letters[own] ?? own);
  return [`${letter}${place}`, ...inside].join('.');
}
