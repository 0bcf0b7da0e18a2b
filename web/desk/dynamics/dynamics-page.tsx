import { sayMonth } from '../../../domain/civil-date';
import { Link } from 'react-router';
import { MoreButton } from '../../shared/page/more-button';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useLists, type SummaryView } from './api';
import './dynamics.css';
import { OneList } from './one-list';
import { Report } from './report';
import { texts } from './texts';

const { lists: words } = texts;

const Row = ({ one }: { readonly one: SummaryView }) => (
  <tr>
    <td>
      <Link to={`/dynamics?report=${one.month}`} aria-label={words.report(one.month)}>
        {sayMonth(one.month)}
      </Link>
    </td>
    <td>
      <Link to={`/dynamics?id=${one.id}`} aria-label={words.open(one.townshipName, one.month)}>
        {one.townshipName}
      </Link>
    </td>
    <td>
      <Tag tone={one.state === 'signed' ? 'good' : 'accent'}>{one.stateLabel}</Tag>{' '}
      <span className="quiet small">{one.todo}</span>
    </td>
    <td>
      {showDate(one.dueOn)} {one.overdue ? <Tag tone="late">{`${words.overdue} ${one.levelLabel}`.trim()}</Tag> : null}
    </td>
    <td className="num">{`${one.undecided}/${one.items}`}</td>
  </tr>
);

const Lists = () => {
  const query = useLists();
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
        return (
          <>
            <PlainTable caption={words.caption} columns={words.columns}>
              {items.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </PlainTable>
            <MoreButton pages={query} label={words.more} />
          </>
        );
      }}
    </AsyncView>
  );
};

const DynamicsPage = () => {
  const [{ id, report }] = useUrlFilters(['id', 'report']);
  if (id) return <OneList listId={id} />;
  if (report) return <Report month={report} />;
  return (
    <Page title={texts.title}>
      <p className="quiet no-print">{texts.hint}</p>
      <Lists />
    </Page>
  );
};

export { DynamicsPage as Component };
