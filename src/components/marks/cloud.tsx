// A cloud: points too many to be elements, on a canvas that lies over the plane.
import { useCallback, useRef } from 'react';
import type { Task } from '../../engine';
import { useBeforePaint, useThemeChange } from '../../hooks';
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
  const draw = useCallback(
    () => painter.current?.begin({ points, plane, task, bound }),
    [points, plane, task, bound],
  );
  useBeforePaint(() => {
    const own = (painter.current = new CloudPainter(canvas.current!));
    return () => own.stop();
  }, []);
  useBeforePaint(draw, [draw]);
  useThemeChange(canvas, () => {
    painter.current?.readColors();
    draw();
  });
  return <canvas ref={canvas} className="pancake-cloud" aria-hidden="true" />;
}
