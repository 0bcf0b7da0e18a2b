import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useDeferredValue } from 'react';
import { api, dataOf, filled, oneOf } from '../../shared/api/client';
import type { ParameterView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useMe } from '../session/api';
import { categoryWords } from './categories';
import './parameters.css';
import { sayValue } from './say-value';
import { texts } from './texts';

type Value = ParameterView['values'][number];

const ValueRow = ({ value, unit }: { readonly value: Value; readonly unit: string }) => (
  <tr>
    <td>
      <DivisionName code={value.division} />
      {value.category ? ` · ${categoryWords[value.category] ?? value.category}` : null}
    </td>
    <td>{`${showDate(value.from)}起${value.to ? `,至${showDate(value.to)}` : ''}`}</td>
    <td className="strong">{sayValue(value.value, unit)}</td>
    <td className="small">{value.reference}</td>
    <td>{value.assumed ? <Tag tone="late">{texts.assumed}</Tag> : null}</td>
  </tr>
);

const ParameterBlock = ({ parameter }: { readonly parameter: ParameterView }) => (
  <details className="panel" open={parameter.values.length <= 3}>
    <summary className="strong">
      {parameter.title} <span className="quiet small">{texts.count(parameter.values.length)}</span>
    </summary>
    <table className="case-table plain-table values" aria-label={parameter.title}>
      <tbody>
        {parameter.values.map((value, index) => (
          <ValueRow key={index} value={value} unit={parameter.unitLabel} />
        ))}
      </tbody>
    </table>
  </details>
);

const ParametersPage = () => {
  const [{ search, assumed }, set] = useUrlFilters(['search', 'assumed']);
  const settled = useDeferredValue(search);
  const { current } = useMe();
  const parameters = useQuery({
    queryKey: ['parameters', settled, assumed, current.division],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/parameters', {
          params: { query: filled({ division: current.division, search: settled, assumed: oneOf(['true'], assumed) }) },
        }),
      ),
    placeholderData: (before) => before,
  });
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
      </div>
      <AsyncView query={parameters}>
        {({ parameters: list }) =>
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
