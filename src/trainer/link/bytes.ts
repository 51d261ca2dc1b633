// Bytes as text that may stand in an address, and a checksum that notices any slip in them.
import { PancakeError, show } from '../../engine';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const places = new Map([...letters].map((letter, place) => [letter, place]));

/** Bytes in base64url: letters, digits, - and _, four to three bytes, without padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += letters[bits >> 18]! + letters[(bits >> 12) & 63]!;
    if (left > 1) text += letters[(bits >> 6) & 63]!;
    if (left > 2) text += letters[bits & 63]!;
  }
  return text;
}

/** @throws PancakeError if there is anything but base64url in the text */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const place = places.get(text[i]!);
    if (place === undefined) {
      throw new PancakeError(
        `the link has ${show(text[i])} in it; a link is made of letters, digits, - and _ only`,
      );
    }
    bits = ((bits << 6) | place) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  return bytes;
}

const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let bits = byte;
  for (let i = 0; i < 8; i++) bits = bits & 1 ? (bits >>> 1) ^ 0xedb88320 : bits >>> 1;
  return bits;
});

/** CRC-32, as in zip files and PNG. */
export function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) {
    crc = remainders[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
