// Inside the worker, before the reader's code: calls that code as it is asked, and answers with plain
// numbers. It judges nothing; whatever comes out of here is for the page to check.
'use strict';
(() => {
  postMessage('alive');
  const mostNumbers = 200_000;
  let port;
  let defined = {};
  let session;

  addEventListener('message', ({ ports }) => {
    if (port || !ports[0]) return;
    port = ports[0];
    port.onmessage = ({ data: { id, job } }) => port.postMessage({ id, ...answer(job) });
    port.postMessage({ id: 0, value: Object.keys(defined).filter((name) => defined[name]) });
  });

  function answer(job) {
    try {
      return { value: jobs[job.kind](job) };
    } catch (error) {
      return {
        error: { name: error?.name, message: String(error?.message ?? error), stack: error?.stack },
      };
    }
  }

  const jobs = {
    layer({ name, args, values, steps }) {
      const layer = make(name, args);
      put(layer, values);
      return steps.map(({ call, given }) => {
        const result = call === 'zeroGrad' ? undefined : layer[call](copy(given));
        return { result: plain(result), parameters: read(layer) };
      });
    },
    optimizer({ name, options, values, gradients }) {
      const parameters = values.map(({ name: called, value }) => ({
        name: called,
        value: copy(value),
        grad: like(value),
      }));
      const optimizer = make(name, [{ parameters: () => parameters }, options]);
      const now = () => plain(parameters.map(({ value, grad }) => ({ value, grad })));
      return gradients.map((gradient) => {
        optimizer.zeroGrad();
        const cleared = now();
        parameters.forEach(({ grad }, i) => add(grad, gradient[i]));
        optimizer.step();
        return { cleared, stepped: now() };
      });
    },
    loop({ name, x, y, lr, epochs, log }) {
      const calls = [];
      const model = spied('model', perceptron(), log && calls, ['forward', 'backward', 'zeroGrad']);
      const loss = spied('loss', new BinaryCrossEntropy(), log && calls, ['forward', 'backward']);
      put(model, log.values);
      const after = [];
      for (let epoch = 0; epoch < epochs; epoch++) {
        defined[name](model, loss, copy(x), copy(y), lr);
        after.push(read(model));
        if (calls.length > mostNumbers) break;
      }
      return { calls, after };
    },
    begin({ layers, loop, optimizer, x, y, lr }) {
      const model = new Sequential(
        layers.map(({ type, args, values }) => {
          const layer = type in defined ? make(type, args) : new framework[type](...args);
          put(layer, values);
          return layer;
        }),
      );
      const stepper = optimizer ? make(optimizer, [model, { lr }]) : new SGD(model, { lr });
      session = { model, loss: new BinaryCrossEntropy(), x, y, lr, stepper, loop };
      return null;
    },
    epochs({ count }) {
      const { model, loss, x, y, lr, stepper, loop } = session;
      const after = [];
      for (let i = 0; i < count; i++) {
        if (loop) defined[loop](model, loss, x, y, lr);
        else {
          stepper.zeroGrad();
          loss.forward(model.forward(x), y);
          model.backward(loss.backward());
          stepper.step();
        }
        after.push(
          model
            .parameters()
            .flatMap(({ value }) => value.flat(Infinity))
            .map(Number),
        );
      }
      return after;
    },
  };

  function make(name, args) {
    if (typeof defined[name] !== 'function') throw new Error(`there is no ${name} any more`);
    return new defined[name](...args.map(copy));
  }

  // The layer keeps its arrays: an optimizer holds them by reference.
  function put(layer, values) {
    for (const { name, value, grad } of parametersOf(layer)) {
      if (!values || !(name in values)) continue;
      fill(value, values[name]);
      fill(grad, like(values[name]));
    }
  }

  function parametersOf(layer) {
    const parameters = layer.parameters ? layer.parameters() : [];
    return Array.isArray(parameters) ? parameters.filter(Boolean) : [];
  }

  const read = (layer) =>
    parametersOf(layer).map(({ name, value, grad }) => ({
      name: String(name),
      value: plain(value),
      grad: plain(grad),
    }));

  function fill(into, from) {
    if (!Array.isArray(into) || !Array.isArray(from)) return;
    into.length = from.length;
    from.forEach((value, i) => {
      if (Array.isArray(value)) fill((into[i] = Array.isArray(into[i]) ? into[i] : []), value);
      else into[i] = value;
    });
  }

  function add(into, from) {
    into.forEach((value, i) => {
      if (Array.isArray(value)) add(value, from[i]);
      else into[i] += from[i];
    });
  }

  const copy = (value) => (Array.isArray(value) ? value.map(copy) : value);
  const like = (value) => (Array.isArray(value) ? value.map(like) : 0);

  // Numbers and lists of them as they are; anything else as the name of its kind.
  function plain(value, room = { left: mostNumbers }) {
    if (--room.left < 0) throw new RangeError('the result holds too many numbers');
    if (typeof value === 'number' || value === undefined || value === null) return value;
    if (ArrayBuffer.isView(value)) return plain([...value], room);
    if (Array.isArray(value)) return Array.from(value, (item) => plain(item, room));
    if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, plain(item, room)]),
      );
    }
    const kind = typeof value === 'object' ? value.constructor?.name : typeof value;
    return { odd: String(kind ?? 'object') };
  }

  function spied(owner, object, calls, methods) {
    if (!calls) return object;
    for (const method of methods) {
      const original = object[method].bind(object);
      object[method] = (...args) => {
        const entry = { call: `${owner}.${method}`, args: plain(args), result: undefined };
        calls.push(entry);
        const result = original(...args);
        entry.result = plain(result);
        return result;
      };
    }
    return object;
  }

  // The notebook's framework on nested lists, for the parts that the reader does not write.
  class Linear {
    constructor(nIn, nOut) {
      this.w = Array.from({ length: nOut }, () => Array(nIn).fill(0));
      this.b = Array(nOut).fill(0);
      this.grad_w = like(this.w);
      this.grad_b = like(this.b);
    }
    parameters() {
      return [
        { name: 'w', value: this.w, grad: this.grad_w },
        { name: 'b', value: this.b, grad: this.grad_b },
      ];
    }
    forward(x) {
      this.input = x;
      return x.map((row) =>
        this.w.map((weights, o) => weights.reduce((sum, w, i) => sum + w * row[i], this.b[o])),
      );
    }
    backward(dOut) {
      dOut.forEach((slopes, n) =>
        slopes.forEach((slope, o) => {
          this.grad_b[o] += slope;
          for (let i = 0; i < this.w[o].length; i++) this.grad_w[o][i] += slope * this.input[n][i];
        }),
      );
      return dOut.map((slopes) =>
        this.w[0].map((_, i) => slopes.reduce((sum, slope, o) => sum + slope * this.w[o][i], 0)),
      );
    }
  }

  class Sigmoid {
    forward(x) {
      this.output = x.map((row) => row.map((v) => 1 / (1 + Math.exp(-v))));
      return this.output;
    }
    backward(dOut) {
      return dOut.map((row, n) =>
        row.map((d, i) => this.output[n][i] * (1 - this.output[n][i]) * d),
      );
    }
  }

  // Summed over the points, as in the notebook.
  class BinaryCrossEntropy {
    forward(pred, target) {
      Object.assign(this, { pred, target });
      return pred
        .flat()
        .reduce((sum, p, i) => sum - Math.log(target.flat()[i] === 1 ? p : 1 - p), 0);
    }
    backward() {
      return this.pred.map((row, n) =>
        row.map((p, i) => (this.target[n][i] === 1 ? -1 / p : 1 / (1 - p))),
      );
    }
  }

  class Sequential {
    constructor(layers) {
      this.layers = layers;
    }
    parameters() {
      return this.layers.flatMap((layer, i) =>
        parametersOf(layer).map((own) => ({ ...own, name: `${i}.${own.name}` })),
      );
    }
    zeroGrad() {
      for (const { grad } of this.parameters()) fill(grad, like(grad));
    }
    forward(x) {
      return this.layers.reduce((value, layer) => layer.forward(value), x);
    }
    backward(dOut) {
      return this.layers.reduceRight((slopes, layer) => layer.backward(slopes), dOut);
    }
  }

  class SGD {
    constructor(model, { lr }) {
      Object.assign(this, { model, lr });
    }
    zeroGrad() {
      for (const { grad } of this.model.parameters()) fill(grad, like(grad));
    }
    step() {
      for (const { value, grad } of this.model.parameters()) descend(value, grad, this.lr);
    }
  }

  function descend(value, grad, lr) {
    for (let i = 0; i < value.length; i++) {
      if (Array.isArray(value[i])) descend(value[i], grad[i], lr);
      else value[i] -= lr * grad[i];
    }
  }

  const perceptron = () => new Sequential([new Linear(2, 1), new Sigmoid()]);
  const framework = { Linear, Sigmoid };
  self.pancake = { define: (found) => (defined = found) };
})();
