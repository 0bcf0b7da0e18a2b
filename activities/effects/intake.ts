import { ageOn, civilDateAt, sayDate } from '../../domain/civil-date';
import { currentCode, findDivision } from '../../domain/divisions';
import { fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { newScope } from '../../store/cases/scope';
import type { Summary } from '../../domain/lifecycle/facts';
import type { Effect, StepContext } from '../steps/context';
import { confirmationMode, decisionLetter, townshipLetter } from './heads';
import { inputOf, ofCase } from './read-input';

const ADULT = 18;

export const submit: Effect = (context) => ({
  caseChanges: { authority: confirmationMode(context) === 'county' ? 'county' : 'township' },
  letter: townshipLetter(
    context,
    'receipt',
    `您于${sayDate(context.on)}提交的申请已登记。我们将在规定时限内审查材料,并告知是否受理。`,
  ),
});

export const askSupplement: Effect = (context) => {
  const { items } = inputOf(context, 'missingPapers');
  const list = items.map(({ paper, why }, index) => `${index + 1}.${paper}:${why}`).join('\n');
  return {
    summary: { people: items.length },
    detail: `共${items.length}项`,
    letter: townshipLetter(context, 'supplement', '请一次补齐下列材料:', list, '能够通过政府平台查询的材料无需提供。'),
  };
};

export const lapse: Effect = (context) => ({
  letter: townshipLetter(context, 'lapse', '您未在规定期限内补正材料,本次申请视为撤回。您可以随时重新申请。'),
});

export const accept: Effect = async (context) => {
  const input = inputOf(context, 'acceptance');
  const people = await context.tx.person.findMany({
    where: { id: { in: context.row.members.map(({ personId }) => personId) } },
    select: { id: true, birthDate: true, diedOn: true },
  });
  const adults = people
    .filter(({ birthDate, diedOn }) => !diedOn && ageOn(birthDate, context.on) >= ADULT)
    .map(({ id }) => id);
  const named = input.mustAuthorise ? ofCase(context, 'mustAuthorise', input.mustAuthorise) : [];
  const missing = adults.filter((id) => input.mustAuthorise && !named.includes(id));
  if (missing.length > 0) throw fieldError('mustAuthorise', `所有成年家庭成员都须授权,还差${missing.length}人`);
  const mustAuthorise = [...new Set([...adults, ...named])];
  await context.tx.caseMember.updateMany({
    where: { caseId: context.row.id, personId: { in: mustAuthorise } },
    data: { mustAuthorise: true },
  });
  await leaveFormerOffices(context);
  const variant = context.row.authority === 'township' ? 'delegated' : 'county';
  return {
    summary: { on: context.on, personIds: mustAuthorise },
    caseChanges: { acceptedOn: context.on },
    starts: [{ kind: 'decision', variant }],
    letter: townshipLetter(
      context,
      'acceptance',
      `您的申请已于${sayDate(context.on)}受理。请配合签署核对授权、入户调查和信息核对。`,
    ),
  };
};

const grounds: Readonly<Record<string, string>> = {
  notOurArea: '不属于本地受理范围',
  notInScope: '不属于救助范围',
  incomplete: '材料不齐且未补正',
  refusedAuthorisation: '不授权核对家庭经济状况',
  refusedInvestigation: '不配合调查',
  falseStatement: '隐瞒或虚报',
  other: '其他理由',
};

const refusedBecause =
  (kind: 'nonAcceptance' | 'termination'): Effect =>
  (context) => {
    const { ground, reason } = inputOf(context, 'ground');
    return {
      summary: { outcome: ground },
      detail: grounds[ground]!,
      caseChanges: { decidedOn: context.on },
      letter: decisionLetter(context, kind, `理由:${grounds[ground]}。${reason}`),
    };
  };
export const declineToAccept = refusedBecause('nonAcceptance');
export const stopForNonCooperation = refusedBecause('termination');

/** The offices that had forwarded the case need not see it any longer. */
const leaveFormerOffices = async ({ tx, row, on }: StepContext): Promise<void> => {
  const forwards = await tx.caseEvent.findMany({
    where: { caseId: row.id, action: 'forward' },
    select: { summary: true },
  });
  const former = forwards
    .flatMap(({ summary }) => (summary as Summary).from ?? [])
    .filter((division) => division !== row.division);
  await tx.caseScope.updateMany({
    where: { caseId: row.id, division: { in: former }, validTo: null },
    data: { validTo: on },
  });
};

/** To the township that has jurisdiction; the old office keeps sight until it is accepted there. */
export const forward: Effect = async (context) => {
  const { division } = inputOf(context, 'forwarding');
  const target = currentCode(division, context.on).padEnd(levelDigits.village, '0');
  if (!findDivision(target.slice(0, levelDigits.township), context.on))
    throw fieldError('division', '没有这个地区,请选择乡镇或村');
  if (target === context.row.division) throw fieldError('division', '案件已在该地区');
  await newScope(context.tx, context.row.id, target, context.on);
  return { summary: { from: context.row.division, to: target }, caseChanges: { division: target, assigneeId: null } };
};

export const withdraw: Effect = (context) => ({
  summary: { on: inputOf(context, 'withdrawal').writtenOn },
  letter: townshipLetter(
    context,
    'withdrawal',
    `根据您的书面申请,本案于${sayDate(civilDateAt(context.at))}撤回办结。您可以随时重新申请。`,
  ),
});
