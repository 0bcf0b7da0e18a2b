import { AppError } from '../../../domain/errors';
import { checkIdNumber } from '../../../domain/identity';
import { civilDateAt } from '../../../domain/civil-date';
import type { Context } from '../../context';
import { text } from '../../fields';
import type { Conditions } from '../../paging';

const NAMES = 500;
const isNumber = (written: string): boolean => /^\d{6}-\d{4}-\d{1,6}$|^[\d-]{4,18}$/.test(written);

/** A case number or the beginning of one; else part of the applicant's or a member's name. */
const byText = (conditions: Conditions, written: string): void => {
  if (isNumber(written)) return conditions.add(`c.number like $$ || '%'`, written);
  const name = conditions.value(written);
  conditions.plain(`(c.id in (select cases_by_name(${name}, ${NAMES})) or exists (
    select from case_member m join person p on p.id = m.person_id where m.case_id = c.id and p.name = ${name}))`);
};

const byIdNumber = ({ store, now }: Context, conditions: Conditions, written: string): void => {
  const checked = checkIdNumber(written, civilDateAt(now().getTime()));
  if (!checked.ok)
    throw new AppError('invalidInput', `填写有误:${checked.message}`, {
      fields: [{ path: 'idNumber', message: checked.message }],
    });
  conditions.add(
    'exists (select from case_member m join person p on p.id = m.person_id where m.case_id = c.id and p.id_index = $$)',
    store.cipher.blindIndex(checked.number),
  );
};

export const searched = {
  text: text('姓名或案件号', { max: 60 }).exactOptional(),
  idNumber: text('身份证号', { max: 40 }).exactOptional(),
};

interface Searched {
  readonly text?: string;
  readonly idNumber?: string;
}

/** What was searched for, as conditions. @throws AppError invalidInput for an ID number that cannot be one */
export const searchedFor =
  (context: Context, { text: written, idNumber }: Searched) =>
  (conditions: Conditions): void => {
    if (written !== undefined) byText(conditions, written);
    if (idNumber !== undefined) byIdNumber(context, conditions, idNumber);
  };
