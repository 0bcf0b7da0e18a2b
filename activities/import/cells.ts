import { isCivilDate, isCivilMonth } from '../../domain/civil-date';
import { isYuan } from '../../domain/money';

/** A cell that says nothing of use throws this; the sentence goes to the line and the column. */
export class BadCell extends Error {}

const bad = (message: string): never => {
  throw new BadCell(message);
};

export type Reader<Value> = (cell: string) => Value;

export const text: Reader<string> = (cell) => cell;

export const oneOf =
  <Value>(table: Readonly<Record<string, Value>>): Reader<Value> =>
  (cell) =>
    Object.hasOwn(table, cell.normalize('NFKC'))
      ? table[cell.normalize('NFKC')]!
      : bad(`“${cell}”不认识,可填:${Object.keys(table).join('、')}`);

/** 「2022-4」, 「202204」, 「2022/04」, 「2022年4月」. */
export const month: Reader<string> = (cell) => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(cell);
  const read = match ? `${match[1]}-${match[2]!.padStart(2, '0')}` : '';
  return isCivilMonth(read) ? read : bad(`“${cell}”不是月份,请写成2022-04`);
};

export const day: Reader<string> = (cell) => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(cell);
  const read = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  return isCivilDate(read) ? read : bad(`“${cell}”不是日期,请写成2022-04-15`);
};

/** Yuan, as the rules take them: a string with at most two decimals. */
export const money: Reader<string> = (cell) => {
  const plain = cell.normalize('NFKC').replace(/[,元¥\s]/g, '');
  return isYuan(plain) && !plain.startsWith('-') ? plain : bad(`“${cell}”不是金额,请填不小于0的元数,最多两位小数`);
};

export const divisionCode: Reader<string> = (cell) =>
  /^\d{9}(\d{3})?$/.test(cell) ? cell : bad(`“${cell}”不是9位(乡镇)或12位(村)的行政区划代码`);

export const idNumber: Reader<string> = (cell) => cell.normalize('NFKC').replace(/\s/g, '').toUpperCase();
