// Heat: all numbers of a tensor as a picture of a pixel each, in the colours of a grid.
import { useCallback, useRef } from 'react';
import { useBeforePaint, useThemeChange } from '../../hooks';
import { colorTable, drawingContext, readColors } from '../../theme';
import { usePoster } from '../poster';
import { HeatPoster } from './heat-poster';
import { largestOf, type Matrix } from './matrix';

interface HeatProps {
  matrix: Matrix;
  /** Which size gets the full colour. @default the largest of the matrix */
  largest?: number | undefined;
  /** What it shows, for those who listen; without it they are told nothing. */
  name?: string;
  /** As large as this fits into, in CSS pixels. */
  width: number;
  height: number;
}

/** Beyond this ratio of its sides a matrix is shown line by line, as a text is. */
const longest = 8;

/** A picture of a matrix. */
export function Heat({ matrix, largest, name, width, height }: HeatProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sides = sidesOf(matrix);
  const scale = Math.min(width / sides.columns, height / sides.rows);
  const isPoster = usePoster();
  const draw = useCallback(() => {
    if (!isPoster) paint(canvas.current!, matrix, largest ?? largestOf(matrix.data));
  }, [matrix, largest, isPoster]);
  useBeforePaint(draw, [draw]);
  useThemeChange(canvas, draw, !isPoster);
  const size = { width: sides.columns * scale, height: sides.rows * scale };
  if (isPoster) {
    const full = largest ?? largestOf(matrix.data);
    return <HeatPoster data={matrix.data} {...sides} largest={full} name={name} {...size} />;
  }
  return (
    <canvas
      ref={canvas}
      className="pancake-tensor-heat"
      role={name === undefined ? undefined : 'img'}
      aria-label={name}
      aria-hidden={name === undefined || undefined}
      width={sides.columns}
      height={sides.rows}
      style={size}
    />
  );
}

function sidesOf({ rows, columns }: Matrix): { rows: number; columns: number } {
  if (rows <= longest * columns && columns <= longest * rows) return { rows, columns };
  const count = rows * columns;
  const wide = Math.ceil(Math.sqrt(count * 2));
  return count <= wide * 2 ? { rows, columns } : { rows: Math.ceil(count / wide), columns: wide };
}

function paint(canvas: HTMLCanvasElement, { data }: Matrix, largest: number): void {
  const context = drawingContext(canvas);
  const [low, middle, high, ink] = readColors(canvas, [
    ...['--pk-plane-negative', '--pk-plane-zero', '--pk-plane-positive', '--pk-ink'],
  ]);
  const table = colorTable(low!, middle!, high!);
  const [notFinite] = new Uint32Array(new Uint8ClampedArray([...ink!, 255]).buffer);
  const image = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  data.forEach((value, i) => {
    const share = largest ? value / largest : 0;
    pixels[i] = Number.isFinite(value) ? table[Math.round((share + 1) * 127.5)]! : notFinite!;
  });
  context.putImageData(image, 0, 0);
}
