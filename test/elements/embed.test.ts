// The page for iframes, in pages of another origin.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTrainer, encodeRun } from '../../src/engine-entry';
import { plainSite, type PlainSite } from './plain-pages';

let site: PlainSite;
beforeAll(async () => {
  site = await plainSite();
});
afterAll(() => site.close());

const heightOf = (frame: HTMLIFrameElement) => parseFloat(frame.style.height);

function pageWith(frames: string): string {
  return `<!doctype html><html lang="en"><title>A platform</title>
<script src="/embed-parent.js" defer></script>
<body>${frames}</body></html>`;
}

it('tells its height to the page around it, whenever that changes', async () => {
  const { page, problems, close } = await site.open({
    html: pageWith(
      `<iframe data-pancake title="A" width="600" src="${site.elsewhere}embed.html?type=playground&data=moons&model=2,4,1&id=a"></iframe>`,
    ),
  });
  const frame = page.locator('iframe');
  const inside = page.frameLocator('iframe');
  await inside.locator('[data-pancake=Playground]').waitFor();
  const isAsHigh = () =>
    page.waitForFunction(() => {
      const one = document.querySelector('iframe')!;
      return parseFloat(one.style.height) > 600;
    });
  await isAsHigh();
  const before = await frame.evaluate(heightOf);
  const body = () =>
    inside.locator('body').evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
  await inside.getByText('The values in every layer').click();
  await page.waitForFunction(
    (height) => parseFloat(document.querySelector('iframe')!.style.height) > height,
    before,
  );
  await expect.poll(async () => (await frame.evaluate(heightOf)) - (await body())).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

it('is believed only by the frame that it comes from', async () => {
  const { page, close } = await site.open({
    html: pageWith(
      `<iframe data-pancake title="A" src="${site.elsewhere}embed.html?type=loss-chart"></iframe>
       <iframe title="B" id="stranger" srcdoc="<p>Hello"></iframe>`,
    ),
  });
  await page.frameLocator('[data-pancake]').locator('[data-pancake=LossChart]').waitFor();
  await page.waitForFunction(() => document.querySelector('iframe')!.style.height !== '');
  const heights = await page.evaluate(async () => {
    const forged = { type: 'pancake-resize', id: null, height: 7 };
    const heard = (count: number) =>
      new Promise<void>((resolve) => {
        let left = count;
        addEventListener('message', () => --left === 0 && resolve());
      });
    const both = heard(2);
    const stranger = document.querySelector<HTMLIFrameElement>('#stranger')!;
    postMessage(forged, '*');
    const script = stranger.contentDocument!.createElement('script');
    script.textContent = `parent.postMessage(${JSON.stringify(forged)}, '*')`;
    stranger.contentDocument!.body.append(script);
    await both;
    return [...document.querySelectorAll('iframe')].map(({ style }) => style.height);
  });
  expect(heights[0]).not.toBe('7px');
  expect(heights[1]).toBe('');
  await close();
});

it('is believed only while it shows what was asked for', async () => {
  const { page, close } = await site.open({
    html: pageWith(
      `<iframe data-pancake title="A" src="${site.elsewhere}embed.html?type=value&of=loss"></iframe>`,
    ),
  });
  await page.waitForFunction(() => document.querySelector('iframe')!.style.height !== '');
  const height = await page.evaluate(async () => {
    const frame = document.querySelector('iframe')!;
    const heard = new Promise<void>((resolve) =>
      addEventListener('message', ({ data }) => {
        if ((data as { height: number }).height === 7) resolve();
      }),
    );
    const forged = `parent.postMessage({ type: 'pancake-resize', height: 7 }, '*')`;
    frame.contentWindow!.location.href = URL.createObjectURL(
      new Blob([`<script>${forged}</script>`], { type: 'text/html' }),
    );
    await heard;
    return frame.style.height;
  });
  expect(height).not.toBe('7px');
  await close();
});

it('listens to the page around it, and to no other frame', async () => {
  const { page, close } = await site.open({
    html: `<!doctype html><html lang="en"><title>A platform</title><body>
      <iframe title="A" id="figure" src="/embed.html?type=value&of=loss"></iframe>
      <iframe title="B" id="other" srcdoc="<p>Hello"></iframe></body></html>`,
  });
  await page.frameLocator('#figure').locator('[data-pancake]').first().waitFor();
  const isHeard = await page.evaluate(async () => {
    const [figure, other] = ['#figure', '#other'].map(
      (id) => document.querySelector<HTMLIFrameElement>(id)!.contentWindow!,
    ) as [Window, Window];
    const root = figure.document.documentElement;
    const arrived = () =>
      new Promise((resolve) => figure.addEventListener('message', resolve, { once: true }));
    const said: boolean[] = [];
    for (const from of [other, window]) {
      const next = arrived();
      const script = from.document.createElement('script');
      script.textContent = `${from === window ? 'frames[0]' : 'parent.frames[0]'}
        .postMessage({ type: 'pancake-hello' }, '*')`;
      from.document.body.append(script);
      await next;
      said.push('heard' in root.dataset);
    }
    return said;
  });
  expect(isHeard).toEqual([false, true]);
  await close();
});

it('hands on what happens, and works in a frame without an origin', async () => {
  const { page, problems, close } = await site.open({
    html: pageWith(
      `<iframe data-pancake title="A" sandbox="allow-scripts" width="700" height="900"
         src="${site.elsewhere}embed.html?type=goal,decision-boundary,trainer-controls&when=epoch:1&data=xor&theme=dark"></iframe>`,
    ),
  });
  await page.evaluate(() => {
    const seen: string[] = [];
    (globalThis as unknown as { told: string[] }).told = seen;
    for (const type of ['pancake-goal', 'pancake-statuschange']) {
      document.addEventListener(type, (event) => {
        const { status } = (event as CustomEvent<{ status: string }>).detail;
        seen.push(`${type}: ${status}`);
      });
    }
  });
  const inside = page.frameLocator('iframe');
  await inside.getByRole('button', { name: 'Step', exact: true }).click();
  await page.waitForFunction(() =>
    (globalThis as unknown as { told: string[] }).told.includes('pancake-statuschange: paused'),
  );
  const scheme = await inside.locator('html').evaluate((one) => getComputedStyle(one).colorScheme);
  expect({ scheme, problems }).toEqual({ scheme: 'dark', problems: [] });
  await close();
});

it('opens the run of a link, at its epoch', async () => {
  const trainer = createTrainer({ data: 'xor', model: [2, 3, 1], seed: 4 });
  trainer.step('epoch', 5);
  const { text } = encodeRun(trainer);
  const { page, problems, close } = await site.open(
    `${site.start}embed.html?type=loss-chart,trainer-controls#run=${text}`,
  );
  const chart = page.locator('[data-pancake=LossChart][data-epoch="5"]');
  await chart.waitFor();
  expect(await chart.getAttribute('data-loss')).toBe(String(trainer.getSnapshot().loss));
  expect(problems).toEqual([]);
  await close();
});

it('says what is wrong with its address', async () => {
  const { page, problems, close } = await site.open(
    `${site.start}embed.html?type=loss-chart&learningRate=1&noise=9&onclick=alert(1)`,
  );
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.locator('p').allInnerTexts()).toEqual([
    'pancake-figure: there is no attribute learningrate; it is written learning-rate',
    'pancake-figure: noise is "9"; it must be a number from 0 to 1',
  ]);
  expect(await page.locator('[onclick]').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
