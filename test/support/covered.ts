// What of a figure lies under its help: the lines of text and the controls that a reader could not see.

const letters = '.pancake-hidden, .pancake-help, .pancake-not-printed, dialog, select, textarea';
const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Which share of another box a box covers. */
function share(one: DOMRect, over: DOMRect): number {
  const across = Math.min(one.right, over.right) - Math.max(one.left, over.left);
  const down = Math.min(one.bottom, over.bottom) - Math.max(one.top, over.top);
  return across > 0 && down > 0 ? (across * down) / (one.width * one.height) : 0;
}

/** Lines of text and small controls of which the help hides more than their edge. */
export function coveredBy(help: Element, root: Element): string[] {
  const box = help.getBoundingClientRect();
  const found: string[] = [];
  for (const one of root.querySelectorAll(controls)) {
    if (one.closest('.pancake-help, dialog')) continue;
    const rect = one.getBoundingClientRect();
    // Of a plane that takes the keyboard, a corner is not missed.
    const isPlane = one.matches('[role="slider"], svg *');
    if (rect.width * rect.height > (isPlane ? 2_500 : 20_000)) continue;
    if (share(rect, box) > 0.1) found.push(one.outerHTML.slice(0, 120));
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.data.trim() || text.parentElement!.closest(letters)) continue;
    if (!text.parentElement!.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const across = Math.min(line.right, box.right) - Math.max(line.left, box.left);
      const down = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
      // Less than the ends of the letters hides nothing of them.
      if (across > 1 && down > 4)
        found.push(`${across.toFixed(0)} × ${down.toFixed(0)} of “${text.data.trim()}”`);
    }
  }
  return found;
}
