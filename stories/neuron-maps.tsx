// A map for every neuron: what each unit of a layer makes of the plane. Built from the package's
// public parts, as a reader's own figure would be.
import { useEffect, useRef } from 'react';
import { useTrainerFrame } from 'react-pancake';
import type { Plane, Trainer } from 'react-pancake/engine';

/** How many cells a map is wide and high: those of the decision boundary, so that one pass serves both. */
const n = 100;
/** Every how many cells a map takes one. */
const stride = 2;
const side = n / stride;

/** The maps of the layers at these places of the model, a column each. */
export function NeuronMaps({ trainer, places }: { trainer: Trainer; places: readonly number[] }) {
  const canvases = useRef(new Map<string, HTMLCanvasElement>());
  const image = useRef<ImageData>(null);
  const painted = useRef(-1);
  const paint = () => {
    const plane = trainer.plane(n);
    if (painted.current === plane.version) return;
    painted.current = plane.version;
    image.current ??= new ImageData(side, side);
    for (const place of places) paintLayer(plane, place, image.current, canvases.current);
  };
  useTrainerFrame(paint, trainer);
  useEffect(paint);

  return (
    <div style={{ display: 'flex', gap: 12 }} role="group" aria-label="Neurons">
      {places.map((place) => (
        <div key={place} style={{ display: 'grid', gap: 4, alignContent: 'start' }}>
          {Array.from({ length: trainer.plane(n).layer(place).shape[1]! }, (_, unit) => (
            <canvas
              key={unit}
              ref={(canvas) => {
                if (canvas) canvases.current.set(`${place} ${unit}`, canvas);
                else canvases.current.delete(`${place} ${unit}`);
              }}
              width={side}
              height={side}
              style={{ width: 36, height: 36 }}
              role="img"
              aria-label={`Layer ${place}, unit ${unit}`}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function paintLayer(
  plane: Plane,
  place: number,
  image: ImageData,
  canvases: ReadonlyMap<string, HTMLCanvasElement>,
) {
  const { data, shape } = plane.layer(place);
  const units = shape[1]!;
  const pixels = new Uint32Array(image.data.buffer);
  for (let unit = 0; unit < units; unit++) {
    for (let row = 0, pixel = 0; row < n; row += stride) {
      for (let column = 0; column < n; column += stride, pixel++) {
        const value = data[(row * n + column) * units + unit]!;
        pixels[pixel] = colors[Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5)]!;
      }
    }
    canvases.get(`${place} ${unit}`)?.getContext('2d')?.putImageData(image, 0, 0);
  }
}

// From orange over white to blue, packed as a canvas's pixels.
const colors = Uint32Array.from({ length: 256 }, (_, i) => {
  const t = i / 127.5 - 1;
  const [red, green, blue] = t < 0 ? [232, 125, 36] : [33, 113, 181];
  const mix = (end: number) => Math.round(250 + (end - 250) * Math.abs(t));
  return (255 << 24) | (mix(blue) << 16) | (mix(green) << 8) | mix(red);
});
