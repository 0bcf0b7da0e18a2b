import { App, Button } from 'antd';
import { asProblem } from '../../shared/api/problem';
import { AsyncView } from '../../shared/states/async-view';
import { useMe } from '../session/api';
import type { CalendarProposal } from '../../shared/api/types';
import { useDecide, useProposals } from './api';
import { texts } from './texts';

const One = ({ proposal }: { readonly proposal: CalendarProposal }) => {
  const me = useMe();
  const decide = useDecide();
  const { message } = App.useApp();
  const give = (verdict: 'approve' | 'reject'): void =>
    decide.mutate(
      { id: proposal.id, verdict },
      {
        onSuccess: () => void message.success(verdict === 'approve' ? texts.approved : texts.rejected),
        onError: (error) => void message.error(asProblem(error).message),
      },
    );
  return (
    <div className="deadline">
      <span className="strong">{`${proposal.year}年 ${proposal.title ?? ''}`}</span>{' '}
      <span className="quiet small">{proposal.source}</span>
      <div className="small">{(proposal.off ?? []).map(({ from, to, why }) => `${why} ${from}至${to}`).join(';')}</div>
      <div className="small">
        {(proposal.worked ?? []).length > 0 ? `${texts.worked}:${(proposal.worked ?? []).join('、')}` : null}
      </div>
      <div className="form-foot">
        <Button
          size="small"
          type="primary"
          disabled={proposal.makerId === me.staffId}
          loading={decide.isPending}
          onClick={() => give('approve')}
        >
          {texts.approve}
        </Button>
        <Button size="small" disabled={proposal.makerId === me.staffId} onClick={() => give('reject')}>
          {texts.reject}
        </Button>
        {proposal.makerId === me.staffId ? <span className="quiet small">本人录入的由另一名管理员复核</span> : null}
      </div>
    </div>
  );
};

export const Proposals = () => (
  <section className="panel">
    <h2>{texts.proposals}</h2>
    <AsyncView query={useProposals()} rows={1}>
      {(list) =>
        list.length === 0 ? (
          <p className="quiet">{texts.noProposals}</p>
        ) : (
          <>
            {list.map((proposal) => (
              <One key={proposal.id} proposal={proposal} />
            ))}
          </>
        )
      }
    </AsyncView>
  </section>
);
