// The words of numbers and options within a sentence, in German.
import type { Words } from '../words';
import { formatCount, formatShort } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: 'Lernrate',
  batchSize: 'Batchgröße',
  l1: 'L1-Rate',
  l2: 'L2-Rate',
  dropout: 'Dropout',
  points: 'Punkte',
  noise: 'Rauschen',
  speed: 'Tempo in Epochen pro Sekunde',
  testRatio: 'Anteil der Testpunkte',
  dataSeed: 'Seed der Daten',
  seed: 'Seed der Gewichte',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}, Zahl ${place + 1}`,
  hint: 'Seitwärts ziehen oder die Pfeiltasten nehmen; Enter oder ein Doppelklick zum Tippen',
  notANumber: (text) => `„${text.trim()}“ ist keine Zahl`,
  notWhole: (number) => `${formatShort(number)} ist keine ganze Zahl`,
  beyond: (min, max) =>
    max === Infinity
      ? `mindestens ${formatShort(min)} ist nötig`
      : min === -Infinity
        ? `höchstens ${formatShort(max)} ist erlaubt`
        : `erlaubt ist ${formatShort(min)} bis ${formatShort(max)}`,
  stays: (complaint, kept) => `(${complaint}; es bleibt bei ${kept})`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: 'Schichten',
  activation: 'Aktivierung',
  features: 'Merkmale',
  dropout: 'Dropout',
  initialization: 'Anfangsgewichte',
  data: 'Daten',
  points: 'Punkte',
  noise: 'Rauschen',
  testRatio: 'Anteil der Testpunkte',
  loss: 'Verlust',
  reduction: 'Zusammenfassung',
  optimizer: 'Optimierer',
  optimizerOptions: 'Einstellungen des Optimierers',
  learningRate: 'Lernrate',
  schedule: 'Zeitplan',
  l1: 'L1-Rate',
  l2: 'L2-Rate',
  batchSize: 'Batchgröße',
  shuffle: 'Mischen',
  zeroGrad: 'zeroGrad',
  seed: 'Seed',
  dataSeed: 'Seed der Daten',
  autoplay: 'Selbststart',
  speed: 'Tempo',
  stopWhen: 'Stoppregel',
  posterEpoch: 'erste gezeigte Epoche',
  weights: 'gespeicherte Gewichte',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: 'start',
  pause: 'pause',
  step: 'eine Epoche weiter',
  reset: 'von vorn',
  newWeights: 'andere Gewichte',
  newData: 'andere Punkte',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: 'Drücken, um das einzustellen',
  undoHint: 'Noch einmal drücken stellt zurück, was vorher war',
  refused: (message) => `(${message})`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return 'wie am Anfang';
  if (given === Infinity) return 'so schnell es geht';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? 'an' : 'aus';
  if (given === 'full') return 'alle Punkte';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
