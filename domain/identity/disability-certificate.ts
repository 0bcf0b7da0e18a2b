import type { CivilDate } from '../civil-date';
import { normalised, wrong, type Checked } from './check';
import { checkIdNumber } from './id-number';

/** By the 19th digit (GB/T 26341). */
const categories = {
  1: 'visual',
  2: 'hearing',
  3: 'speech',
  4: 'physical',
  5: 'intellectual',
  6: 'mental',
  7: 'multiple',
} as const;

export interface DisabilityCertificate {
  /** 20 characters, without the mark of a reissue. */
  readonly number: string;
  readonly idNumber: string;
  readonly category: (typeof categories)[keyof typeof categories];
  /** 1 is the most severe. */
  readonly grade: 1 | 2 | 3 | 4;
  /** The mark of a reissue, e.g. B1. */
  readonly reissue?: string;
}

const PARTS = /^(\d{17}[\dX])(\d)(\d)([A-Z]\d{1,2})?$/;

/** A certificate number: the holder's ID number, a category digit, a grade digit, perhaps the mark of a reissue. */
export const checkDisabilityCertificate = (written: string, on: CivilDate): Checked<DisabilityCertificate> => {
  const [, id = '', category = '', grade = '', reissue] = PARTS.exec(normalised(written)) ?? [];
  if (id === '') return wrong('残疾人证号应为20位:18位身份证号加类别和等级各1位');
  const holder = checkIdNumber(id, on);
  if (!holder.ok) return wrong(`残疾人证号的前18位不对:${holder.message}`);
  const kind = categories[Number(category) as keyof typeof categories];
  if (kind === undefined) return wrong('残疾人证号第19位为残疾类别,应为1至7');
  if (!/[1-4]/.test(grade)) return wrong('残疾人证号第20位为残疾等级,应为1至4');
  return {
    ok: true,
    number: `${holder.number}${category}${grade}`,
    idNumber: holder.number,
    category: kind,
    grade: Number(grade) as DisabilityCertificate['grade'],
    ...(reissue !== undefined && { reissue }),
  };
};
