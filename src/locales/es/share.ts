// Spanish: links and the menu for sharing.
import type { Words } from '../words';
import { list } from './grammar';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) =>
    `No se ha podido abrir este enlace: ${problem}. Este es el entrenamiento de la propia página.`,
  understood: 'De acuerdo',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `Compartir: ${name}` : 'Compartir'),
  items: {
    link: 'Copiar el enlace',
    embed: 'Copiar el código',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'Descargar',
  weights: 'con todos los pesos',
  copied: (what) => `${what}: copia hecha.`,
  saved: (fileName) => `${fileName}: guardado.`,
  byHand:
    'Esta página no tiene permiso para usar el portapapeles. El texto está seleccionado: cópialo a mano.',
  field: 'Para copiar',
  leftOut: (names) =>
    names.length === 1
      ? `No incluido, porque es una función: ${list(names)}.`
      : `No incluidos, porque son funciones: ${list(names)}.`,
  failed: (problem) => `No ha funcionado: ${problem}`,
};
