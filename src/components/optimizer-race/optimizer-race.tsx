// OptimizerRace: the paths of several optimizers on one loss surface, from one start.
import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useLabels } from '../../a11y';
import {
  surfaceInfo,
  surfaceNames,
  type RaceEntry,
  type RaceEntryName,
  type SurfaceName,
  type SurfacePoint,
  type Race,
  type RaceSnapshot,
} from '../../trainer';
import {
  Frame,
  NowAndThen,
  joinVoices,
  placeAmongVoices,
  useControllable,
  useSight,
  useSpoken,
  type FigureProps,
  island,
  optimizerRaceRoom,
} from '../figure';
import type { Table } from '../share';
import { Controls } from './controls';
import { defaultLabels, type OptimizerRaceLabels } from './labels';
import { Picture } from './picture';
import { Standings } from './standings';
import { useRace } from './use-race';

/** Props of {@link OptimizerRace}. */
export interface OptimizerRaceProps extends Omit<FigureProps, 'trainer'> {
  /** The loss surface; makes it the page's to change. */
  surface?: SurfaceName;
  /** The surface to begin with. @default 'ravine' */
  defaultSurface?: SurfaceName;
  /** Called when the reader chooses another surface. */
  onSurfaceChange?: (surface: SurfaceName) => void;
  /**
   * Who takes part: names (`SGD`, `Momentum`, `Nesterov`, `RMSProp`, `AdaGrad`, `Adam`, `AdamW`), or
   * `{ name, optimizer, options, learningRate }`. @default ['SGD', 'Momentum', 'RMSProp', 'Adam']
   */
  optimizers?: readonly (RaceEntryName | RaceEntry)[];
  /** Where all begin, `[x, y]`; makes it the page's to change. */
  start?: SurfacePoint;
  /** The start to begin with. @default one that suits the surface */
  defaultStart?: SurfacePoint;
  /** Called when the reader moves the start. */
  onStartChange?: (start: SurfacePoint) => void;
  /** Learning rates by the optimizers' names; makes them the page's to change. */
  learningRates?: Readonly<Record<string, number>>;
  /** The learning rates to begin with. @default some that suit the surface */
  defaultLearningRates?: Readonly<Record<string, number>>;
  /** Called when the reader changes a learning rate, with all that differ from the default. */
  onLearningRatesChange?: (learningRates: Readonly<Record<string, number>>) => void;
  /** How many steps the race goes; from 1 to 5000. @default 200 */
  steps?: number;
  /** The step at which the race is first shown, on a server as in a browser. Read once. @default 0 */
  posterStep?: number;
  /** How many steps a second, to begin with. @default 30 */
  defaultSpeed?: number;
  /** The speeds to choose from. @default [5, 15, 30, 60, 120] */
  speeds?: readonly number[];
  /** Whether the race begins by itself, unless the reader asked for little motion. @default false */
  autoplay?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<OptimizerRaceLabels>;
}

const defaultSpeeds = [5, 15, 30, 60, 120];
const nobody: ReadonlySet<string> = new Set();
const noRates = {};

