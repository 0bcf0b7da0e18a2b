import { Checkbox, Input } from 'antd';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import type { ParameterView } from '../../shared/api/types';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useMe } from '../session/api';
import { useParameters } from './api';
import './parameters.css';
import { Queue } from './queue';
import { texts } from './texts';
import { ValueTable } from './value-table';

const ParameterBlock = ({ parameter }: { readonly parameter: ParameterView }) => (
  <details className="panel" open={parameter.values.length <= 3}>
    <summary className="strong">
      {parameter.title} <span className="quiet small">{texts.count(parameter.values.length)}</span>
    </summary>
    <p>
      <Link to={`/admin/parameters/one?id=${parameter.id}`} aria-label={`${parameter.title}的${texts.open}`}>
        {texts.open}
      </Link>
    </p>
    <ValueTable parameter={parameter} />
  </details>
);

const ParametersPage = () => {
  const [{ search, assumed, on }, set] = useUrlFilters(['search', 'assumed', 'on']);
  const settled = useDeferredValue(search);
  const { current } = useMe();
  const parameters = useParameters({ division: current.division, search: settled, assumed, on });
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <div className="filters">
        <Input
          aria-label={texts.search}
          placeholder={texts.search}
          value={search}
          allowClear
          style={{ width: 260 }}
          onChange={({ target }) => set({ search: target.value })}
        />
        <Checkbox
          checked={assumed === 'true'}
          onChange={({ target }) => set({ assumed: target.checked ? 'true' : '' })}
        >
          {texts.onlyAssumed}
        </Checkbox>
        <label htmlFor="parameters-on">{texts.on}</label>
        <Input
          id="parameters-on"
          type="date"
          value={on}
          style={{ width: 160 }}
          onChange={({ target }) => set({ on: target.value })}
        />
      </div>
      <Queue />
      <AsyncView query={parameters}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={texts.empty} />
          ) : (
            <>
              {list.map((parameter) => (
                <ParameterBlock key={parameter.id} parameter={parameter} />
              ))}
            </>
          )
        }
      </AsyncView>
    </Page>
  );
};

export { ParametersPage as Component };
