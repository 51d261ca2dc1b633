// The words of the controls in Spanish: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = { falling: 'baja', rising: 'sube', flat: 'sin cambios', diverging: 'diverge' };

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: 'Controles del entrenamiento',
  play: 'Iniciar',
  pause: 'Pausa',
  replay: 'Repetir',
  step: 'Un paso',
  stepHint: 'Un paso: entrenar durante una época',
  stepBy: (unit) => (unit === 'batch' ? 'Un lote más' : 'Una capa más'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? 'Un lote más: entrenar con un lote'
      : 'Una capa más: atravesar una capa, hacia delante o hacia atrás',
  stepUnit: 'Avanzar por',
  unit: (unit) => ({ layer: 'capa', batch: 'lote', epoch: 'época' })[unit],
  layer: (number, type) => `capa ${number}, ${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `hacia delante: ${layer}`;
    if (kind === 'backward') return `hacia atrás: ${layer}`;
    if (kind === 'loss') return 'la pérdida del lote';
    return step === 0
      ? 'entre dos pasos de entrenamiento'
      : `pesos actualizados, paso de entrenamiento ${formatCount(step)}`;
  },
  reset: 'Reiniciar',
  resetHint: 'Reiniciar: empezar de nuevo con los mismos pesos',
  newWeights: 'Pesos nuevos',
  newWeightsHint: 'Pesos nuevos: empezar de nuevo con otros pesos aleatorios',
  newData: 'Datos nuevos',
  newDataHint: 'Datos nuevos: sacar otros puntos y empezar de nuevo con los mismos pesos',
  ownData: 'Estos puntos están dados, no hay otros que sacar.',
  epoch: 'época',
  loss: 'pérdida',
  wrong: (wrong, count) => `${formatCount(wrong)} de ${formatCount(count)} mal clasificados`,
  timeline: 'Ir a la época',
  timelineAt: (epoch, last) => `${formatCount(epoch)} de ${formatCount(last)}`,
  timelineEmpty: 'nada entrenado todavía',
  announce: ({ status, epoch, loss }) => {
    const where = `la época ${formatCount(epoch)}, pérdida ${formatNumber(loss)}`;
    if (status === 'running') return `Entrenando desde ${where}.`;
    if (status === 'paused') return `En pausa en ${where}.`;
    if (status === 'done') return `Terminado en ${where}.`;
    if (status === 'diverged') return `Divergencia tras ${where}.`;
    return `Todo listo, en ${where}.`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `Época ${formatCount(epoch)}, pérdida ${formatNumber(loss)}, ${trends[trend]}, ` +
    (wrong === null
      ? `error típico ${formatNumber(error)}.`
      : `${formatCount(wrong)} de ${formatCount(count)} mal clasificados.`),
  ofRun: (name, number, sentence) =>
    `${name ?? `Entrenamiento ${formatCount(number)}`}: ${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where =
      divergence && divergence.layer !== 'loss' ? ` (primero en ${divergence.layer})` : '';
    return (
      `Los números han crecido sin límite${where}. ` +
      `Ves la época ${formatCount(epoch)}, la última válida. Baja la tasa de aprendizaje y reinicia.`
    );
  },
};
