// The race: in each round everybody trains for a moment, so that a machine that is slow for a while
// is slow for all.

/**
 * @param {Map<string, import('./runners.mjs').Runner>} runners
 * @param {{ rounds: number, slice: number, warmUp: number }} plan the milliseconds of a turn and of
 *   the training before the first
 * @returns {Promise<Map<string, number[]>>} the milliseconds of an epoch, round by round
 */
export async function race(runners, { rounds, slice, warmUp }) {
  const entries = [];
  for (const [id, runner] of runners) {
    entries.push({ id, runner, epochs: await warm(runner, slice, warmUp), times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      // Another one begins each round: nobody always comes after the same neighbour's start.
      const { runner, epochs, times } = entries[(turn + round) % entries.length];
      times.push(await runner.train(epochs));
    }
  }
  return new Map(entries.map(({ id, times }) => [id, times]));
}

/** Trains until the compiler has done its work; gives the epochs that fill a turn. */
async function warm(runner, slice, warmUp) {
  let epochs = 1;
  for (let spent = 0; spent < warmUp;) {
    const time = await runner.train(epochs);
    spent += time * epochs;
    epochs = Math.max(1, Math.round(slice / time));
  }
  return epochs;
}
