// What the reader asked of everything that moves.

/** Whether the reader asked for less motion: then nothing plays by itself. */
export function prefersReducedMotion(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
