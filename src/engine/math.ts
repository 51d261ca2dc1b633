// The transcendental functions of the engine. JavaScript leaves the last bits of `Math.exp` and
// its kin to each engine; these are plain float64 arithmetic, and so the same on every machine.
export { exp, expm1, sigmoid, tanh } from './math/exp';
export { log, log1p } from './math/log';
export { cos, sin } from './math/trig';
export { erf } from './math/erf';

/** x to a whole power n of at least 0, by repeated squaring. */
export function powi(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
