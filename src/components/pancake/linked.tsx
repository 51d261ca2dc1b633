// A run that opens from a link: one that is handed in, or one in the page's address.
import { useEffect, useState, type ReactElement } from 'react';
import { firstControlOf, isByKey, useLabels } from '../../a11y';
import { openLink, useRunLink, type LazyRun } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { RunProps } from './around';
import { defaultLabels } from './labels';

type Links = Pick<RunProps, 'link' | 'linkKey' | 'keepLink' | 'labels'>;

/**
 * Opens the links; gives what is wrong with one, until the reader has read it.
 *
 * @param id by which a browser finds what a server said of it
 */
export function useLinks(trainer: Trainer, { link, linkKey, keepLink, labels }: Links, id: string) {
  const words = useLabels('Pancake', defaultLabels, labels);
  // Before anything is drawn, on a server as in a browser.
  const [given] = useState(() => (link === undefined ? null : openLink(trainer, link)));
  const followed = useRunLink(trainer, { linkKey: linkKey ?? null, keepLink });
  const [read, setRead] = useState<string | null>(null);
  const problem = followed ?? given;
  if (problem === null || problem === read) return null;
  return (
    <div className="pancake pancake-link-problem" data-pancake="LinkProblem" data-link={id}>
      <div className="pancake-message" role="alert">
        <p>{words.linkProblem(problem)}</p>
        <button
          type="button"
          className="pancake-button"
          onClick={(event) => {
            if (isByKey(event)) focusNext(event.currentTarget);
            setRead(problem);
          }}
        >
          {words.understood}
        </button>
      </div>
    </div>
  );
}

// The button goes, and the focus with it, unless it is given to a figure that follows.
function focusNext(button: Element): void {
  const box = button.closest('.pancake')!;
  for (const figure of box.parentElement!.querySelectorAll<HTMLElement>('.pancake')) {
    if (box.compareDocumentPosition(figure) !== Node.DOCUMENT_POSITION_FOLLOWING) continue;
    // One that is not there yet takes the focus itself, and gives it on.
    const control = figure.matches('[data-far]') ? figure : firstControlOf(figure);
    if (control) return control.focus();
  }
}

interface LinkedProps extends Links {
  run: LazyRun;
  id: string;
}

/** The same for a run whose code has come after the page. */
export function Linked({ run, id, ...links }: LinkedProps): ReactElement | null {
  // A run that plays by itself does so first: one that was opened rests.
  useEffect(() => run.attend(), [run]);
  return useLinks(run.trainer, links, id);
}
