// The tools: what a hand does, with which class, for which part, and the way back.
import { useId } from 'react';
import { NumberField } from '../figure';
import { divergingColor } from '../../theme';
import { markShapes } from '../marks';
import type { DataEditorLabels, Tool } from './labels';
import { classNamesOf, type Part } from './points';
import type { DataControl } from './use-data';

interface ToolbarProps {
  control: DataControl;
  tools: readonly Tool[];
  tool: Tool;
  onTool: (tool: Tool) => void;
  label: number;
  onLabel: (label: number) => void;
  part: Part;
  onPart: (part: Part) => void;
  locked: boolean;
  hasClasses: boolean;
  words: DataEditorLabels;
  /** Says something to those who listen. */
  say: (text: string) => void;
}

const mostClasses = 8;

export function Toolbar(props: ToolbarProps) {
  const { control, tools, tool, onTool, label, onLabel, part, onPart, locked, hasClasses } = props;
  const { words, say } = props;
  const { like, points } = control;
  const id = useId();
  const isValue = like.task === 'regression';
  const names = classNamesOf(like);
  const reach = points.reduce((most, point) => Math.max(most, Math.abs(point.label)), 1e-9);
  const count = Math.min(mostClasses, Math.max(2, like.classes, label + 1));
  return (
    <div className="pancake-data-tools">
      {tools.length > 1 && (
        <div className="pancake-choice pancake-choice-joined" role="group" aria-label={words.tools}>
          {tools.map((one) => (
            <button
              key={one}
              type="button"
              className="pancake-toggle"
              aria-pressed={tool === one}
              disabled={locked}
              onClick={() => onTool(one)}
            >
              {words.tool[one]}
            </button>
          ))}
        </div>
      )}
      {hasClasses && !isValue && (
        <div className="pancake-choice" role="group" aria-label={words.classes}>
          {Array.from({ length: count }, (_, k) => (
            <button
              key={k}
              type="button"
              className="pancake-toggle pancake-data-class"
              aria-pressed={label === k}
              aria-label={names[k] ?? words.classOf(k)}
              aria-keyshortcuts={String(k + 1)}
              disabled={locked}
              onClick={() => onLabel(k)}
            >
              <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
                <path d={markShapes[k]} fill={`var(--pk-class-${k})`} />
              </svg>
              {names[k] ?? k}
            </button>
          ))}
          {count < mostClasses && (
            <button
              type="button"
              className="pancake-toggle"
              aria-label={words.addClass}
              title={words.addClass}
              disabled={locked}
              onClick={() => onLabel(count)}
            >
              +
            </button>
          )}
        </div>
      )}
      {isValue && (
        <label className="pancake-control" htmlFor={`${id}-value`}>
          <span>{words.value}</span>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <path d={markShapes[0]} fill={divergingColor(label / reach)} stroke="var(--pk-ink)" />
          </svg>
          <NumberField
            id={`${id}-value`}
            className="pancake-data-number"
            disabled={locked}
            value={label}
            problem={(value, text) => (Number.isFinite(value) ? null : `“${text}”?`)}
            onChange={onLabel}
          />
        </label>
      )}
      <label className="pancake-control" htmlFor={`${id}-part`}>
        <span>{words.part}</span>
        <select
          id={`${id}-part`}
          className="pancake-field"
          value={part}
          disabled={locked}
          onChange={(event) => onPart(event.target.value as Part)}
        >
          <option value="train">{words.partOf.train}</option>
          <option value="test">{words.partOf.test}</option>
        </select>
      </label>
      <div className="pancake-choice">
        <button
          type="button"
          className="pancake-button"
          disabled={locked || !control.canUndo}
          onClick={() => {
            control.undo();
            say(words.undone);
          }}
        >
          {words.undo}
        </button>
        <button
          type="button"
          className="pancake-button"
          disabled={locked || !control.canRedo}
          onClick={() => {
            control.redo();
            say(words.redone);
          }}
        >
          {words.redo}
        </button>
        <button
          type="button"
          className="pancake-button"
          disabled={locked || points.length === 0}
          onClick={() => control.change([])}
        >
          {words.clear}
        </button>
      </div>
    </div>
  );
}
