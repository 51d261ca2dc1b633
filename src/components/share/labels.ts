// The words of the menu for sharing.
import type { ShareItem } from './sharing';

/** How the code to embed a figure is written. */
export type EmbedFormat = 'react' | 'mdx' | 'html' | 'iframe';

/** What the menu says; any of it can be replaced by a language. */
export interface ShareLabels {
  /** The button; the figure's name, if it has one. */
  share: (name: string) => string;
  /** What each item does. */
  items: Readonly<Record<ShareItem, string>>;
  formats: Readonly<Record<EmbedFormat, string>>;
  download: string;
  /** The check box for the weights in a link, or in code that has a link. */
  weights: string;
  copied: (what: string) => string;
  saved: (fileName: string) => string;
  /** Where the page may not use the clipboard. */
  byHand: string;
  /** The field with what is to be copied by hand. */
  field: string;
  /** Options that are functions, by name. */
  leftOut: (names: readonly string[]) => string;
  failed: (problem: string) => string;
}

export const defaultLabels: ShareLabels = {
  share: (name) => (name ? `Share: ${name}` : 'Share'),
  items: {
    link: 'Copy link',
    embed: 'Copy code',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'Download',
  weights: 'with all weights',
  copied: (what) => `${what} copied.`,
  saved: (fileName) => `${fileName} saved.`,
  byHand: 'This page may not use the clipboard. The text is selected: copy it by hand.',
  field: 'To be copied',
  leftOut: (names) =>
    `Not held, as ${names.length === 1 ? 'it is a function' : 'they are functions'}: ${names.join(', ')}.`,
  failed: (problem) => `That did not work: ${problem}`,
};
