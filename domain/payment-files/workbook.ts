import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
} as const;

/** The first day that a zip archive can name: the same content is the same bytes, whenever it is written. */
const NO_DAY = '1980-01-01T00:00:00';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface Cell {
  readonly text: string;
  readonly numeric: boolean;
}

/** A, B, … Z, AA: columns as a sheet names them. */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** @param number from 1, as the sheet counts */
export const sheetRow = (number: number, cells: readonly Cell[]): Uint8Array =>
  strToU8(
    `<row r="${number}">${cells
      .map(({ text, numeric }, index) => {
        const at = `r="${columnName(index)}${number}"`;
        return numeric
          ? `<c ${at}><v>${text}</v></c>`
          : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
      })
      .join('')}</row>`,
  );

/** A workbook of one sheet. @param rows as `sheetRow` gives them */
export const workbookOf = (rows: readonly Uint8Array[]): Uint8Array => {
  const sheet = Buffer.concat([
    strToU8(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`),
    ...rows,
    strToU8('</sheetData></worksheet>'),
  ]);
  const named = Object.entries(parts).map(([name, xml]): [string, Uint8Array] => [name, strToU8(HEAD + xml)]);
  return zipSync(
    { ...Object.fromEntries(named), 'xl/worksheets/sheet1.xml': new Uint8Array(sheet) },
    { level: 6, mtime: new Date(NO_DAY) },
  );
};
