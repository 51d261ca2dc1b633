// The quiet choosers above the picture: what the colours say, the mistakes, the space, the size.
import { useId, type ReactNode } from 'react';
import type { Task } from '../../engine';
import type { DecisionBoundaryLabels } from './labels';
import { overlays, type Overlay } from './overlays';
import type { LayerName } from './places';

interface OverlayChooserProps {
  task: Task;
  overlay: Overlay;
  onOverlay: (overlay: Overlay) => void;
  mistakes: boolean;
  onMistakes: (mistakes: boolean) => void;
  words: DecisionBoundaryLabels;
}

/** Which overlay, and whether mistakes are ringed; for values the reason why there is no choice. */
export function OverlayChooser(props: OverlayChooserProps) {
  const { task, overlay, onOverlay, mistakes, onMistakes, words } = props;
  if (task === 'regression') return <span className="pancake-boundary-why">{words.noOverlay}</span>;
  return (
    <>
      <span className="pancake-boundary-group" role="group" aria-label={words.overlay}>
        {overlays.map((name) => (
          <Toggle key={name} pressed={name === overlay} onClick={() => onOverlay(name)}>
            {words.overlays[name]}
          </Toggle>
        ))}
      </span>
      <Toggle pressed={mistakes} onClick={() => onMistakes(!mistakes)}>
        <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
          <circle r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <circle r="1.8" fill="currentColor" />
        </svg>
        {words.mistakes}
      </Toggle>
    </>
  );
}

interface ToggleProps {
  pressed: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Toggle({ pressed, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="pancake-boundary-toggle"
      aria-pressed={pressed}
      onClick={onClick}
    >
      <span>{children}</span>
    </button>
  );
}

interface SpaceChooserProps {
  /** The layers of the model, first to last. */
  layers: readonly LayerName[];
  /** How many units each of them has. */
  counts: readonly number[];
  space: number | null;
  onSpace: (space: number | null) => void;
  units: readonly number[];
  onUnits: (units: [number, number]) => void;
  words: DecisionBoundaryLabels;
}

/** A slider from the input through all layers, and which two units make the axes. */
export function SpaceChooser(props: SpaceChooserProps) {
  const { layers, counts, space, onSpace, units, onUnits, words } = props;
  const id = useId();
  const chosen = space === null ? words.inputSpace : words.layer(layers[space]!);
  const count = space === null ? 0 : (counts[space] ?? 0);
  return (
    <div className="pancake-boundary-space">
      <label className="pancake-control" htmlFor={id}>
        <span>{words.space}</span>
        <input
          id={id}
          className="pancake-range"
          type="range"
          min={-1}
          max={layers.length - 1}
          step={1}
          value={space ?? -1}
          aria-valuetext={chosen}
          onChange={(event) => {
            const place = event.target.valueAsNumber;
            onSpace(place < 0 ? null : place);
          }}
        />
        <output className="pancake-boundary-place" htmlFor={id} aria-hidden="true">
          {chosen}
        </output>
      </label>
      <span className="pancake-boundary-units">
        {[0, 1].map((axis) => (
          <label key={axis} className="pancake-control">
            <span>{axis === 0 ? words.unitAcross : words.unitUp}</span>
            <select
              className="pancake-field"
              disabled={count <= 1}
              value={count <= 1 ? '' : units[axis]}
              onChange={(event) => {
                const unit = Number(event.target.value);
                const other = units[1 - axis]!;
                // The same unit twice would be a line: the two change places.
                const rest = other === unit ? units[axis]! : other;
                onUnits(axis === 0 ? [unit, rest] : [rest, unit]);
              }}
            >
              {count <= 1 && <option value="">–</option>}
              {Array.from({ length: count > 1 ? count : 0 }, (_, unit) => (
                <option key={unit} value={unit}>
                  {words.unit(unit)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </span>
    </div>
  );
}

interface FullscreenButtonProps {
  isFull: boolean;
  onToggle: () => void;
  words: DecisionBoundaryLabels;
}

/** Fills the screen with the figure, or gives the page back. */
export function FullscreenButton({ isFull, onToggle, words }: FullscreenButtonProps) {
  return (
    <button
      type="button"
      className="pancake-boundary-toggle pancake-boundary-full"
      aria-label={isFull ? words.closeFullscreen : words.openFullscreen}
      title={isFull ? words.closeFullscreen : words.openFullscreen}
      onClick={onToggle}
    >
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path
          d={
            isFull ? 'M5 1V5H1M9 1V5H13M5 13V9H1M9 13V9H13' : 'M1 5V1H5M9 1H13V5M1 9V13H5M13 9V13H9'
          }
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      </svg>
    </button>
  );
}
