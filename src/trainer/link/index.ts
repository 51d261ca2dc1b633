// Runs as links: a run as plain data, as text that may stand in an address, and back.
export { decodeRun } from './decode';
export { encodeRun, type EncodedRun } from './encode';
export { replay } from './replay';
export { takeRecord, type RecordOptions } from './take-record';
export type { LeftOut, RunRecord } from './record';
