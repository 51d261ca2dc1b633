// What a link may ask of the page that opens it: whoever wrote it may mean harm.
import { PancakeError } from '../../engine';

/** The most that a link may hold. */
export const limits = {
  /** Characters of the text. */
  characters: 300_000,
  /** Parameters of a model: 128 neurons in each of two layers are 17 025. */
  parameters: 20_000,
  /** Layers, those inside others included. */
  layers: 64,
  /** Neurons in a layer. */
  units: 1_000,
  /** Points, of the training data or of the test data. */
  points: 20_000,
  epochs: 10_000_000,
  /** Rows of the history. */
  history: 1_000,
  /** Changes made on the way. */
  events: 5_000,
  /** Characters of a name. */
  name: 40,
} as const;

/** What may be computed to bring a run back, in the units of `workOf`: a few seconds at most. */
export const mostWork = 4_000_000_000;
/** A link that asks for more holds the weights, so that the run need not be trained again. */
export const mostWorkAnew = mostWork / 2;
/** What a change of the model costs beside the measuring: memory of its own. */
export const workOfModel = 25_000_000;

/** What is left of the work that a link may ask for. */
export class Budget {
  private left = mostWork;

  /** @throws PancakeError if there is not so much left */
  spend(work: number): void {
    this.left -= work;
    if (this.left >= 0) return;
    throw new PancakeError(
      'the link asks for more training than a page can do at once; a link of a long run must hold its weights',
    );
  }
}
