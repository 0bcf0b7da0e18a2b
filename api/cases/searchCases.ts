import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { checkIdNumber } from '../../domain/identity';
import { civilDateAt } from '../../domain/civil-date';
import type { Context } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import type { Conditions } from '../paging';
import { searchFilters } from './list/filters';
import { readCaseList } from './list/read';
import { CaseSummary, exampleSummary } from './views/summary';

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

export const searchCases = operation({
  method: 'post',
  path: '/api/v1/cases/search',
  permission: 'case.read',
  tag: '案件',
  summary: '查找案件',
  description:
    '按姓名、案件号(text)或身份证号(idNumber),可加筛选。姓名和身份证号不放在网址中,所以用 POST;不改变任何内容,不需要 Idempotency-Key。',
  effect: 'read',
  input: body({
    text: text('姓名或案件号', { max: 60 }).exactOptional(),
    idNumber: text('身份证号', { max: 40 }).exactOptional(),
    ...searchFilters,
  }),
  output: z.object({ items: z.array(CaseSummary), next: z.string().nullable() }),
  example: { input: { text: '甲示例' }, output: { items: [exampleSummary], next: null } },
  handler: (context, { body: { text: written, idNumber, ...filters } }) =>
    readCaseList(context, filters, (conditions) => {
      if (written !== undefined) byText(conditions, written);
      if (idNumber !== undefined) byIdNumber(context, conditions, idNumber);
    }),
});
