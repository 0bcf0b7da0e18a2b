import { randomUUID } from 'node:crypto';
import { nextCaseNumber } from '../../store/cases/submission/number';
import { fileCase } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

const at = (division: string) => ({ staffId: randomUUID(), division });
let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores.close());

it('counts the cases of a county without gap or twin, whichever township asks', async () => {
  const ask = (division: string) =>
    stores.api.withScope(at(division), (tx) => nextCaseNumber({ tx, division: `${division}000`, on: '2022-07-01' }));
  const refused = stores.api.withScope(at('530581001'), async (tx) => {
    await nextCaseNumber({ tx, division: '530581001000', on: '2022-07-01' });
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  const numbers = [await ask('530581001'), await ask('530581002'), await ask('530581001')];
  expect(numbers).toEqual(['530581-2022-000001', '530581-2022-000002', '530581-2022-000003']);
  expect(await ask('530602001')).toBe('530602-2022-000001');
});

it('tells of open cases of the same programme anywhere, not of closed ones nor of members who left', async () => {
  const [open, closed, left] = await stores.worker.prisma.$transaction(async (tx) => [
    await fileCase(tx, { division: '530602001000', number: 'open' }),
    await fileCase(tx, { division: '530602001000' }),
    await fileCase(tx, { division: '530602001000' }),
  ]);
  await stores.worker.prisma.case.update({ where: { id: closed!.caseId }, data: { closedAt: new Date() } });
  await stores.worker.prisma.caseMember.updateMany({ where: { caseId: left!.caseId }, data: { leftOn: '2022-07-01' } });
  const persons = [open!, closed!, left!].map(({ personId }) => personId);
  const of = (programme: string) =>
    stores.api.withScope(
      at('530581001'),
      (tx) =>
        tx.$queryRaw<
          unknown[]
        >`select case_id, number, division, person_id from open_cases_of(${persons}::uuid[], ${programme})`,
    );
  expect(await of('dibao')).toEqual([
    { case_id: open!.caseId, number: 'open', division: '530602001000', person_id: open!.personId },
  ]);
  expect(await of('tekun')).toEqual([]);
});

it('makes one row of a person whom two offices enrol at the same moment', async () => {
  const idIndex = stores.api.cipher.blindIndex('539900198001010011');
  const enrol = (division: string) =>
    stores.api.withScope(
      at(division),
      (tx) =>
        tx.$queryRaw<
          { id: string }[]
        >`select id from enrol_person(${randomUUID()}::uuid, '钱乙', '1980-01-01', 'male', ${idIndex}, null::bytea, null::bytea)`,
    );
  const found = await Promise.all(['530581001', '530602001', '530301001'].map(enrol));
  expect(new Set(found.map((rows) => rows[0]?.id)).size).toBe(1);
  expect(await stores.worker.prisma.person.count({ where: { idIndex } })).toBe(1);
});

it('opens the functions to the two roles alone', async () => {
  const { rows } = await stores.owner.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('public', oid, 'execute') and prorettype <> 'trigger'::regtype`,
  );
  expect(rows).toEqual([]);
});
