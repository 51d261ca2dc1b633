// What the pages' plugin (pages-plugin.mjs) gives.
declare module 'virtual:pages' {
  /** Each is a `ListedPage` (page.ts); a declaration like this one cannot import. */
  export const pages: readonly unknown[];
}
declare module 'virtual:summaries' {
  /** The first sentence of each page, by its path. */
  export const summaries: Readonly<Record<string, string>>;
}
