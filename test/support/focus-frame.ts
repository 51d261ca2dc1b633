// The frame around what has the focus, as the browser has drawn it.
import { page } from 'vitest/browser';

/**
 * The sides on which the frame cannot be seen whole: beneath what is drawn over it, or cut off. The corners are
 * left out.
 *
 * @param framed has the outline
 * @param around an element around it, with room for the outline
 */
export async function hiddenSides(framed: Element, around: Element): Promise<string[]> {
  const style = getComputedStyle(framed);
  const gap = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) / 2;
  const { left, right, top, bottom } = framed.getBoundingClientRect();
  const outer = around.getBoundingClientRect();
  const png = await page.screenshot({ element: around, save: false });
  const picture = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${png}`)).blob(),
  );
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const scale = picture.width / outer.width;
  const wanted = colorOf(style.outlineColor);
  const isFrame = (x: number, y: number) => {
    const [atX, atY] = [Math.round((x - outer.left) * scale), Math.round((y - outer.top) * scale)];
    // Browsers draw boxes at whole pixels.
    const { data } = context.getImageData(atX - 2, atY - 2, 5, 5);
    for (let i = 0; i < data.length; i += 4) {
      const far = [0, 1, 2].reduce((sum, k) => sum + Math.abs(data[i + k]! - wanted[k]!), 0);
      if (far < 60) return true;
    }
    return false;
  };
  // Of what is round, the middles of its sides.
  const isRound = style.borderRadius === '50%';
  const shares = isRound ? [0.5] : [0.2, 0.35, 0.5, 0.65, 0.8];
  const across = shares.map((share) => left + share * (right - left));
  const down = shares.map((share) => top + share * (bottom - top));
  const sides = {
    top: across.map((x) => [x, top - gap] as const),
    bottom: across.map((x) => [x, bottom + gap] as const),
    left: down.map((y) => [left - gap, y] as const),
    right: down.map((y) => [right + gap, y] as const),
  };
  return Object.entries(sides).flatMap(([side, points]) =>
    points.every(([x, y]) => isFrame(x, y)) ? [] : [side],
  );
}

function colorOf(css: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
