import { Button, Input } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView, FactView } from '../../../shared/api/types';
import { today } from '../../../shared/format/dates';
import { described, Field } from '../../../shared/schema-form/field';
import { checkFact, withoutBlanks } from '../../facts/check-fact';
import { FactFields } from '../../facts/fact-fields';
import { contentOf, type FactContent, type FactTable } from '../../facts/fields';
import { useAddFact } from './api';

interface Props {
  readonly view: CaseView;
  readonly table: FactTable;
  readonly replaces?: FactView;
  readonly close: () => void;
}

/** Nothing is overwritten: a correction is a new fact that takes the place of the old one from a day on. */
export const FactForm = ({ view, table, replaces, close }: Props) => {
  const [content, setContent] = useState<FactContent>({
    ...contentOf(replaces?.content),
    ...(replaces?.personId ? { member: replaces.personId } : {}),
  });
  const [validFrom, setValidFrom] = useState(replaces?.validFrom ?? today());
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
      <div className="form-foot gap">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {replaces ? '保存更正' : '保存'}
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  );
};
