// What can be done with a program: choose the library and the weights, copy it, download it.
import { useId, useRef, type KeyboardEvent } from 'react';
import type { ExportProgramLabels } from './labels';
import type { ProgramFormat, ProgramWeights } from './props';

const formats: readonly ProgramFormat[] = ['pytorch', 'numpy', 'onnx'];
const sides: readonly ProgramWeights[] = ['initial', 'now'];

interface FormatTabsProps {
  format: ProgramFormat;
  onFormat: (format: ProgramFormat) => void;
  /** The id of the panel; a tab's is this with the format behind it. */
  panel: string;
  words: ExportProgramLabels;
}

/** Tabs: the arrow keys open the one beside. */
export function FormatTabs({ format, onFormat, panel, words }: FormatTabsProps) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // The tabs stand in the direction of the language.
    const isTurned = getComputedStyle(row.current!).direction === 'rtl';
    const right = isTurned ? -1 : 1;
    const step = { ArrowRight: right, ArrowLeft: -right }[event.key];
    const at = formats.indexOf(format);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? formats.length - 1
          : step && (at + step + formats.length) % formats.length;
    if (to === undefined) return;
    event.preventDefault();
    onFormat(formats[to]!);
    (row.current?.children[to] as HTMLElement).focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have it
    <div
      ref={row}
      className="pancake-program-tabs"
      role="tablist"
      aria-label={words.choose}
      onKeyDown={onKeyDown}
    >
      {formats.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${panel}-${one}`}
          aria-selected={one === format}
          aria-controls={panel}
          tabIndex={one === format ? 0 : -1}
          onClick={() => onFormat(one)}
        >
          {words.formats[one]}
        </button>
      ))}
    </div>
  );
}

interface WeightsChoiceProps {
  weights: ProgramWeights;
  onWeights: (weights: ProgramWeights) => void;
  words: ExportProgramLabels;
}

/** Two words in one outline. */
export function WeightsChoice({ weights, onWeights, words }: WeightsChoiceProps) {
  const name = useId();
  return (
    <fieldset className="pancake-code-switch">
      <legend className="pancake-hidden">{words.weights}</legend>
      {sides.map((side) => (
        <label key={side}>
          <input
            type="radio"
            name={name}
            value={side}
            checked={side === weights}
            onChange={() => onWeights(side)}
          />
          <span>{words[side]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TakeAwayProps {
  /** What became of the last press of Copy, while it is still about this program. */
  copied: 'copied' | 'marked' | null;
  /** Null for what cannot be copied. */
  onCopy: (() => void) | null;
  /** Called when the focus leaves Copy. */
  onLeave: () => void;
  onDownload: () => void;
  fileName: string;
  words: ExportProgramLabels;
}

/** Copy and Download. */
export function TakeAway({ copied, onCopy, onLeave, onDownload, fileName, words }: TakeAwayProps) {
  return (
    <div className="pancake-program-buttons">
      {onCopy && (
        <button
          type="button"
          className="pancake-button pancake-program-copy"
          onClick={onCopy}
          onBlur={onLeave}
        >
          {/* Both words lie in one place, so that the button keeps its width. */}
          <span data-shown={copied !== 'copied' || undefined}>{words.copy}</span>
          <span data-shown={copied === 'copied' || undefined}>{words.copied}</span>
        </button>
      )}
      <button
        type="button"
        className="pancake-button"
        aria-label={words.downloadNamed(fileName)}
        onClick={onDownload}
      >
        {words.download}
      </button>
    </div>
  );
}
