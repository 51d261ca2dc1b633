// A cloud: points too many to be elements, on a canvas that lies over the plane.
import { useRef } from 'react';
import type { Task } from '../../engine';
import { useBeforePaint, useCaught } from '../../hooks';
import { watchTheme } from '../../theme';
import { CloudPainter, type CloudPlane } from './cloud-painter';
import type { PlacedPoints } from './look';

/** Above this many points they are a cloud. */
export const mostElements = 1500;

interface CloudProps {
  points: PlacedPoints;
  task: Task;
  /** Where the colours of regression end. */
  bound: number;
  plane: CloudPlane;
}

/** The canvas of a cloud. */
export function Cloud({ points, task, bound, plane }: CloudProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<CloudPainter | null>(null);
  const draw = useRef(() => {});
  const caught = useCaught();
  useBeforePaint(() => {
    const own = (painter.current = new CloudPainter(canvas.current!));
    const forget = watchTheme(
      canvas.current!,
      caught(() => {
        own.readColors();
        draw.current();
      }),
    );
    return () => {
      forget();
      own.stop();
    };
  }, [caught]);
  useBeforePaint(() => {
    draw.current = () => painter.current?.begin({ points, plane, task, bound });
    draw.current();
  }, [points, plane, task, bound]);
  return <canvas ref={canvas} className="pancake-cloud" aria-hidden="true" />;
}
