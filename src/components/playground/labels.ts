// The words of the playground.

/** What the playground says; any of it can be replaced. */
export interface PlaygroundLabels {
  /** What it is called, for those who cannot see it. */
  name: string;
  /** What more can be looked at, opened one by one. */
  more: string;
  layers: string;
  landscape: string;
  activation: string;
}

export const defaultLabels: PlaygroundLabels = {
  name: 'Neural network playground',
  more: 'Look closer',
  layers: 'The values in every layer',
  landscape: 'The loss around two weights',
  activation: 'The activation and its slope',
};
