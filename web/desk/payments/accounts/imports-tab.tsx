import { Button } from 'antd';
import { useState } from 'react';
import { oneOf } from '../../../shared/api/client';
import { showInstant } from '../../../shared/format/dates';
import { MoreButton } from '../../../shared/page/more-button';
import { PlainTable } from '../../../shared/page/plain-table';
import { Segments } from '../../../shared/page/segments';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { outcomeNames, refusedOf, useImport, useImports, type ImportView } from './api';
import { ImportRows } from './import-rows';
import { texts } from './texts';

const { batch: words } = texts;
const options = Object.entries(words.outcomeFilter).map(([value, label]) => ({ value, label }));

const Downloads = ({ found }: { readonly found: ImportView }) =>
  found.failed === 0 ? null : (
    <p className="filters no-print">
      <a href={refusedOf(found.id, 'xlsx')} download>
        {words.refusedXlsx}
      </a>
      <a href={refusedOf(found.id, 'csv')} download>
        {words.refusedCsv}
      </a>
      <span className="quiet small">{words.refusedHint}</span>
    </p>
  );

const Detail = ({ importId }: { readonly importId: string }) => {
  const [outcome, choose] = useState('');
  const found = useImport(importId, oneOf(outcomeNames, outcome));
  return (
    <section className="panel" aria-label={words.detail}>
      <AsyncView query={found} rows={4}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          const one = pages[0]!.import;
          return (
            <>
              <h2>{one.fileName}</h2>
              <p>{words.done(one.kept, one.repeated, one.failed)}</p>
              <p className="quiet small">{words.facts(showInstant(one.takenAt), one.takenByName, one.sha256)}</p>
              <Downloads found={one} />
              <Segments label={words.outcome} value={outcome} options={options} change={choose} />
              {rows.length === 0 ? <p className="quiet">{words.noLines}</p> : <ImportRows rows={rows} />}
              <MoreButton pages={found} label={words.more} />
            </>
          );
        }}
      </AsyncView>
    </section>
  );
};

const Row = ({ one, open }: { readonly one: ImportView; readonly open: () => void }) => (
  <tr>
    <td>{showInstant(one.takenAt)}</td>
    <td>{one.fileName}</td>
    <td>{one.takenByName ?? '—'}</td>
    <td className="num">{one.kept}</td>
    <td className="num">{one.repeated}</td>
    <td className="num">{one.failed}</td>
    <td className="no-print">
      <Button size="small" aria-label={`${words.show}:${one.fileName} ${showInstant(one.takenAt)}`} onClick={open}>
        {words.show}
      </Button>
    </td>
  </tr>
);

/** Every file of accounts that was brought, and line by line what became of it. */
export const ImportsTab = () => {
  const imports = useImports();
  const [{ import: opened }, set] = useUrlFilters(['import']);
  return (
    <>
      <AsyncView query={imports}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.noImports}>{words.noImportsHint}</EmptyState>;
          return (
            <>
              <PlainTable caption={words.imports} columns={words.importColumns}>
                {rows.map((one) => (
                  <Row key={one.id} one={one} open={() => set({ import: one.id })} />
                ))}
              </PlainTable>
              <MoreButton pages={imports} label={words.more} />
            </>
          );
        }}
      </AsyncView>
      {opened ? <Detail key={opened} importId={opened} /> : null}
    </>
  );
};
