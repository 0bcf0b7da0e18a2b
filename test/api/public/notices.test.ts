import { randomUUID } from 'node:crypto';
import { startCaseApi, TOWNSHIP, type CaseApi } from '../support/case-api';
import { publicise } from '../support/publicise';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

interface Notice {
  readonly noticeId: string;
  readonly applicant: string | null;
  readonly people: number;
  readonly monthly: string;
  readonly endsOn: string;
}

const read = async (division: string) => {
  const got = await world.api.call('listPublicNotices', { query: { division } });
  expect(got.status).toBe(200);
  return got.body as unknown as { places: { division: string; notices: number }[]; notices: Notice[] };
};
const object = (noticeId: string, what: string, key = randomUUID()) =>
  world.api.call('objectToNotice', { key, params: { noticeId }, body: { what, by: '邻居', phone: '13800000000' } });
const countOf = async (table: string, caseId: string): Promise<number> =>
  (await world.api.sql(`select 1 from ${table} where case_id = '${caseId}'`)).rows.length;

describe('a public notice', () => {
  it('is seen by everybody from posting to objection, masked, and under an id that opens nothing else', async () => {
    const { id } = await publicise(world, { posted: false });
    expect((await read(TOWNSHIP)).notices).toEqual([]);
    await publicise(world, { caseId: id });
    const { members, applicantName } = await world.read(id);
    const { notices } = await read(TOWNSHIP);
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    expect(notice).toMatchObject({ people: members.length, monthly: expect.stringMatching(/^\d+\.\d\d$/) as string });
    expect(notice!.applicant).toMatch(/^.＊.$/);
    const text = JSON.stringify(notices);
    for (const secret of [applicantName, id, members[0]!.idNumberMasked!, members[1]!.name])
      expect(text).not.toContain(secret);
    expect((await read('53')).places).toContainEqual(expect.objectContaining({ division: '5305', notices: 1 }));
    expect((await read('53')).notices).toEqual([]);
    expect((await read('530581002')).notices).toEqual([]);

    const key = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => object(notice!.noticeId, '该户有车未申报', key)));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await world.read(id)).toMatchObject({ stage: { id: 'objected' } });
    expect((await read(TOWNSHIP)).notices).toEqual([]);
    const { rows } = await world.api.sql(
      `select content_enc, created_by from case_input where case_id = '${id}' and kind = 'objection'`,
    );
    expect(rows).toEqual([{ content_enc: expect.any(Buffer) as Buffer, created_by: null }]);
    expect((rows[0]!['content_enc'] as Buffer).toString('utf8')).not.toContain('有车');

    const timeline = await world.api.call('readTimeline', { token: world.team.clerk, params: { caseId: id } });
    const told = (timeline.body['events'] as { action: string; sequence: number; who: object }[]).at(-1)!;
    expect(told).toMatchObject({ action: 'raiseObjection', who: { name: null, roleLabel: '群众' } });
    const event = await world.api.call('readTimelineEvent', {
      token: world.team.clerk,
      params: { caseId: id, sequence: String(told.sequence) },
      query: { with: 'input' },
    });
    expect(event.body['input']).toMatchObject({ what: '该户有车未申报', phone: '13800000000' });

    // A second neighbour with the page still open is heard as well.
    expect((await object(notice!.noticeId, '还有一处商铺出租')).status).toBe(201);
  });

  it('takes no objection once it is over, and says where to go, nothing of the case', async () => {
    const { id } = await publicise(world);
    const noticeId = (await read(TOWNSHIP)).notices[0]!.noticeId;
    await world.act(world.team.head, id, 'withdrawNotice', { reason: '张榜内容有误,重新核实' });
    const before = await countOf('case_event', id);
    for (const wrong of [noticeId, `530581001-${'A'.repeat(22)}`]) {
      const got = await object(wrong, '意见很大');
      expect(got.body).toMatchObject({ status: 409, code: 'noticeOver' });
      expect(got.body).not.toHaveProperty('allowedActions');
    }
    expect(await countOf('case_event', id)).toBe(before);
  });

  it('keeps the name of a minor to itself', async () => {
    const { id } = await publicise(world);
    await world.api.sql(
      `update person set birth_date = '2020-01-01' where id = (select applicant_id from "case" where id = '${id}')`,
    );
    expect((await read(TOWNSHIP)).notices.map(({ applicant }) => applicant)).toContain(null);
  });

  it('names the field that is wrong, and stops one address that writes without end', async () => {
    const { status, body } = await object(`530581001-${'A'.repeat(22)}`, '坏');
    expect([status, (body['fields'] as { path: string }[])[0]!.path]).toEqual([400, 'what']);
    const headers = { 'X-Forwarded-For': '203.0.113.9' };
    const send = () =>
      world.api.call('objectToNotice', {
        headers,
        params: { noticeId: `530581001-${'A'.repeat(22)}` },
        body: { what: '反复提交的内容' },
      });
    const statuses = (await Promise.all(Array.from({ length: 31 }, send))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 409)).toHaveLength(30);
    expect(statuses).toContain(429);
  });
});

it('lists those in benefit by township, masked, page by page', async () => {
  const { id } = await world.submit();
  await world.api.sql(`update "case" set stage = 'benefiting', monthly_fen = 123456 where id = '${id}'`);
  const { applicantName } = await world.read(id);
  const list = (query: Record<string, string>) => world.api.call('listRecipients', { query });
  const got = await list({ division: TOWNSHIP });
  expect(got.body).toMatchObject({
    recipients: [{ programme: '低保', monthly: '1234.56', people: 2 }],
    nextPage: null,
  });
  expect(JSON.stringify(got.body)).not.toContain(applicantName);
  expect((await list({ division: TOWNSHIP, page: '2' })).body['recipients']).toEqual([]);
  expect((await list({ division: '530581' })).body['recipients']).toEqual([]);
  expect((await list({ division: '999999999' })).status).toBe(404);
});

it('lets the role of the API read no column of a case without a session', async () => {
  await world.api.store.withScope(undefined, async (tx) => {
    expect(await tx.case.count()).toBe(0);
    await expect(tx.$queryRaw`select name_for_the_board(c) from "case" c`).rejects.toThrow(/permission denied/);
  });
});
