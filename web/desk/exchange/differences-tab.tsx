import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Segments } from '../../shared/page/segments';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { useDifferences, useExchange, type DifferenceView } from './api';
import { DifferenceRow } from './difference-row';
import { MoreButton } from '../../shared/page/more-button';
import { Compared, SnapshotForm } from './snapshot-form';
import { TakenFiles } from './taken-files';
import { texts } from './texts';

const { differences: words } = texts;
const COUNTY_DIGITS = 6;
const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));
const fields = [
  { name: 'decision', label: words.decision, type: 'choice', required: true, options: optionsOf(words.decisions) },
  { name: 'note', label: words.note, type: 'long', required: true },
] as const;

const Settle = ({ one, close }: { readonly one: DifferenceView; readonly close: () => void }) => {
  const { settle } = useExchange();
  const { message } = App.useApp();
  return (
    <section className="panel no-print" aria-label={`${words.settle}:${one.title}`}>
      <h2>{`${words.settle}:${one.title}`}</h2>
      <PlainForm
        id={`exchange-settle-${one.id}`}
        fields={fields}
        submit={words.submit}
        send={(values) => settle(one.id, values)}
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
      <Button onClick={close}>{words.cancel}</Button>
    </section>
  );
};

interface CountyCount {
  readonly county: string;
  readonly countyName: string;
  readonly open: number;
  readonly settled: number;
}

const Counties = ({ counties }: { readonly counties: readonly CountyCount[] }) =>
  counties.length > 1 ? (
    <PlainTable caption={words.counties} columns={words.countyColumns}>
      {counties.map(({ county, countyName, open, settled }) => (
        <tr key={county}>
          <td>{countyName}</td>
          <td className="num">{open}</td>
          <td className="num">{settled}</td>
        </tr>
      ))}
    </PlainTable>
  ) : null;

/** What the two systems have otherwise, person by person, each settled with a decision. */
export const DifferencesTab = () => {
  const [{ difference, state }, set] = useUrlFilters(['difference', 'state']);
  const found = useDifferences(difference, state || 'open');
  const [maySend, maySettle] = [useMay('exchange.send'), useMay('exchange.settle')];
  const { current } = useMe();
  const [chosen, setChosen] = useState<DifferenceView>();
  return (
    <>
      {maySend && current.division.length === COUNTY_DIGITS ? <SnapshotForm /> : null}
      <TakenFiles what="snapshot" result={(fileId) => <Compared key={fileId} snapshotId={fileId} />} />
      {chosen ? <Settle key={chosen.id} one={chosen} close={() => setChosen(undefined)} /> : null}
      <div className="filters no-print">
        <Segments
          label={words.state}
          value={state || 'open'}
          options={optionsOf(words.states)}
          change={(next) => set({ state: next })}
        />
        <Select
          aria-label={words.filter}
          value={difference || ''}
          style={{ width: 180 }}
          options={[{ value: '', label: words.all }, ...optionsOf(words.difference)]}
          onChange={(next: string) => set({ difference: next })}
        />
      </div>
      <AsyncView query={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              <Counties counties={pages[0]?.counties ?? []} />
              {rows.length === 0 ? (
                <EmptyState title={words.empty} />
              ) : (
                <PlainTable caption={words.caption} columns={words.columns}>
                  {rows.map((one) => (
                    <DifferenceRow key={one.id} one={one} may={maySettle} settle={() => setChosen(one)} />
                  ))}
                </PlainTable>
              )}
              <MoreButton pages={found} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
