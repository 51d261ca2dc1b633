// For visx's axes: a text of one line. The original breaks lines as well, and measures every word for
// that, wanted or not.
import { createElement } from 'react';

const style = { overflow: 'visible' };

export function Text(/** @type {Record<string, any>} */ props) {
  const { dx = 0, dy = 0, x = 0, y = 0, textAnchor = 'start', fontSize, children, ...rest } = props;
  if (rest.width || rest.angle || rest.scaleToFit || rest.verticalAnchor)
    throw new Error('The texts of this package are of one line, and lie level.');
  const isPlaced = Number.isFinite(x) && Number.isFinite(y);
  const line = createElement('tspan', { x, dy: '0em' }, children);
  const attributes = { transform: '', x, y, fontSize, ...rest, textAnchor };
  return createElement(
    'svg',
    { x: dx, y: dy, fontSize, style },
    isPlaced && children != null ? createElement('text', attributes, line) : null,
  );
}
