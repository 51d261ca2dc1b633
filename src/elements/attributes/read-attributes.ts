// Reads an element's attributes: the options of its run, the props of its figure, and what is wrong.
import { PancakeError } from '../../engine';
import type { TrainerOptions } from '../../trainer';
import type { Kind } from '../kinds';
import { words } from '../labels';
import { plain, type Parser } from './parser';
import {
  dataAttributes,
  dataFromCSV,
  optionParsers,
  optionsByAttribute,
  task,
} from './run-options';

/** What an element says. */
export interface Reading {
  options: TrainerOptions;
  props: Record<string, unknown>;
  /** Changes when an attribute says something else with which the figure is to begin. */
  beginning: string;
  /** What is wrong, in words. The figure, or its run, does without what cannot be read. */
  problems: string[];
  /** Whether all that the figure cannot do without is there. */
  isWhole: boolean;
}

type Attributes = Pick<Element, 'getAttribute' | 'getAttributeNames'>;

/**
 * Reads the attributes of an element.
 *
 * @param kind what it shows; null for a run alone
 * @param csv the points between its tags, if there are any
 * @param known all attributes that mean something, to notice one that is nearly so
 */
export function readAttributes(
  element: Attributes,
  kind: Kind | null,
  csv: string | null,
  known: readonly string[],
): Reading {
  const reading: Reading = {
    options: {},
    props: {},
    beginning: '',
    problems: nearMisses(element, known),
    isWhole: true,
  };
  const begins: string[] = [];
  for (const attribute of element.getAttributeNames()) {
    const given = element.getAttribute(attribute)!;
    const own = kind?.attributes.get(attribute);
    const option = optionsByAttribute.get(attribute);
    if (own) {
      const value = read(attribute, given, own.parser, reading.problems);
      if (value !== undefined) reading.props[own.prop] = value;
      if (/^default[A-Z]/.test(own.prop)) begins.push(`${attribute}=${given}`);
    } else if (option) {
      const parser: Parser<unknown> = optionParsers[option];
      const value = read(attribute, given, parser, reading.problems);
      if (value !== undefined) reading.options[option] = value as never;
    }
  }
  reading.beginning = begins.sort().join('\n');
  readData(element, csv, reading);
  for (const name of kind?.required ?? []) {
    if (element.getAttribute(name) === null) {
      reading.problems.push(words.missing(name, element.getAttribute('type') ?? ''));
    }
    if (reading.props[kind!.attributes.get(name)!.prop] === undefined) reading.isWhole = false;
  }
  return reading;
}

function read<T>(
  name: string,
  given: string,
  parser: Parser<T>,
  problems: string[],
): T | undefined {
  const value = parser.read(given);
  if (value === undefined) problems.push(words.attribute(name, given, parser.must));
  return value;
}

function readData(element: Attributes, between: string | null, reading: Reading): void {
  const { options, problems } = reading;
  const inline = element.getAttribute(dataAttributes[0]);
  if (inline !== null && between !== null) problems.push(words.twoSources);
  const csv = inline ?? between;
  if (csv === null) return;
  const said = element.getAttribute(dataAttributes[1]);
  const of = said === null ? undefined : read(dataAttributes[1], said, task, problems);
  try {
    options.data = dataFromCSV(csv, of, options);
  } catch (error) {
    if (!(error instanceof PancakeError)) throw error;
    problems.push(`csv: ${error.message}`);
  }
}

// HTML says nothing of an attribute that it does not know: `learningrate` would just do nothing.
function nearMisses(element: Attributes, known: readonly string[]): string[] {
  return element.getAttributeNames().flatMap((given) => {
    if (known.includes(given) || /^(data|aria)-/.test(given)) return [];
    const meant = known.find((name) => name.includes('-') && plain(name) === plain(given));
    return meant === undefined ? [] : [words.nearly(given, meant)];
  });
}
