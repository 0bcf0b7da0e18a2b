import { Button, Input } from 'antd';
import { useState } from 'react';
import { CaseTable } from '../../shared/case-table';
import { Page } from '../../shared/page/page';
import { Segments } from '../../shared/page/segments';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useRelatives } from './api';
import { columns } from './columns';
import { texts } from './texts';

const options = Object.entries(texts.states).map(([value, label]) => ({ value, label }));

/** The register of the whole office; a name that is looked for stays out of the address. */
const RegisterPage = () => {
  const [{ state }, set] = useUrlFilters(['state']);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const relatives = useRelatives(name, state);
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <form
        className="filters"
        role="search"
        aria-label={texts.title}
        onSubmit={(event) => {
          event.preventDefault();
          setName(typed.trim());
        }}
      >
        <Input
          aria-label={texts.name}
          placeholder={texts.name}
          value={typed}
          allowClear
          style={{ width: 220 }}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">{texts.find}</Button>
      </form>
      <Segments label={texts.state} value={state} options={options} change={(next) => set({ state: next })} />
      <AsyncView query={relatives}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={texts.empty} />;
          return (
            <CaseTable
              label={texts.title}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ caseId }) => `/cases/${caseId}/relatives`}
              next={relatives.hasNextPage ? 'more' : null}
              more={() => void relatives.fetchNextPage()}
              loadingMore={relatives.isFetchingNextPage}
            />
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { RegisterPage as Component };
