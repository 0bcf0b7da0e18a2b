import fc from 'fast-check';
import { levelDigits, roles, type Role } from '../../domain/lifecycle/roles';
import type { Operation } from '../../api/operation';
import { operations, type OperationName } from '../../api/operations';
import { allows, covers, permissionRow } from '../../api/permissions';
import { startApi, type Api } from './support/api';

const place = '530581001001';
const elsewhere = '530381001001';
const places = [place, elsewhere].flatMap((code) => Object.values(levelDigits).map((digits) => code.slice(0, digits)));
const persons = (Object.keys(roles) as Role[]).flatMap((role) =>
  [...new Set(places)].map((division) => ({ role, division })),
);

const divisionIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'division' in input ? String(input.division) : undefined;
const withDivision = (input: unknown, division: string): unknown =>
  divisionIn(input) === undefined ? input : { ...(input as object), division };

/** Some operations take no code shorter than a township's: the same place, written out as far as their example is. */
const writtenOut = ({ example }: Operation, target: string): string =>
  target.padEnd((divisionIn(example.query) ?? divisionIn(example.input) ?? '').length, '0');

/** The example of an operation, for the target where it names a division under that word. */
const requestFor = (operation: Operation, place: string) => {
  const { params = {}, query = {}, input } = operation.example;
  const target = writtenOut(operation, place);
  return {
    params,
    query: withDivision(query, target),
    body: input === undefined ? undefined : withDivision(input, target),
  };
};

/** What the table says of a person, an operation and the division that the request names. */
const expected = (
  operation: Operation,
  person: { role: Role; division: string },
  target: string,
): 'passes' | 'refused' => {
  const named = operation.division?.(requestFor(operation, target));
  return allows(operation.permission, person) && (named === undefined || covers(person, named)) ? 'passes' : 'refused';
};

describe('all operations × roles × divisions', () => {
  let api: Api;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi({ limits: { general: 100_000, failedLogins: 100_000 } });
    for (const { role, division } of persons) tokens.set(`${role}@${division}`, await api.as(role, division));
  });
  afterAll(() => api.stop());

  const send = (name: OperationName, token: string | undefined, place: string) => {
    const operation: Operation = operations[name];
    const { params, query, body } = requestFor(operation, place);
    return api.call(name, {
      token,
      params: params as Record<string, string>,
      query: query as Record<string, string>,
      ...(operation.accepts === 'bytes'
        ? { body: Buffer.from('x'), headers: { 'Content-Type': 'application/octet-stream' } }
        : {}),
      ...(body === undefined ? {} : { body }),
    });
  };
  /** Passing means that permission did not stand in the way: not found, or refused by a rule, is not a refusal by permission. */
  const verdict = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) =>
    status === 401 || (status === 403 && body['code'] === 'forbidden') ? 'refused' : 'passes';

  const names = Object.keys(operations) as OperationName[];
  const guarded = names.filter((name) => !permissionRow(operations[name].permission)?.public && name !== 'logOut');

  it('nobody without log-in passes anything that is not public', async () => {
    for (const name of guarded) expect([name, (await send(name, undefined, place)).status]).toEqual([name, 401]);
  });

  it('each person passes exactly what the table gives, in a seeded sample of all combinations', async () => {
    const combination = fc.record({
      name: fc.constantFrom(...guarded),
      person: fc.constantFrom(...persons),
      target: fc.constantFrom(...new Set(places)),
    });
    await fc.assert(
      fc.asyncProperty(combination, async ({ name, person, target }) => {
        const got = await send(name, tokens.get(`${person.role}@${person.division}`), target);
        expect(verdict(got)).toBe(expected(operations[name], person, target));
      }),
      { seed: 530_581, numRuns: 600, endOnFailure: true },
    );
  });

  it('every operation has at least one person who passes and one who does not', async () => {
    for (const name of guarded) {
      const verdicts = persons.map((person) => expected(operations[name], person, place));
      expect([name, new Set(verdicts).size]).toEqual([name, 2]);
    }
  });

  it('refuses an operation whose permission is not in the table', async () => {
    const odd = { ...operations.listStaff, permission: 'staff.invented' } as unknown as Operation;
    const other = await startApi({ operations: { odd } });
    expect((await other.call('odd', { token: await other.as('administrator', '53') })).status).toBe(403);
    await other.stop();
  });
});
