import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import 'react-pancake/style.css';
import { App } from './app';

hydrateRoot(
  document.getElementById('root'),
  <StrictMode>
    <App path={location.pathname} />
  </StrictMode>,
);
