import { civilDateAt } from '../../domain/civil-date';
import { textOf } from '../support/pdf-text';
import { COUNTY, startCaseApi, TOWNSHIP, type CaseApi } from './support/case-api';
import { publicise } from './support/publicise';

const VILLAGE = `${TOWNSHIP}000`;
let world: CaseApi;
let waiting: string;
let posted: string;
beforeAll(async () => {
  world = await startCaseApi();
  waiting = (await publicise(world, { posted: false })).id;
  posted = (await publicise(world)).id;
});
afterAll(() => world.close());

interface Item {
  readonly caseId: string;
  readonly state: string;
  readonly endPhoto: boolean;
  readonly objections: number;
  readonly endsOn: string | null;
}
const today = (): string => civilDateAt(world.api.clock.now().getTime());
const get = (
  name: 'listNotices' | 'countNotices' | 'listNoticeEvidence' | 'readBoard' | 'printBoard',
  query: Record<string, string> = {},
  token = world.team.clerk,
) => world.api.call(name, { token, query });
const items = async (query: Record<string, string> = {}): Promise<Item[]> =>
  (await get('listNotices', query)).body['items'] as Item[];
const stateOf = async (caseId: string): Promise<string | undefined> =>
  (await items()).find((item) => item.caseId === caseId)?.state;
const upload = async (caseId: string, kind: string): Promise<string> => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const got = await world.api.call('uploadDocument', {
    token: world.team.clerk,
    params: { caseId },
    query: { kind, name: '照片.png' },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(pixel, 'base64'),
  });
  return String(got.body['id']);
};

describe('the list of notices', () => {
  it('says of each what is to be done, exactly counted, by page', async () => {
    expect([await stateOf(waiting), await stateOf(posted)]).toEqual(['toPost', 'running']);
    expect((await get('countNotices')).body).toEqual({ toPost: 1, running: 1, endPhoto: 0, objected: 0 });
    expect((await items({ state: 'toPost' })).map(({ caseId }) => caseId)).toEqual([waiting]);
    const first = await get('listNotices', { limit: '1' });
    const second = await get('listNotices', { limit: '1', cursor: String(first.body['next']) });
    const seen = [first, second].flatMap(({ body }) => (body['items'] as Item[]).map(({ caseId }) => caseId));
    expect([...seen].sort()).toEqual([posted, waiting].sort());
    expect(second.body['next']).toBeNull();
  });

  it('shows nothing of another township, and nothing of a case to a declared relative', async () => {
    const other = await world.api.as('townshipClerk', '530581002');
    expect((await get('listNotices', {}, other)).body['items']).toEqual([]);
    expect((await get('readBoard', { division: VILLAGE }, other)).status).toBe(403);
    const relative = await world.api.addStaff([{ role: 'townshipClerk', division: TOWNSHIP }]);
    const { members } = await world.read(waiting);
    await world.api.sql(`insert into relative_declaration
      (id, case_id, person_id, staff_id, relative_name, relation, post, declared_at)
      values (gen_random_uuid(), '${waiting}', '${members[0]!.personId}', '${relative.id}', '某', '兄弟', '经办人', now())`);
    const seen = (await get('listNotices', {}, await world.api.tokenOf(relative))).body['items'] as Item[];
    expect(seen.map(({ caseId }) => caseId)).toEqual([posted]);
  });
});

describe('the list for the board of a village', () => {
  /** @clause 一(四) the board's list of a village: name, members and amount, nothing else */
  it('holds all that hang from that day, by name, members and amount and nothing else', async () => {
    const got = await get('printBoard', { division: VILLAGE });
    expect(got.status).toBe(200);
    const text = textOf(got.bytes!);
    for (const id of [waiting, posted]) {
      const { applicantName, members } = await world.read(id);
      expect(text).toContain(applicantName);
      for (const { name, applicant, idNumberMasked } of members) {
        if (!applicant) expect(text).not.toContain(name);
        expect(text).not.toContain(idNumberMasked);
      }
    }
    expect(text).not.toMatch(/病|残/);
    expect((await get('printBoard', { division: VILLAGE })).bytes!.equals(got.bytes!)).toBe(true);
    const page = (await get('readBoard', { division: VILLAGE })).body['papers'] as { blocks: { kind: string }[] }[];
    expect(page).toHaveLength(1);
    expect(page[0]!.blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['title', 'table', 'signature']));
  });

  it('of a past day has only what was posted then, and prints no empty sheet', async () => {
    const got = await get('printBoard', { division: VILLAGE, postedOn: '2022-01-04' });
    expect(got.body).toMatchObject({ status: 409, code: 'nothingToPrint' });
    expect((await get('readBoard', { division: TOWNSHIP })).status).toBe(400);
  });

  it('is audited with every person it names', async () => {
    await get('readBoard', { division: VILLAGE });
    const { rows } = await world.api.sql(
      `select array_length(persons, 1) as named from audit_row where operation = 'readBoard' order by at desc limit 1`,
    );
    expect(rows).toEqual([{ named: 2 }]);
  });
});

