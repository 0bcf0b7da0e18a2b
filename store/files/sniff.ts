interface Kind {
  readonly mime: string;
  readonly label: string;
  matches(bytes: Buffer): boolean;
}

const at = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.subarray(offset, offset + text.length).toString('latin1') === text;

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** By what the file begins with; the name and what the browser says of it count for nothing. */
const kinds: readonly Kind[] = [
  { mime: 'image/jpeg', label: 'JPEG', matches: (bytes) => at(bytes, 0, '\xff\xd8\xff') },
  { mime: 'image/png', label: 'PNG', matches: (bytes) => at(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mime: 'image/webp', label: 'WebP', matches: (bytes) => at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP') },
  {
    mime: 'image/heic',
    label: 'HEIC',
    matches: (bytes) => at(bytes, 4, 'ftyp') && heicBrands.has(bytes.subarray(8, 12).toString('latin1')),
  },
  { mime: 'application/pdf', label: 'PDF', matches: (bytes) => at(bytes, 0, '%PDF-') },
];

export const knownKinds = kinds.map(({ label }) => label).join('、');

/** The media type, or undefined for anything that is no photo, scan or PDF. */
export const sniff = (bytes: Uint8Array): string | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kinds.find((kind) => kind.matches(buffer))?.mime;
};
