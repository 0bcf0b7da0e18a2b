import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import { assess } from '../../domain/dibao/assess';
import type { AssessmentInput } from '../../domain/dibao/input';
import { assessmentToJson } from '../../domain/dibao/to-json';
import { createParameters, type Parameter } from '../../domain/parameters/resolve';
import { withFindings, type Finding } from '../../domain/visits/findings';
import { sumLines } from '../../domain/visits/sum-lines';
import type { CaseAnswer } from '../../api/cases/views/schema';
import { textOf } from '../support/pdf-text';
import { startCaseApi, type CaseApi } from './support/case-api';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const today = (): string => civilDateAt(world.api.clock.now().getTime());
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const investigators = () => [
  { staffId: world.idOf('clerk'), signed: true },
  { name: '某驻村干部', signed: true },
];

/** A case that waits for its visit. */
const investigating = async (): Promise<CaseAnswer> => {
  const { id, members } = await world.submit();
  const signatures = members.map(({ personId }) => ({ personId, manner: 'signature' }));
  for (const [action, input] of [
    ['accept', {}],
    ['recordAuthorisation', { signatures, signedOn: today() }],
    ['startInvestigation', { investigators: investigators() }],
  ] as const)
    expect([action, (await world.act(world.team.clerk, id, action, input)).status]).toEqual([action, 200]);
  return world.read(id);
};

const upload = async (caseId: string, kind: string): Promise<string> => {
  const { status, body } = await world.api.call('uploadDocument', {
    token: world.team.clerk,
    params: { caseId },
    query: { kind, name: `${kind}.png` },
    headers: { 'Content-Type': 'image/png' },
    body: Buffer.from(PIXEL, 'base64'),
  });
  expect(status).toBe(201);
  return String(body['id']);
};

const DISPUTED = '甲示例的工资性收入:一个月算600.00元';

const visitOf = async (one: CaseAnswer) => ({
  visitedOn: today(),
  method: 'home',
  investigators: [
    { ...investigators()[0]!, documentId: await upload(one.id, 'visitForm') },
    { ...investigators()[1]!, documentId: await upload(one.id, 'visitForm') },
  ],
  householdSignature: {
    personId: one.members[0]!.personId,
    manner: 'signature',
    documentId: await upload(one.id, 'visitForm'),
  },
  findings: '住房、人口与申报一致',
  photoIds: [await upload(one.id, 'visitPhoto')],
  checklist: [
    { item: 'dwelling', answer: 'yes' },
    { item: 'work', answer: 'no', note: '上个月没有活干' },
  ],
  sumAtTable: {
    on: today(),
    eligibility: 'wholeHousehold',
    monthly: '760.00',
    lines: [
      { says: DISPUTED, answer: 'disputed', note: '上个月没有活干,没有这么多' },
      { says: '按现在的情况,全家每个月可以领760.00元', answer: 'agreed' },
    ],
    signatureId: await upload(one.id, 'visitForm'),
  },
});

const visitsOf = async (caseId: string, token = world.team.reviewer) =>
  (await world.api.call('readCaseVisits', { token, params: { caseId } })).body;

const packOf = (caseId: string, owner = 'stage', token = world.team.clerk) =>
  world.api.call('readVisitPack', { token, params: { caseId }, query: { owner } });

