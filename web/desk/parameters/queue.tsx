import { AsyncView } from '../../shared/states/async-view';
import { CheckList } from '../checking/checker';
import { useMay } from '../session/api';
import { useParameterProposals } from './api';
import { ProposalItem } from './proposal-item';
import { texts } from './texts';

/** What waits for a second person, above everything else; nothing when nothing waits or it is not one's business. */
export const Queue = () => {
  const proposals = useParameterProposals({ state: 'proposed' });
  if (!useMay('parameter.decide') || proposals.data?.length === 0) return null;
  return (
    <section className="panel" aria-label={texts.queue}>
      <h2>{texts.queue}</h2>
      <AsyncView query={proposals} rows={1}>
        {(list) => (
          <CheckList label={texts.queue}>
            {list.map((proposal) => (
              <ProposalItem key={proposal.id} proposal={proposal} />
            ))}
          </CheckList>
        )}
      </AsyncView>
    </section>
  );
};
