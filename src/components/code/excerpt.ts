// Excerpts: pieces of code with what each line does, and what the names in them stand for.
import type { LineRole } from '../../engine';

/** What a line of code does in a pass through a layer, a loss or an optimizer. */
export type CodeRole = LineRole;

/** What runs: a layer or a loss, forward or backward; an optimizer's step; the clearing before it. */
export type CodePass = 'forward' | 'backward' | 'step' | 'zeroGrad';

/** One line of code. */
export interface CodeLine {
  /** Without the line break. */
  text: string;
  /** What it does, if anything. */
  roles: readonly CodeRole[];
  /** What must be there for it to run, by what stands for it, such as `memory.momentum`. */
  needs?: string;
}

/** A piece of code. */
export interface CodeExcerpt {
  /** What it is: `Linear.forward`. */
  name: string;
  language: 'typescript' | 'python';
  /** Where it stands, from the repository's root, if it stands in a file. */
  file?: string;
  /** The number of its first line there. */
  firstLine?: number;
  lines: readonly CodeLine[];
  /**
   * What the names in it stand for: `input`, `output`, `target`, `dOut`, `dIn`, `local` (dOut/dIn),
   * `parameter.weight`, `gradient.weight` or `memory.mask`; in an optimizer, which does the same to
   * every parameter, `parameter` and `gradient`.
   */
  names: Readonly<Record<string, string>>;
}

/** The code of each pass, in the order in which it is read. */
export type CodeOfPasses = Readonly<Partial<Record<CodePass, readonly CodeExcerpt[]>>>;
