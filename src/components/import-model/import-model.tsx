// ImportModel: a model out of a file, such as one that was trained elsewhere, into the run.
import { forwardRef, useEffect, useRef, useState, type DragEvent } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useCaught } from '../../hooks';
import type { Sequential } from '../../engine';
import { Figure, errorLabels, island, importModelRoom, type FigureProps } from '../figure';
import { defaultLabels, type ImportModelLabels, type OpenedModel } from './labels';
import { Refused, giveModel, mostBytes, readModel } from './read-model';

/** Props of {@link ImportModel}. */
export interface ImportModelProps extends FigureProps {
  /** Called with each model that was opened, when the run has begun with it. */
  onImport?: (model: Sequential, file: File) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<ImportModelLabels>;
}

type State =
  | { kind: 'empty' }
  | { kind: 'reading'; fileName: string }
  | { kind: 'opened'; opened: OpenedModel }
  | { kind: 'refused'; fileName: string | null; reason: Refused['reason'] | 'onlyOne' };

const Live = forwardRef<HTMLElement, ImportModelProps>(function ImportModel(
  { trainer: given, onImport, labels, ...rest },
  ref,
) {
  const trainer = useContextTrainer(given, 'ImportModel');
  const words = useLabels('ImportModel', defaultLabels, labels);
  const { retry } = useLabels('FigureError', errorLabels, undefined);
  const [state, setState] = useState<State>({ kind: 'empty' });
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef<File | null>(null);
  // A run that comes in the place of another, or none at all, gets no file meant for the old one.
  useEffect(() => () => void (latest.current = null), [trainer]);

  const open = async (file: File) => {
    latest.current = file;
    setState({ kind: 'reading', fileName: file.name });
    try {
      const model = await readModel(file);
      if (latest.current !== file) return;
      const loss = giveModel(trainer, model);
      const parameters = model.parameters().reduce((sum, { value }) => sum + value.size, 0);
      const opened = { fileName: file.name, model: model.describe(), parameters, loss };
      setState({ kind: 'opened', opened });
      onImport?.(model, file);
    } catch (error) {
      if (latest.current !== file) return;
      if (!(error instanceof Refused)) throw error;
      setState({ kind: 'refused', fileName: file.name, reason: error.reason });
    }
  };
  const caught = useCaught();
  const take = (files: FileList | null) => {
    const [file, another] = files ?? [];
    if (another) setState({ kind: 'refused', fileName: null, reason: 'onlyOne' });
    else if (file) caught(open)(file);
  };
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

  return (
    <Figure
      ref={ref}
      component="ImportModel"
      trainer={trainer}
      heading={words.heading}
      data-state={state.kind}
      data-over={isOver || undefined}
      {...rest}
      onDragOver={(event) => {
        rest.onDragOver?.(event);
        if (!hasFiles(event)) return;
        // Without it the browser would leave the page for the file.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        rest.onDragLeave?.(event);
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        rest.onDrop?.(event);
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <div className="pancake-import-place">
        <button type="button" className="pancake-button" onClick={() => input.current?.click()}>
          {words.open}
        </button>
        <span className="pancake-note">{words.drop}</span>
        {/* The button stands for it: its own look says "no file chosen" of a file that was opened. */}
        <input
          ref={input}
          type="file"
          hidden
          accept=".onnx,.json,application/json"
          onChange={(event) => {
            take(event.target.files);
            // The same file can be opened again, after it was written again.
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" className="pancake-import-said">
        {state.kind === 'reading' && (
          <p className="pancake-note">{words.reading(state.fileName)}</p>
        )}
        {state.kind === 'opened' && <p>{words.opened(state.opened)}</p>}
      </div>
      {state.kind === 'refused' && (
        <div className="pancake-message" role="alert">
          <p>
            {state.fileName !== null && `${words.refused(state.fileName)} `}
            {reasonOf(state.reason, words)}
          </p>
          {state.reason === 'notLoaded' && (
            <button
              type="button"
              className="pancake-button"
              onClick={() => latest.current && caught(open)(latest.current)}
            >
              {retry}
            </button>
          )}
        </div>
      )}
    </Figure>
  );
});

/**
 * Opens a model from a file, by a button or by dropping it: an ONNX file, from here or from PyTorch, or
 * what `toJSON` gave. The run begins with it, on its own data. A file that holds no model, or one that does
 * not fit the data, is refused in words, and the run stays as it was.
 */
export const ImportModel = island<ImportModelProps>(importModelRoom, Live);

function reasonOf(reason: Refused['reason'] | 'onlyOne', words: ImportModelLabels): string {
  if (typeof reason === 'object') return reason.message;
  return reason === 'tooLarge' ? words.tooLarge(mostBytes) : words[reason];
}
