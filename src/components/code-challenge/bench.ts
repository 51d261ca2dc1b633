// What it takes to check and to train with a reader's code: it is loaded at the first check.
export { Sandbox, SandboxError } from '../../sandbox';
export { askAll } from './checks/check';
export { questionsOf } from './checks/questions';
export { NoNumberError } from './run/function-table';
export { train } from './run/train';
