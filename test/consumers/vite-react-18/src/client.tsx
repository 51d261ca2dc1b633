import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import 'react-pancake/style.css';
import { App, load } from './app';

const first = await load(location.pathname);
hydrateRoot(
  document.getElementById('root')!,
  <StrictMode>
    <App first={first} />
  </StrictMode>,
);
