import { Alert, Button } from 'antd';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { useChange } from '../../shared/plain-form/use-change';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { useMay, useMe } from '../session/api';
import { decide, filesOf, KEY, useDisclosure, type TableView } from './api';
import { CountsTable } from './counts-table';
import './disclosure.css';
import { texts } from './texts';

const { table: words } = texts;

const Decision = ({ table }: { readonly table: TableView }) => {
  const me = useMe();
  const may = useMay('disclosure.decide') && table.county.startsWith(me.current.division);
  const change = useChange([KEY]);
  const { send } = useToldSending();
  if (table.state !== 'proposed' || !may) return null;
  if (table.makerId === me.staffId) return <p className="quiet small">{words.own}</p>;
  const give = (verdict: 'publish' | 'reject') => (): Promise<void> =>
    send(
      () => change([table.id, verdict], (key) => decide(key, table.id, verdict)),
      verdict === 'publish' ? words.published : words.rejected,
    );
  return (
    <div className="form-foot no-print">
      <Button type="primary" onClick={() => void give('publish')()}>
        {words.publish}
      </Button>
      <Button onClick={() => void give('reject')()}>{words.reject}</Button>
    </div>
  );
};

const Table = ({ table }: { readonly table: TableView }) => {
  const files = filesOf(table.id);
  return (
    <>
      <p>
        <Tag tone={texts.tones[table.state]}>{table.stateLabel}</Tag> {texts.list.version(table.version)}
        {table.reason ? <span className="quiet">{` ${words.reason(table.reason)}`}</span> : null}
      </p>
      {table.matchesLedger ? null : (
        <Alert type="warning" className="gap" title={words.differs(showYuan(table.ledgerAmount))} />
      )}
      {table.sections.map((section) => (
        <CountsTable key={section.title} section={section} />
      ))}
      <p className="quiet small">{words.note}</p>
      <div className="form-foot no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <a href={files.pdf} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
        <a href={files.xlsx}>{words.xlsx}</a>
      </div>
      <Decision table={table} />
    </>
  );
};

/** One table, whole: what is decided on, printed and published. */
export const TablePage = ({ disclosureId }: { readonly disclosureId: string }) => {
  const query = useDisclosure(disclosureId);
  const title = query.data
    ? words.titleOf(query.data.countyName, query.data.month, query.data.itemLabel)
    : words.loading;
  return (
    <Page title={title} crumbs={[{ label: texts.title, to: '/disclosure' }, { label: words.loading }]}>
      <AsyncView query={query}>{(table) => <Table table={table} />}</AsyncView>
    </Page>
  );
};
