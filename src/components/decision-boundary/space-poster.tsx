// The poster of a layer's space, for where no script runs, and until what draws the space is there.
import { useId, useState } from 'react';
import { fallbackColors } from '../../theme';
import { Shades, linePath, usePoster } from '../poster';
import { lineValues } from './fill';
import { aspectRatio, valueBound } from './layout';
import { Marks, markSize } from './marks';
import { outputShades } from './output-shades';
import { PosterLines, PosterRings, orNull } from './poster';
import { AxisNames, SpaceAxes, type LayerSpaceProps } from './space-parts';
import { SpacePlaces } from './space-places';

// How many cells the picture in the HTML has each way, and how wide it takes itself to be.
const side = 40;
const width = 400;

/** The space in numbers, if a poster was wanted when this was first rendered; null otherwise. */
function useSpacePlaces({ trainer, picture, data, place, units }: LayerSpaceProps) {
  const wanted = usePoster();
  // Once: what is drawn later is drawn by frames.
  const [places] = useState(() => {
    if (!wanted) return null;
    const { overlay } = picture;
    const found = new SpacePlaces(side);
    const height = width / aspectRatio(data.domain);
    const isFound = orNull(() => found.look(trainer, { place, units, overlay }, width, height));
    return isFound ? found : null;
  });
  return places;
}

/** The picture that a server sent. */
export function SpacePoster(props: LayerSpaceProps) {
  const { trainer, picture, thresholds, words, shown, shownTest, data, mistakes, units } = props;
  const places = useSpacePlaces(props);
  const clip = useId();
  if (!places) return null;
  const { values, columns, upright, level } = places;
  const view = places.view!;
  const { height } = view;
  const bound = valueBound(data);
  const scratch = new Float64Array(side * side);
  const lines = thresholds.map((at) => {
    const line = lineValues(values, columns, at, scratch);
    return [at, linePath(line.values, side, line.level)] as const;
  });
  const { task } = data;
  const size = markSize(width);
  return (
    <svg
      className="pancake-poster"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      overflow="visible"
      role="img"
      aria-label={words.spaceName}
      data-x={view.x.domain().join(' ')}
      data-y={view.y.domain().join(' ')}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      {columns > 0 && (
        <>
          <Shades
            shades={outputShades({
              ...{ task, overlay: picture.overlay, values, columns, side },
              bound: task === 'regression' ? bound : 1,
            })}
            {...{ width, height }}
          />
          <PosterLines
            lines={new Map(lines)}
            allStrong={task === 'multiclass'}
            {...{ width, height }}
          />
        </>
      )}
      <SpaceAxes {...{ view, width, height, data, units }} />
      <g clipPath={`url(#${clip})`}>
        {[upright, level].map((path, i) => (
          <path
            key={i}
            className="pancake-space-line"
            d={path}
            fill="none"
            stroke={fallbackColors.ink}
            strokeOpacity={0.28}
            data-way={i === 0 ? 'upright' : 'level'}
          />
        ))}
      </g>
      {([shown, shownTest] as const).map((points, i) => (
        <Marks
          key={i}
          points={points}
          split={i === 0 ? 'train' : 'test'}
          plane={null}
          placeOf={(point) => places.placeOf(i === 0 ? 'train' : 'test', point)}
          {...{ task, size, bound }}
        />
      ))}
      {mistakes && (
        <PosterRings
          trainer={trainer}
          placeOf={(part, point) => places.placeOf(part, point)}
          parts={{ train: shown, test: shownTest }}
        />
      )}
      <AxisNames {...{ width, height, data, units, words }} />
    </svg>
  );
}
