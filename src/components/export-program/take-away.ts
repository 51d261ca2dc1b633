// A program on its way out of the page: on the clipboard, or as a file.
import { save } from '../share';

/**
 * Puts a text on the clipboard; where the page may not, selects the element that shows it, to be
 * copied by hand.
 */
export async function copyText(text: string, shown: Element): Promise<'copied' | 'marked'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    document.getSelection()?.selectAllChildren(shown);
    return 'marked';
  }
}

/** Gives a program, or the bytes of a model, to the reader as a file. */
export function download(content: string | Uint8Array<ArrayBuffer>, fileName: string): void {
  const type = typeof content === 'string' ? 'text/x-python' : 'application/octet-stream';
  save(content, fileName, type);
}