describe('the end of a notice', () => {
  it('asks for the photo of the end on its last day, until it is there, and keeps both as evidence', async () => {
    await world.api.sql(`update deadline set due_at = ((date '${today()}' + 1)::timestamp at time zone 'Asia/Shanghai')
      where case_id = '${posted}' and kind = 'publicNotice'`);
    expect(await stateOf(posted)).toBe('endPhoto');
    expect((await items({ state: 'endPhoto' }))[0]).toMatchObject({ endsOn: today() });
    const documentId = await upload(posted, 'endPhoto');
    expect((await world.act(world.team.clerk, posted, 'recordEndPhoto', { documentId })).status).toBe(200);
    expect((await items()).find(({ caseId }) => caseId === posted)).toMatchObject({ state: 'running', endPhoto: true });
    const { body } = await get('listNoticeEvidence');
    expect(body['items']).toEqual([
      expect.objectContaining({
        caseId: posted,
        endPhotoId: documentId,
        startPhotoId: expect.any(String) as string,
        ending: '正在公示',
      }),
    ]);
  });

  it('shows an objection in the list and in the evidence', async () => {
    await world.act(world.team.clerk, posted, 'raiseObjection', { what: '该户有车未申报' });
    expect(await stateOf(posted)).toBe('objected');
    const county = await world.api.as('countyReviewer', COUNTY);
    const [evidence] = (await get('listNoticeEvidence', {}, county)).body['items'] as { objections: object[] }[];
    expect(evidence).toMatchObject({ ending: '有异议,公示中止', objections: [{ who: '乡镇经办人' }] });
  });

  it('asks for it after the notice too, where the township confirms by itself', async () => {
    const { id } = await publicise(world);
    await world.api.sql(`
      insert into case_event (id, case_id, sequence, epoch, command_id, at, actor_role, actor_division, owner, action, stage, summary, patch, sentence, input_hash)
        select gen_random_uuid(), case_id, sequence + 1, epoch, gen_random_uuid(), now(), 'system', '', owner, 'endNotice', 'confirming', '{}', '{"bump": []}', '公示期满', ''
        from case_event where case_id = '${id}' order by sequence desc limit 1;
      update "case" set stage = 'confirming', authority = 'township' where id = '${id}'`);
    expect(await stateOf(id)).toBe('endPhoto');
    await world.api.sql(`update "case" set authority = 'county' where id = '${id}'`);
    expect(await stateOf(id)).toBeUndefined();
  });
});

describe('long-term publication', () => {
  /** @clause 三(三) long-term publication by village, minors without their names */
  it('lists those in benefit of one village, minors without their names', async () => {
    const [grown, minor] = [await world.submit(), await world.submit()];
    await world.api.sql(
      `update "case" set stage = 'benefiting', monthly_fen = 123450 where id in ('${grown.id}', '${minor.id}')`,
    );
    await world.api.sql(`update person set birth_date = '2020-01-01'
      where id = (select applicant_id from "case" where id = '${minor.id}')`);
    const query = { division: VILLAGE };
    const got = await world.api.call('printRecipients', { token: world.team.clerk, query });
    const text = textOf(got.bytes!);
    for (const shown of [grown.applicantName, '1234.50', '共2户', minor.number, '姓名依法不公开'])
      expect(text.replaceAll('\n', '')).toContain(shown);
    expect(text).not.toContain(minor.applicantName);
    const page = await world.api.call('readRecipients', { token: world.team.clerk, query });
    expect(page.body['papers']).toHaveLength(1);
    const elsewhere = { division: `${TOWNSHIP}002` };
    const empty = await world.api.call('printRecipients', { token: world.team.clerk, query: elsewhere });
    expect(empty.body).toMatchObject({ status: 409, code: 'nothingToPrint' });
  });
});
