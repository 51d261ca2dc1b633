// Backgrounds that run from colour to colour, as a style sheet paints them.
import { plainColor } from './colors';
import { el, number } from './elements';

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A straight gradient of one background layer, and where in the box it lies. */
interface Layer {
  /** Where it runs, in degrees, clockwise from upwards. */
  angle: number;
  stops: { color: string; offset: number }[];
  place: Place;
}

/** Rectangles for a box's background images, back to front; other kinds than `linear-gradient` are left out. */
export function gradientRects(
  style: CSSStyleDeclaration,
  box: Place,
  nextId: () => string,
): SVGElement[] {
  if (!style.backgroundImage.includes('linear-gradient')) return [];
  const images = parts(style.backgroundImage);
  const positions = parts(style.backgroundPosition);
  const sizes = parts(style.backgroundSize);
  const layers = images.flatMap((image, i) => {
    const place = placeOf(box, sizes[i % sizes.length]!, positions[i % positions.length]!);
    return layerOf(image, place) ?? [];
  });
  return layers.reverse().flatMap((layer) => rectOf(layer, nextId()));
}

function layerOf(image: string, place: Place): Layer | null {
  const inside = /^linear-gradient\((.*)\)$/s.exec(image)?.[1];
  if (inside === undefined) return null;
  const all = parts(inside);
  const angle = angleOf(all[0]!);
  const listed = angle === null ? all : all.slice(1);
  const stops = listed.map((stop) => {
    const [, color, at] = /^(.*?)(?:\s+(-?[\d.]+)%)?$/s.exec(stop)!;
    return { color: plainColor(color!.trim()) ?? 'none', offset: at ? Number(at) / 100 : NaN };
  });
  const last = stops.length - 1;
  stops.forEach((stop, i) => {
    if (isNaN(stop.offset)) stop.offset = last ? i / last : 0;
  });
  return { angle: angle ?? 180, stops, place };
}

function angleOf(text: string): number | null {
  const side = { top: 0, right: 90, bottom: 180, left: 270 }[/^to (\w+)$/.exec(text)?.[1] ?? ''];
  const degrees = /^(-?[\d.]+)deg$/.exec(text)?.[1];
  return side ?? (degrees === undefined ? null : Number(degrees));
}

function placeOf(box: Place, size: string, position: string): Place {
  const [wide = 'auto', high = 'auto'] = size.split(' ');
  const [left = '0%', top = '0%'] = position.split(' ');
  const width = lengthOf(wide, box.width) ?? box.width;
  const height = lengthOf(high, box.height) ?? box.height;
  return {
    x: box.x + (lengthOf(left, box.width - width) ?? 0),
    y: box.y + (lengthOf(top, box.height - height) ?? 0),
    width,
    height,
  };
}

function lengthOf(text: string, whole: number): number | null {
  const value = parseFloat(text);
  if (isNaN(value)) return null;
  return text.endsWith('%') ? (value / 100) * whole : value;
}

function rectOf({ angle, stops, place }: Layer, id: string): SVGElement[] {
  if (!(place.width > 0 && place.height > 0)) return [];
  const isPlain = stops.every(({ color }) => color === stops[0]!.color);
  const rect = el('rect', { ...place, fill: isPlain ? stops[0]!.color : `url(#${id})` });
  if (isPlain) return [rect];
  // Along the line through the middle, from side to side.
  const turn = (angle * Math.PI) / 180;
  const [across, down] = [Math.sin(turn), -Math.cos(turn)];
  const reach = (Math.abs(across) * place.width + Math.abs(down) * place.height) / 2;
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  const gradient = el('linearGradient', {
    id,
    gradientUnits: 'userSpaceOnUse',
    x1: number(x - across * reach),
    y1: number(y - down * reach),
    x2: number(x + across * reach),
    y2: number(y + down * reach),
  });
  gradient.append(...stops.map(({ color, offset }) => el('stop', { offset, 'stop-color': color })));
  return [gradient, rect];
}

// Apart at the commas that are in no brackets.
function parts(text: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}