const Live = forwardRef<HTMLElement, OptimizerRaceProps>(function OptimizerRace(
  {
    surface: controlledSurface,
    defaultSurface = 'ravine',
    onSurfaceChange,
    optimizers,
    start: controlledStart,
    defaultStart,
    onStartChange,
    learningRates: controlledRates,
    defaultLearningRates = noRates,
    onLearningRatesChange,
    steps,
    posterStep,
    defaultSpeed = 30,
    speeds = defaultSpeeds,
    autoplay = false,
    labels,
    heading,
    caption,
    ...rest
  },
  ref,
) {
  const words = useLabels('OptimizerRace', defaultLabels, labels);
  const [surface, setSurface] = useControllable(controlledSurface, defaultSurface, onSurfaceChange);
  const [start, setStart] = useControllable<SurfacePoint | undefined>(
    controlledStart,
    defaultStart,
    (next) => next && onStartChange?.(next),
  );
  const [learningRates, setRates] = useControllable(
    controlledRates,
    defaultLearningRates,
    onLearningRatesChange,
  );
  const [speed, setSpeed] = useState(defaultSpeed);
  const [hidden, setHidden] = useState(nobody);

  const options = { surface, optimizers, start, learningRates, steps, speed };
  const race = useRace(options, autoplay, posterStep);
  const now = useSyncExternalStore(race.subscribe, race.getSnapshot, race.getSnapshot);
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  useSight(race, root);

  const voice = useRef<HTMLParagraphElement>(null);
  const isSpoken = useSpoken() !== false;
  useEffect(
    () => (isSpoken ? joinVoices('race', race, voice.current!) : undefined),
    [race, isSpoken],
  );

  const info = surfaceInfo(now.surface);
  const nameList = JSON.stringify(now.lanes.map(({ name }) => name));
  const names = useMemo(() => JSON.parse(nameList) as string[], [nameList]);
  const shown = shownOf(now, hidden);
  const title = heading === undefined ? words.heading : heading;

  // What suits one surface seldom suits another.
  const chooseSurface = (next: SurfaceName) => {
    setSurface(next);
    setStart(undefined);
    if (Object.keys(learningRates).length) setRates(noRates);
  };
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    setHidden(next);
  };

  return (
    <Frame
      ref={root}
      component="OptimizerRace"
      table={() => waysOf(race)}
      embed={{ defaultSurface: now.surface, steps }}
      heading={title}
      note={info.formula}
      caption={caption === undefined ? words.caption : caption}
      description={words.description(now, shown)}
      aria-label={title ? undefined : words.heading}
      data-status={now.status}
      data-step={now.step}
      data-surface={now.surface}
      {...rest}
    >
      <SurfaceChooser surface={surface} onChoose={chooseSurface} words={words} />
      <Picture
        {...{ race, info, names, hidden, words }}
        surface={now.surface}
        start={now.start}
        startLoss={race.lanes[0]!.loss(0)}
        onStart={setStart}
      />
      <Controls race={race} now={now} speeds={speeds} onSpeed={setSpeed} words={words} />
      <Standings
        lanes={now.lanes}
        hidden={hidden}
        onToggle={toggle}
        onRate={(name, rate) => setRates({ ...learningRates, [name]: rate })}
        words={words}
      />
      <NowAndThen
        region={voice}
        rest={now.status === 'running' ? null : `${now.status} ${now.step}`}
        onFrame={race.onFrame}
        describe={() => told(race, hidden, words)}
      />
    </Frame>
  );
});

/** Optimizers side by side on a loss surface: to play, to go back, and to start from elsewhere. */
export const OptimizerRace = island<OptimizerRaceProps>(optimizerRaceRoom, Live);

// Where several races speak, each says which it is.
function told(race: Race, hidden: ReadonlySet<string>, words: OptimizerRaceLabels): string {
  const now = race.getSnapshot();
  const shown = shownOf(now, hidden);
  const sentence = words.announce(now, shown) || words.description(now, shown);
  const number = placeAmongVoices('race', race);
  return number === null ? sentence : words.ofRace(number, now.surface, sentence);
}

const shownOf = ({ lanes }: RaceSnapshot, hidden: ReadonlySet<string>) =>
  lanes.filter(({ name }) => !hidden.has(name));

interface SurfaceChooserProps {
  surface: SurfaceName;
  onChoose: (surface: SurfaceName) => void;
  words: OptimizerRaceLabels;
}

function SurfaceChooser({ surface, onChoose, words }: SurfaceChooserProps) {
  const name = useId();
  return (
    <fieldset className="pancake-race-surfaces">
      <legend className="pancake-hidden">{words.surface}</legend>
      {surfaceNames.map((one) => (
        <label key={one} data-chosen={one === surface || undefined}>
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === surface}
            onChange={() => onChoose(one)}
          />
          <span>{words.surfaces[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

// Each optimizer's way, up to the step at hand or to where it left for infinity.
function waysOf(race: Race): Table {
  const { step } = race.now;
  return {
    columns: ['optimizer', 'step', 'x', 'y', 'loss'],
    rows: race.lanes.flatMap((lane) => {
      const last = Math.min(step, (lane.divergedAt ?? Infinity) - 1);
      return Array.from({ length: Math.max(0, last + 1) }, (_, i) => [
        lane.name,
        i,
        lane.x(i),
        lane.y(i),
        lane.loss(i),
      ]);
    }),
  };
}
