// The script file pancake.js: defines the elements, and leaves nothing else on the page.
import { defineElements } from './define';
import { filesBeside } from './languages/files';
import { fetchLanguagesBy } from './languages/known';

const { currentScript } = document;
const files = currentScript instanceof HTMLScriptElement ? filesBeside(currentScript.src) : null;
if (files) fetchLanguagesBy(files);
defineElements();
