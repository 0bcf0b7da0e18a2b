import { App, Button } from 'antd';
import { today } from '../../shared/format/dates';
import type { PlainField } from '../../shared/plain-form/plain-field';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { useExchange, useItem, type ItemView } from './api';
import { CopyFields } from './copy-fields';
import { texts } from './texts';

const { item: words } = texts;
const fields: readonly PlainField[] = [
  {
    name: 'answer',
    label: words.result,
    type: 'choice',
    required: true,
    options: [
      { value: 'accepted', label: words.accepted },
      { value: 'rejected', label: words.rejected },
    ],
  },
  { name: 'theirNumber', label: words.theirNumber, type: 'text' },
  { name: 'answeredOn', label: words.answeredOn, type: 'date', required: true },
  { name: 'reason', label: words.reason, type: 'text' },
];

interface Props {
  readonly item: ItemView;
  readonly next: (() => void) | undefined;
  readonly close: () => void;
}

const Answer = ({ item, done }: { readonly item: ItemView; readonly done: () => void }) => {
  const { answer } = useExchange();
  const { message } = App.useApp();
  return (
    <>
      <h3>{words.answer}</h3>
      <PlainForm
        id={`exchange-answer-${item.id}`}
        fields={fields}
        initial={{ answer: 'accepted', answeredOn: today() }}
        submit={words.answer}
        send={(values) => answer(item.id, values)}
        done={() => {
          void message.success(words.saved);
          done();
        }}
      />
    </>
  );
};

/** One row of a batch, whole, to be typed over; then its answer, and on to the next. */
export const ItemPanel = ({ item, next, close }: Props) => {
  const maySend = useMay('exchange.send');
  return (
    <section className="panel" aria-label={words.title(item.recordNumber)}>
      <h2>{words.title(item.recordNumber)}</h2>
      <AsyncView query={useItem(item.id)} rows={4}>
        {(opened) => <CopyFields caption={texts.copy.caption} fields={opened.fields} />}
      </AsyncView>
      {maySend && item.state === 'sent' ? <Answer item={item} done={next ?? close} /> : null}
      <div className="form-foot no-print">
        {next ? <Button onClick={next}>{words.next}</Button> : null}
        <Button onClick={close}>{words.close}</Button>
      </div>
    </section>
  );
};
