// The inside of an element: its attributes as read, its run, and the shadow tree that React draws in.
import { createRoot, type Root } from 'react-dom/client';
import { PancakeError } from '../engine';
import type { Snapshot, Trainer, TrainerOptions } from '../trainer';
import { readAttributes } from './attributes/read-attributes';
import { Body } from './body';
import { contentOf } from './content';
import { forgetRun, namedRun } from './find-run';
import { embedAddressOf, roomOf } from './host-attributes';
import { csvScript, hasContent, pageIsRead } from './light-tree';
import type { Kind } from './kinds';
import { words } from './labels';
import { Speech } from './languages/speech';
import type { Nature } from './nature';
import { SharedRun, type Member } from './shared-run';
import { sheetFor } from './style-sheet';

/** Everything that an element is and does, out of sight of the page. */
export class Inside implements Member {
  options: TrainerOptions = {};
  link: string | null = null;
  defaults: TrainerOptions = {};

  private kind: Kind | null = null;
  private props: Record<string, unknown> = {};
  private beginning = '';
  private isWhole = false;
  private problems: readonly string[] = [];
  private run: SharedRun | null = null;
  private own: SharedRun | null = null;
  private given: Trainer | null = null;
  private page: Document | null = null;
  private isScheduled = false;
  private attempt = 0;
  private told = '';
  private root: Root | null = null;
  private readonly shadow: ShadowRoot;
  private readonly place: HTMLElement;
  // What stands between the tags is shown here until the figure is there.
  private readonly standIn: HTMLSlotElement;
  private readonly speech: Speech;
  private readonly observer = new MutationObserver(() => this.schedule());

  constructor(
    readonly host: HTMLElement,
    private readonly nature: Nature,
  ) {
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    this.place = document.createElement('div');
    this.place.part.add('figure');
    this.standIn = document.createElement('slot');
    this.speech = new Speech(host, () => this.schedule());
    this.shadow.replaceChildren(this.place, this.standIn);
  }

  /** The run, as it is after all that the page has said so far. */
  get trainer(): Trainer | null {
    this.flush();
    return this.run?.trainer ?? null;
  }

  /** The run shared with others; the same for all of them. */
  get shared(): SharedRun | null {
    if (this.isScheduled) this.update();
    return this.run;
  }

  use(trainer: Trainer): void {
    this.given = trainer;
    this.update();
    this.run?.settle();
  }

  connect(): void {
    this.shadow.adoptedStyleSheets = [sheetFor(this.host.ownerDocument)];
    this.speech.listen();
    this.schedule();
  }

