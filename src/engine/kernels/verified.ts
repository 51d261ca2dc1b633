// Which tensor is known to be finite, so that nobody looks at the same numbers twice.
import type { Tensor } from '../tensor';

/** Holds for a moment only: whoever lets other code write in between must forget it. */
export const verified: {
  /** The tensor that a kernel wrote last, if it found every number finite. */
  written: Tensor | null;
  /** The tensor that a stack hands to one of its layers right now, if it is known to be finite. */
  handed: Tensor | null;
} = { written: null, handed: null };
