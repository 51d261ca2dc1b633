// What each step of the chain rule is called and does, in German.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { capital, counted, formatCount, list } from './grammar';

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;
const inLetters = ['Keine', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht'];
const functions = (count: number) => {
  const number = inLetters[count] ?? formatCount(count);
  return count === 1 ? `${number} Funktion macht` : `${number} Funktionen hintereinander machen`;
};

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `Multiplizier die Eingabe mit ${k}`,
  Square: () => 'Quadrier das Ergebnis',
  Linear: ([weight, bias]) =>
    `Multiplizier mit den Gewichten ${weight} und addier den Bias ${bias}`,
  ReLU: () => 'Lass positive Zahlen durch, und setz 0 an die Stelle der anderen',
  LeakyReLU: () => 'Lass positive Zahlen durch, und von den anderen nur wenig',
  Sigmoid: () => 'Drück jede Zahl zwischen 0 und 1',
  Tanh: () => 'Drück jede Zahl zwischen −1 und 1',
  Softplus: () => 'Lass große Zahlen durch, und bieg darunter sanft gegen 0 ab',
  Softmax: () => 'Mach aus den Zahlen Wahrscheinlichkeiten, die zusammen 1 ergeben',
  Sin: () => 'Nimm den Sinus',
  Dropout: () => 'Lass beim Anwenden jede Zahl durch',
  LayerNorm: () => 'Bring die Zahlen auf Mittel 0 und Varianz 1, dann skalier und verschieb sie',
  Residual: () => 'Addier, was die innere Schicht berechnet, zu dem, was sie bekommen hat',
  Features: () => 'Mach Merkmale aus den Koordinaten',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `Wende ${description} an`;

export const titles: StepSentences = {
  start: () => 'Anfang',
  forward: ({ formula }) => `Vorwärts: ${formula}`,
  objective: ({ formula }) => `Vorwärts: ${formula}`,
  backwardObjective: ({ objective, input }) => `Rückwärts: ${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `Rückwärts: ${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `Rückwärts: ${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `Rückwärts: ${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `Rückwärts: ${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => 'Prüfung: die numerische Steigung',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const parameters = given.parameters.length
      ? ` und ${given.parameters.length === 1 ? 'den' : 'die'} Parameter ${list(given.parameters)}`
      : '';
    const batch = samples > 1 ? ` Der Batch hat ${counted(samples, 'Beispiel', 'Beispiele')}.` : '';
    return `Nimm die Eingabe ${given.input}${parameters}. ${capital(functions(layers))} daraus ${objective}.${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}: ${facts.numbers}.`
      : `${doing(facts)}. Für eine Einheit: ${facts.numbers}.`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `Zähl alle Ausgaben zusammen, damit es eine einzige Zahl zum Ableiten gibt: ${objective} = ${value}.`
      : `Vergleich ${input} mit dem Ziel ${target}: Der Verlust ist ${objective} = ${value}.`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `Der Rückweg beginnt: Jede Ausgabe zählt in ${objective} einmal, also ist jede Steigung 1.`
      : `Der Rückweg beginnt: wie sich der Verlust mit dem ändert, was das Modell sagt, ${d(objective, input)} = ${gradient}.`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `Multiplizier, was hereinkam, ${d(objective, output)}, mit den lokalen Steigungen ${d(output, input)}, und addier, wo mehrere Wege zusammenkommen: ${facts.product}.`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `Die Steigung von ${right} ist ${how.join(' = ')}: Beweg ${input} ein wenig, und ${objective} ändert sich um das ${local}-Fache.`
      : `Multiplizier, was hereinkam, ${facts.incoming}, mit der lokalen Steigung ${how.at(0) === local ? local : `${localFormula} = ${local}`}: ${facts.product}.`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `Nimm noch einmal, was hereinkam, ${incoming}, und multiplizier es mit der anderen Steigung, ${first.formula} = ${first.local}: ${first.product}.`;
    }
    const whole = slopes.map(({ product }) => product).join('; ');
    return samples === 1
      ? `Nimm noch einmal, was hereinkam, und multiplizier es mit den Steigungen nach ${list(slopes.map(({ name }) => name))}: ${whole}.`
      : `Nimm noch einmal, was hereinkam. Jedes Beispiel addiert seinen Anteil (+=), deshalb ist der Gradient eine Summe über den Batch: ${whole}.`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon} ist zu klein neben ${given.input}: Für den Computer ist ${moved} + ε dasselbe wie ${moved}, also ist die gemessene Steigung ${measured}. Die Kettenregel sagt ${analytic}.`
      : `Beweg ${moved} um ε = ${epsilon} und miss: (${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}. Die Kettenregel sagt ${analytic}.`,
};
