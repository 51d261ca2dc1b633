// What the elements say when something is wrong. Figures have words of their own.
import { show } from '../engine';

/** The sentences of the elements. */
export const words = {
  attribute: (name: string, given: string, must: string) =>
    `${name} is ${show(given)}; it must be ${must}`,
  noType: (types: readonly string[]) => `type is missing; it must be one of ${types.join(', ')}`,
  unknownType: (given: string, types: readonly string[]) =>
    `type is ${show(given)}; it must be one of ${types.join(', ')}`,
  missing: (name: string, type: string) => `a ${type} needs the attribute ${name}`,
  nearly: (given: string, known: string) =>
    `there is no attribute ${given}; it is written ${known}`,
  twoRuns: (name: string, given: string, run: string, other: string) =>
    `${name} is ${show(given)}; ${run} has another ${name} already, from ${other}`,
  link: (problem: string) =>
    `link could not be opened: ${problem}. The run is the one that the other attributes say.`,
  twoLinks: (run: string, other: string) =>
    `${run} has another link already, from ${other}; only that one is opened`,
  namedRun: (name: string) => `the run ${show(name)}`,
  thisRun: 'its run',
  needsRun: (type: string) =>
    `a ${type} changes the run around it; put it inside <pancake-run>, or name a run: run="…"`,
  language: 'a language such as de or zh-Hans',
  height: 'a number of pixels above 0',
  twoSources: 'there are points in csv and between the tags; only one of them can be the data',
  otherVersion: (here: string, there: string) =>
    `react-pancake ${there} is on this page already; version ${here} leaves its elements alone`,
} as const;
