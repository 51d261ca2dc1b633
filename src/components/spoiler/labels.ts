// The words of a spoiler.

/** What {@link Spoiler} says; any of it can be replaced. */
export interface SpoilerLabels {
  summary: string;
  /** The two answers to the question that it asks first. */
  yes: string;
  no: string;
}

export const defaultLabels: SpoilerLabels = {
  summary: 'Show the answer',
  yes: 'Yes, show it',
  no: 'Not yet',
};
