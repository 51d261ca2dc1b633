// Colours as any program writes them: what a browser computes may be in newer words.

const known = new Map<string, string | null>();
let context: CanvasRenderingContext2D | null = null;

/** A colour as `#rrggbb`, or with its opacity as `rgba(…)`; null if it is fully transparent. */
export function plainColor(color: string): string | null {
  let plain = known.get(color);
  if (plain === undefined) {
    plain = read(color);
    known.set(color, plain);
  }
  return plain;
}

function read(color: string): string | null {
  if (!color || color === 'none' || color === 'transparent') return null;
  if (/^(url|context-|currentcolor)/i.test(color)) return color;
  if (!context) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    context = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (!context) return color;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  if (a === 0) return null;
  const hex = [r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('');
  return a === 255 ? `#${hex}` : `rgba(${r},${g},${b},${round(a! / 255)})`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
