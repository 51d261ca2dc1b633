// CopyLaTeX: the LaTeX of formulas, on the clipboard and in sight.
import { useEffect, useId, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import type { Formula } from './formula';
import { defaultLabels, type CopyLaTeXLabels } from './labels';
import { toLaTeX } from './latex';

interface CopyLaTeXProps {
  /** One below the other. */
  formulas: readonly Formula[];
  /** What they are, for the button's name: `the formulas`. */
  name: string;
  labels?: Partial<CopyLaTeXLabels>;
}

/** A button that copies formulas as LaTeX and shows what it copied; once more puts it away. */
export function CopyLaTeX({ formulas, name, labels }: CopyLaTeXProps) {
  const words = useLabels('CopyLaTeX', defaultLabels, labels);
  const [last, setLast] = useState<{ latex: string; how: 'copied' | 'marked' } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const latex = formulas.map(toLaTeX).join(' \\\\\n');
  // What was copied before may be another formula's.
  const shown = last?.latex === latex ? last.how : null;
  useEffect(() => {
    if (shown === 'marked') field.current?.select();
  }, [shown]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(latex);
      setLast({ latex, how: 'copied' });
    } catch {
      setLast({ latex, how: 'marked' });
    }
  };
  return (
    <span className="pancake-latex">
      <button
        type="button"
        className="pancake-more"
        aria-label={words.buttonNamed(name)}
        aria-expanded={shown !== null}
        aria-controls={shown ? id : undefined}
        onClick={() => (shown ? setLast(null) : void copy())}
      >
        {words.button}
      </button>
      {shown && (
        <span id={id} className="pancake-latex-shown">
          <textarea
            ref={field}
            className="pancake-field"
            readOnly
            value={latex}
            aria-label={words.field}
            rows={formulas.length}
            cols={48}
            spellCheck={false}
            onFocus={(event) => event.target.select()}
          />
          <small role="status">{words[shown]}</small>
        </span>
      )}
    </span>
  );
}
