// CodePanes: the engine's code and the notebook's, side by side.
import { CodeListing } from './code-listing';
import type { CodeExcerpt, CodeRole } from './excerpt';
import type { LayerCodeLabels } from './labels';
import type { CodeTerms } from './terms';

/** Which code is shown. */
export type ShownCode = 'both' | 'typescript' | 'numpy';

/** Props of {@link CodePanes}. */
export interface CodePanesProps {
  typescript: readonly CodeExcerpt[];
  /** Empty where there is none. */
  numpy: readonly CodeExcerpt[];
  executing: readonly CodeRole[];
  terms: CodeTerms;
  show: ShownCode;
  words: LayerCodeLabels;
}

/** Both sides, or one of them. */
export function CodePanes({ typescript, numpy, show, words, ...rest }: CodePanesProps) {
  const shown = numpy.length === 0 ? 'typescript' : show;
  return (
    <div className="pancake-code-panes">
      {shown !== 'numpy' && (
        <Pane
          excerpts={typescript}
          name={words.typescript}
          note={numpy.length === 0 ? null : words.typescriptNote}
          words={words}
          {...rest}
        />
      )}
      {shown !== 'typescript' && (
        <Pane excerpts={numpy} name={words.numpy} note={words.numpyNote} words={words} {...rest} />
      )}
    </div>
  );
}

interface PaneProps {
  excerpts: readonly CodeExcerpt[];
  name: string;
  note: string | null;
  executing: readonly CodeRole[];
  terms: CodeTerms;
  words: LayerCodeLabels;
}

function Pane({ excerpts, name, note, executing, terms, words }: PaneProps) {
  return (
    <section className="pancake-code-pane" data-language={excerpts[0]?.language} aria-label={name}>
      {note !== null && (
        <p className="pancake-code-pane-name">
          <b>{name}</b>, {note}
        </p>
      )}
      {excerpts.map((excerpt, i) => (
        <CodeListing
          key={`${i} ${excerpt.name}`}
          {...excerpt}
          executing={executing}
          terms={terms}
          labels={words}
        />
      ))}
    </section>
  );
}
