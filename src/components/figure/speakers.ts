// Speakers: of all figures of a run, one says what is to be said once, or has what is needed once.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Trainer } from '../../trainer';

/** The figures of one run, the one that speaks for all of them first. */
class Speakers {
  private figures: { figure: object; rank: number }[] = [];
  private readonly listeners = new Set<() => void>();

  get first(): object | undefined {
    return this.figures[0]?.figure;
  }

  join(figure: object, rank: number): () => void {
    this.change([...this.figures, { figure, rank }].sort((a, b) => b.rank - a.rank));
    return () => this.change(this.figures.filter((other) => other.figure !== figure));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private change(figures: typeof this.figures): void {
    const { first } = this;
    this.figures = figures;
    if (this.first !== first) for (const listener of [...this.listeners]) listener();
  }
}

/** What is there once: why a run stopped, how it goes, and the button that stops it. */
export type Topic = 'fault' | 'progress' | 'pause';

const speakers: Readonly<Record<Topic, WeakMap<Trainer, Speakers>>> = {
  fault: new WeakMap(),
  progress: new WeakMap(),
  pause: new WeakMap(),
};

function speakersOf(topic: Topic, trainer: Trainer): Speakers {
  let found = speakers[topic].get(trainer);
  if (!found) speakers[topic].set(trainer, (found = new Speakers()));
  return found;
}

/** A figure is on its way that may speak: until the function that this returns is called, no other does. */
export function joinAwaited(topic: Topic, trainer: Trainer): () => void {
  return speakersOf(topic, trainer).join({}, aboveAll);
}

// Higher than the rank of any figure.
const aboveAll = 10;

/** What a page may have several of, each with something to say. */
export type VoiceKind = 'run' | 'race';

// The runs and the races that speak, and where on the page each of them does.
const allVoices: Readonly<Record<VoiceKind, Map<object, Element>>> = {
  run: new Map(),
  race: new Map(),
};

/** A run or a race speaks from an element, until the function that this returns is called. */
export function joinVoices(kind: VoiceKind, speaker: object, element: Element): () => void {
  const voices = allVoices[kind];
  voices.set(speaker, element);
  return () => {
    if (voices.get(speaker) === element) voices.delete(speaker);
  };
}

// An element in a shadow tree stands where its host does.
function inPage(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inPage(root.host) : element;
}

/** Which of its kind that speak this is, from 1 in the order of the page; null if it is the only one. */
export function placeAmongVoices(kind: VoiceKind, speaker: object): number | null {
  const voices = allVoices[kind];
  const mine = voices.get(speaker);
  if (!mine) return null;
  // A page may have removed a root without unmounting it.
  const others = [...voices.values()].filter((other) => other !== mine && other.isConnected);
  if (others.length === 0) return null;
  const place = inPage(mine);
  const isBefore = (other: Element) =>
    Boolean(place.compareDocumentPosition(inPage(other)) & Node.DOCUMENT_POSITION_PRECEDING);
  return 1 + others.filter(isBefore).length;
}

/**
 * Whether this figure is the one of its run that speaks; never on a server.
 *
 * @param rank the figure of the highest one speaks: of the controls, where the reader began the training
 */
export function useSpeaks(topic: Topic, trainer: Trainer, rank: number): boolean {
  const me = useMemo(() => ({}), []);
  const all = speakersOf(topic, trainer);
  useEffect(() => all.join(me, rank), [all, me, rank]);
  return useSyncExternalStore(
    all.subscribe,
    () => all.first === me,
    () => false,
  );
}
