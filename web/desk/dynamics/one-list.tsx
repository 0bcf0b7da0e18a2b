import { Button } from 'antd';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { useChange } from '../../shared/plain-form/use-change';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { KEY, takeStep, useList, type ListView, type Step } from './api';
import { ItemRow } from './item-row';
import { texts } from './texts';

const { one: words } = texts;

const Steps = ({ list }: { readonly list: ListView }) => {
  const [mayWork, maySign] = [useMay('dynamics.work'), useMay('dynamics.sign')];
  const change = useChange([KEY]);
  const { send } = useToldSending();
  const take = (step: Step) => (): Promise<void> =>
    send(() => change([list.id, list.version, step], (key) => takeStep(key, list, step)), words.steps[step]);
  return (
    <div className="form-foot no-print">
      {mayWork && list.state === 'open' ? (
        <Button type="primary" onClick={() => void take('submit')()}>
          {words.submit}
        </Button>
      ) : null}
      {maySign && list.state === 'submitted' ? (
        <>
          <Button type="primary" disabled={list.mySign !== null} onClick={() => void take('sign')()}>
            {words.sign}
          </Button>
          <Button onClick={() => void take('return')()}>{words.return}</Button>
        </>
      ) : null}
      {list.state === 'submitted' && list.mySign ? (
        <span className="quiet small">{words.cannotSign(list.mySign)}</span>
      ) : null}
      <Button onClick={() => window.print()}>{words.print}</Button>
    </div>
  );
};

const List = ({ list }: { readonly list: ListView }) => {
  const mayDecide = useMay('dynamics.work') && list.state === 'open';
  return (
    <>
      <p>
        <Tag tone={list.state === 'signed' ? 'good' : 'accent'}>{list.stateLabel}</Tag> {list.todo}{' '}
        {words.due(showDate(list.dueOn))}{' '}
        {list.overdue ? <Tag tone="late">{`${texts.lists.overdue} ${list.levelLabel}`.trim()}</Tag> : null}
      </p>
      {list.list.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <PlainTable caption={words.caption} columns={words.columns}>
          {list.list.map((item) => (
            <ItemRow key={item.id} list={list} item={item} mayDecide={mayDecide} />
          ))}
        </PlainTable>
      )}
      <Steps list={list} />
    </>
  );
};

/** One township's list of a month. */
export const OneList = ({ listId }: { readonly listId: string }) => {
  const query = useList(listId);
  const title = query.data ? words.titleOf(query.data.townshipName, query.data.month) : words.loading;
  return (
    <Page title={title} crumbs={[{ label: texts.title, to: '/dynamics' }, { label: words.loading }]}>
      <AsyncView query={query}>{(list) => <List list={list} />}</AsyncView>
    </Page>
  );
};
