// What the embedded page tells the page around it, and the one thing that it is asked.

/** The events that are passed on, with their details. */
export const passedOn = [
  ...(['pancake-ready', 'pancake-statuschange', 'pancake-complete'] as const),
  ...(['pancake-goal', 'pancake-pass', 'pancake-commit', 'pancake-error'] as const),
];

/** A message to the page around. */
export type EmbedMessage =
  | { type: 'pancake-resize'; id: string | null; height: number }
  | { type: (typeof passedOn)[number]; id: string | null; detail: unknown };

/**
 * Sends messages to the page around. Nothing secret is in them, so that any page may embed this one.
 */
export function send(message: EmbedMessage): void {
  if (parent !== window) parent.postMessage(message, '*');
}

/**
 * Calls back when the page around says that it listens. Nothing in its message is looked at but that
 * it comes from there, and all that it brings about is that the height is told once more.
 */
export function whenHeard(callback: () => void): void {
  addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === parent && data?.type === 'pancake-hello') callback();
  });
}
