// A figure as a picture of pixels: its SVG, drawn twice as large.
import { figureToSVG } from './figure-to-svg';

/** Pixels to a CSS pixel. */
export const scale = 2;

/**
 * The figure as a PNG.
 *
 * @throws Error if the browser cannot draw it
 */
export async function figureToPNG(figure: HTMLElement): Promise<Blob> {
  const text = figureToSVG(figure);
  const image = new Image();
  // As a data address: a canvas that has drawn it can still be read.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode().catch(() => {
    throw new Error(
      'the browser could not draw the figure; a Content-Security-Policy, if the page has one, needs img-src data:',
    );
  });
  const canvas = document.createElement('canvas');
  canvas.width = scale * image.naturalWidth;
  canvas.height = scale * image.naturalHeight;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the browser could not draw the figure'));
    }, 'image/png'),
  );
}
