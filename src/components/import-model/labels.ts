// The words of opening a model.
import { formatCount } from '../../a11y';

/** What is said of a model that was opened. */
export interface OpenedModel {
  fileName: string;
  /** The model in words: `Sequential(Linear(2, 8), ReLU, …)`. */
  model: string;
  parameters: number;
  /** The loss that was put in place of another, since the model gives logits, or probabilities. */
  loss: string | null;
}

/** What {@link ImportModel} says; any of it can be replaced. */
export interface ImportModelLabels {
  heading: string;
  open: string;
  drop: string;
  /** While a file is read. */
  reading: (fileName: string) => string;
  opened: (opened: OpenedModel) => string;
  /** Before what is wrong with a file. */
  refused: (fileName: string) => string;
  tooLarge: (most: number) => string;
  /** Where what reads ONNX files could not be loaded. */
  notLoaded: string;
  /** Where a file cannot be read from the disk. */
  unreadable: string;
  /** Where several files are dropped at once. */
  onlyOne: string;
}

export const defaultLabels: ImportModelLabels = {
  heading: 'A model from a file',
  open: 'Open a model',
  drop: 'an .onnx file, or one saved as JSON; or drop it here',
  reading: (fileName) => `Reading ${fileName}…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}: ${model}, ${formatCount(parameters)} ${parameters === 1 ? 'parameter' : 'parameters'}. The run begins with it.` +
    (loss === null ? '' : ` Its loss is ${loss} now, as its last layer asks.`),
  refused: (fileName) => `${fileName} could not be opened.`,
  tooLarge: (most) => `It has more than ${formatCount(most)} bytes; a page trains smaller models.`,
  notLoaded: 'What reads ONNX files could not be loaded; is the page still connected?',
  unreadable: 'The file cannot be read; it may have been moved or deleted.',
  onlyOne: 'These are several files; drop one.',
};
