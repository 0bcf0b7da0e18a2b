import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import {
  daysLate,
  fundAlerts,
  fundAlertStages,
  type FundAlertKind,
  type FundAlertStage,
} from '../../domain/funds/clocks';
import { isSource, labelOfProgramme, sources } from '../../domain/funds/sources';
import { yuanFromFen } from '../../domain/money';
import type { FundAlert } from '../../generated/prisma/client';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';

const LIMIT = 50;
const kinds = Object.keys(fundAlerts) as [FundAlertKind, ...FundAlertKind[]];
const stages = Object.keys(fundAlertStages) as [FundAlertStage, ...FundAlertStage[]];
const Kind = z.enum(kinds);
const Stage = z.enum(stages);

const FundAlertView = z
  .object({
    id: z.uuid(),
    kind: Kind,
    kindLabel: z.string(),
    todo: z.string(),
    stage: Stage,
    stageLabel: z.string(),
    division: z.string().meta({ description: '由谁办理' }),
    divisionName: z.string(),
    concerns: z.string().meta({ description: '谁在等' }),
    concernsName: z.string(),
    programmeLabel: z.string(),
    year: z.int(),
    sourceLabel: z.string(),
    amount: z.string(),
    since: z.string(),
    dueOn: z.string(),
    daysLate: z.int(),
    raisedOn: z.string(),
  })
  .meta({ id: 'FundAlert', description: '资金提醒:到期前告知本级,超期后上一级可见' });

const alertView = (row: FundAlert, today: string): z.output<typeof FundAlertView> => {
  const [kind, stage] = [Kind.parse(row.kind), Stage.parse(row.stage)];
  const { id, division, concerns, year, since, dueOn, raisedOn } = row;
  return {
    id,
    kind,
    kindLabel: fundAlerts[kind].label,
    todo: fundAlerts[kind].todo,
    stage,
    stageLabel: fundAlertStages[stage],
    division,
    divisionName: nameOf(division),
    concerns,
    concernsName: nameOf(concerns),
    programmeLabel: labelOfProgramme(row.programme),
    year,
    sourceLabel: isSource(row.source) ? sources[row.source].label : '各级',
    amount: yuanFromFen(row.fen),
    since,
    dueOn,
    daysLate: daysLate(today, dueOn),
    raisedOn,
  };
};

export const exampleAlert = alertView(
  {
    id: '1b0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c12',
    kind: 'passDown',
    stage: 'late',
    division: '5305',
    concerns: '5305',
    programme: 'dibao',
    year: 2026,
    source: 'central',
    movementId: null,
    fen: 60_000_00n,
    since: '2026-03-02',
    dueOn: '2026-04-01',
    raisedOn: '2026-03-25',
    endedOn: null,
  },
  '2026-04-11',
);

export const listFundAlerts = operation({
  method: 'get',
  path: '/api/v1/funds/alerts',
  permission: 'funds.read',
  tag: '资金',
  summary: '查看资金提醒和超期',
  description:
    '未及时下达、下达后未到账、资金滞留、资金将不足、支出超过到账;本级和下级办理的,以及本地在等的。最早到期的在前。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    kind: choice('种类', kinds).exactOptional(),
    stage: choice('情况', stages).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(FundAlertView), next: z.string().nullable() }),
  example: { query: { division: '53' }, output: { items: [exampleAlert], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division: asked, cursor, limit = LIMIT, ...filters } }) {
    const division = asked ?? actorOf(context).division;
    const [day, id] = cursor === undefined ? [] : placeOf(cursor, 2).map(String);
    const after =
      day === undefined || id === undefined ? {} : { OR: [{ dueOn: { gt: day } }, { dueOn: day, id: { gt: id } }] };
    const within = { startsWith: division };
    const rows = await context.scope((tx) =>
      tx.fundAlert.findMany({
        where: { ...filters, endedOn: null, AND: [after, { OR: [{ division: within }, { concerns: within }] }] },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      }),
    );
    const today = civilDateAt(context.now().getTime());
    const { items, next } = paged(rows, limit, (row) => [row.dueOn, row.id]);
    return { items: items.map((row) => alertView(row, today)), next };
  },
});
