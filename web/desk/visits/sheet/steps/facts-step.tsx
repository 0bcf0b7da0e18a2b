import { Button } from 'antd';
import { useState } from 'react';
import { uuid } from '../../../../shared/api/uuid';
import { contentOf, factTables, sayFact, type FactTable } from '../../../facts/fields';
import { texts } from '../../texts';
import { askedFacts, type VisitedFact } from '../changes';
import { Choices } from '../choices';
import type { FactAnswer } from '../model';
import { knownFacts, nameIn, type Pack } from '../pack';
import { FactEditor } from './fact-editor';
import type { StepProps } from './step';

const words = texts.facts;
const answers = [
  { value: 'same', label: words.same },
  { value: 'changed', label: words.changed },
  { value: 'gone', label: words.gone },
] as const;

const tableOf = (kind: string): FactTable => factTables.find((table) => table.kind === kind) ?? factTables[0]!;

interface FactProps {
  readonly fact: VisitedFact;
  readonly pack: Pack;
  readonly answer: FactAnswer | undefined;
  readonly change: (answer: FactAnswer) => void;
}

const KnownFactCard = ({ fact, pack, answer, change }: FactProps) => {
  const [editing, setEditing] = useState(false);
  const table = tableOf(fact.kind);
  const whose = fact.personId === null ? words.whole : nameIn(pack)(fact.personId);
  const said = `${whose} ${sayFact(table, fact.content)}`;
  return (
    <li className="panel">
      <p className="strong">{said}</p>
      <Choices
        label={said}
        value={editing ? 'changed' : answer?.is}
        options={answers}
        change={(is) => {
          setEditing(is === 'changed');
          if (is !== 'changed') change({ is });
        }}
      />
      {answer?.is === 'changed' && !editing ? <p>{`${words.now}${sayFact(table, answer.content)}`}</p> : null}
      {editing ? (
        <FactEditor
          id={`fact-${fact.id}`}
          table={table}
          start={{
            ...(answer?.is === 'changed' ? answer.content : fact.content),
            ...(fact.personId === null ? {} : { member: fact.personId }),
          }}
          members={pack.members}
          save={(content) => {
            change({ is: 'changed', content });
            setEditing(false);
          }}
          cancel={() => setEditing(false)}
        />
      ) : null}
    </li>
  );
};

const Added = ({ visit: { pack, sheet, change } }: Pick<StepProps, 'visit'>) => {
  const [adding, setAdding] = useState<FactTable>();
  return (
    <>
      <ul className="visit-list">
        {sheet.added.map(({ id, kind, content }) => (
          <li key={id} className="panel">
            <p className="strong">
              {`${content['member'] ? nameIn(pack)(String(content['member'])) : words.whole} ${sayFact(tableOf(kind), content)}`}
            </p>
            <Button onClick={() => change({ added: sheet.added.filter((one) => one.id !== id) })}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <FactEditor
          id="added"
          table={adding}
          start={{}}
          members={pack.members}
          save={(content) => {
            change({ added: [...sheet.added, { id: uuid(), kind: adding.kind, content: contentOf(content) }] });
            setAdding(undefined);
          }}
          cancel={() => setAdding(undefined)}
        />
      ) : (
        <div className="visit-buttons">
          {factTables.map((table) => (
            <Button key={table.kind} size="large" onClick={() => setAdding(table)}>
              {words.add(table.one)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
};

/** The facts of last time, one tap each where nothing changed. */
export const FactsStep = ({ visit }: StepProps) => {
  const { pack, sheet, change } = visit;
  const facts = askedFacts(knownFacts(pack));
  const put = (id: string, answer: FactAnswer): void => change({ facts: { ...sheet.facts, [id]: answer } });
  const allSame = (): void =>
    change({ facts: { ...Object.fromEntries(facts.map(({ id }) => [id, { is: 'same' as const }])), ...sheet.facts } });
  return (
    <>
      <p className="quiet">{facts.length === 0 ? words.nothing : words.hint}</p>
      {facts.length > 1 ? (
        <Button size="large" block className="gap" onClick={allSame}>
          {words.allSame}
        </Button>
      ) : null}
      <ul className="visit-list">
        {facts.map((fact) => (
          <KnownFactCard
            key={fact.id}
            fact={fact}
            pack={pack}
            answer={sheet.facts[fact.id]}
            change={(answer) => put(fact.id, answer)}
          />
        ))}
      </ul>
      <Added visit={visit} />
    </>
  );
};
