// Code with holes, which a reader fills and the page checks.
export { CodeChallenge, type CodeChallengeProps } from './code-challenge';
export type { ChallengeName } from './challenges';
export type { CodeChallengeLabels } from './labels';
