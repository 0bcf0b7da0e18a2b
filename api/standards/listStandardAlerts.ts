import { z } from 'zod';
import { civilDateAt, daysBetween } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { alertKinds, type AlertKind } from '../../domain/standards/alerts';
import { choice } from '../fields';
import { operation } from '../operation';

const kinds = Object.keys(alertKinds) as [AlertKind, ...AlertKind[]];
const MOST = 500;

const StandardAlert = z
  .object({
    id: z.uuid(),
    division: z.string(),
    divisionName: z.string(),
    kind: z.enum(kinds),
    kindLabel: z.string(),
    dueOn: z.string(),
    daysLate: z.int().meta({ description: '超过应执行之日多少天;未到为负' }),
    sentence: z.string(),
    raisedOn: z.string(),
    endedOn: z.string().nullable(),
  })
  .meta({ id: 'StandardAlert' });

export const listStandardAlerts = operation({
  method: 'get',
  path: '/api/v1/standards/alerts',
  permission: 'standard.watch',
  tag: '标准和参数',
  summary: '查看提标预警',
  description: '本辖区未按期提标、即将低于指导标准、提标未试算或未批准的地方,最久的在前;每日核对,改正后自动解除。',
  effect: 'read',
  query: z.strictObject({ state: choice('状态', ['open', 'all']).exactOptional() }),
  output: z.object({ alerts: z.array(StandardAlert) }),
  example: { query: { state: 'open' }, output: { alerts: [] } },
  async handler(context, { query: { state = 'open' } }) {
    const today = civilDateAt(context.now().getTime());
    return context.scope(async (tx) => {
      const rows = await tx.standardAlert.findMany({
        where: state === 'open' ? { endedOn: null } : {},
        orderBy: [{ dueOn: 'asc' }, { division: 'asc' }, { id: 'asc' }],
        take: MOST,
      });
      const alerts = rows.map(({ id, division, kind, dueOn, sentence, raisedOn, endedOn }) => ({
        ...{ id, division, dueOn, sentence, raisedOn, endedOn },
        kind: kind as AlertKind,
        kindLabel: alertKinds[kind as AlertKind].label,
        divisionName: nameOf(division),
        daysLate: daysBetween(dueOn, endedOn ?? today),
      }));
      return { alerts };
    });
  },
});
