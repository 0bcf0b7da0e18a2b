import { Input, Select } from 'antd';
import { Link } from 'react-router';
import { CaseTable, type Column } from '../../shared/case-table';
import type { StaffView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useMay } from '../session/api';
import { useStaff } from './api';
import { CreateForm } from './create-form';
import { roleOptions } from './roles';
import './staff.css';
import { texts } from './texts';

const [name, login, appointments, state] = texts.columns;

const columns: readonly Column<StaffView>[] = [
  {
    key: 'name',
    title: name,
    width: 140,
    cell: (person) => (
      <Link to={`/admin/staff/${person.id}`} className="strong">
        {person.name}
      </Link>
    ),
  },
  { key: 'login', title: login, width: 200, cell: (person) => person.login },
  {
    key: 'appointments',
    title: appointments,
    cell: (person) =>
      person.appointments.map(({ id, divisionName, roleLabel, validFrom, validTo }) => (
        <div key={id}>
          {`${divisionName} ${roleLabel}`}
          <span className="quiet small">
            {` ${showDate(validFrom)}${texts.since}${validTo ? `,至${showDate(validTo)}` : ''}`}
          </span>
        </div>
      )),
  },
  {
    key: 'state',
    title: state,
    width: 90,
    cell: ({ active }) => (active ? <Tag tone="good">{texts.active}</Tag> : <Tag>{texts.inactive}</Tag>),
  },
];

const StaffPage = () => {
  const [filters, set] = useUrlFilters(['search', 'role', 'active']);
  const staff = useStaff(filters);
  const mayManage = useMay('staff.manage');
  return (
    <Page title={texts.title} crumbs={[{ label: texts.admin }, { label: texts.title }]}>
      <div className="filters">
        <Input
          aria-label={texts.search}
          placeholder={texts.search}
          value={filters.search}
          allowClear
          style={{ width: 240 }}
          onChange={({ target }) => set({ search: target.value })}
        />
        <Select
          aria-label={texts.role}
          value={filters.role}
          style={{ width: 150 }}
          options={[{ value: '', label: texts.anyRole }, ...roleOptions]}
          onChange={(role) => set({ role })}
        />
        <Select
          aria-label={texts.state}
          value={filters.active}
          style={{ width: 130 }}
          options={[
            { value: '', label: texts.anyState },
            { value: 'true', label: texts.active },
            { value: 'false', label: texts.inactive },
          ]}
          onChange={(active) => set({ active })}
        />
      </div>
      <AsyncView query={staff}>
        {({ pages }) => {
          const people = pages.flatMap((page) => page.staff);
          if (people.length === 0) return <EmptyState title={texts.empty} />;
          return (
            <CaseTable
              label={texts.title}
              rows={people}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ id }) => `/admin/staff/${id}`}
              next={staff.hasNextPage ? 'more' : null}
              more={() => void staff.fetchNextPage()}
              loadingMore={staff.isFetchingNextPage}
            />
          );
        }}
      </AsyncView>
      {mayManage ? <CreateForm /> : null}
    </Page>
  );
};

export { StaffPage as Component };
