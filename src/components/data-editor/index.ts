// The data, under the reader's hands.
export { DataEditor, type DataEditorProps } from './data-editor';
export type { DataEditorLabels, Tool as DataTool } from './labels';
export type { DataEditorPart } from './sample-settings';
