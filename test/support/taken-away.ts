// What a page gives to its reader as files and on the clipboard, caught before it leaves.
import { vi } from 'vitest';

/** A file that was saved. */
export interface SavedFile {
  name: string;
  blob: Blob;
}

/** Catches what is saved and copied from here on; `vi.restoreAllMocks` ends it. */
export function catchFiles() {
  const files: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  const make = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    const url = make(object);
    blobs.set(url, object as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob: blobs.get(this.href)! });
  });
  return files;
}

/** Catches what is put on the clipboard; `denied` as on a page that may not. */
export function catchClipboard({ denied = false } = {}) {
  const texts: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    if (denied) return Promise.reject(new DOMException('denied', 'NotAllowedError'));
    texts.push(text);
    return Promise.resolve();
  });
  return texts;
}

/** The cells of CSV, as RFC 4180 has them. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"|([^,\n"]*)/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const [whole, quoted, plain] = cell.exec(text)!;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    at += whole.length;
    const mark = text[at++];
    if (mark === '\n' && at < text.length) rows.push([]);
    else if (mark === '\n') break;
  }
  return rows;
}
