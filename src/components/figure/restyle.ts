// The styles of a server's HTML, where the page's policy allows no style attributes.

/**
 * Sets the styles that a Content-Security-Policy without `style-src-attr 'unsafe-inline'` has refused: it is about
 * attributes in HTML, not about what a script sets. Does nothing where they hold.
 */
export function restyle(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('[style]')] as HTMLElement[]) {
    const written = element.getAttribute('style');
    if (written && element.style.length === 0) element.style.cssText = written;
  }
}
