// For visx's texts: how far their first line is moved up, for each line below it a line's height.
export default function reduceCSSCalc(/** @type {string} */ sum) {
  const found = /^calc\((\d+) \* -([\d.]+)em\)$/.exec(sum);
  if (!found)
    throw new Error(`visx asks for ${sum}, which .ci/lean/line-height.mjs does not know.`);
  const up = Number(found[1]) * Number(found[2]);
  return `${up === 0 ? 0 : -up}em`;
}
