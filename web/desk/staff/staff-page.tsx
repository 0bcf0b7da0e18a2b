import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { api, dataOf, filled } from '../../shared/api/client';
import type { StaffView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { texts } from './texts';

const Row = ({ person }: { readonly person: StaffView }) => (
  <tr>
    <td className="strong">{person.name}</td>
    <td>{person.login}</td>
    <td>
      {person.appointments.map(({ id, divisionName, roleLabel, validFrom, validTo }) => (
        <div key={id}>
          {`${divisionName} ${roleLabel}`}
          <span className="quiet small">{` ${showDate(validFrom)}起${validTo ? `,至${showDate(validTo)}` : ''}`}</span>
        </div>
      ))}
    </td>
    <td>{person.active ? <Tag tone="good">{texts.active}</Tag> : <Tag>{texts.inactive}</Tag>}</td>
  </tr>
);

const StaffPage = () => {
  const [{ search }, set] = useUrlFilters(['search']);
  const staff = useInfiniteQuery({
    queryKey: ['staff', search],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/staff', { params: { query: filled({ search, after: pageParam }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <Page title={texts.title} crumbs={[{ label: '管理' }, { label: texts.title }]}>
      <div className="filters">
        <Input
          aria-label={texts.search}
          placeholder={texts.search}
          value={search}
          allowClear
          style={{ width: 260 }}
          onChange={({ target }) => set({ search: target.value })}
        />
      </div>
      <AsyncView query={staff}>
        {({ pages }) => {
          const people = pages.flatMap((page) => page.staff);
          if (people.length === 0) return <EmptyState title={texts.empty} />;
          return (
            <div className="table-wrap">
              <table className="case-table plain-table" aria-label={texts.title}>
                <thead>
                  <tr>
                    {texts.columns.map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {people.map((person) => (
                    <Row key={person.id} person={person} />
                  ))}
                </tbody>
              </table>
              {staff.hasNextPage ? (
                <div className="table-foot">
                  <Button onClick={() => void staff.fetchNextPage()} loading={staff.isFetchingNextPage}>
                    {texts.more}
                  </Button>
                </div>
              ) : null}
            </div>
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { StaffPage as Component };
