// The words of the exported program.
import { formatCount } from '../../a11y';
import type { ProgramFormat, ProgramWeights } from './props';

/** What is said of the program that is shown. */
export interface ShownProgram {
  format: ProgramFormat;
  weights: ProgramWeights;
  /** The epoch at which it begins. */
  epoch: number;
  /** How many losses it prints. */
  epochs: number;
  /** How many lines it has. */
  lines: number;
  /** Of a file in ONNX: how many nodes its graph has, and how large it is. */
  nodes?: number;
  bytes?: number;
}

/** What {@link ExportProgram} says; any of it can be replaced. */
export interface ExportProgramLabels {
  heading: (format: ProgramFormat) => string;
  /** The formats, on the tabs. */
  formats: Readonly<Record<ProgramFormat, string>>;
  /** The name of the row of tabs. */
  choose: string;
  /** The name of the choice of weights, and its two sides. */
  weights: string;
  initial: string;
  now: string;
  /** At the end of the heading. */
  note: (shown: ShownProgram) => string;
  caption: (shown: ShownProgram) => string;
  copy: string;
  copied: string;
  /** Where the page may not write to the clipboard: the program is marked, to be copied by hand. */
  marked: string;
  download: string;
  /** The button's name for those who listen: with the name of the file. */
  downloadNamed: (fileName: string) => string;
  /** While what writes ONNX files is being loaded; and if it cannot be. */
  loading: string;
  notLoaded: string;
  /** The name of the listing. */
  listing: (format: ProgramFormat) => string;
  /** What the figure shows, for those who cannot see it. */
  description: (shown: ShownProgram, model: string) => string;
}

const names: ExportProgramLabels['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const lastOf = ({ epoch, epochs }: ShownProgram) => formatCount(epoch + epochs - 1);
const printed = (shown: ShownProgram) =>
  shown.epochs === 1
    ? `the loss at epoch ${formatCount(shown.epoch)}`
    : `the losses of epochs ${formatCount(shown.epoch)} to ${lastOf(shown)}`;

const weightsOf = ({ weights, epoch }: ShownProgram) =>
  weights === 'initial' ? 'the initial weights' : `the weights after epoch ${epoch}`;

export const defaultLabels: ExportProgramLabels = {
  heading: (format) => `This ${format === 'onnx' ? 'model' : 'run'} in ${names[format]}`,
  formats: names,
  choose: 'Library',
  weights: 'Weights that it begins with',
  initial: 'Initial weights',
  now: 'Weights now',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${formatCount(lines)} lines of Python`
      : `${formatCount(nodes)} ${nodes === 1 ? 'node' : 'nodes'}, ${formatCount(bytes)} bytes`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `What is in the file: a graph from points x to predictions y, with ${weightsOf(shown)}. ONNX Runtime runs it, and it can be opened here again.`
      : shown.weights === 'initial'
        ? `It starts this run over in ${names[shown.format]}, with the same weights, points and order, and prints ${printed(shown)}.`
        : `It begins with the weights after epoch ${formatCount(shown.epoch)} and prints ${printed(shown)}. While the run plays it stays as it is.`,
  copy: 'Copy',
  copied: 'Copied',
  marked: 'The page may not copy; the program is selected, press Ctrl+C or ⌘C.',
  download: 'Download',
  downloadNamed: (fileName) => `Download ${fileName}`,
  loading: 'Writing the file…',
  notLoaded: 'What writes ONNX files could not be loaded; is the page still connected?',
  listing: (format) => `The ${format === 'onnx' ? 'graph' : 'program'} in ${names[format]}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `A file in ONNX that computes ${model}, with ${weightsOf(shown)}.`
      : `A program of ${shown.lines} lines in ${names[shown.format]} that trains ${model}, beginning with ${weightsOf(shown)}.`,
};
