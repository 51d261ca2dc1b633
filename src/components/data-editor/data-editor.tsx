// DataEditor: the points of a run, drawn, dragged, sprayed, pasted, chosen; the run goes on with them.
import { forwardRef, useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useLabels } from '../../a11y';
import { useContextTrainer, useCaught } from '../../hooks';
import type { SplitDataset } from '../../trainer';
import { Announcement, Figure, type FigureProps, island, dataEditorRoom } from '../figure';
import { pointsTable } from '../share';
import { CSVPanel, download, mostCharacters } from './csv-panel';
import { defaultLabels, type DataEditorLabels, type Tool } from './labels';
import { Plane } from './plane';
import { classNamesOf, datasetsOf, type Part } from './points';
import { SampleSettings, type DataEditorPart } from './sample-settings';
import { Toolbar } from './toolbar';
import { liveLimit, useData } from './use-data';

/** Props of {@link DataEditor}. */
export interface DataEditorProps extends FigureProps {
  /** The data to edit; makes it the page's to change. @default that of the run, changed in place */
  data?: SplitDataset;
  /** Called with the data that the reader made. */
  onDataChange?: (data: SplitDataset) => void;
  /** What a hand can do. @default ['add', 'move', 'erase', 'spray'] */
  tools?: readonly Tool[];
  /** Parts to leave out. */
  hide?: readonly DataEditorPart[];
  /** Parts that can be seen but not used; `true` for all. */
  lock?: readonly DataEditorPart[] | true;
  /** The most points that can be drawn. @default 20000 */
  maxPoints?: number;
  /** Whether the plane is faintly coloured by what the model says. @default true */
  boundary?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<DataEditorLabels>;
}

const allTools: readonly Tool[] = ['add', 'move', 'erase', 'spray'];
const none: readonly DataEditorPart[] = [];

