// The challenges in Spanish: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';

const onlyAdd = 'suma con +=, porque = sobrescribe';

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: 'vale 2x; el cuadrado de x es x · x',
  squareUntouched: 'vale x, sin cambios; hace falta x · x',
  slopeAlone: 'es solo la pendiente 2x; hay que multiplicarla por dObj/dOut',
  halfSlope: 'vale la mitad de lo que debe: la pendiente de x² es 2x, no x',
  valueForSlope: 'usa el valor x² donde hace falta la pendiente 2x',
  slopeOfTwo: 'usa la pendiente 2; la pendiente de x² en x es 2x',
  sumForProduct: 'vale k + x; hace falta k · x',
  factorAlone: 'es solo k; hay que multiplicarlo por dObj/dOut',
  inputForFactor: 'usa la entrada donde hace falta la pendiente dOut/dIn = k',
  inputsAlone: 'es solo la suma de las entradas; hay que multiplicar cada una por su dObj/dOut',
  gradientsAlone: 'es solo la suma de los dObj/dOut; hay que multiplicar cada uno por su entrada',
  gradientsWithoutWeights:
    'es solo la suma de los dObj/dOut; hay que multiplicar cada uno por su peso',
  factorTwice: 'contiene el factor k; la pendiente dOut/dk es solo la entrada',
  batchDivided: 'vale la cuarta parte de lo que debe: suma sobre el lote, sin dividir',
  lastNumber: `solo contiene la parte del último número; ${onlyAdd}`,
  biasMissing: 'no tiene el sesgo: suma b[o] a cada suma',
  biasPerInput: 'cuenta el sesgo una vez por entrada; solo entra una vez en cada suma',
  biasSubtracted: 'contiene el sesgo restado; hay que sumarlo',
  biasAlone: 'es solo el sesgo; falta la suma ponderada de las entradas',
  weightsAlone: 'es solo la suma de los pesos; hay que multiplicar cada uno por su dObj/dOut',
  firstOutput: 'solo tiene en cuenta la primera salida; suma sobre todas',
  lastOutput: 'solo tiene en cuenta la última salida; suma sobre todas',
  lastPoint: `solo contiene la parte del último punto; ${onlyAdd}`,
  firstPoint: 'solo contiene la parte del primer punto; recorre todos los puntos del lote',
  weightAsFactor:
    'contiene el peso como factor; la pendiente de la salida respecto a un peso es la entrada',
  pointsCounted: 'cuenta los puntos; cada punto suma su dObj/dOut',
  biasAsFactor: 'contiene el sesgo como factor; la pendiente de la salida respecto a su sesgo es 1',
  untouched: 'no ha cambiado; pon el número nuevo en su lugar',
  unchanged: 'no ha cambiado',
  upTheSlope: 'ha subido por la pendiente; la pérdida baja en sentido contrario al gradiente',
  wholeGradient: 'se ha movido el gradiente entero; multiplícalo por la tasa de aprendizaje',
  wholeGradientByLr: 'se ha movido el gradiente entero; multiplícalo por lr',
  stepAlone: 'solo contiene el paso; parte del número que había',
  signAlone: 'solo ha seguido el signo del gradiente; su tamaño también cuenta',
  notCleared: 'sigue ahí; pon 0 en lugar de cada número',
  gradientsKept: 'ha seguido los gradientes de todas las épocas hasta ahora; ponlos primero a cero',
  gradientPassedOn:
    'es dObj/dOut tal como ha llegado; hay que multiplicarlo por la pendiente de la capa, dOut/dIn',
  onlySecond: `solo contiene el segundo; ${onlyAdd}`,
};

