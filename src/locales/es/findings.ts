// The sentences about a finding in Spanish: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { capital, formatCount, formatPercent, formatTight, list } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return 'la capa de salida';
  if (name.kind === 'place') return `la capa en la posición ${name.place}, ${name.type}`;
  return `la capa oculta ${name.number}${name.activation ? ` (${name.activation})` : ''}`;
}

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return 'la única neurona';
  if (units.length === of) return `las ${formatCount(of)} neuronas`;
  if (units.length === 1) return `la neurona ${units[0]! + 1}`;
  if (units.length > mostListed)
    return `${formatCount(units.length)} de las ${formatCount(of)} neuronas`;
  return `las neuronas ${list(units.map((unit) => String(unit + 1)))}`;
}

export const whatHappens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const one = units.length === 1;
  const where = layer ? `de ${layerInWords(layer)}` : 'del modelo';
  const who = `${capital(neurons(units, of))} ${where}`;
  const twins = () => `${capital(list(groups.map((group) => neurons(group, of))))} ${where}`;
  switch (sign) {
    case 'diverged': {
      const inside = layer ? layerInWords(layer) : 'el modelo';
      const first = divergence?.layer === 'loss' ? 'la pérdida' : inside;
      return `Los números han superado lo que un ordenador puede guardar, primero en ${first}. Ves la época ${formatCount(epoch)}, la última válida.`;
    }
    case 'lossRose':
      return `La pérdida es ${formatTight(measure)} veces la de un modelo que respondiera al azar.`;
    case 'lossClimbs':
      return 'La pérdida ha aumentado la mitad o más en cada una de las tres últimas épocas.';
    case 'dead':
      return `${who} ${one ? 'da' : 'dan'} 0 para todos los puntos de entrenamiento.`;
    case 'nearlyDead':
      return `${who} solo ${one ? 'está' : 'están'} por encima de 0 para el ${formatPercent(measure, 1)} de los puntos de entrenamiento${one ? '' : ' como máximo'}.`;
    case 'flat':
      return `${who} ${one ? 'está' : 'están'} en los extremos de la curva para el ${formatPercent(measure)} de los puntos${one ? '' : ' como mínimo'}.`;
    case 'sureAndWrong':
      return `La salida está segura de la clase equivocada para el ${formatPercent(measure)} de los puntos.`;
    case 'twins':
      return `${twins()} tienen los mismos pesos, tanto de entrada como de salida.`;
    case 'sameForNow':
      return `${twins()} tienen los mismos pesos de entrada, pero no de salida.`;
    case 'testLossRose':
      return `La pérdida de prueba tuvo su mínimo en la época ${formatCount(since ?? 0)}. Ahora es ${formatTight(measure)} veces ese mínimo, mientras que la pérdida de entrenamiento sigue bajando.`;
  }
};

export const whyItMatters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer
        ? ` De todas las capas, ${layerInWords(layer)} es la que más amplifica lo que recibe.`
        : '';
      const overshoot =
        'Cada paso va demasiado lejos, llega más alto que antes y hace aún mayor el siguiente.';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut =
        units.length === of
          ? ' Ya nada atraviesa la capa, así que todo lo que la precede está parado.'
          : '';
      return one
        ? 'Su gradiente también es cero, así que no puede volver a aprender.'
        : `Su gradiente también es cero, así que no pueden volver a aprender.${cut}`;
    }
    case 'nearlyDead':
      return `Ya no queda casi nada que ${one ? 'la' : 'las'} haga aprender: unos pasos más, y quizá se acabe.`;
    case 'flat':
      return `Allí la pendiente es casi cero, y con ella el gradiente: los pesos de ${one ? 'esta neurona' : 'estas neuronas'} apenas cambian.`;
    case 'sureAndWrong':
      return 'Tan lejos en la curva, la pendiente es casi cero, y la vuelta necesita muchísimos pasos.';
    case 'twins':
      return 'Calculan lo mismo, reciben el mismo gradiente y siguen siendo iguales: juntas no pueden más que una sola neurona.';
    case 'sameForNow':
      return 'Calculan lo mismo, pero reciben gradientes distintos: los próximos pasos las separarán.';
    case 'testLossRose':
      return 'El modelo aprende de memoria sus puntos de entrenamiento, con su ruido, y empeora en los puntos que no ha visto.';
  }
};
