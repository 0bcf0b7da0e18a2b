import { Button } from 'antd';
import { useState } from 'react';
import type { CaseView, FactView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { contentOf, factTables, sayFact, type FactTable } from '../../facts/fields';
import { texts } from '../texts';
import { useMay } from '../../session/api';
import { useFacts } from '../facts/api';
import { FactForm } from '../facts/fact-form';
import { DocumentLink } from '../viewer/document-link';

interface ListProps {
  readonly view: CaseView;
  readonly table: FactTable;
  readonly facts: readonly FactView[];
  /** The file is open and the person may write in it. */
  readonly open: boolean;
}

const FactList = ({ view, table, facts, open }: ListProps) => {
  const mayRead = useMay('document.read');
  const [editing, setEditing] = useState<FactView | 'new'>();
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  return (
    <section className="gap">
      <h2>{table.title}</h2>
      {facts.length === 0 ? <p className="quiet">没有登记。</p> : null}
      {facts.map((fact) => (
        <div key={fact.id} className="deadline">
          <span className="strong">{fact.personId ? (names.get(fact.personId) ?? '') : '全家'}</span>{' '}
          {sayFact(table, contentOf(fact.content))}
          <span className="quiet small">{` ${showDate(fact.validFrom)}起`}</span>{' '}
          {fact.evidenceId && mayRead ? <DocumentLink documentId={fact.evidenceId}>证明材料</DocumentLink> : null}{' '}
          {open ? (
            <Button type="link" size="small" onClick={() => setEditing(fact)}>
              更正
            </Button>
          ) : null}
          {editing !== 'new' && editing?.id === fact.id ? (
            <FactForm view={view} table={table} replaces={fact} close={() => setEditing(undefined)} />
          ) : null}
        </div>
      ))}
      {editing === 'new' ? (
        <FactForm view={view} table={table} close={() => setEditing(undefined)} />
      ) : open ? (
        <Button size="small" onClick={() => setEditing('new')}>
          {`增加${table.one}`}
        </Button>
      ) : null}
    </section>
  );
};

const Facts = ({ view }: { readonly view: CaseView }) => {
  const may = useMay('fact.record');
  const open = view.factsOpen;
  return (
    <AsyncView query={useFacts(view.id)}>
      {(facts) => (
        <>
          {may && !open ? <p className="note">{texts.factsLocked}</p> : null}
          {factTables.map((table) => (
            <FactList
              key={table.kind}
              view={view}
              table={table}
              facts={facts.filter(({ kind }) => kind === table.kind)}
              open={may && open}
            />
          ))}
        </>
      )}
    </AsyncView>
  );
};

export default Facts;
