import { Button, Input, Select } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView, FactView } from '../../../shared/api/types';
import { today } from '../../../shared/format/dates';
import { described, Field } from '../../../shared/schema-form/field';
import { checkFact, withoutBlanks } from '../../facts/check-fact';
import { FactFields } from '../../facts/fact-fields';
import { contentOf, type FactContent, type FactTable } from '../../facts/fields';
import { useMay } from '../../session/api';
import { useDocuments } from '../api';
import { DocumentLink } from '../viewer/document-link';
import { useAddFact } from './api';

interface Props {
  readonly view: CaseView;
  readonly table: FactTable;
  readonly replaces?: FactView;
  readonly close: () => void;
}

interface EvidenceProps {
  readonly caseId: string;
  readonly value: string | undefined;
  readonly change: (documentId: string | undefined) => void;
}

/** The paper that proves a fact; it opens beside the form. */
const Evidence = ({ caseId, value, change }: EvidenceProps) => {
  const { data: documents = [] } = useDocuments(caseId);
  const options = documents.map(({ id, kindLabel, name }) => ({ value: id, label: `${kindLabel} ${name}` }));
  return (
    <Field id="fact-evidence" label="证明材料" hint="先在“材料”中上传,再在这里选择">
      <Select
        id="fact-evidence"
        allowClear
        value={value ?? null}
        options={options}
        onChange={(next: string | null) => change(next ?? undefined)}
        className="sum-choice"
      />
      {value ? <DocumentLink documentId={value}>查看</DocumentLink> : null}
    </Field>
  );
};

/** Nothing is overwritten: a correction is a new fact that takes the place of the old one from a day on. */
export const FactForm = ({ view, table, replaces, close }: Props) => {
  const [content, setContent] = useState<FactContent>({
    ...contentOf(replaces?.content),
    ...(replaces?.personId ? { member: replaces.personId } : {}),
  });
  const [validFrom, setValidFrom] = useState(replaces?.validFrom ?? today());
  const [evidenceId, setEvidenceId] = useState(replaces?.evidenceId ?? undefined);
  const mayRead = useMay('document.read');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const add = useAddFact(view.id);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const found = checkFact(table.fields, content);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const { member, ...rest } = withoutBlanks(content);
    add.mutate(
      {
        kind: table.kind,
        content: rest,
        ...(typeof member === 'string' ? { personId: member } : {}),
        validFrom,
        ...(evidenceId ? { evidenceId } : {}),
        ...(replaces ? { replaces: replaces.id } : {}),
      },
      { onSuccess: close },
    );
  };
  const members = view.members.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <form onSubmit={submit} noValidate className="list-item" aria-label={replaces ? '更正' : `增加${table.one}`}>
      {add.isError ? <p className="field-problem">{asProblem(add.error).message}</p> : null}
      <FactFields
        id={`fact-${table.kind}`}
        fields={table.fields}
        value={content}
        members={members}
        problems={problems}
        change={setContent}
      />
      <Field id="fact-from" label="自哪天起" required>
        <Input
          {...described('fact-from', undefined)}
          type="date"
          className="date"
          value={validFrom}
          onChange={({ target }) => setValidFrom(target.value)}
        />
      </Field>
      {mayRead ? <Evidence caseId={view.id} value={evidenceId} change={setEvidenceId} /> : null}
      <div className="form-foot gap">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {replaces ? '保存更正' : '保存'}
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  );
};
