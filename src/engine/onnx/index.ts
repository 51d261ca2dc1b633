// Models as ONNX files, and back.
export { toONNX, type RunToONNXOptions, type ToONNXOptions } from './to-onnx';
export { fromONNX, type FromONNXOptions } from './from-onnx';
export type { Precision } from './graph-builder';
export { outlineOf, type Outline } from './outline';
