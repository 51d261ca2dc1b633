// As much of Python and NumPy as the lines shown beside the engine's code need, so that they can be
// run where no Python is.
import { erf } from '../../src/engine/math';

/** An array of numbers with a shape; [] is a single number. */
export class Arr {
  constructor(
    readonly data: number[],
    readonly shape: readonly number[],
  ) {}
}

type Value = unknown;
type Scope = Record<string, Value>;

const scalar = (value: number) => new Arr([value], []);
const arr = (value: Value): Arr => {
  if (value instanceof Arr) return value;
  if (typeof value === 'number' || typeof value === 'boolean') return scalar(Number(value));
  throw new Error(`not a number: ${String(value)}`);
};
const single = (value: Value) => arr(value).data[0]!;

/** `f` of two arrays, of which one may be stretched to the shape of the other. */
function both(a: Value, b: Value, f: (a: number, b: number) => number): Arr {
  const [p, q] = [arr(a), arr(b)];
  const rank = Math.max(p.shape.length, q.shape.length);
  const pad = ({ shape }: Arr) => [...Array<number>(rank - shape.length).fill(1), ...shape];
  const [ps, qs] = [pad(p), pad(q)];
  const shape = ps.map((n, i) => {
    if (n !== qs[i] && n !== 1 && qs[i] !== 1) throw new Error(`shapes ${ps.join()} ${qs.join()}`);
    return Math.max(n, qs[i]!);
  });
  const size = shape.reduce((n, m) => n * m, 1);
  const place = (at: number, own: number[]) => {
    let [index, step, rest] = [0, 1, at];
    for (let i = rank - 1; i >= 0; i--) {
      if (own[i] !== 1) index += (rest % shape[i]!) * step;
      step *= own[i]!;
      rest = Math.floor(rest / shape[i]!);
    }
    return index;
  };
  const data = Array.from({ length: size }, (_, i) =>
    f(p.data[place(i, ps)]!, q.data[place(i, qs)]!),
  );
  return new Arr(data, shape);
}

const each = (f: (x: number) => number) => (x: Value) => {
  const { data, shape } = arr(x);
  return new Arr(data.map(f), shape);
};

interface Along {
  axis?: Arr;
  keepdims?: boolean;
}

/** `f` of all numbers, or of those along one axis of a matrix. */
const along = (f: (numbers: number[]) => number) => (x: Arr, options: Along) => {
  if (options.axis === undefined) return scalar(f(x.data));
  const [rows, columns] = x.shape as [number, number];
  const down = single(options.axis) === 0;
  const lines = Array.from({ length: down ? columns : rows }, (_, i) =>
    x.data.filter((_, at) => (down ? at % columns : Math.floor(at / columns)) === i),
  );
  const kept = down ? [1, columns] : [rows, 1];
  return new Arr(lines.map(f), options.keepdims ? kept : [lines.length]);
};

const sum = (x: number[]) => x.reduce((a, b) => a + b, 0);
const mean = (x: number[]) => sum(x) / x.length;
const reductions: Record<string, (x: Arr, options: Along) => Arr> = {
  sum: along(sum),
  mean: along(mean),
  max: along((x) => Math.max(...x)),
  var: along((x) => mean(x.map((one) => (one - mean(x)) ** 2))),
};

function transposed({ data, shape: [rows = 1, columns = 1] }: Arr): Arr {
  const at = (i: number) => data[(i % rows) * columns + Math.floor(i / rows)]!;
  return new Arr(
    data.map((_, i) => at(i)),
    [columns, rows],
  );
}

function product(a: Arr, b: Arr): Arr {
  const [rows, inner] = a.shape as [number, number];
  const columns = b.shape[1]!;
  if (inner !== b.shape[0]) throw new Error(`shapes ${a.shape.join()} @ ${b.shape.join()}`);
  const data = Array.from({ length: rows * columns }, (_, at) => {
    const [r, c] = [Math.floor(at / columns), at % columns];
    return sum(
      Array.from({ length: inner }, (_, i) => a.data[r * inner + i]! * b.data[i * columns + c]!),
    );
  });
  return new Arr(data, [rows, columns]);
}

