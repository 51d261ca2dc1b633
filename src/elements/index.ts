// The entry point `react-pancake/elements`: importing it makes the elements known to the page.
import { defineElements } from './define';
import type { PancakeFigureElement, PancakePlaygroundElement, PancakeRunElement } from './elements';

defineElements();

export { PancakeFigureElement, PancakePlaygroundElement, PancakeRunElement } from './elements';
export { addLanguage } from './languages/known';
export { defineElements };
export type { Language } from '../a11y';

declare global {
  interface HTMLElementTagNameMap {
    'pancake-run': PancakeRunElement;
    'pancake-figure': PancakeFigureElement;
    'pancake-playground': PancakePlaygroundElement;
  }
}
