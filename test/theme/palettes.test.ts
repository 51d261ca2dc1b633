// Every palette can be read by everybody: by readers without one kind of cone, and against its page.
import { describe, expect, it } from 'vitest';
import { palettes, type RGB } from '../../src/theme';
import { contrast, difference, fromHex, mix, seenBy, toLab, vision } from './color';
import { declared, paletteTokens, themeFile, tokenColor } from './tokens';

const readers = Object.keys(vision) as (keyof typeof vision)[];
const classes = Array.from({ length: 8 }, (_, k) => `--pk-class-${k}`);
const themes = ['magazine', 'docs', 'readme', 'paper'];

/** Of the closest two among some colours: their difference, and who has to tell them apart. */
function closest(colors: Record<string, RGB>) {
  const names = Object.keys(colors);
  const all = readers.flatMap((reader) =>
    names.flatMap((a, i) =>
      names.slice(0, i).map((b) => {
        const [one, other] = [a, b].map((name) => toLab(seenBy(reader, colors[name]!)));
        return { between: `${b} and ${a}, ${reader}`, apart: difference(one!, other!) };
      }),
    ),
  );
  return all.reduce((least, pair) => (pair.apart < least.apart ? pair : least));
}

const surfaces = [
  ...palettes.map((palette) => [palette, paletteTokens(palette)] as const),
  ...themes.map((name) => [name, declared(themeFile(`themes/${name}.css`))] as const),
];
const cases = surfaces.flatMap(([name, given]) =>
  (['light', 'dark'] as const).map((mode) => ({ name, mode, given })),
);

describe('CIEDE2000', () => {
  // From the test data of Sharma, Wu and Dalal.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [RGB, RGB, number][])('of %j and %j is %f', (a, b, expected) => {
    expect(difference(a, b)).toBeCloseTo(expected, 4);
  });
});

describe.each(cases)('$name, $mode', ({ mode, given }) => {
  const color = (name: string) => fromHex(tokenColor(name, mode, given));
  const named = (names: string[]) => Object.fromEntries(names.map((name) => [name, color(name)]));
  const paper = color('--pk-paper');

  it('has negative, zero and positive numbers far apart for every reader', () => {
    const ends = named(['--pk-negative', '--pk-zero', '--pk-positive']);
    expect(closest(ends).apart, closest(ends).between).toBeGreaterThan(30);
  });

  it('has the negative and the positive half of its scale apart, from a quarter on', () => {
    const zero = color('--pk-zero');
    const [low, high] = ['--pk-negative', '--pk-positive'].map((name) =>
      mix(color(name), zero, 0.25),
    );
    expect(closest({ low: low!, high: high! }).apart).toBeGreaterThan(7);
  });

  it('has eight classes that differ, each from each, for every reader', () => {
    expect(closest(named(classes)).apart, closest(named(classes)).between).toBeGreaterThan(11);
  });

  it('has text that can be read', () => {
    const wash = color('--pk-wash');
    const here = color('--pk-here');
    for (const name of ['--pk-ink', '--pk-muted', '--pk-accent', '--pk-negative-text']) {
      expect(contrast(color(name), paper), `${name} on paper`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color(name), wash), `${name} on wash`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(color('--pk-ink'), here), 'ink on here').toBeGreaterThanOrEqual(4.5);
    for (const name of ['keyword', 'string', 'number', 'comment']) {
      const kind = `--pk-code-${name}`;
      expect(contrast(color(kind), wash), `${kind} on wash`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has labels in the colour of a class that can be read', () => {
    for (const name of classes) {
      const label = mix(color(name), color('--pk-ink'), 0.6);
      expect(contrast(label, paper), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has lines, marks and outlines that stand out', () => {
    const seen = ['--pk-edge', '--pk-focus', '--pk-here-strong', ...classes];
    for (const name of seen) {
      expect(contrast(color(name), paper), `${name} on paper`).toBeGreaterThanOrEqual(3);
    }
  });

  it('has black or white stand out on every colour of its scale', () => {
    for (let i = -100; i <= 100; i++) {
      const end = color(i < 0 ? '--pk-negative' : '--pk-positive');
      const ground = mix(end, color('--pk-zero'), Math.abs(i) / 100);
      const best = Math.max(contrast([0, 0, 0], ground), contrast([255, 255, 255], ground));
      expect(best).toBeGreaterThanOrEqual(4.5);
    }
  });
});
