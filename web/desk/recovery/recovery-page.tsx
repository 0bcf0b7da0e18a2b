import { Link } from 'react-router';
import { MoreButton } from '../../shared/page/more-button';
import { oneOf } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Segments } from '../../shared/page/segments';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useRecoveries, type SummaryView } from './api';
import { OneRecovery } from './one';
import './recovery.css';
import { texts } from './texts';

const { list: words } = texts;

const Row = ({ one }: { readonly one: SummaryView }) => (
  <tr>
    <td>
      <Link to={`/recovery?id=${one.id}`} aria-label={words.open(one.applicantName)}>
        {one.applicantName}
      </Link>
      <div className="quiet small">{`${one.townshipName} ${one.programmeLabel}`}</div>
    </td>
    <td>
      {one.causeLabel}
      {one.faultLabel ? <div className="quiet small">{one.faultLabel}</div> : null}
    </td>
    <td>
      <Tag tone={one.settledOn ? 'good' : 'accent'}>{one.stateLabel}</Tag>
      {one.todo ? <div className="quiet small">{one.todo}</div> : null}
    </td>
    <td className="num">{showYuan(one.overpaid)}</td>
    <td className="num">{showYuan(one.recovered)}</td>
    <td className="num">{showYuan(one.writtenOff)}</td>
    <td className="num strong">{showYuan(one.outstanding)}</td>
  </tr>
);

const List = ({ open }: { readonly open: 'open' | 'closed' }) => {
  const query = useRecoveries(open);
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const sums = pages[0]?.sums;
        if (items.length === 0 || !sums) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
        return (
          <>
            <p>
              {`${texts.sums(sums.count)},${texts.balance}:`}
              <span className="num strong">
                {`${showYuan(sums.overpaid)} = ${showYuan(sums.recovered)} + ${showYuan(sums.writtenOff)} + ${showYuan(sums.outstanding)}`}
              </span>
            </p>
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

const RecoveryPage = () => {
  const [{ id, show }, set] = useUrlFilters(['id', 'show']);
  if (id) return <OneRecovery recoveryId={id} />;
  const open = oneOf(['open', 'closed'], show) ?? 'open';
  return (
    <Page title={texts.title}>
      <p className="quiet no-print">{texts.hint}</p>
      <Segments
        label={texts.filter}
        value={open}
        options={[
          { value: 'open', label: texts.open },
          { value: 'closed', label: texts.closed },
        ]}
        change={(next) => set({ show: next })}
      />
      <List open={open} />
    </Page>
  );
};

export { RecoveryPage as Component };
