// The menu for sharing: what can be copied and saved, and what became of it.
import { useEffect, useRef, useState } from 'react';
import { useLanguageAttributes } from '../../a11y';
import { addressOf } from '../../hooks';
import { encodeRun, type EncodedRun, type Trainer } from '../../trainer';
import { tableToCSV } from './csv';
import { embedCode, type EmbedProps } from './embed';
import { save } from './files';
import type { EmbedFormat, ShareLabels } from './labels';
import { useSharing, type ShareItem } from './sharing';
import { figureToPNG } from './svg/png';
import { figureToSVG } from './svg/figure-to-svg';
import type { Table } from './tables';

interface SharePanelProps {
  id: string;
  items: readonly ShareItem[];
  component: string;
  /** What the figure is called. */
  name: () => string;
  /** The id of the button that opens it. */
  labelledBy: string;
  figure: () => HTMLElement;
  trainer: Trainer | undefined;
  table: (() => Table) | undefined;
  embed: EmbedProps | null | undefined;
  words: ShareLabels;
}

const formats: readonly EmbedFormat[] = ['react', 'mdx', 'html', 'iframe'];
const someEmbedPage = 'https://example.org/pancake/embed.html';

/** What was done last, and a text that is to be copied by hand. */
interface Outcome {
  said: string;
  text: string | null;
}

/** The open menu. */
export function SharePanel(props: SharePanelProps) {
  const { id, items, component, name, labelledBy, figure, trainer, table, embed, words } = props;
  const { linkKey = 'run', embedAddress = someEmbedPage } = useSharing();
  const { lang = null } = useLanguageAttributes();
  const [outcome, setOutcome] = useState({ said: '', text: null as string | null, turn: 0 });
  const [weights, setWeights] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    panel.current?.querySelector('button')?.focus();
  }, []);
  useEffect(() => {
    if (outcome.text === null) return;
    field.current?.focus();
    field.current?.select();
  }, [outcome]);

  // The same outcome once more is said once more.
  const tell = (next: Outcome) => setOutcome(({ turn }) => ({ ...next, turn: turn + 1 }));
  // Whatever goes wrong is said, and leaves the page as it was.
  const attempt = (work: () => Promise<Outcome>) => {
    const fail = (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      tell({ said: words.failed(problem), text: null });
    };
    try {
      work().then(tell, fail);
    } catch (error) {
      fail(error);
    }
  };
  const copy = async (text: string, what: string, note = ''): Promise<Outcome> => {
    try {
      await navigator.clipboard.writeText(text);
      return { said: [words.copied(what), note].filter(Boolean).join(' '), text: null };
    } catch {
      return { said: [words.byHand, note].filter(Boolean).join(' '), text };
    }
  };

  const encoded = () => (trainer ? encodeRun(trainer, { weights }) : null);
  const noteOn = (run: EncodedRun | null) =>
    run?.leftOut.length ? words.leftOut(run.leftOut) : '';
  const copyLink = () =>
    attempt(() => {
      const run = encoded()!;
      return copy(addressOf(location.href, linkKey, run.text), words.items.link, noteOn(run));
    });
  const copyCode = (format: EmbedFormat) =>
    attempt(() => {
      const run = encoded();
      const { height } = figure().getBoundingClientRect();
      const code = embedCode(format, {
        ...{ component, embedAddress, language: lang, title: name() },
        props: embed ?? {},
        run: run && { record: trainer!.record({ weights }), text: run.text },
        height: Math.ceil(height) + 8,
      });
      return copy(code, words.formats[format], noteOn(run));
    });
  const download = (item: 'png' | 'svg' | 'csv') =>
    attempt(async () => {
      const fileName = `${fileNameOf(component, trainer)}.${item}`;
      if (item === 'csv') save(tableToCSV(table!()), fileName, 'text/csv');
      else if (item === 'svg') save(figureToSVG(figure()), fileName, 'image/svg+xml');
      else save(await figureToPNG(figure()), fileName, 'image/png');
      return { said: words.saved(fileName), text: null };
    });
  const files = (['png', 'svg', 'csv'] as const).filter((item) => items.includes(item));

  return (
    <div
      ref={panel}
      id={id}
      className="pancake-share-panel"
      role="group"
      aria-labelledby={labelledBy}
    >
      {items.includes('link') && (
        <div className="pancake-share-row">
          <button type="button" className="pancake-button" data-share="link" onClick={copyLink}>
            {words.items.link}
          </button>
        </div>
      )}
      {items.includes('embed') && (
        <div className="pancake-share-row" role="group" aria-label={words.items.embed}>
          <span className="pancake-share-name">{words.items.embed}</span>
          {formats.map((format) => (
            <button
              key={format}
              type="button"
              className="pancake-button"
              data-share={format}
              onClick={() => copyCode(format)}
            >
              {words.formats[format]}
            </button>
          ))}
        </div>
      )}
      {trainer && (items.includes('link') || items.includes('embed')) && (
        <label className="pancake-share-weights">
          <input
            type="checkbox"
            checked={weights}
            onChange={(event) => setWeights(event.target.checked)}
          />
          {words.weights}
        </label>
      )}
      {files.length > 0 && (
        <div className="pancake-share-row" role="group" aria-label={words.download}>
          <span className="pancake-share-name">{words.download}</span>
          {files.map((item) => (
            <button
              key={item}
              type="button"
              className="pancake-button"
              data-share={item}
              onClick={() => download(item)}
            >
              {words.items[item]}
            </button>
          ))}
        </div>
      )}
      <p id={`${id}-said`} className="pancake-share-said" role="status">
        <span key={outcome.turn}>{outcome.said}</span>
      </p>
      {outcome.text !== null && (
        <textarea
          ref={field}
          className="pancake-field pancake-share-field"
          aria-label={words.field}
          aria-describedby={`${id}-said`}
          readOnly
          rows={4}
          value={outcome.text}
        />
      )}
    </div>
  );
}

function fileNameOf(component: string, trainer: Trainer | undefined): string {
  const name = component.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return trainer ? `${name}-epoch-${trainer.now.epoch}` : name;
}
