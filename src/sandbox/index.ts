// Where a reader's code runs: in a worker, in a frame of no origin, without network or storage.
export { SandboxError, type SandboxFailure } from './errors';
export type { Job, LayerToTrain, NamedNumbers, Numbers } from './jobs';
export { sandboxPage, sandboxPolicy } from './page';
export { Sandbox, timeLimit, type Program } from './sandbox';
