// A run as plain data: all that is needed to bring it back, in another page too.
import type { Domain, LayerJSON, Task } from '../../engine';
import type { ParameterEdit } from '../changes';
import type { Reshape } from '../architecture';
import type { TrainerOptions } from '../options';

/** Points of one part of the data. */
export interface RecordedPoints {
  readonly task: Task;
  readonly classes: number;
  readonly domain: Domain;
  /** How many inputs a point has. */
  readonly inputs: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What became of one part of the data: other points, or other rows between the first and the last ones. */
export type PartChange =
  | { readonly points: RecordedPoints }
  | {
      /** How many rows stay at the beginning, and at the end. */
      readonly before: number;
      readonly after: number;
      readonly x: Float64Array;
      readonly y: Float64Array;
    };

/** A change of the data; null for a part that stays, `'none'` where there is none any more. */
export interface DataChange {
  readonly train: PartChange | null;
  readonly test: PartChange | 'none' | null;
}

/** Something that was changed before a training step. An option of `undefined` has its default. */
export type RecordedEvent = { readonly step: number } & (
  | { readonly options: TrainerOptions; readonly data: DataChange | null }
  | { readonly edit: ParameterEdit }
  | { readonly reshape: Reshape }
);

/** A run at the end of an epoch, so that it need not be trained again. */
export interface RecordedState {
  readonly epoch: number;
  readonly step: number;
  /** All parameters, one after the other. */
  readonly weights: Float64Array;
  /** What the optimizer remembers, parameter by parameter; null if that is left out. */
  readonly memory: Float64Array | null;
  readonly optimizerSteps: number;
  /** Gradients that were added up without `zeroGrad`. */
  readonly gradients: Float64Array | null;
  /** What was measured before, every so many epochs: one column for each of `curves`. */
  readonly history: { readonly every: number; readonly columns: readonly Float64Array[] };
}

/** Options that a link cannot hold, as they are functions or of the author's own making. */
export type LeftOut = 'loss' | 'optimizer' | 'schedule' | 'stopWhen';

/** A run as plain data: what a link holds. Made by `decodeRun`, brought back by `trainer.open`. */
export interface RunRecord {
  /** The options at the beginning, but for points and models of one's own. */
  readonly options: TrainerOptions;
  /** Options that a link cannot hold; those of the page that opens it stay in force. */
  readonly leftOut: readonly LeftOut[];
  /** Points of the author's or the reader's own. */
  readonly data: DataChange | null;
  /** The model's layers where the options do not tell; `given` if it stands in for `options.model`. */
  readonly structure: { readonly model: LayerJSON; readonly given: boolean } | null;
  /** The parameters that `reset` goes back to, where they are not those that the options draw. */
  readonly initial: Float64Array | null;
  /** Where to begin, if not before the first step. */
  readonly state: RecordedState | null;
  /** What was changed on the way, in order. */
  readonly events: readonly RecordedEvent[];
  /** The finished epochs and training steps. */
  readonly epoch: number;
  readonly step: number;
  /** The last epoch that the run has been through; more than `epoch` if it had gone back. */
  readonly lastEpoch: number;
  /** The checksum of all parameters, to tell whether it is the same run that came back; or null. */
  readonly fingerprint: number | null;
}