/** `np`, of which everything that is used must be here. */
const np: Scope = {
  pi: scalar(Math.PI),
  exp: each(Math.exp),
  expm1: each(Math.expm1),
  log: each(Math.log),
  log1p: each(Math.log1p),
  tanh: each(Math.tanh),
  sin: each(Math.sin),
  cos: each(Math.cos),
  sqrt: each(Math.sqrt),
  abs: each(Math.abs),
  minimum: (a: Value, b: Value) => both(a, b, Math.min),
  maximum: (a: Value, b: Value) => both(a, b, Math.max),
  logaddexp: (a: Value, b: Value) => both(a, b, (p, q) => Math.log(Math.exp(p) + Math.exp(q))),
  clip: (x: Value, low: Value, high: Value) =>
    each((one) => Math.max(single(low), Math.min(single(high), one)))(x),
  where: (condition: Value, a: Value, b: Value) => {
    const chosen = both(condition, a, (yes, p) => (yes ? p : NaN));
    return both(chosen, b, (p, q) => (Number.isNaN(p) ? q : p));
  },
  ones: (shape: Value) => filled(shape, 1),
  zeros: (shape: Value) => filled(shape, 0),
  arange: (n: Value) => new Arr([...Array(single(n)).keys()], [single(n)]),
  stack: (parts: Arr[]) =>
    transposed(
      new Arr(
        parts.flatMap(({ data }) => data),
        [parts.length, parts[0]!.data.length],
      ),
    ),
};

function filled(shape: Value, value: number): Arr {
  const own = Array.isArray(shape) ? (shape as number[]) : [single(shape)];
  return new Arr(Array<number>(own.reduce((n, m) => n * m, 1)).fill(value), own);
}

const binary: Record<string, [strength: number, (a: Value, b: Value) => Value]> = {
  '>': [1, (a, b) => both(a, b, (p, q) => Number(p > q))],
  '>=': [1, (a, b) => both(a, b, (p, q) => Number(p >= q))],
  '<=': [1, (a, b) => both(a, b, (p, q) => Number(p <= q))],
  '==': [1, (a, b) => both(a, b, (p, q) => Number(p === q))],
  '+': [2, (a, b) => both(a, b, (p, q) => p + q)],
  '-': [2, (a, b) => both(a, b, (p, q) => p - q)],
  '*': [3, (a, b) => both(a, b, (p, q) => p * q)],
  '/': [3, (a, b) => both(a, b, (p, q) => p / q)],
  '@': [3, (a, b) => product(arr(a), arr(b))],
  '**': [5, (a, b) => both(a, b, (p, q) => p ** q)],
};

/** An expression, read and worked out in one go. */
class Reading {
  private readonly tokens: string[];
  private at = 0;
  constructor(
    text: string,
    private readonly scope: Scope,
  ) {
    this.tokens = text.match(/\d+(\.\d+)?(e-?\d+)?|\w+|\*\*|[<>=]=|\S/g) ?? [];
  }

  /** One value, or several with commas between. */
  all(): Value {
    const first = this.value(0);
    if (this.next !== ',') return this.end(first);
    const values = [first];
    while (this.take(',')) values.push(this.value(0));
    return this.end(values);
  }
  private end(value: Value): Value {
    if (this.next !== undefined) throw new Error(`cannot read on at ${this.next}`);
    return value;
  }
  private get next() {
    return this.tokens[this.at];
  }
  private take(token: string): boolean {
    if (this.next !== token) return false;
    this.at++;
    return true;
  }

  private value(strength: number): Value {
    let left = this.take('-') ? both(0, this.value(4), (a, b) => a - b) : this.operand();
    for (;;) {
      const [own, apply] = binary[this.next ?? ''] ?? [-1];
      if (own <= strength || !apply) return left;
      this.at++;
      left = apply(left, this.value(own === 5 ? 4 : own));
    }
  }

  private operand(): Value {
    const token = this.tokens[this.at++]!;
    let value: Value;
    if (token === '(' || token === '[') {
      const list = this.list(token === '(' ? ')' : ']').values;
      value = token === '(' ? list[0] : list;
    } else if (/^\d/.test(token)) value = scalar(Number(token));
    else if (token in this.scope) value = this.scope[token];
    else if (token in builtIn) value = builtIn[token];
    else throw new Error(`nobody knows ${token}`);
    for (;;) {
      if (this.take('.')) value = attribute(value, this.tokens[this.at++]!);
      else if (this.take('(')) {
        const { values, named } = this.list(')');
        value = (value as (...given: Value[]) => Value)(...values, named);
      } else if (this.take('[')) value = entries(arr(value), this.list(']').values as Arr[]);
      else return value;
    }
  }

