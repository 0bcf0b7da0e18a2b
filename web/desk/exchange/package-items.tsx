import { Button } from 'antd';
import { useState } from 'react';
import { Segments } from '../../shared/page/segments';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { useItems, type ItemView } from './api';
import { ItemPanel } from './item-panel';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { page: words } = texts;
const options = Object.entries(words.states).map(([value, label]) => ({ value, label }));
const tones: Readonly<Record<string, 'plain' | 'accent' | 'good' | 'late'>> = {
  sent: 'accent',
  accepted: 'good',
  rejected: 'late',
  leftOut: 'late',
};

const Row = ({ item, may, open }: { readonly item: ItemView; readonly may: boolean; readonly open: () => void }) => (
  <tr>
    <td>{item.row}</td>
    <td>
      {item.title}
      <div className="quiet small">{item.recordNumber}</div>
    </td>
    <td>{item.changeLabel}</td>
    <td>
      <Tag tone={tones[item.state] ?? 'plain'}>{item.stateLabel}</Tag>
      <div className="small">{item.reason ?? item.theirNumber}</div>
    </td>
    <td>
      {may ? (
        <Button size="small" aria-label={`${words.open}:${item.recordNumber}`} onClick={open}>
          {words.open}
        </Button>
      ) : null}
    </td>
  </tr>
);

/** The rows of a package, masked; opened one by one where they are typed over by hand. */
export const PackageItems = ({ packageId, built }: { readonly packageId: string; readonly built: string | null }) => {
  const [{ state }, set] = useUrlFilters(['state']);
  const items = useItems(packageId, state, built);
  const mayOpen = useMay('exchange.open');
  const [opened, setOpened] = useState<ItemView>();
  return (
    <>
      <h2>{words.items}</h2>
      <Segments label={words.stateLabel} value={state} options={options} change={(next) => set({ state: next })} />
      <AsyncView query={items}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          const after = rows.find(({ row, state: its }) => opened !== undefined && row > opened.row && its === 'sent');
          return (
            <>
              {opened ? (
                <ItemPanel
                  key={opened.id}
                  item={opened}
                  next={after ? () => setOpened(after) : undefined}
                  close={() => setOpened(undefined)}
                />
              ) : null}
              {rows.length === 0 ? (
                <EmptyState title={words.none} />
              ) : (
                <PlainTable caption={words.items} columns={words.columns}>
                  {rows.map((item) => (
                    <Row key={item.id} item={item} may={mayOpen} open={() => setOpened(item)} />
                  ))}
                </PlainTable>
              )}
              <MoreButton pages={items} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
