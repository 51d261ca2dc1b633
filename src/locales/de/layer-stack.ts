// The words of the layer stack in German.
import type { Words } from '../words';
import { casesOf, formatCount, formatNumber } from './grammar';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: 'Wert', gradient: 'Gradient' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join(', ');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `Zielwert ${formatNumber(target, 2)}` : `Klasse ${target}`;

const phases = {
  forward: 'vorwärts',
  loss: 'Verlust',
  backward: 'rückwärts',
} as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: 'Schichtenstapel',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `Punkt ${formatCount(sample + 1)}: Werte hinauf, Gradienten hinab`
      : `Trainingsschritt: ${phases[phase.kind]}, ${step} von ${count}`,
  diverged: (epoch) => `divergiert; das ist Epoche ${formatCount(epoch)}, die letzte brauchbare`,
  value: 'Wert, vorwärts ↑',
  gradient: 'Gradient, rückwärts ↓',
  input: 'Eingabe',
  loss: 'Verlust',
  target: (target, task) => `für ${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => `${formatCount(count)} Parameter`,
  shape: (from, to) => `${from} → ${to}`,
  formula: casesOf,
  cell: (column, unit, of, number) => `${of}, ${columns[column]} ${unit + 1}: ${number}`,
  hint: 'Zeig auf eine Zelle, um ihre Zahl zu lesen.',
  caption:
    'Die kräftigste Farbe jeder Zeile ist ihre größte Zahl; ein Minus kennzeichnet die negativen.',
  more: (count) => `${formatCount(count)} weitere zeigen`,
  fewer: 'weniger zeigen',
  details: (of) => `${of}: was sie sich merkt, ihre Ableitung und ihre Parameter`,
  remembers: 'Merkt sich für den Rückweg',
  nothing: 'nichts',
  localElementwise: 'Lokale Steigung dOut/dIn, ein Eintrag je Zahl',
  localJacobian: 'Lokale Ableitung dOut/dIn, eine Zeile je Ausgabe',
  parameterValue: (name) => name,
  parameterAdded: (name) => `von diesem Punkt zum Gradienten von ${name} addiert`,
  summary: (shape, low, high) =>
    `${shape} Zahlen, von ${formatNumber(low)} bis ${formatNumber(high)}`,
  point: 'Punkt',
  ofPoints: (count) => `von ${formatCount(count)}`,
  previous: 'Voriger Punkt',
  next: 'Nächster Punkt',
  place: (x, target, task) => `${coordinates(x)}, ${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `Punkt ${formatCount(sample + 1)} von ${formatCount(count)}: ${coordinates(x)}, ${goal(target, task)}. Das Modell sagt ${prediction}; Verlust ${formatNumber(loss)}.`,
  noLayers: 'Dieses Modell hat noch keine Schichten: Was hineingeht, kommt heraus.',
  predictedClass: (label, probability) => `Klasse ${label}, mit ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () =>
    'Die Zahlen sind zu groß geworden, um diesem Punkt zu folgen. Setz den Lauf zurück und nimm eine kleinere Lernrate.',
};
