import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App, pages } from './app';

export const paths = Object.keys(pages);

export const render = (path) =>
  renderToString(
    <StrictMode>
      <App path={path} />
    </StrictMode>,
  );