const Live = forwardRef<HTMLElement, DataEditorProps>(function DataEditor(
  {
    trainer: given,
    data,
    onDataChange,
    tools = allTools,
    hide = none,
    lock = none,
    maxPoints = 20_000,
    boundary = true,
    labels,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'DataEditor');
  const id = useId();
  const words = useLabels('DataEditor', defaultLabels, labels);
  const control = useData(trainer, data, onDataChange, words.needsPoints);
  const [tool, setTool] = useState<Tool>(tools[0] ?? 'move');
  const [label, setLabel] = useState(1);
  const [part, setPart] = useState<Part>('train');
  const [csv, setCSV] = useState<string | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [isFull, setFull] = useState(false);
  const [said, setSaid] = useState({ text: '', count: 0 });
  const say = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }));
  const isHidden = (one: DataEditorPart) => hide.includes(one);
  const isLocked = (one: DataEditorPart) => lock === true || lock.includes(one);

  const takesCSV = !isHidden('csv') && !isLocked('csv');
  const showText = (text: string) => {
    if (!takesCSV) return;
    setCSV(text);
    setFileProblem(null);
  };
  const files = useRef<HTMLDivElement>(null);
  // The keyboard goes on in the panel, and where it was opened.
  const turnPanel = (isOpen: boolean) => {
    flushSync(() => {
      setCSV(isOpen ? '' : null);
      setFileProblem(null);
    });
    const part = isOpen ? '.pancake-data-csv textarea' : '.pancake-data-files button';
    files.current!.parentElement!.querySelector<HTMLElement>(part)?.focus();
  };
  const caught = useCaught();
  const showFile = (file: File) => {
    if (!takesCSV) return;
    // Asked before it is read, since reading it is what a page cannot bear.
    if (file.size <= mostCharacters) return caught(() => file.text().then(showText))();
    setCSV('');
    setFileProblem(words.tooLarge);
  };
  const save = (which: Part, name: string) => {
    const made = datasetsOf(points, like);
    const dataset = which === 'train' ? made?.train : made?.test;
    if (dataset) download(dataset, name, classNamesOf(like));
  };
  // Wherever in the figure the focus is, but not in a field that has an undo of its own.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    const isField = (event.target as Element).matches('textarea, input:not([type=range])');
    if (event.defaultPrevented || isField || isLocked('draw') || isHidden('draw')) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    const goesBack = key === 'z' && !event.shiftKey;
    if (goesBack) control.undo();
    else control.redo();
    say(goesBack ? words.undone : words.redone);
  };

  const { points, like, problem } = control;
  const train = points.filter((point) => point.part === 'train').length;
  const test = points.length - train;
  const message = problem ?? (isFull && points.length >= maxPoints ? words.full(maxPoints) : null);
  return (
    <Figure
      ref={ref}
      component="DataEditor"
      table={() => pointsTable(trainer)}
      trainer={trainer}
      heading={words.heading}
      note={words.count(train, test)}
      description={`${words.count(train, test)}. ${words.keys}`}
      data-train={train}
      data-test={test}
      data-task={like.task}
      onKeyDown={onKeyDown}
      {...rest}
    >
      {!isHidden('draw') && (
        <Toolbar
          control={control}
          tools={tools}
          tool={tool}
          onTool={setTool}
          label={label}
          onLabel={setLabel}
          part={part}
          onPart={setPart}
          locked={isLocked('draw')}
          hasClasses={!isHidden('classes')}
          words={words}
          say={say}
        />
      )}
      <div className="pancake-data-row">
        <Plane
          trainer={trainer}
          control={control}
          tool={tool}
          label={label}
          part={part}
          onLabel={setLabel}
          maxPoints={maxPoints}
          boundary={boundary}
          locked={isLocked('draw') || isHidden('draw')}
          words={words}
          onFull={() => setFull(true)}
          say={say}
          onText={showText}
          onFile={showFile}
        />
      </div>
      {!isHidden('draw') && !isLocked('draw') && (
        <p className="pancake-caption">
          {words.hint(tool, like.task)}
          {points.length > liveLimit && ` ${words.large}`}
        </p>
      )}
      {message && (
        <p className="pancake-message" role="alert">
          {message}
        </p>
      )}
      <SampleSettings control={control} isHidden={isHidden} isLocked={isLocked} words={words} />
      <div ref={files} className="pancake-controls-buttons pancake-data-files">
        {!isHidden('csv') && csv === null && (
          <button
            type="button"
            className="pancake-button"
            disabled={isLocked('csv')}
            onClick={() => turnPanel(true)}
          >
            {words.csv}
          </button>
        )}
        {!isHidden('download') && (
          <>
            <button
              type="button"
              className="pancake-button"
              disabled={train === 0}
              onClick={() => save('train', 'training.csv')}
            >
              {words.downloadTrain}
            </button>
            <button
              type="button"
              className="pancake-button"
              disabled={test === 0}
              aria-describedby={test === 0 ? `${id}-noTest` : undefined}
              onClick={() => save('test', 'test.csv')}
            >
              {words.downloadTest}
            </button>
            {test === 0 && (
              <span id={`${id}-noTest`} className="pancake-note">
                {words.noTest}
              </span>
            )}
          </>
        )}
      </div>
      {csv !== null && (
        <CSVPanel
          text={csv}
          onText={showText}
          onFile={showFile}
          fileProblem={fileProblem}
          onTake={(taken) => {
            control.take(taken);
            turnPanel(false);
          }}
          onCancel={() => turnPanel(false)}
          testRatio={control.options.testRatio ?? (trainer.testData ? 0.2 : 0)}
          maxPoints={maxPoints}
          words={words}
        />
      )}
      {!isHidden('draw') && !isLocked('draw') && (
        <span hidden data-keys="">
          {words.keys}
        </span>
      )}
      <p className="pancake-hidden" role="status">
        <Announcement key={said.count} text={said.text} />
      </p>
    </Figure>
  );
});

/** An editor for the points that a run learns from. */
export const DataEditor = island<DataEditorProps>(dataEditorRoom, Live);
