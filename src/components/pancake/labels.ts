// The words of <Pancake>.

/** What `<Pancake>` says; any of it can be replaced. */
export interface PancakeLabels {
  /** A link that cannot be opened, and why. */
  linkProblem: (problem: string) => string;
  /** Puts the message away. */
  understood: string;
}

export const defaultLabels: PancakeLabels = {
  linkProblem: (problem) =>
    `This link could not be opened: ${problem}. Here is the run as the page has it.`,
  understood: 'All right',
};
