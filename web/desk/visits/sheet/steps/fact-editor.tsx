import { Button } from 'antd';
import { useState } from 'react';
import { checkFact, withoutBlanks } from '../../../facts/check-fact';
import { FactFields } from '../../../facts/fact-fields';
import type { FactContent, FactTable } from '../../../facts/fields';
import { texts } from '../../texts';
import type { Pack } from '../pack';

interface Props {
  readonly id: string;
  readonly table: FactTable;
  readonly start: FactContent;
  readonly members: Pack['members'];
  readonly save: (content: FactContent) => void;
  readonly cancel: () => void;
}

/** One fact as just found. */
export const FactEditor = ({ id, table, start, members, save, cancel }: Props) => {
  const [content, setContent] = useState(start);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const keep = (): void => {
    const found = checkFact(table.fields, content);
    setProblems(found);
    if (Object.keys(found).length === 0) save(withoutBlanks(content));
  };
  return (
    <div role="group" aria-label={table.one}>
      <FactFields
        id={id}
        fields={table.fields}
        value={content}
        members={members.map(({ personId, name }) => ({ value: personId, label: name }))}
        problems={problems}
        change={setContent}
      />
      <div className="visit-buttons">
        <Button type="primary" size="large" onClick={keep}>
          {texts.facts.save}
        </Button>
        <Button size="large" onClick={cancel}>
          {texts.facts.cancel}
        </Button>
      </div>
    </div>
  );
};
