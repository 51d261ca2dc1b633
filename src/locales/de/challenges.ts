// The challenges in German: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';

const onlyAdd = 'addier mit +=, denn = überschreibt';

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: 'ist 2x; das Quadrat von x ist x · x',
  squareUntouched: 'ist x, wie es hereinkam; richtig ist x · x',
  slopeAlone: 'ist die Steigung 2x allein; sie muss mit dObj/dOut multipliziert werden',
  halfSlope: 'ist halb so groß, wie es sein muss: Die Steigung von x² ist 2x, nicht x',
  valueForSlope: 'nimmt den Wert x², wo die Steigung 2x hingehört',
  slopeOfTwo: 'nimmt die Steigung 2; die Steigung von x² bei x ist 2x',
  sumForProduct: 'ist k + x; richtig ist k · x',
  factorAlone: 'ist k allein; es muss mit dObj/dOut multipliziert werden',
  inputForFactor: 'nimmt die Eingabe, wo die Steigung dOut/dIn = k hingehört',
  inputsAlone:
    'ist die Summe der Eingaben allein; jede muss mit ihrem dObj/dOut multipliziert werden',
  gradientsAlone:
    'ist die Summe der dObj/dOut allein; jedes muss mit seiner Eingabe multipliziert werden',
  gradientsWithoutWeights:
    'ist die Summe der dObj/dOut allein; jedes muss mit seinem Gewicht multipliziert werden',
  factorTwice: 'hat k als Faktor; die Steigung dOut/dk ist die Eingabe allein',
  batchDivided: 'ist 4-mal zu klein: Summier über den Batch, ohne zu teilen',
  lastNumber: `enthält nur den Anteil der letzten Zahl; ${onlyAdd}`,
  biasMissing: 'kommt ohne den Bias aus: Addier b[o] zu jeder Summe',
  biasPerInput: 'enthält den Bias für jede Eingabe einmal; er gehört zu jeder Summe nur einmal',
  biasSubtracted: 'enthält den Bias abgezogen; er muss addiert werden',
  biasAlone: 'ist der Bias allein; die gewichtete Summe der Eingaben fehlt',
  weightsAlone:
    'ist die Summe der Gewichte allein; jedes muss mit seinem dObj/dOut multipliziert werden',
  firstOutput: 'berücksichtigt nur die erste Ausgabe; summier über alle Ausgaben',
  lastOutput: 'berücksichtigt nur die letzte Ausgabe; summier über alle Ausgaben',
  lastPoint: `enthält nur den Anteil des letzten Punkts; ${onlyAdd}`,
  firstPoint: 'enthält nur den Anteil des ersten Punkts; geh durch alle Punkte des Batches',
  weightAsFactor:
    'hat das Gewicht als Faktor; die Steigung der Ausgabe nach einem Gewicht ist die Eingabe',
  pointsCounted: 'zählt die Punkte; jeder Punkt addiert sein dObj/dOut',
  biasAsFactor: 'hat den Bias als Faktor; die Steigung der Ausgabe nach ihrem Bias ist 1',
  untouched: 'hat sich nicht geändert; setz die neue Zahl an ihre Stelle',
  unchanged: 'hat sich nicht geändert',
  upTheSlope: 'ist bergauf gegangen; der Verlust fällt gegen den Gradienten',
  wholeGradient: 'ist um den ganzen Gradienten gegangen; multiplizier ihn mit der Lernrate',
  wholeGradientByLr: 'ist um den ganzen Gradienten gegangen; multiplizier ihn mit lr',
  stepAlone: 'enthält nur den Schritt; geh von der Zahl aus, die dort stand',
  signAlone: 'folgt nur dem Vorzeichen des Gradienten; auch seine Größe zählt',
  notCleared: 'ist noch da; setz 0 an die Stelle jeder Zahl',
  gradientsKept: 'folgt den Gradienten aller bisherigen Epochen; setz sie zuerst auf null',
  gradientPassedOn:
    'ist dObj/dOut, wie es hereinkam; es muss mit der Steigung der Schicht multipliziert werden, dOut/dIn',
  onlySecond: `enthält nur den zweiten; ${onlyAdd}`,
};

