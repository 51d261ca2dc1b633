// What was found: the verdict, the settings, the curve of one number, and a table for each layer.
import { useId, useMemo } from 'react';
import type { Layer } from '../../engine';
import { Announcement } from '../figure';
import { ErrorCurve, epsilons, sidesOf } from './error-curve';
import type { GradientCheckLabels } from './labels';
import { LayerTable, overall, verdictMarks } from './layer-table';
import { leavesOf } from './leaves';
import { MistakeChooser } from './mistake-chooser';
import { alters, canHave, mistakeKinds, type PlantedMistake } from './mistakes';
import { errorsBy, type CheckReport, type CheckSource, type ShownEntry } from './report';

interface CheckViewProps {
  /** What was checked, the planted mistake included. */
  source: CheckSource;
  /** The model as it is. */
  model: Layer;
  report: CheckReport | { failure: string };
  eps: number;
  onEps: (eps: number) => void;
  tolerance: number;
  maxRows: number;
  chosen: Pick<ShownEntry, 'name' | 'place'> | null;
  onChoose: (entry: Pick<ShownEntry, 'name' | 'place'>) => void;
  order: 'model' | 'worst';
  onOrder: (order: 'model' | 'worst') => void;
  hasMistakes: boolean;
  mistake: PlantedMistake | null;
  onMistake: (mistake: PlantedMistake | null) => void;
  /** Checks once more, where nobody tells that the numbers changed. */
  onAgain: (() => void) | null;
  words: GradientCheckLabels;
}

/** All of the figure below its heading. */
export function CheckView(props: CheckViewProps) {
  const { source, model, report, eps, tolerance, maxRows, order, mistake, words } = props;
  const isFound = !('failure' in report);
  const entry = isFound ? entryOf(report, props.chosen) : null;
  const verdict = isFound ? overall(report.counts) : null;
  const summary = isFound ? words.summary(report, tolerance) : words.overflow(report.failure);
  const leaf = mistake && leavesOf(model)[mistake.layer - 1]?.layer;
  const samples = source.x.shape[0] ?? 1;
  const layers = useMemo(() => {
    if ('failure' in report) return [];
    if (order === 'model') return report.layers;
    const wrong = (counts: CheckReport['counts']) => Number(counts.wrong > 0);
    return [...report.layers].sort(
      (a, b) => wrong(b.counts) - wrong(a.counts) || b.maxError - a.maxError,
    );
  }, [report, order]);
  return (
    <>
      {verdict ? (
        <p className="pancake-check-summary" data-verdict={verdict}>
          <span aria-hidden="true">{verdictMarks[verdict]}</span> {summary}
        </p>
      ) : (
        <div className="pancake-message">{summary}</div>
      )}
      <p className="pancake-hidden" role="status">
        <Announcement key={verdict ?? 'failure'} text={summary} />
      </p>
      {leaf && (
        <p className="pancake-check-planted">
          {words.planted(
            mistake.kind,
            mistake.layer,
            leaf.describe(),
            alters(leaf, mistake.kind) === 'parameters',
          )}
        </p>
      )}
      <div className="pancake-check-top">
        <div className="pancake-check-settings">
          <Epsilon eps={eps} onEps={props.onEps} words={words} />
          {props.hasMistakes && leavesOf(model).some(({ layer }) => canAny(layer, samples)) && (
            <MistakeChooser
              model={model}
              samples={samples}
              mistake={mistake}
              onChange={props.onMistake}
              words={words}
            />
          )}
          <div className="pancake-check-buttons">
            {isFound && report.layers.length > 2 && (
              <label className="pancake-check-order">
                <input
                  type="checkbox"
                  checked={order === 'worst'}
                  onChange={(event) => props.onOrder(event.target.checked ? 'worst' : 'model')}
                />
                {words.worstFirst}
              </label>
            )}
            {props.onAgain && (
              <button type="button" className="pancake-button" onClick={props.onAgain}>
                {words.again}
              </button>
            )}
          </div>
          {isFound && <Meanings counts={report.counts} words={words} />}
          {isFound && <p className="pancake-check-reading">{words.reading}</p>}
        </div>
        {isFound && entry && (
          <Curve {...{ source, entry, eps, tolerance, words }} objective={report.objective} />
        )}
      </div>
      <div className="pancake-check-layers">
        {layers.map((layer) => (
          <LayerTable
            key={`${layer.number} ${layer.description}`}
            layer={layer}
            tolerance={tolerance}
            maxRows={maxRows}
            chosen={entry?.key ?? null}
            onChoose={props.onChoose}
            isPlanted={mistake?.layer === layer.number}
            words={words}
          />
        ))}
      </div>
    </>
  );
}

interface EpsilonProps {
  eps: number;
  onEps: (eps: number) => void;
  words: GradientCheckLabels;
}

// Over the powers of ten from 1e-12 to 1e-1.
function Epsilon({ eps, onEps, words }: EpsilonProps) {
  const id = useId();
  const text = words.power(eps);
  return (
    <div className="pancake-control pancake-check-epsilon">
      <label htmlFor={id}>
        <i>{words.epsilon}</i>
      </label>
      <input
        id={id}
        className="pancake-range"
        type="range"
        min={-12}
        max={-1}
        step={1}
        value={Math.min(-1, Math.max(-12, Math.round(Math.log10(eps))))}
        aria-valuetext={text}
        onChange={(event) => onEps(Number(`1e${event.target.value}`))}
      />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}

interface CurveProps extends Pick<CheckViewProps, 'source' | 'eps' | 'tolerance' | 'words'> {
  entry: ShownEntry;
  objective: string;
}

function Curve({ source, entry, objective, eps, tolerance, words }: CurveProps) {
  const { name, place, error } = entry;
  const points = useMemo(() => {
    const errors = errorsBy(source, { name, place }, epsilons);
    return epsilons.map((epsilon, i) => ({ epsilon, error: errors[i]! }));
  }, [source, name, place]);
  const here = useMemo(() => ({ epsilon: eps, error }), [eps, error]);
  return (
    <div className="pancake-check-of" data-curve={entry.key} data-term={entry.term}>
      <div className="pancake-check-of-title">{words.curve(entry, objective)}</div>
      <ErrorCurve
        points={points}
        here={here}
        tolerance={tolerance}
        words={{
          rounding: words.rounding,
          truncation: words.truncation,
          here: words.here(eps),
          tolerance: words.tolerance(tolerance),
          all: words.curveDescription(points),
        }}
      />
      <p>{words.curveMeaning(entry, eps, sidesOf(points))}</p>
    </div>
  );
}

// What the signs mean that are to be seen.
function Meanings({
  counts,
  words,
}: { counts: CheckReport['counts'] } & Pick<CheckViewProps, 'words'>) {
  const seen = (['wrong', 'epsilon', 'kink'] as const).filter((one) => counts[one] > 0);
  if (seen.length === 0) return null;
  return (
    <ul className="pancake-check-meanings">
      {seen.map((one) => (
        <li key={one} data-verdict={one}>
          <span aria-hidden="true">{verdictMarks[one]}</span> {words.meanings[one]}
        </li>
      ))}
    </ul>
  );
}

function canAny(layer: Layer, samples: number): boolean {
  return mistakeKinds.some((kind) => canHave(layer, kind, samples));
}

function entryOf(
  report: CheckReport,
  chosen: Pick<ShownEntry, 'name' | 'place'> | null,
): ShownEntry | null {
  const wanted =
    chosen &&
    report.layers
      .flatMap(({ entries }) => entries)
      .find(({ name, place }) => name === chosen.name && place === chosen.place);
  return wanted ?? report.telling;
}
