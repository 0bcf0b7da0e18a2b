import type { ParameterView } from '../../shared/api/types';
import { showDate, today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { CheckList } from '../checking/checker';
import { useMay, useMe } from '../session/api';
import { useParameterProposals, useParameters } from './api';
import './parameters.css';
import { ProposalItem } from './proposal-item';
import { ProposeForm } from './propose-form';
import { texts } from './texts';
import { ValueTable } from './value-table';

const holdsOn = (day: string, { from, to }: ParameterView['values'][number]): boolean =>
  from <= day && (to === null || day <= to);

/** Of each place and category the value that holds on the day: the latest that has begun. */
const inForce = (parameter: ParameterView, day: string): ParameterView => {
  const latest = new Map<string, ParameterView['values'][number]>();
  for (const value of parameter.values) {
    const key = `${value.division}/${value.category ?? ''}`;
    const known = latest.get(key);
    if (holdsOn(day, value) && (!known || known.from <= value.from)) latest.set(key, value);
  }
  return { ...parameter, values: [...latest.values()] };
};

const Entries = ({ parameter }: { readonly parameter: string }) => (
  <AsyncView query={useParameterProposals({ parameter })} rows={1}>
    {(list) =>
      list.length === 0 ? null : (
        <section className="panel">
          <h2>{texts.entries}</h2>
          <CheckList label={texts.entries}>
            {list.map((proposal) => (
              <ProposalItem key={proposal.id} proposal={proposal} />
            ))}
          </CheckList>
        </section>
      )
    }
  </AsyncView>
);

const Body = ({ parameter }: { readonly parameter: ParameterView }) => {
  const mayPropose = useMay('parameter.propose');
  const current = texts.currentOn(showDate(today()));
  const newest = [...parameter.values].sort((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <>
      <section className="panel">
        <h2>{current}</h2>
        <ValueTable parameter={inForce(parameter, today())} label={current} />
      </section>
      <Entries parameter={parameter.id} />
      <section className="panel">
        <h2>{texts.history}</h2>
        <ValueTable parameter={{ ...parameter, values: newest }} label={texts.history} />
      </section>
      {mayPropose ? <ProposeForm parameter={parameter} /> : null}
    </>
  );
};

const ParameterPage = () => {
  // A name with dots would be taken for a file: it stands in the query.
  const [{ id }] = useUrlFilters(['id']);
  const parameters = useParameters({ division: useMe().current.division, search: id });
  const found = parameters.data?.find((one) => one.id === id);
  return (
    <Page title={found?.title ?? texts.title} crumbs={[{ label: texts.title, to: '/admin/parameters' }]}>
      <AsyncView query={parameters}>
        {(list) => {
          const one = list.find((parameter) => parameter.id === id);
          return one ? <Body parameter={one} /> : <EmptyState title={texts.unknown} />;
        }}
      </AsyncView>
    </Page>
  );
};

export { ParameterPage as Component };
