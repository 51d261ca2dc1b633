// The words of the activation plot in German.
import type { Words } from '../words';
import {
  casesOf,
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  list,
  plural,
} from './grammar';

type Plot = Words['ActivationPlot'];
type Reading = Parameters<Plot['read']>[0];

// A slope below this size lets almost nothing of a gradient through.
const nearlyFlat = 0.05;

function effect({ slope, jump }: Reading): string {
  if (jump && jump.before.slope !== jump.after.slope) {
    const [before, after] = [jump.before.slope, jump.after.slope].map((one) => formatShort(one, 3));
    return ` Hier ist ein Knick: Die Steigung springt von ${before} auf ${after}, und gerechnet wird hier mit ${formatShort(slope, 3)}.`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? ' Das Vorzeichen kehrt sich um.' : '';
  if (slope === 0) return ' Flach: Es kommt nichts zurück.';
  if (size < nearlyFlat) return ` Fast flach: Es kommt fast nichts zurück.${turned}`;
  if (slope === 1) return ' Er kommt zurück, wie er war.';
  if (size > 1) return ` Steil: Es kommt mehr zurück, als hineinging.${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesOf,
  choose: 'Aktivierung',
  value: 'f(x)',
  slope: 'f′(x)',
  input: 'Eingabe x',
  inputField: 'x',
  notANumber: (text) => `„${text.trim()}“ ist keine Zahl.`,
  outsideDomain: (from, to) => `Das Bild geht von ${formatShort(from)} bis ${formatShort(to)}.`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}: f(x) ${formatNumber(value)}, Steigung ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `Hier multipliziert die Schicht den zurückkommenden Gradienten mit ${formatShort(reading.slope, 3)}.${effect(reading)}`,
  strip: 'Eingaben jetzt',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'dieser Schicht' : `von Einheit ${unit}`;
    const words = `${share(flat, inputs)} der ${formatCount(inputs)} Eingaben ${whose} liegen, wo die Steigung fast 0 ist.`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? ' Sie ist tot: Kein Punkt bekommt durch sie einen Gradienten.'
          : ` ${formatCount(dead)} von ${counted(units, 'Einheit', 'Einheiten')} ${plural(dead, { one: 'ist', other: 'sind' })} tot: Kein Punkt bekommt hindurch einen Gradienten.`;
    return (
      words + silent + (outside ? ` ${share(outside, inputs)} liegen außerhalb des Bildes.` : '')
    );
  },
  noActivation: (place, found, activations) =>
    `An Stelle ${place} des Modells ist keine Aktivierung` +
    (found === null ? '' : `, sondern ${found}`) +
    (activations.length
      ? `; es gibt eine an ${list(activations.map((one) => `Stelle ${one}`))}.`
      : '; es hat keine.'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle
      ? 'Das Dreieck an der Tangente ist eine Einheit breit: Es ist so hoch wie der Balken darunter, f′(x). '
      : '') +
    'Zieh x, oder nimm die Pfeiltasten.' +
    (hasStrip
      ? ' Balken: was aus den Trainingsdaten in die Schicht kommt; hohl, wo sie flach ist.'
      : ''),
  description: (name, formula, reading) =>
    `${name}, ${formula}, und die Steigung f′(x). ` +
    `Bei x ${formatShort(reading.x)}: f(x) ${formatNumber(reading.value)}, Steigung ${formatNumber(reading.slope)}.`,
};