const change = 'Pone rule(v, g) en lugar de cada número v de una lista, con su g de otra lista.';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'Escribir Square',
    task: 'Rellena los tres huecos: lo que forward recuerda, lo que devuelve, y la regla de la cadena en backward.',
    hints: [
      'La pendiente de x² es 2x, así que backward debe conocer la x que vio forward.',
      'En backward, n es la fila e i la columna: el número que vio forward allí es this.input[n][i].',
      'dObj/dIn es dObj/dOut por la pendiente: d * 2 * this.input[n][i].',
    ],
    comments: [
      'x ↦ x², para cada número de un lote: x es una lista de filas, una fila por cada punto.',
      'Recuerda lo que backward va a necesitar.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Dos círculos, y un modelo con tu Square entre dos capas Linear.',
  },
  mul: {
    title: 'Escribir Mul',
    task: 'Rellena los tres huecos: k x en forward, y en backward el gradiente de k y el de la entrada.',
    hints: [
      'M = k v tiene dos pendientes: dM/dv = k, y dM/dk = v.',
      'k está en una lista: su número es this.k[0]. La v que va con d es this.input[n][i].',
      'grad_k aumenta en d * this.input[n][i], y la entrada recibe d * this.k[0].',
    ],
    comments: [
      'x ↦ k x, con un solo número k que aprender, el mismo para cada número del lote.',
      'una lista, para poder pasarla por referencia',
      'Cada número del lote suma su parte: dObj/dOut × dOut/dk.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Dos nubes, y un perceptrón con tu Mul antes de la sigmoide: cuando k crece, la frontera se vuelve más nítida.',
  },
  linear: {
    title: 'Escribir Linear',
    task: 'Rellena los cuatro huecos. Empieza por forward: se comprueba por separado, antes de mirar backward.',
    hints: [
      'Hacia delante: la salida o de un punto es b[o] más la suma sobre i de w[o][i] por row[i]. reduce puede partir de this.b[o].',
      'El sesgo actúa sobre su salida con pendiente 1, así que cada punto suma d a grad_b[o]. Un peso actúa con la pendiente de su entrada, así que cada punto suma d por this.input[n][i].',
      'Una entrada actúa sobre cada salida a través de su peso: dObj/dIn[i] es la suma sobre o de d por w[o][i].',
    ],
    comments: [
      'Cada salida es una suma ponderada de las entradas, más un sesgo.',
      'B puntos en el lote, I entradas, O salidas: x es (B, I), w es (O, I), b es (O).',
      '(B, I)',
      'Para cada punto, una fila de O salidas.',
      'dOut es (B, O). Suma la parte de cada punto a los gradientes.',
      'dObj/dIn, (B, I): una entrada actúa sobre cada salida.',
    ],
    run: 'Los cuatro puntos, y un perceptrón hecho de tu Linear y una sigmoide.',
  },
  'own-layer': {
    title: 'Una capa propia',
    task: 'Elige una función de un número v, y escribe su pendiente. La pendiente se compara con la que se mide en tu forward.',
    hints: [
      'Vale cualquier función que no sea una recta: Math.sin(v), Math.abs(v), v * Math.exp(-v * v).',
      'La pendiente de Math.sin(v) es Math.cos(v); la de Math.abs(v) es Math.sign(v).',
    ],
    comments: [
      'Una función tuya, para cada número por separado. ¿Será sin? ¿Será |x|? ¿La habrá usado alguien ya?',
      'La pendiente de tu función en el número que vio.',
    ],
    run: 'Dos círculos, y un modelo con tu capa entre dos capas Linear.',
  },
  optimizer: {
    title: 'Escribir un optimizador',
    task: 'Rellena los dos huecos: lo que zeroGrad pone en lugar de cada gradiente, y adónde mueve step cada número.',
    hints: [
      'zeroGrad debe poner cada gradiente a 0, fuera cual fuera.',
      'El gradiente apunta pendiente arriba. Un paso va en sentido contrario, lr por el gradiente.',
    ],
    comments: [
      'Se crea con un modelo; zeroGrad() antes de cada paso de entrenamiento, step() después de cada backward.',
      '[{ value, grad }, …]: listas de números, de uno o dos niveles, por referencia.',
      change,
    ],
    run: 'Los cuatro puntos, y un perceptrón que entrena tu optimizador.',
  },
  'training-loop': {
    title: 'Escribir el bucle de entrenamiento',
    task: 'Rellena los cuatro huecos de una época: olvidar, hacia delante, hacia atrás, paso.',
    hints: [
      'backward suma a los gradientes. ¿Qué debe pasarles antes?',
      'El modelo toma todos los puntos a la vez: model.forward(x). El gradiente va en sentido contrario: model.backward(dPred).',
      'El gradiente apunta pendiente arriba. Un paso va en sentido contrario: v - lr * g.',
    ],
    comments: [
      'Una época sobre todos los puntos. model tiene forward, backward, zeroGrad y parameters;',
      'loss tiene forward(pred, target) y backward().',
      '1. Olvidar los gradientes de la época anterior.',
      '2. ¿Qué dice el modelo, y cuánto se equivoca?',
      '3. De vuelta: primero por la pérdida, después por el modelo.',
      '4. Mover cada número en sentido contrario a su gradiente.',
      change,
    ],
    run: 'Los cuatro puntos, y un perceptrón en tu bucle de entrenamiento.',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
