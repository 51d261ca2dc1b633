// Names: what the values, the parameters and the derivatives of a chain of layers are called.

/** What one layer's quantities are called in a figure. */
export interface StepNames {
  /** The layer's number, from 1, as in f₁. */
  place: number;
  /** What goes in: `F1`, or `x`. */
  input: string;
  /** What comes out: `F2`. */
  output: string;
  /** What is differentiated: `L`. */
  objective: string;
  /** What the parameters are called, by their names in the layer: `{ weight: 'W2' }`. */
  parameters: Readonly<Record<string, string>>;
}

/** The term of ∂top/∂bottom: `dF2_dF1`. */
export function derivative(top: string, bottom: string): string {
  return `d${top}_d${bottom}`;
}
