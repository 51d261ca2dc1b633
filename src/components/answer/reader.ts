// Reader: the grammar of what a student types, computed while it is read (recursive descent).
import { fail } from './expression-error';
import { functionCalled, power, type Outcome } from './functions';
import { numberPatterns, toNumber, type Comma } from './literal';
import type { ExpressionProblem } from './problems';
import { Scanner } from './scanner';
import { plainName, readSuperscript } from './spelling';

const longest = 200;
const deepest = 40;

/** Reads an expression; each method reads one of its parts and gives back its value. */
export class Reader extends Scanner {
  private readonly values: ReadonlyMap<string, number>;
  private depth = 0;

  constructor(
    original: readonly string[],
    private readonly names: Readonly<Record<string, number>>,
    private comma: Comma,
  ) {
    super(original);
    this.values = new Map(Object.entries(names).map(([name, value]) => [plainName(name), value]));
  }

  /** The value of all of it. */
  read(): number {
    if (this.plain.trim() === '') fail({ kind: 'empty' });
    if (this.plain.length > longest) fail({ kind: 'tooLong', limit: longest });
    const value = this.sum();
    const next = this.peek();
    if (next === '') return value;
    if (next === ')') fail({ kind: 'unopened', place: this.at + 1 });
    if (/[\d.,]/.test(next)) this.expected('operator');
    return this.unknownSign();
  }

  private sum(): number {
    let value = this.product();
    for (;;) {
      const place = this.at;
      if (this.take('+')) value = this.checked(value + this.product(), place);
      else if (this.take('-')) value = this.checked(value - this.product(), place);
      else return value;
    }
  }

  private product(): number {
    let value = this.signed();
    for (;;) {
      this.skipSpace();
      const place = this.at;
      if (this.take('*') || this.beginsFactor()) {
        value = this.checked(value * this.signed(), place);
      } else if (this.take('/')) {
        const divisor = this.signed();
        value = this.checked(divisor === 0 ? 'divisionByZero' : value / divisor, place);
      } else return value;
    }
  }

  private signed(): number {
    if (!this.isNext('-') && !this.isNext('+')) return this.powers();
    const isMinus = this.take('-') || !this.take('+');
    const value = this.deeper(() => this.signed());
    return isMinus ? 0 - value : value;
  }

  private powers(): number {
    let value = this.atom();
    for (;;) {
      this.skipSpace();
      const place = this.at;
      const above = this.match(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/y);
      if (above !== null) {
        value = this.checked(
          power(value, readSuperscript(above) ?? this.expected('exponent')),
          place,
        );
      } else if (this.take('**') || this.take('^')) {
        return this.checked(
          power(
            value,
            this.deeper(() => this.signed()),
          ),
          place,
        );
      } else return value;
    }
  }

  private atom(): number {
    const next = this.peek();
    const place = this.at;
    if (/[\d.,]/.test(next)) {
      const written = this.match(this.numberPattern());
      return this.checked(
        written === null ? this.unknownSign() : toNumber(written, this.comma),
        place,
      );
    }
    if (this.take('(')) {
      const outside = this.comma;
      if (outside === 'between') this.comma = 'decimal';
      const value = this.inBrackets(() => this.sum());
      this.comma = outside;
      return value;
    }
    if (/[\p{L}_]/u.test(next)) return this.name();
    if (next === '' || /[-+*/^)]/.test(next)) return this.expected('number');
    return this.unknownSign();
  }

  // A letter or an opening bracket goes on with the product; a digit would be a number cut in two.
  private beginsFactor(): boolean {
    return /[\p{L}_(]/u.test(this.peek());
  }

  private name(): number {
    const from = this.at;
    const derivative = this.derivative();
    if (derivative !== null && this.values.has(derivative.name)) {
      this.goTo(from, derivative.to);
      return this.namedNumber(derivative.name, from);
    }
    const run = /[\p{L}_][\p{L}\p{Nd}_]*/uy.exec(this.ahead(from))![0];
    const known = this.firstOf(run);
    if (known !== null) {
      this.goTo(from, from + known.length);
      return this.namedNumber(known, from);
    }
    const called = functionCalled(run);
    if (called) {
      this.goTo(from, from + run.length);
      if (!this.take('(')) this.expected('opening');
      const outside = this.comma;
      if (called.isOfMany) this.comma = 'between';
      const given = this.inBrackets(() => this.argumentsOf(called.isOfMany));
      this.comma = outside;
      return this.checked(called.compute(...given), from);
    }
    const to = derivative?.to ?? from + run.length;
    const name = this.original.slice(from, to).join('');
    return fail({ kind: 'unknownName', name, known: Object.keys(this.names), place: from + 1 });
  }

  private argumentsOf(isOfMany = false): number[] {
    const given = [this.sum()];
    while (isOfMany && (this.take(',') || this.take(';'))) given.push(this.sum());
    return given;
  }

  // What reads like a derivative here: dE/dM as well as dE_dM.
  private derivative(): { name: string; to: number } | null {
    const found = /(d[\p{L}\p{Nd}]+)\s*[/_]\s*(d[\p{L}\p{Nd}]+)/uy.exec(this.ahead(this.at));
    return found && { name: `${found[1]}_${found[2]}`, to: this.at + found[0].length };
  }

  // The longest known name at the beginning of letters that are names from end to end: k of "kv".
  private firstOf(run: string): string | null {
    const first: (string | null)[] = Array.from({ length: run.length }, () => null);
    for (let from = run.length - 1; from >= 0; from--) {
      for (const name of this.values.keys()) {
        const to = from + name.length;
        // F12 is not F1 times 2.
        const goesOn = to === run.length || (first[to] && !/\p{Nd}/u.test(run[to]!));
        if (goesOn && run.startsWith(name, from) && name.length > (first[from]?.length ?? 0)) {
          first[from] = name;
        }
      }
    }
    return first[0] ?? null;
  }

  private namedNumber(name: string, from: number): number {
    const value = this.values.get(name)!;
    if (Number.isFinite(value)) return value;
    return fail({ kind: 'notFinite', name: this.lastText(), place: from + 1 });
  }

  private numberPattern(): RegExp {
    const { plain, fraction } = numberPatterns[this.comma];
    // Where the page has an E, 2E3 is no power of ten.
    const letters = ['e', 'E'].filter((letter) => !this.values.has(letter)).join('');
    return new RegExp(
      `(?:${plain}|${fraction})${letters ? `(?:[${letters}][-+]?\\d+)?` : ''}`,
      'y',
    );
  }

  private inBrackets<T>(read: () => T): T {
    const value = this.deeper(read);
    if (!this.take(')')) {
      if (this.peek() === '') this.expected('closing');
      if (/[\d.,]/.test(this.peek())) this.expected('operator');
      this.unknownSign();
    }
    return value;
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > deepest) fail({ kind: 'tooDeep', limit: deepest, place: this.at + 1 });
    const value = read();
    this.depth--;
    return value;
  }

  private checked(outcome: Outcome, from: number): number {
    const place = from + 1;
    if (typeof outcome === 'string') return fail({ kind: outcome, place } as ExpressionProblem);
    return Number.isFinite(outcome) ? outcome : fail({ kind: 'tooLarge', place });
  }
}
