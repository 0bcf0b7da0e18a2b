import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { PlainTable } from '../../shared/page/plain-table';
import { Tag } from '../../shared/page/tag';
import type { PlanView, RecoveryView } from './api';
import { texts } from './texts';

const words = texts.plans;
const tones = { paid: 'good', underWay: 'plain', due: 'plain', overdue: 'late', replaced: 'plain' } as const;

const deductionOf = ({ deduction, revokedOn }: PlanView): string => {
  if (deduction === null) return words.noDeduction;
  return revokedOn ? words.revoked(showYuan(deduction), showDate(revokedOn)) : words.deduction(showYuan(deduction));
};

const datesOf = ({ proposedOn, agreedOn, endedOn }: PlanView): string =>
  [
    words.proposed(showDate(proposedOn)),
    ...(agreedOn ? [words.agreed(showDate(agreedOn))] : []),
    ...(endedOn ? [words.ended(showDate(endedOn))] : []),
  ].join(',');

const Plan = ({ plan, title }: { readonly plan: PlanView; readonly title: string }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    <p>
      <Tag>{plan.stateLabel}</Tag> {deductionOf(plan)}
    </p>
    <p className="quiet">{`${datesOf(plan)};${words.sums(showYuan(plan.planned), showYuan(plan.covered))}`}</p>
    {plan.unplanned === '0.00' ? null : (
      <p className="strong" role="status">
        {words.unplanned(showYuan(plan.unplanned))}
      </p>
    )}
    <PlainTable caption={title} columns={words.columns}>
      {plan.instalments.map((part) => (
        <tr key={part.number}>
          <td>{part.number}</td>
          <td>{showDate(part.dueOn)}</td>
          <td className="num">{showYuan(part.amount)}</td>
          <td className="num">{showYuan(part.paid)}</td>
          <td>
            <Tag tone={tones[part.state]}>{words.instalment[part.state]}</Tag>
          </td>
        </tr>
      ))}
    </PlainTable>
  </section>
);

type Plans = Pick<RecoveryView, 'plan' | 'newPlan' | 'formerPlans'>;

/** What the household has agreed to, what is proposed in its place, and what it had agreed to before. */
export const AgreedPlans = ({ plan, newPlan, formerPlans }: Plans) => (
  <>
    {plan ? <Plan plan={plan} title={words.current} /> : null}
    {newPlan ? <Plan plan={newPlan} title={words.new} /> : null}
    {formerPlans.map((former, at) => (
      <Plan key={former.agreementId} plan={former} title={words.former(formerPlans.length - at)} />
    ))}
  </>
);
