// What the chart shows at one moment, as attributes of its parts, and the writing of those that changed.
import type { Trainer } from '../../trainer';
import { placeLoss, separate, type View } from './layout';
import { Line, round } from './line';

type Attributes = Readonly<Record<string, string | number>>;

/** The parts that change from frame to frame, by the name in their `data-part`. */
export type Part =
  | 'train'
  | 'test'
  | 'trainLater'
  | 'testLater'
  | 'past'
  | 'later'
  | 'ends'
  | 'trainEnd'
  | 'testEnd'
  | 'trainLabel'
  | 'testLabel'
  | 'now'
  | 'nowPoint'
  | 'diverged'
  | 'divergedLabel';

export type Picture = Readonly<Record<Part, Attributes>>;

// Room for half a line's width where the plot ends.
const edge = 2;
const labelHeight = 13;
// The mean widths of characters of the labels.
const character = 6.4;
const boldCharacter = 7.4;

/** Makes the pictures of one chart, and remembers what of them can be used again. */
export class Painter {
  private readonly train = new Line('loss');
  private readonly test = new Line('testLoss');

  /**
   * The run as it is now.
   *
   * @param words of which only the length matters here
   */
  picture(trainer: Trainer, view: View, words: { train: string; diverged: string }): Picture {
    const { curves: history } = trainer;
    const { epoch, status } = trainer.now;
    const last = history.length - 1;
    const { x, plotWidth } = view;

    const train = this.train.path(history, view);
    const test = this.test.path(history, view);
    const end = place(view, last, history.curve('loss')[last]!);
    const testEnd = place(view, last, history.curve('testLoss')[last]!);
    const travelled = epoch < last;
    const here = round(x(epoch));
    const [trainY, testY] = labelHeights(view, end, testEnd);
    const diverged = status === 'diverged';
    const labelX = round(end.x + (diverged ? 11 : 8));

    // What happened stands behind the line's name, or before its end where there is no room.
    const behind = labelX + (words.train.length + 1) * boldCharacter;
    const fits = behind + words.diverged.length * character <= view.width - view.left;

    return {
      train: { d: train, 'data-points': history.length },
      test: { d: test, 'data-points': history.length },
      // The line after the present epoch is the same line, paler.
      trainLater: { d: travelled ? train : '' },
      testLater: { d: travelled ? test : '' },
      past: { width: travelled ? here + edge : plotWidth + 2 * edge },
      later: { x: here, width: Math.max(0, round(plotWidth + edge - here)) },
      ends: { 'data-later': String(travelled) },
      trainEnd: { cx: end.x, cy: end.y, visibility: shown(end.shown && !diverged) },
      testEnd: { cx: testEnd.x, cy: testEnd.y, visibility: shown(testEnd.shown) },
      trainLabel: { x: labelX, y: trainY, visibility: shown(end.shown) },
      testLabel: { x: labelX, y: testY, visibility: shown(testEnd.shown) },
      now: { transform: `translate(${here} 0)`, visibility: shown(travelled) },
      nowPoint: {
        cy: round(placeLoss(view, history.curve('loss')[epoch]!)),
        'data-epoch': epoch,
      },
      diverged: { transform: `translate(${end.x} ${end.y})`, visibility: shown(diverged) },
      divergedLabel: {
        x: round(fits ? behind - end.x : -11),
        y: round(fits ? trainY - end.y : -7),
        'data-side': fits ? 'right' : 'left',
        visibility: shown(diverged),
      },
    };
  }
}

/** Writes a picture into the parts found under an element; what is the same as before is left. */
export function write(root: Element, picture: Picture, before?: Picture): void {
  for (const [part, attributes] of Object.entries(picture) as [Part, Attributes][]) {
    const old = before?.[part];
    let element: Element | null | undefined;
    for (const [name, value] of Object.entries(attributes)) {
      if (old?.[name] === value) continue;
      element ??= root.querySelector(`[data-part="${part}"]`);
      element?.setAttribute(name, String(value));
    }
  }
}

interface Place {
  x: number;
  y: number;
  /** Whether there is anything at this place, inside the plot. */
  shown: boolean;
}

function place(view: View, epoch: number, loss: number): Place {
  const x = round(view.x(epoch));
  const measured = Number.isFinite(loss);
  const y = measured ? round(placeLoss(view, loss)) : 0;
  return { x, y, shown: measured && x <= view.plotWidth + edge && y >= -edge };
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

function shown(visible: boolean): string {
  return visible ? 'visible' : 'hidden';
}
