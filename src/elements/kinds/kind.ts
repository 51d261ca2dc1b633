// A kind of figure: which component stands behind a `type`, and what its attributes mean.
import type { ComponentType } from 'react';
import { palettes } from '../../theme';
import { kebab, oneOf, text, textOrNone, yesOrNo, type Parser } from '../attributes/parser';

/**
 * What a figure needs a run for:
 * - `own`: it shows a run, one of its own if there is none around it.
 * - `given`: it shows a run if there is one around it, or options are given.
 * - `around`: it needs the run of others, and its options are what it changes.
 * - `none`: it has nothing to do with the run around it.
 */
export type RunUse = 'own' | 'given' | 'around' | 'none';

/** A prop that an attribute gives. */
export interface AttributeOfKind {
  prop: string;
  parser: Parser<unknown>;
}

/** What is behind a `type`. */
export interface Kind {
  component: ComponentType<Record<string, unknown>>;
  run: RunUse;
  /** The prop that takes the options where they are not those of a run; `''` for all by themselves. */
  optionsProp: string | null;
  /** By the names of the attributes. */
  attributes: ReadonlyMap<string, AttributeOfKind>;
  /** Attributes without which there is nothing to show. */
  required: readonly string[];
  /** What is told to the page, by prop: the event's name and its detail. */
  events: Readonly<Record<string, (...args: never[]) => [type: string, detail: unknown]>>;
  /** Whether what stands between the tags is part of the figure, and no stand-in for it. */
  hasContent: boolean;
  /** Whether it stands in a line of text. */
  isInline: boolean;
}

/** The parsers of some of a component's props. */
export type PropParsers<P> = { [K in keyof P]?: Parser<NonNullable<P[K]> | null> };

interface KindOptions<P> {
  /** @default 'own' */
  run?: RunUse;
  optionsProp?: string;
  /** Attributes with names other than their props', so that they are not taken for options. */
  names?: { [K in keyof P]?: string };
  required?: readonly string[];
  events?: { [K in keyof P]?: (...args: never[]) => [type: string, detail: unknown] };
  hasContent?: boolean;
  isInline?: boolean;
}

/** The looks of a figure. */
export const lookProps = {
  theme: oneOf('auto', 'light', 'dark'),
  palette: oneOf(...palettes),
  density: oneOf('comfortable', 'compact'),
} satisfies Record<string, Parser<unknown>>;

/** What every figure with a frame takes. */
export const frameProps = {
  ...lookProps,
  share: yesOrNo,
  heading: textOrNone,
  caption: textOrNone,
  'aria-label': text,
} satisfies Record<string, Parser<unknown>>;

/**
 * A kind of figure. An attribute is called as its prop, in kebab-case; where the prop says with what
 * the figure begins, `defaultMetric`, it is called without the `default`.
 */
export function kind<P extends object>(
  component: ComponentType<P>,
  parsers: PropParsers<P>,
  options: KindOptions<P> = {},
): Kind {
  const names = options.names as Readonly<Record<string, string>> | undefined;
  const attributes = Object.entries(parsers as Record<string, Parser<unknown>>).map(
    ([prop, parser]) => [names?.[prop] ?? kebab(withoutDefault(prop)), { prop, parser }] as const,
  );
  return {
    component: component as Kind['component'],
    run: options.run ?? 'own',
    optionsProp: options.optionsProp ?? null,
    attributes: new Map(attributes),
    required: options.required ?? [],
    events: (options.events ?? {}) as Kind['events'],
    hasContent: options.hasContent ?? false,
    isInline: options.isInline ?? false,
  };
}

function withoutDefault(prop: string): string {
  return /^default[A-Z]/.test(prop) ? prop[7]!.toLowerCase() + prop.slice(8) : prop;
}
