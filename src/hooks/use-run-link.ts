// A run that opens from the page's address, and can keep the address up to date.
import { useEffect, useState } from 'react';
import { PancakeError } from '../engine';
import { decodeRun, type Trainer } from '../trainer';
import { useCaught } from './fault';
import { readFragment, writeFragment } from './fragment';

/** What {@link useRunLink} takes. */
export interface RunLinkOptions {
  /** The name of the run in the fragment: `run` for `#run=…`. Null for no link. @default 'run' */
  linkKey?: string | null;
  /** Whether the address follows the run: whenever it comes to rest. @default false */
  keepLink?: boolean;
}

/** Opens a link in a run; gives back in words why it could not be opened, or null. */
export function openLink(trainer: Trainer, text: string): string | null {
  try {
    trainer.open(decodeRun(text));
    return null;
  } catch (error) {
    if (error instanceof PancakeError) return error.message;
    throw error;
  }
}

/**
 * Opens the run that the page's address holds, after mounting, so that a page rendered on a server
 * hydrates as it was rendered; again whenever the reader follows another link of this page. A link
 * that cannot be opened changes nothing.
 *
 * @returns why the last link could not be opened, in words, or null
 */
export function useRunLink(
  trainer: Trainer,
  { linkKey = 'run', keepLink = false }: RunLinkOptions = {},
): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  const caught = useCaught();

  useEffect(() => {
    if (linkKey === null) return;
    const open = () => {
      const text = readFragment(location.hash, linkKey);
      setProblem(text === null ? null : openLink(trainer, text));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [trainer, linkKey]);

  useEffect(() => {
    if (linkKey === null || !keepLink) return;
    // What is there to begin with is what the address says, or need not be said.
    let written = trainer.version;
    let isOver = false;
    const write = async () => {
      const { status } = trainer.getSnapshot();
      if (status === 'running' || trainer.version === written) return;
      const { version } = trainer;
      written = version;
      const text = await textOf(trainer);
      if (text === undefined || isOver || trainer.version !== version) return;
      const hash = writeFragment(location.hash, linkKey, text);
      // No entry in the history, so that Back leaves the page.
      history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
    };
    const stop = eachPause(trainer, caught(write));
    return () => {
      isOver = true;
      stop();
    };
  }, [trainer, linkKey, keepLink, caught]);

  return problem;
}

// A moment after the last change, as browsers allow few changes of the address.
const pause = 300;

function eachPause(trainer: Trainer, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = trainer.subscribe(() => {
    clearTimeout(timer);
    // eslint-disable-next-line no-restricted-syntax -- it is caught by whoever gives it
    timer = setTimeout(callback, pause);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

// A run that a link cannot hold has none. What writes it is loaded with the first one; without a connection the
// address stays as it is, until the run comes to rest again.
async function textOf(trainer: Trainer): Promise<string | null | undefined> {
  const code = await import('../trainer/link/encode').catch(() => undefined);
  try {
    return code?.encodeRun(trainer).text;
  } catch (error) {
    if (error instanceof PancakeError) return null;
    throw error;
  }
}
