import type { z } from 'zod';
import { actionInputs } from '../../../api/cases/inputs';
import { inputKinds } from '../../../domain/lifecycle/inputs';
import { roles, type Role } from '../../../domain/lifecycle/roles';
import { initialState } from '../../../domain/lifecycle/state';
import { uuidOf } from '../../../store/uuid';
import { customSentences } from '../../support/inputs/sentences';
import { places, type Place } from '../../support/inputs/places';
import type { Ids } from '../../support/inputs/right';
import { wrongInputs } from '../../support/inputs/wrong';
import { startApi, type Api } from '../support/api';
import { addCase } from '../support/case-row';
import { countRows } from '../support/rows';

const VILLAGE = '530581001000';
const offices: Readonly<Partial<Record<Role, string>>> = { hotlineOperator: '530581' };
const officeOf = (role: Role): string => offices[role] ?? VILLAGE.slice(0, roles[role].level === 'county' ? 6 : 9);

let api: Api;
let one: { readonly id: string; readonly personId: string };
let ids: Ids;
let strangers: Ids;
const tokens = new Map<Role, string>();
/** Every sentence that a field was refused with. */
const told = new Set<string>();

/** A case with something of everything that an input can point to. */
const furnish = async (): Promise<{ readonly one: typeof one; readonly ids: Ids }> => {
  const added = await addCase(api.sql, VILLAGE);
  const id = (what: string): string => uuidOf('test', added.id, what);
  const staff = await Promise.all(
    ['townshipClerk', 'villageAssistant'].map((role) => api.addStaff([{ role: role as Role, division: '530581001' }])),
  );
  await api.sql(`
    insert into document (id, case_id, kind, name, mime, size, sha256, storage_key, uploaded_at)
      values ('${id('document')}', '${added.id}', 'other', '照片.jpg', 'image/jpeg', 1, '', '${id('document')}', now());
    insert into letter (id, case_id, kind, title, body, hash, sequence, created_at)
      values ('${id('letter')}', '${added.id}', 'refusal', '不予确认通知书', '', '', 1, now());`);
  const found = {
    person: [added.personId],
    staff: staff.map((member) => member.id),
    document: [id('document')],
    letter: [id('letter')],
    case: [added.id],
  };
  return { one: added, ids: found };
};

beforeAll(async () => {
  api = await startApi({ limits: { general: 1_000_000, failedLogins: 1000 } });
  const [own, other] = [await furnish(), await furnish()];
  ({ one, ids } = own);
  // An account and a case are known beyond one case: only a person, a paper or a letter can be another case's.
  strangers = { ...other.ids, staff: [], case: [] };
  for (const role of new Set(places.map(({ by }) => by))) tokens.set(role, await api.as(role, officeOf(role)));
});
afterAll(() => api.stop());

/** Puts the case where the step is the next. */
const stand = async ({ programme: of, stage, matter }: Place): Promise<void> => {
  const state = {
    ...initialState(one.id, of, VILLAGE, 'engine'),
    stage,
    stageVersion: 1,
    sequence: 1,
    matters: matter ? [matter] : [],
  };
  await api.sql(`update "case" set stage = '${stage}', snapshot = '${JSON.stringify(state)}' where id = '${one.id}'`);
};

const send = ({ call, by, action, matter }: Place, input: unknown) =>
  api.call(call, {
    token: tokens.get(by),
    params: { caseId: one.id, action, ...(matter && { matterId: matter.id }) },
    body: call === 'openMatter' ? { kind: action, input } : { expectedVersion: 1, input },
  });

/** @clause 一(四) every step that a person takes refuses what is wrong in its form, names the field and changes nothing */
describe('wrong input', () => {
  test.each(places.map((place) => [place.name, place] as const))('%s', async (_name, place) => {
    await stand(place);
    const before = await countRows(api.sql);
    const wrong = wrongInputs(place.needs, ids, strangers);
    expect(wrong.length).toBeGreaterThan(0);
    for (const { why, path, input } of wrong) {
      const { status, body } = await send(place, input);
      const fields = (body['fields'] ?? []) as readonly { readonly path: string; readonly message: string }[];
      fields.forEach(({ message }) => told.add(message));
      const said = { why, path, refused: status === 400 || status === 422, named: fields.map((field) => field.path) };
      expect(said).toEqual({ why, path, refused: true, named: expect.arrayContaining([path]) as string[] });
      expect(fields.filter((field) => field.path !== path)).toEqual([]);
      expect(fields.filter(({ message }) => !/[\u4e00-\u9fff]{2}/.test(message))).toEqual([]);
    }
    expect(await countRows(api.sql)).toEqual(before);
  });

  it('is looked for in every form and against every rule of its schema', () => {
    expect(new Set(places.map(({ needs }) => needs))).toEqual(new Set(Object.keys(inputKinds)));
    const rules = Object.values(actionInputs).flatMap((schema) => customSentences(schema as z.ZodType));
    expect(rules.length).toBeGreaterThan(10);
    expect([...new Set(rules)].filter((sentence) => !told.has(sentence))).toEqual([]);
  });
});
