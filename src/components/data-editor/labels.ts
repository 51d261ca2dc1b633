// The words of the data editor.
import { formatCount, formatNumber } from '../../a11y';
import type { CSVContents, CSVProblem, DatasetName, Task } from '../../engine';
import type { EditPoint, Part } from './points';

/** What a hand does to the plane. */
export type Tool = 'add' | 'move' | 'erase' | 'spray';

/** What the data editor says; any of it can be replaced. */
export interface DataEditorLabels {
  heading: string;
  /** What the plane is called, and how it is worked by keyboard. */
  plane: string;
  keys: string;
  tools: string;
  tool: Record<Tool, string>;
  /** What the chosen tool does. */
  hint: (tool: Tool, task: Task) => string;
  classes: string;
  classOf: (label: number) => string;
  addClass: string;
  value: string;
  part: string;
  partOf: Record<Part, string>;
  undo: string;
  redo: string;
  clear: string;
  empty: string;
  /** Said when no training point is left. */
  needsPoints: string;
  /** Said when there are as many points as may be. */
  full: (most: number) => string;
  /** Said of data so large that the run follows at the end of a drag. */
  large: string;
  dataset: string;
  /** A data set that is built in, in the list. */
  datasetName: (name: DatasetName) => string;
  own: string;
  groups: { binary: string; multiclass: string; regression: string };
  points: string;
  noise: string;
  split: string;
  seed: string;
  newSample: string;
  ownLocked: string;
  csv: string;
  paste: string;
  file: string;
  drop: string;
  found: (contents: CSVContents, task: Task, classes: number) => string;
  errors: (count: number) => string;
  /** What is wrong with a line; the message is English, the problem is for other languages. */
  line: (line: number, message: string, problem: CSVProblem) => string;
  /** The columns of the points that were found. */
  columns: Readonly<Record<'x' | 'y' | 'label', string>>;
  /** Said of a number that must be whole, and within bounds. */
  wholeNumber: (low: number, high: number) => string;
  moreErrors: (count: number) => string;
  take: (count: number) => string;
  takeGood: (count: number) => string;
  cancel: string;
  /** Said of text that is too much for a page. */
  tooLarge: string;
  downloadTrain: string;
  downloadTest: string;
  noTest: string;
  count: (train: number, test: number) => string;
  /** What is said as the keyboard moves and changes things. */
  at: (x: number, y: number, under: string | null) => string;
  point: (index: number, count: number, point: EditPoint, task: Task, name?: string) => string;
  added: string;
  removed: string;
  picked: string;
  dropped: string;
  undone: string;
  redone: string;
}

export const defaultLabels: DataEditorLabels = {
  heading: 'Data',
  plane: 'The points on the plane',
  keys: 'Arrow keys move the cursor, with Shift far, with Alt finely. Enter adds a point, or picks one up and drops it. N and P go from point to point, Delete removes, digits choose the class, Escape puts back what is held.',
  tools: 'Tool',
  tool: { add: 'Add', move: 'Move', erase: 'Erase', spray: 'Spray' },
  hint: (tool, task) =>
    ({
      add: `Press on the plane to add a point of the chosen ${task === 'regression' ? 'value' : 'class'}; drag a point to move it.`,
      move: 'Drag a point to move it.',
      erase: 'Press on points, or drag over them, to remove them.',
      spray:
        'Drag over the plane to strew points. While this tool is chosen, a finger on the plane does not scroll the page.',
    })[tool],
  classes: 'Class',
  classOf: (label) => `class ${label}`,
  addClass: 'Add a class',
  value: 'Value',
  part: 'New points are for',
  partOf: { train: 'training', test: 'testing' },
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear',
  empty: 'Press here to put down the first point.',
  needsPoints: 'Add at least one point to train on; until then the run goes on with the last data.',
  full: (most) => `There are ${formatCount(most)} points, as many as this editor holds.`,
  large: 'With this many points, the run follows when a drag ends.',
  dataset: 'Data set',
  datasetName: (name) => name,
  own: 'drawn by hand',
  groups: { binary: 'Two classes', multiclass: 'Several classes', regression: 'Numbers' },
  points: 'Points',
  noise: 'Noise',
  split: 'Test share',
  seed: 'Seed',
  newSample: 'New sample',
  ownLocked: 'Points drawn by hand have no noise or seed; choose a data set for that.',
  csv: 'Paste or open CSV',
  paste: 'Lines of x, y and label',
  file: 'Open a file',
  drop: 'or drop one on the plane',
  found: ({ points, classNames }, task, classes) =>
    `${formatCount(points.length)} points, ` +
    (task === 'regression'
      ? 'with a number each'
      : `${classes} classes${classNames.length ? ` (${classNames.join(', ')})` : ''}`),
  errors: (count) => `${formatCount(count)} ${count === 1 ? 'line' : 'lines'} cannot be read:`,
  line: (line, message) => `Line ${line}: ${message}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `This must be a whole number from ${formatCount(low)} to ${formatCount(high)}.`,
  moreErrors: (count) => `and ${formatCount(count)} more`,
  take: (count) => `Use these ${formatCount(count)} points`,
  takeGood: (count) => `Use the ${formatCount(count)} good lines`,
  cancel: 'Cancel',
  tooLarge:
    'This is more than 5 million characters or 100 000 lines; a page cannot hold and draw so many points.',
  downloadTrain: 'Download training CSV',
  downloadTest: 'Download test CSV',
  noTest: 'There are no test points.',
  count: (train, test) =>
    `${formatCount(train)} to train on${test ? `, ${formatCount(test)} to test on` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}${under ? `: ${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `class ${label}`) =>
    `Point ${index + 1} of ${count}, ${task === 'regression' ? `value ${formatNumber(label, 2)}` : name}${part === 'test' ? ', for testing' : ''}, at x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}`,
  added: 'Added.',
  removed: 'Removed.',
  picked: 'Picked up; arrow keys move it, Enter drops it, Escape puts it back.',
  dropped: 'Dropped.',
  undone: 'Undone.',
  redone: 'Done again.',
};
