// What the browser runs in the hydration bench: takes the page over, or makes it from nothing.
import { createRoot, hydrateRoot } from 'react-dom/client';
import { article } from './hydration-page.mjs';

const query = new URLSearchParams(location.search);
const root = document.getElementById('root');
performance.mark('script');
if (query.has('mount')) createRoot(root).render(article(Number(query.get('count'))));
else hydrateRoot(root, article(Number(query.get('count'))));
