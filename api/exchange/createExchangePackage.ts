import { randomUUID } from 'node:crypto';
import { civilDateAt, isCivilMonth, lastDayOf } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { kindNames, kinds, type Kind } from '../../domain/exchange/kinds';
import { layoutOf } from '../../domain/exchange/layout';
import { findDivision } from '../../domain/divisions';
import type { Prisma } from '../../generated/prisma/client';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { body, choice, civilDate, text } from '../fields';
import { operation } from '../operation';
import { countyCode } from './find';
import { examplePackage, ExchangePackageView, packageView } from './package-view';

interface Asked {
  readonly kind: Kind;
  readonly from?: string;
  readonly to?: string;
  readonly month?: string;
}

/** The days that bound the package; a list is of a month. @throws AppError invalidInput */
const boundsOf = ({ kind, from, to, month }: Asked) => {
  if (kinds[kind].by === 'month') {
    if (month === undefined || !isCivilMonth(month)) throw fieldError('month', '请填写名单的月份,例如 2022-07');
    return { fromDate: `${month}-01`, toDate: lastDayOf(month), month };
  }
  if (from === undefined) throw fieldError('from', '请填写起始日期');
  if (to === undefined) throw fieldError('to', '请填写结束日期');
  if (to < from) throw fieldError('to', '结束日期不能早于起始日期');
  return { fromDate: from, toDate: to, month: null };
};

const nextSequence = async (tx: Tx, county: string, kind: Kind): Promise<number> => {
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${`exchange/${county}/${kind}`}))) as held`;
  const building = await tx.exchangePackage.findFirst({ where: { county, kind, state: 'building' } });
  if (building) throw new AppError('conflict', '这个县的同类数据正在生成,请等它完成后再生成下一批');
  const { _max } = await tx.exchangePackage.aggregate({ _max: { sequence: true }, where: { county, kind } });
  return (_max.sequence ?? 0) + 1;
};

export const createExchangePackage = operation({
  method: 'post',
  path: '/api/v1/exchange/packages',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '生成报送批次',
  description:
    '保障标准和决定按日期范围,低收入人口名单按月份。增量只含上次回执以后有变化的,被退回的更正后再报;全量含全部。随即返回,由后台生成文件。',
  effect: 'change',
  status: 202,
  input: body({
    kind: choice('内容', kindNames),
    county: countyCode,
    mode: choice('方式', ['incremental', 'full']),
    from: civilDate('起始日期').exactOptional(),
    to: civilDate('结束日期').exactOptional(),
    month: text('月份', { max: 7 }).exactOptional(),
  }),
  output: ExchangePackageView,
  example: {
    input: { kind: 'decisions', county: '530581', mode: 'incremental', from: '2022-07-01', to: '2022-07-31' },
    output: { ...examplePackage, state: 'building' },
  },
  division: ({ body: { county } }) => county,
  async handler(context, { body: { kind, county, mode, ...asked } }) {
    if (!findDivision(county)) throw fieldError('county', `没有行政区划代码${county},请核对`);
    const bounds = boundsOf({ kind, ...asked });
    const now = context.now();
    return context.scope(async (tx) => {
      const parameters = await context.rulebook.parameters(tx);
      const layout = layoutOf(parameters, kind, { on: civilDateAt(now.getTime()), division: county });
      const row = await tx.exchangePackage.create({
        data: {
          id: randomUUID(),
          system: layout.system,
          kind,
          county,
          office: county,
          mode,
          sequence: await nextSequence(tx, county, kind),
          layout: layout as unknown as Prisma.InputJsonValue,
          ...bounds,
          state: 'building',
          createdBy: actorOf(context).staffId,
          createdAt: now,
        },
      });
      context.audit.detail('packageId', row.id);
      return packageView(row);
    });
  },
});
