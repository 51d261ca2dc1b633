// Taking a figure along: a link to its run, code to embed it, its picture, its numbers.
export { save } from './files';
export { ShareButton } from './share-button';
export {
  PancakeSharing,
  Sharing,
  shareItems,
  useShareSetting,
  type PancakeSharingProps,
  type ShareItem,
  type ShareSetting,
} from './sharing';
export {
  codeTable,
  historyTable,
  matrixTable,
  parametersTable,
  pointsTable,
  predictionTable,
  traceTable,
  type Table,
} from './tables';
export type { EmbedProps } from './embed';
