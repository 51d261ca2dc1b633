// What the browser runs in the bench of load: nothing until `mount` is called with the name of a page, which is
// taken over if a server has sent it.
import { createElement as h } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { pages } from './load-pages.mjs';

window.mount = (name) => {
  const root = document.getElementById('root');
  if (root.childElementCount) hydrateRoot(root, h(pages[name]));
  else createRoot(root).render(h(pages[name]));
};
