// The words of the failure lab in German.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { capital, formatCount, formatShort, list, plural } from './grammar';

const inLetters = (count: number, one: string) =>
  [`kein`, one, 'zwei', 'drei', 'vier', 'fünf'][count] ?? formatCount(count);

export const failureLab: Words['FailureLab'] = {
  heading: 'Worauf zu achten ist',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') {
      return `Der Lauf ist divergiert: Er endete nach Epoche ${formatCount(epoch)}.`;
    }
    const found = [
      problems &&
        `${inLetters(problems, 'ein')} ${plural(problems, { one: 'Problem', other: 'Probleme' })}`,
      watches &&
        `${inLetters(watches, 'eine Sache')}${watches === 1 ? '' : ' Sachen'} im Auge zu behalten`,
    ].filter(Boolean);
    const told = found.join(', ');
    if (told) return `${capital(told)}.`;
    return epoch === 0
      ? 'Vor der ersten Epoche ist nichts verkehrt.'
      : 'Bisher ist nichts verkehrt.';
  },
  kinds: {
    exploding: 'Explodierende Schritte',
    deadReLU: 'Tote ReLUs',
    saturated: 'Gesättigte Neuronen',
    symmetry: 'Lauter gleiche Neuronen',
    overfitting: 'Overfitting',
  },
  states: { fine: 'gut', watch: 'beobachten', problem: 'Problem', none: 'hier nicht' },
  fine: {
    exploding: 'Der Verlust läuft nicht davon.',
    deadReLU: 'Jede ReLU liegt für manche Punkte über 0.',
    saturated: 'Kein Neuron hängt an einem Ende seiner Kurve fest.',
    symmetry: 'Keine zwei Neuronen einer Schicht haben dieselben Gewichte.',
    overfitting: 'Der Testverlust steigt nicht, während der Trainingsverlust fällt.',
  },
  none: {
    exploding: '',
    deadReLU: 'Dieses Modell hat keine verborgenen ReLUs.',
    saturated: 'Dieses Modell hat weder Sigmoide noch Tanh.',
    symmetry: 'Keine verborgene Schicht dieses Modells hat zwei Neuronen.',
    overfitting: 'Es gibt keine Testpunkte zum Vergleichen.',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few =
      'Einige wenige sind normal, und die anderen lernen auch ohne sie. Falls es mehr werden: ';
    const advice = {
      exploding: 'Probier kleinere Schritte: Sie kommen hinunter, wo diese hinüberspringen.',
      deadReLU: 'Probier kleinere Schritte oder eine Aktivierung, deren Steigung nie 0 ist.',
      saturated: 'Probier Gewichte, die kleiner beginnen, oder kleinere Schritte.',
      symmetry:
        'Probier zufällige Anfangsgewichte: Was verschieden ist, kann Verschiedenes lernen.',
      overfitting:
        'Probier mehr Daten, ein kleineres Modell oder eine Strafe auf große Gewichte, oder hör rechtzeitig auf.',
    }[kind];
    return isFew ? few + advice : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'Zufallsgewichten nach Xavier',
      learningRate !== undefined && `Lernrate ${formatShort(learningRate)}`,
      l2 !== undefined && `einer L2-Strafe von ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => `Neu beginnen mit ${remedy}`,
  tried: (remedy) => `Neu begonnen mit ${remedy}.`,
  putBack: 'Zurückstellen',
  goTo: (epoch) => `Zu Epoche ${formatCount(epoch)}`,
  show: 'Zeigen',
  shown: (unit, at, count) =>
    count === 1
      ? `Neuron ${unit + 1} ist zu sehen`
      : `Neuron ${unit + 1}, ${at + 1} von ${formatCount(count)}`,
  cause: 'Hervorrufen',
  causeAgain: 'Noch einmal',
  causeHint: (kind, again) => (again ? `Noch einmal: ${kind}` : `Hervorrufen: ${kind}`),
  aside: (kind) => `Dieser Lauf soll zeigen: ${kind}. Dein Modell ist beiseitegelegt.`,
  back: 'Zurück zu meinem Modell',
  weightsOnly:
    'Deine Gewichte sind wie zuvor. Die Epochen zählen wieder ab 0, weil der Lauf unterwegs geändert worden war.',
  play: 'Start',
  pause: 'Pause',
  step: 'Schritt',
  stepHint: 'Schritt: eine Epoche trainieren',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `Problem: ${problems.join(', ')}.` : '',
      watches.length ? `Zu beobachten: ${watches.join(', ')}.` : '',
    ].filter(Boolean);
    return parts.length ? parts.join(' ') : 'Nichts ist verkehrt.';
  },
};
