// Rendering on a server: no DOM, no warning, and a meaningful figure before any script has run.
import { readFileSync } from 'node:fs';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LossChart, createTrainer } from 'react-pancake';
import { serverCases } from '../support/server-cases';

const render = (name: string) => renderToString(<StrictMode>{serverCases[name]!.page}</StrictMode>);
const names = Object.keys(serverCases);

describe('on a server', () => {
  it('there is no DOM', () => {
    expect(typeof document).toBe('undefined');
    expect(typeof window).toBe('undefined');
  });

  it.each(names)('%s renders, with its figures', (name) => {
    const html = render(name);
    const found = [...html.matchAll(/<(?:figure|div)\b[^>]* data-pancake="(\w+)"/g)].map(
      ([, it]) => it,
    );
    expect(found).toEqual(serverCases[name]!.figures);
    expect(/.{0,40}(NaN|undefined|\[object).{0,40}/.exec(html)?.[0]).toBe(undefined);
  });

  it.each(names)('%s gives the same page each time', (name) => {
    expect(render(name)).toBe(render(name));
  });

  it('style attributes place, size and colour, and hold no address and no text: as SECURITY.md says', () => {
    const said = readFileSync('SECURITY.md', 'utf8');
    const properties = new Set<string>();
    for (const name of names) {
      for (const [, style] of render(name).matchAll(/ style="([^"]*)"/g)) {
        for (const declaration of style!.split(/;(?![^(]*\))/)) {
          const [property, value] = declaration.split(/:(.*)/s);
          properties.add(property!.replace(/^--pk-.*/, '--pk-'));
          expect(value).not.toMatch(/url|image|expression|["'\\<>]/i);
        }
      }
    }
    expect(properties.size).toBeGreaterThan(8);
    for (const property of properties) expect(said).toContain(`\`${property}\``);
  });

  it('figures say how the run stands', () => {
    const trainer = createTrainer({ data: 'moons', points: 40, model: [2, 4, 1], seed: 7 });
    trainer.step('epoch', 20);
    for (const name of ['DecisionBoundary', 'LossChart', 'LayerStack', 'TrainerControls']) {
      const html = render(name);
      expect(html).toContain('data-epoch="20"');
      expect(html).toContain(`data-loss="${trainer.getSnapshot().loss}"`);
      expect(html).toContain('data-status="paused"');
    }
  });

  it('the loss chart already has its axes, its lines, its words and its height', () => {
    const trainer = createTrainer({ data: 'moons', points: 40, model: [2, 4, 1], seed: 7 });
    trainer.step('epoch', 20);
    const html = renderToString(<LossChart trainer={trainer} heading="Loss" height={200} />);
    expect(html).toContain('height:200px');
    expect(html).toContain('>epoch</text>');
    const [, path] = /<path[^>]*data-part="train" d="([^"]+)"/.exec(html)!;
    expect(path!.split('L')).toHaveLength(21);
    expect(html).toContain(`data-train-loss="${trainer.history[20]!.loss}"`);
    expect(html).toContain(`at epoch 20, falling`);
  });
});
