// DataEditor: the points of a run, drawn, dragged, sprayed, pasted, chosen; the run goes on with them.
import { forwardRef, useMemo, useState } from 'react';
import { useContextTrainer } from '../../hooks';
import type { SplitDataset } from '../../trainer';
import { Announcement, Figure, type FigureProps } from '../figure';
import { CSVPanel, download } from './csv-panel';
import { defaultLabels, type DataEditorLabels, type Tool } from './labels';
import { Plane } from './plane';
import type { Part } from './points';
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

/** An editor for the points that a run learns from. */
export const DataEditor = forwardRef<HTMLElement, DataEditorProps>(function DataEditor(
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
  const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
  const control = useData(trainer, data, onDataChange, words.needsPoints);
  const [tool, setTool] = useState<Tool>(tools[0] ?? 'move');
  const [label, setLabel] = useState(1);
  const [part, setPart] = useState<Part>('train');
  const [csv, setCSV] = useState<string | null>(null);
  const [isFull, setFull] = useState(false);
  const [said, setSaid] = useState({ text: '', count: 0 });
  const say = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }));
  const isHidden = (one: DataEditorPart) => hide.includes(one);
  const isLocked = (one: DataEditorPart) => lock === true || lock.includes(one);

  const { points, like, problem } = control;
  const train = points.filter((point) => point.part === 'train').length;
  const test = points.length - train;
  const message = problem ?? (isFull && points.length >= maxPoints ? words.full(maxPoints) : null);
  const drawn = trainer.testData;
  return (
    <Figure
      ref={ref}
      component="DataEditor"
      trainer={trainer}
      heading={words.heading}
      note={words.count(train, test)}
      description={words.keys}
      data-train={train}
      data-test={test}
      data-task={like.task}
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
          onText={(text) => !isLocked('csv') && setCSV(text)}
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
      <div className="pancake-controls-buttons pancake-data-files">
        {!isHidden('csv') && csv === null && (
          <button
            type="button"
            className="pancake-button"
            disabled={isLocked('csv')}
            onClick={() => setCSV('')}
          >
            {words.csv}
          </button>
        )}
        {!isHidden('download') && (
          <>
            <button
              type="button"
              className="pancake-button"
              onClick={() => download(trainer.data, 'training.csv')}
            >
              {words.downloadTrain}
            </button>
            <button
              type="button"
              className="pancake-button"
              disabled={!drawn}
              title={drawn ? undefined : words.noTest}
              onClick={() => drawn && download(drawn, 'test.csv')}
            >
              {words.downloadTest}
            </button>
          </>
        )}
      </div>
      {csv !== null && (
        <CSVPanel
          text={csv}
          onText={setCSV}
          onTake={(taken) => {
            control.take(taken);
            setCSV(null);
          }}
          onCancel={() => setCSV(null)}
          testRatio={control.options.testRatio ?? (trainer.testData ? 0.2 : 0)}
          maxPoints={maxPoints}
          words={words}
        />
      )}
      <p className="pancake-hidden" role="status">
        <Announcement key={said.count} text={said.text} />
      </p>
    </Figure>
  );
});
