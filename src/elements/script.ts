// The script file pancake.js: defines the elements, and leaves nothing else on the page.
import { defineElements } from './define';

defineElements();
