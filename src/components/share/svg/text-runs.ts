// The lines of a text as the browser broke it.

/** Some words on one line. */
export interface TextRun {
  words: string;
  left: number;
  width: number;
  baseline: number;
}

/** The words of a text, line by line, with where they stand in the window. */
export function textRuns(text: Text, style: CSSStyleDeclaration): TextRun[] {
  const { data } = text;
  if (!data.trim()) return [];
  const range = document.createRange();
  const runs: TextRun[] = [];
  let top = NaN;
  let run: { start: number; end: number; box: DOMRect } | null = null;
  const finish = () => {
    if (!run) return;
    range.setStart(text, run.start);
    range.setEnd(text, run.end);
    const box = range.getBoundingClientRect();
    const words = shown(data.slice(run.start, run.end).replace(/\s+/g, ' '), style);
    if (words.trim() && box.width > 0) {
      runs.push({
        words: words.trimEnd(),
        left: box.left,
        width: box.width,
        baseline: baselineOf(box, style),
      });
    }
    run = null;
  };
  // Word by word, as lines break between them.
  for (const { index, 0: word } of data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) continue;
    if (!run || Math.abs(box.top - top) > 2) {
      finish();
      top = box.top;
      run = { start: index, end: index, box };
    }
    run.end = index + word.trimEnd().length;
  }
  finish();
  return runs;
}

function shown(words: string, style: CSSStyleDeclaration): string {
  return style.textTransform === 'uppercase' ? words.toUpperCase() : words;
}

let context: CanvasRenderingContext2D | null = null;

// A text's box is the font's: its baseline lies by the font's own measure below the top.
function baselineOf(box: DOMRect, style: CSSStyleDeclaration): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return box.top + box.height * 0.8;
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
  return box.top + (box.height - up - down) / 2 + up;
}
