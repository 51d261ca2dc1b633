// A reader's draft: kept in the browser, so that a reload loses nothing.
import { useState } from 'react';
import { useBeforePaint } from '../../hooks';

/** A text that outlives the page. */
export interface Draft {
  code: string;
  change: (code: string) => void;
  /** Back to the first text; what was there can be brought back. */
  reset: () => void;
  undoReset: () => void;
  /** Whether a reset can be undone. */
  canUndo: boolean;
}

/** @param storageKey the key in localStorage; null keeps nothing */
export function useDraft(first: string, storageKey: string | null): Draft {
  const [code, setCode] = useState(first);
  const [thrownAway, setThrownAway] = useState<string | null>(null);
  // Not while rendering: a server knows no draft, and what it sends must be what React expects.
  useBeforePaint(() => {
    setCode(read(storageKey) ?? first);
    setThrownAway(null);
  }, [first, storageKey]);
  const keep = (text: string) => {
    setCode(text);
    write(storageKey, text === first ? null : text);
  };
  return {
    code,
    change: (text) => {
      setThrownAway(null);
      keep(text);
    },
    reset: () => {
      if (code !== first) setThrownAway(code);
      keep(first);
    },
    undoReset: () => {
      if (thrownAway !== null) keep(thrownAway);
      setThrownAway(null);
    },
    canUndo: thrownAway !== null,
  };
}

// A browser may forbid storage, or it is full: then a draft lives as long as its page.
function read(key: string | null): string | null {
  if (key === null) return null;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string | null, text: string | null): void {
  if (key === null) return;
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // As above.
  }
}
