// ExportProgram: the run as a program in PyTorch or NumPy, to be read, copied and run elsewhere.
import { forwardRef, useId, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer } from '../../hooks';
import { Figure, useControllable, island } from '../figure';
import { codeTable } from '../share';
import { defaultLabels, type ShownProgram } from './labels';
import { Listing } from './listing';
import type { ExportProgramProps } from './props';
import { copyText, downloadText } from './take-away';
import { FormatTabs, TakeAway, WeightsChoice } from './toolbar';
import { useProgram } from './use-program';

const Live = forwardRef<HTMLElement, ExportProgramProps>(function ExportProgram(props, ref) {
  const {
    trainer: given,
    format: fixed,
    defaultFormat = 'pytorch',
    onFormatChange,
    ...more
  } = props;
  const { weights: chosen, defaultWeights = 'initial', onWeightsChange, epochs, ...others } = more;
  const { maxHeight = 400, fileName, labels, ...rest } = others;
  const trainer = useContextTrainer(given, 'ExportProgram');
  const words = useLabels('ExportProgram', defaultLabels, labels);
  const [format, setFormat] = useControllable(fixed, defaultFormat, onFormatChange);
  const [weights, setWeights] = useControllable(chosen, defaultWeights, onWeightsChange);
  const program = useProgram(trainer, format, weights, epochs);
  const panel = useId();
  const code = useRef<HTMLElement>(null);
  const [last, setLast] = useState<{ text: string; how: 'copied' | 'marked' } | null>(null);

  if (program.text === null) {
    return (
      <Figure
        ref={ref}
        component="ExportProgram"
        trainer={trainer}
        heading={words.heading(format)}
        data-format={format}
        {...rest}
      >
        <p className="pancake-message" role="status">
          {program.problem}
        </p>
      </Figure>
    );
  }
  const { text, lines, epoch, model } = program;
  const shown: ShownProgram = { format, weights, epoch, epochs: epochs ?? 10, lines };
  const file = fileName ?? `pancake_${format}.py`;
  // What was copied before may have been another program.
  const copied = last?.text === text ? last.how : null;
  const copy = async () => {
    const how = await copyText(text, code.current!);
    setLast({ text, how });
  };
  return (
    <Figure
      ref={ref}
      component="ExportProgram"
      trainer={trainer}
      heading={words.heading(format)}
      table={() => codeTable(text.split('\n'))}
      embed={{ defaultFormat: format, defaultWeights: weights }}
      note={words.note(shown)}
      caption={words.caption(shown)}
      description={words.description(shown, model)}
      data-format={format}
      data-lines={lines}
      data-weights={weights}
      data-from-epoch={epoch}
      {...rest}
    >
      <div className="pancake-program-bar">
        {!fixed && <FormatTabs format={format} onFormat={setFormat} panel={panel} words={words} />}
        {!chosen && <WeightsChoice weights={weights} onWeights={setWeights} words={words} />}
        <TakeAway
          copied={copied}
          onCopy={() => void copy()}
          onLeave={() => setLast(null)}
          onDownload={() => downloadText(text, file)}
          fileName={file}
          words={words}
        />
      </div>
      <div
        id={panel}
        role={fixed ? undefined : 'tabpanel'}
        aria-labelledby={fixed ? undefined : `${panel}-${format}`}
      >
        <Listing ref={code} text={text} name={words.listing(format)} maxHeight={maxHeight} />
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
 * of the notebook. Copy and Download take it away. It follows the options of the run; with the weights
 * of this moment it is written again whenever the run comes to rest. A model with a layer of one's own
 * has no program; the figure says so.
 */
export const ExportProgram = island<ExportProgramProps>(
  { name: 'ExportProgram', height: 420 },
  Live,
);
