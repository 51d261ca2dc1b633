// What an author may say of the exported program.
import type { FigureProps } from '../figure';
import type { ExportProgramLabels } from './labels';

/** The library that a program is written for, or ONNX: the model alone, as a file for other engines. */
export type ProgramFormat = 'pytorch' | 'numpy' | 'onnx';

/** The weights that a program begins with: those of the run's beginning, or those of this moment. */
export type ProgramWeights = 'initial' | 'now';

/** Props of {@link ExportProgram}. */
export interface ExportProgramProps extends FigureProps {
  /** The library; without it there are tabs for the reader to choose. */
  format?: ProgramFormat;
  /** The tab that is open at first. @default 'pytorch' */
  defaultFormat?: ProgramFormat;
  /** Called when the reader opens a tab. */
  onFormatChange?: (format: ProgramFormat) => void;
  /** The weights that it begins with; makes the choice the page's. */
  weights?: ProgramWeights;
  /** @default 'initial'; in ONNX 'now' until the reader chooses */
  defaultWeights?: ProgramWeights;
  /** Called when the reader chooses other weights. */
  onWeightsChange?: (weights: ProgramWeights) => void;
  /** How many losses the program prints: that of the beginning, and one after each epoch. @default 10 */
  epochs?: number;
  /** How high the listing may be, in pixels, before it scrolls. @default 400 */
  maxHeight?: number;
  /** The name of the file to download. @default 'pancake_pytorch.py', 'pancake_numpy.py' or 'pancake.onnx' */
  fileName?: string;
  /** Words to use instead of the default ones. */
  labels?: Partial<ExportProgramLabels>;
}
