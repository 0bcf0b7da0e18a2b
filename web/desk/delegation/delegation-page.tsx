import { App } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, dataOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { CheckList } from '../checking/checker';
import { useParameterProposals, useProposeParameter } from '../parameters/api';
import { choiceWords } from '../parameters/choice-words';
import { ProposalItem } from '../parameters/proposal-item';
import { useMay, useMe } from '../session/api';
import { PlaceTable } from './place-table';
import { texts } from './texts';

const PARAMETER = 'dibao.confirmation';
const TOWNSHIP = 9;
const modes = (['entrusted', 'ownName', 'county'] as const).map((value) => ({
  value,
  label: choiceWords[value] ?? value,
}));

const Waiting = () => (
  <AsyncView query={useParameterProposals({ state: 'proposed', parameter: PARAMETER })} rows={1}>
    {(list) =>
      list.length === 0 ? null : (
        <section className="panel" aria-label={texts.queue}>
          <h2>{texts.queue}</h2>
          <CheckList label={texts.queue}>
            {list.map((proposal) => (
              <ProposalItem key={proposal.id} proposal={proposal} />
            ))}
          </CheckList>
        </section>
      )
    }
  </AsyncView>
);

const ChangeForm = ({ root }: { readonly root: string }) => {
  const propose = useProposeParameter(PARAMETER, 'choice');
  const { message } = App.useApp();
  return (
    <section className="panel">
      <h2>{texts.change}</h2>
      <p className="quiet small">{texts.changeHint}</p>
      <PlainForm
        id="delegation"
        fields={[
          { name: 'division', label: texts.place, type: 'place', required: true, root },
          { name: 'value', label: texts.mode, type: 'choice', required: true, options: modes },
          { name: 'from', label: texts.from, type: 'date', required: true },
          { name: 'reference', label: texts.reference, type: 'text', required: true, hint: texts.referenceHint },
        ]}
        initial={{ division: root }}
        submit={texts.save}
        send={propose}
        done={() => void message.success(texts.saved)}
      />
    </section>
  );
};

const DelegationPage = () => {
  const own = useMe().current.division;
  const [search] = useSearchParams();
  const wanted = search.get('division') ?? own;
  const division = wanted.startsWith(own) && wanted.length <= TOWNSHIP ? wanted : own;
  const mayPropose = useMay('parameter.propose');
  const places = useQuery({
    queryKey: ['delegation', division],
    queryFn: async () => (await dataOf(api.GET('/api/v1/delegation', { params: { query: { division } } }))).places,
  });
  return (
    <Page title={texts.title} crumbs={[{ label: '管理' }, { label: texts.title }]}>
      <p className="quiet">{texts.hint}</p>
      <p>
        <Link to={`/admin/parameters/one?id=${PARAMETER}`}>{texts.history}</Link>
      </p>
      <Waiting />
      <AsyncView query={places}>{(list) => <PlaceTable places={list} own={division} />}</AsyncView>
      {mayPropose ? <ChangeForm root={own} /> : null}
    </Page>
  );
};

export { DelegationPage as Component };
