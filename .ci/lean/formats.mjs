// For d3-scale, whose scales can write their ticks: the figures write their own, in the reader's language.
function unused() {
  throw new Error('The scales of this package write no ticks: use formatShort.');
}

export {
  unused as format,
  unused as formatPrefix,
  unused as formatSpecifier,
  unused as precisionFixed,
  unused as precisionPrefix,
  unused as precisionRound,
};
