// The words of the controls in German: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = {
  falling: 'fällt',
  rising: 'steigt',
  flat: 'bleibt gleich',
  diverging: 'divergiert',
};

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: 'Steuerung des Trainings',
  play: 'Start',
  pause: 'Pause',
  replay: 'Noch einmal',
  step: 'Schritt',
  stepHint: 'Schritt: eine Epoche trainieren',
  stepBy: (unit) => (unit === 'batch' ? 'Ein Batch weiter' : 'Eine Schicht weiter'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? 'Ein Batch weiter: auf einem Batch trainieren'
      : 'Eine Schicht weiter: vorwärts oder rückwärts durch eine Schicht gehen',
  stepUnit: 'Schrittweite',
  unit: (unit) => ({ layer: 'Schicht', batch: 'Batch', epoch: 'Epoche' })[unit],
  layer: (number, type) => `Schicht ${number}, ${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `vorwärts durch ${layer}`;
    if (kind === 'backward') return `rückwärts durch ${layer}`;
    if (kind === 'loss') return 'der Verlust des Batches';
    return step === 0
      ? 'zwischen zwei Trainingsschritten'
      : `Gewichte angepasst, Trainingsschritt ${formatCount(step)}`;
  },
  reset: 'Zurücksetzen',
  resetHint: 'Zurücksetzen: mit denselben Gewichten von vorn beginnen',
  newWeights: 'Neue Gewichte',
  newWeightsHint: 'Neue Gewichte: mit anderen zufälligen Gewichten von vorn beginnen',
  newData: 'Neue Daten',
  newDataHint: 'Neue Daten: andere Punkte ziehen und mit denselben Gewichten von vorn beginnen',
  ownData: 'Diese Punkte sind vorgegeben; andere lassen sich nicht ziehen.',
  epoch: 'Epoche',
  loss: 'Verlust',
  wrong: (wrong, count) => `${formatCount(wrong)} von ${formatCount(count)} falsch`,
  timeline: 'Zu einer Epoche gehen',
  timelineAt: (epoch, last) => `${formatCount(epoch)} von ${formatCount(last)}`,
  timelineEmpty: 'noch nichts',
  announce: ({ status, epoch, loss }) => {
    const where = `Epoche ${formatCount(epoch)}, Verlust ${formatNumber(loss)}`;
    if (status === 'running') return `Das Training läuft ab ${where}.`;
    if (status === 'paused') return `Pause bei ${where}.`;
    if (status === 'done') return `Fertig bei ${where}.`;
    if (status === 'diverged') return `Divergiert nach ${where}.`;
    return `Bereit bei ${where}.`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `Epoche ${formatCount(epoch)}, Verlust ${formatNumber(loss)}, ${trends[trend]}, ` +
    (wrong === null
      ? `typischer Fehler ${formatNumber(error)}.`
      : `${formatCount(wrong)} von ${formatCount(count)} falsch.`),
  ofRun: (name, number, sentence) => `${name ?? `Lauf ${formatCount(number)}`}: ${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where =
      divergence && divergence.layer !== 'loss' ? ` (zuerst in ${divergence.layer})` : '';
    return (
      `Die Zahlen sind über alle Grenzen gewachsen${where}. ` +
      `Du siehst Epoche ${formatCount(epoch)}, die letzte brauchbare. Verkleinere die Lernrate und setz den Lauf zurück.`
    );
  },
};
