import { randomUUID } from 'node:crypto';
import type { TestStore } from './store';

/** The least that makes a case: for tests of what hangs on a case, not of the case itself. */
export const addCase = async (sql: TestStore['sql'], division: string): Promise<{ id: string; personId: string }> => {
  const [id, household, person] = [randomUUID(), randomUUID(), randomUUID()];
  await sql(`
    insert into person (id, name, birth_date, sex) values ('${person}', '测试申请人', '1980-01-01', 'female');
    insert into household (id, division, area) values ('${household}', '${division}', 'rural');
    insert into "case" (id, number, programme, division, area, household_id, applicant_id, applicant_name, member_count,
      stage, submitted_at, stage_since, snapshot)
    values ('${id}', '${id.slice(0, 18)}', 'dibao', '${division}', 'rural', '${household}', '${person}', '测试申请人', 1,
      'investigating', now(), now(), '{}');
    insert into case_member (case_id, person_id, relation) values ('${id}', '${person}', 'applicant');`);
  return { id, personId: person };
};

export const declareRelative = (sql: TestStore['sql'], caseId: string, personId: string, staffId: string) =>
  sql(`insert into relative_declaration (id, case_id, person_id, staff_id, relative_name, post, relation, declared_at)
    values ('${randomUUID()}', '${caseId}', '${personId}', '${staffId}', '测试', '经办', '姐妹', now())`);
