import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { CaseView } from '../../shared/api/types';
import { showDate, today } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { fillInSheetOf, useExchange, useFillIn, type FillInView } from './api';
import { CopyFields } from './copy-fields';
import './exchange.css';
import { texts } from './texts';

const { fillIn: words } = texts;
type Section = FillInView['sections'][number];
type Record = Section['records'][number];

const Receipted = ({ receipted }: Pick<Record, 'receipted'>) => (
  <p className="quiet small">
    {receipted ? words.receipted(receipted.theirNumber ?? '—', showDate(receipted.answeredOn)) : words.neverReceipted}
  </p>
);

const Entry = ({ record }: { readonly record: Record }) => (
  <>
    <h3>
      {record.title} <Tag tone={record.change === 'same' ? 'good' : 'accent'}>{record.changeLabel}</Tag>
    </h3>
    {record.problems.length > 0 ? (
      <Alert type="warning" className="gap" title={`${words.problems}${record.problems.join(';')}`} />
    ) : null}
    <Receipted receipted={record.receipted} />
    <CopyFields caption={texts.copy.key(record.title)} fields={record.fields} />
  </>
);

const SectionView = ({ section }: { readonly section: Section }) => (
  <section className="panel" aria-label={section.label}>
    <h2>
      {section.label} {section.layoutAssumed ? <Tag tone="late">{texts.assumed}</Tag> : null}
    </h2>
    <p className="quiet small">{`${section.systemLabel} ${section.layoutVersion}`}</p>
    {section.records.map((record) => (
      <Entry key={record.title} record={record} />
    ))}
  </section>
);

const Receipt = ({ caseId, hash }: { readonly caseId: string; readonly hash: string }) => {
  const { recordFillIn } = useExchange();
  const { message } = App.useApp();
  return (
    <section className="panel no-print" aria-label={words.receipt}>
      <h2>{words.receipt}</h2>
      <p className="quiet small">{words.receiptHint}</p>
      <PlainForm
        id={`fill-in-${caseId}`}
        fields={[
          { name: 'theirNumber', label: words.theirNumber, type: 'text', required: true },
          { name: 'answeredOn', label: words.answeredOn, type: 'date', required: true },
        ]}
        initial={{ answeredOn: today() }}
        submit={words.submit}
        send={(values) => recordFillIn(caseId, hash, values)}
        done={() => void message.success(words.saved)}
      />
    </section>
  );
};

const Opened = ({ caseId, fillIn }: { readonly caseId: string; readonly fillIn: FillInView }) => (
  <>
    <div className="form-foot no-print">
      <Button onClick={() => window.print()}>{words.print}</Button>
      <a href={fillInSheetOf(caseId)} download>
        {words.sheet}
      </a>
    </div>
    {fillIn.upToDate ? <Alert type="success" className="gap" title={words.upToDate} /> : null}
    {fillIn.sections.map((section) => (
      <SectionView key={section.kind} section={section} />
    ))}
    {fillIn.upToDate ? null : <Receipt caseId={caseId} hash={fillIn.hash} />}
  </>
);

/** The card of a case: what stands in the other system, and all that is to be entered there in its own order. */
const FillInTab = ({ view }: { readonly view: CaseView }) => {
  const may = useMay('exchange.fillIn');
  const [opened, setOpened] = useState(false);
  const fillIn = useFillIn(view.id, opened);
  return (
    <>
      <h2>{words.title}</h2>
      <p className="quiet">{may ? words.hint : words.notYours}</p>
      {may && !opened ? (
        <Button type="primary" onClick={() => setOpened(true)}>
          {words.open}
        </Button>
      ) : null}
      {opened ? <AsyncView query={fillIn}>{(data) => <Opened caseId={view.id} fillIn={data} />}</AsyncView> : null}
    </>
  );
};

export default FillInTab;