describe('what waits for a visit', () => {
  const listed = async (caseId: string): Promise<boolean> => {
    const { body } = await world.api.call('listVisits', { token: world.team.clerk, query: { limit: '200' } });
    return (body['items'] as { caseId: string }[]).some((one) => one.caseId === caseId);
  };

  it('is listed until two investigators and the household have signed', async () => {
    const one = await investigating();
    expect(await listed(one.id)).toBe(true);
    const { householdSignature: _household, ...unsigned } = await visitOf(one);
    expect((await world.act(world.team.clerk, one.id, 'recordVisit', unsigned)).status).toBe(200);
    expect(await listed(one.id)).toBe(true);
    expect((await world.act(world.team.clerk, one.id, 'recordVisit', await visitOf(one))).status).toBe(200);
    expect(await listed(one.id)).toBe(false);
  });

  it('comes page by page, and is not another place’s or another post’s', async () => {
    const one = await investigating();
    await investigating();
    const page = await world.api.call('listVisits', { token: world.team.clerk, query: { limit: '1' } });
    expect(page.body['items']).toHaveLength(1);
    const rest = await world.api.call('listVisits', {
      token: world.team.clerk,
      query: { limit: '200', cursor: String(page.body['next']) },
    });
    const ids = [...(page.body['items'] as { caseId: string }[]), ...(rest.body['items'] as { caseId: string }[])].map(
      ({ caseId }) => caseId,
    );
    expect(ids).toContain(one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const elsewhere = await world.api.as('townshipClerk', '530581002');
    const { body } = await world.api.call('listVisits', { token: elsewhere });
    expect(body['items']).toEqual([]);
    expect((await world.api.call('listVisits', { token: world.team.reviewer })).status).toBe(403);
  });
});

describe('the pack of a visit', () => {
  it('lets the phone reckon exactly what the office reckons', async () => {
    const one = await investigating();
    const { status, body: pack } = await packOf(one.id);
    expect(status).toBe(200);
    expect(pack).toMatchObject({ address: '测试路1号', reasons: [], acceptedOn: today() });
    const parameters = createParameters(pack['parameters'] as Parameter[]);
    const reckoned = assessmentToJson(assess(pack['input'] as AssessmentInput, parameters));
    const { body: preview } = await world.api.call('previewCaseAssessment', {
      token: world.team.clerk,
      params: { caseId: one.id },
      body: { on: today() },
    });
    expect(JSON.parse(JSON.stringify(reckoned))).toEqual(preview);
  });

  it('and the same after what was found has reached the file', async () => {
    const one = await investigating();
    const { body: pack } = await packOf(one.id);
    const known = (pack['facts'] as { id: string; kind: string; personId: string }[]).find(
      ({ kind }) => kind === 'income',
    )!;
    const content = { kind: 'wage', amount: '900', per: 'month' };
    const finding: Finding = { kind: 'income', replaces: known.id, personId: known.personId, content };
    const parameters = createParameters(pack['parameters'] as Parameter[]);
    const atTheTable = assess(withFindings(pack['input'] as AssessmentInput, [finding]), parameters);
    const recorded = await world.api.call('recordFact', {
      token: world.team.clerk,
      params: { caseId: one.id },
      body: { kind: 'income', personId: known.personId, content, validFrom: today(), replaces: known.id },
    });
    expect(recorded.status).toBe(201);
    const { body: after } = await packOf(one.id);
    const atTheOffice = assess(after['input'] as AssessmentInput, parameters);
    const named = (member: string): string => member;
    expect(sumLines(atTheTable, named)).toEqual(sumLines(atTheOffice, named));
  });

  it('leaves an audit row with everybody in it, and is refused to other posts, places and relatives', async () => {
    const one = await investigating();
    await packOf(one.id);
    const { rows } = await world.api.sql(
      `select persons from audit_row where operation = 'readVisitPack' and case_id = '${one.id}'`,
    );
    expect((rows[0]!['persons'] as string[]).sort()).toEqual(one.members.map(({ personId }) => personId).sort());
    expect((await packOf(one.id, 'stage', world.team.reviewer)).status).toBe(403);
    expect((await packOf(one.id, 'stage', await world.api.as('townshipClerk', '530581002'))).status).toBe(404);
    expect((await packOf(one.id, randomUUID())).body).toMatchObject({ status: 409, code: 'actionNotAllowed' });
  });

  it('says why the visit cannot be recorded yet', async () => {
    const { id } = await world.submit();
    await world.act(world.team.clerk, id, 'accept', {});
    const { body } = await packOf(id);
    expect(body['reasons']).toEqual(['请先启动入户调查并指定调查人员']);
  });
});

describe('a visit with the sum at the table', () => {
  it('is one visit when it is sent twice with the same key, and arrives as it was worded', async () => {
    const one = await investigating();
    const input = await visitOf(one);
    const key = randomUUID();
    const [first, second] = [
      await world.act(world.team.clerk, one.id, 'recordVisit', input, { key, version: 0 }),
      await world.act(world.team.clerk, one.id, 'recordVisit', input, { key, version: 0 }),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    const { visits, disputes } = (await visitsOf(one.id)) as { visits: object[]; disputes: object[] };
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({
      on: today(),
      methodLabel: '入户',
      photoIds: input.photoIds,
      checklist: [{ label: '住房与申报一致' }, { answer: '否', note: '上个月没有活干' }],
      sum: { monthly: '760.00', signatureId: input.sumAtTable.signatureId },
      signers: [
        { name: '测试人员', signed: true, documentId: input.investigators[0]!.documentId },
        { name: '某驻村干部', documentId: input.investigators[1]!.documentId },
        { role: 'household', manner: 'signature' },
      ],
    });
    expect(disputes).toEqual([{ owner: 'stage', line: DISPUTED, note: '上个月没有活干,没有这么多', answer: null }]);
    const { body } = await world.api.call('readTimeline', { token: world.team.clerk, params: { caseId: one.id } });
    const told = (body['events'] as { sentence: string }[]).at(-1)!.sentence;
    expect(told).toContain('当面算账每月760.00元,住户对1项有异议');
  });

  it('is refused with signatures of another case, without the words of a dispute, or with an unknown item', async () => {
    const one = await investigating();
    const other = await investigating();
    const input = await visitOf(one);
    const send = (more: object) => world.act(world.team.clerk, one.id, 'recordVisit', { ...input, ...more });
    const foreign = await upload(other.id, 'visitForm');
    expect((await send({ sumAtTable: { ...input.sumAtTable, signatureId: foreign } })).body).toMatchObject({
      status: 422,
      code: 'documentUnknown',
    });
    const lines = [{ says: DISPUTED, answer: 'disputed' }];
    expect((await send({ sumAtTable: { ...input.sumAtTable, lines } })).body).toMatchObject({
      status: 400,
      fields: [{ path: 'input.sumAtTable.lines[0].note' }],
    });
    expect((await send({ checklist: [{ item: 'cellar', answer: 'yes' }] })).status).toBe(400);
    expect(((await visitsOf(one.id)) as { visits: object[] }).visits).toEqual([]);
  });

  it('must be answered line by line by the proposal, and both reach the reviewer', async () => {
    const one = await investigating();
    await world.act(world.team.clerk, one.id, 'recordVisit', await visitOf(one));
    await world.act(world.team.clerk, one.id, 'requestDataCheck', { sources: ['bank'] });
    await world.act(world.team.dataDesk, one.id, 'startDataCheck');
    await world.act(world.team.dataDesk, one.id, 'recordDataCheck', { outcome: 'consistent', findings: '无异常' });
    const proposal = { kind: 'confirm', reason: '符合规定条件' };
    expect((await world.act(world.team.clerk, one.id, 'propose', proposal)).body).toMatchObject({
      status: 422,
      code: 'disputesUnanswered',
      fields: [{ path: 'input.disputeAnswers[0].answer' }],
    });
    const answer = '已向用工方核实,按上季度平均计算';
    const answered = { ...proposal, disputeAnswers: [{ line: DISPUTED, answer }] };
    expect((await world.act(world.team.clerk, one.id, 'propose', answered)).status).toBe(200);
    expect(((await visitsOf(one.id)) as { disputes: object[] }).disputes).toMatchObject([{ line: DISPUTED, answer }]);
  });

  it('stands in the dossier with its signatures and the sum, and is not missing there', async () => {
    const one = await investigating();
    await world.act(world.team.clerk, one.id, 'recordVisit', await visitOf(one));
    const printed = await world.api.call('printDossier', { token: world.team.clerk, params: { caseId: one.id } });
    const text = textOf(printed.bytes!).replaceAll(/\s/g, '');
    for (const words of ['入户调查表', '当面算账', '有异议', '没有这么多', '手写签名附后'])
      expect(text).toContain(words);
    const { body } = await world.api.call('readMissing', { token: world.team.clerk, params: { caseId: one.id } });
    expect(JSON.stringify(body)).not.toContain('入户调查表');
  });
});
