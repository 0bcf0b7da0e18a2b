import { randomUUID } from 'node:crypto';
import { civilDateAt, monthOf, sayMonth, type CivilDate, type CivilMonth } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { occasionDue, occasionOf } from '../../store/payments/occasion';
import { openRun, type NewRun } from '../../store/payments/open-run';
import { paymentRules } from '../../store/payments/scope';
import { sqlOf } from '../../store/sql';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { body, choice, divisionCode, id } from '../fields';
import { operation } from '../operation';
import { civilMonth } from '../price-linkage/preview-schema';
import { exampleRun, RUN_COLUMNS, RUN_HELD, RunView, runView, type RunListRow } from './run-view';

const kinds = ['supplementary', 'priceLinkage', 'oneOff'] as const;

/** Why not another one yet. */
const unfinished: Readonly<Record<(typeof kinds)[number], string>> = {
  supplementary: '这个月还有一批补充发放没有支付;请先办完那一批,尚未列入的由它之后的一批发放',
  priceLinkage: '同一启动决定或方案还有一批没有支付;请先办完那一批',
  oneOff: '同一启动决定或方案还有一批没有支付;请先办完那一批',
};

interface Asked {
  readonly kind: (typeof kinds)[number];
  readonly county: string;
  readonly programme: string;
  readonly month?: string;
  readonly occasionId?: string;
}

type Subject = Pick<NewRun, 'month' | 'occasionId' | 'payBy'>;

const supplementary = ({ month }: Asked, firstMonth: CivilMonth, today: CivilDate): Subject => {
  if (!month) throw fieldError('month', '请填写补充发放到哪个月');
  if (month < firstMonth || month > monthOf(today))
    throw fieldError('month', `补充发放的月份应在${sayMonth(firstMonth)}至${sayMonth(monthOf(today))}之间`);
  return { month };
};

const subsidy = async (context: Context, tx: Tx, { kind, county, programme, occasionId }: Asked): Promise<Subject> => {
  if (!occasionId) throw fieldError('occasionId', '请选择已复核的启动决定或方案');
  const rules = await context.rulebook.rules(tx);
  const occasion = await occasionOf(tx, rules.parameters, kind, occasionId);
  if (!occasion || !county.startsWith(occasion.division))
    throw fieldError('occasionId', '没有找到已复核的启动决定或方案,或不包括本县');
  if (!occasion.rates.some((rate) => rate.county === county && rate.programme === programme))
    throw new AppError('refused', '本县这个项目的对象不在发放范围内,请核对启动决定或方案');
  const payBy = await occasionDue(tx, rules, occasion, county);
  return { month: occasion.month, occasionId, ...(payBy && { payBy }) };
};

export const openPaymentRun = operation({
  method: 'post',
  path: '/api/v1/payment-runs',
  permission: 'payment.open',
  tag: '发放',
  summary: '手工开一批发放',
  description:
    '每月的批次由系统按锁定日自动开。补充发放发到所填月份为止尚未列入的,同月的上一批支付后才能再开;物价补贴和一次性补贴复核后自动开批,再开的一批只发此前没有发出的。',
  effect: 'change',
  status: 201,
  input: body({
    kind: choice('种类', kinds),
    county: divisionCode('县'),
    programme: choice('救助项目', ['dibao', 'tekun']),
    month: civilMonth('月份').exactOptional(),
    occasionId: id('启动决定或方案').exactOptional(),
  }),
  output: RunView,
  example: {
    input: { kind: 'supplementary', county: '530581', programme: 'dibao', month: '2022-09' },
    output: { ...exampleRun, kind: 'supplementary', kindLabel: '补充发放', state: { id: 'drawing', label: '造册' } },
  },
  division: ({ body: { county } }) => county,
  async handler(context, { body: asked }) {
    const actor = actorOf(context);
    const today = civilDateAt(context.now().getTime());
    const { county, kind, programme } = asked;
    if (county.length !== 6) throw fieldError('county', '请填写县级区划代码(6位)');
    return context.scope(async (tx) => {
      const { firstMonth, format } = paymentRules(await context.rulebook.parameters(tx), county, today);
      if (!firstMonth)
        throw new AppError('refused', '本县尚未设定由本系统发放的首月;请先由管理员录入 payment.firstMonth');
      const subject =
        kind === 'supplementary' ? supplementary(asked, firstMonth, today) : await subsidy(context, tx, asked);
      const runId = randomUUID();
      const sql = sqlOf(tx);
      const opened = await openRun(sql, {
        ...subject,
        ...{ id: runId, county, programme, kind, openedOn: today, openedBy: actor.staffId, format, alone: true },
      });
      if (!opened) throw new AppError('alreadyExists', unfinished[kind]);
      context.audit.detail('runId', runId);
      const { rows } = await sql.query<RunListRow & Record<string, unknown>>(
        `select ${RUN_COLUMNS} from payment_run r ${RUN_HELD} where r.id = $1::uuid`,
        [runId],
      );
      return runView(rows[0]!, actor, today);
    });
  },
});
