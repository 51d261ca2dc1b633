// Scanner: where the reading of an expression has got to, sign by sign.
import { fail } from './expression-error';
import type { ExpressionProblem } from './problems';
import { plainSpelling } from './spelling';

/** A text that is read from left to right, in plain spelling but with its places kept. */
export class Scanner {
  /** The text in plain spelling, character for character. */
  readonly plain: string;
  protected at = 0;
  // Where the last thing read begins and ends.
  private last = { from: 0, to: 0 };

  constructor(protected readonly original: readonly string[]) {
    this.plain = plainSpelling(original);
  }

  protected peek(): string {
    this.skipSpace();
    return this.plain[this.at] ?? '';
  }

  protected isNext(sign: string): boolean {
    this.skipSpace();
    return this.plain.startsWith(sign, this.at);
  }

  protected take(sign: string): boolean {
    if (!this.isNext(sign)) return false;
    this.goTo(this.at, this.at + sign.length);
    return true;
  }

  protected match(pattern: RegExp): string | null {
    this.skipSpace();
    const found = pattern.exec(this.ahead(this.at));
    if (found) this.goTo(this.at, this.at + found[0].length);
    return found && found[0];
  }

  protected ahead(from: number): string {
    return this.plain.slice(from);
  }

  protected goTo(from: number, to: number): void {
    this.last = { from, to };
    this.at = to;
  }

  protected skipSpace(): void {
    while (/\s/.test(this.plain[this.at] ?? '')) this.at++;
  }

  protected lastText(): string {
    return this.original.slice(this.last.from, this.last.to).join('');
  }

  protected expected(what: Extract<ExpressionProblem, { kind: 'expected' }>['what']): never {
    const after = this.last.to === 0 ? null : this.lastText();
    return fail({ kind: 'expected', what, after, place: this.last.to + 1 });
  }

  protected unknownSign(): never {
    return fail({ kind: 'unknownSign', sign: this.original[this.at]!, place: this.at + 1 });
  }
}
