import { randomUUID } from 'node:crypto';
import { addMonths, civilDateAt, sayDate } from '../../domain/civil-date';
import { findDivision } from '../../domain/divisions';
import { AppError, fieldError } from '../../domain/errors';
import { askTx } from '../../store/uplift/ask';
import { wakeUplift } from '../../store/uplift/run';
import { actorOf } from '../context';
import { body, civilDate, divisionCode } from '../fields';
import { operation } from '../operation';
import { exampleUplift, UpliftView, upliftView } from './view';

const LEVELS = [2, 4, 6];
const MONTHS_APART = 12;

export const startUplift = operation({
  method: 'post',
  path: '/api/v1/uplifts',
  permission: 'uplift.prepare',
  tag: '提标',
  summary: '试算一次提标',
  description:
    '按生效日期的标准,逐户核算本地全部在享对象和原低保边缘家庭:谁提高、谁不变、谁不再符合、谁是新增线索,增加多少支出。只算不改;抽查并由另一人批准后,到生效之日执行。',
  effect: 'change',
  status: 201,
  input: body({ division: divisionCode('地区'), from: civilDate('生效日期') }),
  output: UpliftView,
  example: { input: { division: '530581', from: '2025-07-01' }, output: { ...exampleUplift, state: 'reckoning' } },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { division, from } }) {
    const { staffId } = actorOf(context);
    const now = context.now();
    const today = civilDateAt(now.getTime());
    if (!LEVELS.includes(division.length) || !findDivision(division))
      throw fieldError('division', '提标以县(市、区)、州市或全省为单位,请选择其中一级');
    if (!from.endsWith('-01')) throw fieldError('from', '保障金按月发放,新标准应从某月1日起生效');
    if (from < addMonths(today, -MONTHS_APART) || from > addMonths(today, MONTHS_APART))
      throw fieldError('from', '生效日期应在前后12个月以内');
    return context.scope(async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`uplift/${from}`}))::text`;
      const runs = await tx.upliftRun.findMany({ where: { effectiveFrom: from, state: { not: 'cancelled' } } });
      const other = runs.find((run) => run.division.startsWith(division) || division.startsWith(run.division));
      if (other)
        throw new AppError('alreadyExists', `${sayDate(from)}的提标在本地、上级或下级已有一次,请查看;要重算的先作废`, {
          runId: other.id,
        });
      const id = randomUUID();
      context.audit.detail('runId', id);
      const seed = `${division}/${from}/${id.slice(0, 8)}`;
      const data = { id, division, effectiveFrom: from, state: 'reckoning', seed, madeBy: staffId, createdAt: now };
      const run = await tx.upliftRun.create({ data });
      await wakeUplift(askTx(tx), id);
      return upliftView(tx, run);
    });
  },
});
