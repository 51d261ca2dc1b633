// Figures look the same on every page, and the page looks the same around them.
import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import css from '../../src/theme/style.css?inline';
import { DecisionBoundary, Goal, Pancake, Set, Value } from '../../src';
import { takeOverFrames } from '../support/fake-frames';
import { hostile } from '../support/hostile';
import { serverCases } from '../support/server-cases';

let restore: () => void;
const sheets: HTMLStyleElement[] = [];
beforeEach(() => ({ restore } = takeOverFrames()));
afterEach(() => {
  restore();
  for (const sheet of sheets.splice(0)) sheet.remove();
});

function addSheet(text: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = text;
  sheets.push(sheet);
  document.head.append(sheet);
}

// Its own box is fixed, so that only what is inside can differ.
const column = {
  ...({ all: 'initial', display: 'block', boxSizing: 'border-box', width: 680 } as const),
  colorScheme: 'light',
};
const place = (page: ReactElement) => {
  const { container } = render(
    <article>
      <div style={column}>
        <div style={{ display: 'block', width: 680, margin: 0, padding: 0, border: 0 }}>{page}</div>
      </div>
    </article>,
  );
  act(() => {});
  return container.querySelector<HTMLElement>('article')!;
};

// What authors put into a slot is the page's, and so are words in a sentence.
const own =
  '.pancake, .pancake *, .pancake-goal, .pancake-predict-form, .pancake-predict-form *, .pancake-spoiler-button, .pancake-answer, .pancake-answer *';
const isOwn = (element: Element) => {
  const slot = element.closest('.pancake-slot');
  if (slot === null || slot === element) return true;
  return slot.contains(element.closest('.pancake'));
};

/** Its style is the values of `properties`, in their order. */
type Picture = Map<Element, { style: string[]; box: number[]; path: string }>;

/** All that the browser knows: asked once, since an element's own list takes as long as its values. */
const properties = [...getComputedStyle(document.body)];

/** All that can be seen of the figures: each element's style, and its place in its figure. */
function pictureOf(page: HTMLElement): Picture {
  const all = [...page.querySelectorAll(own)]
    .filter(isOwn)
    .filter((one) => !one.closest('.pancake-hidden'));
  return new Map(
    all.map((element) => {
      const style = getComputedStyle(element);
      const root = element.closest('.pancake, .pancake-inline')!.getBoundingClientRect();
      const { x, y, width, height } = element.getBoundingClientRect();
      return [
        element,
        {
          style: properties.map((name) => style.getPropertyValue(name)),
          // What is not displayed is nowhere.
          box: (width + height ? [x - root.x, y - root.y, width, height] : []).map(
            (n) => Math.round(n * 8) / 8,
          ),
          path: pathOf(element, page),
        },
      ];
    }),
  );
}

function pathOf(element: Element, page: Element): string {
  const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
  const parent = element.parentElement;
  return parent && parent !== page ? `${pathOf(parent, page).slice(-80)} > ${name}` : name;
}

function differences(before: Picture, after: Picture): string[] {
  const found: string[] = [];
  for (const [element, { style, box, path }] of before) {
    const now = after.get(element)!;
    const isOf = (name: string) => now.style[properties.indexOf(name)];
    style.forEach((was, i) => {
      if (now.style[i] === was) return;
      const name = properties[i]!;
      // A border of no width has a style that nobody sees.
      if (name.endsWith('-style') && isOf(name.replace('style', 'width')) === '0px') return;
      found.push(`${path}: ${name} was ${was}, is ${now.style[i]}`);
    });
    if (box.join() !== now.box.join())
      found.push(`${path}: at ${box.join()}, now ${now.box.join()}`);
  }
  return found;
}

describe.each(Object.keys(serverCases))('%s', (name) => {
  it('looks the same on every page', () => {
    addSheet(css);
    const page = place(serverCases[name]!.page);
    const before = pictureOf(page);
    expect(before.size).toBeGreaterThan(0);
    for (const [kind, text] of Object.entries(hostile)) {
      addSheet(text);
      expect(differences(before, pictureOf(page)).slice(0, 12), kind).toEqual([]);
      sheets.pop()!.remove();
    }
  });
});

describe('the page', () => {
  const outside = (
    <>
      <h1>Title</h1>
      <p className="title note">
        Text with <a href="#x">a link</a>, <code>code</code>, <b>b</b>, <i>i</i>,{' '}
        <mark>marked</mark>
      </p>
      <button type="button" className="button">
        Press
      </button>
      <label>
        Amount <input type="range" className="range" /> <input type="checkbox" /> <input />
      </label>
      <select className="field">
        <option>one</option>
      </select>
      <ul>
        <li>item</li>
      </ul>
      <table>
        <tbody>
          <tr>
            <th>head</th>
            <td>cell</td>
          </tr>
        </tbody>
      </table>
      <figure data-theme="dark">
        <svg viewBox="0 0 10 10" width="40">
          <path d="M0 0L9 9" stroke="red" />
          <text>word</text>
        </svg>
        <canvas width="20" height="10" />
        <figcaption>Caption</figcaption>
      </figure>
      <details>
        <summary>More</summary>
        <pre>pre</pre>
      </details>
      <math>
        <mi>x</mi>
      </math>
    </>
  );

  it('keeps every style of its own, also inside of <Pancake> and of what authors fill', () => {
    render(
      <>
        <div data-outside="beside">{outside}</div>
        <Pancake data="moons" points={20} model={[2, 2, 1]} theme="dark" palette="brown-teal">
          <div data-outside="inside">{outside}</div>
          <DecisionBoundary caption={<span data-outside="caption">{<em>Drag</em>}</span>} />
          <p data-outside="prose">
            The loss is <Value of="loss" />; <Set learningRate={1}>take a large step</Set>.
          </p>
          <Goal when={{ loss: 0.1 }}>
            <a href="#goal" data-outside="goal">
              the goal
            </a>
          </Goal>
        </Pancake>
      </>,
    );
    const styles = () =>
      [...document.querySelectorAll('[data-outside], [data-outside] *, body, html')]
        .filter(
          (element) => !element.closest('.pancake-inline, .pancake-value') || element.closest('a'),
        )
        .map((element) => {
          const style = getComputedStyle(element);
          // What is inherited from a caption, and the room that the column gives, is as it should be.
          const among = element.closest('[data-outside="caption"], [data-outside="goal"]')
            ? [
                'display',
                'margin-top',
                'padding-top',
                'font-style',
                'text-decoration-line',
                'cursor',
              ]
            : [...style].filter(
                (name) =>
                  !/size$|^(width|height|perspective-origin|transform-origin|--p)/.test(name) ||
                  name === 'font-size',
              );
          return among
            .map(
              (property) => `${element.localName} ${property}: ${style.getPropertyValue(property)}`,
            )
            .join('\n');
        });
    const before = styles();
    addSheet(css);
    expect(styles()).toEqual(before);
    expect(before.length).toBeGreaterThan(60);
  });
});
