// The space of a layer, which is loaded when it is first looked at: most readers never do.
import { Later, useLater } from '../figure';
import { valueBound } from './layout';
import type { LayerSpaceProps } from './layer-space';
import { barScale } from './picture';
import { unitCounts } from './places';
import { PlaneRow, planeShape } from './plane-view';
import { Readout } from './readout';

/** What draws it. */
export const layerSpace = new Later(() => import('./layer-space'));

/** Its room, and as soon as it is there, its picture. */
export function LaterSpace(props: LayerSpaceProps) {
  const { trainer, picture, words, data, place, units, readout } = props;
  const { part, failure } = useLater(layerSpace);
  if (part) return <part.LayerSpace {...props} />;
  return (
    <PlaneRow
      words={words}
      scale={
        unitCounts(trainer)[place] !== units.length && data.task !== 'regression'
          ? { kind: 'classes', classes: data.classes }
          : barScale(trainer, picture, data, valueBound(data), null)
      }
      readout={
        readout === 'activations' && <Readout trainer={trainer} place={null} words={words} />
      }
    >
      <div className="pancake-plane pancake-space" style={planeShape(data)} aria-busy={!failure}>
        {failure}
      </div>
    </PlaneRow>
  );
}
