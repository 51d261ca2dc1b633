// Wakes the page that is already there: loads its own chunk and no other, then hydrates.
import { hydrateRoot } from 'react-dom/client';
import 'react-pancake/style.css';
import './site.css';
import { Layout } from './layout';
import { pageAt } from './page';

const { page: path = '', root = '' } = document.documentElement.dataset;
const page = pageAt(path);
const module = await page.load();
hydrateRoot(document.getElementById('site')!, <Layout page={page} module={module} root={root} />);
