// Colours as eyes have them: contrast, difference, and how they look without one kind of cone.
import type { RGB } from '../../src/theme';

/** The red, green and blue of `#rrggbb`. */
export const fromHex = (hex: string): RGB =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as RGB;

/** A mix in sRGB, as `color-mix(in srgb, a share, b)` makes it. */
export const mix = (a: RGB, b: RGB, share: number): RGB =>
  a.map((c, i) => c * share + b[i]! * (1 - share)) as unknown as RGB;

const toLinear = (c: number) => {
  const s = c / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
};
const fromLinear = (l: number) => {
  const c = Math.min(1, Math.max(0, l));
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
};
const times = (matrix: readonly RGB[], [a, b, c]: RGB) =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as RGB;

/** The contrast ratio of WCAG 2.2. */
export function contrast(a: RGB, b: RGB): number {
  const luminance = (color: RGB) => {
    const [r, g, blue] = color.map(toLinear) as unknown as RGB;
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/**
 * What readers see: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model
 * for simulation of color vision deficiency", IEEE TVCG 15(6), 2009, table of severity 1.0, on linear
 * sRGB.
 */
export const vision = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} satisfies Record<string, RGB[]>;

/** How a colour looks to a reader. */
export function seenBy(reader: keyof typeof vision, color: RGB): RGB {
  const seen = times(vision[reader], color.map(toLinear) as unknown as RGB);
  return seen.map(fromLinear) as unknown as RGB;
}

/** CIE L*a*b* under D65. */
export function toLab(color: RGB): RGB {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    color.map(toLinear) as unknown as RGB,
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/**
 * The difference CIEDE2000 of two colours in L*a*b*: about 2 can just be seen, 10 at a glance. After
 * G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", 2005.
 */
export function difference([L1, a1, b1]: RGB, [L2, a2, b2]: RGB): number {
  const degree = Math.PI / 180;
  const seventh = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const grey = 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const polar = (a: number, b: number) => {
    const wide = a * (1 + grey);
    const hue = wide === 0 && b === 0 ? 0 : Math.atan2(b, wide) / degree;
    return [Math.hypot(wide, b), (hue + 360) % 360] as const;
  };
  const [[C1, h1], [C2, h2]] = [polar(a1, b1), polar(a2, b2)];
  const isGrey = C1 * C2 === 0;
  const turn = ((h2 - h1 + 540) % 360) - 180;
  const dH = isGrey ? 0 : 2 * Math.sqrt(C1 * C2) * Math.sin((turn / 2) * degree);
  const [L, C] = [(L1 + L2) / 2, (C1 + C2) / 2];
  const h = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const cos = (angle: number) => Math.cos(angle * degree);
  const T =
    1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const sC = 1 + 0.045 * C;
  const sH = 1 + 0.015 * C * T;
  const rotation = -2 * seventh(C) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * degree);
  const [l, c, hh] = [(L2 - L1) / sL, (C2 - C1) / sC, dH / sH];
  return Math.sqrt(l * l + c * c + hh * hh + rotation * c * hh);
}
