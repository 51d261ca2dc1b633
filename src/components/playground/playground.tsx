// Playground: data, network, boundary, loss and all controls in one. Made of public parts only.
import { Pancake } from '../pancake';
import { playgroundOf } from './around';
import { Layout } from './layout';

/**
 * A whole laboratory in one line: `<Playground data="circles" />`. For use in class, hide or lock
 * what is not the lesson's: `<Playground hide={['dataset']} lock={['network']} />`.
 */
export const Playground = playgroundOf(Pancake, Layout);
