import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseAnswer } from '../../api/cases/views/schema';
import { startCaseApi, type CaseApi } from '../api/support/case-api';
import { declareRelative } from '../api/support/case-row';
import { pagesOf, textOf } from '../support/pdf-text';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const APPLICANT = '䶮𠮷㛃';
const CHILD = '丙小孩';

let world: CaseApi;
let one: CaseAnswer;
let idNumbers: string[];
const clerk = (): string => world.team.clerk;
type Print = 'printLetter' | 'printNotice' | 'printApplication' | 'printDossier';
const print = (name: Print, more: { token?: string; params?: object; query?: Record<string, string> } = {}) =>
  world.api.call(name, {
    token: more.token ?? clerk(),
    params: { caseId: one.id, ...more.params },
    query: more.query ?? {},
  });
const today = (): string => new Date(world.api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const upload = (kind: string, name: string, body = PIXEL) =>
  world.api.call('uploadDocument', {
    token: clerk(),
    params: { caseId: one.id },
    query: { kind, name },
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  });

const submit = async (): Promise<CaseAnswer> => {
  const [man, child] = [
    world.people.next({ birthDate: '1975-05-15', sex: 'male' }),
    world.people.next({ birthDate: '2015-09-01', sex: 'female' }),
  ];
  idNumbers = [man.idNumber, child.idNumber];
  return world.submit({
    members: [
      {
        ref: 'm1',
        name: APPLICANT,
        relation: 'applicant',
        idNumber: man.idNumber,
        labour: 'none',
        seriousIllness: true,
      },
      { ref: 'm2', name: CHILD, relation: 'child', idNumber: child.idNumber, student: 'primary' },
    ],
    phone: '13800001234',
  });
};

/** As far as the proposal that the township has approved. */
const walkToNotice = async (): Promise<void> => {
  const { team } = world;
  const applicantId = one.members.find(({ applicant }) => applicant)!.personId;
  const investigators = [{ staffId: world.idOf('colleague') }, { name: '某驻村干部', post: '驻村干部' }];
  const step = async (token: string, action: string, input?: object): Promise<void> => {
    const got = await world.act(token, one.id, action, input);
    expect(got).toMatchObject({ status: 200 });
  };
  await step(team.clerk, 'accept', {});
  const signatures = [{ personId: applicantId, manner: 'thumbprint', witness: '见证某' }];
  await step(team.clerk, 'recordAuthorisation', { signatures, signedOn: today() });
  await step(team.clerk, 'startInvestigation', { investigators });
  await step(team.clerk, 'recordVisit', {
    visitedOn: today(),
    method: 'home',
    investigators,
    householdSignature: { personId: applicantId, manner: 'signature' },
    findings: '情况与申报一致',
  });
  await step(team.clerk, 'requestDataCheck', { sources: ['bank'] });
  await step(team.dataDesk, 'startDataCheck');
  await step(team.dataDesk, 'recordDataCheck', { outcome: 'consistent', findings: '无异常' });
  await step(team.clerk, 'propose', { kind: 'confirm', reason: '符合规定条件' });
  await step(team.head, 'approveProposal', {});
};

beforeAll(async () => {
  world = await startCaseApi();
  one = await submit();
});
afterAll(() => world.close());

describe('a letter on paper', () => {
  let letterId: string;
  beforeAll(async () => {
    const { body } = await world.api.call('listLetters', { token: clerk(), params: { caseId: one.id } });
    letterId = (body['letters'] as { id: string }[])[0]!.id;
  });
  const keptHash = async (): Promise<unknown> =>
    (await world.api.sql(`select pdf_hash from letter where id = '${letterId}'`)).rows[0];

  it('is a PDF with the rare name whole, kept with its hash, the same bytes each time, each look audited', async () => {
    const [first, second] = [
      await print('printLetter', { params: { letterId } }),
      await print('printLetter', { params: { letterId } }),
    ];
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
    expect(textOf(first.bytes!)).toContain(`${APPLICANT}：`);
    expect(textOf(first.bytes!)).toContain(one.number);
    expect(second.bytes!.equals(first.bytes!)).toBe(true);
    expect(await keptHash()).toEqual({ pdf_hash: createHash('sha256').update(first.bytes!).digest('hex') });
    const { rows } = await world.api.sql(
      `select details->>'letterId' as letter from audit_row where operation = 'printLetter'`,
    );
    expect(rows).toEqual([{ letter: letterId }, { letter: letterId }]);
  });

  it('is made anew, and the same, where its file was lost', async () => {
    const before = await print('printLetter', { params: { letterId } });
    const { rows } = await world.api.sql(`select pdf_key from letter where id = '${letterId}'`);
    const key = String(rows[0]!['pdf_key']);
    rmSync(join(world.api.directory, key.slice(0, 2), key));
    expect((await print('printLetter', { params: { letterId } })).bytes!.equals(before.bytes!)).toBe(true);
  });

  it('cannot be exchanged: the hash is set once', async () => {
    await expect(world.api.sql(`update letter set pdf_hash = 'x' where id = '${letterId}'`)).rejects.toThrow(
      /append-only/,
    );
  });

  it('is refused and reported when what is kept is no longer what was handed out', async () => {
    await world.api.sql(`alter table letter disable trigger user;
      update letter set pdf_hash = '${'0'.repeat(64)}' where id = '${letterId}';
      alter table letter enable trigger user`);
    const got = await print('printLetter', { params: { letterId } });
    expect(got).toMatchObject({ status: 500, body: { code: 'letterPdfDiffers' } });
    expect(world.api.log()).toContain('the PDF of a letter has changed');
  });
});

describe('the notice for the board', () => {
  let early: Awaited<ReturnType<typeof print>>;
  beforeAll(async () => {
    early = await print('printNotice');
    await walkToNotice();
  });

  it('is not printed before there is an approved proposal', () => {
    expect(early).toMatchObject({ status: 409, body: { code: 'noticeNotReady' } });
  });

  it('shows name, numbers, amount, start and end and the hotline; no ID numbers, no illness, no minors', async () => {
    const { rows } = await world.api.sql(
      `select monthly_fen from assessment where case_id = '${one.id}' order by frozen_at desc limit 1`,
    );
    const got = await print('printNotice', { query: { postedOn: '2026-03-02' } });
    expect(got.status).toBe(200);
    const text = textOf(got.bytes!);
    const amount = (Number(rows[0]!['monthly_fen']) / 100).toFixed(2);
    for (const shown of [APPLICANT, amount, '2026年3月2日至2026年3月9日', '12349', '12345'])
      expect(text).toContain(shown);
    for (const hidden of [CHILD, ...idNumbers, '病', '残疾', '13800001234', '测试路'])
      expect(text).not.toContain(hidden);
  });

  it('does not name a minor who is the applicant', async () => {
    await world.api.sql(`update person set birth_date = '2015-01-01' where name = '${APPLICANT}'`);
    const text = textOf((await print('printNotice')).bytes!).replaceAll('\n', '');
    await world.api.sql(`update person set birth_date = '1975-05-15' where name = '${APPLICANT}'`);
    expect(text).not.toContain(APPLICANT);
    expect(text).toContain('姓名依法不公开');
  });
});

describe('the form filled in', () => {
  it('masks ID and phone numbers unless they are asked for by somebody with the right', async () => {
    const masked = textOf((await print('printApplication')).bytes!);
    for (const shown of [APPLICANT, CHILD, '工资性收入', '600元/月', '诚信承诺']) expect(masked).toContain(shown);
    for (const hidden of [...idNumbers, '13800001234']) expect(masked).not.toContain(hidden);
    const whole = textOf((await print('printApplication', { query: { numbers: 'whole' } })).bytes!);
    for (const shown of [...idNumbers, '13800001234']) expect(whole).toContain(shown);
    const hotline = await world.api.as('hotlineOperator', '530581');
    expect(await print('printApplication', { token: hotline })).toMatchObject({ status: 200 });
    expect(await print('printApplication', { token: hotline, query: { numbers: 'whole' } })).toMatchObject({
      status: 403,
    });
  });
});

describe('the file of one household', () => {
  it('lists what is missing by stage, less what was brought since', async () => {
    const missing = async (): Promise<string[]> => {
      const { body } = await world.api.call('readMissing', { token: clerk(), params: { caseId: one.id } });
      return (body['stages'] as { items: { id: string }[] }[]).flatMap(({ items }) => items.map(({ id }) => id));
    };
    expect(await missing()).toEqual(
      expect.arrayContaining(['identity', 'promise', 'authorisation', 'visitForm', 'postingPhoto', 'delivery']),
    );
    await upload('visitForm', '调查表.png');
    await upload('visitPhoto', '堂屋.png');
    await upload('dataCheck', '核对报告.pdf', Buffer.from('%PDF-1.7\n%%EOF'));
    expect(await missing()).not.toContain('visitForm');
  });

  it('is one PDF: cover, contents with page numbers, what is missing, form, steps, sums, letters, signatures, photos', async () => {
    const got = await print('printDossier');
    expect(got.status).toBe(200);
    const pages = pagesOf(got.bytes!);
    const text = pages.join('').replaceAll('\n', '');
    expect(pages[0]).toContain(`申请人：${APPLICANT}`);
    const contents = [...pages[1]!.matchAll(/^(.+?)(\d+)$/gm)].map(
      ([, title, page]) => [title!, Number(page)] as const,
    );
    const titles = contents.map(([title]) => title);
    expect(titles[0]).toBe('缺少的材料');
    for (const part of ['申请表', '家庭成员', '办理经过', '签字登记', '入户调查表', '入户照片'])
      expect(titles).toContain(part);
    expect(titles.some((title) => title.startsWith('核算说明'))).toBe(true);
    expect(titles.some((title) => title.startsWith('最低生活保障受理通知书'))).toBe(true);
    for (const [title, page] of contents) expect(pages[page - 1]).toContain(title.replace(/（.*$/, ''));
    for (const shown of ['见证人见证某', '堂屋.png', '按手印', '核对报告.pdf', 'PDF 文件已损坏'])
      expect(text).toContain(shown);
    for (const hidden of idNumbers) expect(text).not.toContain(hidden);
    expect(got.bytes!.toString('latin1')).toContain('/Subtype /Image');
  });

  it('is found by nobody of another township, and locked for a declared relative', async () => {
    const other = await world.api.as('townshipClerk', '530581002');
    const names: Print[] = ['printNotice', 'printApplication', 'printDossier'];
    for (const name of names) expect((await print(name, { token: other })).status).toBe(404);
    const params = { caseId: one.id };
    expect((await world.api.call('readMissing', { token: other, params })).status).toBe(404);
    const { rows } = await world.api.sql(`select id from letter where case_id = '${one.id}' order by sequence desc`);
    const letter = { params: { letterId: String(rows[0]!['id']) } };
    expect((await print('printLetter', letter)).status).toBe(200);
    expect((await print('printLetter', { ...letter, token: other })).status).toBe(404);
    expect((await print('printLetter', { params: { letterId: one.id } })).status).toBe(404);
    const relative = await world.api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
    await declareRelative(world.api.sql, one.id, one.members[0]!.personId, relative.id);
    const token = await world.api.tokenOf(relative);
    for (const name of names) expect((await print(name, { token })).status).toBe(403);
  });

  it('leaves nothing in the store but what was uploaded and the PDFs of letters', () => {
    const files = readdirSync(world.api.directory, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toHaveLength(4);
  });
});
