import { describe, expect, it, vi } from 'vitest';
import {
  browserArguments,
  browserFromEnv,
  browserPlaces,
  browserSources,
  ensureBrowser,
  findBrowser,
  noBrowserMessage,
} from '../../.ci/browser.mjs';

/** A machine on which only the given files are programs, all of which start. */
function machine(
  files: readonly string[],
  changes: Partial<Parameters<typeof findBrowser>[0]> = {},
) {
  return {
    platform: 'linux' as const,
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/ada',
    isExecutable: (file: string) => files.includes(file),
    runs: () => true,
    downloaded: () => '/home/ada/.cache/ms-playwright/chrome',
    ...changes,
  };
}

describe('the browser named by the environment', () => {
  const there = () => true;

  it('is PANCAKE_CHROMIUM before CHROME_PATH', () => {
    const both = { PANCAKE_CHROMIUM: '/a', CHROME_PATH: '/b' };
    expect(browserFromEnv(both, there)).toBe('/a');
    expect(browserFromEnv({ CHROME_PATH: '/b' }, there)).toBe('/b');
  });

  it('is none when the variables are unset or empty', () => {
    expect(browserFromEnv({}, there)).toBeUndefined();
    expect(browserFromEnv({ PANCAKE_CHROMIUM: '' }, there)).toBeUndefined();
  });

  it('must be executable: the error names the variable and the path', () => {
    expect(() => browserFromEnv({ PANCAKE_CHROMIUM: '/no/such' }, () => false)).toThrow(
      /PANCAKE_CHROMIUM is set to "\/no\/such", which is not an executable file/,
    );
  });
});

describe('the usual places', () => {
  it('begin with the search path, chromium first, each once', () => {
    const places = browserPlaces(machine([]));
    expect(places.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    expect(new Set(places).size).toBe(places.length);
  });

  it('are the application folders on macOS', () => {
    expect(browserPlaces(machine([], { platform: 'darwin' }))).toContain(
      '/home/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
  });

  it('are the program folders on Windows', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(browserPlaces(machine([], { platform: 'win32', env }))).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
  });
});

describe('the search', () => {
  it("takes the machine's own browser before Playwright's", () => {
    const files = ['/usr/bin/google-chrome', '/home/ada/.cache/ms-playwright/chrome'];
    expect(findBrowser(machine(files))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine(files.slice(1)))).toBe('/home/ada/.cache/ms-playwright/chrome');
    expect(findBrowser(machine([]))).toBeUndefined();
  });

  it('passes over a program that does not start', () => {
    const files = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const runs = (file: string) => file !== '/usr/bin/chromium-browser';
    expect(findBrowser(machine(files, { runs }))).toBe('/usr/bin/google-chrome');
  });
});

describe('fetching', () => {
  const source = (name: string, works: boolean, log: string[]) => ({
    name,
    fetch: () => {
      log.push(name);
      return Promise.resolve(works);
    },
  });

  it('is not done when there is a browser', async () => {
    const log: string[] = [];
    const sources = [source('one', true, log)];
    expect(await ensureBrowser({ find: () => '/usr/bin/chromium', sources })).toBe(
      '/usr/bin/chromium',
    );
    expect(log).toEqual([]);
  });

  it('goes on to the next source when one fails or brings nothing that starts', async () => {
    const log: string[] = [];
    const find = vi.fn(() => (log.length === 3 ? '/usr/bin/chromium' : undefined));
    const sources = [
      source('fails', false, log),
      source('brings nothing', true, log),
      source('works', true, log),
      source('not needed', true, log),
    ];
    expect(await ensureBrowser({ find, sources, say: () => {} })).toBe('/usr/bin/chromium');
    expect(log).toEqual(['fails', 'brings nothing', 'works']);
  });

  it('says what to install when none can be had', async () => {
    const sources = [source("Playwright's download", false, [])];
    const lines: string[] = [];
    const attempt = ensureBrowser({
      find: () => undefined,
      sources,
      say: (line) => lines.push(line),
    });
    await expect(attempt).rejects.toThrow(noBrowserMessage(["Playwright's download"]));
    expect(lines).toContain("  Playwright's download did not work.");
    const message = noBrowserMessage(["Playwright's download"]);
    expect(message).toContain("Also tried without success: Playwright's download.");
    expect(message).toContain('apt-get install -y chromium');
    expect(message).toContain('PANCAKE_CHROMIUM');
  });

  it('asks Debian only as root where apt-get is, and after Playwright', () => {
    const names = (isRoot: boolean, hasApt: boolean) =>
      browserSources({ platform: 'linux', isRoot, hasApt }).map(({ name }) => name);
    expect(names(true, true)).toEqual(["Playwright's download", "Debian's chromium package"]);
    expect(names(false, true)).toEqual(["Playwright's download"]);
    expect(names(true, false)).toEqual(["Playwright's download"]);
  });
});

it('starts the browser without a sandbox for root only', () => {
  expect(browserArguments(true)).toContain('--no-sandbox');
  expect(browserArguments(false)).not.toContain('--no-sandbox');
});
