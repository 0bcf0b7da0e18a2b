import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

/** A part of a zip archive, its content as it lies there. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** A comment at the end of an archive is no longer. */
const LONGEST_COMMENT = 0xffff;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** In the place of a size: too large for this form. */
const ELSEWHERE = 0xffffffff;
const PIECE = 64 * 1024;

const cut = (): Error => new Error('文件不完整或已损坏');

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw cut();
};

/** The parts by the directory at the archive's end, in its order; nothing is unpacked. @throws Error where it is cut off */
export const partsOf = (bytes: Uint8Array): readonly Part[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw cut();
    const u16 = (offset: number): number => view.getUint16(at + offset, true);
    const u32 = (offset: number): number => view.getUint32(at + offset, true);
    const [packed, size, local] = [u32(20), u32(24), u32(42)];
    if ([packed, size, local].includes(ELSEWHERE) || local + LOCAL_SIZE > end) throw cut();
    const from = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (view.getUint32(local, true) !== LOCAL || from + packed > end) throw cut();
    const name = Buffer.from(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + u16(28))).toString('utf8');
    parts.push({ name, method: u16(10), crc: u32(16), size, content: bytes.subarray(from, from + packed) });
    at += CENTRAL_SIZE + u16(28) + u16(30) + u16(32);
  }
  return parts;
};

const headerOf = ({ name, method, crc, size, content }: Part): Buffer => {
  const called = Buffer.from(name, 'utf8');
  const header = Buffer.alloc(LOCAL_SIZE);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(called.length, 26);
  return Buffer.concat([header, called]);
};

const STORED = 0;
const DEFLATED = 8;

const piecesOf = function* (content: Uint8Array): Generator<Buffer> {
  for (let from = 0; from < content.length; from += PIECE) yield Buffer.from(content.subarray(from, from + PIECE));
};

const unpacked = ({ method, content }: Part): AsyncIterable<Buffer> => {
  const pieces = Readable.from(piecesOf(content));
  if (method === STORED) return pieces;
  if (method === DEFLATED) return pieces.pipe(createInflateRaw());
  throw cut();
};

/** A small part as text. @throws Error where it is longer than `most` bytes */
export const textOf = ({ method, content }: Part, most: number): string => {
  if (method === STORED) return Buffer.from(content.subarray(0, most)).toString('utf8');
  return inflateRawSync(content, { maxOutputLength: most }).toString('utf8');
};

/** What is not there, with a content of our own. */
export const storedPart = (name: string, text: string): Part => {
  const content = Buffer.from(text, 'utf8');
  return { name, method: STORED, crc: crc32(content), size: content.length, content };
};

/** Of damaged bytes the reader would wait for the rest for ever; what is longer than it says is read no further. @throws Error */
export const requireWhole = async (part: Part): Promise<void> => {
  let [crc, size] = [0, 0];
  try {
    for await (const piece of unpacked(part)) {
      [crc, size] = [crc32(piece, crc), size + piece.length];
      if (size > part.size) break;
    }
  } catch {
    throw cut();
  }
  if (crc !== part.crc || size !== part.size) throw cut();
};

/** Parts as an archive that is read from its beginning, piece by piece as they lie there. */
export const written = function* (parts: readonly Part[]): Generator<Buffer> {
  for (const part of parts) {
    yield headerOf(part);
    yield* piecesOf(part.content);
  }
};
