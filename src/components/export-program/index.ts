// The run as a program for other engines.
export { ExportProgram } from './export-program';
export type { ExportProgramLabels, ShownProgram } from './labels';
export type { ExportProgramProps, ProgramFormat, ProgramWeights } from './props';
