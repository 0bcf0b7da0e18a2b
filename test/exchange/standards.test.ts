import { randomUUID } from 'node:crypto';
import { watchExchange } from '../../activities/exchange/alerts';
import { receiptCsv, rowsOf, openExchange, type Exchange, type Row } from './support/desk';

/** @clause 三(二) standards are entered in the provincial system by their effective date, or everybody above hears of it */
let desk: Exchange;
beforeAll(async () => {
  desk = await openExchange(Date.parse('2026-06-15T02:00:00Z'));
  await approve('exchange.alertsFrom', '530581', '2026-01-01', '2026-07', null);
  await approve('dibao.standard.urban', '530581', '2026-07-01', '760', null);
  await approve('tekun.standard.basic', '530581', '2026-07-01', '1000', null);
});
afterAll(() => desk.close());

const approve = (parameter: string, division: string, validFrom: string, value: string, validTo: string | null) =>
  desk.worker.prisma.parameterEntry.create({
    data: {
      id: randomUUID(),
      parameter,
      division,
      validFrom,
      validTo,
      value,
      reference: '腾冲市政府〔2026〕1号',
      state: 'approved',
      makerId: randomUUID(),
      createdAt: desk.api.clock.now(),
      checkedAt: desk.api.clock.now(),
    },
  });
const tick = (on: string) => watchExchange({ store: desk.worker, rulebook: desk.api.rulebook }, on);
const alerts = async (role: 'supervisor' | 'countyDataDesk', division: string, query: Row = {}) => {
  const token = await desk.api.as(role, division);
  return desk.api.call('listExchangeAlerts', {
    token,
    query: { division: division.length > 4 ? division : '530581', ...query } as Record<string, string>,
  });
};
const said = async (role: 'supervisor' | 'countyDataDesk' = 'countyDataDesk', division = '530581') =>
  rowsOf(await alerts(role, division)).map(({ title, value, from }) => `${title} ${value} ${from}`);

const URBAN = '城市最低生活保障标准 760 2026-07-01';
const BASIC = '特困人员基本生活标准 1000 2026-07-01';
const daysUntil = (day: string): void =>
  desk.api.clock.advance(Date.parse(`${day}T02:00:00Z`) - desk.api.clock.now().getTime());

it('says nothing the day before, and alerts on the day, once however often the day is looked at', async () => {
  await tick('2026-06-30');
  expect(await said()).toEqual([]);
  daysUntil('2026-07-01');
  await tick('2026-07-01');
  expect((await said()).sort()).toEqual([URBAN, BASIC].sort());
  await Promise.all([tick('2026-07-01'), tick('2026-07-01')]);
  expect(await said()).toHaveLength(2);
});

it('is seen by the prefecture and the province, with the days it is late; not by the next prefecture', async () => {
  daysUntil('2026-07-04');
  for (const division of ['5305', '53']) {
    const got = await alerts('supervisor', division);
    expect(got.body).toMatchObject({ open: 2, counties: [{ countyName: '腾冲市', open: 2 }] });
    expect(rowsOf(got)[0]).toMatchObject({
      countyName: '腾冲市',
      daysLate: 3,
      sentence: '2026年7月1日起执行,省系统尚未回执;请报送或回填后登记回执',
    });
  }
  expect((await alerts('supervisor', '5304')).status).toBe(403);
});

it('ends when the other system has receipted the standard, at once', async () => {
  await desk.logInAgain();
  const made = await desk.make({ kind: 'standards', from: '2026-07-01', to: '2026-07-31' });
  const items = await desk.items(made['id']);
  expect(made).toMatchObject({ number: '530581-STD-0001', systemLabel: '云南省城乡社会救助信息系统', count: 9 });
  const urban = items.find(({ title }) => String(title).startsWith('城市最低生活保障标准'))!;
  const basic = items.find(({ title }) => String(title).startsWith('特困人员基本生活标准'))!;
  const text = (await desk.download(made['id'], 'csv')).bytes!.toString('utf8');
  expect(text).toContain(
    `${String(urban['recordNumber'])},530581,腾冲市,01,,760,元/人·月,2026-07-01,腾冲市政府〔2026〕1号`,
  );
  await desk.receive(made['id'], receiptCsv([String(urban['recordNumber']), '成功', '', 'B-1', '2026-07-04']));
  expect(await said()).toEqual([BASIC]);
  const byHand = await desk.api.call('answerExchangeItem', {
    token: desk.token,
    params: { itemId: String(basic['id']) },
    body: { answer: 'accepted', theirNumber: 'B-2', answeredOn: '2026-07-04' },
  });
  expect(byHand.body).toMatchObject({ state: 'accepted', theirNumber: 'B-2' });
  expect(await said()).toEqual([]);
  await tick('2026-07-05');
  expect(await said()).toEqual([]);
  const ended = rowsOf(await alerts('countyDataDesk', '530581', { state: 'ended' }));
  expect(ended.map(({ endedOn, endedBecause }) => [endedOn, endedBecause])).toEqual([
    ['2026-07-04', 'receipted'],
    ['2026-07-04', 'receipted'],
  ]);
});

it('an answer by hand needs its number or its reason, and is given once', async () => {
  const made = await desk.make({ kind: 'standards', from: '2026-07-01', to: '2026-07-31' });
  expect(made).toMatchObject({ count: 7 });
  const [one] = await desk.items(made['id']);
  const answer = (body: Row) =>
    desk.api.call('answerExchangeItem', { token: desk.token, params: { itemId: String(one!['id']) }, body });
  const path = async (body: Row) => ((await answer(body)).body['fields'] as Row[])[0]!['path'];
  expect(await path({ answer: 'accepted', answeredOn: '2026-07-05' })).toBe('theirNumber');
  expect(await path({ answer: 'rejected', answeredOn: '2026-07-05' })).toBe('reason');
  const yes = { answer: 'accepted', theirNumber: 'B-3', answeredOn: '2026-07-05' };
  const both = await Promise.all([answer(yes), answer(yes)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await answer({ answer: 'rejected', reason: '弄错', answeredOn: '2026-07-05' })).status).toBe(409);
});

it('a value that changes after its receipt is missing again, and an alert of a replaced value ends', async () => {
  await approve('dibao.standard.urban', '530581', '2026-09-01', '780', null);
  await tick('2026-08-31');
  expect(await said()).toEqual([]);
  await tick('2026-09-01');
  expect(await said()).toEqual(['城市最低生活保障标准 780 2026-09-01']);
  await approve('dibao.standard.urban', '530581', '2026-10-01', '790', null);
  await tick('2026-10-01');
  expect(await said()).toEqual(['城市最低生活保障标准 790 2026-10-01']);
});
