// ExportProgram: the run as a program in PyTorch or NumPy, or the model as a file in ONNX, to be taken away.
import { forwardRef, useId, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useCaught } from '../../hooks';
import { NotLoaded, Figure, useControllable, island, exportProgramRoom } from '../figure';
import { codeTable } from '../share';
import { defaultLabels, type ShownProgram } from './labels';
import { Listing } from './listing';
import type { ExportProgramProps, ProgramWeights } from './props';
import { copyText, download } from './take-away';
import { FormatTabs, TakeAway, WeightsChoice } from './toolbar';
import { onnxFiles, useProgram } from './use-program';

const Live = forwardRef<HTMLElement, ExportProgramProps>(function ExportProgram(props, ref) {
  const {
    trainer: given,
    format: fixed,
    defaultFormat = 'pytorch',
    onFormatChange,
    ...more
  } = props;
  const { weights: chosen, defaultWeights, onWeightsChange, epochs, ...others } = more;
  const { maxHeight = 400, fileName, labels, ...rest } = others;
  const trainer = useContextTrainer(given, 'ExportProgram');
  const words = useLabels('ExportProgram', defaultLabels, labels);
  const [format, setFormat] = useControllable(fixed, defaultFormat, onFormatChange);
  const [choice, setWeights] = useControllable<ProgramWeights | undefined>(
    chosen,
    defaultWeights,
    (to) => onWeightsChange?.(to!),
  );
  // A program trains, a model has been trained.
  const weights = choice ?? (format === 'onnx' ? 'now' : 'initial');
  const program = useProgram(trainer, format, weights, epochs);
  const caught = useCaught();
  const panel = useId();
  const code = useRef<HTMLElement>(null);
  const [last, setLast] = useState<{ text: string; how: 'copied' | 'marked' } | null>(null);

  const { text } = program;
  const isWaiting = text === null && program.isWaiting === true;
  if (text === null && !isWaiting) {
    const { problem } = program;
    return (
      <Figure
        ref={ref}
        component="ExportProgram"
        trainer={trainer}
        heading={words.heading(format)}
        data-format={format}
        {...rest}
      >
        {problem === 'notLoaded' ? (
          <NotLoaded later={onnxFiles} what={words.notLoaded} />
        ) : (
          <p className="pancake-message" role="status">
            {problem}
          </p>
        )}
      </Figure>
    );
  }
  const shown: ShownProgram | null =
    program.text === null
      ? null
      : {
          format,
          weights,
          epoch: program.epoch,
          epochs: epochs ?? 10,
          lines: program.lines,
          ...(program.file && { nodes: program.file.nodes, bytes: program.file.bytes.length }),
        };
  const file = fileName ?? (format === 'onnx' ? 'pancake.onnx' : `pancake_${format}.py`);
  // What was copied before may have been another program.
  const copied = text !== null && last?.text === text ? last.how : null;
  const copy = async () => {
    if (text === null) return;
    const how = await copyText(text, code.current!);
    setLast({ text, how });
  };
  const take = () => {
    if (program.text !== null) download(program.file?.bytes ?? program.text, file);
  };
  return (
    <Figure
      ref={ref}
      component="ExportProgram"
      trainer={trainer}
      heading={words.heading(format)}
      table={text === null ? undefined : () => codeTable(text.split('\n'))}
      embed={{ defaultFormat: format, ...(choice && { defaultWeights: choice }) }}
      note={shown && words.note(shown)}
      caption={shown && words.caption(shown)}
      description={
        shown && program.text !== null ? words.description(shown, program.model) : undefined
      }
      data-format={format}
      data-lines={shown?.lines}
      data-weights={weights}
      data-from-epoch={shown?.epoch}
      aria-busy={isWaiting || undefined}
      {...rest}
    >
      <div className="pancake-program-bar">
        {!fixed && <FormatTabs format={format} onFormat={setFormat} panel={panel} words={words} />}
        {!chosen && <WeightsChoice weights={weights} onWeights={setWeights} words={words} />}
        <TakeAway
          copied={copied}
          onCopy={format === 'onnx' ? null : caught(copy)}
          onLeave={() => setLast(null)}
          onDownload={take}
          fileName={file}
          words={words}
        />
      </div>
      <div
        id={panel}
        role={fixed ? undefined : 'tabpanel'}
        aria-labelledby={fixed ? undefined : `${panel}-${format}`}
      >
        <Listing
          ref={code}
          text={text ?? words.loading}
          name={words.listing(format)}
          maxHeight={maxHeight}
        />
      </div>
      <p className="pancake-program-said" role="status">
        {copied === 'marked' && words.marked}
        {copied === 'copied' && <span className="pancake-hidden">{words.copied}</span>}
      </p>
    </Figure>
  );
});

/**
 * The run as a complete program that prints its first losses: in PyTorch, or in NumPy with the layers
 * of the notebook; or its model as an ONNX file, of which the graph is shown. Copy and Download take it
 * away. It follows the options of the run; with the weights of this moment it is written again whenever
 * the run comes to rest. A model with a layer of one's own has no program; the figure says so.
 */
export const ExportProgram = island<ExportProgramProps>(exportProgramRoom, Live);
