import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellHouseholds } from '../../activities/payment-notices/drain';
import { writePaymentNotices } from '../../activities/payment-notices/write';
import { createRulebook } from '../../store/rulebook';
import { goThrough, openRun } from '../payment-history/support/run';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { openStores, type OpenedStores } from '../store/support/store';
import { addLocalValue } from '../support/local-value';

/** @clause 三(一) the household is told once of every payment and of every failure */
const TOWNSHIP = '530581001';
const at = new Date('2026-09-11T02:00:00Z');
const here = { division: '530581', validFrom: '2020-01-01' };

let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: [TOWNSHIP], count: 4, fromMonth: '2026-09' });
  await startPaying(stores.worker, '530581', '2026-09');
});
afterEach(() => stores.close());

const deps = (smsGatewayUrl = '') => ({ store: stores.worker, rulebook: createRulebook(), smsGatewayUrl });
const tell = (url?: string) => tellHouseholds(deps(url), () => at);
const letters = () =>
  stores.worker.prisma.letter.findMany({ where: { kind: 'paymentNotice' }, orderBy: { body: 'asc' } });
const paidRun = async (failing?: string): Promise<string> => {
  const runId = await openRun(stores.worker, '2026-09');
  await goThrough(stores.worker, runId, ({ caseId }) =>
    caseId === failing ? { state: 'failed', bankReason: '账户已销户' } : { state: 'paid' },
  );
  return runId;
};

it('writes one letter for each line that was paid or failed, and none again, however often it is asked', async () => {
  const failing = await caseIdOf(stores.owner, TOWNSHIP, 2);
  const runId = await paidRun(failing);
  await tell();
  expect(await letters()).toHaveLength(4);
  const [one] = await stores.worker.prisma.letter.findMany({ where: { caseId: failing } });
  expect(one?.body).toMatch(/2026年9月低保金\(按月发放\)300\.00元未能发放到尾号0002的账户,原因:账户已销户/);
  await tell();
  await Promise.all([1, 2, 3].map(() => writePaymentNotices(deps(), runId, at)));
  expect(await letters()).toHaveLength(4);
});

it('tells of both when a failed line is paid after all', async () => {
  const failing = await caseIdOf(stores.owner, TOWNSHIP, 1);
  const runId = await paidRun(failing);
  await tell();
  await stores.worker.prisma.paymentLine.updateMany({
    where: { runId, caseId: failing },
    data: { state: 'paid', paidOn: '2026-09-20', changedAt: at },
  });
  await tell();
  const told = await stores.worker.prisma.letter.findMany({
    where: { caseId: failing },
    orderBy: { createdAt: 'asc' },
  });
  expect(told.map(({ body }) => /未能发放/.test(body)).sort()).toEqual([false, true]);
});

it.each([
  ['failed', 1],
  ['none', 0],
])('tells as the county wants it: %s', async (value, count) => {
  await addLocalValue(stores.worker, { ...here, parameter: 'payment.notice', value });
  await paidRun(await caseIdOf(stores.owner, TOWNSHIP, 3));
  await tell();
  expect(await letters()).toHaveLength(count);
});

describe('by short message', () => {
  let gateway: Server;
  let url: string;
  let refusing: boolean;
  let sent: { id: string; phone: string; text: string }[];
  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  beforeEach(async () => {
    [refusing, sent] = [false, []];
    gateway = createServer((request, response) => {
      void bodyOf(request).then((text) => {
        if (!refusing) sent.push(JSON.parse(text) as (typeof sent)[number]);
        response.writeHead(refusing ? 503 : 200).end();
      });
    });
    await new Promise<void>((resolve) => void gateway.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
    await addLocalValue(stores.worker, { ...here, parameter: 'payment.noticeChannel', value: 'sms' });
    const { cipher } = stores.worker;
    for (const { id } of await stores.worker.prisma.person.findMany())
      await stores.worker.prisma.person.update({
        where: { id },
        data: { phoneEnc: new Uint8Array(cipher.sealJson('person', 'phone_enc', id, '13800000000')) },
      });
  });
  afterEach(() => new Promise((resolve) => void gateway.close(resolve)));
  const due = () => stores.owner.query(`update outbox set due_at = now() where done_at is null`);

  it('hands the text over once and notes that it was delivered', async () => {
    await paidRun();
    await tell(url);
    await tell(url);
    expect(sent).toHaveLength(4);
    expect(sent[0]).toMatchObject({
      phone: '13800000000',
      text: expect.stringMatching(/^您家2026年9月低保金/) as string,
    });
    expect((await letters()).map(({ receipt }) => receipt)).toEqual(
      Array(4).fill({ manner: 'sms', deliveredOn: expect.any(String) as string }),
    );
    await due();
    await tell(url);
    expect(sent).toHaveLength(4);
  });

  it('keeps what the gateway refused and sends it later; without a gateway it says what is missing', async () => {
    await paidRun();
    await tell();
    await tell();
    const waiting = await stores.worker.prisma.outbox.findMany({ where: { kind: 'sms', doneAt: null } });
    expect(waiting.map(({ lastError }) => lastError)).toEqual(
      Array(4).fill('没有配置短信网关(SMS_GATEWAY_URL),短信等待发送'),
    );
    refusing = true;
    await due();
    expect(await tell(url)).toEqual({ done: 0, failed: 4 });
    refusing = false;
    await due();
    expect(await tell(url)).toEqual({ done: 4, failed: 0 });
    expect(sent).toHaveLength(4);
  });
});
