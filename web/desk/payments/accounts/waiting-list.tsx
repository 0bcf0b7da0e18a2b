import { Alert, App, Button } from 'antd';
import { useRef, useState } from 'react';
import { asProblem } from '../../../shared/api/problem';
import { MoreButton } from '../../../shared/page/more-button';
import { PlainTable } from '../../../shared/page/plain-table';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { beside } from '../../cases/viewer/turning';
import { useMe } from '../../session/api';
import { useApproveAll, useWaiting, type WaitingView } from './api';
import { EvidencePanel } from './evidence-panel';
import { texts } from './texts';
import { idOfOpener, WaitingRow } from './waiting-row';

const { batch: words } = texts;

/** Ids that are chosen or were seen, for as long as the page stands. */
const useIds = () => {
  const [ids, set] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    set,
    add: (id: string): void => set((before) => new Set([...before, id])),
    toggle: (id: string): void =>
      set((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
  };
};

const Rows = ({
  rows,
  chosen,
}: {
  readonly rows: readonly WaitingView[];
  readonly chosen: ReturnType<typeof useIds>;
}) => {
  const me = useMe();
  const [{ account }, setUrl] = useUrlFilters(['account']);
  const seen = useIds();
  const list = useRef<HTMLDivElement>(null);
  const opened = rows.find(({ id }) => id === account);
  const ids = rows.map(({ id }) => id);
  const open = (id: string | undefined): void => {
    if (id) seen.add(id);
    setUrl({ account: id ?? '' });
  };
  const close = (): void => {
    open(undefined);
    if (opened) list.current?.querySelector<HTMLElement>(`#${CSS.escape(idOfOpener(opened.id))}`)?.focus();
  };
  return (
    <div className={opened ? 'accounts-review viewing' : 'accounts-review'} ref={list}>
      <PlainTable caption={words.list} columns={words.columns}>
        {rows.map((row) => (
          <WaitingRow
            key={row.id}
            row={row}
            own={row.makerId === me.staffId}
            opened={row === opened}
            seen={seen.ids.has(row.id)}
            chosen={chosen.ids.has(row.id)}
            choose={() => chosen.toggle(row.id)}
            open={() => open(row.id)}
          />
        ))}
      </PlainTable>
      {opened ? (
        <EvidencePanel
          key={opened.id}
          row={opened}
          own={opened.makerId === me.staffId}
          close={close}
          step={(by) => open(beside(ids, opened.id, by))}
          decided={() => open(ids[ids.indexOf(opened.id) + 1])}
        />
      ) : null}
    </div>
  );
};

/** Accounts that wait for a second person: each with its evidence beside it, approved one by one or together. */
export const WaitingList = () => {
  const waiting = useWaiting();
  const approve = useApproveAll();
  const { message } = App.useApp();
  const chosen = useIds();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const { approved, refused } = await approve([...chosen.ids]);
      void message.success(words.approved(approved));
      setProblems([...new Set(refused.map(({ why }) => why))]);
      chosen.set(new Set());
    } catch (error) {
      setProblems([asProblem(error).message]);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {problems.map((problem) => (
        <Alert key={problem} type="error" className="gap" title={problem} />
      ))}
      <AsyncView query={waiting}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
          const present = [...chosen.ids].filter((id) => rows.some((row) => row.id === id));
          return (
            <>
              <Rows rows={rows} chosen={chosen} />
              <MoreButton pages={waiting} label={words.more} />
              <div className="form-foot no-print">
                <Button disabled={present.length === 0} loading={sending} onClick={() => void send()}>
                  {words.approve(present.length)}
                </Button>
              </div>
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
