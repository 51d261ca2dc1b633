// Posters: the pictures in the HTML, read back and compared with what the engine says.
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  ActivationPlot,
  DataEditor,
  DecisionBoundary,
  LossLandscape,
  NetworkGraph,
  OptimizerRace,
  Pancake,
  TensorGrid,
  createRng,
  createTrainer,
  Tensor,
  type Trainer,
  type TrainerOptions,
} from 'react-pancake';
import { LossSlice, createRace } from '../../src/trainer';
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

  it('the names of a race stand beside the ends of their ways', () => {
    const race = createRace({ steps: 50, posterStep: 20 });
    const html = renderToString(<OptimizerRace steps={50} posterStep={20} />);
    const names = [
      ...html.matchAll(/<text data-part="name"[^>]* x="([^"]+)" y="([^"]+)"[^>]*>(.*?)</g),
    ];
    expect(names.map(([, , , text]) => text)).toEqual(race.lanes.map(({ name }) => name));
    const heads = [
      ...html.matchAll(/data-part="head"[^>]*transform="translate\(([^ ]+) ([^)]+)\)"/g),
    ];
    names.forEach(([, , y], i) => {
      const [, headX, headY] = heads[i]!;
      // At its height, or led to by a line.
      const isBeside = Math.abs(Number(y) - Number(headY)) <= 3;
      const leader = [...html.matchAll(/data-part="leader" d="([^"]*)"/g)][i]![1];
      expect(isBeside || leader!.startsWith(`M${headX} ${headY}L`)).toBe(true);
    });
  });

  it('a graph has its biases', () => {
    const trainer = createTrainer(options);
    const html = renderToString(
      <Pancake {...options}>
        <NetworkGraph />
      </Pancake>,
    );
    const tags = html.match(/<span class="pancake-network-bias"[^>]*>/g)!;
    const read = (tag: string, name: string) => new RegExp(`${name}[=:]"?([^";]+)`).exec(tag)![1]!;
    const [, first, , last] = trainer.model.parameters();
    const biases = [...first!.value.data, ...last!.value.data];
    expect(tags.map((tag) => Number(read(tag, 'data-value')))).toEqual(biases);
    expect(tags.map((tag) => Number(read(tag, '--pk-share')))).toEqual(
      biases.map((value) => Math.round(20 * Math.min(1, Math.abs(value))) / 20),
    );
  });
});

