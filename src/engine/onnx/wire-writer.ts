// Protocol Buffers, the writing side: fields of a message, one after the other.
// https://protobuf.dev/programming-guides/encoding

/** The kinds of fields, by how they are written. */
export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

const utf8 = new TextEncoder();

/** A message being written. */
export class MessageWriter {
  private readonly parts: Uint8Array[] = [];
  private size = 0;

  /** A whole number; below 0 as 64 bits in two's complement. */
  integer(field: number, value: number): this {
    return this.add(varint(field * 8 + wire.varint), varint(value));
  }

  /** A number of 32 bits. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.add(varint(field * 8 + wire.fixed32), bytes);
  }

  bytes(field: number, bytes: Uint8Array): this {
    return this.add(varint(field * 8 + wire.bytes), varint(bytes.length), bytes);
  }

  /** A text; nothing at all if it is empty, which means the same. */
  text(field: number, text: string): this {
    return text ? this.bytes(field, utf8.encode(text)) : this;
  }

  message(field: number, message: MessageWriter): this {
    return this.bytes(field, message.finish());
  }

  messages<T>(field: number, all: readonly T[], write: (one: T) => MessageWriter): this {
    for (const one of all) this.message(field, write(one));
    return this;
  }

  /** Whole numbers in one piece. */
  integers(field: number, values: readonly number[]): this {
    return values.length ? this.bytes(field, joined(values.map(varint))) : this;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return joined(this.parts, this.size);
  }

  private add(...parts: Uint8Array[]): this {
    for (const part of parts) {
      this.parts.push(part);
      this.size += part.length;
    }
    return this;
  }
}

// Seven bits to a byte, the lowest first; the eighth bit says that more follow.
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function joined(
  parts: readonly Uint8Array[],
  size = parts.reduce((n, { length }) => n + length, 0),
) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
