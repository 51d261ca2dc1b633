// The editor: CodeMirror with what a challenge needs, in a chunk that is loaded when a reader comes near.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  keymap,
  lineNumbers,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Where the editor goes, and who hears of what. */
export interface EditorOptions {
  parent: HTMLElement;
  code: string;
  /** How a hole is written. */
  hole: string;
  /** Its name for those who listen. */
  name: string;
  /** The ids of what tells how to leave it, and what is known of the code. */
  describedBy: string;
  /** For a page whose policy allows only style sheets with its nonce. */
  nonce: string | undefined;
  onChange: (code: string) => void;
  onCheck: () => void;
}

/** An editor on the page. */
export interface Editor {
  /** Puts another text in its place; Ctrl+Z brings the one before back. */
  setCode: (code: string) => void;
  /** Marks a line, from 1; null takes the mark away. */
  markLine: (line: number | null) => void;
  /** Goes to the first hole after the cursor, and selects it. */
  goToHole: () => void;
  focus: (offset?: number) => void;
  destroy: () => void;
}

export function createEditor(options: EditorOptions): Editor {
  const { parent, code, hole, name, describedBy, nonce, onChange, onCheck } = options;
  const view = new EditorView({
    parent,
    doc: code,
    extensions: [
      ...(nonce === undefined ? [] : [EditorView.cspNonce.of(nonce)]),
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      javascript(),
      syntaxHighlighting(colours),
      holes(hole),
      wrongLine,
      EditorState.tabSize.of(2),
      EditorView.contentAttributes.of({
        'aria-label': name,
        'aria-describedby': describedBy,
        tabindex: '0',
      }),
      EditorView.contentAttributes.compute([wrongLine], (state): Record<string, string> =>
        state.field(wrongLine).size > 0 ? { 'aria-invalid': 'true' } : {},
      ),
      // Tab is not among the keys: it leads out of the editor, as it leads out of any field.
      keymap.of([
        { key: 'Mod-Enter', run: () => (onCheck(), true) },
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
      EditorView.domEventHandlers({ mouseup: (_, at) => void selectHoleAt(at, hole) }),
    ],
  });
  showNumbersOnceMeasured(view);
  return {
    setCode: (text) => {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    markLine: (line) => view.dispatch({ effects: setWrongLine.of(line) }),
    goToHole: () => {
      const text = view.state.doc.toString();
      const after = text.indexOf(hole, view.state.selection.main.to);
      const at = after >= 0 ? after : text.indexOf(hole);
      view.focus();
      if (at < 0) return;
      view.dispatch({
        selection: { anchor: at, head: at + hole.length },
        effects: EditorView.scrollIntoView(at, { y: 'nearest', x: 'nearest', xMargin: 40 }),
      });
    },
    focus: (offset) => {
      view.focus();
      if (offset !== undefined) view.dispatch({ selection: { anchor: offset } });
    },
    destroy: () => view.destroy(),
  };
}

// The editor puts its line numbers by guess first; they are shown when they are where they stay.
function showNumbersOnceMeasured(view: EditorView): void {
  const numbers = view.dom.querySelector<HTMLElement>('.cm-gutters')!;
  numbers.style.visibility = 'hidden';
  const show = () => requestAnimationFrame(() => (numbers.style.visibility = ''));
  view.requestMeasure({ read: () => {}, write: () => void requestAnimationFrame(show) });
}

// The classes of the listings, so that code has the same colours everywhere.
const colours = tagHighlighter([
  { tag: [tags.keyword, tags.self, tags.null, tags.bool], class: 'pancake-code-keyword' },
  { tag: tags.comment, class: 'pancake-code-comment' },
  { tag: tags.string, class: 'pancake-code-string' },
  { tag: tags.number, class: 'pancake-code-number' },
]);

function holes(hole: string) {
  const matches = new MatchDecorator({
    regexp: new RegExp(hole, 'g'),
    decoration: Decoration.mark({ class: 'pancake-challenge-hole' }),
  });
  return ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(view: EditorView) {
        this.marks = matches.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.marks = matches.updateDeco(update, this.marks);
      }
    },
    { decorations: ({ marks }) => marks },
  );
}

// A click into a hole takes all of it: what is typed next fills it.
function selectHoleAt(view: EditorView, hole: string): void {
  const { main } = view.state.selection;
  if (!main.empty) return;
  const { from, text } = view.state.doc.lineAt(main.head);
  for (let at = text.indexOf(hole); at >= 0; at = text.indexOf(hole, at + hole.length)) {
    const [start, end] = [from + at, from + at + hole.length];
    if (main.head < start || main.head > end) continue;
    view.dispatch({ selection: { anchor: start, head: end } });
  }
}

const setWrongLine = StateEffect.define<number | null>();
const wrongMark = Decoration.line({ class: 'pancake-challenge-wrong' });
const wrongLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, state }) {
    let now = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setWrongLine)) continue;
      const line = effect.value;
      now =
        line !== null && line <= state.doc.lines
          ? Decoration.set([wrongMark.range(state.doc.line(line).from)])
          : Decoration.none;
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
