// Lists of numbers as bytes: exact, and each in the shortest way that holds all its numbers.
import { PancakeError } from '../../engine';

interface Way {
  /** Bytes to a number. */
  size: number;
  /** Whether a number can be written in this way, to the bit. */
  holds: (value: number) => boolean;
  write: (view: DataView, at: number, value: number) => void;
  read: (view: DataView, at: number) => number;
}

const decimal = (unit: number): Way => ({
  size: 2,
  holds: (value) => {
    const units = Math.round(value * unit);
    return Math.abs(units) < 32768 && units / unit === value && !Object.is(value, -0);
  },
  write: (view, at, value) => view.setInt16(at, Math.round(value * unit), true),
  read: (view, at) => view.getInt16(at, true) / unit,
});

// In order of their length; a link says by its place here which one was taken.
const ways: readonly Way[] = [
  {
    size: 1,
    holds: (value) =>
      value >= 0 && value < 256 && Math.floor(value) === value && !Object.is(value, -0),
    write: (view, at, value) => view.setUint8(at, value),
    read: (view, at) => view.getUint8(at),
  },
  decimal(1),
  decimal(10),
  decimal(100),
  decimal(1000),
  decimal(10000),
  {
    size: 4,
    holds: (value) => Object.is(Math.fround(value), value),
    write: (view, at, value) => view.setFloat32(at, value, true),
    read: (view, at) => view.getFloat32(at, true),
  },
  {
    size: 8,
    holds: () => true,
    write: (view, at, value) => view.setFloat64(at, value, true),
    read: (view, at) => view.getFloat64(at, true),
  },
];

/** Bytes that grow. */
export class Writer {
  private bytes = new Uint8Array(256);
  private length = 0;

  /** A whole number of at least 0: seven bits to a byte. */
  whole(value: number): void {
    let left = value;
    while (left > 127) {
      this.byte((left % 128) | 128);
      left = Math.floor(left / 128);
    }
    this.byte(left);
  }

  /** A text of characters up to 255, without its length. */
  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i));
  }

  /** Numbers, exact to the bit. */
  list(values: ArrayLike<number>): void {
    const list = Array.from(values);
    const way = ways.findIndex(({ holds }) => list.every(holds));
    const { size, write } = ways[way]!;
    this.whole(way);
    this.whole(list.length);
    const view = new DataView(new ArrayBuffer(size * list.length));
    list.forEach((value, i) => write(view, size * i, value));
    for (let i = 0; i < view.byteLength; i++) this.byte(view.getUint8(i));
  }

  /** What was written so far. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value;
  }
}

/** Reads what a {@link Writer} wrote; whatever the bytes are, it reads none that are not there. */
export class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** @throws PancakeError if there is no whole number of a sensible size */
  whole(): number {
    let value = 0;
    for (let unit = 1; unit < 2 ** 42; unit *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    throw broken();
  }

  /** @throws PancakeError if there are fewer characters */
  text(length: number): string {
    const bytes = this.take(length);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }

  /** @throws PancakeError if there are fewer numbers */
  list(): Float64Array {
    const way = ways[this.whole()];
    if (!way) throw broken();
    const length = this.whole();
    const bytes = this.take(way.size * length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Float64Array.from({ length }, (_, i) => way.read(view, way.size * i));
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw broken();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function broken(): PancakeError {
  return new PancakeError('the link is not whole: it ends before all that it announces');
}
