import { sayMonth } from '../../../domain/civil-date';
import { Button } from 'antd';
import { useState } from 'react';
import { showYuan } from '../../shared/format/money';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMay } from '../session/api';
import { usePlanRecipients, usePlans, type PlanView } from './api';
import { DecideButtons } from './decide-buttons';
import { PlanForm } from './plan-form';
import { RecipientsPanel } from './recipients-panel';
import { PlainTable } from '../../shared/page/plain-table';
import { texts } from './texts';

const { plans: words } = texts;

const PlanRecipients = ({ plan, close }: { readonly plan: PlanView; readonly close: () => void }) => (
  <RecipientsPanel
    title={texts.recipients.title(words.cutOff(plan.cutOffMonth), plan.title)}
    query={usePlanRecipients(plan.id)}
    close={close}
  />
);

const Row = ({ plan, show }: { readonly plan: PlanView; readonly show: () => void }) => (
  <tr>
    <td>
      <span className="strong">{plan.title}</span>
      <div className="quiet small">{plan.orderNumber}</div>
    </td>
    <td>{plan.divisionName}</td>
    <td>{sayMonth(plan.cutOffMonth)}</td>
    <td>
      {plan.amounts.map(({ class: name, label, amount }) => (
        <div key={name}>{`${label} ${showYuan(amount)}`}</div>
      ))}
    </td>
    <td>
      <DecideButtons {...plan} entry="plan" permission="oneOffSubsidy.plan" what={plan.title} />
    </td>
    <td>
      <Button size="small" aria-label={`${words.show}:${plan.title}`} onClick={show}>
        {words.show}
      </Button>
    </td>
  </tr>
);

export const PlansTab = () => {
  const [shown, setShown] = useState<PlanView>();
  const mayPlan = useMay('oneOffSubsidy.plan');
  return (
    <>
      {shown ? <PlanRecipients plan={shown} close={() => setShown(undefined)} /> : null}
      {mayPlan ? <PlanForm /> : null}
      <AsyncView query={usePlans()}>
        {(plans) =>
          plans.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <PlainTable caption={words.caption} columns={words.columns}>
              {plans.map((plan) => (
                <Row key={plan.id} plan={plan} show={() => setShown(plan)} />
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
    </>
  );
};
