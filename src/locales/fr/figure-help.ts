// The words of a figure's keys and of its numbers as a table in French.
import type { Words } from '../words';
import { formatCount, plural } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: 'Touches',
  table: 'Nombres',
  hint: 'Les flèches mènent à l’intérieur, Tab mène plus loin',
  close: 'Fermer',
  arrowKeys: 'Flèches',
  shift: 'Maj',
  alt: 'Alt',
  enter: 'Entrée',
  space: 'Espace',
  home: 'Début',
  end: 'Fin',
  escape: 'Échap',
  tab: 'Tab',
  toNextFigure: 'À la figure suivante',
  toNextControl: 'À la commande suivante ou précédente',
  toFirstOrLast: 'À la première ou à la dernière commande',
  press: 'Activer un bouton',
  leave: 'Quitter une commande, revenir à toute la figure',
  change: 'Changer une valeur, déplacer un point ou un endroit',
  changeMuch: 'Par grands pas',
  changeLittle: 'Par petits pas',
  toEnds: 'Au minimum ou au maximum',
  toKeys: 'Cette liste',
  toTable: 'Les nombres de la figure en tableau',
  rows: (shown, all) =>
    shown < all
      ? `Les ${formatCount(shown)} premières lignes sur ${formatCount(all)}`
      : plural(all, {
          one: `${formatCount(all)} ligne`,
          other: `${formatCount(all)} lignes`,
        }),
  moreRows: 'Plus de lignes',
  noRows: 'Il n’y a pas encore de nombres.',
};
