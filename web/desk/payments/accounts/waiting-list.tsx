import { Alert, App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../../../shared/api/problem';
import { showInstant } from '../../../shared/format/dates';
import { MoreButton } from '../../../shared/page/more-button';
import { PlainTable } from '../../../shared/page/plain-table';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useMe } from '../../session/api';
import { useApproveAll, useWaiting } from './api';
import { texts } from './texts';

const { batch: words } = texts;

/** Accounts that wait for a second person: looked at one by one on the case, approved together. */
export const WaitingList = () => {
  const waiting = useWaiting();
  const approve = useApproveAll();
  const me = useMe();
  const { message } = App.useApp();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    choose((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const send = async (): Promise<void> => {
    try {
      const { approved, refused } = await approve([...chosen]);
      void message.success(words.approved(approved));
      setProblems([...new Set(refused.map(({ why }) => why))]);
      choose(new Set());
    } catch (error) {
      setProblems([asProblem(error).message]);
    }
  };
  return (
    <>
      {problems.map((problem) => (
        <Alert key={problem} type="error" className="gap" title={problem} />
      ))}
      <AsyncView query={waiting}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.none} />;
          return (
            <PlainTable caption={words.list} columns={words.columns}>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Checkbox
                      aria-label={words.choose(row.applicantName, row.number)}
                      checked={chosen.has(row.id)}
                      disabled={row.makerId === me.staffId}
                      onChange={() => toggle(row.id)}
                    />
                  </td>
                  <td>
                    <Link to={`/cases/${row.caseId}?tab=accounts`}>{`${row.applicantName} ${row.caseNumber}`}</Link>
                  </td>
                  <td>{`${row.bankLabel} ${row.number}`}</td>
                  <td>{row.holderName}</td>
                  <td className="small">
                    {texts.maker(row.makerName ?? '', showInstant(row.createdAt))}
                    {row.makerId === me.staffId ? <div className="quiet">{texts.own}</div> : null}
                  </td>
                </tr>
              ))}
            </PlainTable>
          );
        }}
      </AsyncView>
      <MoreButton pages={waiting} label={words.more} />
      <div className="form-foot">
        <Button type="primary" disabled={chosen.size === 0} onClick={() => void send()}>
          {words.approve(chosen.size)}
        </Button>
      </div>
    </>
  );
};
