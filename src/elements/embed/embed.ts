// The embedded page, for places that allow only an iframe: shows what its address asks for, tells
// its height to the page around it whenever that changes, and passes on what happens.
import { passedOn, send, whenHeard } from './messages';
import { readAddress } from './options';

interface Defined {
  readonly observedAttributes: readonly string[];
}
const definedAs = (tag: string) =>
  (customElements.get(tag) as unknown as Defined | undefined)?.observedAttributes;

const style = `
:root { background: transparent; }
:root[data-heard] { overflow-y: hidden; }
body { display: flow-root; margin: 0; padding: 4px; }
body > * > * + * { margin-top: 12px; }`;

const [ofFigures, ofRuns] = [definedAs('pancake-figure'), definedAs('pancake-run')];
if (ofFigures && ofRuns) show(ofFigures, ofRuns);
else document.body.append('pancake.js is missing beside this page.');

function show(ofFigures: readonly string[], ofRuns: readonly string[]): void {
  const { types, id, theme, attributes } = readAddress(location, ofFigures);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;

  const language = attributes.get('lang');
  if (language) document.documentElement.lang = language;

  const figures = types.map(elementFor);
  const run = document.createElement(figures.length > 1 ? 'pancake-run' : 'div');
  for (const [name, value] of attributes) {
    const isOfRun = figures.length > 1 && ofRuns.includes(name) && name !== 'name';
    for (const element of isOfRun ? [run] : figures) element.setAttribute(name, value);
  }
  // Not the address's to say: code that embeds these figures leads to this page.
  const { origin, pathname, protocol } = location;
  const here = protocol === 'file:' ? `file://${pathname}` : origin + pathname;
  for (const figure of figures) figure.setAttribute('embed-address', here);
  run.append(...figures);
  for (const type of passedOn) {
    // Events of the run are told by each of its elements; one of them will do.
    const isOfRun = type === 'pancake-statuschange' || type === 'pancake-complete';
    for (const figure of isOfRun ? figures.slice(0, 1) : figures) {
      figure.addEventListener(type, (event) =>
        send({ type, id, detail: (event as CustomEvent).detail }),
      );
    }
  }
  document.body.append(run);
  tellHeight(id, figures);
}

function elementFor(type: string): HTMLElement {
  if (type === 'playground') return document.createElement('pancake-playground');
  const element = document.createElement('pancake-figure');
  element.setAttribute('type', type);
  // This page's policy is strict: a challenge's sandbox needs an address of its own.
  if (type === 'code-challenge') element.setAttribute('sandbox', 'sandbox.html');
  return element;
}

/** Tells the height when it changes, once a frame at most. */
function tellHeight(id: string | null, elements: readonly HTMLElement[]): void {
  let told = 0;
  let request: number | undefined;
  const tell = () => {
    request = undefined;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    send({ type: 'pancake-resize', id, height });
  };
  new ResizeObserver(() => (request ??= requestAnimationFrame(tell))).observe(document.body);
  // A frame out of sight gets no frames, and should have its height before it is scrolled to.
  for (const element of elements) {
    element.addEventListener('pancake-ready', tell);
    element.addEventListener('pancake-error', tell);
  }
  whenHeard(() => {
    // A page that sets the height needs no scroll bar here, not even for a moment.
    document.documentElement.dataset['heard'] = '';
    told = 0;
    tell();
  });
}
