// The menu for sharing: what can be copied and saved, and what became of it.
import { useEffect, useRef, useState } from 'react';
import { addressOf } from '../../hooks';
import { encodeRun, type Trainer } from '../../trainer';
import { tableToCSV } from './csv';
import { embedCode, isPlain, type EmbedProps } from './embed';
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
export default function SharePanel(props: SharePanelProps) {
  const { id, items, component, name, labelledBy, figure, trainer, table, embed, words } = props;
  const { linkKey = 'run', embedAddress = someEmbedPage } = useSharing();
  const [outcome, setOutcome] = useState<Outcome>({ said: '', text: null });
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

  // Whatever goes wrong is said, and leaves the page as it was.
  const attempt = (work: () => Promise<Outcome>) => {
    const fail = (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      setOutcome({ said: words.failed(problem), text: null });
    };
    try {
      work().then(setOutcome, fail);
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

  const copyLink = () =>
    attempt(() => {
      const { text, leftOut } = encodeRun(trainer!, { weights });
      const note = leftOut.length ? words.leftOut(leftOut) : '';
      return copy(addressOf(location.href, linkKey, text), words.items.link, note);
    });
  const copyCode = (format: EmbedFormat) =>
    attempt(() => {
      const run = trainer ? runOf(trainer) : null;
      const { height } = figure().getBoundingClientRect();
      const code = embedCode(format, {
        ...{ component, run, embedAddress, title: name() },
        props: embed ?? {},
        height: Math.ceil(height) + 8,
      });
      const isElement = format === 'html' || format === 'iframe';
      const isLess = run !== null && isElement && !isPlain(run.record);
      return copy(code, words.formats[format], isLess ? words.optionsOnly : '');
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
          <label className="pancake-share-weights">
            <input
              type="checkbox"
              checked={weights}
              onChange={(event) => setWeights(event.target.checked)}
            />
            {words.weights}
          </label>
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
      <p className="pancake-share-said" role="status">
        {outcome.said}
      </p>
      {outcome.text !== null && (
        <textarea
          ref={field}
          className="pancake-field pancake-share-field"
          aria-label={words.field}
          readOnly
          rows={4}
          value={outcome.text}
        />
      )}
    </div>
  );
}

function runOf(trainer: Trainer) {
  return { record: trainer.record(), text: encodeRun(trainer).text };
}

function fileNameOf(component: string, trainer: Trainer | undefined): string {
  const name = component.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return trainer ? `${name}-epoch-${trainer.now.epoch}` : name;
}
