// CSV: pasted, opened or dropped; looked at before it is taken, with what is wrong line by line.
import { useId, useMemo } from 'react';
import {
  PancakeError,
  fromPoints,
  split,
  toCSV,
  readCSV,
  type CSVContents,
  type Dataset,
} from '../../engine';
import type { SplitDataset } from '../../trainer';
import { useNumbers } from '../../a11y';
import { markShapes } from '../marks';
import { save } from '../share';
import { layOut } from './layout';
import { nameClasses } from './points';
import type { DataEditorLabels } from './labels';

// A format, the same in all languages.
const exampleCSV = 'x,y,label\n1.5,-2,0\n0.3,1.1,1';

interface CSVPanelProps {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
  /** What was wrong with a file, or null. */
  fileProblem: string | null;
  onTake: (data: SplitDataset) => void;
  onCancel: () => void;
  /** The share that is kept for testing. */
  testRatio: number;
  maxPoints: number;
  words: DataEditorLabels;
}

// The most that is read: a page has to hold and to draw all of it.
export const mostCharacters = 5_000_000;
const mostLines = 100_000;
// More lines would push away what can be done about them.
const mostErrors = 10;
const previewRows = 5;

type Reading =
  | { contents: CSVContents; dataset: Dataset | null; problem: string | null }
  | { contents: null; dataset: null; problem: string | null };

/** The field, and what was found in it. */
export function CSVPanel(props: CSVPanelProps) {
  const { formatShort } = useNumbers();
  const { text, onText, onFile, fileProblem, onTake, onCancel, testRatio, maxPoints, words } =
    props;
  const id = useId();
  const { contents, dataset, ...found } = useMemo(
    () => read(text, maxPoints, words),
    [text, maxPoints, words],
  );
  const problem = fileProblem ?? found.problem;
  const take = () => {
    if (!dataset || !contents) return;
    const isSplit = testRatio > 0 && dataset.x.shape[0]! > 4;
    const taken = isSplit ? split(dataset, testRatio, 0) : { train: dataset };
    nameClasses(taken, contents.classNames);
    onTake(taken);
  };
  const count = contents?.points.length ?? 0;
  return (
    <div className="pancake-data-csv" role="group" aria-label={words.csv}>
      <label className="pancake-data-paste" htmlFor={`${id}-text`}>
        <span>{words.paste}</span>
        <textarea
          id={`${id}-text`}
          className="pancake-field"
          rows={4}
          spellCheck={false}
          value={text}
          placeholder={exampleCSV}
          aria-invalid={problem !== null || (contents?.errors.length ?? 0) > 0}
          aria-describedby={`${id}-problem ${id}-errors ${id}-found`}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
      <label className="pancake-control" htmlFor={`${id}-file`}>
        <span>{words.file}</span>
        <input
          id={`${id}-file`}
          className="pancake-data-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
          }}
        />
        <span className="pancake-note">{words.drop}</span>
      </label>
      {problem && (
        <p id={`${id}-problem`} className="pancake-message" role="alert">
          {problem}
        </p>
      )}
      {contents && contents.errors.length > 0 && (
        <div id={`${id}-errors`} className="pancake-message" role="alert">
          <p>{words.errors(contents.errors.length)}</p>
          <ul className="pancake-data-errors">
            {contents.errors.slice(0, mostErrors).map(({ line, message, problem }) => (
              <li key={line} data-line={line}>
                {words.line(line, message, problem)}
              </li>
            ))}
          </ul>
          {contents.errors.length > mostErrors && (
            <p>{words.moreErrors(contents.errors.length - mostErrors)}</p>
          )}
        </div>
      )}
      {contents && dataset && (
        <div className="pancake-data-preview">
          <Picture dataset={dataset} />
          <div>
            <p id={`${id}-found`}>{words.found(contents, dataset.task, dataset.classes)}</p>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.columns.x}</th>
                  <th scope="col">{words.columns.y}</th>
                  <th scope="col">{words.columns.label}</th>
                </tr>
              </thead>
              <tbody>
                {contents.points.slice(0, previewRows).map(({ x, y, label }, i) => (
                  <tr key={i}>
                    <td>{formatShort(x, 5)}</td>
                    <td>{formatShort(y, 5)}</td>
                    <td>{contents.classNames[label] ?? formatShort(label, 5)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <div className="pancake-controls-buttons">
        <button
          type="button"
          className="pancake-button pancake-button-main"
          disabled={!dataset}
          onClick={take}
        >
          {contents?.errors.length ? words.takeGood(count) : words.take(count)}
        </button>
        <button type="button" className="pancake-button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

function Picture({ dataset }: { dataset: Dataset }) {
  const size = 96;
  const plane = layOut(dataset.domain, size);
  const { x, y, task } = dataset;
  const count = Math.min(500, x.shape[0]!);
  return (
    <svg
      className="pancake-data-thumbnail"
      viewBox={`0 0 ${size} ${plane.height}`}
      width={size}
      height={plane.height}
      aria-hidden="true"
    >
      <rect className="pancake-data-edge" width={size} height={plane.height} />
      {Array.from({ length: count }, (_, i) => {
        const kind = task === 'regression' ? 0 : y.data[i]! % markShapes.length;
        return (
          <path
            key={i}
            d={markShapes[kind]}
            fill={`var(--pk-class-${kind})`}
            transform={`translate(${plane.x(x.data[2 * i]!)} ${plane.y(x.data[2 * i + 1]!)}) scale(0.5)`}
          />
        );
      })}
    </svg>
  );
}

function read(text: string, maxPoints: number, words: DataEditorLabels): Reading {
  if (!text.trim()) return { contents: null, dataset: null, problem: null };
  if (text.length > mostCharacters || text.split('\n', mostLines + 1).length > mostLines) {
    return { contents: null, dataset: null, problem: words.tooLarge };
  }
  try {
    const contents = readCSV(text);
    if (contents.points.length > maxPoints) {
      return { contents, dataset: null, problem: words.full(maxPoints) };
    }
    if (!contents.points.length) return { contents, dataset: null, problem: null };
    return { contents, dataset: fromPoints(contents.points), problem: null };
  } catch (error) {
    if (!(error instanceof PancakeError)) throw error;
    return { contents: null, dataset: null, problem: error.message };
  }
}

/** Gives a data set to the reader as a file. */
export function download(dataset: Dataset, name: string, classNames: readonly string[]): void {
  save(toCSV(dataset, { classNames }), name, 'text/csv');
}