const change =
  'Setzt rule(v, g) an die Stelle jeder Zahl v einer Liste, mit ihrem g aus einer anderen Liste.';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'Schreib Square',
    task: 'Füll die drei Lücken: was forward sich merkt, was es zurückgibt, und die Kettenregel in backward.',
    hints: [
      'Die Steigung von x² ist 2x, also muss backward das x kennen, das forward gesehen hat.',
      'In backward ist n die Zeile und i die Spalte: Die Zahl, die forward dort gesehen hat, ist this.input[n][i].',
      'dObj/dIn ist dObj/dOut mal die Steigung: d * 2 * this.input[n][i].',
    ],
    comments: [
      'x ↦ x², für jede Zahl eines Batches: x ist eine Liste von Zeilen, eine Zeile je Punkt.',
      'Merk dir, was backward brauchen wird.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Zwei Kreise, und ein Modell mit deinem Square zwischen zwei Linear-Schichten.',
  },
  mul: {
    title: 'Schreib Mul',
    task: 'Füll die drei Lücken: k x in forward, und in backward den Gradienten von k und den der Eingabe.',
    hints: [
      'M = k v hat zwei Steigungen: dM/dv = k und dM/dk = v.',
      'k steht in einer Liste: Seine Zahl ist this.k[0]. Das v, das zu d gehört, ist this.input[n][i].',
      'grad_k wächst um d * this.input[n][i], und die Eingabe bekommt d * this.k[0].',
    ],
    comments: [
      'x ↦ k x, mit einer lernbaren Zahl k, derselben für jede Zahl des Batches.',
      'eine Liste, damit sie als Referenz weitergegeben werden kann',
      'Jede Zahl des Batches addiert ihren Anteil: dObj/dOut × dOut/dk.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Zwei Wolken, und ein Perzeptron mit deinem Mul vor dem Sigmoid: Wenn k wächst, wird die Grenze schärfer.',
  },
  linear: {
    title: 'Schreib Linear',
    task: 'Füll die vier Lücken. Zuerst forward: Es wird für sich geprüft, bevor backward an der Reihe ist.',
    hints: [
      'Forward: Ausgabe o eines Punkts ist b[o] plus die Summe über i von w[o][i] mal row[i]. reduce kann bei this.b[o] beginnen.',
      'Der Bias wirkt auf seine Ausgabe mit Steigung 1, also addiert jeder Punkt d zu grad_b[o]. Ein Gewicht wirkt mit der Steigung seiner Eingabe, also addiert jeder Punkt d mal this.input[n][i].',
      'Eine Eingabe wirkt auf jede Ausgabe über ihr Gewicht: dObj/dIn[i] ist die Summe über o von d mal w[o][i].',
    ],
    comments: [
      'Jede Ausgabe ist eine gewichtete Summe der Eingaben plus ein Bias.',
      'B Punkte im Batch, I Eingaben, O Ausgaben: x ist (B, I), w ist (O, I), b ist (O).',
      '(B, I)',
      'Für jeden Punkt eine Zeile mit O Ausgaben.',
      'dOut ist (B, O). Addier den Anteil jedes Punkts zu den Gradienten.',
      'dObj/dIn, (B, I): Eine Eingabe wirkt auf jede Ausgabe.',
    ],
    run: 'Die vier Punkte, und ein Perzeptron aus deinem Linear und einem Sigmoid.',
  },
  'own-layer': {
    title: 'Eine eigene Schicht',
    task: 'Wähl irgendeine Funktion einer Zahl v, und schreib ihre Steigung. Die Steigung wird mit der verglichen, die an deinem forward gemessen wird.',
    hints: [
      'Jede Funktion, die keine Gerade ist, geht: Math.sin(v), Math.abs(v), v * Math.exp(-v * v).',
      'Die Steigung von Math.sin(v) ist Math.cos(v); die von Math.abs(v) ist Math.sign(v).',
    ],
    comments: [
      'Eine eigene Funktion, für jede Zahl einzeln. Ist es sin? Ist es |x|? Hat sie je jemand benutzt?',
      'Die Steigung deiner Funktion bei der Zahl, die sie gesehen hat.',
    ],
    run: 'Zwei Kreise, und ein Modell mit deiner Schicht zwischen zwei Linear-Schichten.',
  },
  optimizer: {
    title: 'Schreib einen Optimierer',
    task: 'Füll die zwei Lücken: was zeroGrad an die Stelle jedes Gradienten setzt, und wohin step jede Zahl bewegt.',
    hints: [
      'zeroGrad muss jeden Gradienten auf 0 setzen, was immer er war.',
      'Der Gradient zeigt bergauf. Ein Schritt geht andersherum, um lr mal den Gradienten.',
    ],
    comments: [
      'Entsteht mit dem Modell; zeroGrad() vor jedem Trainingsschritt, step() nach jedem backward.',
      '[{ value, grad }, …]: Listen von Zahlen, in einer Ebene oder zweien, als Referenz.',
      change,
    ],
    run: 'Die vier Punkte, und ein Perzeptron, das dein Optimierer trainiert.',
  },
  'training-loop': {
    title: 'Schreib die Trainingsschleife',
    task: 'Füll die vier Lücken einer Epoche: vergessen, vorwärts, rückwärts, Schritt.',
    hints: [
      'backward addiert zu den Gradienten. Was muss vorher mit ihnen geschehen?',
      'Das Modell nimmt alle Punkte auf einmal: model.forward(x). Der Gradient geht andersherum: model.backward(dPred).',
      'Der Gradient zeigt bergauf. Ein Schritt geht andersherum: v - lr * g.',
    ],
    comments: [
      'Eine Epoche mit allen Punkten. model hat forward, backward, zeroGrad und parameters;',
      'loss hat forward(pred, target) und backward().',
      '1. Vergiss die Gradienten der Epoche davor.',
      '2. Was sagt das Modell, und wie falsch liegt es?',
      '3. Zurück: zuerst durch den Verlust, dann durch das Modell.',
      '4. Beweg jede Zahl gegen ihren Gradienten.',
      change,
    ],
    run: 'Die vier Punkte, und ein Perzeptron in deiner Trainingsschleife.',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
