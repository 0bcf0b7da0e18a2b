import { App } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { grantFormNames, grantForms } from '../../../domain/reserve-fund/grants';
import { filled, oneOf } from '../../shared/api/client';
import { showDate, today } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { Decide } from '../funds/decide';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { decide, proposeGrant, RESERVE, useGrants, type FoundCase } from './api';
import { CaseChoice } from './case-choice';
import { MoreButton } from '../../shared/page/more-button';
import type { TabProps } from './tab-props';
import { texts } from './texts';

const { grants: words } = texts;

const fields: readonly PlainField[] = [
  { name: 'name', label: words.name, type: 'text', required: true },
  { name: 'idNumber', label: words.idNumber, type: 'text', required: true },
  {
    name: 'form',
    label: words.form,
    type: 'choice',
    required: true,
    options: grantFormNames.map((value) => ({ value, label: grantForms[value] })),
  },
  { name: 'amount', label: words.amount, type: 'text', required: true },
  { name: 'goods', label: words.goods, type: 'text' },
  { name: 'givenOn', label: words.givenOn, type: 'date', required: true },
  { name: 'reason', label: words.reason, type: 'text', required: true },
];

const GrantForm = ({ fundId }: { readonly fundId: string }) => {
  const change = useChange([RESERVE]);
  const { message } = App.useApp();
  const maySearch = useMay('case.read');
  const [household, choose] = useState<FoundCase>();
  const send = async (values: PlainValues): Promise<void> => {
    const form = oneOf(grantFormNames, values['form'] ?? '');
    if (!form) return;
    const { name = '', idNumber = '', amount = '', goods, givenOn = '', reason = '' } = values;
    const body = { name, idNumber, form, amount, givenOn, reason, ...filled({ goods, caseId: household?.id }) };
    await change(body, (key) => proposeGrant(fundId, body, key));
    choose(undefined);
    void message.success(words.saved);
  };
  return (
    <section className="panel no-print">
      <h2>{words.enter}</h2>
      <p className="quiet small">{words.hint}</p>
      <PlainForm id="reserve-grant" fields={fields} initial={{ givenOn: today() }} send={send} submit={words.submit}>
        {maySearch ? <CaseChoice chosen={household} choose={choose} /> : null}
      </PlainForm>
    </section>
  );
};

export const GrantsTab = ({ page: { fund } }: TabProps) => {
  const mayKeep = useMay('reserveFund.keep');
  const mayRead = useMay('case.read');
  const query = useGrants(fund.id);
  return (
    <>
      {mayKeep && fund.closedOn === null ? <GrantForm fundId={fund.id} /> : null}
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{showDate(row.givenOn)}</td>
                    <td>
                      {`${row.recipient}(${row.idTail})`}
                      {row.caseId && mayRead ? (
                        <div>
                          <Link to={`/cases/${row.caseId}?tab=payments`}>{words.case.open}</Link>
                        </div>
                      ) : null}
                    </td>
                    <td>{row.goods ? `${row.formLabel}:${row.goods}` : row.formLabel}</td>
                    <td>{showYuan(row.amount)}</td>
                    <td>{row.reason}</td>
                    <td>
                      <Decide
                        state={row.state}
                        makerId={row.makerId}
                        division={row.township}
                        permission="reserveFund.sign"
                        what={`${row.recipient} ${showYuan(row.amount)}`}
                        touched={[RESERVE]}
                        give={(verdict, key) => decide('grants', row.id, verdict, key)}
                      />
                    </td>
                  </tr>
                ))}
              </PlainTable>
              <MoreButton pages={query} label={texts.funds.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
