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
    const { data } = context.getImageData(atX - 1, atY - 1, 3, 3);
    for (let i = 0; i < data.length; i += 4) {
      const far = [0, 1, 2].reduce((sum, k) => sum + Math.abs(data[i + k]! - wanted[k]!), 0);
      if (far < 60) return true;
    }
    return false;
  };
  const shares = [0.2, 0.35, 0.5, 0.65, 0.8];
  const sides = {
    top: shares.map((share) => [left + share * (right - left), top - gap] as const),
    bottom: shares.map((share) => [left + share * (right - left), bottom + gap] as const),
    left: shares.map((share) => [left - gap, top + share * (bottom - top)] as const),
    right: shares.map((share) => [right + gap, top + share * (bottom - top)] as const),
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