describe('a loss landscape on a server', () => {
  const options = cases['two classes']!;
  const pair = [
    { name: '2.weight', place: 0 },
    { name: '2.weight', place: 3 },
  ] as const;
  const html = renderToString(
    <Pancake {...options}>
      <LossLandscape weights={pair} span={2} />
    </Pancake>,
  );
  const trainer = createTrainer(options);
  const weights = trainer.model.parameters().find(({ name }) => name === '2.weight')!.value.data;
  const [here, there] = [weights[0]!, weights[3]!];
  const slice = new LossSlice(trainer, {
    ...{ a: pair[0], b: pair[1] },
    ranges: { a: [here - 2, here + 2], b: [there - 2, there + 2] },
  });

  it('has darker shades where the loss is higher, in the steps of its colour bar', () => {
    const shades = shadesIn(html);
    expect(new Set(shades.map(({ color }) => color))).toEqual(new Set(['loss-high']));
    const bar = /class="pancake-loss-bar-scale">(.*?)<\/div>/s.exec(html)![1]!;
    const ticks = [...bar.matchAll(/bottom:([\d.]+)%">([\d.,]+)</g)].map(
      ([, at, loss]) => [Number(at) / 100, Number(loss)] as const,
    );
    const [low, high] = [ticks[0]![1], ticks.at(-1)![1]];
    let compared = 0;
    for (const { across, down } of placesOn(trainer)) {
      const loss = slice.lossAt(here - 2 + 4 * across, there + 2 - 4 * down);
      const share = Math.log(loss / low) / Math.log(high / low);
      const strongest = Math.max(
        ...shades.filter((shade) => contains(shade, across, down)).map(({ from }) => from),
      );
      const isClear = shades.every(({ from }) => Math.abs(from - share) > 0.02);
      if (!isClear) continue;
      compared++;
      expect(strongest).toBeLessThanOrEqual(share);
      expect(strongest + 1 / 12).toBeGreaterThan(share);
    }
    expect(compared).toBeGreaterThan(100);
    // The ticks stand where their losses do on that scale.
    for (const [at, loss] of ticks) {
      expect(at).toBeCloseTo(Math.log(loss / low) / Math.log(high / low), 2);
    }
  });

  it('has its lines at the losses of the ticks', () => {
    const lines = [
      ...html.matchAll(/class="pancake-landscape-lines" d="([^"]+)"[^>]*data-level="([^"]+)"/g),
    ];
    expect(lines.length).toBeGreaterThan(2);
    for (const [, path, level] of lines) {
      for (const [, x, y] of path!.matchAll(/M(\d+) (\d+)/g)) {
        const loss = slice.lossAt(here - 2 + Number(x) / 100, there + 2 - Number(y) / 100);
        expect(Math.abs(Math.sqrt(loss) - Math.sqrt(Number(level)))).toBeLessThan(0.03);
      }
    }
  });

  it('has the weights in the middle, with the loss and the way downhill', () => {
    const tag = /<g data-part="here"[^>]*>/.exec(html)![0];
    expect(tag).toContain(`data-a="${here}"`);
    expect(tag).toContain(`data-b="${there}"`);
    expect(tag).toContain('transform="translate(160 160)"');
    const [da, db] = slice.gradient();
    const arrow = /<g data-part="arrow"[^>]*>/.exec(html)![0];
    expect(arrow).toContain(`data-gradient-a="${da}"`);
    expect(arrow).toContain(`data-gradient-b="${db}"`);
    expect(arrow).toContain('visibility="visible"');
  });

  it('leaves cells without a finite loss to the ground', () => {
    const far = renderToString(
      <Pancake {...options} data="bumps" loss="MeanSquaredError">
        <LossLandscape weights={pair} span={1e300} />
      </Pancake>,
    );
    expect(far).toMatch(/<clipPath id="[^"]+"><path d="[^"]*" transform/);
  });
});

describe('the space of a layer on a server', () => {
  // 0 Linear 2→5, 1 Tanh, 2 Linear 5→2, 3 Tanh, 4 Linear 2→1, 5 Sigmoid
  const options: TrainerOptions = {
    ...at30,
    data: 'moons',
    model: [2, 5, 2, 1],
    activation: 'Tanh',
  };
  const html = boundaryOf(options, { defaultSpace: 3 });
  const trainer = createTrainer(options);
  const ends = (axis: 'x' | 'y') =>
    new RegExp(`data-${axis}="([^ "]+) ([^ "]+)"`).exec(html)!.slice(1).map(Number) as [
      number,
      number,
    ];
  const [width, height] = [400, 400];
  const pixels = (value: number, [low, high]: [number, number], length: number) =>
    10 + ((value - low) / (high - low)) * (length - 20);

  it('has each point where the layer puts it', () => {
    const { data } = trainer.model.activations(trainer.data.x)[3]!;
    const marks = [
      ...html.matchAll(
        /transform="translate\(([^ ]+) ([^)]+)\) scale[^>]*data-split="train" data-row="(\d+)"/g,
      ),
    ];
    expect(marks).toHaveLength(trainer.data.x.shape[0]!);
    for (const [, x, y, row] of marks) {
      expect(Number(x)).toBeCloseTo(pixels(data[2 * Number(row)]!, ends('x'), width), 6);
      expect(Number(y)).toBeCloseTo(
        height - pixels(data[2 * Number(row) + 1]!, ends('y'), height),
        6,
      );
    }
  });

  it('has the lines of the plane, bent', () => {
    for (const way of ['upright', 'level']) {
      const path = new RegExp(`class="pancake-space-line" d="([^"]+)"[^>]*data-way="${way}"`).exec(
        html,
      )![1]!;
      const lines = path.split('M').slice(1);
      expect(lines).toHaveLength(21);
      lines.forEach((line, i) => {
        const across = -5 + (10 * i) / 20;
        const { data } = trainer.model.activations([
          way === 'upright' ? [across, -5] : [-5, across],
        ])[3]!;
        const [x, y] = line.split('L')[0]!.split(' ').map(Number);
        expect(x).toBeCloseTo(pixels(data[0]!, ends('x'), width), 1);
        expect(y).toBeCloseTo(height - pixels(data[1]!, ends('y'), height), 1);
      });
    }
  });

  it('has the colours that the layers above give a place', () => {
    const above = trainer.model.layers.slice(4);
    const shades = shadesIn(html);
    let compared = 0;
    for (const { across, down } of placesOn(trainer)) {
      const at = [
        ends('x')[0] + ((across * width - 10) / (width - 20)) * (ends('x')[1] - ends('x')[0]),
        ends('y')[1] - ((down * height - 10) / (height - 20)) * (ends('y')[1] - ends('y')[0]),
      ];
      const p = above.reduce((value, layer) => layer.view().forward(value), Tensor.from([at]))
        .data[0]!;
      if (Math.abs(p - 0.5) < 0.05) continue;
      compared++;
      const there = shades.filter((shade) => contains(shade, across, down));
      expect(there.at(-1)!.color).toBe(p > 0.5 ? 'positive' : 'negative');
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('is there with a single unit, and without colours where the layer has more than two', () => {
    expect(shadesIn(boundaryOf(options, { defaultSpace: 4 })).length).toBeGreaterThan(3);
    const hidden = boundaryOf(options, { defaultSpace: 1 });
    expect(shadesIn(hidden)).toEqual([]);
    expect(hidden).toMatch(/data-way="level"/);
    expect(boundaryOf(options, { defaultSpace: 3, defaultMistakes: true })).toContain(
      'pancake-mistakes-ring',
    );
  });
});

describe('heat maps, clouds and strips on a server', () => {
  // The cells of a heat map: each with the step of its colour, negative ones below zero.
  function cellsIn(html: string) {
    const cells = new Map<string, number>();
    const paths = /<path d="([^"]+)" class="pancake-shade-(\w+)"[^>]*data-step="(\d)"/g;
    for (const [, path, color, step] of html.matchAll(paths)) {
      for (const [, x, y, wide] of path!.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
        for (let i = 0; i < Number(wide); i++) {
          const sign = color === 'negative' ? -1 : color === 'ink' ? NaN : 1;
          cells.set(`${Number(y)} ${Number(x) + i}`, sign * Number(step));
        }
      }
    }
    return cells;
  }
  const random = (...shape: [number, number]) => {
    const rng = createRng(3);
    const tensor = Tensor.zeros(shape);
    for (let i = 0; i < tensor.size; i++) tensor.data[i] = rng.normal(0, 1);
    return tensor;
  };

  const stepOf = (value: number, largest: number) =>
    value === Infinity ? NaN : Math.sign(value) * Math.round(8 * Math.abs(value / largest)) + 0;

  it('a large tensor has a cell for each number, in the colour of its value', () => {
    const tensor = random(20, 30);
    tensor.data[7] = Infinity;
    const cells = cellsIn(renderToString(<TensorGrid tensor={tensor} name="W" />));
    const largest = Math.max(...[...tensor.data].filter(Number.isFinite).map(Math.abs));
    tensor.data.forEach((value, i) => {
      const step = cells.get(`${Math.floor(i / 30)} ${i % 30}`) ?? 0;
      expect(step + 0).toBe(stepOf(value, largest));
    });
  });

  it('a very large one has every fourth of its numbers each way, and stays small', () => {
    const tensor = random(200, 200);
    const html = renderToString(<TensorGrid tensor={tensor} name="W" />);
    expect(html.length).toBeLessThan(45_000);
    const cells = cellsIn(html);
    const largest = Math.max(...tensor.data.map(Math.abs));
    for (let i = 0; i < 50 * 50; i++) {
      const [row, column] = [Math.floor(i / 50), i % 50];
      const value = tensor.data[(4 * row + 2) * 200 + 4 * column + 2]!;
      expect((cells.get(`${row} ${column}`) ?? 0) + 0).toBe(stepOf(value, largest));
    }
  });

  it('an editor of very many points has them, in paths of one look each', () => {
    const options = { data: 'moons', points: 1800, model: [2, 4, 1], seed: 7 } as const;
    const trainer = createTrainer(options);
    const html = renderToString(
      <Pancake {...options}>
        <DataEditor boundary={false} />
      </Pancake>,
    );
    const paths = [
      ...html.matchAll(
        /class="pancake-cloud-marks" d="([^"]+)"[^>]*data-part="(\w+)" data-label="(\d)"/g,
      ),
    ];
    const { x, y } = trainer.data;
    let from = 0;
    for (const [part, { x: points, y: targets }] of [
      ['train', trainer.data],
      ['test', trainer.testData!],
    ] as const) {
      for (const label of [0, 1]) {
        const [, path] = paths.find(([, , p, l]) => p === part && Number(l) === label)!;
        const count = [...targets.data].filter((one) => one === label).length;
        expect(path!.match(/M/g)).toHaveLength(count);
        from += count;
        const first = targets.data.indexOf(label);
        const [, atX, atY] = /^M([\d.]+) ([\d.]+)/.exec(path!)!;
        const [px, py] = [points.data[2 * first]!, points.data[2 * first + 1]!];
        const { domain } = trainer.data;
        const middle = 320 * ((px - domain.x[0]) / (domain.x[1] - domain.x[0]));
        expect(Math.abs(Number(atX) - middle)).toBeLessThan(2.6);
        const down = 320 * ((domain.y[1] - py) / (domain.y[1] - domain.y[0]));
        expect(Math.abs(Number(atY) - down)).toBeLessThan(2.6);
      }
    }
    expect(from).toBe(x.shape[0]! + trainer.testData!.x.shape[0]!);
    expect(y.size).toBeLessThan(1800);
  });

  it('an activation of a run has the bars of its inputs', () => {
    const options = cases['two classes']!;
    const trainer = createTrainer(options);
    const html = renderToString(
      <Pancake {...options}>
        <ActivationPlot layer={1} />
      </Pancake>,
    );
    const inputs = trainer.model.activations(trainer.data.x)[0]!.data;
    const strip = /<g class="pancake-activation-strip"[^>]*>/.exec(html)![0];
    expect(strip).toContain(`data-inputs="${inputs.length}"`);
    expect(strip).toContain(`data-flat="${inputs.filter((value) => value <= 0).length}"`);
    const bins = new Uint32Array(50);
    for (const value of inputs) {
      if (value > 0 && value < 5) bins[Math.floor(((value + 5) / 10) * 50)]!++;
    }
    const [, passing] = /data-part="passing" d="([^"]+)"/.exec(html)!;
    expect(html).toMatch(/<g class="pancake-poster" [^>]*data-part="input".*x 0\.5/s);
    expect(passing!.match(/M/g)).toHaveLength(bins.filter((count) => count > 0).length);
  });
});
