// The elements: <pancake-run>, <pancake-figure> and <pancake-playground>.
import type { Language } from '../a11y';
import type { Trainer, TrainerOptions } from '../trainer';
import { dataAttributes, optionsByAttribute } from './attributes/run-options';
import { around } from './find-run';
import { Inside } from './inside';
import { kindAttributes, kinds } from './kinds';
import { words } from './labels';
import { addLanguage } from './languages/known';
import type { Nature } from './nature';
import type { SharedRun } from './shared-run';
import { version } from './version';

const runAttributes = [...optionsByAttribute.keys(), ...dataAttributes, 'link', 'lang'];
const figureAttributes = [
  ...new Set([...runAttributes, 'run', 'height', 'embed-address', ...kindAttributes]),
];
// On a server there are no elements; the module can be loaded there all the same.
const Base = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;
const playgroundDefaults: TrainerOptions = { activation: 'Tanh', learningRate: 0.03 };

abstract class PancakeElement extends Base {
  /** The package's version that the element comes from. */
  static readonly version: string = version;

  readonly #inside = new Inside(this, this.nature());

  /**
   * The run, with all its methods: `element.trainer.play()`. Null while it cannot begin, and for
   * figures that have none. Another one can be put in its place, for all elements that share it.
   */
  get trainer(): Trainer | null {
    return this.#inside.trainer;
  }

  set trainer(trainer: Trainer) {
    this.#inside.use(trainer);
  }

  protected abstract nature(): Nature;

  /** The run that an element shares with others. */
  static sharedOf(element: PancakeElement): SharedRun | null {
    return element.#inside.shared;
  }

  connectedCallback(): void {
    this.#inside.connect();
  }

  disconnectedCallback(): void {
    this.#inside.disconnect();
  }

  /** Moved by `moveBefore`: nothing is taken down, but the run around it may be another. */
  connectedMoveCallback(): void {
    this.#inside.schedule();
  }

  attributeChangedCallback(): void {
    this.#inside.schedule();
  }
}

/** `<pancake-run>`: a run for all figures inside it, or for those that name it: `name="main"`. */
export class PancakeRunElement extends PancakeElement {
  static readonly observedAttributes: readonly string[] = [...runAttributes, 'name'];

  /** Gives the elements of the page a language, for pages that have no modules. */
  static addLanguage(language: Language): void {
    addLanguage(language);
  }

  protected nature(): Nature {
    return {
      kind: () => ({ kind: null }),
      runName: () => nameIn(this, 'name'),
      runAround: () => null,
      isRun: true,
      defaults: () => ({}),
      attributes: PancakeRunElement.observedAttributes,
    };
  }
}

/** `<pancake-figure type="loss-chart">`: a figure of a run. */
export class PancakeFigureElement extends PancakeElement {
  static readonly observedAttributes: readonly string[] = ['type', ...figureAttributes];

  protected nature(): Nature {
    return figureNature(this, () => this.getAttribute('type'), PancakeFigureElement);
  }
}

/** `<pancake-playground>`: data, network, boundary, loss and all controls in one. */
export class PancakePlaygroundElement extends PancakeElement {
  static readonly observedAttributes: readonly string[] = figureAttributes;

  protected nature(): Nature {
    return figureNature(this, () => 'playground', PancakePlaygroundElement);
  }
}

function figureNature(
  element: HTMLElement,
  typeOf: () => string | null,
  { observedAttributes }: { observedAttributes: readonly string[] },
): Nature {
  return {
    kind: () => {
      const type = typeOf()?.trim().toLowerCase();
      const types = Object.keys(kinds).sort();
      if (!type) return { kind: null, problem: words.noType(types) };
      const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
      return kind ? { kind } : { kind: null, problem: words.unknownType(type, types) };
    },
    runName: () => nameIn(element, 'run'),
    runAround: () => {
      const run = around(element, (one) => one instanceof PancakeRunElement);
      return run && PancakeElement.sharedOf(run);
    },
    isRun: false,
    defaults: () => (typeOf() === 'playground' ? playgroundDefaults : {}),
    attributes: observedAttributes,
  };
}

function nameIn(element: HTMLElement, attribute: string): string | null {
  return element.getAttribute(attribute)?.trim() || null;
}