  private list(end: string): { values: Value[]; named: Scope } {
    const [values, named]: [Value[], Scope] = [[], {}];
    while (!this.take(end)) {
      if (this.tokens[this.at + 1] === '=') {
        const name = this.tokens[this.at]!;
        this.at += 2;
        named[name] = this.value(0);
      } else values.push(this.value(0));
      this.take(',');
    }
    return { values, named };
  }
}

const builtIn: Scope = {
  np,
  True: true,
  erf: each(erf),
  len: (x: Arr) => scalar(x.shape[0]!),
};

function attribute(of: Value, name: string): Value {
  if (of instanceof Arr) {
    if (name === 'T') {
      // Unpacked, a matrix is its rows.
      return transposed(of);
    }
    if (name === 'size') return scalar(of.data.length);
    if (name === 'shape') return [...of.shape];
    if (name === 'fill') return (value: Arr) => void of.data.fill(single(value));
    const reduce = reductions[name];
    if (reduce) return (options: Along) => reduce(of, options);
  } else if (name in (of as Scope)) return (of as Scope)[name];
  throw new Error(`nobody knows .${name}`);
}

const placesOf = (x: Arr, [rows, columns]: readonly Arr[]) =>
  rows!.data.map((row, i) => row * x.shape[1]! + columns!.data[i]!);

function entries(x: Arr, index: readonly Arr[]): Arr {
  return new Arr(
    placesOf(x, index).map((at) => x.data[at]!),
    index[0]!.shape,
  );
}

const assignment = /^([\w., ]+?)(\[.*\])? ([-+*]?)= (.*)$/;

/** Runs the body of a method; what it returns. Every name must be known. */
export function runPython(lines: readonly string[], scope: Scope): Value {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const indent = line.search(/\S/);
    const text = line.trim();
    const read = (code: string) => new Reading(code, scope).all();
    const head = /^(for|if) (.*):$/.exec(text);
    if (head) {
      const length = lines.slice(i + 1).findIndex((one) => one.search(/\S/) <= indent);
      const inside = lines.slice(i + 1, length < 0 ? undefined : i + 1 + length);
      const loop = /^(.*) in (?:zip\((.*)\)|(.*))$/.exec(head[2]!);
      if (!loop) {
        if (single(read(head[2]!))) runPython(inside, scope);
      } else {
        const names = loop[1]!.split(', ');
        const lists = (loop[2] ?? loop[3]!).split(', ').map((one) => read(one) as Value[]);
        lists[0]!.forEach((_, k) => {
          names.forEach((name, n) => (scope[name] = lists[n]![k]));
          runPython(inside, scope);
        });
      }
      i += inside.length;
    } else if (text.startsWith('return ')) return read(text.slice(7));
    else {
      const parts = assignment.exec(text);
      if (parts) assign(parts, scope, read(parts[4]!));
      else read(text);
    }
  }
  return undefined;
}

function assign(parts: RegExpExecArray, scope: Scope, value: Value): void {
  const [, target, index, sign] = parts as unknown as [string, string, string?, string?];
  const names = target.split(', ');
  if (names.length > 1) {
    const rows = value instanceof Arr ? rowsOf(value) : (value as Value[]);
    names.forEach((name, i) => (scope[name] = rows[i]));
    return;
  }
  const [of, name] = target.startsWith('self.')
    ? [scope['self'] as Scope, target.slice(5)]
    : [scope, target];
  if (!sign && !index) {
    of[name] = value;
    return;
  }
  // In place: whoever holds the same array sees the change.
  const old = of[name] as Arr;
  const at =
    index && index !== '[:]'
      ? placesOf(old, new Reading(index, scope).all() as Arr[])
      : old.data.map((_, i) => i);
  const own = sign
    ? binary[sign]![1](
        new Arr(
          at.map((i) => old.data[i]!),
          index ? [at.length] : old.shape,
        ),
        value,
      )
    : value;
  if (!index && arr(own).data.length !== old.data.length) throw new Error('another shape');
  at.forEach((i, k) => (old.data[i] = arr(own).data[k]!));
}

const rowsOf = ({ data, shape: [rows = 0, columns = 0] }: Arr) =>
  Array.from(
    { length: rows },
    (_, i) => new Arr(data.slice(i * columns, (i + 1) * columns), [columns]),
  );
