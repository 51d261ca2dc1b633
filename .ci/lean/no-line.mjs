// For visx's axes, which can draw a line along themselves and one at each tick: ours are quiet.
export function Line() {
  throw new Error('The axes of this package have no lines.');
}
