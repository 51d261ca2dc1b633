// The course, worked to its end in Chromium as a reader does: each prediction made, each answer opened,
// each run played, each challenge solved. And what a first page costs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, watched, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const pages: Record<string, { challenges: number; goals: number }> = {
  '01-the-chain-rule': { challenges: 0, goals: 0 },
  '02-longer-chains': { challenges: 0, goals: 0 },
  '03-making-pancakes': { challenges: 2, goals: 0 },
  '04-composing': { challenges: 0, goals: 0 },
  '05-linear-and-loss': { challenges: 1, goals: 0 },
  '06-activations': { challenges: 0, goals: 0 },
  '07-training-loop': { challenges: 1, goals: 1 },
  '08-going-further': { challenges: 2, goals: 1 },
  '09-where-to-go': { challenges: 0, goals: 0 },
};

/** The answers that the page's author gave, in their order; null for a sketch. */
function answersOf(name: string): (string | null)[] {
  const text = readFileSync(
    path.join(import.meta.dirname, `../../docs/course/${name}.mdx`),
    'utf8',
  );
  return [...text.matchAll(/<Predict\b([^]*?)>\n/g)].map(([, attributes]) => {
    const found = /\banswer=(?:"([^"]*)"|\{([^}]*)\})/.exec(attributes!);
    return found ? (found[1] ?? found[2]!) : null;
  });
}

async function predict(place: Locator, answer: string | null) {
  if (answer === null) {
    await place.getByRole('slider').first().press('ArrowUp');
  } else if ((await place.getByRole('radio').count()) > 0) {
    await place.getByRole('radio', { name: answer, exact: true }).check();
  } else {
    await place.locator('form').getByRole('textbox').fill(answer);
  }
  await place.locator('form').getByRole('button', { name: 'That is my answer' }).click();
  if (answer !== null) await place.getByText('That is right.').waitFor();
}

// Playwright's own waits until an element stands still, and gives up if another takes its place meanwhile.
const scrollTo = (place: Locator) =>
  place.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

async function solve(challenge: Locator) {
  await scrollTo(challenge);
  await challenge.locator('.cm-content').waitFor();
  await challenge.getByRole('button', { name: 'Check my code' }).click();
  await challenge.getByText(/^Still to fill: ___ in line/).waitFor();
  await challenge.getByRole('button', { name: 'Show the solution' }).click();
  await challenge.getByRole('button', { name: 'Yes, show it' }).click();
  await challenge.getByRole('button', { name: 'Put it into the editor' }).click();
  await challenge.and(challenge.page().locator('[data-state="solved"]')).waitFor();
  expect(await challenge.locator('li[data-state="passed"]').count()).toBeGreaterThan(2);
}

/** Every run that can be played has left epoch 0 after Play. */
async function play(page: Page) {
  const buttons = page.getByRole('button', { name: 'Play', exact: true });
  for (let i = await buttons.count(); i > 0; i--) {
    const button = buttons.first();
    await scrollTo(button);
    const before = await buttons.count();
    await button.click();
    await expect.poll(() => buttons.count()).toBeLessThan(before);
  }
}

describe.each(Object.entries(pages))('%s', (name, { challenges, goals }) => {
  it('can be worked to its end', async () => {
    const { page, problems, close } = await site.open(`course/${name}/`);
    const answers = answersOf(name);
    expect(answers.length).toBeGreaterThan(0);
    const predictions = page.locator('[data-pancake="Predict"]');
    expect(await predictions.count()).toBe(answers.length);
    for (const [i, answer] of answers.entries()) await predict(predictions.nth(i), answer);

    const spoilers = page.locator('article > .pancake-spoiler > button');
    for (let i = 0; i < (await spoilers.count()); i++) await spoilers.nth(i).click();

    const all = page.locator('[data-pancake="CodeChallenge"]');
    expect(await all.count()).toBe(challenges);
    for (let i = 0; i < challenges; i++) await solve(all.nth(i));

    await play(page);
    expect(await page.locator('[data-pancake="Goal"]').count()).toBe(goals);
    expect(await page.getByRole('heading', { name: 'Summary' }).count()).toBe(1);
    expect(problems).toEqual([]);
    expect((await watched(page)).violations).toEqual([]);
    await close();
  });
});

it('the goals can be reached: a low loss, and a small model that separates a ring', async () => {
  const loop = await site.open('course/07-training-loop/');
  await predict(loop.page.locator('[data-pancake="Predict"]').first(), null);
  await playToTheGoal(loop.page.locator('.pancake-run'));
  await loop.close();

  const further = await site.open('course/08-going-further/');
  const playground = further.page.locator('[data-pancake="Playground"]');
  await scrollTo(playground);
  for (let units = 8; units > 3; units--) {
    await playground.getByRole('button', { name: 'Remove the last neuron' }).click();
  }
  await playToTheGoal(playground);
  await further.close();
});

async function playToTheGoal(run: Locator) {
  const fastest = { label: 'as fast as it goes' };
  await run.getByRole('combobox', { name: /Speed/ }).first().selectOption(fastest);
  await run.getByRole('button', { name: 'Play', exact: true }).first().click();
  await run.page().locator('[data-pancake="Goal"][data-state="done"]').waitFor();
}

it('an editor weighs nothing until a reader comes near it', async () => {
  const { page, requests, close } = await site.open('course/05-linear-and-loss/');
  const before = requests.length;
  expect(requests.filter((file) => /editor/.test(file))).toEqual([]);
  expect(await page.locator('.cm-editor').count()).toBe(0);
  await scrollTo(page.locator('[data-pancake="CodeChallenge"]'));
  await page.locator('.cm-content').waitFor();
  expect(requests.slice(before).filter((file) => /editor/.test(file))).not.toEqual([]);
  await close();
});

it('a draft is there again after the page is loaded again', async () => {
  const { page, close } = await site.open('course/05-linear-and-loss/');
  const challenge = page.locator('[data-pancake="CodeChallenge"]');
  await scrollTo(challenge);
  await challenge.locator('.cm-content').waitFor();
  await challenge.getByRole('button', { name: 'Next hole' }).click();
  await page.keyboard.type('myOwnDraft');
  await page.reload();
  await scrollTo(challenge);
  await challenge.locator('.cm-content').getByText('myOwnDraft').waitFor();
  await close();
});

it('a first page is light: what it loads is at most a third of a megabyte, compressed', async () => {
  const { requests, close } = await site.open('course/01-the-chain-rule/');
  const files = requests.filter((file) => /\.(js|css)$/.test(file));
  const weights = await Promise.all(
    files.map(async (file) => gzipSync(await site.read(file)).length),
  );
  const html = gzipSync(await site.read('course/01-the-chain-rule/index.html')).length;
  const total = weights.reduce((sum, weight) => sum + weight, html);
  expect(total).toBeLessThan(340_000);
  await close();
});
