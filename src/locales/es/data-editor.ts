// The words of the data editor in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, list, quoted } from './grammar';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: 'cuatro puntos',
  moons: 'lunas',
  circles: 'círculos',
  xor: 'XOR',
  spiral: 'espiral',
  gauss: 'gaussianas',
  checkerboard: 'tablero',
  rings: 'anillos',
  blobs: 'nubes',
  spirals: 'espirales',
  plane: 'plano inclinado',
  bumps: 'bultos',
  sine: 'seno',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `falta ${problem.column}; una línea es x, y y label`;
    case 'notANumber':
      return `${quoted(problem.cell)} no es un número`;
    case 'columns':
      return `las columnas se llaman ${list(problem.names)}; deben llamarse x, y y label`;
    case 'noText':
      return 'no hay texto; hacen falta líneas con x, y y label';
    case 'onlyHeader':
      return 'hay una línea de encabezado, pero ningún punto debajo';
  }
}

export const dataEditor: Editor = {
  heading: 'Datos',
  plane: 'Los puntos del plano',
  keys: 'Las flechas mueven el cursor, más lejos con Mayús, con precisión con Alt. Intro añade un punto, o coge uno y lo suelta. N y P van de punto en punto, Supr borra, las cifras eligen la clase, Esc devuelve a su sitio lo que se ha cogido.',
  tools: 'Herramienta',
  tool: { add: 'Añadir', move: 'Mover', erase: 'Borrar', spray: 'Rociar' },
  hint: (tool, task) =>
    ({
      add: `Pulsa en el plano para añadir un punto ${task === 'regression' ? 'del valor elegido' : 'de la clase elegida'}; arrastra un punto para moverlo.`,
      move: 'Arrastra un punto para moverlo.',
      erase: 'Pulsa en los puntos, o arrastra sobre ellos, para quitarlos.',
      spray:
        'Arrastra sobre el plano para sembrar puntos. Mientras esta herramienta está elegida, un dedo sobre el plano no desplaza la página.',
    })[tool],
  classes: 'Clase',
  classOf: (label) => `clase ${label}`,
  addClass: 'Añadir una clase',
  value: 'Valor',
  part: 'Puntos nuevos para',
  partOf: { train: 'entrenamiento', test: 'prueba' },
  undo: 'Deshacer',
  redo: 'Rehacer',
  clear: 'Vaciar',
  empty: 'Pulsa aquí para poner el primer punto.',
  needsPoints:
    'Añade al menos un punto de entrenamiento; hasta entonces, el entrenamiento sigue con los últimos datos.',
  full: (most) => `Hay ${formatCount(most)} puntos, tantos como caben en este editor.`,
  large: 'Con tantos puntos, el entrenamiento se actualiza al terminar de arrastrar.',
  dataset: 'Conjunto de datos',
  datasetName: (name) => datasets[name],
  own: 'dibujado a mano',
  groups: { binary: 'Dos clases', multiclass: 'Varias clases', regression: 'Números' },
  points: 'Puntos',
  noise: 'Ruido',
  split: 'Parte de prueba',
  seed: 'Semilla',
  newSample: 'Otra muestra',
  ownLocked:
    'Los puntos dibujados a mano no tienen ruido ni semilla; para eso, elige un conjunto de datos.',
  csv: 'Pegar o abrir un CSV',
  paste: 'Líneas x, y y label',
  file: 'Abrir un archivo',
  drop: 'o soltar uno sobre el plano',
  found: ({ points, classNames }, task, classes) =>
    `${counted(points.length, 'punto', 'puntos')}, ` +
    (task === 'regression'
      ? 'con un número cada uno'
      : `${counted(classes, 'clase', 'clases')}${classNames.length ? ` (${classNames.join(', ')})` : ''}`),
  errors: (count) => `${counted(count, 'línea no se puede leer', 'líneas no se pueden leer')}:`,
  line: (line, _, problem) => `Línea ${formatCount(line)}: ${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `Debe ser un número entero de ${formatCount(low)} a ${formatCount(high)}.`,
  moreErrors: (count) => `y ${counted(count, 'otra', 'otras')}`,
  take: (count) => `Usar ${counted(count, 'punto', 'puntos')}`,
  takeGood: (count) => `Usar ${counted(count, 'línea correcta', 'líneas correctas')}`,
  cancel: 'Cancelar',
  tooLarge: `Son más de 5 millones de caracteres o de ${formatCount(100_000)} líneas; una página no puede contener ni dibujar tantos puntos.`,
  downloadTrain: 'Descargar el CSV de entrenamiento',
  downloadTest: 'Descargar el CSV de prueba',
  noTest: 'No hay puntos de prueba.',
  count: (train, test) =>
    `${formatCount(train)} de entrenamiento${test ? `, ${formatCount(test)} de prueba` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}; y ${formatNumber(y, 2)}${under ? `: ${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `clase ${label}`) =>
    `Punto ${formatCount(index + 1)} de ${formatCount(count)}, ${task === 'regression' ? `valor ${formatNumber(label, 2)}` : name}${part === 'test' ? ', de prueba' : ''}, en x ${formatNumber(x, 2)}; y ${formatNumber(y, 2)}`,
  added: 'Añadido.',
  removed: 'Quitado.',
  picked: 'Cogido; las flechas lo mueven, Intro lo suelta, Esc lo devuelve a su sitio.',
  dropped: 'Soltado.',
  undone: 'Deshecho.',
  redone: 'Rehecho.',
};
