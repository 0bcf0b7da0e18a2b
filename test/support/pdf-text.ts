import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

/** Objects of a file written by pdfkit: plain, one after the other, streams deflated. */
const objectsOf = (bytes: Buffer): ReadonlyMap<string, PdfObject> => {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const dictionary = text.slice(start, text.indexOf('endobj', start)).split('\nstream\n')[0] ?? '';
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const at = start + dictionary.length + '\nstream\n'.length;
    const raw = text.startsWith('\nstream\n', start + dictionary.length) ? bytes.subarray(at, at + length) : undefined;
    objects.set(match[1]!, {
      dictionary,
      stream: raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw,
    });
  }
  return objects;
};

/** Glyph number → text, from the font's ToUnicode table. */
const glyphsOf = (cmap: string): ReadonlyMap<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, first, , values] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/gs)) {
    [...values!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, units], at) => {
      const codes = units!.split(' ').map((unit) => Number.parseInt(unit, 16));
      glyphs.set(Number.parseInt(first!, 16) + at, String.fromCharCode(...codes));
    });
  }
  return glyphs;
};

const reference = (dictionary: string, name: string): string | undefined =>
  new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];

/** Like a reader's "copy text": pieces on one baseline are joined, another baseline begins a new line. */
const pageText = (content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string => {
  const parts: string[] = [];
  let [font, y] = ['', ''];
  const tokens = /1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
  for (const [, newY, newFont, shown] of content.matchAll(tokens)) {
    if (newFont !== undefined) font = newFont;
    else if (newY !== undefined) {
      if (y !== '' && newY !== y) parts.push('\n');
      y = newY;
    } else
      for (const [, hex] of shown!.matchAll(/<([0-9a-f]+)>/g))
        for (const glyph of hex!.match(/.{4}/g) ?? [])
          parts.push(fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '\ufffd');
  }
  return parts.join('');
};

/** The text of each page, in the order of the pages. */
export const pagesOf = (bytes: Buffer): string[] => {
  const objects = objectsOf(bytes);
  const get = (id: string | undefined) => (id === undefined ? undefined : objects.get(id));
  const root = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Pages'));
  const kids = /\/Kids \[(.*?)\]/s.exec(root?.dictionary ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = get(id)?.dictionary ?? '';
    const resources = get(reference(page, 'Resources'))?.dictionary ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => {
        const cmap = get(reference(get(font)?.dictionary ?? '', 'ToUnicode'))?.stream?.toString('latin1') ?? '';
        return [name!, glyphsOf(cmap)] as const;
      }),
    );
    return pageText(get(reference(page, 'Contents'))?.stream?.toString('latin1') ?? '', fonts);
  });
};

export const textOf = (bytes: Buffer): string => pagesOf(bytes).join('\n\n');
