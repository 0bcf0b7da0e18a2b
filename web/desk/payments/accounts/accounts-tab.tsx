import { Button } from 'antd';
import type { CaseView } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { useToldSending } from '../../../shared/plain-form/use-sending';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { useMay, useMe } from '../../session/api';
import { AccountForm } from './account-form';
import { useAccounts, useCardNumber, useDecideAccount, type AccountView, type Verdict } from './api';
import { texts } from './texts';

const tones = { proposed: 'accent', approved: 'good', rejected: 'plain', ended: 'plain' } as const;

interface Props {
  readonly account: AccountView;
}

const Number = ({ account }: Props) => {
  const may = useMay('cardAccount.decide');
  const number = useCardNumber();
  return (
    <>
      {account.bankLabel}
      <div className="num">{number.data ?? account.number}</div>
      {account.numberValid ? null : <Tag tone="late">{texts.invalid}</Tag>}
      {may && !number.data ? (
        <Button
          size="small"
          className="no-print"
          loading={number.isPending}
          aria-label={`${texts.showNumber}:${account.number}`}
          onClick={() => number.mutate(account.id)}
        >
          {texts.showNumber}
        </Button>
      ) : null}
    </>
  );
};

const Decide = ({ account }: Props) => {
  const me = useMe();
  const may = useMay('cardAccount.decide');
  const decide = useDecideAccount();
  const { send } = useToldSending();
  if (account.state !== 'proposed' || !may) return null;
  if (account.makerId === me.staffId) return <div className="quiet small">{texts.own}</div>;
  const give = (verdict: Verdict): void =>
    void send(
      () => decide.mutateAsync({ accountId: account.id, verdict }),
      verdict === 'approve' ? texts.approved : texts.rejected,
    );
  return (
    <div className="form-foot no-print">
      <Button
        size="small"
        loading={decide.isPending}
        aria-label={`${texts.approve}:${account.number}`}
        onClick={() => give('approve')}
      >
        {texts.approve}
      </Button>
      <Button size="small" aria-label={`${texts.reject}:${account.number}`} onClick={() => give('reject')}>
        {texts.reject}
      </Button>
    </div>
  );
};

const Row = ({ account }: Props) => (
  <tr>
    <td>
      <Number account={account} />
    </td>
    <td>{account.holderName}</td>
    <td>{account.holderPersonId ? texts.member : texts.byAgreement}</td>
    <td className="small">
      {texts.maker(account.makerName ?? '', showInstant(account.createdAt))}
      {account.checkedAt ? <div>{texts.checker(account.checkerName ?? '', showInstant(account.checkedAt))}</div> : null}
    </td>
    <td>
      <Tag tone={tones[account.state]}>{texts.states[account.state]}</Tag>
      <Decide account={account} />
    </td>
  </tr>
);

/** Whom the household is paid through, now and before, and the form for another account. */
const AccountsTab = ({ view }: { readonly view: CaseView }) => {
  const may = useMay('cardAccount.propose');
  return (
    <>
      <p className="quiet">{texts.hint}</p>
      <AsyncView query={useAccounts(view.id)}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
          ) : (
            <PlainTable caption={texts.caption} columns={texts.columns}>
              {accounts.map((account) => (
                <Row key={account.id} account={account} />
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
      {may ? <AccountForm view={view} /> : null}
    </>
  );
};

export default AccountsTab;
