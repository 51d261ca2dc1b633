// Posters: the pictures in the HTML, read back and compared with what the engine says.
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  DataEditor,
  DecisionBoundary,
  NetworkGraph,
  OptimizerRace,
  Pancake,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from 'react-pancake';
import { createRace } from '../../src/trainer';
import { contains, shadesIn } from '../support/read-poster';

const at30 = { points: 60, seed: 7, posterEpoch: 30 } as const;
const cases: Record<string, TrainerOptions> = {
  'two classes': { ...at30, data: 'moons', model: [2, 6, 1] },
  'several classes': { ...at30, data: 'spirals', model: [2, 6, 3], optimizer: 'Adam' },
  values: { ...at30, data: 'bumps', model: [2, 6, 1], activation: 'Tanh' },
};

const boundaryOf = (options: TrainerOptions, props = {}) =>
  renderToString(
    <Pancake {...options}>
      <DecisionBoundary {...props} />
    </Pancake>,
  );

// Places over the whole plane, off the grid's lines.
function placesOn({ data: { domain } }: Trainer) {
  const { x, y } = domain;
  return Array.from({ length: 23 * 23 }, (_, i) => {
    const [across, down] = [((i % 23) + 0.37) / 23, (Math.floor(i / 23) + 0.61) / 23];
    return {
      across,
      down,
      point: [x[0] + across * (x[1] - x[0]), y[1] - down * (y[1] - y[0])] as const,
    };
  });
}

describe('the boundary on a server', () => {
  it.each(Object.entries(cases))('has the colours of the model: %s', (_, options) => {
    const trainer = createTrainer(options);
    const shades = shadesIn(boundaryOf(options));
    const places = placesOn(trainer);
    const said = trainer.predict(places.map(({ point }) => [...point])).toArray() as number[][];
    const most = Math.max(...trainer.data.y.data.map(Math.abs));

    let compared = 0;
    places.forEach(({ across, down }, i) => {
      const [row, there] = [said[i]!, shades.filter((shade) => contains(shade, across, down))];
      const strongest = (color: string) =>
        Math.max(
          -Infinity,
          ...there.filter((shade) => shade.color === color).map(({ from }) => from),
        );
      const expected: Record<string, number> = {};
      if (trainer.data.task === 'multiclass') {
        row.forEach((p, k) => {
          const rest = Math.max(...row.filter((_, other) => other !== k));
          expected[`class-${k}`] = p > rest ? (3 * p - 1) / 2 : NaN;
          // Close to an edge the grid may cut a corner.
          if (Math.abs(p - rest) < 0.06) expected[`class-${k}`] = Infinity;
        });
      } else {
        const value = trainer.data.task === 'regression' ? row[0]! / most : 2 * row[0]! - 1;
        expected['positive'] = value;
        expected['negative'] = -value;
      }
      for (const [color, value] of Object.entries(expected)) {
        if (value === Infinity) continue;
        const levels = shades.filter((shade) => shade.color === color).map(({ from }) => from);
        const reached = levels.filter((from) => from <= value);
        const isClear = levels.every((from) => Math.abs(from - value) > 0.05);
        if (!isClear) continue;
        compared++;
        expect(strongest(color)).toBe(Math.max(-Infinity, ...reached));
      }
    });
    expect(compared).toBeGreaterThan(300);
  });

  it('is drawn at its epoch, with its words', () => {
    const html = boundaryOf(cases['two classes']!);
    const trainer = createTrainer(cases['two classes']);
    expect(html).toContain('data-epoch="30"');
    expect(html).toContain('data-status="paused"');
    expect(html).toContain(`data-loss="${trainer.now.loss}"`);
    expect(html).toContain('Epoch 30');
  });

  it('has its line where the probability is one half', () => {
    const trainer = createTrainer(cases['two classes']);
    const html = boundaryOf(cases['two classes']!);
    const line = /<path d="([^"]+)"[^>]*data-threshold="0.5"/.exec(html)![1]!;
    const { x, y } = trainer.data.domain;
    const places = [...line.matchAll(/M(\d+) (\d+)/g)].map(([, across, down]) => [
      x[0] + (Number(across) / 400) * (x[1] - x[0]),
      y[1] - (Number(down) / 400) * (y[1] - y[0]),
    ]);
    expect(places.length).toBeGreaterThan(0);
    for (const p of trainer.predict(places).data) expect(Math.abs(p - 0.5)).toBeLessThan(0.05);
  });

  it('rings the mistakes', () => {
    const options = { ...cases['two classes']!, posterEpoch: 2 };
    const trainer = createTrainer(options);
    const html = boundaryOf(options, { defaultMistakes: true, overlayControl: true });
    const rings = /<path class="pancake-mistakes-ring" d="([^"]+)" fill="none"/.exec(html)![1]!;
    const wrong = trainer.countWrong()! + trainer.countWrong(trainer.testData!)!;
    expect(wrong).toBeGreaterThan(0);
    expect(rings.match(/M/g)).toHaveLength(wrong);
  });

  it.each(['hard', 'uncertainty'] as const)('has the overlay that was asked for: %s', (overlay) => {
    const shades = shadesIn(boundaryOf(cases['two classes']!, { overlay }));
    const colors = new Set(shades.map(({ color }) => color));
    expect([...colors]).toEqual(overlay === 'hard' ? ['class-0', 'class-1'] : ['ink']);
  });

  it('adds little to a page', () => {
    const html = boundaryOf({ ...cases['two classes']!, data: 'spiral', posterEpoch: 100 });
    const poster = /<g class="pancake-poster".*?<g clip-path/s.exec(html)![0];
    expect(poster.length).toBeLessThan(16_000);
  });

  it('carries colours of its own, for where there is no style sheet', () => {
    for (const { fill, opacity } of shadesIn(boundaryOf(cases['two classes']!))) {
      expect(fill).toMatch(/^#[0-9a-f]{6}$/);
      expect(opacity).toBeGreaterThan(0);
      expect(opacity).toBeLessThanOrEqual(0.65);
    }
  });
});

