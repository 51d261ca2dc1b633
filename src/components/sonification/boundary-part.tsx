// A scan across the decision boundary: a row or column to move, what is heard there in words and as a curve.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { PartProps } from './loss-part';
import {
  canScan,
  probabilityPitches,
  scanOf,
  scanSeconds,
  soundOf,
  type Scan,
  type ScanLine,
} from './mapping';

/** How many places a row can have; a coarse step is ten of them. */
const places = 100;
const coarse = 10;

export function BoundaryPart({
  trainer,
  words,
  sound,
  defaultAlong,
}: PartProps & { defaultAlong: ScanLine }) {
  const id = useId();
  const [along, setAlong] = useState(defaultAlong);
  const [place, setPlace] = useState(places / 2);
  const isPossible = useTrainerValue(readCanScan, trainer);
  const version = useTrainerValue(readVersion, trainer);
  const scan = useMemo(
    () => (isPossible ? scanOf(trainer, along, place / places) : null),
    // What the model says is the same while its version is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [trainer, along, place, isPossible, version],
  );
  if (!scan) return <p className="pancake-sound-note">{words.noBoundary}</p>;

  const isPlaying = sound.playing === 'scan';
  const play = () => {
    // As the model is now, not as it was when this was drawn.
    const heard = scanOf(trainer, along, place / places);
    sound.start('scan', { ...soundOf(heard, trainer), seconds: scanSeconds });
  };
  const move = (to: number) => setPlace(Math.min(places, Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = shifts[event.key];
    if (!event.shiftKey || direction === undefined) return;
    event.preventDefault();
    move(place + coarse * direction);
  };
  const { low, high } = probabilityPitches;
  return (
    <div className="pancake-sound-part" data-part="boundary">
      <div className="pancake-sound-row">
        <label htmlFor={`${id}-along`}>{words.along}</label>
        <select
          id={`${id}-along`}
          className="pancake-field"
          value={along}
          onChange={(event) => setAlong(event.target.value as ScanLine)}
        >
          <option value="row">{words.line('row')}</option>
          <option value="column">{words.line('column')}</option>
        </select>
        <label htmlFor={`${id}-place`}>{words.place(along)}</label>
        <input
          id={`${id}-place`}
          className="pancake-range"
          type="range"
          min={0}
          max={places}
          step={1}
          value={place}
          aria-valuetext={words.reading(scan)}
          aria-describedby={`${id}-keys`}
          onKeyDown={onKeyDown}
          onChange={(event) => move(event.target.valueAsNumber)}
        />
        <button
          type="button"
          className="pancake-button"
          aria-describedby={`${id}-scale`}
          onClick={isPlaying ? sound.stop : play}
        >
          {isPlaying ? words.stop : words.scan(along)}
        </button>
      </div>
      <Curve scan={scan} />
      <p
        className="pancake-sound-reading"
        data-at={scan.at}
        data-crossings={scan.crossings.join(' ')}
      >
        {words.reading(scan)}
      </p>
      <p id={`${id}-scale`} className="pancake-sound-note">
        {words.scanScale(along, low, high)}
      </p>
      <p id={`${id}-keys`} className="pancake-sound-note">
        {words.placeKeys}
      </p>
    </div>
  );
}

const height = 48;

/** The probability along the line, its half, and where it passes that. */
function Curve({ scan: { from, to, probabilities, crossings } }: { scan: Scan }) {
  const last = probabilities.length - 1;
  const points = [...probabilities].map(
    (probability, i) => `${(100 * i) / last},${(height * (1 - probability)).toFixed(2)}`,
  );
  return (
    <svg
      className="pancake-sound-curve"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden="true"
    >
      <line className="pancake-sound-half" x1={0} x2={100} y1={height / 2} y2={height / 2} />
      <polyline className="pancake-sound-line" points={points.join(' ')} />
      {crossings.map((crossing, i) => {
        const at = (100 * (crossing - from)) / (to - from);
        return <line key={i} className="pancake-sound-click" x1={at} x2={at} y1={0} y2={height} />;
      })}
    </svg>
  );
}

const shifts: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};
const readCanScan = (_: Snapshot, trainer: Trainer) => canScan(trainer);
const readVersion = (_: Snapshot, { weightsVersion }: Trainer) => weightsVersion;
