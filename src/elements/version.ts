/** The package's version, by which a page that loads two of them can tell them apart. */
export const version = '0.1.0';
