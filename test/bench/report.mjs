// The report, as text: what was learnt, how long it took, and which bars are reached.

/** @param {{ name: string, note: string }[]} entries */
const label = ({ name, note }) => (note ? `${name} (${note})` : name);

export function showLearning(shape, entries) {
  const rows = entries.map((entry) => [
    label(entry),
    entry.learnt.loss.toPrecision(9),
    `${(100 * entry.learnt.accuracy).toFixed(1)} %`,
    entry.learnt.wanted,
    entry.learnt.ok ? 'yes' : 'NO',
  ]);
  return [
    `Learnt in ${shape.epochs} epochs at a learning rate of ${shape.rate}`,
    table(['', 'loss', 'right', 'must be', 'is it'], rows),
  ].join('\n\n');
}

export function showTimes(entries) {
  const rows = entries.map((entry) => [
    label(entry),
    digits(entry.time.median),
    digits(entry.ratio.median),
    spread(entry.ratio),
  ]);
  return table(['', 'ms an epoch', 'times as long as the loop', '10th to 90th percentile'], rows);
}

export function showBars(bars) {
  const rows = bars.map(({ bar, measured, reached, missedBy }) => [
    bar,
    `${digits(measured.median)}x (${spread(measured)})`,
    reached ? 'reached' : `missed by a factor of ${missedBy.toFixed(2)}`,
  ]);
  return table(['bar', 'measured', ''], rows);
}

const spread = ({ low, high }) => `${digits(low)} to ${digits(high)}`;

function digits(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A table in Markdown, its columns of even width; all but the first are aligned to the right. */
function table(head, rows) {
  const widths = head.map((title, c) =>
    Math.max(3, ...[head, ...rows].map((row) => row[c].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, c) => (c ? cell.padStart(widths[c]) : cell.padEnd(widths[c]))).join(' | ')} |`;
  const rule = widths.map((width, c) => (c ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