describe('other pictures on a server', () => {
  const options = cases['two classes']!;

  it('a graph has a map in each neuron, as the neuron sees the plane, and lines of their weights', () => {
    const trainer = createTrainer(options);
    const html = renderToString(
      <Pancake {...options}>
        <NetworkGraph />
      </Pancake>,
    );
    const maps = [...html.matchAll(/data-map="(\d+)\.(\d+)"(.*?)<\/g><\/g>/gs)];
    expect(maps).toHaveLength(2 + 6 + 1);
    const places = placesOn(trainer);
    const [, column, unit, inside] = maps.at(-1)!;
    expect([column, unit]).toEqual(['2', '0']);
    const said = trainer.predict(places.map(({ point }) => [...point])).data;
    const shades = shadesIn(inside!, 64);
    let compared = 0;
    places.forEach(({ across, down }, i) => {
      if (Math.abs(said[i]! - 0.5) < 0.2) return;
      compared++;
      const colors = shades.filter((shade) => contains(shade, across, down));
      expect(colors.at(-1)?.color).toBe(said[i]! > 0.5 ? 'positive' : 'negative');
    });
    expect(compared).toBeGreaterThan(200);

    const weights = trainer.model.parameters()[0]!.value.data;
    const tags = html.match(/<path class="pancake-network-link"[^>]*"0.weight"[^>]*>/g)!;
    const values = tags.map((tag) => {
      const [place, value] = ['place', 'value'].map((name) =>
        Number(new RegExp(`data-${name}="([^"]+)"`).exec(tag)![1]),
      );
      return [place!, value!] as const;
    });
    expect(new Map(values)).toEqual(new Map([...weights].map((value, place) => [place, value])));
  });

  it('an editor has the model behind its points', () => {
    const trainer = createTrainer(options);
    const html = renderToString(
      <Pancake {...options}>
        <DataEditor />
      </Pancake>,
    );
    const shades = shadesIn(html);
    for (const { across, down, point } of placesOn(trainer)) {
      const p = trainer.predict([[...point]]).data[0]!;
      if (Math.abs(p - 0.5) < 0.1) continue;
      const there = shades.filter((shade) => contains(shade, across, down));
      expect(there.at(-1)!.color).toBe(p > 0.5 ? 'positive' : 'negative');
    }
  });

  it('a race has its surface, and the ways up to its step', () => {
    const race = createRace({ steps: 50, posterStep: 20 });
    const html = renderToString(<OptimizerRace steps={50} posterStep={20} />);
    expect(shadesIn(html).length).toBeGreaterThan(3);
    const lines = [...html.matchAll(/data-optimizer=.*?data-part="line" d="([^"]+)"/gs)];
    expect(lines).toHaveLength(race.lanes.length);
    for (const [, line] of lines) expect(line!.split('L')).toHaveLength(21);
    expect(html).not.toContain('undefined');
  });
});
