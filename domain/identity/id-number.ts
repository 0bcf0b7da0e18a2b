import { isCivilDate, type CivilDate } from '../civil-date';
import { normalised, wrong, type Checked } from './check';

export type Sex = 'male' | 'female';

/** A citizen's number by GB 11643: 6 digits place, 8 birth date, 3 sequence (odd = male), check character. */
export interface IdNumber {
  /** 18 characters, X in capital. */
  readonly number: string;
  readonly birthDate: CivilDate;
  readonly sex: Sex;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';

/** The check character of the first 17 digits. */
export const checkCharacterOf = (digits: string): string =>
  CHECK.charAt(WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % CHECK.length);

export const birthDateOf = (number: string): CivilDate =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
export const sexOf = (number: string): Sex => (Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female');

/** `on`: the day that no birth may lie after. The place is that of the birth and need not be in today's list. */
export const checkIdNumber = (written: string, on: CivilDate): Checked<IdNumber> => {
  const number = normalised(written);
  if (/^\d{15}$/.test(number)) return wrong('15位旧身份证号已停用,请填写18位身份证号');
  if (!/^\d{17}[\dX]$/.test(number)) return wrong('身份证号应为18位数字,末位可以是X');
  const birthDate = birthDateOf(number);
  if (!isCivilDate(birthDate)) return wrong('身份证号中的出生日期不存在,请核对第7至14位');
  if (birthDate > on) return wrong('身份证号中的出生日期晚于办理日期,请核对第7至14位');
  if (checkCharacterOf(number) !== number.charAt(17)) return wrong('身份证号校验位不对,请逐位核对');
  return { ok: true, number, birthDate, sex: sexOf(number) };
};
