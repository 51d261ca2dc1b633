// The public names of both entries. A change here is a change for users: it belongs in the
// changelog. To update: npm run build && npm run test:package -- -u
import { expect, it } from 'vitest';
import { load } from './dist';

it('react-pancake', async () => {
  expect(Object.keys(await load('index.js')).sort()).toMatchInlineSnapshot();
});

it('react-pancake/engine', async () => {
  expect(Object.keys(await load('engine.js')).sort()).toMatchInlineSnapshot();
});

it('react-pancake has everything that react-pancake/engine has', async () => {
  const all = Object.keys(await load('index.js'));
  expect(Object.keys(await load('engine.js')).filter((name) => !all.includes(name))).toEqual([]);
});
