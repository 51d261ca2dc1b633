// The words of a figure's keys and of its numbers as a table in Spanish.
import type { Words } from '../words';
import { formatCount, plural } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: 'Teclas',
  table: 'Números',
  hint: 'Las flechas llevan adentro, Tab sigue adelante',
  close: 'Cerrar',
  arrowKeys: 'Flechas',
  shift: 'Mayús',
  alt: 'Alt',
  enter: 'Intro',
  space: 'Espacio',
  home: 'Inicio',
  end: 'Fin',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: 'A la figura siguiente',
  toNextControl: 'Al control siguiente o al anterior',
  toFirstOrLast: 'Al primer control o al último',
  press: 'Pulsar un botón',
  leave: 'Salir de un control, a la figura entera',
  change: 'Cambiar un valor, mover un punto o un lugar',
  changeMuch: 'En pasos grandes',
  changeLittle: 'En pasos pequeños',
  toEnds: 'Al mínimo o al máximo',
  toKeys: 'Esta lista',
  toTable: 'Los números de la figura en una tabla',
  rows: (shown, all) =>
    shown < all
      ? `Las primeras ${formatCount(shown)} filas de ${formatCount(all)}`
      : plural(all, {
          one: `${formatCount(all)} fila`,
          other: `${formatCount(all)} filas`,
        }),
  moreRows: 'Más filas',
  noRows: 'Todavía no hay números.',
};
