// German: links and the menu for sharing.
import type { Words } from '../words';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) =>
    `Dieser Link ließ sich nicht öffnen: ${problem}. Hier ist der Lauf der Seite selbst.`,
  understood: 'In Ordnung',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `Teilen: ${name}` : 'Teilen'),
  items: {
    link: 'Link kopieren',
    embed: 'Code kopieren',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'Herunterladen',
  weights: 'mit allen Gewichten',
  copied: (what) => `${what}: kopiert.`,
  saved: (fileName) => `${fileName} gespeichert.`,
  byHand:
    'Diese Seite darf die Zwischenablage nicht benutzen. Der Text ist markiert: bitte von Hand kopieren.',
  field: 'Zu kopieren',
  leftOut: (names) => `Nicht enthalten, da es Funktionen sind: ${names.join(', ')}.`,
  failed: (problem) => `Das ging nicht: ${problem}`,
};
