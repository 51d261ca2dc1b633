// Reading values that may be anything: each check gives back the value or says what is wrong with it.
import { PancakeError, show } from '../../engine';
import { limits } from './limits';

/** An entry of something, by key or by place. */
export class Entry {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** @throws PancakeError which says what it must be */
  fail(expected: string): never {
    throw new PancakeError(
      `the link has ${short(this.place)} = ${short(show(this.value))}; it must be ${expected}`,
    );
  }

  /** A number within these bounds. Infinity counts if it is asked for. */
  number({ min = -Number.MAX_VALUE, max = Number.MAX_VALUE } = {}): number {
    // What JSON has no words for.
    const isWord = ['-0', 'Infinity', '-Infinity'].includes(this.value as string);
    const value = isWord ? Number(this.value) : this.value;
    if (typeof value === 'number' && value >= min && value <= max) return value;
    return this.fail(`a number${range(min, max)}`);
  }

  whole({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number {
    const { value } = this;
    if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) {
      return value as number;
    }
    return this.fail(`a whole number${range(min, max)}`);
  }

  /** A name; what it stands for is looked up by whoever uses it. */
  name(): string {
    const { value } = this;
    if (typeof value === 'string' && value.length <= limits.name) return value;
    return this.fail(`a name of at most ${limits.name} letters`);
  }

  oneOf<T extends string>(known: readonly T[]): T {
    const found = known.find((one) => one === this.value);
    return found ?? this.fail(`one of ${known.join(', ')}`);
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false');
  }

  /** The entries of a list. */
  list({ min = 0, max }: { min?: number; max: number }): Entry[] {
    const { value, place } = this;
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      return this.fail(`a list of ${min === max ? min : `${min} to ${max}`} entries`);
    }
    return value.map((one: unknown, i) => new Entry(one, `${place}[${i}]`));
  }

  /** The entries of an object that may have these keys and no others. */
  fields<K extends string>(keys: readonly K[]): Record<K, Entry> {
    const { value, place } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.fail('an object');
    }
    const unknown = Object.keys(value).find((key) => !(keys as readonly string[]).includes(key));
    if (unknown !== undefined) {
      throw new PancakeError(
        `the link has ${short(show(unknown))} in ${short(place)}, which is not known`,
      );
    }
    const own = (key: K) =>
      Object.hasOwn(value, key) ? (value as Record<K, unknown>)[key] : undefined;
    return Object.fromEntries(
      keys.map((key) => [key, new Entry(own(key), place === 'it' ? key : `${place}.${key}`)]),
    ) as Record<K, Entry>;
  }
}

function range(min: number, max: number): string {
  const below = max < Number.MAX_SAFE_INTEGER;
  if (min > -Number.MAX_SAFE_INTEGER && below) return ` from ${min} to ${max}`;
  if (min > -Number.MAX_SAFE_INTEGER) return ` of at least ${min}`;
  return below ? ` of at most ${max}` : '';
}

// With room for the longest text that `show` gives.
function short(text: string): string {
  return text.length <= 62 ? text : `${text.slice(0, 61)}…`;
}
