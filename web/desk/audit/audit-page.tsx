import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { EmptyState, ErrorState, Loading } from '../../shared/states/states';
import { useAudit, useOperations } from './api';
import { AuditTable } from './audit-table';
import { SealsPanel } from './seals-panel';
import { texts } from './texts';

const fieldsWith = (operations: readonly { readonly name: string; readonly summary: string }[]): PlainField[] => [
  { name: 'staff', label: texts.staff, type: 'text' },
  { name: 'caseNumber', label: texts.caseNumber, type: 'text' },
  { name: 'idNumber', label: texts.idNumber, type: 'text' },
  {
    name: 'operation',
    label: texts.operation,
    type: 'choice',
    options: operations.map(({ name, summary }) => ({ value: name, label: summary })),
  },
  { name: 'from', label: texts.from, type: 'date' },
  { name: 'to', label: texts.to, type: 'date' },
  {
    name: 'outcome',
    label: texts.outcome,
    type: 'choice',
    options: [
      { value: 'done', label: texts.done },
      { value: 'refused', label: texts.refused },
    ],
  },
];

const Found = ({ audit }: { readonly audit: ReturnType<typeof useAudit> }) => {
  if (audit.isError && !audit.data)
    return <ErrorState problem={asProblem(audit.error)} retry={() => void audit.refetch()} />;
  if (!audit.data) return <Loading />;
  const rows = audit.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState title={texts.empty} />;
  return (
    <AuditTable
      rows={rows}
      more={audit.hasNextPage ? () => void audit.fetchNextPage() : undefined}
      loading={audit.isFetchingNextPage}
    />
  );
};

/** What is asked is never kept: a number typed here goes with the page. */
const AuditPage = () => {
  const { data: operations = [] } = useOperations();
  const initial = { from: today() };
  const [typed, setTyped] = useState<{ readonly wanted: PlainValues; readonly asked: number }>({
    wanted: initial,
    asked: 1,
  });
  const audit = useAudit(typed.wanted, typed.asked);
  return (
    <Page title={texts.title} crumbs={[{ label: '管理' }, { label: texts.title }]}>
      <p className="quiet">{texts.hint}</p>
      <section className="panel">
        <PlainForm
          id="audit"
          secret
          keep
          fields={fieldsWith(operations)}
          initial={initial}
          submit={texts.search}
          send={(wanted) => {
            setTyped(({ asked }) => ({ wanted, asked: asked + 1 }));
            return Promise.resolve();
          }}
        />
      </section>
      <Found audit={audit} />
      <SealsPanel />
    </Page>
  );
};

export { AuditPage as Component };
