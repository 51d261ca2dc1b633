// How the search index is made and asked; the same in the build and in the browser.

/** A section of a page in the index; its `id` is the address from the site's start. */
export const searchOptions = {
  fields: ['heading', 'text', 'hidden'],
  storeFields: ['page', 'heading', 'text'],
  searchOptions: {
    boost: { heading: 3 },
    combineWith: 'AND',
    prefix: true,
    fuzzy: (/** @type {string} */ term) => (term.length > 4 ? 0.2 : false),
  },
};
