import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { useExchange, useWork, type ItemView } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { work: words } = texts;

const Correct = ({ item, close }: { readonly item: ItemView; readonly close: () => void }) => {
  const { correct } = useExchange();
  const { message } = App.useApp();
  return (
    <section className="panel" aria-label={`${words.correct}:${item.recordNumber}`}>
      <h2>{`${words.correct}:${item.recordNumber}`}</h2>
      <PlainForm
        id={`exchange-correct-${item.id}`}
        fields={[{ name: 'note', label: words.note, type: 'long', required: true }]}
        submit={words.submit}
        send={(values) => correct(item.id, values)}
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
    </section>
  );
};

const Row = ({
  item,
  may,
  choose,
}: {
  readonly item: ItemView;
  readonly may: boolean;
  readonly choose: () => void;
}) => (
  <tr>
    <td>{item.recordNumber}</td>
    <td>
      {item.caseId ? (
        <Link to={`/cases/${item.caseId}`} aria-label={`${words.openCase}:${item.title}`}>
          {item.title}
        </Link>
      ) : (
        item.title
      )}
    </td>
    <td>{item.stateLabel}</td>
    <td>{item.reason ?? '—'}</td>
    <td>
      {may ? (
        <Button size="small" aria-label={`${words.correct}:${item.recordNumber}`} onClick={choose}>
          {words.correct}
        </Button>
      ) : null}
    </td>
  </tr>
);

/** What came back or could not be sent, with the reason. */
export const WorkTab = () => {
  const work = useWork();
  const may = useMay('exchange.send');
  const [chosen, setChosen] = useState<ItemView>();
  return (
    <>
      <p className="quiet small">{words.hint}</p>
      {chosen ? <Correct key={chosen.id} item={chosen} close={() => setChosen(undefined)} /> : null}
      <AsyncView query={work}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.empty} />;
          return (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((item) => (
                  <Row key={item.id} item={item} may={may} choose={() => setChosen(item)} />
                ))}
              </PlainTable>
              <MoreButton pages={work} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
