// What can be heard of a run.
export { Sonification, type SonificationPart, type SonificationProps } from './sonification';
