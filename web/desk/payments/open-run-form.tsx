import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { runKinds } from '../../../domain/payments/run';
import { oneOf } from '../../shared/api/client';
import { Segments } from '../../shared/page/segments';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField } from '../../shared/plain-form/plain-field';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMe } from '../session/api';
import { useOpenRun } from './api';
import { useOccasions, type SubsidyKind } from './occasions';
import { texts } from './texts';

const { open: words } = texts;
type Kind = keyof typeof words.hints;
const kindNames = Object.keys(words.hints) as [Kind, ...Kind[]];
const kinds = kindNames.map((value) => ({ value, label: runKinds[value] }));
const programmes = ['dibao', 'tekun'] as const;

const programme: PlainField = {
  name: 'programme',
  label: words.programme,
  type: 'choice',
  required: true,
  options: words.programmes,
};
const month: PlainField = {
  name: 'month',
  label: words.month,
  type: 'text',
  required: true,
  hint: words.monthHint,
};

interface Props {
  readonly kind: Kind;
  /** What says which one, beside the programme. */
  readonly subject: PlainField;
}

/** Opens the run and leads to it; what the office may not do now stands above the form as the server said it. */
const Form = ({ kind, subject }: Props) => {
  const { current } = useMe();
  const open = useOpenRun();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return (
    <PlainForm
      id={`open-run-${kind}`}
      fields={[programme, subject]}
      submit={words.submit}
      primary={false}
      send={async (values) => {
        const run = await open({
          kind,
          county: current.division,
          programme: oneOf(programmes, values['programme'] ?? '') ?? 'dibao',
          [subject.name]: values[subject.name],
        });
        void message.success(texts.run.saved);
        await navigate(`/payments/${run.id}`);
      }}
    />
  );
};

/** One more run of a subsidy, for those whom the one before did not reach. */
const SubsidyForm = ({ kind }: { readonly kind: SubsidyKind }) => (
  <AsyncView query={useOccasions(kind)}>
    {(options) => {
      if (options.length === 0) return <EmptyState title={words.noOccasion[kind]} />;
      const label = words.occasion[kind];
      return <Form kind={kind} subject={{ name: 'occasionId', label, type: 'choice', required: true, options }} />;
    }}
  </AsyncView>
);

/** A run of the county opened by hand. */
export const OpenRunForm = () => {
  const [kind, choose] = useState<Kind>('supplementary');
  return (
    <section className="panel no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Segments
        label={words.kind}
        value={kind}
        options={kinds}
        change={(next) => choose(oneOf(kindNames, next) ?? 'supplementary')}
      />
      <p className="quiet small">{words.hints[kind]}</p>
      {kind === 'supplementary' ? <Form kind={kind} subject={month} /> : <SubsidyForm key={kind} kind={kind} />}
    </section>
  );
};
