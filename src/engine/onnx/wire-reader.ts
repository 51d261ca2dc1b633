// Protocol Buffers, the reading side. Whatever the bytes are, reading ends: every field takes at least a
// byte, nothing is read beyond the message it belongs to, and what makes no sense is a PancakeError.
import { PancakeError } from '../errors';
import { wire } from './wire-writer';

/** One field of a message. */
export class Field {
  constructor(
    private readonly bytes: Uint8Array,
    readonly number: number,
    private readonly kind: number,
    /** Where its value begins. */
    private readonly from: number,
    private readonly to: number,
    /** Where the message is, in words: `graph.node[3]`. */
    private readonly place: string,
  ) {}

  /** A whole number, with its sign. */
  integer(): number {
    this.expect(wire.varint, 'a whole number');
    return readVarint(this.bytes, this.from, this.to, this.place).value;
  }

  float(): number {
    this.expect(wire.fixed32, 'a number of 32 bits');
    return this.view().getFloat32(0, true);
  }

  text(): string {
    return utf8.decode(this.raw());
  }

  raw(): Uint8Array {
    this.expect(wire.bytes, 'a piece of bytes');
    return this.bytes.subarray(this.from, this.to);
  }

  /** The fields of the message inside. */
  message(place: string): Iterable<Field> {
    return readFields(this.raw(), place);
  }

  /** One whole number, or many in one piece. */
  integers(): number[] {
    if (this.kind === wire.varint) return [this.integer()];
    const all: number[] = [];
    for (let at = this.expect(wire.bytes, 'whole numbers'); at < this.to;) {
      const { value, next } = readVarint(this.bytes, at, this.to, this.place);
      all.push(value);
      at = next;
    }
    return all;
  }

  /** One number of 32 bits, or many in one piece. */
  floats(): number[] {
    if (this.kind === wire.fixed32) return [this.float()];
    return this.many(4, (view, at) => view.getFloat32(at, true));
  }

  /** One number of 64 bits, or many in one piece. */
  doubles(): number[] {
    if (this.kind === wire.fixed64) return [this.view().getFloat64(0, true)];
    return this.many(8, (view, at) => view.getFloat64(at, true));
  }

  private many(width: number, read: (view: DataView, at: number) => number): number[] {
    this.expect(wire.bytes, 'numbers');
    const view = this.view();
    if (view.byteLength % width) {
      throw broken(this.place, `field ${this.number} ends inside a number`);
    }
    return Array.from({ length: view.byteLength / width }, (_, i) => read(view, i * width));
  }

  private view(): DataView {
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + this.from, this.to - this.from);
  }

  private expect(kind: number, what: string): number {
    if (this.kind !== kind) throw broken(this.place, `field ${this.number} is not ${what}`);
    return this.from;
  }
}

const utf8 = new TextDecoder();

/**
 * The fields of a message, in their order.
 *
 * @param place where the message is, for messages about it
 * @throws PancakeError if the bytes are not a message
 */
export function* readFields(bytes: Uint8Array, place: string): Generator<Field, void, undefined> {
  let at = 0;
  while (at < bytes.length) {
    const { value: tag, next: from } = readVarint(bytes, at, bytes.length, place);
    const number = Math.floor(tag / 8);
    const kind = tag % 8;
    if (number < 1 || number > largestField) throw broken(place, `it has a field ${number}`);
    const { start, end } = extentOf(bytes, kind, from, place, number);
    if (end > bytes.length) {
      throw broken(place, `field ${number} needs ${end - bytes.length} bytes more than there are`);
    }
    yield new Field(bytes, number, kind, start, end, place);
    at = end;
  }
}

const largestField = 2 ** 29 - 1;

function extentOf(bytes: Uint8Array, kind: number, from: number, place: string, field: number) {
  switch (kind) {
    case wire.varint:
      return { start: from, end: readVarint(bytes, from, bytes.length, place).next };
    case wire.fixed64:
      return { start: from, end: from + 8 };
    case wire.fixed32:
      return { start: from, end: from + 4 };
    case wire.bytes: {
      const { value: length, next: start } = readVarint(bytes, from, bytes.length, place);
      if (length < 0) throw broken(place, `field ${field} has a length below 0`);
      return { start, end: start + length };
    }
    default:
      throw broken(place, `field ${field} is of the kind ${kind}, which ONNX does not use`);
  }
}

// At most ten bytes; 64 bits in two's complement. What a double cannot hold loses its last digits.
function readVarint(bytes: Uint8Array, from: number, to: number, place: string) {
  let value = 0n;
  for (let i = 0; i < 10; i++) {
    if (from + i >= to) throw broken(place, 'it ends inside a number');
    const byte = bytes[from + i]!;
    // Nearly all are short: no need to go beyond plain numbers for them.
    if (i === 0 && byte < 128) return { value: byte, next: from + 1 };
    value |= BigInt(byte & 127) << BigInt(7 * i);
    if (byte < 128) return { value: Number(BigInt.asIntN(64, value)), next: from + i + 1 };
  }
  throw broken(place, 'a number in it has no end');
}

function broken(place: string, what: string): PancakeError {
  return new PancakeError(
    `fromONNX: this is not a whole ONNX file; in ${place}, ${what}. It may be cut off, or of another kind.`,
  );
}
