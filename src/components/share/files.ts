// Files for the reader.

/** Gives a file to the reader. */
export function save(contents: BlobPart, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has begun to read it; some need a moment more.
  // eslint-disable-next-line no-restricted-syntax -- nothing in it throws
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
