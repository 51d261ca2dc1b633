// A map for every neuron: what each unit of a layer makes of the plane. Built from the package's
// public parts, as a reader's own figure would be.
import { useEffect, useRef } from 'react';
import { useTrainerFrame } from 'react-pancake';
import type { Plane, Trainer } from 'react-pancake/engine';

/** How many cells a map is wide and high: those of the decision boundary, so that one pass serves both. */
const n = 100;
/** How many of them it shows. */
const most = 50;
const gap = 6;

interface NeuronMapsProps {
  trainer: Trainer;
  /** The places of the layers, a column each. */
  places: readonly number[];
}

/** The maps of some layers, on one canvas: one picture to paint is less work than one a neuron. */
export function NeuronMaps({ trainer, places }: NeuronMapsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData | null>(null);
  const painted = useRef('');
  const paint = () => {
    const plane = trainer.plane(n);
    const shown = `${plane.version} ${places.join()}`;
    if (painted.current === shown || !canvas.current) return;
    painted.current = shown;
    image.current = paintMaps(canvas.current, image.current, plane, places);
  };
  useTrainerFrame(paint, trainer);
  useEffect(paint);
  return (
    <canvas
      ref={canvas}
      style={{ width: places.length * 40 }}
      role="img"
      aria-label="What each neuron makes of the plane"
    />
  );
}

function paintMaps(
  canvas: HTMLCanvasElement,
  last: ImageData | null,
  plane: Plane,
  places: readonly number[],
): ImageData {
  const layers = places.map((place) => plane.layer(place));
  const rows = Math.max(...layers.map(({ shape }) => shape[1]!));
  const stride = Math.ceil(plane.side / most);
  const side = Math.floor(plane.side / stride);
  const width = layers.length * (side + gap) - gap;
  const height = rows * (side + gap) - gap;
  const fits = last?.width === width && last.height === height;
  const image = fits ? last : new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  layers.forEach(({ data, shape }, column) => {
    const units = shape[1]!;
    for (let unit = 0; unit < units; unit++) {
      for (let y = 0; y < side; y++) {
        let pixel = (unit * (side + gap) + y) * image.width + column * (side + gap);
        let at = y * stride * plane.side * units + unit;
        for (let x = 0; x < side; x++, at += stride * units) pixels[pixel++] = colorOf(data[at]!);
      }
    }
  });
  // Setting its size, to the same one too, makes a canvas anew.
  if (!fits) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return image;
}

const colorOf = (value: number) =>
  colors[Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5)]!;

// From orange over white to blue, packed as a canvas's pixels.
const colors = Uint32Array.from({ length: 256 }, (_, i) => {
  const t = i / 127.5 - 1;
  const [red, green, blue] = t < 0 ? [232, 125, 36] : [33, 113, 181];
  const mix = (end: number) => Math.round(250 + (end - 250) * Math.abs(t));
  return (255 << 24) | (mix(blue) << 16) | (mix(green) << 8) | mix(red);
});
