// What stands between an element's tags: points as CSV, content, or text until the figure is there.

/** The points between the tags. */
export function csvScript(host: HTMLElement): HTMLScriptElement | null {
  const isCsv = (child: Element): child is HTMLScriptElement =>
    child instanceof HTMLScriptElement && child.type.toLowerCase() === 'text/csv';
  return [...host.children].find(isCsv) ?? null;
}

/** Whether there is anything between the tags that could be seen. */
export function hasContent(host: HTMLElement): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element
      ? node.localName !== 'script'
      : node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
  );
}

/** Calls back once all of the page's HTML has been read; at once if it has been. */
export function pageIsRead(page: Document, callback: () => void): void {
  if (page.readyState !== 'loading') return callback();
  page.addEventListener('DOMContentLoaded', callback, { once: true });
}
