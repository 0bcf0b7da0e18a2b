import { createHash } from 'node:crypto';
import type { CivilDate } from '../../domain/civil-date';
import type { Member, Relation } from '../../domain/dibao/input';
import { checkCharacterOf } from '../../domain/identity/id-number';

/** No county has this code: a number made here belongs to nobody. */
const NOWHERE = '539900';

/** A number with a valid check digit for an invented person; the same person always gets the same. */
export const inventedIdNumber = (name: string, birthDate: CivilDate, sex: 'male' | 'female'): string => {
  const drawn = createHash('sha256').update(`${name}/${birthDate}`).digest().readUInt16BE(0) % 499;
  const serial = drawn * 2 + (sex === 'male' ? 1 : 2);
  const digits = `${NOWHERE}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
};

/** A member of an invented household: `ref` names them within their story. */
export interface Relative extends Omit<Member, 'id' | 'name' | 'birthDate' | 'sex' | 'idNumber'> {
  readonly ref: string;
  readonly name: string;
  readonly idNumber: string;
}

type More = Partial<Omit<Relative, 'ref' | 'name' | 'relation' | 'idNumber'>>;

/** `who`: 「m1 尹家成 男 1979-04-11」. */
export const person = (who: string, relation: Relation, more: More = {}): Relative => {
  const [ref = '', name = '', sex = '', birthDate = ''] = who.split(' ');
  return {
    ref,
    name,
    relation,
    idNumber: inventedIdNumber(name, birthDate, sex === '男' ? 'male' : 'female'),
    ...more,
  };
};
