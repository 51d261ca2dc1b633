// What the chart of one run shows at one moment.
import type { Curve, Trainer } from '../../trainer';
import { placeLoss, separate, type View } from './layout';
import { Line, round } from './line';
import { curvesOf } from './metric';
import { boldCharacter, clipsAt, labelHeight, placeOf, shown, type Place } from './picture';

// The mean width of a character of a label that is not bold.
const character = 6.4;

/** Makes the pictures of one chart, and remembers what of them can be used again. */
export class Painter {
  private readonly lines: Record<Curve, Line> = {
    loss: new Line('loss'),
    testLoss: new Line('testLoss'),
    accuracy: new Line('accuracy'),
    testAccuracy: new Line('testAccuracy'),
  };

  /**
   * The run as it is now.
   *
   * @param words of which only the length matters here
   */
  picture(
    trainer: Trainer,
    view: View,
    words: { train: string; diverged: string },
    showTest = true,
  ) {
    const { curves: history } = trainer;
    const { now } = trainer;
    const { epoch, status } = now;
    const last = history.length - 1;
    const { x, plotWidth } = view;
    const names = curvesOf[view.metric];
    const values = history.curve(names.train);

    const train = this.lines[names.train].path(history, view);
    const test = showTest ? this.lines[names.test].path(history, view) : '';
    const end = placeOf(view, last, values.at(-1)!);
    const testEnd = placeOf(view, last, showTest ? history.curve(names.test).at(-1)! : NaN);
    const travelled = epoch < last;
    const here = round(x(epoch));
    const [trainY, testY] = labelHeights(view, end, testEnd);
    const diverged = status === 'diverged';
    const labelX = round(end.x + (diverged ? 11 : 8));
    // Of a very long run an epoch may have no row; the run is there, and knows its own numbers.
    const present = history.has(epoch) ? values[history.rowAt(epoch)]! : (now[names.train] ?? NaN);

    // What happened stands behind the line's name, or before its end where there is no room.
    const behind = labelX + (words.train.length + 1) * boldCharacter;
    const fits = behind + words.diverged.length * character <= view.width - view.left;

    return {
      train: { d: train, 'data-points': values.length },
      test: { d: test, 'data-points': values.length },
      // The line after the present epoch is the same line, paler.
      trainLater: { d: travelled ? train : '' },
      testLater: { d: travelled ? test : '' },
      ...clipsAt(view, epoch, travelled),
      ends: { 'data-later': String(travelled) },
      trainEnd: { cx: end.x, cy: end.y, visibility: shown(end.shown && !diverged) },
      testEnd: { cx: testEnd.x, cy: testEnd.y, visibility: shown(testEnd.shown) },
      trainLabel: { x: labelX, y: trainY, visibility: shown(end.shown) },
      testLabel: { x: labelX, y: testY, visibility: shown(testEnd.shown) },
      now: {
        transform: `translate(${here} 0)`,
        visibility: shown(travelled && here <= plotWidth && Number.isFinite(present)),
      },
      nowPoint: {
        cy: Number.isFinite(present) ? round(placeLoss(view, present)) : 0,
        'data-epoch': epoch,
      },
      diverged: {
        transform: `translate(${end.x} ${end.y})`,
        visibility: shown(diverged && end.shown),
      },
      divergedLabel: {
        x: round(fits ? behind - end.x : -11),
        y: round(fits ? trainY - end.y : -7),
        'data-side': fits ? 'right' : 'left',
        visibility: shown(diverged && end.shown),
      },
    };
  }
}

// The heights of the two labels; the baseline is below the middle of the letters.
function labelHeights(view: View, train: Place, test: Place): [number, number] {
  const [low, high] = [0, view.plotHeight];
  const middle = 4;
  const [a, b] = test.shown
    ? separate(train.y, test.y, labelHeight, low, high)
    : [Math.min(high, Math.max(low, train.y)), 0];
  return [round(a! + middle), round(b! + middle)];
}
