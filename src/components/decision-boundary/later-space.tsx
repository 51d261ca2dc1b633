// The space of a layer, which is loaded when it is first looked at: most readers never do.
import { Later } from '../../hooks';
import { useLater } from '../figure';
import { usePoster } from '../poster';
import { PlaneRow, planeShape } from './plane-view';
import { Readout } from './readout';
import { spaceScale, type LayerSpaceProps } from './space-parts';
import { SpacePoster } from './space-poster';

/** What draws it. */
export const layerSpace = new Later(() => import('./layer-space'));

/** Its room, with what a server sent of it, and as soon as it is there, its picture. */
export function LaterSpace(props: LayerSpaceProps) {
  const { trainer, words, data, readout } = props;
  const { part, failure } = useLater(layerSpace);
  const isPoster = usePoster();
  if (part) return <part.LayerSpace {...props} />;
  return (
    <PlaneRow
      words={words}
      scale={spaceScale(props)}
      readout={
        readout === 'activations' && <Readout trainer={trainer} place={null} words={words} />
      }
    >
      <div
        className="pancake-plane pancake-space"
        style={planeShape(data)}
        aria-busy={!failure && !isPoster}
      >
        {failure ?? <SpacePoster {...props} />}
      </div>
    </PlaneRow>
  );
}
