// Lines of NumPy with what each of them does: shown beside the engine's code, and put together to
// programs.

/** What a line does in a pass through a layer, a loss or an optimizer. */
export type LineRole =
  /** Keeps what the way back will need, or an optimizer's memory. */
  | 'remember'
  /** Works out the output. */
  | 'compute'
  /** Adds to the gradient of a parameter. */
  | 'accumulate'
  /** Works out the gradient of the input. */
  | 'dIn'
  /** Changes a parameter. */
  | 'update'
  /** Sets a gradient to zero. */
  | 'clear';

/** A line of a method's body, and what it does. */
export type NumPyLine = readonly [text: string, ...roles: LineRole[]];

/** A layer, a loss or an optimizer, as far as its NumPy depends on it. */
export interface NumPySubject {
  /** The kind: `Linear`. */
  type: string;
}
