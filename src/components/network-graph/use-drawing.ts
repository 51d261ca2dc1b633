// What of a network changes in each frame, outside of React: the maps on its canvas, and the numbers of its lines.
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { NonFiniteError, type Dataset, type Sequential } from '../../engine';
import { useBeforePaint, useTrainerFrame, useTrainerValue, useThemeChange } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { useFirstPaint } from '../figure';
import { usePoster } from '../poster';
import type { Column } from './columns';
import type { GraphLayout, Link } from './layout';
import { LinkWriter, MapPainter, looksOf, type SentLooks, type Shown } from './paint';
import { useParts } from './parts';
import { ValueReader } from './values';

/** What is drawn, and where. */
export interface Drawing {
  /** Holds lines and neurons. */
  plane: RefObject<HTMLDivElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  /** The lines that are there by now. */
  links: readonly Link[];
  /** What lines and biases are in the HTML; from then on they are the writer's. */
  sent: SentLooks | null;
  reader: ValueReader;
  /** The largest of what is shown, without its sign. */
  largest: number;
}

/**
 * Draws the model in each frame in which it is another.
 *
 * @param isKnown whether the layout is that of the figure's own width
 */
export function useDrawing(
  trainer: Trainer,
  { model, data }: { model: Sequential; data: Dataset },
  show: Shown,
  { columns, layout }: { columns: readonly Column[]; layout: GraphLayout },
  isKnown: boolean,
): Drawing {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plane = useRef<HTMLDivElement>(null);
  const painter = useRef<MapPainter | null>(null);
  const [writer] = useState(() => new LinkWriter());
  const [reader] = useState(() => new ValueReader());
  const poster = usePoster();
  const drawn = useParts(layout.links.length, linksAtOnce, isKnown, poster);
  const links = useMemo(() => layout.links.slice(0, drawn), [layout, drawn]);
  const [sent] = useState(() => (poster ? looksOf(reader.read(trainer, show)) : null));
  const largest = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => reader.read(run, show).largest, [reader, show]),
    trainer,
  );

  const paint = useCallback(() => {
    // React takes a canvas away for as long as it hides what is around it.
    if (!isKnown || !canvas.current) return;
    const { values, largest: scale } = reader.read(trainer, show);
    writer.write(values, layout, columns, scale);
    if (data.x.shape[1] !== 2) return;
    // The first maps come once all lines are there: both together would be much for a frame.
    if (!painter.current && drawn < layout.links.length) return;
    try {
      painter.current ??= new MapPainter(canvas.current);
      painter.current.paint(trainer, columns, layout);
    } catch (error) {
      // Far from the data a model may overflow; the last picture stays.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }, [trainer, show, layout, columns, data, reader, writer, isKnown, drawn]);
  useTrainerFrame((run) => {
    // In the frame of a change of the model, React has not yet made the new columns.
    if (run.model === model) paint();
  }, trainer);
  const firstPaint = useFirstPaint();
  useThemeChange(canvas, () => {
    painter.current?.readColors();
    paint();
  });
  useBeforePaint(
    () => () => {
      painter.current = null;
    },
    [],
  );
  useBeforePaint(() => {
    writer.attach(plane.current!);
    if (isKnown) firstPaint(paint);
  }, [writer, paint, isKnown, firstPaint, links]);
  return { plane, canvas, links, sent, reader, largest };
}

const linksAtOnce = 100;
