import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App, load } from './app';

export { paths } from './app';

export async function render(path) {
  const first = await load(path);
  return renderToString(
    <StrictMode>
      <App first={first} />
    </StrictMode>,
  );
}
