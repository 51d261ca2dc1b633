// A figure as code for another page: React, MDX, an HTML element, an iframe.
import type { RunRecord } from '../../trainer';
import type { EmbedFormat } from './labels';

/** Props of a figure that are part of what it shows. */
export type EmbedProps = Readonly<Record<string, string | number | boolean | undefined>>;

interface Shown {
  /** `LossChart` */
  component: string;
  props: EmbedProps;
  /** The run, if there is one: its record and its link. */
  run: { record: RunRecord; text: string } | null;
  /** The tag of the language in force; null for English. */
  language: string | null;
  /** Where `embed.html` is. */
  embedAddress: string;
  height: number;
  title: string;
}

// Options that can be read are better than a link, where they are all that there is to a run. A
// playground has other defaults than a run, so that it has to be told these two.
function isAllInOptions({ component }: Shown, record: RunRecord): boolean {
  const { data, structure, initial, state, events, epoch, options } = record;
  const isFresh = !data && !structure && !initial && !state && events.length === 0 && epoch === 0;
  return (
    isFresh &&
    (component !== 'Playground' || ('activation' in options && 'learningRate' in options))
  );
}

/** The code. */
export function embedCode(format: EmbedFormat, shown: Shown): string {
  if (format === 'html') return htmlCode(shown);
  if (format === 'iframe') return iframeCode(shown);
  const code = jsx(shown);
  const names = shown.run && shown.component !== 'Playground' ? 'Pancake, ' : '';
  const imports = `import { ${names}${shown.component} } from 'react-pancake';`;
  if (format === 'mdx') return `${imports}\n\n${code}\n`;
  const styles = `import 'react-pancake/style.css';`;
  const figure = `export function Figure() {\n  return (\n${indented(code, 4)}\n  );\n}\n`;
  return `${imports}\n${styles}\n\n${figure}`;
}

function jsx(shown: Shown): string {
  const { component, props, run } = shown;
  const own = attributes(props, toJSX);
  if (!run) return `<${component}${own} />`;
  const { record, text } = run;
  const ofRun = isAllInOptions(shown, record)
    ? attributes({ ...record.options }, toJSX)
    : ` link="${text}"`;
  if (component === 'Playground') return `<Playground${ofRun}${own} />`;
  return `<Pancake${ofRun}>\n  <${component}${own} />\n</Pancake>`;
}

function toJSX(name: string, value: unknown): string {
  if (value === true) return name;
  if (typeof value === 'string' && !/["\\{}<>&\n]/.test(value)) return `${name}="${value}"`;
  return `${name}={${literal(value)}}`;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{ ${entries.map(([name, one]) => `${name}: ${literal(one)}`).join(', ')} }`;
  }
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
}

function attributes(
  props: Readonly<Record<string, unknown>>,
  write: (name: string, value: unknown) => string,
): string {
  return Object.entries(props)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ` ${write(name, value)}`)
    .join('');
}

/** The options of a run, in the names and the words of the elements' attributes. */
export function elementAttributes({ options }: RunRecord): [name: string, value: string][] {
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, unknown]) => [kebab(name), inWords(value)]);
}

function inWords(value: unknown): string {
  if (value === true) return '';
  if (value === Infinity) return 'max';
  if (Array.isArray(value)) return value.map(inWords).join(',');
  if (typeof value === 'object' && value !== null) {
    if ('type' in value) return String(value.type);
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) =>
        name === 'name' ? String(one) : `${kebab(name)}: ${inWords(one).replaceAll(',', ' ')}`,
      )
      .join(', ');
  }
  return String(value);
}

function pairsOf(shown: Shown): [string, string][] {
  const { component, props, run, language } = shown;
  const own = Object.entries(props)
    .filter(([, value]) => value !== undefined && value !== false)
    // An element's attribute says with what it begins; that is what React calls a default.
    .map(([name, value]): [string, string] => [
      kebab(name).replace(/^default-/, ''),
      inWords(value),
    ]);
  const type: [string, string][] = component === 'Playground' ? [] : [['type', kebab(component)]];
  const options = run && isAllInOptions(shown, run.record) ? elementAttributes(run.record) : [];
  const lang: [string, string][] = language === null ? [] : [['lang', language]];
  return [...type, ...options, ...own, ...lang];
}

/** The link to a run that is more than its options, or null. */
function linkOf(shown: Shown): string | null {
  const { run } = shown;
  return run && !isAllInOptions(shown, run.record) ? run.text : null;
}

function htmlCode(shown: Shown): string {
  const tag = shown.component === 'Playground' ? 'pancake-playground' : 'pancake-figure';
  const link = linkOf(shown);
  const pairs = [...pairsOf(shown), ...(link === null ? [] : [['link', link] as const])];
  const written = pairs.map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  return `<script src="https://cdn.jsdelivr.net/npm/react-pancake/dist/pancake.js" defer></script>

<${tag}${written.join('')}></${tag}>
`;
}

function iframeCode(shown: Shown): string {
  const { component, embedAddress, height, title } = shown;
  const pairs = pairsOf(shown);
  const all: [string, string][] =
    component === 'Playground' ? [['type', 'playground'], ...pairs] : pairs;
  const query = all
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
  // In the fragment, as servers refuse long addresses and need not know.
  const link = linkOf(shown);
  const address = `${embedAddress}?${query}${link === null ? '' : `#run=${link}`}`;
  return `<iframe
  data-pancake
  title="${escaped(title)}"
  src="${escaped(address)}"
  width="100%"
  height="${height}"
></iframe>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function kebab(name: string): string {
  return name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function indented(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}
