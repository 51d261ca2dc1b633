// French: links and the menu for sharing.
import type { Words } from '../words';
import { list } from './grammar';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) =>
    `Ce lien n’a pas pu être ouvert\u202f: ${problem}. Voici l’entraînement de la page elle-même.`,
  understood: 'D’accord',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `Partager\u202f: ${name}` : 'Partager'),
  items: {
    link: 'Copier le lien',
    embed: 'Copier le code',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'Télécharger',
  weights: 'avec tous les poids',
  copied: (what) => `${what}\u202f: copie faite.`,
  saved: (fileName) => `${fileName}\u202f: enregistrement fait.`,
  byHand:
    'Cette page n’a pas le droit d’utiliser le presse-papiers. Le texte est sélectionné\u202f: copiez-le à la main.',
  field: 'À copier',
  leftOut: (names) =>
    names.length === 1
      ? `Non inclus, car c’est une fonction\u202f: ${list(names)}.`
      : `Non inclus, car ce sont des fonctions\u202f: ${list(names)}.`,
  failed: (problem) => `Cela n’a pas marché\u202f: ${problem}`,
};