  disconnect(): void {
    // One that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.end();
    });
  }

  /** Reads the attributes again, once the page has changed all that it wants to. */
  schedule(): void {
    if (this.isScheduled || !this.host.isConnected) return;
    this.isScheduled = true;
    const update = () => this.isScheduled && this.update();
    // Until the page has been read, what stands between the tags may not be there.
    pageIsRead(this.host.ownerDocument, () => queueMicrotask(update));
  }

  runChanged(): void {
    this.render();
  }

  statusChanged(snapshot: Snapshot): void {
    this.tell('statuschange', snapshot);
    if (snapshot.status === 'done') this.tell('complete', snapshot);
  }

  private flush(): void {
    if (this.isScheduled) this.update();
    this.run?.settle();
  }

  private update(): void {
    this.isScheduled = false;
    if (!this.host.isConnected) return;
    this.attempt++;
    const script = csvScript(this.host);
    this.observe(script);
    const { kind, problem } = this.nature.kind();
    const csv = script?.textContent.trim() || null;
    const reading = readAttributes(this.host, kind, csv, this.nature.attributes);
    this.kind = kind;
    this.props = reading.props;
    this.beginning = reading.beginning;
    this.isWhole = reading.isWhole;
    this.problems = problem === undefined ? reading.problems : [problem, ...reading.problems];
    const room = roomOf(this.host, kind);
    this.place.style.minBlockSize = room.pixels === null ? '' : `${room.pixels}px`;
    if (room.problem !== null) this.problems = [...this.problems, room.problem];
    if (this.speech.problem !== null) this.problems = [...this.problems, this.speech.problem];
    this.defaults = this.nature.defaults();
    const run = this.findRun(
      Object.keys(reading.options).length > 0 || this.host.hasAttribute('link'),
    );
    if (run !== this.run) this.leave();
    const isRunOption = run !== null && kind?.run !== 'around';
    this.options = isRunOption ? reading.options : {};
    this.link = isRunOption ? this.host.getAttribute('link') : null;
    if (kind?.optionsProp === '') this.props = { ...reading.options, ...this.props };
    else if (kind?.optionsProp) this.props[kind.optionsProp] = reading.options;
    this.run = run;
    this.page = this.host.ownerDocument;
    run?.join(this);
    if (run && this.given) {
      run.adopt(this.given);
      this.given = null;
    }
    if (!run) this.render();
  }

  private findRun(hasOptions: boolean): SharedRun | null {
    const use = this.nature.isRun ? 'own' : this.kind?.run;
    if (use === undefined || (use === 'none' && !this.given)) return null;
    const name = this.nature.runName();
    if (name !== null) return namedRun(this.host.ownerDocument, name, this.run);
    const around = this.nature.isRun ? null : this.nature.runAround();
    if (around) return around;
    if (use === 'around' && !this.given) {
      this.problems = [...this.problems, words.needsRun(this.host.getAttribute('type') ?? '')];
      this.isWhole = false;
      return null;
    }
    if (use === 'given' && !hasOptions && !this.given) return null;
    return (this.own ??= new SharedRun(null));
  }

  private leave(): void {
    if (!this.run) return;
    this.run.leave(this);
    if (this.page) forgetRun(this.page, this.run);
  }

  private end(): void {
    this.observer.disconnect();
    this.speech.stop();
    this.leave();
    this.root?.unmount();
    this.root = null;
    this.shadow.append(this.standIn);
  }

  private render(): void {
    if (!this.host.isConnected) return;
    const language = this.speech.language();
    // On its way; better a moment later than in two languages.
    if (language === undefined) return;
    const problems = this.allProblems();
    this.tellProblems(problems);
    if (this.nature.isRun && problems.length === 0 && !this.root) return;
    this.root ??= createRoot(this.place, { onCaughtError: reportUnlessTold });
    this.speech.mark(this.place, language);
    const trainer = this.run?.trainer ?? null;
    const canShow = this.isWhole && (this.run === null || trainer !== null);
    this.root.render(
      <Body
        problems={problems}
        trainer={trainer}
        language={language}
        embedAddress={embedAddressOf(this.host)}
        attempt={this.attempt}
        tag={this.host.localName}
        onShown={this.shown}
        onFailed={this.failed}
      >
        {canShow && this.kind ? this.content(this.kind) : null}
      </Body>,
    );
  }

  private content(kind: Kind) {
    const { direction } = getComputedStyle(this.host);
    const isFilled = hasContent(this.host);
    return contentOf(kind, this.beginning, this.props, isFilled, direction, this.tell);
  }

  private allProblems(): string[] {
    const all = [...this.problems, ...(this.run?.conflictsOf(this) ?? [])];
    if (this.run?.refusal) all.push(this.run.refusal);
    return [...new Set(all)].map((problem) => `${this.host.localName}: ${problem}`);
  }

  private readonly shown = (): void => {
    this.standIn.remove();
    this.run?.begin();
    this.tell('ready', null);
  };

  private readonly failed = (message: string): void => {
    this.tell('error', { messages: [message] });
  };

  private tellProblems(messages: readonly string[]): void {
    const text = messages.join('\n');
    if (text !== this.told && text !== '') this.tell('error', { messages });
    this.told = text;
  }

  private readonly tell = (type: string, detail: unknown): void => {
    this.host.dispatchEvent(new CustomEvent(`pancake-${type}`, { detail }));
  };

  private observe(script: HTMLScriptElement | null): void {
    this.observer.disconnect();
    this.observer.observe(this.host, { childList: true });
    if (script) {
      this.observer.observe(script, { childList: true, characterData: true, subtree: true });
    }
  }
}

// What is wrong with what a page says stands in the page itself.
function reportUnlessTold(error: unknown): void {
  if (!(error instanceof PancakeError)) reportError(error);
}
