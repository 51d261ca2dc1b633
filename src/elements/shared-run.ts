// A run that several elements share: what they say together are its options.
import { PancakeError } from '../engine';
import { changedOptions, openLink, prefersReducedMotion } from '../hooks';
import { createTrainer, type Snapshot, type Trainer, type TrainerOptions } from '../trainer';
import { attributeOf } from './attributes/run-options';
import { words } from './labels';

/** An element of a run. */
export interface Member {
  readonly host: HTMLElement;
  /** What it says of the run. */
  readonly options: TrainerOptions;
  /** A run to open, as `encodeRun` wrote it, or null. */
  readonly link: string | null;
  /** What is used where nobody says anything, and the run is its own. */
  readonly defaults: TrainerOptions;
  /** Called when the run, or what is wrong with it, is another. */
  runChanged(): void;
  /** Called when the run's status is another. */
  statusChanged(snapshot: Snapshot): void;
}

/** One run and the elements that show it. */
export class SharedRun {
  /** The run; null until all that is said of it makes sense. */
  trainer: Trainer | null = null;
  /** Why the run cannot begin, or did not take the last change, in words. */
  refusal: string | null = null;
  private readonly members = new Set<Member>();
  private readonly conflicts = new Map<Member, string[]>();
  // What elements said that are gone: a run does not change because one of its figures was removed.
  private left: TrainerOptions = {};
  private applied: TrainerOptions = {};
  private opened: string | null = null;
  private linkProblem: string | null = null;
  private isScheduled = false;
  private resumes = false;
  private begun = false;
  private unsubscribe = () => {};

  /** @param name as it is written in `run`, or null for one without a name */
  constructor(readonly name: string | null) {}

  get isEmpty(): boolean {
    return this.members.size === 0;
  }

  join(member: Member): void {
    this.members.add(member);
    if (this.resumes) this.trainer?.play();
    this.resumes = false;
    this.schedule();
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return;
    this.left = { ...this.left, ...member.options };
    this.schedule();
    if (!this.isEmpty || !this.trainer) return;
    this.resumes = this.trainer.getSnapshot().status === 'running';
    this.trainer.pause();
  }

  /** Puts in the place of the run one that a script has made. */
  adopt(trainer: Trainer): void {
    this.watch(trainer);
    this.applied = this.gather();
    this.refusal = null;
    for (const member of this.members) member.runChanged();
  }

  /** Looks again at what the elements say, once all of them have been heard. */
  schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => this.settle());
  }

  /** Makes the run be what the elements say, now. */
  settle(): void {
    if (!this.isScheduled) return;
    this.isScheduled = false;
    if (this.isEmpty) return;
    this.apply(this.gather());
    this.openLink();
    for (const member of this.members) member.runChanged();
  }

  /** Starts training if an element asks for it, now that there is a figure to see it in. */
  begin(): void {
    if (this.begun || !this.trainer) return;
    this.begun = true;
    if (this.applied.autoplay) this.autoplay();
  }

  /** What is wrong with what this element says of the run: others deny it, or its link is damaged. */
  conflictsOf(member: Member): readonly string[] {
    return this.conflicts.get(member) ?? [];
  }

  private apply(options: TrainerOptions): void {
    const changes = changedOptions(this.applied, options);
    try {
      if (!this.trainer) this.watch(createTrainer(options));
      else if (changes) this.trainer.set(changes);
      this.applied = options;
      this.refusal = null;
    } catch (error) {
      if (!(error instanceof PancakeError)) throw error;
      this.refusal = error.message;
      return;
    }
    if (changes?.autoplay && this.begun) this.autoplay();
  }

  // A link is opened once, when it is first said. One that cannot be opened changes nothing.
  private openLink(): void {
    const [first, ...others] = this.inOrder().filter(({ link }) => link !== null);
    const link = first?.link ?? null;
    if (this.trainer && link !== this.opened) {
      this.opened = link;
      this.linkProblem = link === null ? null : openLink(this.trainer, link);
    }
    if (!first) return;
    if (this.linkProblem !== null) this.note(first, words.link(this.linkProblem));
    for (const other of others) {
      if (other.link !== link) this.note(other, words.twoLinks(this.inWords(), tagOf(first)));
    }
  }

  private autoplay(): void {
    const isIdle = this.trainer?.getSnapshot().status === 'idle';
    if (isIdle && !prefersReducedMotion()) this.trainer?.play();
  }

  private watch(trainer: Trainer): void {
    this.unsubscribe();
    if (this.trainer !== trainer) this.trainer?.pause();
    this.trainer = trainer;
    let { status } = trainer.getSnapshot();
    this.unsubscribe = trainer.subscribe(() => {
      const snapshot = trainer.getSnapshot();
      if (snapshot.status === status) return;
      status = snapshot.status;
      for (const member of [...this.members]) member.statusChanged(snapshot);
    });
  }

  // In the order of the page; who comes first is right.
  private gather(): TrainerOptions {
    this.conflicts.clear();
    const inOrder = this.inOrder();
    const said: TrainerOptions = {};
    const by = new Map<string, Member>();
    for (const member of inOrder) {
      for (const [name, value] of Object.entries<unknown>({ ...member.options })) {
        const other = by.get(name);
        if (!other) {
          by.set(name, member);
          Object.assign(said, { [name]: value });
        } else if (changedOptions({ [name]: said[name as never] }, { [name]: value })) {
          this.note(member, this.conflict(member, name, other));
        }
      }
    }
    for (const name of by.keys()) delete this.left[name as keyof TrainerOptions];
    const isOwn = this.name === null && this.members.size === 1;
    return { ...(isOwn ? inOrder[0]?.defaults : {}), ...this.left, ...said };
  }

  private inOrder(): Member[] {
    return [...this.members].sort((a, b) =>
      a.host.compareDocumentPosition(b.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  private conflict(member: Member, option: string, other: Member): string {
    const name = attributeOf(option as keyof TrainerOptions);
    const given = member.host.getAttribute(name) ?? '';
    return words.twoRuns(name, given, this.inWords(), tagOf(other));
  }

  private note(member: Member, sentence: string): void {
    this.conflicts.set(member, [...this.conflictsOf(member), sentence]);
  }

  private inWords(): string {
    return this.name === null ? words.thisRun : words.namedRun(this.name);
  }
}

function tagOf({ host }: Member): string {
  const id = host.id ? `#${host.id}` : '';
  return `<${host.localName}${id}>`;
}
