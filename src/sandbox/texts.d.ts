// Files taken as text (.ci/texts.mjs).
declare module '*?text' {
  const text: string;
  export default text;
  /** The text's SHA-256 in base64, as a Content-Security-Policy writes it. */
  export const sha256: string;
}
