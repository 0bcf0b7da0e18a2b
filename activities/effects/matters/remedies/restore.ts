import type { Decision } from '../../../../generated/prisma/client';
import { addMonthsToMonth, sayMonth, type CivilMonth } from '../../../../domain/civil-date';
import { firstMonth } from '../../../../domain/dibao/entitlement';
import { AppError } from '../../../../domain/errors';
import { sayYuan, type Fen } from '../../../../domain/money';
import { freezeAssessment } from '../../../assessments/freeze';
import { thawAssessment } from '../../../assessments/thaw';
import { decide } from '../../../decisions';
import { entitlementsInForce, replaceEntitlement, type Share } from '../../../entitlements';
import { recheckStart } from '../../../recheck';
import type { Outcome, StepContext } from '../../../steps/context';
import { decisionLetter } from '../../heads';
import type { Objected } from './objected';

const redoInstead = (why: string): AppError =>
  new AppError('redoInstead', `${why},不能直接恢复;请选择“撤销并责令重新作出”`, {
    fields: [{ path: 'outcome', message: why }],
  });

interface Restored {
  readonly fromMonth: CivilMonth;
  readonly monthlyFen: Fen;
  readonly shares: readonly Share[];
  readonly assessmentId?: string;
  readonly scope?: string;
}

/** What a refused household would have been given: by the law of the day of the decision, from the month after it. */
const granted = async (context: StepContext, { decidedOn }: Decision): Promise<Restored> => {
  const frozen = await freezeAssessment({ ...context, on: decidedOn }, {});
  const scope = frozen.eligibility;
  if ((scope !== 'wholeHousehold' && scope !== 'singlePerson') || frozen.monthlyFen === 0n)
    throw redoInstead(`按作出决定之日的标准核算不符合条件(${frozen.reasons.join(';')})`);
  return {
    fromMonth: firstMonth(decidedOn),
    monthlyFen: frozen.monthlyFen,
    shares: frozen.shares,
    assessmentId: frozen.id,
    scope,
  };
};

/** What would have been paid from the decision on, had it not superseded it. */
const taken = ({ tx, row }: StepContext, { id }: Decision) =>
  tx.entitlement.findMany({
    where: { caseId: row.id, supersededBy: id },
    include: { components: true },
    orderBy: { fromMonth: 'asc' },
  });

/** A stop took what was in force last, from the month after its last one; out of a suspension, from the stop itself. */
const beforeStop = async (context: StepContext, { stage }: Objected, decision: Decision): Promise<Restored> => {
  const inForce = await entitlementsInForce(context);
  const last = [...inForce, ...(await taken(context, decision))].filter(({ kind }) => kind === 'benefit').at(-1);
  const paidTo = inForce.at(-1)?.toMonth;
  if (!last) throw redoInstead('本案没有发放过保障金');
  const fromMonth = stage === 'suspended' || !paidTo ? firstMonth(decision.decidedOn) : addMonthsToMonth(paidTo, 1);
  return { fromMonth, monthlyFen: last.monthlyFen, shares: last.components };
};

/** Any other decision took effect in the month after it: what was in force before goes on from there. */
const beforeChange = async (context: StepContext, decision: Decision): Promise<Restored> => {
  const fromMonth = firstMonth(decision.decidedOn);
  const eve = addMonthsToMonth(fromMonth, -1);
  const planned = (await taken(context, decision)).findLast((one) => one.fromMonth <= fromMonth);
  const going = (await entitlementsInForce(context)).find(
    (one) => one.fromMonth <= eve && (!one.toMonth || one.toMonth >= eve),
  );
  const before = planned ?? going;
  if (!before) throw redoInstead('原决定之前没有可以恢复的保障金');
  return { fromMonth, monthlyFen: before.monthlyFen, shares: before.components };
};

const restorable: ReadonlySet<string> = new Set(['decrease', 'increase', 'gradualExit', 'suspend']);

const restoredOf = async (context: StepContext, objected: Objected): Promise<Restored> => {
  const { decision } = objected;
  if (!decision) throw redoInstead('原决定没有核算金额');
  const { tx, row } = context;
  const later = await tx.decision.count({ where: { caseId: row.id, createdAt: { gt: decision.createdAt } } });
  if (later > 0) throw redoInstead('原决定之后又有新的决定');
  const matter = decision.matterId ? await tx.matter.findUnique({ where: { id: decision.matterId } }) : undefined;
  if (matter?.kind === 'death') throw redoInstead('原决定因成员死亡作出');
  if (decision.kind === 'refuse') return granted(context, decision);
  if (decision.kind === 'stop') return beforeStop(context, objected, decision);
  if (restorable.has(decision.kind)) return beforeChange(context, decision);
  throw redoInstead('原决定没有减少保障');
};

/** Back to benefit, back-dated: the household gets what the decision took or withheld. */
export const restore = async (context: StepContext, objected: Objected, reason: string): Promise<Outcome> => {
  const { fromMonth, monthlyFen, shares, assessmentId, scope } = await restoredOf(context, objected);
  const decisionId = await decide(context, {
    kind: 'restore',
    reasons: reason,
    matterId: context.command.owner,
    ...(assessmentId && { assessmentId }),
  });
  const whole = shares.map(({ personId, fen }) => ({ personId, fen }));
  await replaceEntitlement(context, { fromMonth, monthlyFen, shares: whole, decisionId, kind: 'benefit' });
  const starts =
    context.state.stage === 'benefiting'
      ? []
      : [
          recheckStart(
            assessmentId ? await thawAssessment(context, assessmentId) : await freezeAssessment(context, {}),
          ),
        ];
  return {
    stage: 'benefiting',
    starts,
    summary: { decisionId, outcome: 'restore' },
    detail: `自${sayMonth(fromMonth)}起每月${sayYuan(monthlyFen)},以前月份补发`,
    caseChanges: { monthlyFen, decidedOn: context.on, ...(scope && { beneficiaryScope: scope }) },
    letter: decisionLetter(
      context,
      'restoration',
      `根据复议决定或者生效裁判,撤销原决定,自${sayMonth(fromMonth)}起恢复您家的最低生活保障,每月${sayYuan(monthlyFen)},以前月份予以补发。`,
    ),
  };
};
