// What a <Pancake> of shells loads with the first of its figures: the trainer, and the opening of links.
export { Linked } from '../components/pancake';
export { runWays } from '../hooks';
export { weightPathOf } from '../trainer';
