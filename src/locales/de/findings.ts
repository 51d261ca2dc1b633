// The sentences about a finding in German: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { formatCount, formatPercent, formatTight, list } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called after "in": `der Ausgabeschicht`. */
function inLayer(name: LayerName | null): string {
  if (!name) return 'dem Modell';
  if (name.kind === 'output') return 'der Ausgabeschicht';
  if (name.kind === 'place') return `der Schicht an Stelle ${name.place}, ${name.type},`;
  return `der verborgenen Schicht ${number(name)}`;
}

/** What a layer is called by itself. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return 'die Ausgabeschicht';
  if (name.kind === 'place') return `die Schicht an Stelle ${name.place}, ${name.type}`;
  return `die verborgene Schicht ${number(name)}`;
}

function number(name: Extract<LayerName, { kind: 'hidden' }>): string {
  return `${name.number}${name.activation ? ` (${name.activation})` : ''}`;
}

const times = (factor: number) => `${formatTight(factor)}-mal`;

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return 'Das einzige Neuron';
  if (units.length === of) return `Alle ${formatCount(of)} Neuronen`;
  if (units.length === 1) return `Neuron ${units[0]! + 1}`;
  if (units.length > mostListed) return `${units.length} der ${of} Neuronen`;
  return `Die Neuronen ${list(units.map((unit) => String(unit + 1)))}`;
}

function groupsOf(groups: readonly (readonly number[])[], of: number): string {
  if (groups.length === 1) return neurons(groups[0]!, of);
  const told = groups.map((group) => neurons(group, of).replace(/^D/, 'd').replace(/^A/, 'a'));
  return list(told).replace(/^[da]/, (letter) => letter.toUpperCase());
}

export const whatHappens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const who = neurons(units, of);
  const where = inLayer(layer);
  const one = units.length === 1;
  switch (sign) {
    case 'diverged': {
      const first = divergence?.layer === 'loss' ? 'im Verlust' : `in ${where}`;
      return `Die Zahlen sind über das hinausgewachsen, was ein Computer fassen kann, zuerst ${first}. Du siehst Epoche ${formatCount(epoch)}, die letzte brauchbare.`;
    }
    case 'lossRose':
      return `Der Verlust ist ${times(measure)} so hoch, wie wenn das Modell nur raten würde.`;
    case 'lossClimbs':
      return 'Der Verlust ist in jeder der letzten drei Epochen um die Hälfte oder mehr gestiegen.';
    case 'dead':
      return `${who} in ${where} ${one ? 'gibt' : 'geben'} für jeden Trainingspunkt 0.`;
    case 'nearlyDead':
      return `${who} in ${where} ${one ? 'liegt' : 'liegen'} nur für ${one ? '' : 'höchstens '}${formatPercent(measure, 1)} der Trainingspunkte über 0.`;
    case 'flat':
      return `${who} in ${where} ${one ? 'liegt' : 'liegen'} für ${one ? '' : 'mindestens '}${formatPercent(measure)} der Punkte an den Enden der Kurve.`;
    case 'sureAndWrong':
      return `Die Ausgabe ist sich für ${formatPercent(measure)} der Punkte der falschen Klasse sicher.`;
    case 'twins':
      return `${groupsOf(groups, of)} in ${where} haben dieselben Gewichte, hinein und hinaus.`;
    case 'sameForNow':
      return `${groupsOf(groups, of)} in ${where} haben hinein dieselben Gewichte, hinaus aber nicht.`;
    case 'testLossRose':
      return `Der Testverlust war in Epoche ${formatCount(since ?? 0)} am kleinsten. Jetzt ist er ${times(measure)} so hoch, während der Trainingsverlust noch fällt.`;
  }
};

export const whyItMatters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer
        ? ` Von allen Schichten vergrößert ${layerInWords(layer)} am stärksten, was hereinkommt.`
        : '';
      const overshoot =
        'Jeder Schritt schießt über das Ziel hinaus, landet höher als zuvor und macht den nächsten noch größer.';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut =
        units.length === of
          ? ' Durch die Schicht kommt nichts mehr hindurch; alles davor steht still.'
          : '';
      return one
        ? 'Auch sein Gradient ist 0, deshalb kann es nicht zurücklernen.'
        : `Auch ihr Gradient ist 0, deshalb können sie nicht zurücklernen.${cut}`;
    }
    case 'nearlyDead':
      return `Kaum etwas ist übrig, woraus ${one ? 'es' : 'sie'} noch lernen ${one ? 'kann' : 'können'}: Ein paar Schritte mehr, und es könnte vorbei sein.`;
    case 'flat':
      return `Dort ist die Steigung fast 0 und mit ihr der Gradient: Die Gewichte ${one ? 'dieses Neurons' : 'dieser Neuronen'} ändern sich kaum.`;
    case 'sureAndWrong':
      return 'So weit außen auf der Kurve ist die Steigung fast 0, und der Weg zurück braucht sehr viele Schritte.';
    case 'twins':
      return 'Sie berechnen dasselbe, bekommen denselben Gradienten und bleiben gleich: Zusammen können sie nicht mehr als ein einziges Neuron.';
    case 'sameForNow':
      return 'Sie berechnen dasselbe, bekommen aber verschiedene Gradienten: Die nächsten Schritte werden sie trennen.';
    case 'testLossRose':
      return 'Das Modell lernt seine Trainingspunkte auswendig, mitsamt dem Rauschen, und wird schlechter bei Punkten, die es nicht gesehen hat.';
  }
};
